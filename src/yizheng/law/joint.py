"""The cap on a case: 45 working days for items handled together, +15 by the head of government (行政许可法 42(2)).

It runs from the first acceptance to the last decision, beside the items' own clocks and never instead of them
(domain L-13, L-14, C5); it stands still on the days on which every item still open stands still.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from yizheng.law.terms import Extension, Pause, Run, Term, Unit
from yizheng.law.words import ClockName

JOINT_TERM = Term(45, Unit.WORKING_DAY)
JOINT_EXTENSION = Term(15, Unit.WORKING_DAY)
JOINT_BASIS = "行政许可法 42(2)"
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """One item-case between acceptance and decision (None: not yet), with the pauses of its statutory clock."""

    accepted_on: date
    ended_on: date | None
    pauses: tuple[Pause, ...] = ()


def joint_run(spans: Sequence[Span], *, all_accepted: bool, extension: Extension | None = None, on: date) -> Run | None:
    """The cap of a case with these accepted item-cases as seen on a day; None while nothing is accepted.

    It stops with the last decision, once no item waits for acceptance (``all_accepted``).
    """
    if not spans:
        return None
    ends = [span.ended_on for span in spans if span.ended_on]
    stopped = max(ends) if all_accepted and len(ends) == len(spans) else None
    return Run(
        ClockName.JOINT,
        min(span.accepted_on for span in spans),
        JOINT_TERM,
        JOINT_BASIS,
        pauses=tuple(_standing_still(spans, stopped or on)) if all_accepted else (),
        extension=extension,
        stopped_on=stopped,
    )


def _standing_still(spans: Sequence[Span], until: date) -> Iterator[Pause]:
    """The stretches of days on which every item still open is paused, each under the notices that say so."""
    if not any(span.pauses for span in spans):
        return
    marks = {day for span in spans for pause in span.pauses for day in (pause.from_on, _after(pause, until))} | {
        span.ended_on + ONE_DAY for span in spans if span.ended_on
    }
    days = sorted(marks)
    found: Pause | None = None
    for first, after in zip(days, [*days[1:], None], strict=True):
        open_ = [span for span in spans if span.ended_on is None or span.ended_on >= first]
        reasons = [_paused(span, first, until) for span in open_]
        still = bool(reasons) and all(reasons)
        if not still:
            if found:
                yield found
            found = None
            continue
        last = after - ONE_DAY if after else None
        notices = "、".join(dict.fromkeys(each.notice for each in reasons if each))
        begun = found.from_on if found else first
        found = Pause("全部未决事项均在特别程序中", "行政许可法 45", notices, begun, last, last)
    if found:
        yield found


def _after(pause: Pause, until: date) -> date:
    return (pause.last_on or until) + ONE_DAY


def _paused(span: Span, day: date, until: date) -> Pause | None:
    """The pause that holds this item-case on a day, if one was told in writing and is not over."""
    for pause in span.pauses:
        if pause.is_told and pause.from_on <= day < _after(pause, until):
            return pause
    return None
