"""What is wrong with a paper of a procedure, and what it says in each case."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.law.procedure_papers import BAD, IN_PROCEDURE, LATER, TODAY, TWO, YESTERDAY
from tests.law.test_papers import FACTS, HEAD
from yizheng.law.items import ItemKind
from yizheng.law.papers import (
    ArchiveIndex,
    Cosignature,
    DeliveryAttempt,
    GapAcceptance,
    GapReply,
    MissedDecision,
    OverdueExplanation,
    Paper,
    Recheck,
    Rectification,
    SeparationException,
    ServiceReceipt,
    SpecialProcedure,
    Termination,
    VisitCall,
    VisitRecord,
    asked,
    missed_remedy,
)
from yizheng.law.papers.delivery import NEED_PROOF, WAYS
from yizheng.law.papers.procedure import END_GROUNDS, PROCEDURES
from yizheng.law.papers.visit import FOUND


def told(paper: Paper, **head: object) -> str:
    return "".join(paper.sheet(replace(HEAD, **head)).paragraphs)  # type: ignore[arg-type]


@pytest.mark.parametrize(("paper", "field", "says"), BAD)
def test_a_fault_names_the_field_and_the_rule(paper: Paper, field: str, says: str) -> None:
    assert [(fault.field, says in fault.sentence) for fault in paper.faults(FACTS)] == [(field, True)]


def test_every_paper_with_something_to_fill_in_has_a_bad_example() -> None:
    demanding = {type(paper) for paper in IN_PROCEDURE if any(how.required for how in asked(type(paper)).values())}
    assert {type(paper) for paper, _, _ in BAD} == demanding


# --- special procedures ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("procedure", "ground"), PROCEDURES)
def test_a_special_procedure_is_called_by_its_name_in_the_count(procedure: str, ground: str) -> None:
    paper = SpecialProcedure(procedure=procedure, why="法律要求。", until_on=LATER)
    assert paper.ground == ground
    assert f"需要{ground}：法律要求。" in told(paper)


def test_neither_visit_nor_rectification_is_a_special_procedure_and_a_hearing_has_papers_of_its_own() -> None:
    assert {key for key, _ in PROCEDURES} == {
        "tender", "auction", "inspection", "test", "quarantine", "appraisal", "experts",
    }  # fmt: skip


def test_a_procedure_may_end_on_the_very_day_it_is_told() -> None:
    assert SpecialProcedure(procedure="test", why="检测。", until_on=TODAY).faults(FACTS) == ()


# --- a missed decision ----------------------------------------------------------------------------------------------


def test_who_waits_in_vain_is_told_to_ask_for_reconsideration_first_then_a_court() -> None:
    sentence = missed_remedy("青岛市人民政府")
    assert sentence.index("应当先向青岛市人民政府申请行政复议") < sentence.index("提起行政诉讼")
    assert "《行政复议法》第二十三条" in sentence
    assert sentence in told(MissedDecision())
    assert "应当先向有权的复议机关申请" in told(MissedDecision(), remedies=None)


def test_what_was_decided_late_is_explained_without_a_day_on_which_to_expect_it() -> None:
    late = OverdueExplanation(reasons="检测机构停业检修。")
    decided = replace(FACTS, decided_on=TODAY)
    assert late.faults(decided) == ()
    assert "原因：检测机构停业检修。现已办结。" in told(late)
    (fault,) = replace(late, expected_on=LATER).faults(decided)
    assert (fault.field, fault.sentence) == ("expected_on", "已经办结，不再填写「预计办结日」。")


# --- delivery -------------------------------------------------------------------------------------------------------


def test_nothing_was_carried_to_the_applicant_before_it_was_decided() -> None:
    tried = DeliveryAttempt(way="post", tried_on=YESTERDAY, why="退回。")
    assert tried.faults(replace(FACTS, decided_on=YESTERDAY)) == ()
    (fault,) = tried.faults(replace(FACTS, decided_on=TODAY))
    assert fault.sentence == "「哪一天送的」不能早于作出决定的那一天。"


# --- exceptions -----------------------------------------------------------------------------------------------------


def test_nobody_signs_an_exception_for_themselves_nor_a_deputy_for_the_principal() -> None:
    paper = SeparationException(person="zhao", pair="review-decide", reasons="人少。")
    assert paper.faults(replace(FACTS, signers=frozenset({"liu"}))) == ()
    for signers in ({"zhao"}, {"chen", "zhao"}):
        (fault,) = paper.faults(replace(FACTS, signers=frozenset(signers)))
        assert "改革方案第四部分，受审分离" in fault.sentence


# --- termination ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("ground", "why"), END_GROUNDS)
def test_a_termination_says_why_and_how_to_contest_it(ground: str, why: str) -> None:
    sheet = Termination(ground=ground, reasons="事实。").sheet(HEAD)
    assert f"因{why}，现终止审查。" in sheet.paragraphs[0]
    assert HEAD.remedies is not None
    assert HEAD.remedies.court in sheet.remedies[0]


@pytest.mark.parametrize(
    ("kind", "says"),
    [("permit", "依法不需要取得行政许可。"), ("filing", "依法不需要备案。"), ("registration", "依法不需要登记。")],
)
def test_who_needs_it_no_longer_is_told_so_in_the_words_of_its_kind(kind: ItemKind, says: str) -> None:
    assert says in told(Termination(ground="not_needed", reasons="废止。"), item_kind=kind)
    assert says not in told(Termination(ground="other", reasons="其他。"), item_kind=kind)


# --- visits ---------------------------------------------------------------------------------------------------------


def test_a_second_visit_needs_its_reason() -> None:
    been_there = replace(FACTS, visited=True)
    (fault,) = VisitCall(visit_on=LATER).faults(been_there)
    assert (fault.field, "再去一次必须写明理由" in fault.sentence) == ("again", True)
    assert VisitCall(visit_on=LATER, again="上次没有人在场。").faults(been_there) == ()


def test_what_is_left_empty_on_a_visit_is_not_printed() -> None:
    assert "请准备" not in told(VisitCall(visit_on=LATER))
    assert "申请人的意见" not in told(VisitRecord(visited_on=TODAY, inspectors=TWO, found="好。", result="passed"))


@pytest.mark.parametrize(("result", "label"), FOUND)
def test_a_record_says_its_result_and_who_was_there(result: str, label: str) -> None:
    sheet = VisitRecord(visited_on=TODAY, inspectors=TWO, found="见表。", result=result).sheet(HEAD)
    assert f"结论：{label}。" in sheet.paragraphs
    assert ("人员", "王一　执法证号1；李二　执法证号2") in sheet.facts


@pytest.mark.parametrize(("result", "says"), [("passed", "结论：整改到位。"), ("failed", "结论：整改不到位。")])
def test_a_recheck_says_whether_it_was_put_right(result: str, says: str) -> None:
    assert says in told(Recheck(visited_on=TODAY, inspectors=TWO, found="见表。", result=result))


def test_a_rectification_says_whether_its_time_counts() -> None:
    paper = Rectification(findings="排烟管道未接通。", until_on=LATER)
    assert "整改时间不计入办理期限（《医疗器械经营监督管理办法》第十三条）" in told(paper)
    assert "整改期间办理期限照常计算" in told(paper, pause_basis="")


# --- within the organ -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("agrees", "says"), [("yes", "同意审查意见：有据。"), ("no", "不同意审查意见：有据。")])
def test_a_second_signature_says_whether_it_agrees(agrees: str, says: str) -> None:
    assert told(Cosignature(agrees=agrees, words="有据。")) == says


# --- a gap ----------------------------------------------------------------------------------------------------------


def test_an_acceptance_with_a_gap_lists_what_is_missing_by_name_and_until_when() -> None:
    sheet = GapAcceptance(missing=("M_PLAN", "M_LEASE"), promised=True).sheet(HEAD)
    assert sheet.tables[0].rows == (("平面图",), ("租赁合同",))
    assert ("补交期限", "2026年3月26日（暂定）") in sheet.facts


@pytest.mark.parametrize(
    ("kind", "label"), [("permit", "受理日期"), ("filing", "接收日期"), ("registration", "受理日期")]
)
def test_when_it_was_accepted_is_said_in_the_words_of_its_kind(kind: ItemKind, label: str) -> None:
    facts = GapAcceptance(missing=("M_PLAN",), promised=True).sheet(replace(HEAD, item_kind=kind)).facts
    assert (label, "2026年3月19日") in facts


def test_what_has_come_is_listed() -> None:
    assert GapReply().sheet(HEAD).tables[0].rows == HEAD.materials


# --- service and archive --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("way", "label"), WAYS)
def test_every_way_of_serving_has_its_proof(way: str, label: str) -> None:
    bare = ServiceReceipt(way=way, recipient="张三", consent=True)
    assert [fault.field for fault in bare.faults(FACTS)] == (["proof"] if way in NEED_PROOF else [])
    proven = replace(bare, proof="邮件号1234567890")
    assert proven.faults(FACTS) == ()
    assert ("送达方式", label) in proven.sheet(HEAD).facts


def test_consent_to_electronic_service_stands_on_the_proof() -> None:
    agreed = ServiceReceipt(way="electronic", recipient="张三", consent=True).sheet(HEAD)
    assert ("同意电子送达", "是") in agreed.facts
    assert "同意电子送达" not in dict(ServiceReceipt(way="window", recipient="张三").sheet(HEAD).facts)


def test_what_is_archived_is_listed_with_its_digest() -> None:
    (table,) = ArchiveIndex().sheet(HEAD).tables
    assert table.head[-1] == "摘要值"
    assert table.rows == HEAD.files
