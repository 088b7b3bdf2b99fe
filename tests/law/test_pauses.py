"""A pause counts from its notice, at most through the day announced; what lasts longer counts again (行政许可法 45)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.law.test_clocks import CALENDAR
from yizheng.law.clocks import PauseIsOpen, due, remaining, spent, working
from yizheng.law.terms import Pause, Run, Term, Unit

MONDAY = date(2026, 3, 2)
FOUR_WEEKS = Term(20, Unit.WORKING_DAY)


def day(n: int) -> date:
    """The n-th working day after the Monday on which the clock starts."""
    return CALENDAR.nth_workday_after(MONDAY, n)


def pause(first: int, ended: int | None = None, told: int | None = None, notice: str = "青高新特〔2026〕1号") -> Pause:
    until, announced = day(ended) if ended is not None else None, day(told) if told is not None else None
    return Pause("专家评审", "行政许可法 45", notice, day(first), until, announced)


def last(*pauses: Pause, on: int | None = None) -> date:
    run = Run("statutory", MONDAY, FOUR_WEEKS, "行政许可法 42", pauses=pauses)
    return due(run, CALENDAR, day(on) if on is not None else None).on


@pytest.mark.parametrize(
    ("ended", "told", "left_out"),
    [
        (5, None, 3),  # ended, and no day was announced
        (None, 5, 3),  # still open: as announced
        (5, 5, 3),  # ended on the day announced
        (4, 6, 2),  # ended early: only what it took
        (9, 5, 3),  # took longer than was told: the rest counts
    ],
)
def test_left_out_is_what_it_took_and_no_more_than_was_told(ended: int | None, told: int | None, left_out: int) -> None:
    assert last(pause(3, ended, told)) == day(20 + left_out)


@pytest.mark.parametrize("on", [3, 5, 6, 15])
def test_while_it_is_open_the_day_is_the_one_that_was_told_whenever_one_asks(on: int) -> None:
    assert last(pause(3, None, 5), on=on) == day(23)


def test_without_an_announced_day_it_is_open_and_the_day_is_known_only_as_of_a_day() -> None:
    with pytest.raises(PauseIsOpen, match="暂不能确定届满日"):
        last(pause(3))
    assert last(pause(3), on=6) == day(24)


def test_told_again_before_the_day_announced_it_goes_on_without_a_break() -> None:
    assert last(pause(3, None, 5), pause(6, None, 8, "青高新特〔2026〕2号")) == day(26)


def test_told_again_after_the_day_announced_the_days_between_count() -> None:
    run = Run(
        "statutory",
        MONDAY,
        FOUR_WEEKS,
        "行政许可法 42",
        pauses=(pause(3, None, 5), pause(8, None, 9, "青高新特〔2026〕2号")),
    )
    assert due(run, CALENDAR).on == day(25)
    counted = {step.day for step in working(run, CALENDAR) if step.counts}
    assert {day(6), day(7)} <= counted
    assert not counted & {day(n) for n in (3, 4, 5, 8, 9)}


def test_ended_early_after_it_was_told_again_only_what_it_took_is_left_out() -> None:
    assert last(pause(3, None, 5), pause(6, 6, 9, "青高新特〔2026〕2号")) == day(24)


def test_each_day_left_out_names_the_notice_under_which_it_is() -> None:
    run = Run("statutory", MONDAY, FOUR_WEEKS, "行政许可法 42", pauses=(pause(3, None, 5), pause(6, None, 7, "2号")))
    whys = {step.day: step.why for step in working(run, CALENDAR)}
    assert "青高新特〔2026〕1号" in whys[day(5)]
    assert whys[day(6)] == "专家评审期间不计入（2号）"


def test_neither_end_of_a_pause_comes_before_its_beginning() -> None:
    for wrong in ({"until_on": day(2)}, {"told_until": day(2)}):
        with pytest.raises(ValueError, match="早于起日"):
            Pause("专家评审", "行政许可法 45", "1号", day(3), **wrong)


@pytest.mark.parametrize(
    ("ended", "told", "last_on"), [(None, None, None), (5, None, 5), (None, 6, 6), (5, 6, 5), (7, 6, 6)]
)
def test_its_last_day_is_the_earlier_of_its_end_and_the_day_announced(
    ended: int | None, told: int | None, last_on: int | None
) -> None:
    assert pause(3, ended, told).last_on == (day(last_on) if last_on is not None else None)


@given(st.integers(1, 12), st.none() | st.integers(0, 12), st.none() | st.integers(0, 12))
def test_a_pause_goes_to_plain_data_and_back(first: int, ended: int | None, told: int | None) -> None:
    some = pause(first, first + ended if ended is not None else None, first + told if told is not None else None)
    assert Pause.from_data(some.as_data()) == some


@given(st.integers(1, 15), st.integers(0, 15), st.integers(0, 15), st.integers(0, 60))
def test_whatever_is_told_what_is_used_up_and_what_is_left_make_the_whole(
    first: int, took: int, told: int, looked_at: int
) -> None:
    some = pause(first, first + took, first + told)
    run = Run("statutory", MONDAY, FOUR_WEEKS, "行政许可法 42", pauses=(some,))
    on = MONDAY + timedelta(days=looked_at)
    assert spent(run, on, CALENDAR) + remaining(run, on, CALENDAR) == FOUR_WEEKS.n
    assert last(some) <= last(pause(first, first + took)), "an announced day never leaves more out"
