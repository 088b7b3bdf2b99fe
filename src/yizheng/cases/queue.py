"""Who else waits for an item that is limited in number, by the legal instant of acceptance (行政许可法 57; §7-12)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from yizheng.cases.models import Case, ItemCase
from yizheng.cases.timing import handed_in_at, lapsed
from yizheng.catalogue import publishing
from yizheng.law.calendar import Calendar
from yizheng.law.queue import Queued, in_order
from yizheng.law.words import BEFORE_ACCEPTANCE, State


def queue_of(case: Case, item_case: ItemCase, on: date) -> tuple[Queued, ...]:
    """The undecided applications for this item in the order of acceptance; none where the number is not limited."""
    if not publishing.version(case.catalogue_id).items[item_case.item].number_limited:
        return ()
    return in_order(_queued(item_case, on))


def _queued(item_case: ItemCase, on: date) -> Iterator[Queued]:
    calendar = publishing.calendar()
    desk = ItemCase.objects.filter(organ=item_case.organ, section=item_case.section, due_on__isnull=False)
    for each in desk.filter(item=item_case.item).select_related("case"):
        found = _place_of(each, on, calendar, mine=each.id == item_case.id)
        if found:
            yield found


def _place_of(item_case: ItemCase, on: date, calendar: Calendar, *, mine: bool) -> Queued | None:
    """Its place once it is accepted, by the window or by the law; what the law has done counts, performed or not."""
    case, accepted_at, deemed = item_case.case, item_case.accepted_at, item_case.deemed
    if State(item_case.state) in BEFORE_ACCEPTANCE:
        if not lapsed(item_case, on, calendar):
            return None
        deemed = True
        accepted_at = handed_in_at(case, item_case)
    if accepted_at is None or case.received_at is None:
        return None
    return Queued(
        number=case.number or "",
        holder=case.holder,
        accepted_at=accepted_at,
        received_at=case.received_at,
        deemed=deemed,
        mine=mine,
    )
