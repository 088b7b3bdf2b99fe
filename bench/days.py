"""100,000 due dates with pauses, extensions and mixed calendars, beside the same days found by walking day by day."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from time import process_time

from yizheng.catalogue import publishing
from yizheng.law.calendar import Calendar
from yizheng.law.clocks import due
from yizheng.law.terms import Extension, Pause, Run, Term, Unit, months_after

ONE_DAY = timedelta(days=1)
FIRST_DAY = date(2020, 1, 2)
SEED = 20261126
TERMS = (
    Term(5, Unit.WORKING_DAY), Term(20, Unit.WORKING_DAY), Term(45, Unit.WORKING_DAY), Term(30, Unit.CALENDAR_DAY),
    Term(60, Unit.CALENDAR_DAY, rolls=True), Term(3, Unit.MONTH),
)  # fmt: skip


@dataclass(frozen=True)
class Speed:
    """How many due dates, in how many seconds of the processor, and in how many by walking (from a part of them)."""

    dates: int
    seconds: float
    walked_seconds: float


def measured(dates: int, walked: int, rounds: int = 3) -> Speed:
    """Count ``dates`` runs, the best of some rounds, and walk the first ``walked`` of them to the same days."""
    calendar, runs = publishing.calendar(), some_runs(dates)
    best = min(_seconds(runs, calendar) for _ in range(rounds))
    part = runs[:walked]
    begun = process_time()
    found = [walk(run, calendar) for run in part]
    seconds = process_time() - begun
    assert found == [due(run, calendar).on for run in part]
    return Speed(dates, best, seconds * dates / len(part))


def _seconds(runs: list[Run], calendar: Calendar) -> float:
    begun = process_time()
    for run in runs:
        due(run, calendar)
    return process_time() - begun


def some_runs(count: int) -> list[Run]:
    """Runs of every unit, half of them paused once or twice, one in eight prolonged; the same for the same count."""
    chance = random.Random(SEED)
    return [_a_run(chance, number) for number in range(count)]


def _a_run(chance: random.Random, number: int) -> Run:
    since = FIRST_DAY + timedelta(days=chance.randrange(2000))
    term = TERMS[number % len(TERMS)]
    pauses = tuple(_a_pause(chance, since) for _ in range(chance.choice((0, 0, 1, 2))))
    more = Extension(Term(10, term.unit), since, "案情复杂", "李局长") if number % 8 == 0 and term.n < 46 else None
    return Run("statutory", since, term, "行政许可法 42", pauses, more if term.unit is Unit.WORKING_DAY else None)


def _a_pause(chance: random.Random, since: date) -> Pause:
    start = since + timedelta(days=chance.randrange(1, 40))
    return Pause("专家评审", "行政许可法 45", "特〔2026〕1号", start, start + timedelta(days=chance.randrange(20)))


def walk(run: Run, calendar: Calendar) -> date:
    """The same day as a careful clerk finds it: one day after the other, each asked whether it counts."""
    literal = run.whole_term
    day = months_after(run.since, literal.n) if literal.unit is Unit.MONTH else run.since
    left = sum(_paused(run, each) for each in _between(run.since, day)) if literal.unit is Unit.MONTH else literal.n
    while left:
        day += ONE_DAY
        works = literal.unit is not Unit.WORKING_DAY or calendar.is_workday(day)
        left -= works and not _paused(run, day)
    while literal.rolls and not calendar.is_workday(day):
        day += ONE_DAY
    return day


def _between(a: date, b: date) -> list[date]:
    return [a + timedelta(days=n) for n in range(1, (b - a).days + 1)]


def _paused(run: Run, day: date) -> bool:
    return any(each.from_on <= day <= (each.until_on or day) for each in run.pauses)
