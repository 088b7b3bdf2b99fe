"""Made-up applicants: many ways to answer an industry's questions, the same ones every time (domain §4.5(6))."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from yizheng.catalogue.checks.walking import inner_rules, rules
from yizheng.law.items import Catalogue, Industry, Question
from yizheng.law.questions import is_asked
from yizheng.law.rules import Answer


def situations(industry: Industry, catalogue: Catalogue, tries: int) -> Iterator[dict[str, Answer]]:
    """Up to ``tries`` different complete sets of answers, numbers taken around every figure that a rule names."""
    choices = {question.code: possible_answers(question, industry, catalogue) for question in industry.questions}
    seen: set[tuple[tuple[str, Answer], ...]] = set()
    for number in range(tries):
        digits = sha256(f"{industry.code} {number}".encode()).digest()
        answers: dict[str, Answer] = {}
        for place, question in enumerate(industry.questions):
            if is_asked(question, industry, answers, catalogue):
                possible = choices[question.code]
                answers[question.code] = possible[digits[place % len(digits)] % len(possible)]
        if (key := tuple(answers.items())) not in seen:
            seen.add(key)
            yield answers


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
    entries = (industry, *(catalogue.items[use.item] for use in industry.items))
    tests = [each for entry in entries for _, rule in rules(entry) for _, each in inner_rules(rule)]
    named = {bound for each in tests if each.question == question.code for bound in (each.at_least, each.less_than)}
    bounds = {catalogue.figures[bound] if isinstance(bound, str) else bound for bound in named if bound is not None}
    wanted = {question.minimum, question.maximum, *bounds, *(bound - 1 for bound in bounds)}
    return [number for number in sorted(wanted) if question.minimum <= number <= question.maximum]
