"""The table of transitions, proved: no two lines begin alike, all that is open can end, clocks stop where they run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import product

import pytest

from yizheng.law.articles import ARTICLES
from yizheng.law.authority import CLOCK, Facts, asked, order, roles
from yizheng.law.hearings import HEARING_LINES
from yizheng.law.no_line import no_line
from yizheng.law.papers import PAPERS, Commitment, GapPromise, JointExtension
from yizheng.law.permit_transitions import PERMIT_TRANSITIONS
from yizheng.law.transitions import (
    EVERY,
    GROUP_OF,
    LINES,
    ON_THE_SPOT,
    TRANSITIONS,
    VISITED_BEFORE,
    Effect,
    T,
    start,
    stop,
)
from yizheng.law.words import (
    BEFORE_ACCEPTANCE,
    DECIDED_ON,
    ENDS,
    TO_SERVE,
    UNDER_REVIEW,
    UNHEARD,
    ClockName,
    Handling,
    HearingState,
    Role,
    State,
    Verb,
)

BY_TIME = {Verb.LAPSE, Verb.MISS, Verb.WAIVE_HEARING}
"""What nobody does but the lapse of time."""

DECISION = frozenset({ClockName.PROMISED, ClockName.STATUTORY})


@dataclass(frozen=True)
class Kind:
    """A kind of item: what its decision clocks count from, how it is handled, whether a rectification pauses them,
    whether the law wants a hearing.
    """

    promised: str = "accept"
    statutory: str = "accept"
    handling: Handling = Handling.INSPECTED
    pauses: bool = False
    heard: bool = False

    def meant(self, effect: Effect) -> frozenset[ClockName]:
        """The clocks that an effect is about; only the statutory one is extended (行政许可法 42(1))."""
        counts = {ClockName.PROMISED: self.promised, ClockName.STATUTORY: self.statutory}
        of_group = {clock for clock, group in GROUP_OF.items() if group == effect.group}
        if effect.does == "extend":
            of_group &= {ClockName.STATUTORY}
        return frozenset(clock for clock in of_group if effect.counts_from in {"", counts.get(clock)})


KINDS = (
    *(Kind(promised, statutory) for promised, statutory in product(("receipt", "accept"), repeat=2)),
    Kind(handling=Handling.IMMEDIATE),
    Kind(handling=Handling.COMMITMENT, heard=True),
    Kind(handling=Handling.GENERAL, pauses=True),
    Kind(handling=Handling.GENERAL, heard=True),
    Kind(handling=Handling.INSPECTED, pauses=True, heard=True),
)
"""Every pair of beginnings, every way of being handled, with and without a pause and a hearing."""


@dataclass(frozen=True)
class Way:
    """Where an item-case stands: the clocks that run, those of them that stand still, and what has happened once."""

    state: State = State.DRAFT
    running: frozenset[ClockName] = frozenset()
    still: frozenset[ClockName] = frozenset()
    started: frozenset[ClockName] = frozenset()
    extended: bool = False
    gap: bool = False
    hearing: HearingState = HearingState.NONE
    asked: bool = False
    visited: bool = False
    rectified: bool = False
    served: bool = False
    archived: bool = False

    def facts(self, kind: Kind, *, over: bool) -> Facts:
        """What the rules of order look at; ``over`` says whether every limit has passed."""
        return Facts(
            case_id="",
            item_name="",
            organ="",
            organ_name="",
            section="",
            state=self.state,
            handling=kind.handling,
            gap=("平面图",) if self.gap else (),
            hearing=self.hearing,
            visited=self.visited,
            rectified=self.rectified,
            rectification_over=over,
            extended=self.extended,
            limit_over=over,
            promise_over=over,
            committed=True,
            open_points=1,
            served=self.served,
            archived=self.archived,
        )


class Wrong(Exception):
    """The table does to a clock what cannot be done to it."""


ORDER = (
    roles.of_this_handling,
    order.gap_only_where_it_may_be,
    order.not_with_an_open_gap,
    order.visited_before_the_opinion,
    order.rectified_once,
    order.extended_once_and_in_time,
    order.explained_when_late,
    order.heard_before_the_decision,
    asked.hearing_in_order,
    asked.resumed_after_the_hearing,
    asked.heard_before_the_opinion,
    order.served_and_archived_once,
)
"""The rules of authority that decide which paths there are."""


def open_lines(table: Iterable[T], way: Way, kind: Kind) -> list[T]:
    """The lines that the rules let be taken, early or late."""
    early, late = way.facts(kind, over=False), way.facts(kind, over=True)
    lines = [line for line in table if line.from_ == way.state]
    return [line for line in lines if _passes(line, early) or _passes(line, late)]


def _passes(line: T, facts: Facts) -> bool:
    return not any(rule(line, CLOCK, facts) for rule in ORDER)


def takes_place(effect: Effect, way: Way, kind: Kind) -> bool:
    """Whether the circumstance is there; a hearing has its clocks only where it was told or asked for."""
    stops = effect.does == "stop"
    in_hearing = not stops or not kind.meant(effect).isdisjoint(way.running)
    return {"": True, "rectification_pauses": kind.pauses, "gap_open": way.gap, "hearing": in_hearing}[effect.where]


def must(holds: bool, line: T, effect: Effect) -> None:
    """Raises Wrong when it does not hold."""
    if not holds:
        raise Wrong(f"{line.from_} {line.verb}: {effect}")


def turned(way: Way, line: T, effect: Effect, about: frozenset[ClockName]) -> Way:
    """The clocks after one effect. Raises Wrong when it does to a clock what cannot be done to it."""
    if effect.does == "start":
        must(not about & way.running, line, effect)
        must(effect.since == "now" or ClockName.ACCEPTANCE in way.started, line, effect)
        return replace(way, running=way.running | about, started=way.started | about)
    must(about <= way.running, line, effect)
    if effect.does == "stop":
        return replace(way, running=way.running - about, still=way.still - about)
    if effect.does == "extend":
        return replace(way, extended=True)
    if effect.does == "pause":
        must(not about & way.still, line, effect)
        return replace(way, still=way.still | about)
    must(about <= way.still, line, effect)
    return replace(way, still=way.still - about) if effect.does == "resume" else way


HAPPENED = {
    Verb.GAP_ACCEPT: {"gap": True},
    Verb.FILL_GAP: {"gap": False},
    Verb.ASK_HEARING: {"asked": True},
    Verb.VISIT: {"visited": True},
    Verb.RECTIFY: {"rectified": True},
    Verb.SERVE: {"served": True},
    Verb.ARCHIVE: {"archived": True},
}


def after(line: T, way: Way, kind: Kind) -> Way:
    """Where an item-case stands after a line. Raises Wrong."""
    begun = replace(way, gap=True) if line.verb == Verb.GAP_ACCEPT else way
    found = begun
    for effect in line.clocks:
        if takes_place(effect, begun, kind):
            found = turned(found, line, effect, kind.meant(effect))
    hearing = HEARING_LINES.get((way.hearing, line.verb))
    heard = hearing.to if hearing else way.hearing
    return replace(found, state=line.to, hearing=heard, **HAPPENED.get(line.verb, {}))


def ways(table: Iterable[T], kind: Kind) -> Iterator[tuple[Way, list[tuple[T, Way]]]]:
    """Every way in which an item-case can stand, over all paths of a table, and where each goes on to. Raises Wrong."""
    begun = Way(hearing=HearingState.NEEDED if kind.heard else HearingState.NONE)
    table, seen, waiting = tuple(table), {begun}, [begun]
    while waiting:
        way = waiting.pop()
        onwards = [(line, after(line, way, kind)) for line in open_lines(table, way, kind)]
        yield way, onwards
        waiting += (new := {following for _, following in onwards} - seen)
        seen |= new


@cache
def walked(kind: Kind) -> dict[Way, list[tuple[T, Way]]]:
    """All the ways of the table as it is."""
    return dict(ways(TRANSITIONS, kind))


def ends_from(state: State, table: Iterable[T]) -> set[State]:
    """The ends that can be reached from a state."""
    reached, grew = {state}, True
    table = tuple(table)
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
def test_after_an_end_there_is_only_service_and_the_archive_and_they_change_nothing(state: State) -> None:
    leaving = [line for line in TRANSITIONS if line.from_ == state]
    served = [Verb.ATTEMPT, Verb.SERVE] if state in TO_SERVE else []
    explained = [Verb.EXPLAIN] if state in DECIDED_ON else []
    assert [line.verb for line in leaving] == [*served, *explained, Verb.ARCHIVE]
    assert {line.to for line in leaving} <= {state}


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


def test_every_paper_is_used_by_a_line_but_those_of_the_whole_case() -> None:
    used = {line.paper for line in (*TRANSITIONS, *PERMIT_TRANSITIONS)} - {None}
    assert used == set(PAPERS.values()) - {Commitment, GapPromise, JointExtension}


@pytest.mark.parametrize("line", TRANSITIONS, ids=lambda line: f"{line.from_}-{line.verb}")
def test_somebody_may_do_every_line_and_what_time_does_nobody_else_does(line: T) -> None:
    assert line.by
    assert (line.by == (Role.CLOCK,)) == (line.verb in BY_TIME) == (Role.CLOCK in line.by)


@pytest.mark.parametrize("line", TRANSITIONS, ids=lambda line: f"{line.from_}-{line.verb}")
def test_every_line_is_for_some_kind_of_handling(line: T) -> None:
    assert line.of in {EVERY, ON_THE_SPOT, VISITED_BEFORE}
    assert ON_THE_SPOT | VISITED_BEFORE == EVERY


def test_only_the_organ_decides_and_only_the_hall_answers_on_acceptance() -> None:
    for line in TRANSITIONS:
        if line.to in {State.GRANTED, State.REFUSED} and line.from_ != line.to:
            assert line.by == (Role.DECIDER,)
            without_opinion = line.from_ == State.REVIEWING and line.to == State.GRANTED
            assert line.from_ == State.PROPOSED or (without_opinion and line.of == ON_THE_SPOT)
        if line.verb in {Verb.ACCEPT, Verb.GAP_ACCEPT, Verb.NOT_ACCEPT, Verb.SUPPLEMENT}:
            assert line.by == (Role.WINDOW,)


@pytest.mark.parametrize("verb", [Verb.EXTEND, Verb.EXCEPT])
def test_what_the_law_leaves_to_the_head_of_the_organ_nobody_else_does(verb: Verb) -> None:
    assert {line.by for line in TRANSITIONS if line.verb == verb} == {(Role.HEAD,)}


def test_the_applicant_may_withdraw_as_long_as_nothing_is_decided() -> None:
    free = {line.from_ for line in TRANSITIONS if line.verb == Verb.WITHDRAW}
    assert free == {state for state in State if state.is_open} - {State.DRAFT}


@pytest.mark.parametrize("verb", [Verb.EXTEND, Verb.FILL_GAP, Verb.MISS, Verb.EXPLAIN, Verb.TERMINATE, Verb.TRANSFER])
def test_between_acceptance_and_decision_it_may_be_done_in_every_state(verb: Verb) -> None:
    late = DECIDED_ON if verb == Verb.EXPLAIN else frozenset()
    assert {line.from_ for line in TRANSITIONS if line.verb == verb} == UNDER_REVIEW | late


def test_a_supplement_is_asked_once_and_before_acceptance_alone() -> None:
    asked = [line for line in TRANSITIONS if line.verb == Verb.SUPPLEMENT]
    assert [line.from_ for line in asked] == [State.SUBMITTED]
    assert State.SUBMITTED not in {line.to for line in TRANSITIONS if line.from_ != State.DRAFT}


def test_whoever_waits_for_an_answer_on_acceptance_gets_one_from_the_clock() -> None:
    assert {line.from_ for line in TRANSITIONS if line.verb == Verb.LAPSE} == {State.SUBMITTED, State.SUPPLIED}


# --- the clocks, over all paths -------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_on_every_path_a_clock_is_turned_only_where_it_can_be_and_every_state_is_reached(kind: Kind) -> None:
    visits = {State.TO_VISIT, State.VISITED, State.RECTIFYING, State.RECTIFIED}
    assert {way.state for way in walked(kind)} == (set(State) - visits if kind.handling in ON_THE_SPOT else set(State))


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_the_clocks_that_run_are_those_the_state_calls_for(kind: Kind) -> None:
    for way in walked(kind):
        assert way.running == called_for(way, kind), way


def called_for(way: Way, kind: Kind) -> set[ClockName]:
    """The clocks that should run, said once more in other words than the table's."""
    if way.state in UNDER_REVIEW:
        return DECISION | {
            clock
            for clock, runs in {
                ClockName.GAP: way.gap,
                ClockName.RECTIFICATION: way.state == State.RECTIFYING,
                ClockName.HEARING_REQUEST: way.hearing == HearingState.TOLD,
                ClockName.HEARING: way.asked and way.hearing in {HearingState.ASKED, HearingState.CALLED},
            }.items()
            if runs
        }
    if way.state in BEFORE_ACCEPTANCE:
        counts = ((ClockName.PROMISED, kind.promised), (ClockName.STATUTORY, kind.statutory))
        asked_of_the_hall = {ClockName.ACCEPTANCE} if way.state != State.SUPPLEMENTING else set()
        return {clock for clock, counts_from in counts if counts_from == "receipt"} | asked_of_the_hall
    return {ClockName.DELIVERY} if way.state in TO_SERVE and not way.served else set()


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_the_decision_clocks_stand_still_in_a_special_procedure_and_where_a_rule_leaves_the_rectification_out(
    kind: Kind,
) -> None:
    for way in walked(kind):
        paused = way.state == State.PAUSED or (way.state == State.RECTIFYING and kind.pauses)
        assert way.still == (DECISION if paused else frozenset()), way


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_from_wherever_it_stands_an_item_can_come_to_a_decision_without_giving_up(kind: Kind) -> None:
    onwards = walked(kind)
    giving_up = {Verb.WITHDRAW, Verb.TERMINATE}
    ending, grew = {way for way in onwards if way.state in ENDS}, True
    while grew:
        more = {
            way
            for way, lines in onwards.items()
            if way not in ending and any(to in ending for line, to in lines if line.verb not in giving_up)
        }
        grew = bool(more)
        ending |= more
    assert ending == set(onwards)


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_on_no_path_is_an_item_granted_with_a_gap_decided_unheard_extended_or_served_twice(kind: Kind) -> None:
    for way, lines in walked(kind).items():
        verbs = {line.verb for line, _ in lines}
        assert not (way.gap and Verb.GRANT in verbs)
        assert not (way.hearing in UNHEARD and verbs & {Verb.GRANT, Verb.REFUSE})
        assert not (way.extended and Verb.EXTEND in verbs)
        assert not (way.rectified and Verb.RECTIFY in verbs)
        assert not (way.served and Verb.SERVE in verbs)
        assert way.served or way.state == State.WITHDRAWN or Verb.ARCHIVE not in verbs


