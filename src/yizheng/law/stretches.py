"""A count in few lines: days in a row of the same kind together, as a paper has room for them (行政许可法 82)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from yizheng.law.calendar import WEEKDAYS
from yizheng.law.clocks import Step


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days in a row that count, ``numbers`` from the first to the last of them, or that do not; why, and by which
    article.
    """

    first: date
    last: date
    numbers: tuple[int, int] | None
    why: str
    basis: str


def stretches(steps: Iterable[Step]) -> tuple[Stretch, ...]:
    """The days of a count, those of one kind in a row together; a Saturday and its Sunday are of one kind."""
    found: list[list[Step]] = []
    for step in steps:
        if found and _kind(found[-1][-1]) == _kind(step):
            found[-1].append(step)
        else:
            found.append([step])
    return tuple(_stretch(days) for days in found)


def _kind(step: Step) -> tuple[bool, str, str]:
    return step.counts, "休息日" if step.why in WEEKDAYS else step.why, step.basis


def _stretch(days: list[Step]) -> Stretch:
    first, last = days[0], days[-1]
    numbers = (first.number, last.number) if first.number is not None and last.number is not None else None
    why = "、".join(dict.fromkeys(each.why for each in days))
    return Stretch(first.day, last.day, numbers, why, first.basis)
