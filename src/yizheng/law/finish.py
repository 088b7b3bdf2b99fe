"""When everything can be in hand: the items' promised limits side by side, and the chain that decides (seed 三(五))."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from graphlib import TopologicalSorter

from yizheng.law.calendar import Calendar
from yizheng.law.clocks import Run, due
from yizheng.law.intake import Assessment, NeededItem
from yizheng.law.items import Limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Finish:
    """The last day by which every item is promised, if the papers are complete on the day they are handed in.

    ``chain`` ends with the item decided last, led by those it had to wait for; ``dates`` has every item's own day.
    ``provisional``: counted through a year whose holidays are not announced yet, so that the days may still move.
    """

    on: date
    acceptance_on: date
    chain: tuple[str, ...]
    dates: Mapping[str, date]
    provisional: bool


def earliest_finish(assessment: Assessment, received_on: date, calendar: Calendar) -> Finish:
    """The promised dates for complete papers, accepted on the working day they are received (行政许可法 32(1)(5)).

    Items run side by side, each on its own clock (行政许可法 42); where the order is hard only the later decision waits
    for the earlier, so a chain lasts as long as its slowest item, not as long as their sum. Raises NoCalendar.
    """
    acceptance_on = calendar.nth_workday_after(received_on, 0)
    needed = {each.item.code: each for each in assessment.items}
    before = {code: _firsts(assessment, code) for code in needed}
    dates: dict[str, date] = {}
    chains: dict[str, tuple[str, ...]] = {}
    provisional = calendar.is_provisional(acceptance_on)
    for code in TopologicalSorter(before).static_order():
        own, unsure = _promised(needed[code], received_on, acceptance_on, calendar)
        provisional = provisional or unsure
        slowest = max(before[code], key=lambda first: dates[first], default=code)
        waits = slowest != code and dates[slowest] >= own
        dates[code] = max(own, dates[slowest]) if waits else own
        chains[code] = (*chains[slowest], code) if waits else (code,)
    last = max(needed, key=lambda code: (dates[code], len(chains[code])), default="")
    return Finish(
        on=dates.get(last, acceptance_on),
        acceptance_on=acceptance_on,
        chain=chains.get(last, ()),
        dates={code: dates[code] for code in needed},
        provisional=provisional,
    )


def _firsts(assessment: Assessment, code: str) -> tuple[str, ...]:
    return tuple(each.first for each in assessment.order if each.kind == "hard" and each.then == code)


def _promised(needed: NeededItem, received_on: date, acceptance_on: date, calendar: Calendar) -> tuple[date, bool]:
    """The earlier of the promised and the statutory day: neither may be passed."""
    days = [_due(limit, received_on, acceptance_on, calendar) for limit in (needed.promised, needed.statutory)]
    return min(day for day, _ in days), any(unsure for _, unsure in days)


def _due(limit: Limit, received_on: date, acceptance_on: date, calendar: Calendar) -> tuple[date, bool]:
    since = received_on if limit.start == "receipt" else acceptance_on
    found = due(Run("promise", since, limit.term, limit.basis[0]), calendar)
    return found.on, found.provisional
