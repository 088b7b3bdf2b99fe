"""容缺: what may be promised for later, and what the notice of an acceptance with a gap must say (domain §2.9)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.published import assessed
from yizheng.law.authority import Facts, Post, Who, why_not
from yizheng.law.handling import on_the_spot, why_needed_now, why_not_later
from yizheng.law.papers import GapAcceptance, GapPromise, Head, PaperFacts, Termination
from yizheng.law.transitions import LINES
from yizheng.law.words import Role, State, Verb

TODAY = date(2026, 3, 2)
OFFERED = PaperFacts(today=TODAY, among={"gap": (("M_A", "健康证"), ("M_B", "租赁合同"))})


def test_a_material_may_come_later_only_if_every_item_that_uses_it_allows_it():
    why = why_not_later(assessed("RESTAURANT"))
    assert [code for code, reason in why.items() if not reason] == ["M_STAFF_HEALTH"]
    assert why["M_PLAN_BASE"].startswith("属于必要材料")
    assert "涉及生态安全，不适用容缺受理（改革方案三（二））" in why["M_PLAN_SEWER"]


def test_what_is_decided_on_the_spot_needs_everything_at_once():
    shop = assessed("RESTAURANT")
    health = next(each for each in shop.materials if each.material.code == "M_STAFF_HEALTH")
    items = {each.item.code: each.item for each in shop.items}
    assert why_needed_now(health, items) == ""
    assert "当场办结" in why_needed_now(health, items, {"FOOD_CATERING"})
    assert why_needed_now(health, {}) == "", "an item that is not of the case asks for nothing"
    assert on_the_spot(shop.items) == {each.item.code for each in shop.items if each.promised.term.n == 0}


@pytest.mark.parametrize(
    ("paper", "wrong"),
    [
        (GapAcceptance(missing=("M_A", "M_B"), promised=True), []),
        (GapAcceptance(missing=("M_A",), promised=True), ["missing"]),
        (GapAcceptance(missing=("M_A", "M_B")), ["promised"]),
        (GapAcceptance(promised=True), ["missing"]),
    ],
)
def test_an_acceptance_with_a_gap_names_everything_that_is_missing_and_rests_on_a_promise(paper, wrong):
    assert [each.field for each in paper.faults(OFFERED)] == wrong


@pytest.mark.parametrize(
    ("ground", "over", "wrong"), [("gap", False, True), ("gap", True, False), ("gone", False, False)]
)
def test_a_gap_ends_the_review_only_when_its_time_is_over(ground, over, wrong):
    paper = Termination(ground=ground, reasons="逾期没有补交。")
    assert bool(paper.faults(PaperFacts(today=TODAY, gap_over=over))) is wrong


def test_what_is_promised_and_missing_is_accepted_with_a_gap_or_not_at_all():
    window = Who(id="w", name="王窗口", posts=(Post(Role.WINDOW, "SPB"),))
    facts = Facts(
        case_id="c", item_name="餐饮", organ="SCJG", organ_name="市场监管", section="", state=State.SUBMITTED,
        promised=("健康证",),
    )  # fmt: skip
    assert "承诺后补的材料还没有交：健康证" in why_not(LINES[(State.SUBMITTED, Verb.ACCEPT)], window, facts)
    for state in (State.SUBMITTED, State.SUPPLIED):
        assert why_not(LINES[(state, Verb.GAP_ACCEPT)], window, facts) == ""


def test_the_promise_says_what_until_when_and_what_follows():
    head = Head(
        number="1", organ="审批部", hall="大厅", contact="1", case_number="1", industry="餐饮", applicant="某店",
        applicant_code="1", made_on=TODAY,
    )  # fmt: skip
    sheet = GapPromise(missing=(("健康证", "餐饮", "受理后7个工作日内"),), signed_by="张三", on=TODAY).sheet(head)
    assert sheet.tables[0].rows == (("健康证", "餐饮", "受理后7个工作日内"),)
    assert "逾期没有补齐的，终止审查" in "".join(sheet.paragraphs)
    assert sheet.paragraphs[-1] == "承诺人：张三　2026年3月2日"
