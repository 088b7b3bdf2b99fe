"""The guided questions: which is asked next, and what was answered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.published import CONVENIENCE, RESTAURANT, catalogue
from yizheng.law.items import AnswerKind, Option, Question
from yizheng.law.questions import answer_fault, answer_label, next_question, plain_number, prune, visible_questions
from yizheng.law.rules import Answer

OPTIONS = (Option(value="a", label="甲"), Option(value="b", label="乙"), Option(value="c"))


def _question(kind: AnswerKind, none_label: str = "") -> Question:
    options = OPTIONS if kind in ("choice", "multi") else ()
    unit = "平方米" if kind == "number" else ""
    return Question(
        code="q", ask="？", kind=kind, options=options, none_label=none_label, unit=unit, minimum=1, maximum=500
    )


def test_the_first_question_comes_first_and_none_comes_after_the_last() -> None:
    industry = catalogue().industries["RESTAURANT"]
    first = next_question(industry, {}, catalogue())
    assert first is not None
    assert first.code == "q_type"
    assert next_question(industry, RESTAURANT, catalogue()) is None


def test_the_way_of_the_fire_check_is_asked_only_of_those_who_need_one() -> None:
    industry = catalogue().industries["RESTAURANT"]
    asked = {each.code for each in visible_questions(industry, RESTAURANT, catalogue())}
    spared = {each.code for each in visible_questions(industry, RESTAURANT | {"q_area": 200.0}, catalogue())}
    assert asked - spared == {"q_fire_mode"}


def test_changing_an_early_answer_drops_the_later_ones_it_hides() -> None:
    industry = catalogue().industries["RESTAURANT"]
    kept = prune(industry, RESTAURANT | {"q_type": "prepack", "unknown": "x"}, catalogue())
    assert "q_dishes" not in kept
    assert "q_sewer" not in kept
    assert "unknown" not in kept
    assert kept["q_area"] == 320.0


def test_an_item_is_needed_once_however_many_rows_call_for_it() -> None:
    industry = catalogue().industries["CONVENIENCE"]
    twice = replace(industry, items=(*industry.items, *industry.items))
    assert visible_questions(twice, CONVENIENCE, catalogue()) == visible_questions(industry, CONVENIENCE, catalogue())


@pytest.mark.parametrize(
    ("question", "raw", "answer"),
    [
        (_question("choice"), "a", "a"),
        (_question("choice"), [" b ", ""], "b"),
        (_question("bool"), "yes", True),
        (_question("bool"), "no", False),
        (_question("number"), "320", 320.0),
        (_question("number"), "３２０．５", 320.5),
        (_question("multi"), ["b", "a"], ("a", "b")),
        (_question("multi"), "c", ("c",)),
        (_question("multi", "以上都没有"), ["none"], ()),
    ],
)
def test_a_good_answer_is_taken(question: Question, raw: str | list[str], answer: Answer) -> None:
    assert answer_fault(question, raw) == (answer, "")


@pytest.mark.parametrize(
    ("question", "raw", "said"),
    [
        (_question("choice"), "", "请选一个答案"),
        (_question("choice"), ["a", "b"], "只能选一个"),
        (_question("choice"), "z", "从给出的答案里选"),
        (_question("bool"), "perhaps", "“是”或者“否”"),
        (_question("number"), "", "请填写一个数"),
        (_question("number"), "约三百", "请只填数字"),
        (_question("number"), "0", "1 到 500平方米"),
        (_question("number"), "501", "您填的是 501"),
        (_question("multi"), [], "请至少选一项。"),
        (_question("multi", "以上都没有"), [], "请选“以上都没有”"),
        (_question("multi", "以上都没有"), ["none", "a"], "就不要再选别的"),
        (_question("multi"), ["none"], "就不要再选别的"),
        (_question("multi"), ["a", "z"], "从给出的答案里选"),
    ],
)
def test_a_bad_answer_is_told_what_to_do(question: Question, raw: str | list[str], said: str) -> None:
    answer, sentence = answer_fault(question, raw)
    assert answer is None
    assert said in sentence


@pytest.mark.parametrize(
    ("question", "answer", "label"),
    [
        (_question("choice"), "a", "甲"),
        (_question("choice"), "c", "c"),
        (_question("multi"), ("a", "b"), "甲、乙"),
        (_question("multi", "以上都没有"), (), "以上都没有"),
        (_question("bool"), True, "是"),
        (_question("bool"), False, "否"),
        (_question("number"), 320.0, "320平方米"),
        (_question("number"), 1_200_000.5, "1200000.5平方米"),
    ],
)
def test_an_answer_is_repeated_in_the_words_the_person_saw(question: Question, answer: Answer, label: str) -> None:
    assert answer_label(question, answer) == label


@pytest.mark.parametrize(
    ("text", "number"),
    [("1,200", 1200.0), ("1，200", 1200.0), ("-3", -3.0), ("1e5", None), ("nan", None), ("1_0", None), ("", None)],
)
def test_only_plain_numbers_are_numbers(text: str, number: float | None) -> None:
    assert plain_number(text) == number
