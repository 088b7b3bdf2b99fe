"""The cap on a case: 45 working days for items handled together, +15 by the head of government (行政许可法 42(2)).

It runs from the first acceptance to the last decision, beside the items' own clocks and never instead of them
(domain L-13, L-14, C5); it stands still on the days on which every item still open stands still.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from yizheng.law.calendar import Calendar
from yizheng.law.clocks import due
from yizheng.law.terms import Extension, Pause, Run, Term, Unit
from yizheng.law.words import ClockName

JOINT_TERM = Term(45, Unit.WORKING_DAY)
JOINT_EXTENSION = Term(15, Unit.WORKING_DAY)
JOINT_BASIS = "行政许可法 42(2)"
TOGETHER = 2
"""From how many items on they are handled together; one alone has its own limit (行政许可法 42(1))."""
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """An item-case between acceptance and its end (None: not yet, or never), with the pauses of its statutory clock."""

    accepted_on: date | None
    ended_on: date | None
    pauses: tuple[Pause, ...] = ()


def joint_run(spans: Sequence[Span], *, on: date, extension: Extension | None = None) -> Run | None:
    """The cap of a case with these item-cases as seen on a day; None while nothing is accepted, and for one item alone.

    It stops with the last decision, when nothing of the case is open any more, be it before acceptance.
    """
    accepted = [span.accepted_on for span in spans if span.accepted_on]
    if not accepted or len(spans) < TOGETHER:
        return None
    ends = [span.ended_on for span in spans if span.ended_on]
    stopped = max(ends) if len(ends) == len(spans) else None
    return Run(
        ClockName.JOINT,
        min(accepted),
        JOINT_TERM,
        JOINT_BASIS,
        pauses=tuple(_standing_still(spans, stopped or on)),
        extension=extension,
        stopped_on=stopped,
    )


def why_not_extended(cap: Run | None, calendar: Calendar, on: date) -> str:
    """Why the cap as it stands cannot be extended on a day; empty when it can (行政许可法 42(2))."""
    if cap is None or cap.stopped_on is not None:
        return "本办件没有在计算的并联办理总时限：还没有受理，只有一个事项，或者已经全部办结。"
    if cap.extension is not None:
        return "总时限已延长过一次，不能再延长（行政许可法第四十二条第二款）。"
    last = due(cap, calendar).on
    if on > last:
        return (
            f"总时限已于{last.year}年{last.month}月{last.day}日届满，届满后不能再批准延长（行政许可法第四十二条第二款）；"
            "请督促尽快作出决定。"
        )
    return ""


def _standing_still(spans: Sequence[Span], until: date) -> Iterator[Pause]:
    """The stretches of days on which every item still open is paused, each under the notices that say so.

    What waits for acceptance is open and not paused, so nothing stands still beside it.
    """
    turns = {day for span in spans for pause in span.pauses for day in (pause.from_on, _after(pause, until))}
    ended = {span.ended_on + ONE_DAY for span in spans if span.ended_on}
    for first, after in pairwise(sorted(turns | ended)):
        if notices := _notices(spans, first, until):
            last = after - ONE_DAY
            yield Pause("全部未决事项均在特别程序中", "行政许可法 45", "、".join(notices), first, last, last)


def _notices(spans: Sequence[Span], day: date, until: date) -> list[str]:
    """The notices that hold every item-case open on a day; none when one of them runs on, or none is open."""
    holding = [_paused(span, day, until) for span in spans if span.ended_on is None or span.ended_on >= day]
    notices = [pause.notice for pause in holding if pause]
    return list(dict.fromkeys(notices)) if len(notices) == len(holding) else []


def _after(pause: Pause, until: date) -> date:
    return (pause.last_on or until) + ONE_DAY


def _paused(span: Span, day: date, until: date) -> Pause | None:
    """The pause that holds this item-case on a day, if one was told in writing and is not over."""
    told = (pause for pause in span.pauses if pause.is_told and pause.from_on <= day < _after(pause, until))
    return next(told, None)
