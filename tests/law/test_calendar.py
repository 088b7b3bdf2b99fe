"""Working days: the vectors of the domain, the notices of 2020 to 2027, and what must hold for every day."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from yizheng.catalogue.calendars import load_calendar
from yizheng.law.calendar import Calendar, NoCalendar, YearCalendar

CALENDAR = load_calendar(Path(__file__).parents[2] / "regulations" / "calendar")
DAYS = st.dates(date(2020, 1, 1), date(2026, 12, 31))
COUNTS = st.integers(1, 120)


def a_year(year: int, **changes: object) -> YearCalendar:
    """A plain official year, changed as the test needs."""
    told: dict[str, object] = {
        "status": "official",
        "notice": f"国办发明电〔{year - 1}〕9号",
        "basis": "通知",
        "days_off": {},
        "workdays": {},
    }
    return YearCalendar(year=year, **(told | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("event", "n", "last"),
    [
        ("2021-02-05", 5, "2021-02-18"),
        ("2021-02-06", 5, "2021-02-18"),
        ("2021-02-10", 5, "2021-02-23"),
        ("2021-04-30", 10, "2021-05-18"),
        ("2021-09-17", 20, "2021-10-21"),
        ("2021-09-30", 5, "2021-10-13"),
        ("2025-01-24", 5, "2025-02-07"),
        ("2025-09-26", 20, "2025-10-30"),
        ("2026-02-13", 5, "2026-02-27"),
        ("2026-02-13", 20, "2026-03-19"),
        ("2026-04-30", 5, "2026-05-11"),
        ("2026-09-18", 45, "2026-11-26"),
    ],
)
def test_the_twelve_vectors_of_the_domain_come_out(event: str, n: int, last: str) -> None:
    assert CALENDAR.nth_workday_after(date.fromisoformat(event), n).isoformat() == last


@pytest.mark.parametrize(("year", "days"), [(2021, 250), (2025, 248), (2026, 248)])
def test_a_year_has_as_many_working_days_as_the_notice_leaves(year: int, days: int) -> None:
    first = date(year, 1, 1)
    assert CALENDAR.workdays_between(first, date(year, 12, 31)) + CALENDAR.is_workday(first) == days


@pytest.mark.parametrize(
    ("year", "makeups"),
    [
        (2021, "02-07 02-20 04-25 05-08 09-18 09-26 10-09"),
        (2025, "01-26 02-08 04-27 09-28 10-11"),
        (2026, "01-04 02-14 02-28 05-09 09-20 10-10"),
    ],
)
def test_the_make_up_workdays_are_those_of_the_domain(year: int, makeups: str) -> None:
    assert {f"{day:%m-%d}" for day in CALENDAR.year(year).workdays} == set(makeups.split())


def test_every_official_day_agrees_with_two_independent_packages() -> None:
    china = holidays.country_holidays("CN", years=range(2020, 2027))
    day = date(2020, 1, 1)
    while day.year < 2027:
        assert CALENDAR.is_workday(day) == chinese_calendar.is_workday(day) == china.is_working_day(day), day
        day += timedelta(days=1)


def test_2027_knows_the_statutory_festivals_only_and_is_provisional() -> None:
    off = "01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03"
    year = CALENDAR.year(2027)
    assert {f"{day:%m-%d}" for day in year.days_off} == set(off.split())
    assert not year.workdays
    assert CALENDAR.is_provisional(date(2027, 3, 1))
    assert not CALENDAR.is_provisional(date(2026, 3, 1))


@pytest.mark.parametrize(
    ("day", "is_workday", "why"),
    [
        ("2021-02-05", True, "工作日"),
        ("2021-02-06", False, "周六"),
        ("2021-02-07", True, "调休上班（春节，国办发明电〔2020〕27号）"),
        ("2021-02-11", False, "春节放假（国办发明电〔2020〕27号）"),
        ("2020-02-01", False, "春节放假（国办发明电〔2020〕1号）"),
        ("2022-12-31", False, "元旦放假（国办发明电〔2022〕16号）"),
        ("2027-06-09", False, "端午节放假（2027年放假安排尚未公布，暂按《全国年节及纪念日放假办法》第二条）"),
    ],
)
def test_a_day_says_what_it_is_and_which_notice_says_so(day: str, is_workday: bool, why: str) -> None:
    kind = CALENDAR.kind(date.fromisoformat(day))
    assert (kind.is_workday, kind.why, kind.provisional) == (is_workday, why, kind.day.year == 2027)


def test_a_day_without_calendar_is_an_error_that_names_the_year_and_what_to_do() -> None:
    with pytest.raises(NoCalendar, match=r"没有2019年的工作日历.*yizheng publish") as caught:
        CALENDAR.is_workday(date(2019, 12, 31))
    assert caught.value.year == 2019
    with pytest.raises(NoCalendar):
        CALENDAR.is_provisional(date(2028, 1, 1))


@pytest.mark.parametrize(
    ("event", "n", "missing"),
    [
        ("2019-12-31", 1, 2019),
        ("2019-12-31", 0, 2019),
        ("2027-12-20", 60, 2028),
        ("2027-12-31", 1, 2028),
        ("2028-01-03", 1, 2028),
        ("2028-01-03", 0, 2028),
        ("2031-01-03", 1, 2031),
    ],
)
def test_a_count_that_runs_into_a_year_without_data_is_an_error(event: str, n: int, missing: int) -> None:
    with pytest.raises(NoCalendar) as caught:
        CALENDAR.nth_workday_after(date.fromisoformat(event), n)
    assert caught.value.year == missing


def test_the_next_working_day_of_a_last_rest_day_lies_in_a_year_without_data() -> None:
    calendar = Calendar([a_year(2022)])
    with pytest.raises(NoCalendar) as caught:
        calendar.nth_workday_after(date(2022, 12, 31), 0)
    assert caught.value.year == 2023


def test_counting_back_stops_at_the_first_year_loaded() -> None:
    assert CALENDAR.nth_workday_before(date(2021, 2, 18), 5) == date(2021, 2, 5)
    with pytest.raises(NoCalendar) as caught:
        CALENDAR.nth_workday_before(date(2020, 1, 3), 2)
    assert caught.value.year == 2019


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(ValueError, match="不能为负"):
        CALENDAR.nth_workday_after(date(2021, 2, 5), -1)
    with pytest.raises(ValueError, match="至少为1"):
        CALENDAR.nth_workday_before(date(2021, 2, 5), 0)


def test_no_working_days_count_as_the_day_itself_or_the_next_one_worked() -> None:
    assert CALENDAR.nth_workday_after(date(2021, 2, 7), 0) == date(2021, 2, 7)
    assert CALENDAR.nth_workday_after(date(2021, 2, 11), 0) == date(2021, 2, 18)


def test_a_gap_between_the_years_is_never_counted_across() -> None:
    with pytest.raises(NoCalendar) as caught:
        Calendar([a_year(2023), a_year(2021)])
    assert caught.value.year == 2022


def test_a_calendar_needs_at_least_one_year_and_each_once() -> None:
    with pytest.raises(ValueError, match="没有任何年份"):
        Calendar([])
    with pytest.raises(ValueError, match="重复"):
        Calendar([a_year(2021), a_year(2021)])


def test_the_notice_of_the_next_year_decides_over_days_of_december() -> None:
    friday = date(2022, 12, 30)
    early = a_year(2023, days_off={friday: "元旦"})
    assert Calendar([a_year(2022)]).is_workday(friday)
    assert not Calendar([a_year(2022), early]).is_workday(friday)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"days_off": {date(2022, 11, 30): "元旦"}}, "不在2023年"),
        ({"days_off": {date(2024, 1, 1): "元旦"}}, "不在2023年"),
        ({"workdays": {date(2024, 1, 6): "元旦"}}, "不在2023年"),
        ({"workdays": {date(2023, 1, 3): "元旦"}}, "2023-01-03是周二，本来就上班"),
        ({"days_off": {date(2023, 1, 7): "元旦"}, "workdays": {date(2023, 1, 7): "元旦"}}, "既列为放假又列为上班"),
    ],
)
def test_a_notice_that_contradicts_itself_is_refused(changes: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        a_year(2023, **changes)


def test_the_digest_tells_calendars_apart_that_count_differently() -> None:
    plain = Calendar([a_year(2023)])
    assert plain.digest == Calendar([a_year(2023)]).digest
    assert plain.digest != Calendar([a_year(2023, days_off={date(2023, 1, 3): "元旦"})]).digest
    assert plain.digest != Calendar([a_year(2023, status="provisional")]).digest
    assert CALENDAR.years == tuple(range(2020, 2028))


@given(DAYS, COUNTS)
def test_counting_n_days_on_and_then_between_gives_n(day: date, n: int) -> None:
    last = CALENDAR.nth_workday_after(day, n)
    assert CALENDAR.is_workday(last)
    assert CALENDAR.workdays_between(day, last) == n


@given(DAYS, COUNTS)
def test_a_later_event_or_a_longer_term_never_ends_earlier(day: date, n: int) -> None:
    last = CALENDAR.nth_workday_after(day, n)
    assert CALENDAR.nth_workday_after(day + timedelta(days=1), n) >= last
    assert CALENDAR.nth_workday_after(day, n + 1) > last


@given(DAYS, COUNTS)
def test_one_working_day_at_a_time_ends_where_all_at_once_do(day: date, n: int) -> None:
    step = day
    for _ in range(n):
        step = CALENDAR.nth_workday_after(step, 1)
    assert step == CALENDAR.nth_workday_after(day, n)


@given(DAYS, COUNTS)
def test_counting_back_undoes_counting_on(day: date, n: int) -> None:
    start = CALENDAR.nth_workday_after(day, 0)
    assert CALENDAR.nth_workday_before(CALENDAR.nth_workday_after(start, n), n) == start


@given(DAYS, DAYS, DAYS)
def test_stretches_of_working_days_add_up(a: date, b: date, c: date) -> None:
    assert CALENDAR.workdays_between(a, b) + CALENDAR.workdays_between(b, c) == CALENDAR.workdays_between(a, c)
