"""What a newer version changes for somebody who was told by an older one: asked again, more, less, otherwise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.published import RESTAURANT, catalogue
from yizheng.law.clocks import Term, Unit
from yizheng.law.intake import Assessment, assess
from yizheng.law.items import Industry, Item, Option, Question
from yizheng.law.renewed import changes, standing
from yizheng.law.rules import Answer, Rule

SHOP = catalogue().industries["RESTAURANT"]


def with_question(code: str, change: Callable[[Question], Question]) -> Industry:
    """The restaurant with one question asked otherwise."""
    return replace(SHOP, questions=tuple(change(each) if each.code == code else each for each in SHOP.questions))


def lost(after: Industry, **answers: Answer) -> set[str]:
    """The questions whose answers do not stand."""
    given = {**RESTAURANT, **answers}
    return given.keys() - standing(SHOP, after, given).keys()


def test_all_answers_stand_where_nothing_is_asked_otherwise() -> None:
    assert lost(SHOP) == set()


@pytest.mark.parametrize(
    "change",
    [
        lambda each: replace(each, ask="您的店有多大？"),
        lambda each: replace(each, hint="连厨房一起算"),
        lambda each: replace(each, unit="亩"),
        lambda each: replace(each, maximum=200),
    ],
    ids=["other words", "another hint", "another unit", "no longer possible"],
)
def test_a_question_in_other_words_or_whose_answer_is_impossible_now_is_asked_again(
    change: Callable[[Question], Question],
) -> None:
    assert lost(with_question("q_area", change)) == {"q_area"}


def test_an_answer_that_is_still_possible_stands_though_others_are_not() -> None:
    assert lost(with_question("q_area", lambda each: replace(each, minimum=10, maximum=5000))) == set()


def test_a_choice_with_other_options_is_asked_again() -> None:
    wider = with_question("q_sign", lambda each: replace(each, options=(*each.options, Option(value="neon"))))
    assert lost(wider) == {"q_sign"}


def test_what_is_done_with_an_answer_does_not_ask_it_again() -> None:
    def otherwise(question: Question) -> Question:
        options = tuple(replace(each, chosen_when=Rule()) for each in question.options)
        return replace(question, options=options, show_when=Rule())

    assert lost(with_question("q_sign", otherwise)) == set()


def test_an_answer_to_a_question_that_is_gone_does_not_stand() -> None:
    fewer = replace(SHOP, questions=tuple(each for each in SHOP.questions if each.code != "q_agent"))
    assert lost(fewer) == {"q_agent"}


def told(**items: Item) -> Assessment:
    """What the restaurant is told by a version with these items."""
    known = catalogue()
    return assess(SHOP, RESTAURANT, replace(known, items={**known.items, **items}))


def test_nothing_is_said_to_be_changed_where_nothing_is() -> None:
    assert changes(told(), told()) == ()


def test_items_limits_materials_and_conditions_are_told_as_more_less_or_otherwise() -> None:
    food = catalogue().items["FOOD_CATERING"]
    shorter = replace(food.promised[0], term=Term(2, Unit.WORKING_DAY))
    other = replace(food.conditions[0], text="灶台离门三米")
    changed = replace(food, promised=(shorter,), materials=(), conditions=(other, *food.conditions[1:]))
    said = [f"{each.what}：{each.said}" for each in changes(told(), told(FOOD_CATERING=changed))]
    assert any("承诺时限" in each and "现在是受理后2个工作日" in each for each in said)
    assert any(each.startswith("材料：不再需要：") for each in said)
    assert "条件：增加：灶台离门三米" in said
    assert f"条件：不再要求：{food.conditions[0].text}" in said
    without = replace(SHOP, items=tuple(each for each in SHOP.items if each.item != "TOBACCO"))
    before, after = told(), assess(without, RESTAURANT, catalogue())
    name = catalogue().items["TOBACCO"].name
    assert f"不用再办：{name}" in [each.said for each in changes(before, after)]
    assert f"要办：{name}" in [each.said for each in changes(after, before)]
