"""What each verb does to a permit beside its standing: its term, what it states, the check, the request it answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from yizheng.cases.file import CaseFile
from yizheng.law.changes import Request
from yizheng.law.items.life import RENEWAL
from yizheng.law.papers import ClosureNote, Paper, PostCheckRecord, RectificationOrder, chinese_date
from yizheng.law.papers.supervision import MET
from yizheng.law.permits import Asked
from yizheng.law.post_check import Checking, check_run, next_check
from yizheng.law.renewal import renewed
from yizheng.law.words import Verb
from yizheng.licences.facts import renewed_by_law
from yizheng.licences.models import Permit
from yizheng.licences.shelf import waiting_for

Columns = dict[str, Any]


def change(file: CaseFile, permit: Permit, _: Paper) -> Columns:
    """The permit states what was asked for (行政许可法 49)."""
    asked = _answered(file, permit, "change", Request.GRANTED)
    return {fact: new for fact, (_, new) in asked.facts.items()}


def refuse_change(file: CaseFile, permit: Permit, _: Paper) -> Columns:
    """The permit keeps what it states (行政许可法 49)."""
    _answered(file, permit, "change", Request.REFUSED)
    return {}


def renew(file: CaseFile, permit: Permit, _: Paper) -> Columns:
    """A new term; what the law has renewed already keeps the term that the law gave it (行政许可法 50(2))."""
    asked = _answered(file, permit, "renewal", Request.GRANTED)
    if renewed_by_law(permit, (asked,), file.today):
        return {}
    item = file.catalogue.items[permit.item]
    assert permit.until_on is not None  # only a permit with a term can be renewed
    continues = (item.renewal_window or RENEWAL).continues
    from_on, until_on = renewed(continues, item.validity.years, permit.until_on, file.today)
    return {"from_on": from_on, "until_on": until_on, "renewed_until_on": None, "reminded": 0}


def refuse_renewal(file: CaseFile, permit: Permit, _: Paper) -> Columns:
    """The permit ends with its term (行政许可法 50(2))."""
    _answered(file, permit, "renewal", Request.REFUSED)
    return {"renewed_until_on": None}


def post_check(file: CaseFile, permit: Permit, paper: Paper) -> Columns:
    """The check goes on: passed, failed, or broken for good (青岛市优化营商环境条例 26)."""
    assert isinstance(paper, PostCheckRecord)  # the table wants this paper for this verb
    return _checked(file, permit, Verb.POST_CHECK, met=paper.result == MET)


def order(file: CaseFile, permit: Permit, paper: Paper) -> Columns:
    """The check waits for the day to mend by (青岛市优化营商环境条例 26(2))."""
    assert isinstance(paper, RectificationOrder)  # the table wants this paper for this verb
    return _checked(file, permit, Verb.ORDER, paper=paper)


def halt(file: CaseFile, permit: Permit, paper: Paper) -> Columns:
    """A note beside the permit, which stays in force (行政处罚法 9)."""
    assert isinstance(paper, ClosureNote)  # the table wants this paper for this verb
    return {"note": f"责令停业整顿至{chinese_date(paper.until_on)}（{paper.decision}）"}


def _answered(file: CaseFile, permit: Permit, kind: Asked, state: Request) -> Any:
    asked = waiting_for(file, permit)[kind]
    file.act.change(asked, state=state, decided_at=file.act.at)
    return asked


def _checked(
    file: CaseFile, permit: Permit, verb: Verb, *, met: bool = True, paper: RectificationOrder | None = None
) -> Columns:
    now = next_check(Checking(permit.checking), verb, met=met)
    rule = file.catalogue.items[permit.item].post_check
    assert now is not None  # the rules of authority have seen that it is the next step
    assert rule is not None  # a check is due only where the item has one
    run = check_run(rule, now, file.today, paper.mend_by if paper else None)
    return {"checking": now, "check_run": run.as_data() if run else None}


EFFECTS: Mapping[Verb, Callable[[CaseFile, Permit, Paper], Columns]] = {
    Verb.CHANGE: change,
    Verb.REFUSE_CHANGE: refuse_change,
    Verb.RENEW: renew,
    Verb.REFUSE_RENEWAL: refuse_renewal,
    Verb.POST_CHECK: post_check,
    Verb.ORDER: order,
    Verb.HALT: halt,
}
