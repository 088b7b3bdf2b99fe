"""The table of transitions, proved: no two lines begin alike, all that is open can end, clocks stop where they run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product

import pytest

from yizheng.law.articles import ARTICLES
from yizheng.law.papers import PAPERS
from yizheng.law.permit_transitions import PERMIT_TRANSITIONS
from yizheng.law.transitions import (
    LINES,
    TRANSITIONS,
    Effect,
    T,
    no_line,
    start,
    stop,
)
from yizheng.law.words import BEFORE_ACCEPTANCE, ENDS, UNDER_REVIEW, ClockName, Role, State, Verb

Clock = tuple[ClockName, str]
"""A clock of an item-case, and what its limit counts from."""

Way = tuple[State, frozenset[Clock], frozenset[Clock]]
"""Where an item-case stands, the clocks that run, the clocks that were ever started."""

ITEMS = tuple(product(("receipt", "accept"), repeat=2))
"""Items by what their promised and their statutory limit count from."""


class Wrong(Exception):
    """The table does to a clock what cannot be done to it."""


def clocks_of(promised: str, statutory: str) -> tuple[Clock, ...]:
    return (
        (ClockName.ACCEPTANCE, ""),
        (ClockName.PROMISED, promised),
        (ClockName.STATUTORY, statutory),
    )


def meant(effect: Effect, clocks: Iterable[Clock]) -> frozenset[Clock]:
    """The clocks of an item that an effect is about."""
    of_group = [each for each in clocks if (each[0] == ClockName.ACCEPTANCE) == (effect.group == "acceptance")]
    return frozenset(each for each in of_group if effect.counts_from in {"", each[1]})


def after(line: T, way: Way, clocks: tuple[Clock, ...]) -> Way:
    """Where an item-case stands after a line. Raises Wrong when it stops a standing clock or starts a running one."""
    _, running, started = way
    for effect in line.clocks:
        about = meant(effect, clocks)
        if effect.does == "stop":
            if not about <= running:
                raise Wrong(f"{line.from_} {line.verb}: stops {set(about - running)}, which does not run")
            running -= about
            continue
        if about & running:
            raise Wrong(f"{line.from_} {line.verb}: starts {set(about & running)}, which runs already")
        if effect.since == "receipt" and (ClockName.ACCEPTANCE, "") not in started:
            raise Wrong(f"{line.from_} {line.verb}: dates back to an acceptance clock that never started")
        running, started = running | about, started | about
    return line.to, running, started


def ways(table: Iterable[T], promised: str, statutory: str) -> Iterator[Way]:
    """Every way in which an item-case can stand, over all paths of a table."""
    clocks, table = clocks_of(promised, statutory), tuple(table)
    begun: Way = (State.DRAFT, frozenset(), frozenset())
    seen, waiting = {begun}, [begun]
    while waiting:
        way = waiting.pop()
        yield way
        for line in table:
            if line.from_ == way[0] and (following := after(line, way, clocks)) not in seen:
                seen.add(following)
                waiting.append(following)


def ends_from(state: State, table: Iterable[T]) -> set[State]:
    """The ends that can be reached from a state."""
    reached, grew = {state}, True
    while grew:
        more = {line.to for line in table if line.from_ in reached} - reached
        grew = bool(more)
        reached |= more
    return reached & ENDS


# --- the table ------------------------------------------------------------------------------------------------------


def test_no_two_lines_begin_alike() -> None:
    assert len(LINES) == len(TRANSITIONS)


@pytest.mark.parametrize("state", [state for state in State if state.is_open])
def test_every_open_state_can_reach_an_end(state: State) -> None:
    assert ends_from(state, TRANSITIONS)


@pytest.mark.parametrize("state", sorted(ENDS))
def test_nothing_leaves_an_end(state: State) -> None:
    assert not [line for line in TRANSITIONS if line.from_ == state]


def test_every_state_and_every_end_is_reached_from_a_draft() -> None:
    assert {State.DRAFT} | {line.to for line in TRANSITIONS} == set(State)
    assert ends_from(State.DRAFT, TRANSITIONS) == ENDS


@pytest.mark.parametrize("line", TRANSITIONS, ids=lambda line: f"{line.from_}-{line.verb}")
def test_every_line_cites_an_article_that_is_known(line: T) -> None:
    assert line.written_in in ARTICLES


@pytest.mark.parametrize("line", TRANSITIONS, ids=lambda line: f"{line.from_}-{line.verb}")
def test_every_step_is_done_by_a_paper_but_the_claim(line: T) -> None:
    if line.verb == Verb.CLAIM:
        assert line.paper is None
        assert line.from_ == line.to
    else:
        assert line.paper is not None
        assert PAPERS[line.paper.KIND] is line.paper


def test_every_paper_is_used_by_a_line() -> None:
    used = {line.paper for line in (*TRANSITIONS, *PERMIT_TRANSITIONS)} - {None}
    assert used == set(PAPERS.values())


@pytest.mark.parametrize("line", TRANSITIONS, ids=lambda line: f"{line.from_}-{line.verb}")
def test_somebody_may_do_every_line_and_only_the_clock_lets_time_pass(line: T) -> None:
    assert line.by
    assert (Role.CLOCK in line.by) == (line.verb == Verb.LAPSE)


def test_only_the_organ_decides_and_only_the_hall_answers_on_acceptance() -> None:
    for line in TRANSITIONS:
        if line.to in {State.GRANTED, State.REFUSED}:
            assert line.by == (Role.DECIDER,)
            assert line.from_ == State.PROPOSED, "an opinion of the reviewer comes before every decision"
        if line.verb in {Verb.ACCEPT, Verb.NOT_ACCEPT, Verb.SUPPLEMENT}:
            assert line.by == (Role.WINDOW,)


def test_the_applicant_may_withdraw_as_long_as_nothing_is_decided() -> None:
    free = {line.from_ for line in TRANSITIONS if line.verb == Verb.WITHDRAW}
    assert free == {state for state in State if state.is_open} - {State.DRAFT}


def test_a_supplement_is_asked_once_and_before_acceptance_alone() -> None:
    asked = [line for line in TRANSITIONS if line.verb == Verb.SUPPLEMENT]
    assert [line.from_ for line in asked] == [State.SUBMITTED]
    assert State.SUBMITTED not in {line.to for line in TRANSITIONS if line.from_ != State.DRAFT}


def test_whoever_waits_for_an_answer_on_acceptance_gets_one_from_the_clock() -> None:
    assert {line.from_ for line in TRANSITIONS if line.verb == Verb.LAPSE} == {State.SUBMITTED, State.SUPPLIED}


# --- the clocks, over all paths -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("promised", "statutory"), ITEMS)
def test_on_every_path_a_clock_stops_only_where_it_runs_and_starts_only_where_it_does_not(
    promised: str, statutory: str
) -> None:
    assert {state for state, _, _ in ways(TRANSITIONS, promised, statutory)} == set(State)


@pytest.mark.parametrize(("promised", "statutory"), ITEMS)
def test_the_clocks_that_run_are_those_the_state_calls_for(promised: str, statutory: str) -> None:
    acceptance, *decision = clocks_of(promised, statutory)
    from_receipt = {clock for clock in decision if clock[1] == "receipt"}
    for state, running, _ in ways(TRANSITIONS, promised, statutory):
        if state in UNDER_REVIEW:
            assert running == set(decision)
        elif state in BEFORE_ACCEPTANCE:
            asked_of_the_hall = state != State.SUPPLEMENTING
            assert running == from_receipt | ({acceptance} if asked_of_the_hall else set())
        else:
            assert not running, "nothing runs for a draft, nor after the end"


def test_a_draft_starts_no_clock_before_it_is_filed() -> None:
    (line,) = [line for line in TRANSITIONS if line.from_ == State.DRAFT]
    assert line.verb == Verb.FILE
    assert start("acceptance") in line.clocks


def test_deemed_acceptance_counts_from_the_receipt() -> None:
    for line in TRANSITIONS:
        since = {effect.since for effect in line.clocks if effect.does == "start" and effect.counts_from == "accept"}
        if line.verb == Verb.LAPSE:
            assert since == {"receipt"}
        elif line.verb == Verb.ACCEPT:
            assert since == {"now"}


# --- the proofs themselves notice what is wrong ---------------------------------------------------------------------


def with_clocks(state: State, verb: Verb, clocks: tuple[Effect, ...]) -> list[T]:
    """The table with other clock effects in one line."""
    return [replace(line, clocks=clocks) if (line.from_, line.verb) == (state, verb) else line for line in TRANSITIONS]


def walk_all(table: Iterable[T]) -> None:
    """Walk every path of every kind of item. Raises Wrong."""
    for promised, statutory in ITEMS:
        list(ways(table, promised, statutory))


@pytest.mark.parametrize(
    ("state", "verb", "effects"),
    [
        (State.PROPOSED, Verb.GRANT, (stop("acceptance"),)),
        (State.SUBMITTED, Verb.WITHDRAW, (stop("acceptance"), stop("decision"))),
        (State.REVIEWING, Verb.REVIEW, (start("decision", "accept"),)),
        (State.DRAFT, Verb.FILE, (start("decision", "receipt", since="receipt"),)),
    ],
)
def test_a_line_that_stops_or_starts_wrongly_is_found(state: State, verb: Verb, effects: tuple[Effect, ...]) -> None:
    table = with_clocks(state, verb, effects)
    with pytest.raises(Wrong):
        walk_all(table)


def test_a_state_from_which_nothing_ends_is_found() -> None:
    circling = [line for line in TRANSITIONS if line.verb in {Verb.REVIEW, Verb.RETURN}]
    assert ends_from(State.REVIEWING, circling) == set()


# --- why not --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("state", "verb"), [pair for pair in product(State, Verb) if pair not in LINES])
@pytest.mark.parametrize("deemed", [False, True])
def test_what_is_not_in_the_table_is_refused_with_a_sentence_that_names_the_step(
    state: State, verb: Verb, deemed: bool
) -> None:
    sentence = no_line(state, verb, deemed=deemed)
    assert sentence.endswith("。")
    assert verb.label in sentence or "补正" in sentence


@pytest.mark.parametrize(
    ("state", "verb", "deemed", "says"),
    [
        (State.REVIEWING, Verb.SUPPLEMENT, True, "自收到申请材料之日起即为受理"),
        (State.REVIEWING, Verb.NOT_ACCEPT, True, "行政许可法第三十二条第一款第四项"),
        (State.SUPPLIED, Verb.SUPPLEMENT, False, "补正只能一次性告知"),
        (State.GRANTED, Verb.REFUSE, False, "本事项已办结，结果为「准予许可」"),
        (State.SUPPLEMENTING, Verb.ACCEPT, False, "本事项现为「待补正」"),
    ],
)
def test_the_sentence_says_why(state: State, verb: Verb, deemed: bool, says: str) -> None:
    assert says in no_line(state, verb, deemed=deemed)
