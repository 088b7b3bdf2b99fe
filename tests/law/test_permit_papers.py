"""What is wrong with a paper about a permit, and what it says in each case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.law.test_papers import FACTS, HEAD
from yizheng.law.grounds import grounds
from yizheng.law.papers import (
    Cancellation,
    ChangeApplication,
    DeemedRenewal,
    Letter,
    Paper,
    PostCheckRecord,
    Recall,
    RectificationOrder,
    RenewalApplication,
    RenewalDecision,
    Revocation,
)
from yizheng.law.papers.permit_ends import CANCEL_GROUNDS
from yizheng.law.post_check import Checking
from yizheng.law.words import Standing, Verb


def told(paper: Paper) -> str:
    return "".join(paper.sheet(HEAD).paragraphs)


@pytest.mark.parametrize(
    ("paper", "field", "says"),
    [
        (ChangeApplication(), "holder", "请至少填写一项变更后的内容"),
        (ChangeApplication(premises="和源路1号"), "premises", "和许可证上的一样"),
        (PostCheckRecord(result="met", checkers="甲", found="符合。"), "checkers", "两名以上"),
        (RectificationOrder(demands="打开出口。", mend_by=FACTS.today), "mend_by", "应当在今天以后"),
        (RectificationOrder(demands="打开出口。"), "mend_by", "请填写「改正期限」"),
        (Cancellation(ground="70-4"), "ground", "不适用所选的情形"),
        (Revocation(ground="69-2", found="事实"), "ground", "不适用所选的情形"),
    ],
)
def test_a_fault_names_the_field_and_the_rule(paper: Paper, field: str, says: str) -> None:
    facts = replace(FACTS, grounds=("70-6", "26-2"), stated=(("premises", "和源路1号"),))
    assert [(fault.field, says in fault.sentence) for fault in paper.faults(facts)] == [(field, True)]


def test_what_is_open_has_no_fault() -> None:
    facts = replace(FACTS, grounds=("70-6", "26-2"))
    assert not Cancellation(ground="70-6").faults(facts)
    assert not Revocation(ground="26-2", found="出口仍然上锁。").faults(facts)
    assert not ChangeApplication(holder="新名").faults(replace(FACTS, stated=(("holder", "旧名"),)))


def test_a_broken_commitment_must_be_revoked_and_goes_into_the_credit_record() -> None:
    said = told(Revocation(ground="26-2", found="复查时出口仍然上锁。"))
    assert "依据《青岛市优化营商环境条例》第二十六条第二款，该行政许可应当予以撤销" in said
    assert "信用修复以前不适用告知承诺" in said


def test_an_application_late_says_that_nothing_is_deemed() -> None:
    late = told(RenewalApplication(in_time=False))
    assert "不视为准予延续" in late
    assert "逾期未作决定的，视为准予延续" in told(RenewalApplication())


def test_a_term_without_end_is_long_term() -> None:
    endless = replace(HEAD, valid_until=None)
    assert "至长期" in "".join(RenewalDecision().sheet(endless).paragraphs)
    assert "至长期" in "".join(DeemedRenewal().sheet(endless).paragraphs)


def test_a_letter_within_one_organ_names_no_addressee() -> None:
    assert Letter(wish="know", matter="已变更").sheet(HEAD).paragraphs[0].startswith("关于")


def test_a_recall_compensates_and_cites_its_article() -> None:
    assert "补偿：" in told(Recall(ground="facts", found="规划调整。", compensation="评估后补偿。"))


@pytest.mark.parametrize("ground", CANCEL_GROUNDS)
def test_a_cancellation_cites_the_article_of_its_ground(ground: str) -> None:
    assert CANCEL_GROUNDS[ground][0] in told(Cancellation(ground=ground))


@pytest.mark.parametrize(
    ("verb", "standing", "checking", "open_"),
    [
        (Verb.REVOKE, Standing.IN_FORCE, Checking.BREACHED, ("26-2",)),
        (Verb.REVOKE, Standing.IN_FORCE, Checking.PASSED, ("69-1-1", "69-1-2", "69-1-3", "69-1-4", "69-2")),
        (Verb.CANCEL, Standing.RENEWING, Checking.NONE, ("70-2", "70-3", "70-5", "70-6")),
        (Verb.CANCEL, Standing.SUSPENDED, Checking.NONE, ("70-2", "70-3", "70-5", "70-6")),
        (Verb.CANCEL, Standing.EXPIRED, Checking.NONE, ("70-1",)),
        (Verb.CANCEL, Standing.REVOKED, Checking.NONE, ("70-4",)),
        (Verb.RECALL, Standing.IN_FORCE, Checking.NONE, ()),
    ],
)
def test_only_the_grounds_that_fit_are_open(
    verb: Verb, standing: Standing, checking: Checking, open_: tuple[str, ...]
) -> None:
    assert grounds(verb, standing, checking) == open_


def test_an_order_gives_a_day_to_come() -> None:
    assert not RectificationOrder(demands="打开出口。", mend_by=date(2026, 3, 21)).faults(FACTS)
