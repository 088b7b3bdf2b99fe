"""The check after a grant 核查, and when it fails: order to mend, check again, revoke (domain C10, §7-14)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from yizheng.law.items.life import PostCheck
from yizheng.law.terms import Run, Term, Unit
from yizheng.law.words import ClockName, Verb


class Checking(StrEnum):
    """Where the check after a grant stands."""

    NONE = ""
    DUE = "due"
    PASSED = "passed"
    FAILED = "failed"
    ORDERED = "ordered"
    BREACHED = "breached"

    @property
    def label(self) -> str:
        """The words on pages."""
        return {
            "": "不需要核查",
            "due": "待核查",
            "passed": "核查合格",
            "failed": "核查不合格，待责令改正",
            "ordered": "已责令限期改正，待复查",
            "breached": "逾期未改正，应当撤销",
        }[self.value]


OPEN = frozenset({Checking.DUE, Checking.FAILED, Checking.ORDERED})
"""Where the next step has its own time, which a clock counts."""

STEPS = {
    (Checking.DUE, Verb.POST_CHECK, True): Checking.PASSED,
    (Checking.DUE, Verb.POST_CHECK, False): Checking.FAILED,
    (Checking.FAILED, Verb.ORDER, True): Checking.ORDERED,
    (Checking.ORDERED, Verb.POST_CHECK, True): Checking.PASSED,
    (Checking.ORDERED, Verb.POST_CHECK, False): Checking.BREACHED,
}
"""What a step makes of the check: the verb, and whether what was committed to is met."""


def next_check(now: Checking, verb: Verb, *, met: bool = True) -> Checking | None:
    """Where the check stands after a step; None when the step is not the next one."""
    return STEPS.get((now, verb, met))


def check_run(rule: PostCheck, now: Checking, on: date, mend_by: date | None = None) -> Run | None:
    """The clock that runs while the check stands so, counted from the grant, the check or the day to mend by."""
    term = {Checking.DUE: rule.within, Checking.FAILED: rule.order_within, Checking.ORDERED: rule.recheck_within}.get(
        now
    )
    if term is None:
        return None
    return Run(ClockName.POST_CHECK, mend_by or on, term, "、".join(rule.basis))


TOLD_TERM, REISSUE_TERM = Term(1, Unit.WORKING_DAY), Term(3, Unit.WORKING_DAY)


def told_run(on: date) -> Run:
    """One working day to tell the lead department, and for its receipt (高新区一业一证方案 四(三); domain C11)."""
    return Run(ClockName.LIFE_NOTICE, on, TOLD_TERM, "高新区一业一证方案 四(三)")


def reissue_run(on: date) -> Run:
    """Three working days to hand out a new version of the licence (高新区一业一证方案 四(三); domain C12)."""
    return Run(ClockName.REISSUE, on, REISSUE_TERM, "高新区一业一证方案 四(三)")
