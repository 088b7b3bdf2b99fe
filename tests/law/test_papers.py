"""The papers: each says what is wrong by field and rule, and each is printed with everything the law demands on it."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from tests.law.samples import REMEDIES
from yizheng.law.papers import (
    PAPERS,
    SEAL_NOTE,
    Acceptance,
    Ask,
    Check,
    DeemedAcceptance,
    Fault,
    Grant,
    Head,
    NonAcceptance,
    Paper,
    PaperFacts,
    Point,
    Receipt,
    Refusal,
    Return,
    ReviewOpinion,
    Revocation,
    Sheet,
    SupplementNotice,
    SupplementReply,
    Withdrawal,
    asked,
    chinese_date,
    remedies_text,
)

FACTS = PaperFacts(today=date(2026, 3, 20), review_points=("F1", "F2", "F3"), required_points=("F1", "F2"))

HEAD = Head(
    number="青高新审〔2026〕受字第00001号",
    organ="青岛高新区行政审批服务部",
    hall="政务服务大厅",
    contact="0532-12345678　政务服务大厅",
    case_number="370271202603200001",
    industry="饭店",
    applicant="青岛喆记餐饮有限公司",
    applicant_code="91370200MA3XXXXXX9",
    made_on=date(2026, 3, 20),
    item="食品经营许可",
    item_kind="permit",
    item_basis=("食品安全法 35",),
    received_at="2026年3月19日14时03分07秒",
    accepted_on=date(2026, 3, 19),
    place="青岛高新区和源路1号",
    statutory="自受理之日起20个工作日",
    promised="自受理之日起5个工作日",
    due_on=date(2026, 3, 26),
    permit_number="JY23702140000007",
    certificate="食品经营许可证",
    valid_from=date(2026, 3, 20),
    valid_until=date(2031, 3, 19),
    items=(("食品经营许可", "市场监督管理局"),),
    materials=(("平面图", "2个文件"),),
    query_code="ABCD-EFGH-JKMN",
    acceptance_due=date(2026, 3, 26),
    remedies=REMEDIES,
    handler="王窗口",
    code="0123456789ABCDEF",
)

def check(code: str, passed: bool, remark: str = "") -> Check:
    return Check(code=code, passed=passed, remark=remark)


POINT = Point(
    item="食品经营（餐饮）",
    target="M_PLAN",
    label="平面图",
    problem="看不到专间",
    remedy="补画专间",
    asked_by="市场监管局",
)
GOOD: tuple[Paper, ...] = (
    Receipt(),
    Acceptance(note="请于开业前保持现场原状。"),
    DeemedAcceptance(),
    NonAcceptance(ground="wrong_organ", right_organ="青岛市公安局", reasons="特种行业许可由公安机关实施。"),
    SupplementNotice(points=(POINT,)),
    SupplementReply(note="已补画专间。"),
    Withdrawal(reasons="换了铺面。"),
    ReviewOpinion(checks=(check("F1", True), check("F2", True)), proposal="grant", reasons="符合条件。"),
    Return(reasons="请查清排烟道。"),
    Grant(scope="热食类食品制售", duties="开业前完成培训。"),
    Refusal(found="没有专间。", reasons="食品安全法第三十三条。"),
    Revocation(ground="69-2", found="提交的租赁合同系伪造。"),
)


def kind_of(paper: Paper) -> str:
    return paper.KIND


# --- every paper ----------------------------------------------------------------------------------------------------


def test_there_is_a_good_example_of_every_paper_here() -> None:
    assert [type(paper) for paper in GOOD] == list(PAPERS.values())


def test_the_head_here_is_full() -> None:
    assert all(getattr(HEAD, each.name) for each in fields(HEAD))


@pytest.mark.parametrize("paper", PAPERS.values(), ids=lambda paper: paper.KIND)
def test_every_paper_has_a_kind_a_title_and_says_what_it_is(paper: type[Paper]) -> None:
    assert paper.KIND
    assert paper.TITLE
    assert paper.__doc__
    assert paper.sheet is not Paper.sheet


@pytest.mark.parametrize("paper", GOOD, ids=kind_of)
def test_a_paper_well_filled_in_has_no_faults(paper: Paper) -> None:
    assert paper.faults(FACTS) == ()


@pytest.mark.parametrize("paper", GOOD, ids=kind_of)
def test_a_paper_is_printed_with_organ_number_addressee_date_handler_and_the_note_in_place_of_a_seal(
    paper: Paper,
) -> None:
    sheet = paper.sheet(HEAD)
    assert (sheet.title, sheet.number, sheet.organ) == (paper.TITLE, HEAD.number, HEAD.organ)
    assert sheet.addressee == "青岛喆记餐饮有限公司（91370200MA3XXXXXX9）"
    assert (sheet.made_on, sheet.handler, sheet.code) == ("2026年3月20日", "王窗口", "0123456789ABCDEF")
    assert sheet.seal == SEAL_NOTE
    assert sheet.paragraphs
    assert ("办件编号", HEAD.case_number) in sheet.facts


@pytest.mark.parametrize("paper", GOOD, ids=kind_of)
def test_nothing_empty_is_printed_and_every_row_fills_its_table(paper: Paper) -> None:
    for head in (HEAD, replace(HEAD, valid_until=None, place="", acceptance_due=None, due_on=None)):
        sheet = paper.sheet(head)
        assert all(sheet.paragraphs)
        assert all(value for _, value in sheet.facts)
        assert all(len(row) == len(table.head) for table in sheet.tables for row in table.rows)


@pytest.mark.parametrize("paper", GOOD, ids=kind_of)
def test_a_paper_is_kept_as_plain_data(paper: Paper) -> None:
    assert set(paper.as_data()) == {each.name for each in fields(paper)}


@pytest.mark.parametrize("paper", [NonAcceptance, Refusal, Grant, Revocation], ids=lambda paper: paper.KIND)
def test_a_decision_tells_the_remedies_with_organ_court_periods_and_the_channel_online(paper: type[Paper]) -> None:
    (sentence,) = printed(paper).remedies
    for part in ("六十日内", REMEDIES.reconsideration, REMEDIES.reconsideration_url, "六个月内", REMEDIES.court):
        assert part in sentence


def test_without_remedies_nothing_is_told_and_without_a_channel_none_is_named() -> None:
    assert remedies_text(None) == ()
    assert "线上渠道" not in remedies_text(replace(REMEDIES, reconsideration_url=""))[0]


def printed(kind: type[Paper], head: Head = HEAD) -> Sheet:
    return next(paper for paper in GOOD if type(paper) is kind).sheet(head)


def test_internal_papers_have_no_document_number() -> None:
    assert {paper for paper in PAPERS.values() if not paper.SERIES} == {ReviewOpinion, Return}


def test_what_is_not_a_paper_of_its_own_is_not_printed() -> None:
    with pytest.raises(NotImplementedError, match="is not printed"):
        Paper().sheet(HEAD)


# --- what is wrong with a field -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("paper", "field", "says"),
    [
        (Grant(), "scope", "请填写「许可范围」。"),
        (Grant(scope="　 "), "scope", "请填写「许可范围」。"),
        (Grant(scope="热" * 301), "scope", "「许可范围」最多300个字，现有301个字。"),
        (Refusal(reasons="依据"), "found", "请填写「查明的事实」。"),
        (Refusal(found="事实"), "reasons", "请填写「理由和依据」。"),
        (Return(), "reasons", "请填写「退回原因」。"),
        (Acceptance(note="长" * 501), "note", "「备注」最多500个字，现有501个字。"),
        (NonAcceptance(reasons="理由"), "ground", "请填写「不予受理的情形」。"),
        (NonAcceptance(ground="因为", reasons="理由"), "ground", "「不予受理的情形」请在给出的选项中选择。"),
        (NonAcceptance(ground="wrong_organ", reasons="理由"), "right_organ", "行政许可法第三十二条第一款第二项"),
        (Revocation(found="事实"), "ground", "请填写「撤销的情形」。"),
        (Revocation(ground="69-9", found="事实"), "ground", "「撤销的情形」请在给出的选项中选择。"),
        (SupplementNotice(), "points", "补正告知书至少要有一条补正内容。"),
        (SupplementNotice(points=(POINT,), hand_in=""), "hand_in", "请填写「提交方式」。"),
    ],
)
def test_a_fault_names_the_field_and_the_rule(paper: Paper, field: str, says: str) -> None:
    assert [fault.field for fault in paper.faults(FACTS)] == [field]
    assert says in paper.faults(FACTS)[0].sentence


def test_a_non_acceptance_on_another_ground_needs_no_other_organ() -> None:
    paper = NonAcceptance(ground="not_needed", reasons="面积不足三百平方米。")
    assert paper.faults(FACTS) == ()
    assert "请向" not in "".join(paper.sheet(HEAD).paragraphs)


# --- the supplement notice ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", ["problem", "remedy"])
def test_a_point_says_what_is_wrong_and_how_to_put_it_right(part: str) -> None:
    paper = SupplementNotice(points=(POINT, replace(POINT, **{part: "  "})))
    assert paper.faults(FACTS) == (Fault("points", "第2条「平面图」请写清问题和怎样改。"),)


def test_a_point_stays_within_what_the_one_time_notice_listed() -> None:
    foreign = replace(POINT, target="M_OTHER", label="毕业证书")
    faults = SupplementNotice(points=(POINT, foreign)).faults(replace(FACTS, targets=("M_PLAN",)))
    assert faults == (Fault("points", "第2条「毕业证书」不在一次告知的材料和信息之内，不能要求补正。"),)


def test_every_organs_points_stand_in_the_one_notice() -> None:
    (table,) = SupplementNotice(points=(POINT, replace(POINT, asked_by="消防"))).sheet(HEAD).tables
    assert [row[-1] for row in table.rows] == ["市场监管局", "消防"]


# --- the review opinion ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("checks", "proposal", "faults"),
    [
        ((check("F1", True),), "grant", [("checks", "还有1个审查要点没有结论")]),
        ((check("F1", True), check("F2", True), check("X", True)), "grant", [("checks", "不属于本事项")]),
        ((check("F1", True), check("F2", False, " ")), "refuse", [("checks", "请写明事实")]),
        ((check("F1", True), check("F2", False, "无专间")), "grant", [("proposal", "不能建议准予")]),
        ((check("F1", True), check("F2", False, "无专间")), "refuse", []),
        ((check("F1", True), check("F2", True), check("F3", True)), "refuse", []),
    ],
)
def test_every_review_point_is_answered_and_the_proposal_follows_from_the_answers(
    checks: tuple[Check, ...], proposal: str, faults: list[tuple[str, str]]
) -> None:
    found = ReviewOpinion(checks=checks, proposal=proposal, reasons="意见").faults(FACTS)
    assert [fault.field for fault in found] == [field for field, _ in faults]
    assert all(says in fault.sentence for fault, (_, says) in zip(found, faults, strict=True))


def test_an_item_without_review_points_asks_for_none() -> None:
    paper = ReviewOpinion(checks=(check("F9", True),), proposal="grant", reasons="符合。")
    assert paper.faults(PaperFacts(today=FACTS.today)) == ()


def test_an_opinion_is_printed_with_its_proposal() -> None:
    paper = ReviewOpinion(checks=(), proposal="refuse", reasons="第一项不符合。")
    assert "建议不予" in paper.sheet(HEAD).paragraphs[0]


# --- decisions ------------------------------------------------------------------------------------------------------


def test_a_grant_names_its_basis_its_term_and_its_number() -> None:
    sheet = printed(Grant)
    assert "行政许可法第三十八条第一款和《食品安全法》第三十五条" in "".join(sheet.paragraphs)
    assert ("有效期", "2026年3月20日至2031年3月19日") in sheet.facts
    assert ("证件编号", "JY23702140000007") in sheet.facts
    assert ("有效期", "2026年3月20日至长期") in printed(Grant, replace(HEAD, valid_until=None)).facts


@pytest.mark.parametrize(("kind", "word"), [("permit", "行政许可"), ("filing", "备案"), ("registration", "登记")])
def test_a_grant_uses_the_word_of_its_kind(kind: str, word: str) -> None:
    assert f"决定准予{word}" in "".join(printed(Grant, replace(HEAD, item_kind=kind)).paragraphs)


@pytest.mark.parametrize(
    ("false_material", "bars", "says"),
    [(False, False, ""), (True, False, "给予警告。"), (True, True, "给予警告，一年内不得再次申请该许可。")],
)
def test_false_material_is_warned_of_and_bars_where_safety_is_concerned(
    false_material: bool, bars: bool, says: str
) -> None:
    paper = Refusal(found="租赁合同系伪造。", reasons="依据。", false_material=false_material, bars=bars)
    text = "".join(paper.sheet(HEAD).paragraphs)
    assert ("第七十八条" in text) == false_material
    assert text.endswith(says)


def test_deemed_acceptance_says_from_which_day() -> None:
    assert "自收到申请材料之日（2026年3月19日）起即为受理" in "".join(printed(DeemedAcceptance).paragraphs)


def test_a_receipt_says_that_it_is_no_acceptance() -> None:
    sheet = printed(Receipt)
    assert "本凭证不代表受理" in "".join(sheet.paragraphs)
    assert ("查询码", "ABCD-EFGH-JKMN") in sheet.facts
    assert ("最迟答复受理日", "2026年3月26日") in sheet.facts


def test_a_withdrawal_leaves_no_mark_whether_a_reason_is_given_or_not() -> None:
    assert "申请人自愿撤回" in "".join(Withdrawal().sheet(HEAD).paragraphs)
    assert "换了铺面" in "".join(printed(Withdrawal).paragraphs)


# --- small things ---------------------------------------------------------------------------------------------------


def test_a_day_is_written_as_official_papers_write_it() -> None:
    assert chinese_date(date(2026, 3, 20)) == "2026年3月20日"
    assert chinese_date(None) == ""


def test_what_a_person_fills_in_knows_its_label_and_how_it_is_asked() -> None:
    assert list(asked(Refusal)) == ["found", "reasons", "false_material"]
    assert asked(Refusal)["false_material"].widget == "bool"
    assert asked(Withdrawal)["reasons"] == Ask("撤回原因", "text", asked(Withdrawal)["reasons"].help, required=False)


@pytest.mark.parametrize("paper", PAPERS.values(), ids=lambda paper: paper.KIND)
def test_every_choice_offers_something_and_every_question_has_a_label(paper: type[Paper]) -> None:
    for how in asked(paper).values():
        assert how.label
        assert (how.widget == "choice") == bool(how.options)
