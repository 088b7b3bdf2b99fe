"""The life of a permit: its number, its last day, how it stands at midnight."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.law.samples import item, zone
from yizheng.law.items import Certificate
from yizheng.law.permits import last_day, permit_number, permit_series, stands_on, why_last_day
from yizheng.law.words import Standing

DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("from_on", "years", "until_on"),
    [
        (date(2026, 3, 19), 5, date(2031, 3, 18)),
        (date(2026, 1, 1), 1, date(2026, 12, 31)),
        (date(2024, 2, 29), 5, date(2029, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 28)),
        (date(2024, 3, 1), 4, date(2028, 2, 29)),
        (date(2026, 3, 19), None, None),
    ],
)
def test_a_term_of_whole_years_ends_on_the_day_before_the_anniversary(
    from_on: date, years: int | None, until_on: date | None
) -> None:
    assert last_day(from_on, years) == until_on


def test_a_term_of_whole_years_says_why_it_ends_on_that_day_and_another_says_nothing() -> None:
    begun = date(2026, 3, 19)
    assert why_last_day(begun, date(2031, 3, 18)) == "自2026年3月19日起5年，当日计入，到第5年对应日的前一天24时为止"
    assert why_last_day(date(2026, 1, 1), date(2026, 12, 31)).startswith("自2026年1月1日起1年")
    assert why_last_day(begun, date(2031, 3, 1)) == why_last_day(begun, None) == ""


@given(from_on=DAYS, years=st.integers(1, 20))
def test_the_day_after_a_term_is_the_anniversary_and_the_first_of_march_where_there_is_none(
    from_on: date, years: int
) -> None:
    until_on = last_day(from_on, years)
    assert until_on is not None
    following = until_on + timedelta(days=1)
    assert following.year == from_on.year + years
    begun, ended = (from_on.month, from_on.day), (following.month, following.day)
    assert ended == begun or (begun, ended) == ((2, 29), (3, 1))


@pytest.mark.parametrize(
    ("standing", "until_on", "on", "stands"),
    [
        (Standing.IN_FORCE, date(2031, 3, 18), date(2031, 3, 18), Standing.IN_FORCE),
        (Standing.IN_FORCE, date(2031, 3, 18), date(2031, 3, 19), Standing.EXPIRED),
        (Standing.IN_FORCE, None, date(2099, 12, 31), Standing.IN_FORCE),
        (Standing.REVOKED, date(2031, 3, 18), date(2031, 3, 19), Standing.REVOKED),
        (Standing.REVOKED, None, date(2026, 3, 20), Standing.REVOKED),
    ],
)
def test_a_permit_holds_to_the_end_of_its_last_day_and_a_revoked_one_stays_revoked(
    standing: Standing, until_on: date | None, on: date, stands: Standing
) -> None:
    assert stands_on(standing, until_on, None, on)[0] == stands


def test_a_food_permit_is_numbered_by_the_national_rule_with_its_check_digit() -> None:
    food = item(certificate=Certificate(name="食品经营许可证", scheme="food", pattern="", food_kind=2))
    number = permit_number(food, zone(), 2026, 7)
    assert number.startswith("JY2370214")
    assert len(number) == 16


def test_any_other_permit_is_numbered_by_its_organs_pattern() -> None:
    assert permit_number(item(), zone(), 2026, 7) == "青高新消〔2026〕00007"


def test_numbers_begin_anew_each_year_only_where_they_say_the_year() -> None:
    food = item(certificate=Certificate(name="食品经营许可证", scheme="food", pattern="", food_kind=2))
    tobacco = item(certificate=Certificate(name="烟草专卖零售许可证", scheme="plain", pattern="3702711{serial}"))
    assert permit_series(item(), 2026) != permit_series(item(), 2027)
    for lasting in (food, tobacco):
        assert permit_series(lasting, 2026) == permit_series(lasting, 2027)
