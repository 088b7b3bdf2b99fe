"""What anybody can answer: counted without walking, walked completely, or met pair by pair (domain §4.5(6))."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.published import SITUATIONS, catalogue
from yizheng.catalogue.trying.combinations import Combinations
from yizheng.law.intake import assess
from yizheng.law.rules import Answer

INDUSTRIES = sorted(SITUATIONS)
LARGE = [code for code in INDUSTRIES if Combinations(catalogue().industries[code], catalogue()).number > 5_000]
SMALL = [code for code in INDUSTRIES if code not in LARGE]


def of(code: str, most: int = 100_000) -> Combinations:
    return Combinations(catalogue().industries[code], catalogue(), most)


def pairs(rows: list[dict[str, Answer]]) -> set[tuple[tuple[str, Answer], tuple[str, Answer]]]:
    return {pair for row in rows for pair in combinations(row.items(), 2)}


@pytest.mark.parametrize("code", SMALL)
def test_all_are_walked_where_they_are_few_each_once_and_as_many_as_were_counted(code: str) -> None:
    rows = [tuple(row.items()) for row in of(code)]
    assert of(code).every
    assert len(rows) == len(set(rows)) == of(code).number


@pytest.mark.parametrize("code", SMALL)
def test_pairs_meet_every_two_answers_that_can_be_given_together(code: str) -> None:
    few = list(of(code, most=0))
    assert pairs(few) >= pairs(list(of(code)))
    assert len(few) <= max(50, of(code).number)


@pytest.mark.parametrize("code", LARGE)
def test_where_they_are_many_each_answer_is_given_by_somebody_who_is_asked_all_that_must_be_known(code: str) -> None:
    many = of(code, most=0)
    rows = list(many)
    given = {(question, answer) for row in rows for question, answer in row.items()}
    assert given >= {(question, answer) for question, answers in many.choices.items() for answer in answers}
    assert all(assess(many.industry, row, catalogue()).complete for row in rows[:40])


def test_answers_that_no_rule_tells_apart_are_one() -> None:
    choices = of("RESTAURANT").choices
    assert choices["q_area"] == [1.0, 150.0, 300.0]
    assert choices["q_agent"] == [True, False]
    assert len(choices["q_dishes"]) == 2**7 - 1


def test_the_supermarket_is_counted_though_nobody_could_walk_through_it() -> None:
    assert of("SUPERMARKET").number > 10_000_000
    assert not of("SUPERMARKET").every
