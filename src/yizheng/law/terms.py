"""The facts a clock is derived from: term, pauses, extension, start and stop; each goes to JSON and back unchanged."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any


class Unit(StrEnum):
    """What a limit is counted in: 工作日 (行政许可法 82), 日 or 月 (民法典 201, 202)."""

    WORKING_DAY = "wd"
    CALENDAR_DAY = "cal"
    MONTH = "month"


DAYS_OF = {Unit.WORKING_DAY: 365 / 248, Unit.CALENDAR_DAY: 1.0, Unit.MONTH: 365 / 12}
"""Calendar days to one of a unit, over a year of 248 working days (domain §2.6)."""
_SUFFIX = {Unit.WORKING_DAY: "个工作日", Unit.CALENDAR_DAY: "日", Unit.MONTH: "个月"}


@dataclass(frozen=True, slots=True)
class Term:
    """A length of time in its unit; n = 0 is 即办, on the spot. Raises ValueError for n < 0.

    `rolls`: a last day that is a rest day moves to the next working day (民法典 203), as for remedies; never for
    organs' limits.
    """

    n: int
    unit: Unit
    rolls: bool = False

    def __post_init__(self) -> None:
        if self.n < 0:
            raise ValueError(f"期限不能为负：{self.n}")

    def __str__(self) -> str:
        return f"{self.n}{_SUFFIX[self.unit]}" if self.n else "即办"

    @property
    def about(self) -> float:
        """About how many calendar days it lasts, to tell which of two terms in different units is the longer one."""
        return self.n * DAYS_OF[self.unit]

    def as_data(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return {"n": self.n, "unit": self.unit.value, "rolls": self.rolls}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Term:
        """The inverse of `as_data`. Raises KeyError, ValueError for anything else."""
        return cls(data["n"], Unit(data["unit"]), data.get("rolls", False))


@dataclass(frozen=True, slots=True)
class Pause:
    """Time left out of the count, both ends included: hearing, test, expert review and the like (行政许可法 45).

    `notice` is the number of the paper that told the applicant how long it takes: without one nothing is left out.
    `until_on` None: not ended yet. `told_until` is the last day announced in writing: what lasts longer counts again.
    Raises ValueError when it ends before it begins.
    """

    ground: str
    basis: str
    notice: str
    from_on: date
    until_on: date | None = None
    told_until: date | None = None

    def __post_init__(self) -> None:
        for day in (self.until_on, self.told_until):
            if day is not None and day < self.from_on:
                raise ValueError(f"暂停期间的止日{day}早于起日{self.from_on}")

    @property
    def last_on(self) -> date | None:
        """The last day left out: when it ended, and at the latest as announced; None while neither is known."""
        return min((day for day in (self.until_on, self.told_until) if day is not None), default=None)

    @property
    def is_told(self) -> bool:
        """Whether the applicant was told in writing, the condition of the exclusion (行政许可法 45)."""
        return bool(self.notice.strip())

    def as_data(self) -> dict[str, Any]:
        """Plain data for JSON, dates as ISO text."""
        return {
            "ground": self.ground,
            "basis": self.basis,
            "notice": self.notice,
            "from_on": self.from_on.isoformat(),
            "until_on": _text(self.until_on),
            "told_until": _text(self.told_until),
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Pause:
        """The inverse of `as_data`. Raises KeyError, ValueError for anything else."""
        from_on, told = date.fromisoformat(data["from_on"]), _date(data.get("told_until"))
        return cls(data["ground"], data["basis"], data["notice"], from_on, _date(data["until_on"]), told)


@dataclass(frozen=True, slots=True)
class Extension:
    """More time granted by the head of the organ, with reasons told to the applicant (行政许可法 42).

    Holds only if granted by the day the limit ends; `clocks.due` refuses a later one. `limit_on` is that day as it was
    at the grant: a later calendar does not undo what was in time. Raises ValueError without reasons or name.
    """

    term: Term
    granted_on: date
    reasons: str
    by: str
    limit_on: date | None = None

    def __post_init__(self) -> None:
        if not self.reasons.strip() or not self.by.strip():
            raise ValueError("延长期限须写明理由和批准的负责人（行政许可法 42）")

    def as_data(self) -> dict[str, Any]:
        """Plain data for JSON, dates as ISO text."""
        return {
            "term": self.term.as_data(),
            "granted_on": self.granted_on.isoformat(),
            "reasons": self.reasons,
            "by": self.by,
            "limit_on": _text(self.limit_on),
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Extension:
        """The inverse of `as_data`. Raises KeyError, ValueError for anything else."""
        granted_on, limit_on = date.fromisoformat(data["granted_on"]), _date(data.get("limit_on"))
        return cls(Term.from_data(data["term"]), granted_on, data["reasons"], data["by"], limit_on)


@dataclass(frozen=True, slots=True)
class Run:
    """One clock at work: the facts from which every date is derived. `clock` is its name, `basis` the article of its
    limit.

    Raises ValueError when the extension is in another unit than the term.
    """

    clock: str
    since: date
    term: Term
    basis: str
    pauses: tuple[Pause, ...] = ()
    extension: Extension | None = None
    stopped_on: date | None = None

    def __post_init__(self) -> None:
        if self.extension is not None and self.extension.term.unit is not self.term.unit:
            raise ValueError(f"延长的期限（{self.extension.term}）须与原期限（{self.term}）单位相同")

    @property
    def whole_term(self) -> Term:
        """The term with its extension."""
        if self.extension is None:
            return self.term
        return Term(self.term.n + self.extension.term.n, self.term.unit, self.term.rolls)

    def as_data(self) -> dict[str, Any]:
        """Plain data for JSON, dates as ISO text."""
        return {
            "clock": str(self.clock),
            "since": self.since.isoformat(),
            "term": self.term.as_data(),
            "basis": self.basis,
            "pauses": [pause.as_data() for pause in self.pauses],
            "extension": self.extension.as_data() if self.extension else None,
            "stopped_on": _text(self.stopped_on),
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Run:
        """The inverse of `as_data`. Raises KeyError, ValueError for anything else."""
        extension = data.get("extension")
        return cls(
            data["clock"],
            date.fromisoformat(data["since"]),
            Term.from_data(data["term"]),
            data["basis"],
            tuple(Pause.from_data(pause) for pause in data.get("pauses", ())),
            Extension.from_data(extension) if extension else None,
            _date(data.get("stopped_on")),
        )


ACCEPTANCE_TERM = Term(5, Unit.WORKING_DAY)
"""How long the hall has to say that something is missing."""
ACCEPTANCE_BASIS = "行政许可法 32(1)(4)"
"""Where that is written; in working days by 行政许可法 82."""
DELIVERY_TERM = Term(10, Unit.WORKING_DAY)
"""How long the organ has to bring its decision to the applicant."""
DELIVERY_BASIS = "行政许可法 44"
GAP_BASIS = "青岛市优化营商环境条例 24"
"""An acceptance with a gap leaves at most the promised limit of the item (domain L-69)."""
RECTIFICATION_BASIS = "高新区一业一证方案 三(四)"
"""The notice sets the time; where that is written."""
EXTENSION_TERM = Term(10, Unit.WORKING_DAY)
"""By how much the head of an organ may extend a limit in working days, where the sector says nothing else."""
EXTENSION_BASIS = "行政许可法 42(1)"


def months_after(day: date, n: int) -> date:
    """The same day n months later, or the last day of that month when it has none (民法典 202)."""
    years, month = divmod(day.month - 1 + n, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
