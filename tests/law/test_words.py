"""The vocabulary: every word has its one official term, and every state a place."""

from __future__ import annotations

from enum import StrEnum

import pytest

from yizheng.law.words import (
    BEFORE_ACCEPTANCE,
    ENDS,
    HOLDING,
    ORGANS_CLOCKS,
    TO_SERVE,
    UNDER_REVIEW,
    CaseState,
    ClockName,
    Handling,
    HearingState,
    InquiryKind,
    LicenceState,
    Role,
    Service,
    Standing,
    State,
    Verb,
)

WORDS: tuple[type[StrEnum], ...] = (
    *(State, CaseState, Standing, Handling, Service, LicenceState, HearingState, InquiryKind),
    *(Verb, Role, ClockName),
)


@pytest.mark.parametrize("word", [word for kind in WORDS for word in kind], ids=repr)
def test_every_word_has_a_label(word: State) -> None:
    assert word.label


@pytest.mark.parametrize("kind", WORDS)
def test_no_two_words_of_a_kind_share_a_label(kind: type[State]) -> None:
    assert len({word.label for word in kind}) == len(kind)


def test_every_state_is_a_draft_before_acceptance_under_review_or_an_end() -> None:
    places = [{State.DRAFT}, BEFORE_ACCEPTANCE, UNDER_REVIEW, ENDS]
    assert sum(len(place) for place in places) == len(State)
    assert set().union(*places) == set(State)


@pytest.mark.parametrize("state", State)
def test_an_item_case_is_open_until_its_end(state: State) -> None:
    assert state.is_open == (state not in ENDS)


@pytest.mark.parametrize("state", CaseState)
def test_a_case_is_open_while_it_is_filed_and_not_decided(state: CaseState) -> None:
    open_ = {"received", "partly_accepted", "accepted", "in_hand", "partly_decided"}
    assert state.is_open == (state in open_)


def test_whatever_the_organ_has_ended_is_served_and_a_withdrawal_is_the_applicants_own() -> None:
    assert ENDS - {State.WITHDRAWN} == TO_SERVE


@pytest.mark.parametrize("standing", Standing)
def test_a_permit_holds_as_long_as_nobody_took_it_and_its_term_has_not_ended(standing: Standing) -> None:
    lost = {"suspended", "expired", "recalled", "revoked", "forfeited", "cancelled"}
    assert standing.holds == (standing in HOLDING) == (standing not in lost)


def test_hall_and_organ_answer_by_three_clocks() -> None:
    assert {ClockName.ACCEPTANCE, ClockName.PROMISED, ClockName.STATUTORY} == ORGANS_CLOCKS
