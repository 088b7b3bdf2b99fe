"""A count in few lines, as papers print it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from yizheng.catalogue.calendars import load_calendar
from yizheng.law.clocks import Extension, Pause, Run, Term, Unit, working
from yizheng.law.papers.counted import count_tables
from yizheng.law.stretches import stretches

CALENDAR = load_calendar(Path(__file__).parents[2] / "regulations" / "calendar")


def a_run(since: str, n: int, unit: Unit = Unit.WORKING_DAY, **more: object) -> Run:
    rolls = bool(more.pop("rolls", False))
    return Run("promised", date.fromisoformat(since), Term(n, unit, rolls), "优化营商环境条例 36", **more)  # type: ignore[arg-type]


def rows(run: Run) -> list[tuple[str, ...]]:
    (table,) = count_tables([("承诺办结时限", run)], CALENDAR)
    return list(table.rows)


def test_days_of_one_kind_stand_in_one_line() -> None:
    assert rows(a_run("2026-03-02", 7)) == [
        ("3月2日", "不计入", "起算日不计入，《民法典》第二百零一条"),
        ("3月3日—6日", "第1—4个工作日", ""),
        ("3月7日—8日", "不计入", "周六、周日，《行政许可法》第八十二条"),
        ("3月9日—11日", "第5—7个工作日", ""),
    ]


def test_a_make_up_workday_and_a_festival_say_why_with_their_notice() -> None:
    told = rows(a_run("2026-02-13", 5))
    assert ("2月14日", "第1个工作日", "调休上班（春节，国办发明电〔2025〕7号）") in told
    assert ("2月15日—23日", "不计入", "春节放假（国办发明电〔2025〕7号），《行政许可法》第八十二条") in told


def test_days_in_another_year_name_it_and_the_title_says_that_the_day_is_provisional() -> None:
    (table,) = count_tables([("法定办结时限", a_run("2026-12-24", 10))], CALENDAR)
    assert table.title == "法定办结时限怎样算：自2026年12月24日起10个工作日，最后一天是2027年1月8日（暂定）"
    assert table.rows[-1][0] == "2027年1月4日—8日"
    assert any("2027年放假安排尚未公布" in row[2] for row in table.rows)


def test_calendar_days_and_months_are_counted_literally_and_may_roll() -> None:
    assert rows(a_run("2026-01-15", 30, Unit.CALENDAR_DAY))[1:] == [("1月16日—2月14日", "第1—30日", "")]
    assert rows(a_run("2026-12-31", 1, Unit.MONTH))[1:] == [("2027年1月1日—31日", "第1—31日", "")]
    rolled = rows(a_run("2026-01-16", 30, Unit.CALENDAR_DAY, rolls=True))
    assert rolled[-1][2].startswith("最后一日是休息日，顺延")
    assert rolled[-1][2].endswith("《民法典》第二百零三条")


def test_a_pause_and_an_extension_stand_in_lines_of_their_own() -> None:
    pause = Pause("专家评审", "行政许可法 45", "特〔2026〕1号", date(2026, 3, 4), date(2026, 3, 5))
    more = Extension(Term(2, Unit.WORKING_DAY), date(2026, 3, 6), "案情复杂", "李局长")
    told = rows(a_run("2026-03-02", 3, pauses=(pause,), extension=more))
    assert ("3月4日—5日", "不计入", "专家评审期间不计入（特〔2026〕1号），《行政许可法》第四十五条") in told
    assert told[-1] == ("3月10日—11日", "第4—5个工作日", "工作日（延长的期限），《行政许可法》第四十二条")


def test_what_is_done_on_the_spot_is_one_line() -> None:
    assert rows(a_run("2026-03-02", 0)) == [("3月2日", "当日", "即办：当日办结；当日休息的，其后第一个工作日办结")]


def test_clocks_of_the_same_facts_share_a_table() -> None:
    run = a_run("2026-03-02", 7)
    tables = count_tables([("承诺办结时限", run), ("法定办结时限", run)], CALENDAR)
    assert [each.title.split("怎样算")[0] for each in tables] == ["承诺办结时限、法定办结时限"]
    assert len(count_tables([("承诺办结时限", run), ("法定办结时限", a_run("2026-03-02", 20))], CALENDAR)) == 2


@pytest.mark.parametrize("n", [0, 1, 5, 20, 45])
@pytest.mark.parametrize("unit", Unit)
def test_no_day_is_lost_or_said_twice(n: int, unit: Unit) -> None:
    run = a_run("2021-01-15", min(n, 9) if unit is Unit.MONTH else n, unit)
    steps = working(run, CALENDAR)
    found = stretches(steps)
    assert sum((each.last - each.first).days + 1 for each in found) == len(steps)
    assert found[0].first == steps[0].day
    assert found[-1].last == steps[-1].day
    counted = [each.numbers for each in found if each.numbers]
    assert all(a[1] + 1 == b[0] for a, b in pairwise(counted))


def test_a_count_without_steps_has_no_lines() -> None:
    assert stretches(()) == ()
