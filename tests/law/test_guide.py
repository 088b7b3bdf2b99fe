"""The guide of an industry: the four blocks of S-113, all that a notice may say, and for whom, in plain words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.published import SITUATIONS, assessed, catalogue
from yizheng.catalogue.trying.applicants import situations
from yizheng.law.guide import Document, Guide, blank_of, guide_of, sample_of, specification_of
from yizheng.law.guide.rule_words import when
from yizheng.law.intake import assess
from yizheng.law.rules import ALWAYS, NEVER, Rule
from yizheng.law.terms import Term, Unit

INDUSTRIES = sorted(catalogue().industries)


def guide(industry: str) -> Guide:
    return guide_of(catalogue().industries[industry], catalogue())


def specification(industry: str) -> Document:
    return specification_of(catalogue().industries[industry], catalogue())


def told(document: Document) -> str:
    tables = (table for section in document.sections for table in section.tables)
    return "\n".join(cell for table in tables for row in table.rows for cell in row)


@pytest.mark.parametrize("industry", INDUSTRIES)
def test_every_guide_has_the_four_blocks(industry: str) -> None:
    made = guide(industry)
    assert made.items, "可办事项"
    assert made.place.phone, "咨询方式"
    assert all(each.phone for each in made.organs), "咨询方式"
    assert made.place.address, "办理地点"
    assert all(each.promised and each.statutory for each in made.items), "办证流程"


@pytest.mark.parametrize("industry", INDUSTRIES)
def test_nobody_is_told_by_a_notice_what_the_guide_does_not_say(industry: str) -> None:
    made, book = guide(industry), catalogue()
    for answers in situations(book.industries[industry], book, tries=4):
        needed = assess(book.industries[industry], answers, book)
        assert {each.item.short for each in needed.items} <= {each.short for each in made.items}
        assert {each.text for each in needed.conditions} <= {each.text for each in made.conditions}
        assert {each.material.name for each in needed.materials} <= {each.name for each in made.materials}
        assert {each.example for each in needed.fields} <= {each.example for each in made.fields}
        assert {each.text for each in needed.not_covered} <= {text for text, _, _ in made.not_covered}


def test_the_longest_promise_is_the_one_that_lasts_longest_in_whatever_unit() -> None:
    book, limit = catalogue(), catalogue().items["FOOD_CATERING"].promised[0]
    twenty_days, a_month = (replace(limit, term=term, when=ALWAYS) for term in (
        Term(20, Unit.WORKING_DAY), Term(1, Unit.MONTH),
    ))  # fmt: skip
    for limits in ((twenty_days, a_month), (a_month, twenty_days)):
        items = {**book.items, "FOOD_CATERING": replace(book.items["FOOD_CATERING"], promised=limits)}
        made = guide_of(book.industries["RESTAURANT"], replace(book, items=items))
        assert next(each.promise for each in made.items if each.code == "FOOD_CATERING").endswith("1个月")


def test_what_nobody_needs_there_is_left_out() -> None:
    assert "公共场所卫生许可" not in [each.short for each in guide("RESTAURANT").items]


def test_conditions_are_merged_by_subject_and_keep_their_items() -> None:
    made = guide("SUPERMARKET")
    assert made.subjects[0] == "场所"
    texts = [(each.subject, each.text) for each in made.conditions]
    assert len(texts) == len(set(texts))
    assert all(each.items and each.basis for each in made.conditions)


def test_a_material_is_told_once_with_what_every_item_wants_to_see_in_it() -> None:
    plan = next(each for each in guide("KTV").materials if each.name.startswith("经营场所平面图"))
    assert len(plan.used) == len({use.requirement for use in plan.uses}) > 1
    agent = next(each for each in guide("KTV").materials if each.name.startswith("授权委托书"))
    assert len(agent.uses) > len(agent.used) == 1


def test_materials_mistakes_and_risks_are_told_as_typical_mistakes() -> None:
    headings = dict(guide("RESTAURANT").mistakes)
    assert list(headings) == ["材料常见的错", "表格常见的错", "容易不批的"]
    assert any("专间" in row for row in headings["容易不批的"])
    assert guide("RESTAURANT").fetched


def test_what_is_looked_at_during_a_visit_only_is_not_to_be_handed_in() -> None:
    assert {each.how for each in guide("RESTAURANT").materials} >= {"您交", "部门之间调取"}
    made = catalogue()
    item = made.items["TOBACCO"]
    shown = tuple(replace(use, at_check=ALWAYS) for use in item.materials)
    book = replace(made, items={**made.items, "TOBACCO": replace(item, materials=shown)})
    material = {each.name: each for each in guide_of(book.industries["RESTAURANT"], book).materials}
    assert material["门头和场所照片"].how == "上门检查时看"


def test_a_visit_is_told_as_it_is() -> None:
    visits = {each.short: each.visit for each in (*guide("SUPERMARKET").items, *guide("KTV").items)}
    assert visits["预包装食品备案"] == "不上门"
    assert visits["二类器械备案"] == "发证后抽查"
    assert visits["消防安全检查"] == "有的要上门看"
    assert visits["娱乐经营许可"] == "上门看一次"


# --- rules in words -------------------------------------------------------------------------------------------------


def said(rule: Rule, industry: str = "RESTAURANT") -> str | None:
    return when(rule, catalogue().industries[industry], catalogue())


YES = Rule(question="q_tobacco", equals=True)
NO = Rule(question="q_tobacco", equals=False)
BIG = Rule(question="q_area", at_least="FIRE_MIN_AREA")
NOT_ASKED = Rule(question="q_pool", equals=True)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (ALWAYS, ""),
        (NEVER, None),
        (YES, "“店里卖香烟吗？”答“是”"),
        (NO, "“店里卖香烟吗？”答“否”"),
        (BIG, "“店铺建筑面积有多大？”300平方米以上"),
        (Rule(question="q_area", at_least=20.0, less_than=50.5), "“店铺建筑面积有多大？”20平方米以上、不到50.5平方米"),
        (Rule(question="q_floor", one_of=("first", "second", "moon")), "“店在几楼？”选“一层”或“二层”"),
        (Rule(question="q_dishes", includes="hot"), "“菜单上有哪些？”选“热菜、热汤、米饭、面食”"),
        (Rule(question="q_dishes", only=("hot",)), "“菜单上有哪些？”只选“热菜、热汤、米饭、面食”"),
        (Rule(question="q_floor", equals="moon"), None),
        (NOT_ASKED, None),
        (Rule(item="TOBACCO"), "要办“烟草零售许可”的"),
        (Rule(item="NETBAR_1"), None),
        (Rule(item="HEALTH_PUBLIC"), None),
        (Rule(all=(YES, ALWAYS)), "“店里卖香烟吗？”答“是”"),
        (Rule(all=(YES, NOT_ASKED)), None),
        (
            Rule(all=(YES, Rule(any=(BIG, NO)))),
            "“店里卖香烟吗？”答“是”，并且（“店铺建筑面积有多大？”300平方米以上；或者“店里卖香烟吗？”答“否”）",
        ),
        (Rule(any=(YES, NOT_ASKED)), "“店里卖香烟吗？”答“是”"),
        (Rule(any=(NEVER, NOT_ASKED)), None),
        (Rule(any=(YES, ALWAYS)), ""),
        (Rule(unless=YES), "不是这样的：“店里卖香烟吗？”答“是”"),
        (Rule(unless=NOT_ASKED), ""),
        (Rule(unless=ALWAYS), None),
    ],
)
def test_a_rule_is_told_in_the_words_of_the_questions(rule: Rule, words: str | None) -> None:
    assert said(rule) == words


# --- work specification and filled sample -----------------------------------------------------------------------------


@pytest.mark.parametrize("industry", INDUSTRIES)
def test_every_item_condition_material_and_step_stands_in_the_work_specification(industry: str) -> None:
    made, text = guide(industry), told(specification(industry))
    assert [each.name for each in made.items if each.name not in text] == []
    assert [each.text for each in made.conditions if each.text not in text] == []
    assert [each.name for each in made.materials if each.name not in text] == []
    assert "准予行政许可决定书" in text


def test_its_sections_are_numbered_and_say_how_the_items_wait() -> None:
    document = specification("KTV")
    assert [section.title[:2] for section in document.sections][:3] == ["一、", "二、", "三、"]
    assert document.sections[-1].title == "十一、救济"
    process = next(section for section in document.sections if section.chart == "outside")
    assert process.paragraphs[0].startswith("“娱乐经营许可”要等“消防安全检查”办完才能决定")
    info = next(section for section in specification("RESTAURANT").sections if section.chart == "outside")
    assert info.paragraphs[0].startswith("“消防安全检查”的结果告诉")
    assert {section.chart for section in document.sections} == {"", "inside", "outside"}


def test_it_bears_the_version_of_the_catalogue_and_says_what_is_no_more_than_an_example() -> None:
    book = replace(catalogue(), version="2026.11.7")
    ktv = book.industries["KTV"]
    assert specification_of(ktv, book).version == "2026.11.7"
    assert "示例" in specification_of(ktv, book).sections[0].paragraphs[-1]
    sure = specification_of(replace(ktv, confidence="real", inspection=()), book)
    assert "示例" not in sure.sections[0].paragraphs[-1]
    visits = next(section for section in sure.sections if section.title.endswith("联合核查"))
    assert visits.paragraphs == ("本行业没有要几个机关一起上门看的事项。",)


@pytest.mark.parametrize("industry", INDUSTRIES)
def test_the_filled_sample_has_an_example_in_every_field_each_once(industry: str) -> None:
    document = sample_of(guide(industry))
    rows = [row for section in document.sections for table in section.tables for row in table.rows]
    assert all(example for _, example, _, _ in rows)
    assert len(rows) == len(guide(industry).fields)


def test_the_sample_says_who_fills_a_field_in() -> None:
    rows = {row[0]: row for section in sample_of(guide("RESTAURANT")).sections for row in section.tables[0].rows}
    assert rows["营业执照上的名称"][3] == "都填"
    assert rows["代办人姓名"][3] == "“是请别人替您来办吗？”答“是”"
    assert rows["厨房（加工区）面积（平方米）"][3] == "要办“食品经营许可（餐饮）”的"
    assert any(row[3].endswith("可以不填") for row in rows.values())


@pytest.mark.parametrize("industry", sorted(SITUATIONS))
def test_the_blank_form_has_every_field_and_material_that_is_asked_each_once(industry: str) -> None:
    asked = assessed(industry)
    form = blank_of(asked, catalogue(), {}, "20260302-ABCDEF34")
    *fields, materials, declared = form.sections
    labels = [row[0].removesuffix("（可以不填）") for each in fields for table in each.tables for row in table.rows]
    assert labels == [each.label for each in asked.fields]
    named = [row[0] for table in materials.tables for row in table.rows]
    assert named == [f"□ {each.material.name}" for each in asked.materials if each.asked]
    assert any("签名" in each for each in declared.paragraphs)
    assert "20260302-ABCDEF34" in form.subtitle


def test_what_the_answers_say_already_is_printed_in_the_blank_form() -> None:
    form = blank_of(assessed("RESTAURANT"), catalogue(), {"premises_area": "320平方米"}, "20260302-ABCDEF34")
    rooms = {row[0]: row[1] for each in form.sections for table in each.tables for row in table.rows}
    assert rooms[catalogue().fields["premises_area"].label] == "320平方米"
