"""受审分离: who receives does not examine, who examines does not decide; exceptions are on paper, and have a floor."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from tests.law.authority.people import (
    ALL_ROUND,
    BOTH,
    CALL_VISIT,
    CASE,
    CLAIM,
    COSIGN,
    FOR_LI,
    GRANT,
    LI,
    PAUSE,
    REFUSE,
    RETURN,
    REVIEW,
    TELL_FROM_PROPOSED,
    TERMINATE,
    WANG,
    ZHAO,
)
from yizheng.law.authority import Facts, Line, Pair, Who, separation, why_not
from yizheng.law.words import State

EXAMINING, DECIDING = (CLAIM, REVIEW, CALL_VISIT, PAUSE, COSIGN), (RETURN, GRANT, REFUSE, TERMINATE)
RECEIVED = replace(CASE, receivers=frozenset({"qian"}))
PROPOSED = replace(CASE, state=State.PROPOSED)


def excepted(facts: Facts, person: str, *pairs: Pair) -> Facts:
    return replace(facts, excepted=frozenset((person, pair) for pair in pairs))


# --- receiver, reviewer, decider ------------------------------------------------------------------------------------


@pytest.mark.parametrize("line", [*EXAMINING, *DECIDING], ids=lambda line: line.verb)
def test_who_received_neither_examines_nor_decides(line: Line) -> None:
    says = (
        f"您收件或受理了本件，不能再{line.verb.label}："
        "受理与审查、决定应当由不同人员办理（改革方案第四部分，受审分离）。"
    )
    assert separation.not_receiver_and_reviewer(line, ALL_ROUND, RECEIVED) == says
    assert why_not(line, ALL_ROUND, RECEIVED) == says


@pytest.mark.parametrize("line", [*DECIDING, COSIGN], ids=lambda line: line.verb)
@pytest.mark.parametrize(
    "facts",
    [
        replace(PROPOSED, reviewer="sun"),
        replace(PROPOSED, reviewer="wu", reviewed_by=frozenset({"sun"})),
        replace(CASE, reviewed_by=frozenset({"sun", "wu"})),
    ],
    ids=["has claimed what is proposed", "has handed it on", "has visited"],
)
def test_who_examined_neither_decides_nor_signs_a_second_time(line: Line, facts: Facts) -> None:
    says = f"您审查了本件，不能再{line.verb.label}：审查与决定应当由不同人员办理（改革方案第四部分，受审分离）。"
    assert separation.not_reviewer_and_decider(line, BOTH, facts) == says
    assert why_not(line, BOTH, facts) == says


def test_a_hearing_that_the_decider_finds_needed_is_a_step_of_the_decision() -> None:
    assert separation.decides(TELL_FROM_PROPOSED)
    assert not separation.examines(TELL_FROM_PROPOSED)
    assert "您审查了本件" in why_not(TELL_FROM_PROPOSED, BOTH, replace(PROPOSED, reviewed_by=frozenset({"sun"})))
    received = replace(PROPOSED, receivers=frozenset({"qian"}))
    assert "您收件或受理了本件" in why_not(TELL_FROM_PROPOSED, ALL_ROUND, received)
    assert why_not(TELL_FROM_PROPOSED, ALL_ROUND, excepted(received, "qian", "receive-decide")) == ""


def test_who_has_only_claimed_it_may_still_decide_what_needs_no_opinion() -> None:
    assert separation.not_reviewer_and_decider(GRANT, BOTH, replace(CASE, reviewer="sun")) == ""


@pytest.mark.parametrize("line", EXAMINING[:-1], ids=lambda line: line.verb)
def test_who_examined_goes_on_examining(line: Line) -> None:
    assert separation.not_reviewer_and_decider(line, BOTH, replace(CASE, reviewed_by=frozenset({"sun"}))) == ""


@pytest.mark.parametrize(("review", "decide"), [*product((CLAIM, REVIEW), (RETURN, GRANT, REFUSE))])
def test_receiver_reviewer_and_decider_are_three_people(review: Line, decide: Line) -> None:
    reviewed = replace(RECEIVED, state=State.PROPOSED, reviewer="sun", reviewed_by=frozenset({"sun"}))
    assert "受审分离" in why_not(review, ALL_ROUND, RECEIVED)
    assert "受审分离" in why_not(decide, ALL_ROUND, RECEIVED)
    assert "受审分离" in why_not(decide, BOTH, reviewed)
    assert why_not(decide, ZHAO, reviewed) == ""


# --- deputies -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        (GRANT, replace(PROPOSED, reviewer="li")),
        (GRANT, replace(PROPOSED, reviewed_by=frozenset({"li"}))),
        (REVIEW, replace(CASE, receivers=frozenset({"li"}))),
    ],
)
def test_what_bars_the_holder_of_a_post_bars_the_deputy(line: Line, facts: Facts) -> None:
    says = (
        f"被代理人收件、受理、审查或会签过本件，代理人也不能以其岗位{line.verb.label}："
        "受理与审查、审查与决定应当由不同人员办理（改革方案第四部分，受审分离）。"
    )
    assert separation.no_further_than_the_principal(line, FOR_LI, facts) == says
    assert why_not(line, FOR_LI, facts) == says


def test_nothing_bars_a_deputy_whose_principal_had_no_hand_in_it_nor_who_acts_in_a_post_of_their_own() -> None:
    assert separation.no_further_than_the_principal(GRANT, FOR_LI, CASE) == ""
    assert separation.no_further_than_the_principal(GRANT, ZHAO, replace(CASE, reviewed_by=frozenset({"zhao"}))) == ""


def test_a_deputy_is_barred_by_what_they_did_themselves() -> None:
    assert "您审查了本件" in why_not(GRANT, FOR_LI, replace(PROPOSED, reviewed_by=frozenset({"chen"})))
    assert "您收件或受理了本件" in why_not(REVIEW, FOR_LI, replace(CASE, receivers=frozenset({"chen"})))


# --- second signatures ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("line", [GRANT, REFUSE, TERMINATE], ids=lambda line: line.verb)
def test_who_signed_a_second_time_does_not_decide(line: Line) -> None:
    facts = replace(PROPOSED, cosigned_by=frozenset({"zhao"}))
    says = f"您会签了本件，不能再{line.verb.label}：会签与决定应当由不同人员办理（改革方案第四部分）。"
    assert separation.not_cosigner_and_decider(line, ZHAO, facts) == says
    assert why_not(line, ZHAO, facts) == says


def test_nobody_signs_twice_and_whoever_signed_may_send_it_back() -> None:
    facts = replace(PROPOSED, cosigned_by=frozenset({"zhao"}))
    assert why_not(COSIGN, ZHAO, facts) == "您已经会签了本件。"
    assert why_not(RETURN, ZHAO, facts) == ""
    assert why_not(COSIGN, BOTH, facts) == ""


# --- exceptions -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pair", "lines"),
    [("receive-review", EXAMINING), ("receive-decide", DECIDING)],
)
def test_an_exception_lets_one_person_do_one_pair_and_no_other(pair: Pair, lines: tuple[Line, ...]) -> None:
    facts = excepted(RECEIVED, "qian", pair)
    for line in (*EXAMINING, *DECIDING):
        assert (why_not(line, ALL_ROUND, facts) == "") == (line in lines), line.verb


def test_an_exception_for_examining_and_deciding_does_not_undo_the_others() -> None:
    facts = excepted(
        replace(PROPOSED, reviewed_by=frozenset({"sun", "qian"}), receivers=frozenset({"qian"})), "sun", "review-decide"
    )
    assert why_not(GRANT, BOTH, facts) == ""
    assert "您收件或受理了本件" in why_not(GRANT, ALL_ROUND, facts)
    assert "您审查了本件" in separation.not_reviewer_and_decider(GRANT, ALL_ROUND, facts)


def test_nobody_signs_a_second_time_under_their_own_opinion_whatever_is_excepted() -> None:
    facts = excepted(replace(PROPOSED, reviewed_by=frozenset({"sun"})), "sun", "review-decide")
    assert "您审查了本件，不能再会签" in why_not(COSIGN, BOTH, facts)
    assert why_not(GRANT, BOTH, facts) == ""


def test_an_exception_holds_for_the_person_it_names_alone() -> None:
    facts = excepted(replace(PROPOSED, reviewed_by=frozenset({"sun"})), "li", "review-decide")
    assert "受审分离" in why_not(GRANT, BOTH, facts)


# --- the least number of people -------------------------------------------------------------------------------------


@pytest.mark.parametrize("line", [GRANT, REFUSE, TERMINATE], ids=lambda line: line.verb)
@pytest.mark.parametrize(
    ("receivers", "reviewed_by", "least", "people"),
    [
        ([], ["sun"], 2, 1),
        (["sun"], ["sun"], 2, 1),
        (["wang"], ["sun"], 3, 2),
        (["wang"], [], 2, 2),
        (["wang"], ["li"], 3, 3),
        ([], ["li"], 2, 2),
    ],
)
def test_no_exception_goes_below_the_least_number_of_people(
    line: Line, receivers: list[str], reviewed_by: list[str], least: int, people: int
) -> None:
    facts = replace(PROPOSED, receivers=frozenset(receivers), reviewed_by=frozenset(reviewed_by), least_people=least)
    facts = excepted(facts, "sun", "receive-review", "receive-decide", "review-decide")
    says = (
        f"一个事项从收件到决定至少要有{least}个人经手，现在只有{people}人；"
        "请先由另一位人员审查（改革方案第四部分，受审分离）。"
    )
    assert why_not(line, BOTH, facts) == (says if people < least else "")


@pytest.mark.parametrize(("line", "who"), [(REVIEW, LI), (RETURN, ZHAO), (COSIGN, ZHAO)])
def test_the_number_is_asked_for_when_it_is_decided_not_before(line: Line, who: Who) -> None:
    assert separation.enough_people(line, who, replace(CASE, least_people=9)) == ""


def test_the_window_is_not_kept_from_what_is_no_examination() -> None:
    assert why_not(CLAIM, WANG, CASE).startswith("「认领」只能由审查人办理")
