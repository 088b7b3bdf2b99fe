"""The permits of a case for their holder: what may be asked for, until when and why, and what each change would ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from yizheng.cases.file import day_of
from yizheng.cases.queries.subjects import subject_of
from yizheng.catalogue import publishing
from yizheng.law.authority import Who
from yizheng.law.changes import opened_as
from yizheng.law.items.life import CHANGE
from yizheng.law.papers.permit_requests import FACTS
from yizheng.law.permit_authority import why_not_permit
from yizheng.law.permit_transitions import PERMIT_LINES, RUNS, no_permit_line
from yizheng.law.permits import Asked
from yizheng.law.renewal import Window, reminder
from yizheng.law.words import Standing, Verb
from yizheng.licences.facts import permit_facts, renewal_window
from yizheng.licences.models import Permit, PermitRequest
from yizheng.licences.queries.permits import permits_of
from yizheng.licences.seen import PermitSeen

WORDS = {
    "waiting": "由机关审查决定",
    "reapply": "须重新申请许可",
    "not_needed": "不需要变更",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPermit:
    """A permit as its holder sees it; ``why_no_renewal`` is empty when renewal can be asked for now."""

    permit: PermitSeen
    states: tuple[tuple[str, str], ...]
    window: Window | None
    why_no_renewal: str
    why_no_change: str
    remind: int | None
    changes: tuple[tuple[str, str], ...]
    """What a change of each fact would ask of this permit, in words."""


def own_permits(case_id: UUID, who: Who, at: datetime) -> tuple[OwnPermit, ...]:
    """The permits of a case that run, for their holder or the window."""
    rows = {each.id: each for each in Permit.objects.filter(licence_id=case_id)}
    waiting: dict[UUID, set[Asked]] = {}
    for permit_id, kind in PermitRequest.objects.filter(permit__in=rows, state="waiting").values_list("permit", "kind"):
        waiting.setdefault(permit_id, set()).add("change" if kind == "change" else "renewal")
    seen = (each for each in permits_of(case_id, at) if each.standing in RUNS)
    return tuple(_own(each, rows[each.id], waiting.get(each.id, set()), who, at) for each in seen)


def _own(seen: PermitSeen, row: Permit, waiting: set[Asked], who: Who, at: datetime) -> OwnPermit:
    on, calendar = day_of(at), publishing.calendar()
    subject = subject_of(row.item_case_id, on)
    item, by_law = subject.catalogue.items[row.item], seen.standing == Standing.DEEMED_RENEWED
    facts = permit_facts(
        row, subject.facts, waiting, until_on=seen.until_on, by_law=by_law, catalogue=subject.catalogue,
        calendar=calendar, on=on,
    )  # fmt: skip

    def why_not(verb: Verb) -> str:
        line = PERMIT_LINES.get((seen.standing, verb))
        return why_not_permit(line, who, facts) if line else no_permit_line(seen.standing, verb)

    rule, asked = item.change or CHANGE, "renewal" in waiting
    return OwnPermit(
        permit=seen,
        states=tuple((label, getattr(row, fact)) for fact, label in FACTS.items()),
        window=renewal_window(item, seen.until_on, calendar),
        why_no_renewal=why_not(Verb.ASK_RENEWAL),
        why_no_change=why_not(Verb.ASK_CHANGE),
        remind=reminder(seen.until_on, on) if seen.until_on and (by_law or not asked) else None,
        changes=tuple((label, WORDS[opened_as(getattr(rule, fact))]) for fact, label in FACTS.items()),
    )
