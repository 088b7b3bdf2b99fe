"""How an item-case stands on a day: what the law has done by lapse of time shows, performed or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from yizheng.cases.queries.dates import label_of
from yizheng.cases.timing import (
    AWAITING_ANSWER,
    LAPSE_LINES,
    Limits,
    acceptance_due,
    answers_of,
    applied,
    operative,
    running,
)
from yizheng.law.calendar import Calendar
from yizheng.law.clocks import Lamp, Run, Unit, due, lamp, remaining
from yizheng.law.items import Catalogue
from yizheng.law.words import ClockName, State


@dataclass(frozen=True, slots=True)
class AsOf:
    """State and clocks of an item-case on a day; ``lapsed``: the law has just accepted it (行政许可法 32(1)(4))."""

    state: State
    runs: tuple[Run, ...]
    deemed: bool
    lapsed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDay:
    """The day the first running clock is due: which clock, how near, and how many days are left (negative: overdue)."""

    on: date
    clock: str
    left: int
    unit: str
    lamp: Lamp
    provisional: bool

    @property
    def words(self) -> str:
        """How near it is, in words."""
        if self.left == 0 and self.lamp != Lamp.RED:
            return "今天到期"
        if self.lamp == Lamp.RED:
            return f"已逾期{-self.left}{self.unit}" if self.left else "已逾期"
        return f"还剩{self.left}{self.unit}"


def as_of(
    state: State,
    runs: Sequence[Mapping[str, Any]],
    *,
    item: str,
    deemed: bool,
    answers: Mapping[str, Any],
    catalogue: Catalogue,
    calendar: Calendar,
    on: date,
) -> AsOf:
    """How an item-case with this stored state and these stored clocks stands on a day."""
    now = tuple(Run.from_data(run) for run in runs)
    last = acceptance_due(now, calendar) if state in AWAITING_ANSWER else None
    if last is None or on <= last:
        return AsOf(state, now, deemed)
    line = LAPSE_LINES[state]
    limits = Limits(catalogue.items[item], answers_of(answers), catalogue.figures)
    return AsOf(line.to, tuple(applied(now, line.clocks, limits, last)), True, lapsed=True)


def due_day(runs: Sequence[Run], calendar: Calendar, on: date) -> DueDay | None:
    """The day the first running clock is due, seen from ``on``; None when no clock runs."""
    found = operative(runs, calendar)
    if found is None:
        return None
    run, _ = found
    return near(run, calendar, on)


def day_of_clock(clock: ClockName, runs: Sequence[Run], calendar: Calendar, on: date) -> DueDay | None:
    """The day one clock is due, seen from ``on``; None when it does not run."""
    run = running(clock, runs)
    return near(run, calendar, on) if run else None


def near(run: Run, calendar: Calendar, on: date) -> DueDay:
    """How near the last day of a clock is, seen from ``on``."""
    last = due(run, calendar)
    return DueDay(
        on=last.on,
        clock=label_of(run),
        left=remaining(run, on, calendar),
        unit="个工作日" if run.term.unit is Unit.WORKING_DAY else "天",
        lamp=lamp(run, on, calendar),
        provisional=due(run, calendar, on).provisional,
    )
