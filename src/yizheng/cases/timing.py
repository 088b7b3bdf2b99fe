"""The clocks of item-cases: started and stopped by the table, due days derived, lapses performed (domain §2.13 C1–C3).

What the law makes happen by mere lapse of time is worked out at every read (``lapsed``) and performed by the door
before it looks at what is asked (``settle``): it holds even if nobody was watching.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from yizheng.cases.file import CHINA, CaseFile, day_of
from yizheng.cases.models import ItemCase
from yizheng.catalogue.publishing import Earlier
from yizheng.law.calendar import Calendar, NoCalendar
from yizheng.law.clocks import Run, due
from yizheng.law.items import Item, Limit
from yizheng.law.rules import Answers, judge
from yizheng.law.terms import ACCEPTANCE_BASIS, ACCEPTANCE_TERM
from yizheng.law.transitions import LINES, Effect
from yizheng.law.words import ClockName, State, Verb

AWAITING_ANSWER = frozenset({State.SUBMITTED, State.SUPPLIED})
"""States in which the hall must answer within five working days or the law answers for it."""


def runs_of(item_case: ItemCase) -> list[Run]:
    """The clocks of an item-case, as the facts say."""
    return [Run.from_data(run) for run in item_case.runs]


def limit_of(limits: Sequence[Limit], answers: Answers, figures: Mapping[str, float]) -> Limit:
    """The first limit whose rule holds for these answers. Raises LookupError when the catalogue left a gap."""
    for limit in limits:
        if judge(limit.when, answers, figures).holds:
            return limit
    raise LookupError("the item has no limit for these answers")


def applied(
    runs: Sequence[Run],
    effects: Iterable[Effect],
    *,
    item: Item,
    answers: Answers,
    figures: Mapping[str, float],
    on: date,
) -> list[Run]:
    """The clocks after the effects of a line of the table, on a day."""
    now = list(runs)
    for effect in effects:
        if effect.does == "stop":
            now = [_stopped(run, effect, on) for run in now]
        else:
            now += _started(now, effect, item, answers, figures, on)
    return now


def _stopped(run: Run, effect: Effect, on: date) -> Run:
    acceptance = run.clock == ClockName.ACCEPTANCE
    if run.stopped_on is not None or acceptance != (effect.group == "acceptance"):
        return run
    return Run.from_data({**run.as_data(), "stopped_on": on.isoformat()})


def _started(
    runs: Sequence[Run], effect: Effect, item: Item, answers: Answers, figures: Mapping[str, float], on: date
) -> list[Run]:
    since = (
        next(run.since for run in reversed(runs) if run.clock == ClockName.ACCEPTANCE)
        if effect.since == "receipt"
        else on
    )
    if effect.group == "acceptance":
        return [Run(ClockName.ACCEPTANCE, since, ACCEPTANCE_TERM, ACCEPTANCE_BASIS)]
    started = []
    for clock, limits in ((ClockName.PROMISED, item.promised), (ClockName.STATUTORY, item.statutory)):
        limit = limit_of(limits, answers, figures)
        if limit.start == effect.counts_from:
            started.append(Run(clock, since, limit.term, "、".join(limit.basis)))
    return started


def operative(runs: Iterable[Run], calendar: Calendar) -> tuple[Run, date] | None:
    """The running clock that is due first, and its day; None when no clock runs."""
    running = [(run, due(run, calendar).on) for run in runs if run.stopped_on is None]
    return min(running, key=lambda pair: pair[1], default=None)


def due_on(runs: Iterable[Run], calendar: Calendar) -> date | None:
    """The day that is kept as an index: when the first running clock is due."""
    found = operative(runs, calendar)
    return found[1] if found else None


Moved = tuple[Run, date, date]
"""A clock, the day it was due by the calendar told before, and the day it is due now."""


def moved_clocks(
    runs: Iterable[Run], calendar: Calendar, earlier: Earlier | None, *, told_that_day: bool = False
) -> list[Moved]:
    """The running clocks that were dated by an earlier calendar and are due on another day now (domain §7-7).

    A clock started on the very day of the change counts among them only if it was ``told_that_day`` before the change.
    """
    until = day_of(earlier.until) + timedelta(days=told_that_day) if earlier else date.min
    running = [run for run in runs if run.stopped_on is None and run.since < until]
    days = [(run, _told(run, earlier.calendar), due(run, calendar).on) for run in running] if earlier else []
    return [(run, was, now) for run, was, now in days if was is not None and was != now]


def _told(run: Run, calendar: Calendar) -> date | None:
    """The day a clock was due by a calendar; None where that one did not reach so far, so that no day was told."""
    try:
        return due(run, calendar).on
    except NoCalendar:
        return None


def acceptance_due(runs: Iterable[Run], calendar: Calendar) -> date | None:
    """The last day to answer on acceptance, when that clock runs."""
    for run in runs:
        if run.clock == ClockName.ACCEPTANCE and run.stopped_on is None:
            return due(run, calendar).on
    return None


def lapsed(item_case: ItemCase, on: date, calendar: Calendar) -> bool:
    """Whether the law has accepted this item-case by ``on``, because nobody told in time (行政许可法 32(1)(4))."""
    if State(item_case.state) not in AWAITING_ANSWER:
        return False
    last = acceptance_due(runs_of(item_case), calendar)
    return last is not None and on > last


def after_midnight(day: date) -> datetime:
    """The first moment after a day, in China: when what was due on that day has lapsed (民法典 203)."""
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=CHINA)


def moved(file: CaseFile, item_case: ItemCase, effects: Iterable[Effect], on: date) -> dict[str, Any]:
    """The columns of an item-case that the effects change: its runs, and the index of the day it is due."""
    runs = applied(
        runs_of(item_case),
        effects,
        item=file.item(item_case),
        answers=answers_of(file.case.answers),
        figures=file.catalogue.figures,
        on=on,
    )
    return {"runs": [run.as_data() for run in runs], "due_on": due_on(runs, file.calendar)}


def answers_of(stored: Mapping[str, Any]) -> dict[str, Any]:
    """Answers as rules want them: several choices are a tuple (the database keeps lists)."""
    return {code: tuple(answer) if isinstance(answer, list) else answer for code, answer in stored.items()}


LAPSE_LINES = {state: LINES[(state, Verb.LAPSE)] for state in AWAITING_ANSWER}
