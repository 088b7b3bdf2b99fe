"""The cap on a case: 45 and 15 working days, beside the items' own clocks, standing still only when all of them do."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.law.test_clocks import CALENDAR
from yizheng.law.clocks import due, is_overdue, spent, working
from yizheng.law.joint import JOINT_EXTENSION, JOINT_TERM, Span, joint_run, why_not_extended
from yizheng.law.terms import Extension, Pause, Run
from yizheng.law.words import ClockName

MONDAY = date(2026, 3, 2)
ONE_DAY = timedelta(days=1)


def day(n: int) -> date:
    """The n-th working day after the Monday on which everything begins."""
    return CALENDAR.nth_workday_after(MONDAY, n)


def pause(first: int, last: int | None, told: int | None = None, notice: str = "青高新特〔2026〕1号") -> Pause:
    until, announced = day(last) if last is not None else None, day(told) if told is not None else None
    return Pause("检验", "行政许可法 45", notice, day(first), until, announced)


def cap(*spans: Span, on: date = MONDAY, extension: Extension | None = None) -> Run:
    both = spans if len(spans) > 1 else spans * 2
    run = joint_run(both, on=on, extension=extension)
    assert run is not None
    return run


def span(accepted: int | None = 0, ended: int | None = None, *pauses: Pause) -> Span:
    return Span(
        day(accepted) if accepted is not None else None, day(ended) if ended is not None else None, tuple(pauses)
    )


# --- from the first acceptance to the last decision ------------------------------------------------------------------


def test_nothing_accepted_has_no_cap() -> None:
    assert joint_run([], on=MONDAY) is None
    assert joint_run([span(None), span(None, 3)], on=day(4)) is None


def test_one_item_alone_has_its_own_limit_and_no_cap() -> None:
    assert joint_run([span(0)], on=day(4)) is None
    assert joint_run([span(0), span(None)], on=day(4)) is not None


def test_it_runs_45_working_days_from_the_first_acceptance() -> None:
    run = cap(span(3), span(1), span(None))
    assert (run.clock, run.since, run.stopped_on) == (ClockName.JOINT, day(1), None)
    assert due(run, CALENDAR).on == day(46)
    assert [step.number for step in working(run, CALENDAR) if step.counts][-1] == JOINT_TERM.n


def test_it_stops_with_the_last_decision() -> None:
    assert cap(span(0, 5), span(1, 9)).stopped_on == day(9)
    assert cap(span(0, 5), span(1)).stopped_on is None


def test_it_does_not_stop_while_something_waits_for_acceptance() -> None:
    assert cap(span(0, 5), span(None)).stopped_on is None
    assert cap(span(0, 5), span(None, 7)).stopped_on == day(7)


def test_the_example_of_the_calendar() -> None:
    run = cap(Span(date(2026, 9, 18), None))
    assert due(run, CALENDAR).on == date(2026, 11, 26)


# --- extension ------------------------------------------------------------------------------------------------------


def extension(on: date) -> Extension:
    return Extension(JOINT_EXTENSION, on, "须市级专家评审。", "本级政府负责人")


def test_the_head_of_government_extends_it_by_15_working_days_before_it_ends() -> None:
    run = cap(span(), extension=extension(day(45)))
    assert due(run, CALENDAR).on == day(60)
    assert [step.basis for step in working(run, CALENDAR) if step.counts][-1] == "行政许可法 42"


def test_after_its_end_it_cannot_be_extended() -> None:
    with pytest.raises(ValueError, match="行政许可法 42"):
        due(cap(span(), extension=extension(day(46))), CALENDAR)


def test_a_decision_after_the_cap_is_late() -> None:
    assert not is_overdue(cap(span(0, 45)), day(60), CALENDAR)
    assert is_overdue(cap(span(0, 46)), day(60), CALENDAR)


@pytest.mark.parametrize(
    ("run", "on", "says"),
    [
        (None, 1, "没有在计算的并联办理总时限"),
        (cap(span(0, 5), span(0, 7)), 9, "没有在计算的并联办理总时限"),
        (cap(span()), 45, ""),
        (cap(span()), 46, "总时限已于2026年5月8日届满，届满后不能再批准延长（行政许可法第四十二条第二款）"),
        (cap(span(), extension=extension(day(40))), 41, "已延长过一次，不能再延长（行政许可法第四十二条第二款）"),
    ],
)
def test_it_is_extended_once_before_its_end_while_it_runs(run: Run | None, on: int, says: str) -> None:
    sentence = why_not_extended(run, CALENDAR, day(on))
    assert says in sentence
    assert bool(sentence) == bool(says)


# --- it stands still when everything does ---------------------------------------------------------------------------


def test_one_item_that_runs_on_keeps_the_cap_running() -> None:
    run = cap(span(0, None, pause(2, 6)), span(0), on=day(8))
    assert run.pauses == ()
    assert due(run, CALENDAR).on == day(45)


def test_what_waits_for_acceptance_keeps_it_running() -> None:
    assert cap(span(0, None, pause(2, 6)), span(None), on=day(8)).pauses == ()


def test_it_did_not_stand_still_beside_what_was_not_accepted_later() -> None:
    run = cap(span(0, None, pause(2, 6)), span(None, 4), on=day(8))
    assert [(each.from_on, each.last_on) for each in run.pauses] == [(day(4) + ONE_DAY, day(6))]
    assert due(run, CALENDAR).on == day(47)


def test_it_stands_still_on_the_days_on_which_all_open_items_are_paused_under_all_their_notices() -> None:
    run = cap(span(0, None, pause(2, 9, notice="甲")), span(1, None, pause(5, 12, notice="乙")), span(0, 4), on=day(13))
    (only,) = run.pauses
    assert (only.from_on, only.last_on, only.notice) == (day(5), day(9), "甲、乙")
    assert due(run, CALENDAR).on == day(50)


def test_when_the_last_running_item_is_decided_the_others_make_it_stand() -> None:
    run = cap(span(0, None, pause(2, 9)), span(0, 4), on=day(10))
    assert [(each.from_on, each.last_on) for each in run.pauses] == [(day(4) + ONE_DAY, day(9))]


def test_pauses_that_follow_each_other_are_named_by_their_own_notice() -> None:
    run = cap(span(0, None, pause(2, 4, notice="甲"), pause(5, 7, notice="乙")), on=day(8))
    assert [each.notice for each in run.pauses] == ["甲", "乙"]
    assert due(run, CALENDAR).on == day(51)


def test_without_a_written_notice_it_runs_on() -> None:
    assert cap(span(0, None, pause(2, 6, notice=" ")), on=day(8)).pauses == ()


def test_a_pause_still_open_counts_through_the_day_looked_at() -> None:
    run = cap(span(0, None, pause(2, None)), on=day(4))
    assert due(run, CALENDAR).on == day(48)


def test_an_announced_pause_counts_at_most_through_the_day_announced() -> None:
    assert due(cap(span(0, None, pause(2, None, told=4)), on=day(9)), CALENDAR).on == day(48)
    assert due(cap(span(0, None, pause(2, 9, told=4)), on=day(9)), CALENDAR).on == day(48)
    assert due(cap(span(0, None, pause(2, 3, told=4)), on=day(9)), CALENDAR).on == day(47)


def test_when_everything_is_decided_nothing_stands_still_afterwards() -> None:
    run = cap(span(0, 5, pause(2, 3)), span(0, 8, pause(2, None)), on=day(20))
    assert run.stopped_on == day(8)
    assert [(each.from_on, each.last_on) for each in run.pauses] == [
        (day(2), day(3)),
        (day(5) + ONE_DAY, day(8)),
    ]


# --- over all cases -------------------------------------------------------------------------------------------------

FEW = 12
"""How many days the small cases of the property take."""


@st.composite
def spans(draw: st.DrawFn) -> Span:
    accepted = draw(st.none() | st.integers(0, FEW))
    ended = draw(st.none() | st.integers(accepted or 0, FEW))
    found = []
    if accepted is not None:
        for first in sorted(draw(st.sets(st.integers(accepted, FEW), max_size=2))):
            found.append(
                pause(first, draw(st.none() | st.integers(first, FEW)), draw(st.none() | st.integers(first, FEW)))
            )
    return span(accepted, ended, *found)


@given(st.lists(spans(), min_size=1, max_size=4), st.integers(0, FEW))
def test_exactly_the_days_on_which_every_open_item_stands_are_left_out(some: list[Span], n: int) -> None:
    run = joint_run(some, on=day(n))
    if run is None:
        assert len(some) == 1 or not any(each.accepted_on for each in some)
        return
    until = run.stopped_on or day(n)
    for on in (run.since + timedelta(days=k) for k in range((until - run.since).days + 1)):
        open_ = [each for each in some if each.ended_on is None or each.ended_on >= on]
        all_stand = bool(open_) and all(
            any(p.from_on <= on <= (p.last_on or until) for p in each.pauses) for each in open_
        )
        left_out = any(p.from_on <= on <= (p.last_on or until) for p in run.pauses)
        assert left_out == all_stand, (on, run.pauses)
    assert spent(run, day(n), CALENDAR) <= CALENDAR.workdays_between(run.since, max(run.since, until))