def test_the_decider_who_finds_that_others_must_be_heard_sends_back_what_was_proposed() -> None:
    opening = {Verb.TELL_HEARING: State.REVIEWING, Verb.ANNOUNCE_HEARING: State.PAUSED}
    found = {line.verb: line for line in TRANSITIONS if line.from_ == State.PROPOSED and line.verb in opening}
    assert {verb: (line.to, line.by) for verb, line in found.items()} == {
        verb: (to, (Role.DECIDER,)) for verb, to in opening.items()
    }


def test_a_draft_starts_no_clock_before_it_is_filed() -> None:
    (line,) = [line for line in TRANSITIONS if line.from_ == State.DRAFT]
    assert line.verb == Verb.FILE
    assert start("acceptance") in line.clocks


def test_deemed_acceptance_counts_from_the_receipt() -> None:
    for line in TRANSITIONS:
        since = {effect.since for effect in line.clocks if effect.does == "start" and effect.counts_from == "accept"}
        if line.verb == Verb.LAPSE:
            assert since == {"receipt"}
        elif line.verb in {Verb.ACCEPT, Verb.GAP_ACCEPT}:
            assert since == {"now"}


# --- the proofs themselves notice what is wrong ---------------------------------------------------------------------


def with_clocks(state: State, verb: Verb, clocks: tuple[Effect, ...]) -> list[T]:
    """The table with other clock effects in one line."""
    return [replace(line, clocks=clocks) if (line.from_, line.verb) == (state, verb) else line for line in TRANSITIONS]


