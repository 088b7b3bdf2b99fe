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
from yizheng.law.words import ClockName


@dataclass(frozen=True, slots=True, kw_only=True)
class Finish:
    """The last day by which every item is promised, if the papers are complete on the day they are handed in.

    ``chain`` ends with the item decided last, led by those it had to wait for; ``dates`` has every item's own day, and
    ``runs`` the clock that sets it where the item need not wait.
    ``provisional``: counted through a year whose holidays are not announced yet, so that the days may still move.
    """

    on: date
    acceptance_on: date
    chain: tuple[str, ...]
    dates: Mapping[str, date]
    runs: Mapping[str, Run]
    provisional: bool


def earliest_finish(assessment: Assessment, received_on: date, calendar: Calendar) -> Finish:
    """The promised dates for complete papers, accepted on the working day they are received (行政许可法 32(1)(5)).

    Items run side by side, each on its own clock (行政许可法 42); where the order is hard only the later decision waits
    for the earlier, so a chain lasts as long as its slowest item, not as long as their sum. Raises NoCalendar.
    """
    acceptance_on = calendar.nth_workday_after(received_on, 0)
    needed = {each.item.code: each for each in assessment.items}
    before = {code: _firsts(assessment, code) for code in needed}
    runs = {code: _operative(each, received_on, acceptance_on, calendar) for code, each in needed.items()}
    days = {code: due(run, calendar) for code, run in runs.items()}
    dates: dict[str, date] = {}
    chains: dict[str, tuple[str, ...]] = {}
    for code in TopologicalSorter(before).static_order():
        own = days[code].on
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
        runs=runs,
        provisional=calendar.is_provisional(acceptance_on) or any(day.provisional for day in days.values()),
    )


def _firsts(assessment: Assessment, code: str) -> tuple[str, ...]:
    return tuple(each.first for each in assessment.order if each.kind == "hard" and each.then == code)


def _operative(needed: NeededItem, received_on: date, acceptance_on: date, calendar: Calendar) -> Run:
    """The clock that is due first, the promised one or the statutory one: neither may be passed."""
    limits = ((ClockName.PROMISED, needed.promised), (ClockName.STATUTORY, needed.statutory))
    runs = [_run(clock, limit, received_on, acceptance_on) for clock, limit in limits]
    return min(runs, key=lambda run: due(run, calendar).on)


def _run(clock: ClockName, limit: Limit, received_on: date, acceptance_on: date) -> Run:
    since = received_on if limit.start == "receipt" else acceptance_on
    return Run(clock, since, limit.term, "、".join(limit.basis))
