"""Made-up applicants: many ways to answer an industry's questions, the same ones every time (domain §4.5(6))."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from itertools import chain

from yizheng.catalogue.walking import tests_of
from yizheng.law.items import Catalogue, Industry, Question
from yizheng.law.questions import is_asked, needed_uses
from yizheng.law.rules import Answer

Choices = Mapping[str, list[Answer]]
Pick = Callable[[int, Question, dict[str, Answer]], Answer]


def situations(industry: Industry, catalogue: Catalogue, tries: int) -> Iterator[dict[str, Answer]]:
    """Who needs least, who needs most, then up to ``tries`` others, each different and complete.

    Numbers are taken around every figure that a rule names.
    """
    choices = {question.code: possible_answers(question, industry, catalogue) for question in industry.questions}
    picks = chain(_extremes(industry, catalogue, choices), (_scattered(industry, n, choices) for n in range(tries)))
    seen: set[tuple[tuple[str, Answer], ...]] = set()
    for pick in picks:
        answers: dict[str, Answer] = {}
        for place, question in enumerate(industry.questions):
            if is_asked(question, industry, answers, catalogue):
                answers[question.code] = pick(place, question, answers)
        if (key := tuple(answers.items())) not in seen:
            seen.add(key)
            yield answers


def _scattered(industry: Industry, number: int, choices: Choices) -> Pick:
    digits = sha256(f"{industry.code} {number}".encode()).digest()

    def pick(place: int, question: Question, _: dict[str, Answer]) -> Answer:
        possible = choices[question.code]
        return possible[digits[place % len(digits)] % len(possible)]

    return pick


def _extremes(industry: Industry, catalogue: Catalogue, choices: Choices) -> Iterator[Pick]:
    """At each question the answer by which the fewest items are needed, or the most."""

    def count(question: Question, answers: dict[str, Answer], answer: Answer) -> int:
        return len(needed_uses(industry, {**answers, question.code: answer}, catalogue))

    yield lambda _, question, answers: min(choices[question.code], key=lambda each: count(question, answers, each))
    yield lambda _, question, answers: max(choices[question.code], key=lambda each: count(question, answers, each))


def possible_answers(question: Question, industry: Industry, catalogue: Catalogue) -> list[Answer]:
    """Every answer to a choice or yes/no question; for the others those near which something changes."""
    values = [option.value for option in question.options]
    if question.kind == "bool":
        return [True, False]
    if question.kind == "choice":
        return list(values)
    if question.kind == "number":
        return _numbers(question, industry, catalogue)
    pairs = [(one, other) for place, one in enumerate(values) for other in values[place + 1 :]]
    none: list[Answer] = [()] if question.none_label else []
    return [*none, *((value,) for value in values), *pairs, tuple(values)]


def _numbers(question: Question, industry: Industry, catalogue: Catalogue) -> list[Answer]:
    tests = tests_of(industry, catalogue)
    named = {bound for each in tests if each.question == question.code for bound in (each.at_least, each.less_than)}
    bounds = {catalogue.figures[bound] if isinstance(bound, str) else bound for bound in named if bound is not None}
    wanted = {question.minimum, question.maximum, *bounds, *(bound - 1 for bound in bounds)}
    return [number for number in sorted(wanted) if question.minimum <= number <= question.maximum]
