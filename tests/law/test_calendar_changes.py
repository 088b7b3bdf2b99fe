"""What a new notice changes, in words that name the notice and the days (domain §7-7)."""

from __future__ import annotations

from datetime import date
from typing import Any

from yizheng.law.calendar import Calendar, YearCalendar
from yizheng.law.calendar_changes import ChangedDay, bearing, changed_days, said

EMERGENCY = "国办发明电〔2026〕9号"


def a_year(year: int = 2026, off: tuple[str, ...] = (), work: tuple[str, ...] = (), **more: Any) -> YearCalendar:
    days_off = {date.fromisoformat(day): "放假" for day in off}
    workdays = {date.fromisoformat(day): "调休" for day in work}
    notice = f"国办发明电〔{year - 1}〕7号"
    return YearCalendar(year, "official", notice, "关于部分节假日安排的通知", days_off, workdays, **more)


PLAIN = Calendar([a_year(2026), a_year(2027)])


def test_a_calendar_that_says_the_same_changes_nothing() -> None:
    assert changed_days(PLAIN, Calendar([a_year(2026, off=("2026-03-07",)), a_year(2027)])) == ()
    assert said(()) == ""


def test_a_day_off_announced_late_is_named_with_its_own_notice() -> None:
    day = date(2026, 3, 5)
    after = Calendar([a_year(off=("2026-03-05",), other_notices={day: EMERGENCY}), a_year(2027)])
    changed = changed_days(PLAIN, after)
    assert changed == (ChangedDay(day, False, EMERGENCY),)
    assert said(changed) == f"国务院办公厅通知（{EMERGENCY}）调整放假安排（3月5日改为放假）"


def test_days_in_a_row_are_said_once_and_rest_days_worked_are_said_too() -> None:
    off = ("2026-04-29", "2026-04-30", "2026-05-01", "2026-05-04", "2026-05-05")
    after = Calendar([a_year(off=off, work=("2026-05-09",)), a_year(2027)])
    words = said(changed_days(PLAIN, after))
    assert words.endswith("（4月29日至5月1日改为放假，5月4日至5日改为放假，5月9日改为上班）")
    assert "国办发明电〔2025〕7号" in words


def test_a_day_that_a_notice_gives_back_is_told_by_the_notice_of_its_year() -> None:
    before = Calendar([a_year(off=("2026-03-05",)), a_year(2027)])
    assert (
        said(changed_days(before, PLAIN)) == "国务院办公厅通知（国办发明电〔2025〕7号）调整放假安排（3月5日改为上班）"
    )


def test_changes_by_two_notices_are_told_apart() -> None:
    after = Calendar([a_year(2026, off=("2026-12-31",)), a_year(2027, off=("2027-01-01",))])
    assert said(changed_days(PLAIN, after)).count("国务院办公厅通知") == 2


def test_a_year_that_only_one_calendar_knows_has_not_changed() -> None:
    only = Calendar([a_year(2026)])
    assert changed_days(only, PLAIN) == changed_days(PLAIN, only) == ()


def test_only_days_that_a_count_passes_bear_on_it() -> None:
    changed = changed_days(PLAIN, Calendar([a_year(off=("2026-03-02", "2026-03-05", "2026-03-11")), a_year(2027)]))
    assert [each.day.day for each in bearing(changed, date(2026, 3, 2), date(2026, 3, 10))] == [5]


def test_the_notice_of_a_day_is_the_one_that_names_it_or_that_of_its_year() -> None:
    calendar = Calendar([a_year(2026, off=("2026-01-01",)), a_year(2027, off=("2026-12-31",))])
    assert calendar.notice_of(date(2026, 1, 1)) == calendar.notice_of(date(2026, 6, 1)) == "国办发明电〔2025〕7号"
    assert calendar.notice_of(date(2026, 12, 31)) == "国办发明电〔2026〕7号"


def test_a_year_without_a_notice_of_its_own_rests_on_the_regulation() -> None:
    words = said([ChangedDay(date(2027, 2, 8), False, "全国年节及纪念日放假办法 2")])
    assert words == "按《全国年节及纪念日放假办法》第二条调整放假安排（2月8日改为放假）"
