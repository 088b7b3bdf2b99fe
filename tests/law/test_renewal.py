"""Renewal: both ends of its window, in working days, days and months; in time, late, barred; the new term."""

from __future__ import annotations

from datetime import date

import pytest

from tests.published import calendar, catalogue
from yizheng.law.items.life import RENEWAL, RenewalWindow
from yizheng.law.renewal import deemed, reminder, renewed, timeliness, why_not_now, window
from yizheng.law.terms import Term, Unit

CALENDAR = calendar()
FOOD, DEVICE, DRUG = (
    catalogue().items[code].renewal_window or RENEWAL for code in ("FOOD_CATERING", "DEVICE_III", "DRUG_RETAIL")
)


@pytest.mark.parametrize(
    ("rule", "until_on", "opens_on", "closes_on", "warn_on"),
    [
        # 2026-10-10 is worked, 2026-10-01 … 10-07 are not
        (FOOD, date(2026, 10, 15), date(2026, 6, 4), date(2026, 9, 18), date(2026, 9, 18)),
        (DEVICE, date(2026, 3, 31), date(2025, 11, 18), date(2026, 2, 11), date(2026, 2, 11)),
        (DRUG, date(2026, 8, 31), date(2026, 2, 28), date(2026, 6, 30), date(2026, 6, 30)),
        (RENEWAL, date(2026, 7, 20), None, date(2026, 6, 22), date(2026, 6, 5)),
    ],
)
def test_a_window_is_counted_back_from_the_last_day(
    rule: RenewalWindow, until_on: date, opens_on: date | None, closes_on: date, warn_on: date
) -> None:
    found = window(rule, until_on, CALENDAR)
    assert (found.opens_on, found.closes_on, found.warn_on) == (opens_on, closes_on, warn_on)
    assert not found.provisional


def test_the_last_day_rolls_past_a_rest_day_and_both_ends_are_explained() -> None:
    found = window(RENEWAL, date(2026, 7, 20), CALENDAR)  # thirty days before is Saturday 2026-06-20, a festival
    assert "这一天是休息日，顺延到2026年6月22日" in "".join(found.why)
    assert "按对申请人有利的较晚一天收件" in "".join(found.why)
    both = "".join(window(FOOD, date(2026, 10, 15), CALENDAR).why)
    assert "往前数90个工作日" in both
    assert "往前数15个工作日" in both


def test_a_year_without_a_calendar_is_counted_in_weeks_and_said_to_be_provisional() -> None:
    found = window(FOOD, date(2040, 3, 30), CALENDAR)
    assert found.provisional
    assert (found.opens_on, found.closes_on) == (date(2039, 11, 25), date(2040, 3, 9))
    assert window(RENEWAL, date(2040, 3, 30), CALENDAR).closes_on == date(2040, 2, 29)


@pytest.mark.parametrize(
    ("rule", "on", "when", "says"),
    [
        (DEVICE, date(2025, 11, 17), "early", "2025年11月18日起可以申请"),
        (DEVICE, date(2025, 11, 18), "in_time", ""),
        (DEVICE, date(2026, 2, 11), "in_time", ""),
        (DEVICE, date(2026, 2, 12), "barred", "逾期不再受理"),
        (FOOD, date(2026, 3, 31), "late", ""),
        (FOOD, date(2026, 4, 1), "over", "有效期已于2026年3月31日届满"),
    ],
)
def test_an_application_is_early_in_time_late_barred_or_too_late(
    rule: RenewalWindow, on: date, when: str, says: str
) -> None:
    asked = window(rule, date(2026, 3, 31), CALENDAR)
    assert timeliness(asked, on) == when
    assert says in why_not_now(asked, on)
    assert bool(why_not_now(asked, on)) == bool(says)


def test_what_holds_for_ever_is_not_renewed() -> None:
    assert "长期有效" in why_not_now(None, date(2026, 3, 31))


@pytest.mark.parametrize(("left", "due"), [(121, None), (120, 120), (91, 120), (90, 90), (31, 60), (30, 30), (0, 30)])
def test_the_holder_is_reminded_at_120_90_60_and_30_days(left: int, due: int | None) -> None:
    assert reminder(date.fromordinal(date(2026, 3, 1).toordinal() + left), date(2026, 3, 1)) == due


@pytest.mark.parametrize(
    ("continues", "on", "from_on", "until_on"),
    [
        (True, date(2026, 3, 1), date(2026, 4, 1), date(2031, 3, 31)),
        (True, date(2026, 4, 7), date(2026, 4, 7), date(2031, 4, 6)),
        (False, date(2026, 3, 1), date(2026, 3, 1), date(2031, 2, 28)),
    ],
)
def test_a_new_term_follows_the_old_one_where_that_is_the_rule(
    continues: bool, on: date, from_on: date, until_on: date
) -> None:
    assert renewed(continues, 5, date(2026, 3, 31), on) == (from_on, until_on)


def test_the_law_renews_without_a_gap() -> None:
    assert deemed(5, date(2026, 3, 31)) == (date(2026, 4, 1), date(2031, 3, 31))


def test_a_window_of_months_rolls_too() -> None:
    rule = RenewalWindow(closes=Term(1, Unit.MONTH), basis=("行政许可法 50(1)",))
    found = window(rule, date(2026, 3, 15), CALENDAR)  # 2026-02-15 begins the Spring Festival
    assert (found.closes_on, found.warn_on) == (date(2026, 2, 24), date(2026, 2, 15))
