"""What is late about permits: checks that nobody made, letters that nobody acknowledged (C10, C11; domain §2.13)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from yizheng.cases.file import CHINA
from yizheng.cases.queries.as_of import near
from yizheng.cases.queries.late import LatePage, LateRow
from yizheng.cases.queries.seats import names_on
from yizheng.catalogue import publishing
from yizheng.law.authority import Who
from yizheng.law.clocks import Run, due
from yizheng.law.escalation import Escalated, begun_before
from yizheng.law.permit_transitions import RUNS
from yizheng.law.post_check import OPEN, TOLD_TERM, Checking
from yizheng.law.terms import Term
from yizheng.law.words import Role
from yizheng.ledger.paging import ROWS, Cursor, cut
from yizheng.licences.models import Letter, Permit


def begun_too_long_ago(term: Term, on: date) -> datetime:
    """The moment before which something of such a term began if it is late on a day."""
    return datetime.combine(begun_before(term, on, publishing.calendar()), time(), tzinfo=CHINA)


def unacknowledged(on: date) -> QuerySet[Letter]:
    """The letters whose working day has passed without a receipt, the oldest first."""
    late = Letter.objects.filter(acknowledged_at__isnull=True, sent_at__lt=begun_too_long_ago(TOLD_TERM, on))
    return late.order_by("sent_at", "id")


def unchecked(on: date) -> list[tuple[date, UUID]]:
    """The permits whose check, order or second check is late on a day, by the day it was due, the latest first."""
    calendar = publishing.calendar()
    waiting = Permit.objects.filter(checking__in=sorted(OPEN), standing__in=sorted(RUNS), check_run__isnull=False)
    runs = [(Run.from_data(run), id_) for id_, run in waiting.values_list("id", "check_run") if run]
    days = [(due(run, calendar).on, id_) for run, id_ in runs]
    return sorted(each for each in days if each[0] < on)


def late_about_permits(who: Who, on: date, kind: Escalated, after: str = "") -> LatePage:
    """What is late on a day: checks or letters; for the lead department alone."""
    if not who.has(Role.LEAD):
        return LatePage((), "")
    return _checks(on, after) if kind is Escalated.CHECK else _letters(on, after)


def late_counts_about_permits(who: Who, on: date) -> Mapping[Escalated, int]:
    """How many of each."""
    if not who.has(Role.LEAD):
        return {}
    return {Escalated.CHECK: len(unchecked(on)), Escalated.LETTER: unacknowledged(on).count()}


def _letters(on: date, after: str) -> LatePage:
    rows, cursor = unacknowledged(on), Cursor.read(after, datetime)
    columns = ("id", "sent_at", "matter", "role", "organ", "run", "permit__holder", "permit__number")
    page, more = cut((cursor.later(rows, "sent_at") if cursor else rows).values(*columns), "sent_at")
    return LatePage(tuple(_letter(row, on) for row in page), more)


def _letter(row: Mapping[str, Any], on: date) -> LateRow:
    return LateRow(
        what=row["matter"],
        whose=f"{_name(row['organ'], on)} {Role(row['role']).label}",
        due=near(Run.from_data(row["run"]), publishing.calendar(), on),
        holder=row["permit__holder"],
        number=row["permit__number"],
    )


def _checks(on: date, after: str) -> LatePage:
    """By day and id, so that a page goes on after the last row seen, as everywhere."""
    days, cursor = unchecked(on), Cursor.read(after, date)
    rest = [each for each in days if cursor is None or each > (cursor.place, cursor.id)]
    page = rest[:ROWS]
    more = f"{page[-1][0].isoformat()}~{page[-1][1]}" if len(rest) > ROWS else ""
    permits = Permit.objects.in_bulk([id_ for _, id_ in page])
    return LatePage(tuple(_check(permits[id_], on) for _, id_ in page), more)


def _check(permit: Permit, on: date) -> LateRow:
    assert permit.check_run is not None  # it is late
    return LateRow(
        what=f"{permit.name}：{Checking(permit.checking).label}",
        whose=f"{_name(permit.supervisor, on)} {Role.SUPERVISOR.label}",
        due=near(Run.from_data(permit.check_run), publishing.calendar(), on),
        holder=permit.holder,
        number=permit.number,
        notes=(f"许可机关：{_name(permit.organ, on)}",),
    )


def _name(organ: str, on: date) -> str:
    known = names_on(on).organs.get(organ)
    return known.short if known else organ
