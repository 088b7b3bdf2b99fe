"""The papers: each says what is wrong by field and rule, and each is printed with everything the law demands on it."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from itertools import product

import pytest

from tests.law.hearing_papers import ASKED, IN_HEARING, IN_HEARING_BY_KIND
from tests.law.permit_papers import IN_LIFE, IN_LIFE_BY_KIND
from tests.law.procedure_papers import AMONG, IN_PROCEDURE, IN_PROCEDURE_BY_KIND, NAMED
from tests.law.samples import REMEDIES
from yizheng.law.articles import in_words
from yizheng.law.citation import cited
from yizheng.law.items import ItemKind
from yizheng.law.papers import (
    PAPERS,
    SEAL_NOTE,
    Acceptance,
    Ask,
    Assignment,
    Check,
    Cosignature,
    DeemedAcceptance,
    DefenceNotice,
    Fault,
    Grant,
    Head,
    HearingWaived,
    NonAcceptance,
    OpinionReply,
    OpinionRequest,
    Paper,
    PaperFacts,
    Point,
    Receipt,
    Refusal,
    Return,
    ReviewOpinion,
    Revocation,
    SeparationException,
    Sheet,
    SupervisionOrder,
    SupplementNotice,
    SupplementReply,
    Table,
    Transfer,
    UrgingNote,
    Withdrawal,
    asked,
    chinese_date,
    remedies_text,
)
from yizheng.law.papers.counted import HEAD as HOW
from yizheng.law.papers.paper import PROVISIONAL_NOTE, ended
from yizheng.law.papers.permit import REVOCATION_GROUNDS

KINDS: tuple[ItemKind, ...] = ("permit", "filing", "registration")

FACTS = PaperFacts(
    today=date(2026, 3, 20),
    review_points=("F1", "F2", "F3"),
    required_points=("F1", "F2"),
    among={**AMONG, **ASKED},
    hearing_from=date(2026, 3, 31),
    hearing_until=date(2026, 4, 17),
    hearing_set_on=date(2026, 3, 20),
)

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
    concerns_safety=True,
    kinds=("permit",),
    conditions=("有与经营规模相适应的场所。",),
    named=(*NAMED, *(option for options in ASKED.values() for option in options)),
    organ_of_item="市场监督管理局",
    hearing_until=date(2026, 3, 26),
    hearing_record="青高新审〔2026〕听笔字第00001号",
    law=("适用2026年1月1日起施行的规定。",),
    gap_until=date(2026, 3, 26),
    pause_basis="医疗器械经营监督管理办法 13",
    files=(("受理通知书", "青高新审〔2026〕受字第00001号", "审批服务部", "2026年3月19日", "0123456789abcdef"),),
    received_at="2026年3月19日14时03分07秒",
    accepted_on=date(2026, 3, 19),
    place="青岛高新区和源路1号",
    statutory="自受理之日起20个工作日",
    promised="自受理之日起5个工作日",
    due_on=date(2026, 3, 26),
    statutory_due_on=date(2026, 4, 16),
    cap_on=date(2026, 3, 26),
    counted=(Table(title="承诺办结时限怎样算", head=HOW, rows=(("3月20日—26日", "第1—5个工作日", ""),)),),
    provisional=(date(2026, 3, 26), date(2026, 4, 16)),
    permit_number="JY23702140000007",
    certificate="食品经营许可证",
    valid_from=date(2026, 3, 20),
    valid_until=date(2031, 3, 19),
    items=(("食品经营许可", "市场监督管理局"),),
    materials=(("平面图", "2个文件"),),
    corrected=("经营面积",),
    permits_left=2,
    has_licence=True,
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
    *IN_PROCEDURE,
    *IN_HEARING,
    *IN_LIFE,
)


ADDRESSED: dict[type[Paper], str] = {
    OpinionRequest: "消防救援大队",
    OpinionReply: "市场监督管理局",
    SupervisionOrder: "市场监督管理局",
    DefenceNotice: "刘某",
}
"""To whom a paper goes that is not for the applicant."""


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
    assert sheet.addressee == ADDRESSED.get(type(paper), "青岛喆记餐饮有限公司（91370200MA3XXXXXX9）")
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
def test_a_paper_that_names_a_day_prints_how_it_is_counted_and_that_it_may_still_move(paper: Paper) -> None:
    sheet = paper.sheet(HEAD)
    assert (HEAD.counted[0] in sheet.tables) == (PROVISIONAL_NOTE in sheet.notes) == paper.NAMES_A_DAY
    assert any(value.endswith("（暂定）") for _, value in sheet.facts) == paper.NAMES_A_DAY
    assert not any("暂定" in text for text in paper.sheet(replace(HEAD, provisional=())).notes)


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
    within_the_organ = {ReviewOpinion, Return, Assignment, Transfer, Cosignature, SeparationException}
    within_the_organ |= {HearingWaived, UrgingNote}
    assert {paper for paper in PAPERS.values() if not paper.SERIES} == within_the_organ


def test_what_is_not_a_paper_of_its_own_is_not_printed() -> None:
    with pytest.raises(NotImplementedError, match="is not printed"):
        Paper().sheet(HEAD)


# --- what a paper is called and rests on, by kind of item -----------------------------------------------------------

OF_PERMITS = "《行政许可法》"

BY_KIND: tuple[tuple[type[Paper], ItemKind, str, str, str], ...] = (
    # paper          kind            title                    series  says
    (Receipt,          "permit",       "收件凭证",               "综收",  "《行政许可法》第三十二条第一款第四项"),
    (Receipt,          "filing",       "收件凭证",               "综收",  "备案事项参照办理。"),
    (Receipt,          "registration", "收件凭证",               "综收",  "登记事项参照办理。"),
    (Acceptance,       "permit",       "受理通知书",             "受",
     "依据《行政许可法》第三十二条第一款第五项，决定予以受理。"),
    (Acceptance,       "filing",       "备案材料接收通知书",     "受",
     "依据《食品安全法》第三十五条，参照《行政许可法》第三十二条第一款第五项，予以接收。"),
    (Acceptance,       "registration", "受理通知书",             "受",
     "依据《食品安全法》第三十五条，参照《行政许可法》第三十二条第一款第五项，决定予以受理。"),
    (DeemedAcceptance, "permit",       "视为受理通知书",         "受",    "（2026年3月19日）起即为受理。"),
    (DeemedAcceptance, "filing",       "备案材料视为接收通知书", "受",    "（2026年3月19日）起即为接收。"),
    (DeemedAcceptance, "registration", "视为受理通知书",         "受",    "（2026年3月19日）起即为受理。"),
    (NonAcceptance,    "permit",       "不予受理决定书",         "不受",  "依据《行政许可法》第三十二条第一款第二项"),
    (NonAcceptance,    "filing",       "不予接收备案材料告知书", "不受",  "参照《行政许可法》第三十二条第一款第二项"),
    (NonAcceptance,    "registration", "不予受理决定书",         "不受",  "参照《行政许可法》第三十二条第一款第二项"),
    (SupplementNotice, "permit",       "一次性补正告知书",       "补",    "依据《行政许可法》第三十二条第一款第四项"),
    (SupplementNotice, "filing",       "一次性补正告知书",       "补",    "备案事项参照办理。"),
    (SupplementNotice, "registration", "一次性补正告知书",       "补",    "登记事项参照办理。"),
    (SupplementReply,  "permit",       "补正材料收件凭证",       "综收",  "补充说明：已补画专间。"),
    (SupplementReply,  "filing",       "补正材料收件凭证",       "综收",  "备案事项参照办理。"),
    (SupplementReply,  "registration", "补正材料收件凭证",       "综收",  "登记事项参照办理。"),
    (Withdrawal,       "permit",       "撤回申请确认书",         "撤",    "撤回原因：换了铺面。撤回不作为"),
    (Withdrawal,       "filing",       "撤回申请确认书",         "撤",    "的申请已撤回"),
    (Withdrawal,       "registration", "撤回申请确认书",         "撤",    "的申请已撤回"),
    (ReviewOpinion,    "permit",       "审查意见",               "",      "建议准予。"),
    (ReviewOpinion,    "filing",       "审查意见",               "",      "建议准予。"),
    (ReviewOpinion,    "registration", "审查意见",               "",      "建议准予。"),
    (Return,           "permit",       "退回重审意见",           "",      "请查清排烟道。"),
    (Return,           "filing",       "退回重审意见",           "",      "请查清排烟道。"),
    (Return,           "registration", "退回重审意见",           "",      "请查清排烟道。"),
    (Grant,            "permit",       "准予行政许可决定书",     "准",
     "依据《行政许可法》第三十八条第一款和《食品安全法》第三十五条，决定准予行政许可。"),
    (Grant,            "filing",       "予以备案告知书",         "备",    "依据《食品安全法》第三十五条，予以备案。"),
    (Grant,            "registration", "准予登记决定书",         "登",
     "依据《食品安全法》第三十五条，决定准予登记。"),
    (Refusal,          "permit",       "不予行政许可决定书",     "不准",
     "依据《行政许可法》第三十八条第二款，决定不予行政许可。"),
    (Refusal,          "filing",       "不予备案告知书",         "不备",  "依据《食品安全法》第三十五条，不予备案。"),
    (Refusal,          "registration", "不予登记决定书",         "不登",
     "依据《食品安全法》第三十五条，决定不予登记。"),
    (Revocation,       "permit",       "撤销行政许可决定书",     "撤销",
     "依据《行政许可法》第六十九条第二款，该行政许可应当予以撤销，现决定撤销。"),
    (Revocation,       "filing",       "撤销备案决定书",         "撤销",
     "依据《食品安全法》第三十五条，参照《行政许可法》第六十九条第二款，该备案应当予以撤销，现决定撤销。"),
    (Revocation,       "registration", "撤销登记决定书",         "撤销",
     "依据《食品安全法》第三十五条，参照《行政许可法》第六十九条第二款，该登记应当予以撤销，现决定撤销。"),
    *IN_PROCEDURE_BY_KIND,
    *IN_HEARING_BY_KIND,
    *IN_LIFE_BY_KIND,
)  # fmt: skip


@pytest.mark.parametrize(("paper", "kind", "title", "series", "says"), BY_KIND)
def test_a_paper_is_called_numbered_and_founded_as_its_kind_of_item_wants(
    paper: type[Paper], kind: ItemKind, title: str, series: str, says: str
) -> None:
    sheet = printed(paper, replace(HEAD, item_kind=kind, kinds=(kind,)))
    assert (paper.title(kind), paper.series(kind), sheet.title) == (title, series, title)
    assert says in "".join(sheet.paragraphs)


def test_every_paper_is_looked_at_for_every_kind() -> None:
    assert [row[:2] for row in BY_KIND if row[0] is Receipt] == [(Receipt, kind) for kind in KINDS]
    assert {row[:2] for row in BY_KIND} == set(product(PAPERS.values(), KINDS))


@pytest.mark.parametrize("paper", [Grant, Refusal])
@pytest.mark.parametrize("kind", ["filing", "registration"])
def test_what_is_no_permit_is_not_decided_as_one(paper: type[Paper], kind: ItemKind) -> None:
    sheet = printed(paper, replace(HEAD, item_kind=kind))
    everything = "".join((sheet.title, *sheet.paragraphs, *(label for label, _ in sheet.facts)))
    assert OF_PERMITS not in everything
    assert "行政许可" not in everything
    assert "许可范围" not in everything


@pytest.mark.parametrize(
    ("paper", "kind", "says"),
    [
        (Refusal, "permit", "自收到本决定书之日起"),
        (Refusal, "filing", "自收到本告知书之日起"),
        (NonAcceptance, "filing", "自收到本告知书之日起"),
        (Revocation, "filing", "自收到本决定书之日起"),
    ],
)
def test_remedies_run_from_the_paper_by_its_name(paper: type[Paper], kind: ItemKind, says: str) -> None:
    (sentence,) = printed(paper, replace(HEAD, item_kind=kind)).remedies
    assert sentence.count(says) == 2


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


def test_a_non_acceptance_for_another_reason_cites_the_law() -> None:
    (fault,) = NonAcceptance(ground="other", reasons="材料不齐。").faults(FACTS)
    assert (fault.field, "写明依据的法律名称和条款" in fault.sentence) == ("reasons", True)
    assert NonAcceptance(ground="other", reasons="不符合《消防法》第十五条。").faults(FACTS) == ()


def test_not_supplied_is_a_ground_only_after_an_answer_to_the_notice() -> None:
    paper = NonAcceptance(ground="not_supplied", reasons="平面图仍看不到专间。")
    (fault,) = paper.faults(FACTS)
    assert (fault.field, "应当一次性告知补正" in fault.sentence) == ("ground", True)
    assert paper.faults(replace(FACTS, supplied=True)) == ()


@pytest.mark.parametrize(
    ("kind", "ground", "says"),
    [
        ("permit", "not_needed",
         "依法不需要取得行政许可，依据《行政许可法》第三十二条第一款第一项，决定不予受理。请向青岛市公安局申请。"),
        ("permit", "wrong_organ",
         "依法不属于本机关职权范围，依据《行政许可法》第三十二条第一款第二项，决定不予受理。请向青岛市公安局申请。"),
        ("permit", "not_supplied",
         "未按一次性补正告知书的要求补正，依据《行政许可法》第三十二条第一款第四项、第五项，决定不予受理。请向青岛市公安局申请。"),
        ("permit", "other", "因下列理由，决定不予受理。请向青岛市公安局申请。"),
        ("filing", "not_needed",
         "依法不需要备案，参照《行政许可法》第三十二条第一款第一项，不予接收。请向青岛市公安局申请。"),
        ("registration", "wrong_organ",
         "依法不属于本机关职权范围，参照《行政许可法》第三十二条第一款第二项，决定不予受理。请向青岛市公安局申请。"),
    ],
)  # fmt: skip
def test_a_non_acceptance_cites_the_article_of_its_ground(kind: ItemKind, ground: str, says: str) -> None:
    paper = NonAcceptance(ground=ground, right_organ="青岛市公安局。", reasons="理由")
    sheet = paper.sheet(replace(HEAD, item_kind=kind))
    assert sheet.paragraphs == (f"你（单位）提出的「食品经营许可」申请，{says}", "理由：理由。")


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
    assert "依据《行政许可法》第三十八条第一款和《食品安全法》第三十五条，决定准予行政许可。" in sheet.paragraphs
    assert ("有效期", "2026年3月20日至2031年3月19日") in sheet.facts
    assert ("证件编号", "JY23702140000007") in sheet.facts
    assert ("有效期", "2026年3月20日至长期") in printed(Grant, replace(HEAD, valid_until=None)).facts


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        ("permit", ["许可范围", "地点", "证件名称", "证件编号"]),
        ("filing", ["备案内容", "地点", "备案凭证", "备案编号"]),
        ("registration", ["登记内容", "地点", "登记证件", "登记证编号"]),
    ],
)
def test_a_grant_names_certificate_and_scope_in_the_words_of_its_kind(kind: ItemKind, facts: list[str]) -> None:
    assert [label for label, _ in printed(Grant, replace(HEAD, item_kind=kind)).facts[1:5]] == facts


def test_nobody_is_granted_past_who_was_accepted_before_without_looking_at_each() -> None:
    before = replace(FACTS, among={"ahead": (("370271202603180001", "甲店"), ("370271202603190002", "乙店"))})
    one = Grant(scope="卷烟零售", ahead=("370271202603180001",))
    (fault,) = one.faults(before)
    assert (fault.field, "有1件没有核对，不能越过（行政许可法第五十七条）" in fault.sentence) == ("ahead", True)
    both = replace(one, ahead=("370271202603180001", "370271202603190002"))
    assert both.faults(before) == ()
    assert Grant(scope="卷烟零售").faults(replace(FACTS, among={"ahead": ()})) == ()


@pytest.mark.parametrize("paper", [Grant, Refusal], ids=lambda paper: paper.KIND)
def test_a_decision_after_a_hearing_rests_on_its_record(paper: type[Paper]) -> None:
    says = "本决定根据听证笔录（青高新审〔2026〕听笔字第00001号）作出"
    assert says in "".join(printed(paper).paragraphs)
    assert "听证" not in "".join(printed(paper, replace(HEAD, hearing_record="")).paragraphs)


@pytest.mark.parametrize(
    ("kind", "false_material", "bars", "says"),
    [
        ("permit", False, False, "决定不予行政许可。"),
        ("permit", True, False, "依据《行政许可法》第七十八条给予警告。"),
        ("permit", True, True, "依据《行政许可法》第七十八条给予警告，一年内不得再次申请该行政许可。"),
        ("filing", True, True, "申请人提供虚假材料的，由有权机关依照有关法律、法规另行处理。"),
        ("registration", True, True, "申请人提供虚假材料的，由有权机关依照有关法律、法规另行处理。"),
    ],
)
def test_false_material_is_warned_of_and_bars_where_a_permit_concerns_safety(
    kind: ItemKind, false_material: bool, bars: bool, says: str
) -> None:
    paper = Refusal(found="租赁合同系伪造。", reasons="依据。", false_material=false_material, bars=bars)
    assert paper.sheet(replace(HEAD, item_kind=kind)).paragraphs[-1].endswith(says)


# --- revocation -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ground", REVOCATION_GROUNDS, ids=lambda ground: ground[0])
def test_a_revocation_cites_the_article_of_its_ground(ground: tuple[str, str]) -> None:
    paper = Revocation(ground=ground[0], found="事实")
    assert ground[1].endswith(f"（{in_words(paper.article)}）")
    assert cited(paper.article) in paper.sheet(HEAD).paragraphs[1]


@pytest.mark.parametrize(
    ("kind", "ground", "concerns_safety", "says"),
    [
        ("permit", "69-1-3", True,
         "你（单位）的合法权益因撤销受到损害的，依法给予赔偿（《行政许可法》第六十九条第四款）。"),
        ("permit", "69-2", True,
         "你（单位）基于该行政许可取得的利益不受保护（《行政许可法》第六十九条第四款）。依法应当给予的行政处罚另行决定；"
         "自本决定生效之日起三年内不得再次申请该行政许可（《行政许可法》第七十九条）。"),
        ("permit", "69-2", False,
         "你（单位）基于该行政许可取得的利益不受保护（《行政许可法》第六十九条第四款）。"
         "依法应当给予的行政处罚另行决定（《行政许可法》第七十九条）。"),
        ("filing", "69-1-3", True, "你（单位）的合法权益因撤销受到损害的，依法给予赔偿。"),
        ("registration", "69-2", True, "依法应当给予行政处罚的，由有权机关另行处理。"),
    ],
)  # fmt: skip
def test_a_revocation_says_what_follows_for_the_holder_by_its_ground(
    kind: ItemKind, ground: str, concerns_safety: bool, says: str
) -> None:
    head = replace(HEAD, item_kind=kind, concerns_safety=concerns_safety)
    assert Revocation(ground=ground, found="事实").sheet(head).paragraphs[2] == says


def test_a_revocation_must_follow_on_fraud_and_may_on_the_other_grounds() -> None:
    assert "应当予以撤销，现决定撤销" in printed(Revocation).paragraphs[1]
    assert "应当" not in Revocation(ground="69-1-1", found="事实").sheet(HEAD).paragraphs[1]


@pytest.mark.parametrize(
    ("has_licence", "permits_left", "says"),
    [
        (True, 2, "行业综合许可证所载该项信息即时调整，请持旧证免费换发新证。"),
        (True, 1, "行业综合许可证自本决定生效之日起停止使用，请交回。"
                  "行业综合许可证至少载明两项有效许可；目前有效许可1项，因此不制发综合许可证。已取得的单项法定许可证照常有效，可单独使用。"),
        (True, 0, "行业综合许可证自本决定生效之日起停止使用，请交回。"
                  "行业综合许可证至少载明两项有效许可；目前有效许可0项，因此不制发综合许可证。"),
        (False, 2, ""),
        (False, 0, ""),
    ],
)  # fmt: skip
def test_a_revocation_says_what_becomes_of_the_licence(has_licence: bool, permits_left: int, says: str) -> None:
    sheet = printed(Revocation, replace(HEAD, has_licence=has_licence, permits_left=permits_left))
    assert ("生效日期", "2026年3月20日") in sheet.facts
    assert "本决定自2026年3月20日起生效" in sheet.paragraphs[3]
    assert "".join(sheet.paragraphs[4:]) == says


# --- small papers ---------------------------------------------------------------------------------------------------


def test_deemed_acceptance_says_from_which_day() -> None:
    assert "自收到申请材料之日（2026年3月19日）起即为受理" in "".join(printed(DeemedAcceptance).paragraphs)


def test_a_receipt_says_that_it_is_no_acceptance() -> None:
    sheet = printed(Receipt)
    assert "本凭证不代表受理" in "".join(sheet.paragraphs)
    assert ("查询码", "ABCD-EFGH-JKMN") in sheet.facts
    assert ("最迟答复受理日", "2026年3月26日（暂定）") in sheet.facts


def test_a_withdrawal_leaves_no_mark_whether_a_reason_is_given_or_not() -> None:
    assert "撤回原因：申请人自愿撤回。撤回不作为" in "".join(Withdrawal().sheet(HEAD).paragraphs)
    assert "撤回原因：换了铺面。撤回不作为" in "".join(printed(Withdrawal).paragraphs)


def test_an_answer_to_the_notice_lists_the_new_files_and_the_corrected_fields() -> None:
    sheet = printed(SupplementReply)
    assert sheet.tables[0].rows == (("平面图", "2个文件"),)
    assert ("更正的信息", "经营面积") in sheet.facts


def test_a_table_without_rows_is_not_printed() -> None:
    sheet = SupplementReply().sheet(replace(HEAD, materials=(), corrected=(), counted=()))
    assert sheet.tables == ()
    assert "补充说明" not in "".join(sheet.paragraphs)


# --- small things ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("换了铺面", "换了铺面。"),
        (" 换了铺面。。 ", "换了铺面。"),
        ("真的！", "真的！"),
        ("有专间；\n", "有专间。"),
        ("。", ""),
        ("", ""),
    ],
)
def test_what_a_person_typed_ends_with_one_stop(typed: str, printed: str) -> None:
    assert ended(typed) == printed


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
        assert (how.widget in {"choice", "several"}) == bool(how.options or how.among)