def walk_all(table: Iterable[T]) -> None:
    """Walk every path of every kind of item. Raises Wrong."""
    for kind in KINDS:
        list(ways(table, kind))


@pytest.mark.parametrize(
    ("state", "verb", "effects"),
    [
        (State.PROPOSED, Verb.GRANT, (stop("acceptance"),)),
        (State.SUBMITTED, Verb.WITHDRAW, (stop("acceptance"), stop("decision"))),
        (State.REVIEWING, Verb.REVIEW, (start("decision", "accept"),)),
        (State.DRAFT, Verb.FILE, (start("decision", "receipt", since="receipt"),)),
        (State.REVIEWING, Verb.FILL_GAP, (stop("delivery"),)),
        (State.VISITED, Verb.RECTIFY, (start("rectification"), Effect("resume", "decision"))),
        (State.PAUSED, Verb.PROLONG, (Effect("pause", "decision"),)),
        (State.REVIEWING, Verb.PAUSE, (Effect("prolong", "decision"),)),
        (State.PAUSED, Verb.RESUME, ()),
        (State.RECTIFYING, Verb.REPORT, ()),
        (State.RECTIFYING, Verb.TERMINATE, (stop("decision"), start("delivery"), stop("gap"))),
        (State.SUBMITTED, Verb.WITHDRAW, (Effect("extend", "decision"),)),
        (State.PAUSED, Verb.HOLD_HEARING, (stop("hearing"),)),
        (State.REVIEWING, Verb.ANNOUNCE_HEARING, (Effect("resume", "decision"),)),
        (State.PAUSED, Verb.CALL_HEARING, (Effect("pause", "decision"),)),
    ],
)
def test_a_line_that_turns_a_clock_wrongly_is_found(state: State, verb: Verb, effects: tuple[Effect, ...]) -> None:
    table = with_clocks(state, verb, effects)
    with pytest.raises(Wrong):
        walk_all(table)


