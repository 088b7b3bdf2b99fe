"""Working days as the State Council fixes them year by year; never "Monday to Friday" (行政许可法 82).

A day is off because it is a Saturday or Sunday or because a notice says 放假; it is worked because it is neither, or
because a notice says 调休上班. Notices are data (`regulations/calendar/`); this module only counts. A year without data
is never guessed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Literal

from yizheng.law.citation import cited

Status = Literal["official", "provisional"]

WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
SATURDAY = 5


class NoCalendar(LookupError):
    """A day lies in a year whose calendar is not loaded; its text is the sentence to show.

    Never answered by a guess.
    """

    def __init__(self, year: int) -> None:
        super().__init__(
            f"没有{year}年的工作日历，无法计算期限。请按国务院办公厅关于{year}年部分节假日安排的通知"
            f"编制 regulations/calendar/{year}.yaml，再运行 yizheng publish。"
        )
        self.year = year


@dataclass(frozen=True, slots=True)
class YearCalendar:
    """One year's notice: which days are off, which rest days are worked. Raises ValueError when the notice contradicts
    itself.

    `days_off` and `workdays` map a day to its festival. They may reach into the December before (元旦 of 2023 began on
    2022-12-31). `other_notices` names the notice of single days that a later one changed (春节 2020, prolonged).
    """

    year: int
    status: Status
    notice: str
    basis: str
    days_off: Mapping[date, str]
    workdays: Mapping[date, str]
    other_notices: Mapping[date, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for day in self.days_off:
            _must(day_fault(self.year, day))
        for day in self.workdays:
            _must(makeup_fault(self.year, day))
        for day in self.days_off.keys() & self.workdays.keys():
            raise ValueError(f"{day}既列为放假又列为上班")

    def source_of(self, day: date) -> str:
        """The notice that speaks of this day; for a provisional year, the regulation it rests on."""
        return self.other_notices.get(day) or self.notice or self.basis


@dataclass(frozen=True, slots=True)
class DayKind:
    """What a day is and why, fit to be shown: 「周六」「春节放假（文号）」「调休上班（…）」「工作日」."""

    day: date
    is_workday: bool
    why: str
    provisional: bool


class Calendar:
    """The years loaded, as one unbroken and immutable count of working days.

    Raises NoCalendar for a gap between the years, ValueError for no year or the same year twice.
    """

    __slots__ = ("_base", "_digest", "_provisional", "_said", "_upto", "_workdays", "_years")

    def __init__(self, years: Iterable[YearCalendar]) -> None:
        self._years = {each.year: each for each in _in_order(years)}
        first, last = self.years[0], self.years[-1]
        self._base = date(first, 1, 1).toordinal()
        self._said = _what_notices_say(self._years.values())
        days = (date.fromordinal(n) for n in range(self._base, date(last, 12, 31).toordinal() + 1))
        # _upto[i] = working days before the i-th day; _workdays[k] = the k-th working day: any count is two look-ups.
        self._upto, self._workdays = [0], list[date]()
        for day in days:
            if self._works(day):
                self._workdays.append(day)
            self._upto.append(len(self._workdays))
        self._provisional = frozenset(year for year, each in self._years.items() if each.status == "provisional")
        self._digest = _digest_of(self._years.values())

    @property
    def years(self) -> tuple[int, ...]:
        """The years with data, ascending."""
        return tuple(self._years)

    @property
    def digest(self) -> str:
        """SHA-256 over all that can change an answer: two calendars with one digest count alike."""
        return self._digest

    @property
    def provisional_years(self) -> frozenset[int]:
        """The years whose shifts are not yet announced."""
        return self._provisional

    def year(self, year: int) -> YearCalendar:
        """The notice of a year. Raises NoCalendar."""
        if year not in self._years:
            raise NoCalendar(year)
        return self._years[year]

    def is_workday(self, day: date) -> bool:
        """Whether the organs work on this day (行政许可法 82). Raises NoCalendar."""
        place = self._place(day)
        return self._upto[place + 1] > self._upto[place]

    def is_provisional(self, day: date) -> bool:
        """Whether the year's shifts are not yet announced, so that the day may still change. Raises NoCalendar."""
        return self.year(day.year).status == "provisional"

    def kind(self, day: date) -> DayKind:
        """What the day is, with the reason and the notice. Raises NoCalendar."""
        return DayKind(day, self.is_workday(day), self._why(day), self.is_provisional(day))

    def notice_of(self, day: date) -> str:
        """The notice by which a day is what it is: the one that names it, else that of its year. Raises NoCalendar."""
        said = self._said.get(day)
        return (said[2] if said else self.year(day.year)).source_of(day)

    def nth_workday_after(self, day: date, n: int) -> date:
        """The n-th working day after a day, which itself does not count (民法典 201); n in working days.

        n = 0 gives the day itself when it is worked, else the next working day. Raises NoCalendar when the day, or the
        count, leaves the years loaded; ValueError for n < 0.
        """
        place = day.toordinal() - self._base
        if n < 1 or place < 0:
            return self._this_or_next(day, n)
        try:
            return self._workdays[self._upto[place + 1] + n - 1]
        except IndexError:
            raise NoCalendar(max(day.year, self.years[-1] + 1)) from None

    def nth_workday_before(self, day: date, n: int) -> date:
        """The n-th working day before a day, for windows such as "届满90个工作日前"; n in working days, at least 1.

        Raises NoCalendar when the day, or the count, leaves the years loaded; ValueError for n < 1.
        """
        if n < 1:
            raise ValueError(f"倒数的工作日数至少为1：{n}")
        index = self._upto[self._place(day)] - n
        if index < 0:
            raise NoCalendar(self.years[0] - 1)
        return self._workdays[index]

    def workdays_between(self, a: date, b: date) -> int:
        """Working days after `a` up to and including `b`; negative when `b` comes before `a`. Raises NoCalendar."""
        return self._upto[self._place(b) + 1] - self._upto[self._place(a) + 1]

    def _this_or_next(self, day: date, n: int) -> date:
        if n < 0:
            raise ValueError(f"工作日数不能为负：{n}")
        index = self._upto[self._place(day)]
        if index == len(self._workdays):
            raise NoCalendar(self.years[-1] + 1)
        return self._workdays[index]

    def _place(self, day: date) -> int:
        place = day.toordinal() - self._base
        if not 0 <= place < len(self._upto) - 1:
            raise NoCalendar(day.year)
        return place

    def _works(self, day: date) -> bool:
        said = self._said.get(day)
        return said[0] if said else day.weekday() < SATURDAY

    def _why(self, day: date) -> str:
        said = self._said.get(day)
        if said is None:
            return "工作日" if day.weekday() < SATURDAY else WEEKDAYS[day.weekday()]
        worked, festival, notice = said
        source = notice.source_of(day)
        if worked:
            return f"调休上班（{festival}，{source}）"
        if notice.status == "provisional":
            return f"{festival}放假（{notice.year}年放假安排尚未公布，暂按{cited(source)}）"
        return f"{festival}放假（{source}）"


