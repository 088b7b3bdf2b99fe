"""Renewal 延续: its window counted back from the last day, is an application in time, the new term (50; C13, C14).

What the law asks of the applicant is read in their favour: an application is in time by the later reading, and they are
warned by the earlier one (domain §2.6).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from yizheng.law.calendar import Calendar, NoCalendar
from yizheng.law.citation import cited
from yizheng.law.items.life import RenewalWindow
from yizheng.law.papers.paper import chinese_date
from yizheng.law.permits import last_day
from yizheng.law.terms import Term, Unit, months_after

REMIND_AT = (120, 90, 60, 30)
"""Calendar days before the last day on which the holder is reminded (domain §2.13 C13)."""

WEEK, WORKED = 7, 5

Timeliness = Literal["early", "in_time", "late", "barred", "over"]
"""When an application comes: before the window, in it, after it without or with a bar, after the term."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """From when until when renewal may be applied for; ``warn_on`` is the last day by the stricter reading.

    ``why`` explains both ends; ``provisional`` when a year counted through has no calendar, or no final one, yet.
    """

    until_on: date
    opens_on: date | None
    closes_on: date
    warn_on: date
    late: Literal["refused", "undeemed"]
    why: tuple[str, ...]
    provisional: bool


def window(rule: RenewalWindow, until_on: date, calendar: Calendar) -> Window:
    """The window of a permit that holds until ``until_on``."""
    opens = _before(until_on, rule.opens, calendar) if rule.opens else None
    closes = _before(until_on, rule.closes, calendar)
    literal = rule.closes.unit is not Unit.WORKING_DAY
    last = _rolled(closes[0], calendar) if literal else closes[0]
    strict = _before(until_on, Term(rule.closes.n, Unit.WORKING_DAY), calendar)[0] if _in_days(rule) else closes[0]
    basis = "、".join(cited(each) for each in rule.basis)
    why = [f"有效期至{chinese_date(until_on)}（{basis}）。"]
    if rule.opens and opens:
        why.append(f"往前数{rule.opens}是{chinese_date(opens[0])}，从这一天起可以申请。")
    why.append(f"往前数{rule.closes}是{chinese_date(closes[0])}，最迟这一天申请。")
    if last != closes[0]:
        why.append(f"这一天是休息日，顺延到{chinese_date(last)}（{cited('民法典 203')}）。")
    if strict != closes[0]:
        why.append(
            f"按工作日计算是{chinese_date(strict)}；两种算法有争议的，按对申请人有利的较晚一天收件，请尽早申请。"
        )
    return Window(
        until_on=until_on,
        opens_on=opens[0] if opens else None,
        closes_on=last,
        warn_on=min(strict, last),
        late=rule.late,
        why=tuple(why),
        provisional=closes[1] or bool(opens and opens[1]),
    )


def _in_days(rule: RenewalWindow) -> bool:
    return rule.closes.unit is Unit.CALENDAR_DAY


def _before(day: date, term: Term, calendar: Calendar) -> tuple[date, bool]:
    """The day a term before a day, and whether it may still move; without a calendar weeks have five working days."""
    if term.unit is Unit.MONTH:
        return months_after(day, -term.n), False
    if term.unit is Unit.CALENDAR_DAY:
        return day - timedelta(days=term.n), False
    try:
        found = calendar.nth_workday_before(day, term.n)
    except NoCalendar:
        weeks, days = divmod(term.n, WORKED)
        return day - timedelta(days=weeks * WEEK + days), True
    return found, not calendar.provisional_years.isdisjoint(range(found.year, day.year + 1))


def _rolled(day: date, calendar: Calendar) -> date:
    """The next working day when a day is a rest day (民法典 203); the day itself where no calendar speaks of it yet."""
    try:
        return calendar.nth_workday_after(day, 0)
    except NoCalendar:
        return day


def timeliness(asked: Window, on: date) -> Timeliness:
    """When an application made on a day comes."""
    if on > asked.until_on:
        return "over"
    if asked.opens_on is not None and on < asked.opens_on:
        return "early"
    if on <= asked.closes_on:
        return "in_time"
    return "barred" if asked.late == "refused" else "late"


def why_not_now(asked: Window | None, on: date) -> str:
    """Why renewal cannot be applied for on a day; empty when it can."""
    if asked is None:
        return "该许可长期有效，不需要延续（行政许可法第五十条第一款）。"
    when = timeliness(asked, on)
    if when == "early":
        return f"还没有到延续申请期：{chinese_date(asked.opens_on)}起可以申请（行政许可法第五十条第一款）。"
    if when == "barred":
        return (
            f"延续申请应当在{chinese_date(asked.closes_on)}以前提出，逾期不再受理；"
            "需要继续经营的，请重新申请（行政许可法第五十条第一款）。"
        )
    if when == "over":
        return f"有效期已于{chinese_date(asked.until_on)}届满，不能延续，请重新申请（行政许可法第七十条第一项）。"
    return ""


def reminder(until_on: date, on: date) -> int | None:
    """The latest reminder that is due on a day, in calendar days before the last day; None before the first."""
    left = (until_on - on).days
    return min((days for days in REMIND_AT if left <= days), default=None)


def renewed(continues: bool, years: int | None, until_on: date, on: date) -> tuple[date, date | None]:
    """The term of a permit renewed on a day: after the old one where that is the rule and it still runs."""
    from_on = until_on + timedelta(days=1) if continues and on <= until_on else on
    return from_on, last_day(from_on, years)


def deemed(years: int | None, until_on: date) -> tuple[date, date | None]:
    """The term that the law itself gives: it follows the old one without a gap (行政许可法 50(2))."""
    from_on = until_on + timedelta(days=1)
    return from_on, last_day(from_on, years)
