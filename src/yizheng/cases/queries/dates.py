"""Why a due day is that day: the count of one clock, day by day, as pages show it (行政许可法 82; 民法典 201)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from yizheng.law.calendar import WEEKDAYS, Calendar
from yizheng.law.citation import cited
from yizheng.law.clocks import Run, Step, Term, Unit, due, working
from yizheng.law.papers import Fault
from yizheng.law.words import ClockName
from yizheng.ledger.command import Refused

MOST = {Unit.WORKING_DAY: 2500, Unit.CALENDAR_DAY: 3660, Unit.MONTH: 120}
"""Ten years: longer limits are typing errors."""
WRITTEN_IN = {Unit.WORKING_DAY: "行政许可法 82", Unit.CALENDAR_DAY: "民法典 201", Unit.MONTH: "民法典 202"}
TOO_LONG = "「多长」只能是0到{}，约十年以内；请核对数字和单位。"
TOO_LATE = "日期超出了历法的范围（公元1年至9999年）。"


@dataclass(frozen=True, slots=True)
class CountedDay:
    """One day of a count: whether it counts, as which unit, why, and the article if it is another than the limit's."""

    day: date
    counts: bool
    number: int | None
    why: str
    basis: str


@dataclass(frozen=True, slots=True)
class Count:
    """The count of one clock from the day after its start through the day it is due."""

    clock: str
    label: str
    since: date
    term: str
    basis: str
    due: date
    provisional: bool
    stopped_on: date | None
    days: tuple[CountedDay, ...]


def count(run: Run, calendar: Calendar, *, on: date | None = None, label: str = "") -> Count:
    """Explain the day a clock is due. Raises NoCalendar, and PauseIsOpen as ``clocks.due``."""
    found = due(run, calendar, on)
    return Count(
        clock=run.clock,
        label=label or label_of(run),
        since=run.since,
        term=str(run.whole_term),
        basis=_cited(run.basis),
        due=found.on,
        provisional=found.provisional,
        stopped_on=run.stopped_on,
        days=tuple(_day(step, run) for step in working(run, calendar, on)),
    )


def any_limit(since: date, term: Term, calendar: Calendar) -> Count:
    """Any limit, counted day by day. Raises Refused for one that nobody means, NoCalendar."""
    if term.n > MOST[term.unit]:
        raise _refused("n", TOO_LONG.format(MOST[term.unit]))
    try:
        return count(Run("deadline", since, term, WRITTEN_IN[term.unit]), calendar, label="期限")
    except (OverflowError, ValueError) as beyond:
        raise _refused("since", TOO_LATE) from beyond


def _refused(field: str, sentence: str) -> Refused:
    return Refused(sentence, (Fault(field, sentence),))


def counts(runs: Iterable[Run], calendar: Calendar, *, on: date | None = None) -> tuple[Count, ...]:
    """The counts of several clocks, in their order."""
    return tuple(count(run, calendar, on=on) for run in runs)


def label_of(run: Run) -> str:
    """What a clock is called."""
    try:
        return ClockName(run.clock).label
    except ValueError:
        return run.clock


def _day(step: Step, run: Run) -> CountedDay:
    """One day; the article of the limit itself stands above the count and is not repeated on every line."""
    why = "休息日" if step.why in WEEKDAYS else step.why
    return CountedDay(step.day, step.counts, step.number, why, "" if step.basis == run.basis else _cited(step.basis))


def _cited(basis: str) -> str:
    return "、".join(cited(each) for each in basis.split("、")) if basis else ""
