"""A permit as the rules of authority see it, for the door and for the pages alike."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from yizheng.law.authority import Facts
from yizheng.law.calendar import Calendar
from yizheng.law.items import Catalogue, Item
from yizheng.law.items.life import RENEWAL
from yizheng.law.permit_authority import PermitFacts
from yizheng.law.permits import Asked
from yizheng.law.post_check import Checking
from yizheng.law.renewal import Window, why_not_now, window
from yizheng.licences.models import Permit, PermitRequest


def permit_facts(
    permit: Permit,
    item_facts: Facts,
    waiting: Collection[Asked],
    *,
    until_on: date | None,
    by_law: bool,
    catalogue: Catalogue,
    calendar: Calendar,
    on: date,
) -> PermitFacts:
    """What the rules look at in a permit on a day; ``until_on`` is until when it holds as of that day.

    ``by_law``: whether the law has answered the renewal that waits.
    """
    item = catalogue.items[permit.item]
    return PermitFacts(
        item=item_facts,
        supervisor=permit.supervisor,
        supervisor_name=catalogue.organs[permit.supervisor].name,
        waiting=frozenset(waiting),
        by_law=by_law,
        checking=Checking(permit.checking),
        why_no_renewal=why_not_now(renewal_window(item, until_on, calendar), on),
    )


def renewed_by_law(permit: Permit, waiting: Iterable[PermitRequest], on: date) -> bool:
    """Whether the law has answered, by a day, a renewal that was asked for in time and waits (行政许可法 50(2))."""
    in_time = any(each.kind == "renewal" and each.in_time for each in waiting)
    return in_time and (permit.renewed_until_on is None or (permit.until_on is not None and on > permit.until_on))


def supervisor_of(item: Item) -> str:
    """The organ that supervises permits of an item: its own, unless the item names another."""
    return item.supervisor or item.organ


def renewal_window(item: Item, until_on: date | None, calendar: Calendar) -> Window | None:
    """The renewal window of a permit that holds until a day; None when it holds for ever."""
    return window(item.renewal_window or RENEWAL, until_on, calendar) if until_on else None
