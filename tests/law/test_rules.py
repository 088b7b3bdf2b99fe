"""Rules over everyday answers."""

from __future__ import annotations

import pytest

from yizheng.law.rules import ALWAYS, NEVER, Answer, Rule, items_of, judge, questions_of

FIGURES = {"FIRE_MIN_AREA": 300.0}
AREA = Rule(question="area", at_least="FIRE_MIN_AREA")
FOOD = ("bulk", "ready")


@pytest.mark.parametrize(
    ("rule", "answer", "holds"),
    [
        (Rule(question="q", equals="a"), "a", True),
        (Rule(question="q", equals="a"), "b", False),
        (Rule(question="q", equals=True), True, True),
        (Rule(question="q", equals=False), True, False),
        (Rule(question="q", equals=False), False, True),
        (Rule(question="q", one_of=("a", "b")), "b", True),
        (Rule(question="q", one_of=("a", "b")), "c", False),
        (Rule(question="q", includes="bulk"), FOOD, True),
        (Rule(question="q", includes="raw"), FOOD, False),
        (Rule(question="q", includes="bulk"), "bulk", True),
        (Rule(question="q", includes_any=("raw", "ready")), FOOD, True),
        (Rule(question="q", includes_any=("raw",)), FOOD, False),
        (Rule(question="q", only=("bulk", "ready", "raw")), FOOD, True),
        (Rule(question="q", only=("bulk",)), FOOD, False),
        (Rule(question="q", only=("bulk",)), (), False),
        (Rule(question="q", at_least=10), 10.0, True),
        (Rule(question="q", at_least=10), 9.9, False),
        (Rule(question="q", less_than=10), 9.9, True),
        (Rule(question="q", less_than=10), 10.0, False),
        (Rule(question="q", at_least=10), True, False),
        (Rule(question="q", at_least=10), "12", False),
        (Rule(question="q", at_least="FIRE_MIN_AREA"), 300.0, True),
        (Rule(question="q", less_than="FIRE_MIN_AREA"), 300.0, False),
    ],
)
def test_a_test_looks_at_one_answer(rule: Rule, answer: Answer, holds: bool) -> None:
    verdict = judge(rule, {"q": answer}, FIGURES)
    assert verdict.holds is holds
    assert verdict.because == ("q",)


@pytest.mark.parametrize("rule", [Rule(question="q", equals=False), Rule(question="q", less_than=10)])
def test_an_unanswered_question_makes_its_test_false(rule: Rule) -> None:
    assert not judge(rule, {}, FIGURES).holds


def test_an_empty_rule_always_holds_and_never_never_does() -> None:
    assert judge(ALWAYS, {}, {}).holds
    assert not judge(NEVER, {}, {}).holds


def test_all_needs_every_part_and_names_every_question() -> None:
    rule = Rule(all=(AREA, Rule(question="sewer", equals=True)))
    assert judge(rule, {"area": 320.0, "sewer": True}, FIGURES).holds
    verdict = judge(rule, {"area": 320.0, "sewer": False}, FIGURES)
    assert not verdict.holds
    assert verdict.because == ("area", "sewer")


def test_any_names_only_the_questions_that_decided() -> None:
    rule = Rule(any=(AREA, Rule(question="floor", equals="second")))
    assert judge(rule, {"area": 320.0, "floor": "first"}, FIGURES).because == ("area",)
    assert judge(rule, {"area": 20.0, "floor": "first"}, FIGURES).because == ("area", "floor")


def test_unless_turns_a_rule_round() -> None:
    verdict = judge(Rule(unless=AREA), {"area": 20.0}, FIGURES)
    assert verdict.holds
    assert verdict.because == ("area",)


def test_an_item_rule_looks_at_the_items_found_so_far() -> None:
    assert judge(Rule(item="FIRE_OPEN"), {}, {}, {"FIRE_OPEN"}).holds
    assert not judge(Rule(item="FIRE_OPEN"), {}, {}).holds


def test_a_figure_that_no_regulation_names_is_an_error() -> None:
    with pytest.raises(KeyError):
        judge(Rule(question="area", at_least="NOWHERE"), {"area": 1.0}, FIGURES)


def test_a_rule_knows_every_question_and_item_inside_it() -> None:
    rule = Rule(any=(Rule(all=(AREA, Rule(item="SEWER"))), Rule(unless=Rule(question="floor", equals="first"))))
    assert questions_of(rule) == {"area", "floor"}
    assert items_of(rule) == {"SEWER"}


def test_an_empty_rule_is_always_true_however_it_came_about() -> None:
    assert judge(Rule(), {}, {}) == judge(ALWAYS, {}, {})
    assert judge(Rule(), {}, {}).holds