def day_fault(year: int, day: date) -> str:
    """Why a year's notice cannot speak of this day, or "": it may reach back into the December before, no further."""
    if day.year == year or (day.year == year - 1 and day.month == 12):
        return ""
    return f"{day}不在{year}年（或上一年12月）内"


def makeup_fault(year: int, day: date) -> str:
    """Why this day cannot be a make-up workday, or "": only a Saturday or Sunday can be (调休)."""
    fault = day_fault(year, day)
    if fault or day.weekday() >= SATURDAY:
        return fault
    return f"{day}是{WEEKDAYS[day.weekday()]}，本来就上班，不能列为调休上班"


def _must(fault: str) -> None:
    if fault:
        raise ValueError(fault)


def _in_order(years: Iterable[YearCalendar]) -> list[YearCalendar]:
    """The years ascending. Raises ValueError for none or one twice, NoCalendar for a gap."""
    ordered = sorted(years, key=lambda each: each.year)
    if not ordered:
        raise ValueError("没有任何年份的工作日历")
    for one, next_one in pairwise(ordered):
        if one.year == next_one.year:
            raise ValueError(f"{one.year}年的工作日历重复")
        if one.year + 1 != next_one.year:
            raise NoCalendar(one.year + 1)
    return ordered


def _what_notices_say(years: Iterable[YearCalendar]) -> dict[date, tuple[bool, str, YearCalendar]]:
    """Day → worked?, festival, notice. A later year's notice overrides the earlier one on days in December."""
    said: dict[date, tuple[bool, str, YearCalendar]] = {}
    for each in years:
        said.update((day, (False, festival, each)) for day, festival in each.days_off.items())
        said.update((day, (True, festival, each)) for day, festival in each.workdays.items())
    return said


def _digest_of(years: Iterable[YearCalendar]) -> str:
    rows = [
        [
            each.year,
            each.status,
            each.notice,
            each.basis,
            *(
                sorted((day.isoformat(), text) for day, text in days.items())
                for days in (each.days_off, each.workdays, each.other_notices)
            ),
        ]
        for each in years
    ]
    return hashlib.sha256(json.dumps(rows, ensure_ascii=False).encode()).hexdigest()
