"""Who may do what to a permit: one sentence for every reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from yizheng.law.authority import Facts, Post, Who
from yizheng.law.permit_authority import PermitFacts, why_not_permit
from yizheng.law.permit_transitions import PERMIT_LINES
from yizheng.law.post_check import Checking
from yizheng.law.words import Role, Standing, State, Verb

ITEM = Facts(
    case_id="此件", item_name="消防安全检查", organ="XFJY", organ_name="消防救援大队", section="", state=State.GRANTED
)
FACTS = PermitFacts(item=ITEM, supervisor="SCJG", supervisor_name="市场监管部")
DECIDER = Who(id="d", name="决定", posts=(Post(Role.DECIDER, "XFJY"),))
SUPERVISOR = Who(id="s", name="监管", posts=(Post(Role.SUPERVISOR, "SCJG"),))
APPLICANT = Who(id="a", name="申请人", applies_for="此件")
CHANGING = replace(FACTS, waiting=frozenset({"change"}))
RENEWING = replace(FACTS, waiting=frozenset({"renewal"}))


def says(standing: Standing, verb: Verb, who: Who, facts: PermitFacts = FACTS) -> str:
    return why_not_permit(PERMIT_LINES[(standing, verb)], who, facts)


@pytest.mark.parametrize(
    ("standing", "verb", "who", "facts"),
    [
        (Standing.IN_FORCE, Verb.ASK_CHANGE, APPLICANT, FACTS),
        (Standing.IN_FORCE, Verb.ASK_RENEWAL, APPLICANT, FACTS),
        (Standing.CHANGING, Verb.CHANGE, DECIDER, CHANGING),
        (Standing.RENEWING, Verb.RENEW, DECIDER, RENEWING),
        (Standing.DEEMED_RENEWED, Verb.ASK_RENEWAL, APPLICANT, RENEWING),
        (Standing.IN_FORCE, Verb.REVOKE, DECIDER, replace(FACTS, checking=Checking.BREACHED)),
        (Standing.IN_FORCE, Verb.SUSPEND, SUPERVISOR, FACTS),
        (Standing.IN_FORCE, Verb.POST_CHECK, SUPERVISOR, replace(FACTS, checking=Checking.DUE)),
        (Standing.IN_FORCE, Verb.ORDER, SUPERVISOR, replace(FACTS, checking=Checking.FAILED)),
        (Standing.IN_FORCE, Verb.FORFEIT, SUPERVISOR, replace(FACTS, checking=Checking.BREACHED)),
        (Standing.REVOKED, Verb.CANCEL, DECIDER, replace(FACTS, checking=Checking.BREACHED)),
        (Standing.SUSPENDED, Verb.RENEW, DECIDER, replace(RENEWING, by_law=True)),
        (Standing.SUSPENDED, Verb.REFUSE_RENEWAL, DECIDER, RENEWING),
    ],
)
def test_who_may_is_given_no_reason(standing: Standing, verb: Verb, who: Who, facts: PermitFacts) -> None:
    assert says(standing, verb, who, facts) == ""


@pytest.mark.parametrize(
    ("standing", "verb", "who", "facts", "reason"),
    [
        (Standing.IN_FORCE, Verb.REVOKE, SUPERVISOR, FACTS, "只能由决定人办理"),
        (Standing.IN_FORCE, Verb.REVOKE, replace(DECIDER, posts=(Post(Role.DECIDER, "YCZM"),)), FACTS,
         "由消防救援大队"),
        (Standing.IN_FORCE, Verb.SUSPEND, replace(SUPERVISOR, posts=(Post(Role.SUPERVISOR, "XFJY"),)), FACTS,
         "由市场监管部监管"),
        (Standing.RENEWING, Verb.ASK_CHANGE, APPLICANT, CHANGING, "已有变更申请在办"),
        (Standing.IN_FORCE, Verb.ASK_RENEWAL, APPLICANT, replace(FACTS, why_no_renewal="还没有到延续期。"), "还没有到"),
        (Standing.EXPIRED, Verb.RENEW, DECIDER, FACTS, "没有等待决定的延续申请"),
        (Standing.CHANGING, Verb.REFUSE_CHANGE, DECIDER, FACTS, "没有等待决定的变更申请"),
        (Standing.IN_FORCE, Verb.POST_CHECK, SUPERVISOR, FACTS, "承诺核查现为「不需要核查」"),
        (Standing.IN_FORCE, Verb.ORDER, SUPERVISOR, replace(FACTS, checking=Checking.DUE), "承诺核查现为「待核查」"),
        (Standing.IN_FORCE, Verb.RECALL, DECIDER, replace(FACTS, checking=Checking.BREACHED), "应当撤销许可"),
        (Standing.EXPIRED, Verb.RENEW, DECIDER, replace(RENEWING, checking=Checking.BREACHED), "应当撤销许可"),
        (Standing.SUSPENDED, Verb.REFUSE_RENEWAL, DECIDER, replace(RENEWING, by_law=True), "已视为准予延续"),
    ],
)  # fmt: skip
def test_who_may_not_is_told_why(standing: Standing, verb: Verb, who: Who, facts: PermitFacts, reason: str) -> None:
    assert reason in says(standing, verb, who, facts)
