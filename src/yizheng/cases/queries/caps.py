"""The cap on cases whose items are handled together: the count of one, and the list of those near their end (C5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yizheng.cases.models import Case, ItemCase
from yizheng.cases.outcome import joint_of
from yizheng.cases.queries.as_of import DueDay, near
from yizheng.cases.queries.dates import Count, count
from yizheng.cases.queries.sight import cases_under_a_cap
from yizheng.catalogue import publishing
from yizheng.law.authority import Who
from yizheng.law.joint import why_not_extended
from yizheng.law.words import Role
from yizheng.ledger.paging import ROWS, Cursor

NEAR = 15
"""From how many working days before its end on a cap is watched: as many as it can be extended by."""


def cap_of(case: Case, item_cases: Sequence[ItemCase], on: date) -> Count | None:
    """The cap of a case, counted day by day, while it runs (行政许可法 42(2))."""
    run = joint_of(case, item_cases, on)
    return count(run, publishing.calendar()) if run and run.stopped_on is None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class CapShown:
    """A case near the end of its cap, or past it."""

    id: UUID
    number: str
    holder: str
    industry: str
    due: DueDay
    over: bool
    open_items: tuple[str, ...]
    count: Count
    extended: bool
    why_not: str
    """Why it cannot be extended now; empty when it can."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caps:
    """The list: whether this person may extend, how many caps have passed, a page of rows, where the next begins."""

    may_extend: bool
    passed: int
    rows: tuple[CapShown, ...]
    after: str


def caps_near_their_end(who: Who, on: date, after: str = "") -> Caps:
    """The cases whose cap ends soon or has passed, the first one first; what has passed is reported at the top (C5)."""
    last = publishing.calendar().nth_workday_after(on, NEAR)
    seen = cases_under_a_cap(who)
    rows = seen.filter(cap_on__lte=last)
    if cursor := Cursor.read(after, date):
        rows = cursor.later(rows, "cap_on")
    found = list(rows.prefetch_related("item_cases").order_by("cap_on", "id")[: ROWS + 1])
    page, more = found[:ROWS], found[ROWS:]
    return Caps(
        may_extend=who.has(Role.GOVERNOR),
        passed=seen.filter(cap_on__lt=on).count(),
        rows=tuple(_shown(case, on) for case in page),
        after=f"{page[-1].cap_on}~{page[-1].id}" if more else "",
    )


def _shown(case: Case, on: date) -> CapShown:
    item_cases = sorted(case.item_cases.all(), key=lambda each: each.place)
    run, calendar = joint_of(case, item_cases, on), publishing.calendar()
    assert run is not None  # cap_on is kept only while the cap runs
    catalogue = publishing.version(case.catalogue_id)
    counted = count(run, calendar)
    return CapShown(
        id=case.id,
        number=case.number or "",
        holder=case.holder,
        industry=catalogue.industries[case.industry].name,
        due=near(run, calendar, on),
        over=on > counted.due,
        open_items=tuple(catalogue.items[each.item].short for each in item_cases if each.decided_at is None),
        count=counted,
        extended=run.extension is not None,
        why_not=why_not_extended(run, calendar, on),
    )
