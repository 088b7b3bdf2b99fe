"""From item-cases to the case: total over every combination of states, and lawful in each."""

from __future__ import annotations

from collections import Counter
from itertools import combinations_with_replacement, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yizheng.law.outcome import DECIDED, case_state, service_of
from yizheng.law.words import BEFORE_ACCEPTANCE, ENDS, TO_SERVE, UNDER_REVIEW, CaseState, Service, State

FILED = sorted(set(State) - {State.DRAFT})
COMBINATIONS = [states for n in (1, 2, 3) for states in combinations_with_replacement(FILED, n)]
OVER = {CaseState.ALL_GRANTED, CaseState.PARTLY_GRANTED, CaseState.NONE_GRANTED, CaseState.WITHDRAWN}


@pytest.mark.parametrize("touched", [False, True])
def test_every_combination_of_up_to_three_items_has_a_state_that_is_lawful(touched: bool) -> None:
    for states in COMBINATIONS:
        _must_be_lawful(states, case_state(states, touched=touched))


@given(states=st.lists(st.sampled_from(FILED), min_size=1, max_size=12), touched=st.booleans())
def test_so_has_every_larger_case_whatever_the_order_of_its_items(states: list[State], touched: bool) -> None:
    found = case_state(states, touched=touched)
    _must_be_lawful(states, found)
    assert case_state(sorted(states), touched=touched) == found


def _must_be_lawful(states: list[State] | tuple[State, ...], found: CaseState) -> None:
    """What must hold of every case, said once more in other words than the table's."""
    counted = Counter(state for state in states if state not in {State.WITHDRAWN, State.TERMINATED})
    everything_ended = all(state in ENDS for state in states)
    assert (found in OVER) == everything_ended == (not found.is_open), (states, found)
    assert (found == CaseState.WITHDRAWN) == (set(states) == {State.WITHDRAWN})
    if found == CaseState.ALL_GRANTED:
        assert set(counted) == {State.GRANTED}
    if found == CaseState.NONE_GRANTED:
        assert State.GRANTED not in counted
    if found == CaseState.PARTLY_GRANTED:
        assert State.GRANTED in counted
        assert len(counted) > 1
    if found == CaseState.PARTLY_DECIDED:
        assert DECIDED & counted.keys()
    if found == CaseState.RECEIVED:
        assert set(counted) <= BEFORE_ACCEPTANCE
    if found in {CaseState.ACCEPTED, CaseState.IN_HAND}:
        assert set(counted) <= UNDER_REVIEW
    if found == CaseState.ACCEPTED:
        assert set(counted) == {State.REVIEWING}


@pytest.mark.parametrize(
    ("states", "touched", "found"),
    [
        ("submitted submitted", False, CaseState.RECEIVED),
        ("submitted supplementing supplied", True, CaseState.RECEIVED),
        ("reviewing submitted", False, CaseState.PARTLY_ACCEPTED),
        ("reviewing reviewing", False, CaseState.ACCEPTED),
        ("reviewing reviewing", True, CaseState.IN_HAND),
        ("reviewing proposed", False, CaseState.IN_HAND),
        ("granted submitted", False, CaseState.PARTLY_DECIDED),
        ("not_accepted reviewing", False, CaseState.PARTLY_DECIDED),
        ("granted granted", True, CaseState.ALL_GRANTED),
        ("granted withdrawn", True, CaseState.ALL_GRANTED),
        ("granted refused", True, CaseState.PARTLY_GRANTED),
        ("granted not_accepted", True, CaseState.PARTLY_GRANTED),
        ("refused not_accepted", True, CaseState.NONE_GRANTED),
        ("refused withdrawn", True, CaseState.NONE_GRANTED),
        ("withdrawn withdrawn", True, CaseState.WITHDRAWN),
    ],
)
def test_the_table_by_example(states: str, touched: bool, found: CaseState) -> None:
    items = [State(name) for name in states.split()]
    assert {case_state(order, touched=touched) for order in permutations(items)} == {found}


def test_a_filed_case_without_items_does_not_exist() -> None:
    with pytest.raises(ValueError, match="at least one item-case"):
        case_state([])


@pytest.mark.parametrize("state", State)
def test_what_an_organ_has_decided_is_made_then_served_then_archived_and_nothing_else_is(state: State) -> None:
    found = [service_of(state, served=served, archived=False) for served in (False, True)]
    found.append(service_of(state, served=True, archived=True))
    steps = [Service.MADE, Service.SERVED, Service.ARCHIVED]
    put_away = Service.ARCHIVED if state in ENDS else None
    assert found == (steps if state in TO_SERVE else [None, None, put_away])