def test_a_state_from_which_nothing_ends_is_found() -> None:
    circling = [line for line in TRANSITIONS if line.verb in {Verb.REVIEW, Verb.RETURN}]
    assert ends_from(State.REVIEWING, circling) == set()


# --- why not --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("deemed", [False, True])
def test_what_is_not_in_the_table_is_refused_with_a_sentence_that_names_the_step(state: State, deemed: bool) -> None:
    for verb in Verb:
        sentence = no_line(state, verb, deemed=deemed)
        assert sentence.endswith("。")
        assert verb.label in sentence or "补正" in sentence


@pytest.mark.parametrize(
    ("state", "verb", "deemed", "says"),
    [
        (State.REVIEWING, Verb.SUPPLEMENT, True, "自收到申请材料之日起即为受理"),
        (State.REVIEWING, Verb.NOT_ACCEPT, True, "行政许可法第三十二条第一款第四项"),
        (State.REVIEWING, Verb.GAP_ACCEPT, True, "自收到申请材料之日起即为受理"),
        (State.SUPPLIED, Verb.SUPPLEMENT, False, "补正只能一次性告知"),
        (State.GRANTED, Verb.REFUSE, False, "本事项已办结，结果为「准予许可」"),
        (State.SUPPLEMENTING, Verb.ACCEPT, False, "本事项现为「待补正」"),
    ],
)
def test_the_sentence_says_why(state: State, verb: Verb, deemed: bool, says: str) -> None:
    assert says in no_line(state, verb, deemed=deemed)
