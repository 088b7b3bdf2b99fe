"""A law that changes while a case is open: which law decides (行政许可案件规定 9; domain §7-5).

Forms, promises and materials stay those of the day of filing. The conditions are those of the law in force at the
decision; only where the organ is late, the change came after its time had passed, and the new law is worse for the
applicant, the old law decides.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Bearing(StrEnum):
    """What a change of law means for the applicant."""

    BETTER = "better"
    NEUTRAL = "neutral"
    WORSE = "worse"
    ABOLISHED = "abolished"

    @property
    def label(self) -> str:
        """In words."""
        return _LABELS[self.value]


class Came(StrEnum):
    """When a change came into force, seen from filing, due day and decision."""

    BEFORE_FILING = "before_filing"
    IN_TIME = "in_time"
    WHEN_LATE = "when_late"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class LawChange:
    """A change of the conditions of an item: from when, for better or worse, in which words, written where."""

    on: date
    bearing: Bearing
    text: str
    basis: tuple[str, ...]


_LABELS = {"better": "对申请人更有利", "neutral": "没有不利", "worse": "对申请人更严", "abolished": "不再需要许可"}

NEW, OLD = "new", "old"

TABLE: dict[tuple[Came, Bearing], str] = {
    (Came.BEFORE_FILING, Bearing.BETTER): NEW,
    (Came.BEFORE_FILING, Bearing.NEUTRAL): NEW,
    (Came.BEFORE_FILING, Bearing.WORSE): NEW,
    (Came.BEFORE_FILING, Bearing.ABOLISHED): NEW,
    (Came.IN_TIME, Bearing.BETTER): NEW,
    (Came.IN_TIME, Bearing.NEUTRAL): NEW,
    (Came.IN_TIME, Bearing.WORSE): NEW,
    (Came.IN_TIME, Bearing.ABOLISHED): NEW,
    (Came.WHEN_LATE, Bearing.BETTER): NEW,
    (Came.WHEN_LATE, Bearing.NEUTRAL): NEW,
    (Came.WHEN_LATE, Bearing.WORSE): OLD,
    (Came.WHEN_LATE, Bearing.ABOLISHED): NEW,
    (Came.NOT_YET, Bearing.BETTER): OLD,
    (Came.NOT_YET, Bearing.NEUTRAL): OLD,
    (Came.NOT_YET, Bearing.WORSE): OLD,
    (Came.NOT_YET, Bearing.ABOLISHED): OLD,
}
"""Which law decides; a test proves that no combination is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days that matter: filing, by when the organ had promised to decide (None while nothing runs), decision."""

    filed_on: date
    due_on: date | None
    decided_on: date


def came(change: LawChange, days: Days) -> Came:
    """When the change came."""
    if change.on <= days.filed_on:
        return Came.BEFORE_FILING
    if change.on > days.decided_on:
        return Came.NOT_YET
    return Came.WHEN_LATE if days.due_on is not None and change.on > days.due_on else Came.IN_TIME


def decides(change: LawChange, days: Days) -> str:
    """Whether the new or the old law decides on this change."""
    return TABLE[(came(change, days), change.bearing)]


def bearing_on(changes: Iterable[LawChange], filed_on: date) -> tuple[LawChange, ...]:
    """The changes that came, or will come, after the day of filing, in their order."""
    return tuple(sorted((each for each in changes if each.on > filed_on), key=lambda each: each.on))


def said(change: LawChange, law: str) -> str:
    """Which law was applied and why, for the decision."""
    when = f"{change.on.year}年{change.on.month}月{change.on.day}日"
    if law == NEW:
        return f"申请后法律自{when}起改变（{change.text}），依照决定时的规定办理。"
    return f"申请后法律自{when}起改变（{change.text}）；因本机关逾期，新规定对申请人更严，仍依照原规定办理。"
