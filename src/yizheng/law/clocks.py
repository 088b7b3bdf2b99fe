"""Clocks derived from facts, never counted: term, start, pauses, extension, stop → the day it is due (行政许可法 42,
45, 82).

Limits of the organs are in working days and end on one (82); limits in days or months are literal (民法典 201, 202),
and roll to the next working day only where the term says so (民法典 203, remedies). The start day never counts (民法典
201). A day is due until 24:00.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from yizheng.law.calendar import Calendar
from yizheng.law.terms import Extension, Pause, Run, Term, Unit, months_after

__all__ = [
    "Due", "Extension", "Lamp", "Pause", "PauseIsOpen", "Run", "Step", "Term", "Unit",
    "due", "is_overdue", "lamp", "remaining", "share", "spent", "turns", "working",
]  # fmt: skip

YELLOW_FROM, ORANGE_FROM = 50, 80
"""Per cent of the limit used up from which the lamp turns (domain §2.13 C2: warn at 50, 80, 100 %)."""

ONE_DAY = timedelta(days=1)
UNKNOWN = date.max - ONE_DAY
"""The end of a pause that nobody has ended yet."""

Span = tuple[date, date, Pause]
"""A stretch of days that do not count, both ends included, and why."""


class PauseIsOpen(ValueError):
    """The clock stands still and nobody has said until when: only "due, if it resumed after day X" has an answer."""

    def __init__(self, pause: Pause) -> None:
        super().__init__(f"期限自{pause.from_on}起因“{pause.ground}”暂停计算，尚未恢复，暂不能确定届满日。")
        self.pause = pause


class Lamp(StrEnum):
    """How near the end of its limit a clock is."""

    GREEN = "green"
    YELLOW = "yellow"
    ORANGE = "orange"
    RED = "red"

    @property
    def label(self) -> str:
        """What the colour says, so that it never stands alone."""
        return {"green": "正常", "yellow": "过半", "orange": "临近届满", "red": "已逾期"}[self.value]


@dataclass(frozen=True, slots=True)
class Due:
    """The last day of a clock; provisional when a year counted through has no notice yet, so that it may still move."""

    on: date
    provisional: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One day of a count: whether it counts, as which unit, why, and the article that says so."""

    day: date
    counts: bool
    number: int | None
    why: str
    basis: str


def due(run: Run, calendar: Calendar, on: date | None = None) -> Due:
    """The day a run is due, with pauses and extension.

    A pause still open counts as lasting through `on` (or through the stop): "due, if it resumed the day after". Raises
    PauseIsOpen when such a pause bears on the date and neither is known; NoCalendar when the count runs into a year
    without data; ValueError when the extension was granted after the limit had passed (行政许可法 42).
    """
    last = _end(run, run.term, calendar, on)
    if run.extension is not None:
        if run.extension.granted_on > (run.extension.limit_on or last):
            raise ValueError(
                f"延长期限须在原期限届满（{last}）前批准，{run.extension.granted_on}批准的延长无效（行政许可法 42）。"
            )
        last = _end(run, run.whole_term, calendar, on)
    return Due(last, _is_provisional(run, last, calendar))


def spent(run: Run, on: date, calendar: Calendar) -> int:
    """Units used up through `on`, or through the stop if earlier; more than the limit once overdue.

    In working days for a working-day term, otherwise in calendar days (a month has no fixed length). Raises NoCalendar.
    """
    _, spans = _reach(run, run.whole_term, calendar, on)
    return max(0, _counted(run, spans, run.since, _looked_at(run, on), calendar))


def remaining(run: Run, on: date, calendar: Calendar) -> int:
    """Units left after `on`, the due day included; negative once overdue. Unit as in `spent`. Raises as `due`."""
    last = due(run, calendar, on).on
    _, spans = _reach(run, run.whole_term, calendar, on)
    return _counted(run, spans, max(run.since, _looked_at(run, on)), last, calendar)


def share(run: Run, on: date, calendar: Calendar) -> float:
    """The part of the limit used up: 0.0 at the start, 1.0 on the due day, above it once overdue. Raises as `due`."""
    used, left = spent(run, on, calendar), remaining(run, on, calendar)
    return used / (used + left) if used + left else 1.0


def is_overdue(run: Run, on: date, calendar: Calendar) -> bool:
    """Whether `on`, or the stop if earlier, lies after the due day; the due day itself is in time. Raises as `due`."""
    return _looked_at(run, on) > due(run, calendar, on).on


def lamp(run: Run, on: date, calendar: Calendar) -> Lamp:
    """The warning colour: from 50 % yellow, from 80 % orange, after the due day red; a stopped run keeps its last.

    Raises as `due`.
    """
    if is_overdue(run, on, calendar):
        return Lamp.RED
    used, left = spent(run, on, calendar), remaining(run, on, calendar)
    if used * 100 >= (used + left) * ORANGE_FROM:
        return Lamp.ORANGE
    return Lamp.YELLOW if used * 100 >= (used + left) * YELLOW_FROM else Lamp.GREEN


def turns(run: Run, calendar: Calendar) -> tuple[date, date]:
    """The days on which the lamp turns yellow and orange, as `lamp` says day by day. Raises as `due`."""
    whole = spent(run, due(run, calendar).on, calendar)
    return _turn(run, whole, YELLOW_FROM, calendar), _turn(run, whole, ORANGE_FROM, calendar)


