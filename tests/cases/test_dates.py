"""Why a due day is that day: the count that pages show."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from yizheng.cases.queries.dates import count
from yizheng.catalogue.calendars import load_calendar
from yizheng.law.clocks import Run, Term, Unit

CALENDAR = load_calendar(Path(__file__).resolve().parents[2] / "regulations" / "calendar")


def test_the_count_over_the_spring_festival_names_every_day_and_ends_on_the_due_day() -> None:
    run = Run("acceptance", date(2021, 2, 5), Term(5, Unit.WORKING_DAY), "行政许可法 32(1)(4)")
    found = count(run, CALENDAR)
    assert (found.label, found.term, found.due) == ("受理审查期限", "5个工作日", date(2021, 2, 18))
    assert found.basis == "《行政许可法》第三十二条第一款第四项"
    assert [each.number for each in found.days if each.counts] == [1, 2, 3, 4, 5]
    by_day = {each.day: each for each in found.days}
    assert not by_day[date(2021, 2, 5)].counts
    assert by_day[date(2021, 2, 5)].basis == "《民法典》第二百零一条"
    assert by_day[date(2021, 2, 6)].why == "休息日"
    assert by_day[date(2021, 2, 7)].counts
    assert "调休上班" in by_day[date(2021, 2, 7)].why
    assert not by_day[date(2021, 2, 12)].counts
    assert "春节放假" in by_day[date(2021, 2, 12)].why
    assert found.days[-1].day == found.due


def test_a_clock_without_a_name_of_the_law_keeps_its_own() -> None:
    run = Run("整改期限", date(2021, 2, 5), Term(3, Unit.CALENDAR_DAY), "")
    assert count(run, CALENDAR).label == "整改期限"
    assert count(run, CALENDAR, label="限期整改").label == "限期整改"
