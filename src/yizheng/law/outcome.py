"""From the states of the item-cases to the state of the case: derived, never set by hand (domain §2.14)."""

from __future__ import annotations

from collections.abc import Collection

from yizheng.law.words import BEFORE_ACCEPTANCE, ENDS, TO_SERVE, CaseState, Service, State

DECIDED = frozenset({State.GRANTED, State.REFUSED, State.NOT_ACCEPTED})


def case_state(items: Collection[State], *, touched: bool = False) -> CaseState:
    """The state of a filed case with these item-cases; ``touched`` says that an organ has begun to review.

    Withdrawn and terminated items take no part in the outcome unless there are no others (domain §7-6). Raises
    ValueError without items.
    """
    if not items:
        raise ValueError("a filed case has at least one item-case")
    counted = [state for state in items if state not in {State.WITHDRAWN, State.TERMINATED}]
    if not counted:
        return CaseState.NONE_GRANTED if State.TERMINATED in items else CaseState.WITHDRAWN
    if all(state in DECIDED for state in counted):
        return _finished(counted)
    if any(state in DECIDED for state in counted):
        return CaseState.PARTLY_DECIDED
    return _under_way(counted, touched)


def _finished(counted: Collection[State]) -> CaseState:
    granted = sum(state == State.GRANTED for state in counted)
    if granted == len(counted):
        return CaseState.ALL_GRANTED
    return CaseState.PARTLY_GRANTED if granted else CaseState.NONE_GRANTED


def _under_way(counted: Collection[State], touched: bool) -> CaseState:
    waiting = sum(state in BEFORE_ACCEPTANCE for state in counted)
    if waiting == len(counted):
        return CaseState.RECEIVED
    if waiting:
        return CaseState.PARTLY_ACCEPTED
    in_hand = touched or any(state not in {*BEFORE_ACCEPTANCE, State.REVIEWING} for state in counted)
    return CaseState.IN_HAND if in_hand else CaseState.ACCEPTED


def service_of(state: State, *, served: bool, archived: bool) -> Service | None:
    """How far a decision has come to the applicant (domain §2.14); a withdrawal, with nothing to bring, is archived."""
    if archived and state in ENDS:
        return Service.ARCHIVED
    if state not in TO_SERVE:
        return None
    return Service.SERVED if served else Service.MADE
