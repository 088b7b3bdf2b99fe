"""The clocks as the table turns them: a pause told, told again, ended; an extension; a gap (domain §2.13)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.law.samples import item
from yizheng.cases.timing import Given, Limits, applied
from yizheng.law.clocks import Extension, Pause, Run
from yizheng.law.terms import EXTENSION_TERM
from yizheng.law.transitions import LINES
from yizheng.law.words import ClockName, State, Verb

MONDAY = date(2026, 3, 2)
LIMITS = Limits(item(), {}, {})


def on(n: int) -> date:
    return MONDAY + timedelta(days=n)


def told(n: int, until: int, notice: str = "1号") -> Given:
    return Given(pause=Pause("检验", "行政许可法 45", notice, on(n), told_until=on(until)))


def taken(
    runs: list[Run], state: State, verb: Verb, n: int, given: Given | None = None, limits: Limits = LIMITS
) -> list[Run]:
    """The clocks after a line of the table on the n-th day."""
    return applied(runs, LINES[(state, verb)].clocks, limits, on(n), given or Given())


def accepted(limits: Limits = LIMITS) -> list[Run]:
    return taken(taken([], State.DRAFT, Verb.FILE, 0, None, limits), State.SUBMITTED, Verb.ACCEPT, 1, None, limits)


def of(clock: ClockName, runs: list[Run]) -> Run:
    (run,) = [run for run in runs if run.clock == clock]
    return run


def stretches(runs: list[Run]) -> list[tuple[date, date | None]]:
    """What is left out of both decision clocks, which stand still together."""
    promised, statutory = (of(clock, runs).pauses for clock in (ClockName.PROMISED, ClockName.STATUTORY))
    assert promised == statutory
    return [(each.from_on, each.last_on) for each in statutory]


def test_a_procedure_that_ends_early_leaves_out_only_what_it_took() -> None:
    runs = taken(accepted(), State.REVIEWING, Verb.PAUSE, 3, told(3, 9))
    assert stretches(runs) == [(on(3), on(9))]
    assert stretches(taken(runs, State.PAUSED, Verb.RESUME, 5)) == [(on(3), on(5))]


def test_a_procedure_that_ends_late_leaves_out_only_what_was_told() -> None:
    runs = taken(accepted(), State.REVIEWING, Verb.PAUSE, 3, told(3, 9))
    assert stretches(taken(runs, State.PAUSED, Verb.RESUME, 12)) == [(on(3), on(9))]


def test_told_again_in_time_it_goes_on_after_the_day_told_before() -> None:
    runs = taken(accepted(), State.REVIEWING, Verb.PAUSE, 3, told(3, 9))
    runs = taken(runs, State.PAUSED, Verb.PROLONG, 7, told(7, 14, "2号"))
    assert stretches(runs) == [(on(3), on(9)), (on(10), on(14))]
    assert stretches(taken(runs, State.PAUSED, Verb.RESUME, 12)) == [(on(3), on(9)), (on(10), on(12))]


def test_told_again_and_ended_before_the_day_told_first_the_second_never_begins() -> None:
    runs = taken(accepted(), State.REVIEWING, Verb.PAUSE, 3, told(3, 9))
    runs = taken(runs, State.PAUSED, Verb.PROLONG, 7, told(7, 14, "2号"))
    assert stretches(taken(runs, State.PAUSED, Verb.RESUME, 8)) == [(on(3), on(8))]


def test_told_again_too_late_the_days_between_count() -> None:
    runs = taken(accepted(), State.REVIEWING, Verb.PAUSE, 3, told(3, 9))
    runs = taken(runs, State.PAUSED, Verb.PROLONG, 12, told(12, 14, "2号"))
    assert stretches(runs) == [(on(3), on(9)), (on(12), on(14))]


def test_only_the_statutory_limit_is_extended() -> None:
    more = Extension(EXTENSION_TERM, on(4), "须专家论证。", "负责人")
    runs = taken(accepted(), State.REVIEWING, Verb.EXTEND, 4, Given(extension=more))
    assert of(ClockName.STATUTORY, runs).extension == more
    assert of(ClockName.PROMISED, runs).extension is None


@pytest.mark.parametrize("rule", ["", "医疗器械经营监督管理办法 13"])
def test_a_rectification_leaves_time_out_only_where_the_items_own_rule_says_so(rule: str) -> None:
    limits = Limits(item(rectification_pauses=rule), {}, {})
    pause = Pause("整改", rule, "3号", on(5), told_until=on(12))
    runs = taken(accepted(limits), State.VISITED, Verb.RECTIFY, 5, Given(pause=pause, until_on=on(12)), limits)
    assert of(ClockName.RECTIFICATION, runs).term.n == 7
    runs = taken(runs, State.RECTIFYING, Verb.REPORT, 8, None, limits)
    assert of(ClockName.RECTIFICATION, runs).stopped_on == on(8)
    assert stretches(runs) == ([(on(5), on(8))] if rule else [])


def test_a_gap_runs_until_it_is_filled_and_stops_with_a_refusal_while_it_is_open() -> None:
    runs = taken(taken([], State.DRAFT, Verb.FILE, 0), State.SUBMITTED, Verb.GAP_ACCEPT, 1)
    assert of(ClockName.GAP, runs).term == LIMITS.promised.term
    assert of(ClockName.GAP, taken(runs, State.REVIEWING, Verb.FILL_GAP, 4, Given(gap_open=True))).stopped_on == on(4)
    refused = taken(runs, State.PROPOSED, Verb.REFUSE, 6, Given(gap_open=True))
    assert {run.clock for run in refused if run.stopped_on is None} == {ClockName.DELIVERY}
