"""Clocks: due days derived from facts, what moves them and what must not (行政许可法 32, 42, 45, 82)."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yizheng.catalogue.calendars import load_calendar
from yizheng.law.calendar import NoCalendar
from yizheng.law.clocks import (
    Extension,
    Lamp,
    Pause,
    PauseIsOpen,
    Run,
    Term,
    Unit,
    due,
    is_overdue,
    lamp,
    remaining,
    share,
    spent,
    turns,
    working,
)

CALENDAR = load_calendar(Path(__file__).parents[2] / "regulations" / "calendar")
FRIDAY = date(2021, 2, 5)


def a_run(n: int = 20, unit: Unit = Unit.WORKING_DAY, since: date = FRIDAY, **facts: object) -> Run:
    """A run of the statutory clock, changed as the test needs."""
    rolls = bool(facts.pop("rolls", False))
    return Run("statutory", since, Term(n, unit, rolls), "行政许可法 42", **facts)  # type: ignore[arg-type]


def a_pause(from_on: str, until_on: str | None, notice: str = "特别程序告知书〔2021〕1号") -> Pause:
    """Expert review, told in writing unless the test says otherwise."""
    until = date.fromisoformat(until_on) if until_on else None
    return Pause("专家评审", "行政许可法 45", notice, date.fromisoformat(from_on), until)


def an_extension(granted_on: str, n: int = 10, unit: Unit = Unit.WORKING_DAY) -> Extension:
    """Ten more working days by the head of the organ."""
    return Extension(Term(n, unit), date.fromisoformat(granted_on), "案情复杂", "李局长")


def due_on(run: Run, on: date | None = None) -> str:
    return due(run, CALENDAR, on).on.isoformat()


runs = st.builds(
    a_run,
    st.integers(0, 60),
    st.sampled_from(Unit),
    st.dates(date(2020, 1, 1), date(2021, 12, 31)),
    rolls=st.booleans(),
)
short_runs = runs.map(lambda run: run if run.term.unit is not Unit.MONTH else a_run(3, Unit.MONTH, run.since))


@st.composite
def pauses(draw: st.DrawFn) -> Pause:
    start = draw(st.dates(date(2019, 12, 1), date(2022, 6, 1)))
    return Pause("检测", "行政许可法 45", "告知书", start, start + timedelta(days=draw(st.integers(0, 40))))


# --- what the law says


def test_five_working_days_from_the_receipt_before_spring_festival_end_on_18_february() -> None:
    assert due_on(a_run(5)) == "2021-02-18"


def test_the_decision_after_deemed_acceptance_counts_from_the_receipt_not_from_the_lapse() -> None:
    assert due_on(a_run(20, since=FRIDAY)) == "2021-03-10"
    assert due_on(a_run(20, since=date(2021, 2, 18))) == "2021-03-17"


def test_days_that_are_not_working_days_are_counted_literally() -> None:
    assert due_on(a_run(30, Unit.CALENDAR_DAY, date(2021, 1, 15))) == "2021-02-14"


@pytest.mark.parametrize(
    ("since", "n", "last"),
    [("2021-01-31", 1, "2021-02-28"), ("2020-11-30", 3, "2021-02-28"), ("2021-02-15", 6, "2021-08-15")],
)
def test_a_month_ends_on_the_same_day_or_the_last_of_the_month(since: str, n: int, last: str) -> None:
    assert due_on(a_run(n, Unit.MONTH, date.fromisoformat(since))) == last


def test_a_remedies_period_rolls_to_the_next_working_day() -> None:
    sixty_days = a_run(60, Unit.CALENDAR_DAY, date(2020, 12, 15), rolls=True)
    assert due_on(sixty_days) == "2021-02-18"
    assert due_on(replace(sixty_days, term=Term(60, Unit.CALENDAR_DAY))) == "2021-02-13"


def test_what_is_done_on_the_spot_is_due_the_same_working_day() -> None:
    assert due_on(a_run(0)) == "2021-02-05"
    assert due_on(a_run(0, since=date(2021, 2, 6))) == "2021-02-07"
    assert share(a_run(0), FRIDAY, CALENDAR) == 1.0
    assert lamp(a_run(0), FRIDAY, CALENDAR) is Lamp.ORANGE


# --- pauses


def test_a_pause_told_in_writing_leaves_its_working_days_out() -> None:
    assert due_on(a_run(20, pauses=(a_pause("2021-02-22", "2021-02-26"),))) == "2021-03-17"


@pytest.mark.parametrize("notice", ["", "  "])
def test_a_pause_without_written_notice_does_not_shift_the_date(notice: str) -> None:
    assert due_on(a_run(20, pauses=(a_pause("2021-02-22", "2021-02-26", notice),))) == "2021-03-10"


def test_pauses_that_overlap_are_left_out_once() -> None:
    both = (a_pause("2021-02-24", "2021-02-26"), a_pause("2021-02-22", "2021-02-25"))
    inside = (a_pause("2021-02-22", "2021-02-26"), a_pause("2021-02-23", "2021-02-24"))
    assert due_on(a_run(20, pauses=both)) == due_on(a_run(20, pauses=inside)) == "2021-03-17"


def test_a_pause_may_carry_the_count_into_the_next_pause() -> None:
    two = (a_pause("2021-03-09", "2021-03-10"), a_pause("2021-03-12", "2021-03-15"))
    assert due_on(a_run(20, pauses=two)) == "2021-03-16"


def test_a_pause_counts_only_from_the_day_after_the_start() -> None:
    assert due_on(a_run(5, pauses=(a_pause("2021-01-04", "2021-02-07"),))) == "2021-02-19"
    assert due_on(a_run(5, pauses=(a_pause("2021-01-04", "2021-02-05"),))) == "2021-02-18"


def test_a_pause_after_the_limit_changes_neither_the_date_nor_the_days_overdue() -> None:
    run = a_run(5, pauses=(a_pause("2021-02-19", "2021-02-28"),))
    assert due_on(run) == "2021-02-18"
    assert remaining(run, date(2021, 2, 22), CALENDAR) == -3


def test_a_pause_stops_days_and_months_by_calendar_days() -> None:
    pause = (a_pause("2021-02-11", "2021-02-20"),)
    assert due_on(a_run(30, Unit.CALENDAR_DAY, pauses=pause)) == "2021-03-17"
    assert due_on(a_run(1, Unit.MONTH, pauses=pause)) == "2021-03-15"


def test_on_the_spot_with_a_pause_on_the_day_itself_is_due_after_it() -> None:
    assert due_on(a_run(0, since=date(2021, 2, 27), pauses=(a_pause("2021-03-01", "2021-03-03"),))) == "2021-03-04"


def test_a_clock_that_stands_still_has_no_due_day_until_someone_says_until_when() -> None:
    run = a_run(20, pauses=(a_pause("2021-02-22", None),))
    with pytest.raises(PauseIsOpen, match="“专家评审”暂停计算") as caught:
        due(run, CALENDAR)
    assert caught.value.pause is run.pauses[0]
    assert due_on(run, date(2021, 2, 19)) == "2021-03-10"
    assert due_on(run, date(2021, 2, 26)) == "2021-03-17"
    assert spent(run, date(2021, 3, 31), CALENDAR) == spent(run, date(2021, 2, 21), CALENDAR) == 7


def test_an_open_pause_that_begins_after_the_limit_needs_no_end() -> None:
    assert due_on(a_run(5, pauses=(a_pause("2021-03-01", None),))) == "2021-02-18"


def test_an_open_pause_swallows_later_ones_and_ends_with_the_stop() -> None:
    run = a_run(20, pauses=(a_pause("2021-02-22", None), a_pause("2021-02-23", "2021-02-24")))
    assert due_on(replace(run, stopped_on=date(2021, 2, 26))) == "2021-03-17"
    with pytest.raises(PauseIsOpen):
        due(run, CALENDAR)


# --- extension


def test_an_extension_adds_its_days_to_the_term() -> None:
    assert due_on(a_run(20, extension=an_extension("2021-03-10"))) == "2021-03-24"


def test_an_extension_granted_after_the_limit_is_void_and_says_so() -> None:
    with pytest.raises(ValueError, match="须在原期限届满（2021-03-10）前批准，2021-03-11批准的延长无效"):
        due(a_run(20, extension=an_extension("2021-03-11")), CALENDAR)


def test_an_extension_of_months_counts_from_the_start_not_from_the_end() -> None:
    run = a_run(1, Unit.MONTH, date(2021, 1, 31), extension=an_extension("2021-02-20", 1, Unit.MONTH))
    assert due_on(run) == "2021-03-31"


def test_a_pause_in_the_extended_time_is_left_out_too() -> None:
    run = a_run(20, extension=an_extension("2021-03-10"), pauses=(a_pause("2021-03-15", "2021-03-16"),))
    assert due_on(run) == "2021-03-26"
    assert spent(run, date(2021, 3, 17), CALENDAR) == 23
    assert remaining(run, date(2021, 3, 17), CALENDAR) == 7


def test_an_extension_needs_reasons_a_name_and_the_unit_of_the_term() -> None:
    with pytest.raises(ValueError, match="理由"):
        Extension(Term(10, Unit.WORKING_DAY), FRIDAY, " ", "李局长")
    with pytest.raises(ValueError, match="负责人"):
        Extension(Term(10, Unit.WORKING_DAY), FRIDAY, "案情复杂", "")
    with pytest.raises(ValueError, match="单位相同"):
        a_run(20, extension=an_extension("2021-02-20", 10, Unit.CALENDAR_DAY))


def test_an_extension_that_was_in_time_stays_so_when_a_later_calendar_moves_the_last_day_forward() -> None:
    """Granted on the last day as it stood then; the same run, counted anew, ends sooner."""
    last = date.fromisoformat(due_on(a_run(5)))
    told = replace(an_extension((last + timedelta(days=1)).isoformat()), limit_on=last + timedelta(days=1))
    assert due_on(a_run(5, extension=told)) == due_on(a_run(15))
    with pytest.raises(ValueError, match="批准的延长无效"):
        due_on(a_run(5, extension=replace(told, limit_on=None)))


# --- looking at a clock


@pytest.mark.parametrize(
    ("on", "used", "left", "colour"),
    [
        ("2021-02-01", 0, 20, Lamp.GREEN),
        ("2021-02-05", 0, 20, Lamp.GREEN),
        ("2021-02-23", 9, 11, Lamp.GREEN),
        ("2021-02-24", 10, 10, Lamp.YELLOW),
        ("2021-03-03", 15, 5, Lamp.YELLOW),
        ("2021-03-04", 16, 4, Lamp.ORANGE),
        ("2021-03-10", 20, 0, Lamp.ORANGE),
        ("2021-03-11", 21, -1, Lamp.RED),
    ],
)
def test_the_lamp_turns_at_50_and_80_per_cent_and_the_day_after_the_limit(
    on: str, used: int, left: int, colour: Lamp
) -> None:
    run, day = a_run(20), date.fromisoformat(on)
    assert spent(run, day, CALENDAR) == used
    assert remaining(run, day, CALENDAR) == left
    assert share(run, day, CALENDAR) == used / 20
    assert lamp(run, day, CALENDAR) is colour
    assert is_overdue(run, day, CALENDAR) is (colour is Lamp.RED)


def test_a_stopped_clock_is_judged_by_the_day_it_stopped() -> None:
    in_time = a_run(5, stopped_on=date(2021, 2, 18))
    late = a_run(5, stopped_on=date(2021, 2, 19))
    assert not is_overdue(in_time, date(2021, 6, 1), CALENDAR)
    assert is_overdue(late, date(2021, 6, 1), CALENDAR)
    assert spent(late, date(2021, 6, 1), CALENDAR) == 6


def test_every_lamp_has_words_beside_its_colour() -> None:
    assert [each.label for each in Lamp] == ["正常", "过半", "临近届满", "已逾期"]


def test_a_day_of_a_year_without_notice_is_marked_provisional() -> None:
    assert due(a_run(20, since=date(2026, 12, 21)), CALENDAR).provisional
    assert not due(a_run(5, since=date(2026, 12, 21)), CALENDAR).provisional
    assert due(a_run(3, Unit.CALENDAR_DAY, date(2027, 1, 1), rolls=True), CALENDAR).provisional
    assert not due(a_run(3, Unit.CALENDAR_DAY, date(2027, 1, 1)), CALENDAR).provisional


def test_working_days_need_a_calendar_and_literal_days_do_not() -> None:
    with pytest.raises(NoCalendar):
        due(a_run(20, since=date(2027, 12, 20)), CALENDAR)
    assert due_on(a_run(30, Unit.CALENDAR_DAY, date(2030, 1, 1))) == "2030-01-31"


# --- the count, day by day


def test_the_working_explains_every_day_from_the_start_to_the_limit() -> None:
    told = [(f"{s.day:%m-%d}", s.number, s.why, s.basis) for s in working(a_run(5), CALENDAR)]
    assert told[:5] == [
        ("02-05", None, "起算日不计入", "民法典 201"),
        ("02-06", None, "周六", "行政许可法 82"),
        ("02-07", 1, "调休上班（春节，国办发明电〔2020〕27号）", "行政许可法 42"),
        ("02-08", 2, "工作日", "行政许可法 42"),
        ("02-09", 3, "工作日", "行政许可法 42"),
    ]
    assert told[6] == ("02-11", None, "春节放假（国办发明电〔2020〕27号）", "行政许可法 82")
    assert told[-1][:2] == ("02-18", 5)


def test_the_working_names_pauses_and_the_extended_days() -> None:
    pause = replace(a_pause("2021-02-06", "2021-02-08"), basis="")
    steps = working(a_run(2, pauses=(pause,), extension=an_extension("2021-02-10", 1)), CALENDAR)
    assert [(f"{s.day:%m-%d}", s.counts, s.number) for s in steps] == [
        ("02-05", False, None),
        ("02-06", False, None),
        ("02-07", False, None),
        ("02-08", False, None),
        ("02-09", True, 1),
        ("02-10", True, 2),
        *((f"02-{day}", False, None) for day in range(11, 18)),
        ("02-18", True, 3),
    ]
    assert (steps[1].why, steps[1].basis) == ("周六", "行政许可法 82")
    assert (steps[2].why, steps[2].basis) == ("专家评审期间不计入（特别程序告知书〔2021〕1号）", "行政许可法 45")
    assert steps[5].why == "工作日"
    assert (steps[-1].why, steps[-1].basis) == ("工作日（延长的期限）", "行政许可法 42")


def test_the_working_of_literal_days_shows_pauses_and_the_roll() -> None:
    run = a_run(2, Unit.CALENDAR_DAY, date(2021, 2, 3), rolls=True, pauses=(a_pause("2021-02-04", "2021-02-04"),))
    assert [(f"{s.day:%m-%d}", s.number, s.why, s.basis) for s in working(run, CALENDAR)] == [
        ("02-03", None, "起算日不计入", "民法典 201"),
        ("02-04", None, "专家评审期间不计入（特别程序告知书〔2021〕1号）", "行政许可法 45"),
        ("02-05", 1, "自然日", "行政许可法 42"),
        ("02-06", 2, "自然日", "行政许可法 42"),
        ("02-07", None, "最后一日是休息日，顺延（调休上班（春节，国办发明电〔2020〕27号））", "民法典 203"),
    ]


def test_the_working_of_what_is_done_on_the_spot_is_that_day() -> None:
    (step,) = working(a_run(0), CALENDAR)
    assert (step.day, step.counts, step.basis) == (FRIDAY, False, "行政许可法 42")
    assert step.why.startswith("即办")


# --- facts


@pytest.mark.parametrize(
    ("term", "text"),
    [
        (Term(5, Unit.WORKING_DAY), "5个工作日"),
        (Term(30, Unit.CALENDAR_DAY), "30日"),
        (Term(3, Unit.MONTH), "3个月"),
        (Term(0, Unit.WORKING_DAY), "即办"),
    ],
)
def test_a_term_reads_as_the_law_writes_it(term: Term, text: str) -> None:
    assert str(term) == text


def test_facts_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="不能为负"):
        Term(-1, Unit.WORKING_DAY)
    with pytest.raises(ValueError, match="早于起日"):
        a_pause("2021-02-22", "2021-02-21")


def test_a_run_survives_json() -> None:
    full = a_run(
        20,
        pauses=(a_pause("2021-02-22", "2021-02-26"), a_pause("2021-03-01", None)),
        extension=an_extension("2021-03-10"),
        stopped_on=date(2021, 3, 12),
    )
    for run in (full, a_run(60, Unit.CALENDAR_DAY, rolls=True)):
        assert Run.from_data(json.loads(json.dumps(run.as_data()))) == run


def test_a_run_is_read_from_the_least_that_was_stored() -> None:
    data = {"clock": "statutory", "since": "2021-02-05", "term": {"n": 20, "unit": "wd"}, "basis": "行政许可法 42"}
    assert Run.from_data(data) == a_run(20)


# --- what must hold for all


@given(short_runs, st.lists(pauses(), max_size=4), pauses())
def test_a_pause_never_makes_a_due_date_earlier(run: Run, some: list[Pause], more: Pause) -> None:
    before = due(replace(run, pauses=tuple(some)), CALENDAR).on
    assert due(replace(run, pauses=(*some, more)), CALENDAR).on >= before


@given(short_runs, st.lists(pauses(), max_size=4), st.randoms())
def test_the_order_in_which_pauses_were_noted_does_not_matter(run: Run, some: list[Pause], chance: object) -> None:
    shuffled = list(some)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    ordered, mixed = replace(run, pauses=tuple(some)), replace(run, pauses=tuple(shuffled))
    assert due(ordered, CALENDAR) == due(mixed, CALENDAR)


@given(short_runs, st.lists(pauses(), max_size=3))
def test_the_working_ends_on_the_due_day_with_the_number_of_the_term(run: Run, some: list[Pause]) -> None:
    run = replace(run, pauses=tuple(some))
    steps, last = working(run, CALENDAR), due(run, CALENDAR).on
    assert steps[-1].day == last
    numbers = [step.number for step in steps if step.counts]
    assert numbers == list(range(1, len(numbers) + 1))
    if run.term.unit is not Unit.MONTH and run.term.n:
        assert len(numbers) == run.term.n


@given(short_runs, st.lists(pauses(), max_size=3), st.integers(0, 90))
def test_used_and_left_make_the_limit_and_time_only_uses_up(run: Run, some: list[Pause], after: int) -> None:
    run = replace(run, pauses=tuple(some))
    on = run.since + timedelta(days=after)
    tomorrow = on + timedelta(days=1)
    assert spent(run, tomorrow, CALENDAR) - spent(run, on, CALENDAR) in (0, 1)
    used_and_left = spent(run, on, CALENDAR) + remaining(run, on, CALENDAR)
    assert used_and_left == spent(run, tomorrow, CALENDAR) + remaining(run, tomorrow, CALENDAR)
    assert is_overdue(run, on, CALENDAR) <= is_overdue(run, tomorrow, CALENDAR)


@given(short_runs, st.lists(pauses(), max_size=3))
def test_a_working_day_term_ends_on_a_working_day(run: Run, some: list[Pause]) -> None:
    last = due(replace(run, pauses=tuple(some)), CALENDAR).on
    assert run.term.unit is not Unit.WORKING_DAY or CALENDAR.is_workday(last)
    assert not run.term.rolls or CALENDAR.is_workday(last)


@given(short_runs, st.lists(pauses(), max_size=3))
def test_the_lamp_turns_on_the_days_that_are_kept(run: Run, some: list[Pause]) -> None:
    run = replace(run, pauses=tuple(some))
    half_on, near_on = turns(run, CALENDAR)
    last = due(run, CALENDAR).on
    for on in {run.since, half_on, near_on, last} | {half_on - timedelta(days=1), near_on - timedelta(days=1)}:
        if run.since <= on <= last:
            lit = Lamp.ORANGE if on >= near_on else Lamp.YELLOW if on >= half_on else Lamp.GREEN
            assert lamp(run, on, CALENDAR) is lit, (on, half_on, near_on, last)