def _turn(run: Run, whole: int, per_cent: int, calendar: Calendar) -> date:
    """The first day by whose end that part of the whole limit is used up."""
    used = -(-whole * per_cent // 100)
    unit = Unit.WORKING_DAY if run.term.unit is Unit.WORKING_DAY else Unit.CALENDAR_DAY
    return _reach(run, Term(used, unit), calendar, None)[0] if used else run.since


def working(run: Run, calendar: Calendar, on: date | None = None) -> tuple[Step, ...]:
    """The count day by day, from the start day through the due day, so that a page can explain any date.

    Raises as `due`.
    """
    last = due(run, calendar, on).on
    plain = _end(run, run.term, calendar, on)
    literal, spans = _reach(run, run.whole_term, calendar, on)
    steps = [_first_step(run)]
    number = 0
    for day in _days(run.since + ONE_DAY, last):
        step = _skipped(run, day, literal, spans, calendar)
        if step is None:
            number += 1
            step = _counted_step(run, day, number, plain, calendar)
        steps.append(step)
    return tuple(steps)


def _first_step(run: Run) -> Step:
    if run.term.n:
        return Step(run.since, False, None, "起算日不计入", "民法典 201")
    return Step(run.since, False, None, "即办：当日办结；当日休息的，其后第一个工作日办结", run.basis)


def _counted_step(run: Run, day: date, number: int, plain: date, calendar: Calendar) -> Step:
    why = calendar.kind(day).why if run.term.unit is Unit.WORKING_DAY else "自然日"
    if day > plain:
        return Step(day, True, number, f"{why}（延长的期限）", "行政许可法 42")
    return Step(day, True, number, why, run.basis)


def _skipped(run: Run, day: date, literal: date, spans: tuple[Span, ...], calendar: Calendar) -> Step | None:
    """The step of a day that does not count, with its reason; None for a day that does."""
    if run.term.unit is Unit.WORKING_DAY and not calendar.is_workday(day):
        return Step(day, False, None, calendar.kind(day).why, "行政许可法 82")
    for start, end, pause in spans:
        if start <= day <= end:
            return Step(day, False, None, f"{pause.ground}期间不计入（{pause.notice}）", pause.basis or "行政许可法 45")
    if day > literal:
        return Step(day, False, None, f"最后一日是休息日，顺延（{calendar.kind(day).why}）", "民法典 203")
    return None


def _looked_at(run: Run, on: date) -> date:
    """The day to judge by: a stopped clock no longer moves."""
    return on if run.stopped_on is None else min(on, run.stopped_on)


def _end(run: Run, term: Term, calendar: Calendar, on: date | None) -> date:
    last, _ = _reach(run, term, calendar, on)
    return calendar.nth_workday_after(last, 0) if term.rolls else last


def _reach(run: Run, term: Term, calendar: Calendar, on: date | None) -> tuple[date, tuple[Span, ...]]:
    """The last day of a term before any rolling, and the pauses that pushed it there; a pause after the end bears on
    nothing.
    """
    last = _after(run.since, term, 0, calendar)
    if not run.pauses:
        return last, ()
    left_out, bearing = 0, list[Span]()
    for start, end, pause in _pauses(run, on):
        if start > last:
            break
        if end == UNKNOWN:
            raise PauseIsOpen(pause)
        bearing.append((start, end, pause))
        left_out += _units(term.unit, start - ONE_DAY, end, calendar)
        last = _after(run.since, term, left_out, calendar)
    return last, tuple(bearing)


def _after(since: date, term: Term, left_out: int, calendar: Calendar) -> date:
    """The day a term ends when `left_out` working or calendar days on the way do not count."""
    if term.unit is Unit.WORKING_DAY:
        start = since if term.n else calendar.nth_workday_after(since, 0)
        return calendar.nth_workday_after(start, term.n + left_out)
    if term.unit is Unit.MONTH:
        return months_after(since, term.n) + timedelta(days=left_out)
    return since + timedelta(days=term.n + left_out)


def _pauses(run: Run, on: date | None) -> Iterator[Span]:
    """The stretches after the start that do not count, in order, without overlap; no written notice, none (行政许可法
    45).
    """
    assumed = run.stopped_on if on is None else _looked_at(run, on)
    reached = run.since
    for pause in sorted((each for each in run.pauses if each.is_told), key=lambda each: each.from_on):
        start = max(pause.from_on, reached + ONE_DAY)
        end = pause.last_on or assumed or UNKNOWN
        if start <= end:
            yield start, end, pause
            reached = end


def _counted(run: Run, spans: tuple[Span, ...], a: date, b: date, calendar: Calendar) -> int:
    """Units after `a` up to and including `b` that count, pauses taken out; negative when `b` comes before `a`."""
    if b < a:
        return -_counted(run, spans, b, a, calendar)
    count = _units(run.term.unit, a, b, calendar)
    for start, end, _ in spans:
        first, last = max(start - ONE_DAY, a), min(end, b)
        count -= _units(run.term.unit, first, last, calendar) if first < last else 0
    return count


def _units(unit: Unit, a: date, b: date, calendar: Calendar) -> int:
    """Working or calendar days after `a` up to and including `b`."""
    return calendar.workdays_between(a, b) if unit is Unit.WORKING_DAY else (b - a).days


def _is_provisional(run: Run, last: date, calendar: Calendar) -> bool:
    """Whether a year whose shifts are not announced bears on the date; a literal count asks no calendar."""
    if run.term.unit is Unit.WORKING_DAY:
        return not calendar.provisional_years.isdisjoint(range(run.since.year, last.year + 1))
    return run.term.rolls and last.year in calendar.provisional_years


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))
