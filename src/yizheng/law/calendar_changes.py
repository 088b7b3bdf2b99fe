"""What a new notice of the State Council changes: days that were worked and now are off, or the other way round.

So that whoever was told a day learns why it has moved (domain §7-7).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from yizheng.law.calendar import Calendar
from yizheng.law.citation import cited

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ChangedDay:
    """A day that is worked now and was not, or is off now and was not, and the notice that says so."""

    day: date
    is_workday: bool
    notice: str


def changed_days(before: Calendar, after: Calendar) -> tuple[ChangedDay, ...]:
    """Every day that two calendars do not see alike, in order; only years that both know can differ."""
    return tuple(
        ChangedDay(day, after.is_workday(day), after.notice_of(day))
        for year in before.years
        if year in after.years
        for day in _days(date(year, 1, 1), date(year, 12, 31))
        if before.is_workday(day) != after.is_workday(day)
    )


def bearing(changed: Iterable[ChangedDay], since: date, until: date) -> tuple[ChangedDay, ...]:
    """Those of the changed days that a count from ``since``, which itself never counts, through ``until`` passes."""
    return tuple(each for each in changed if since < each.day <= until)


def said(changed: Iterable[ChangedDay]) -> str:
    """The changes in words, by notice: 国务院办公厅通知（国办发明电〔2026〕9号）调整放假安排（3月5日改为放假）."""
    by_notice: dict[str, list[ChangedDay]] = {}
    for each in changed:
        by_notice.setdefault(each.notice, []).append(each)
    return "，".join(f"{_by(notice)}调整放假安排（{_listed(days)}）" for notice, days in by_notice.items())


def _by(notice: str) -> str:
    """A notice has a number; a year whose notice is still to come rests on the regulation alone."""
    return f"国务院办公厅通知（{notice}）" if "〔" in notice else f"按{cited(notice)}"


def _listed(changed: list[ChangedDay]) -> str:
    """Days in a row that became the same are said once: 3月5日至7日改为放假."""
    stretches: list[list[ChangedDay]] = []
    for each in changed:
        last = stretches[-1][-1] if stretches else None
        if last and each.day == last.day + ONE_DAY and each.is_workday == last.is_workday:
            stretches[-1].append(each)
        else:
            stretches.append([each])
    return "，".join(_stretch(each[0], each[-1]) for each in stretches)


def _stretch(first: ChangedDay, last: ChangedDay) -> str:
    became = "改为上班" if first.is_workday else "改为放假"
    if first == last:
        return f"{short(first.day)}{became}"
    until = f"{last.day.day}日" if first.day.month == last.day.month else short(last.day)
    return f"{short(first.day)}至{until}{became}"


def short(day: date) -> str:
    """A day within a year that is known: 3月5日."""
    return f"{day.month}月{day.day}日"


def _days(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))
