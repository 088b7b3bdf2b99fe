"""Every combination of answers that an industry's questions allow; every pair of answers where they are too many.

Answers that no rule tells apart are one, so that what is tried stands for all that anybody can answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations as subsets

from yizheng.catalogue.trying.applicants import situations
from yizheng.catalogue.walking import tests_of
from yizheng.law.items import Catalogue, Industry, Question
from yizheng.law.questions import is_asked
from yizheng.law.rules import ALWAYS, Answer, Answers, Rule, items_of, judge, questions_of

MOST = 100_000
"""Combinations up to which all are tried, and from which on pairs are enough (issue 一次告知: simulation)."""

Signature = tuple[bool, ...]

Spot = tuple[int, int]
"""A question by its place, and one of its answers by its place."""


State = tuple[tuple[str, Answer], ...]
"""The answers that later questions look at."""


@dataclass(frozen=True)
class Combinations:
    """The combinations of one industry: how many there are, and those to be tried, ``most`` of them or pairs."""

    industry: Industry
    catalogue: Catalogue
    most: int = MOST

    @cached_property
    def choices(self) -> Mapping[str, list[Answer]]:
        """The answers to each question that make a difference."""
        tests = tests_of(self.industry, self.catalogue)
        return {each.code: distinct_answers(each, tests, self.catalogue) for each in self.industry.questions}

    @cached_property
    def number(self) -> int:
        """How many there are, without walking through them: only what later questions look at is told apart."""
        ways: Counter[State] = Counter({(): 1})
        for place, question in enumerate(self.industry.questions):
            later = set().union(*(self.gates[each.code] for each in self.industry.questions[place + 1 :]))
            after: Counter[State] = Counter()
            for state, number in ways.items():
                is_put = self.asked(question, dict(state))
                for answer in self.choices[question.code] if is_put else ("",):
                    known = (*state, (question.code, answer)) if is_put else state
                    after[tuple(each for each in known if each[0] in later)] += number
            ways = after
        return ways.total()

    @property
    def every(self) -> bool:
        """Whether all of them are tried."""
        return self.number <= self.most

    @cached_property
    def gates(self) -> Mapping[str, frozenset[str]]:
        """The questions on which it depends, directly or through others, whether a question is asked."""
        found: dict[str, frozenset[str]] = {}
        for question in self.industry.questions:
            looked_at = self._looked_at(question.show_when)
            found[question.code] = looked_at.union(*(found.get(each, frozenset()) for each in looked_at))
        return found

    def __iter__(self) -> Iterator[dict[str, Answer]]:
        """All of them; or who needs least, who needs most, and others until every pair of answers was met."""
        if self.every:
            yield from self._from(0, {})
        else:
            yield from situations(self.industry, self.catalogue, 0)
            yield from _Pairs(self).rows()

    def _from(self, place: int, answers: dict[str, Answer]) -> Iterator[dict[str, Answer]]:
        if place == len(self.industry.questions):
            yield answers
            return
        question = self.industry.questions[place]
        if not self.asked(question, answers):
            yield from self._from(place + 1, answers)
            return
        for answer in self.choices[question.code]:
            yield from self._from(place + 1, {**answers, question.code: answer})

    @cached_property
    def _of_everybody(self) -> frozenset[str]:
        return frozenset(each.code for each in self.industry.questions if each.show_when == ALWAYS)

    def asked(self, question: Question, answers: Answers) -> bool:
        """Whether one who answered so to the questions before it is asked this one."""
        return question.code in self._of_everybody or is_asked(question, self.industry, answers, self.catalogue)

    def _looked_at(self, rule: Rule) -> frozenset[str]:
        """The questions that a rule looks at, itself or through the items that it names."""
        items = items_of(rule)
        uses = (use for use in self.industry.items if use.item in items)
        return questions_of(rule).union(*(self._looked_at(use.when) for use in uses))


def distinct_answers(question: Question, tests: list[Rule], catalogue: Catalogue) -> list[Answer]:
    """One answer for each way in which the tests that look at the question can come out together."""
    looking = [each for each in tests if each.question == question.code]
    found: dict[Signature, Answer] = {}
    for answer in _answers(question, looking, catalogue):
        found.setdefault(signature(question, answer, looking, catalogue), answer)
    return list(found.values())


def signature(question: Question, answer: Answer, tests: list[Rule], catalogue: Catalogue) -> Signature:
    """How the tests that look at the question come out for an answer: those alike here are alike everywhere."""
    return tuple(judge(each, {question.code: answer}, catalogue.figures).holds for each in tests)


def _answers(question: Question, looking: list[Rule], catalogue: Catalogue) -> list[Answer]:
    values = [option.value for option in question.options]
    if question.kind == "bool":
        return [True, False]
    if question.kind == "choice":
        return list(values)
    if question.kind == "multi":
        least = 0 if question.none_label else 1
        return [chosen for size in range(least, len(values) + 1) for chosen in subsets(values, size)]
    named = {bound for each in looking for bound in (each.at_least, each.less_than) if bound is not None}
    bounds = {catalogue.figures[bound] if isinstance(bound, str) else bound for bound in named}
    return [question.minimum, *(bound for bound in sorted(bounds) if question.minimum < bound <= question.maximum)]


@dataclass
class _Pairs:
    """Applicants among whom every pair of answers is met that can be given together, each the best of its turn."""

    of: Combinations
    left: dict[tuple[Spot, Spot], None] = field(default_factory=dict)

    def rows(self) -> Iterator[dict[str, Answer]]:
        """One applicant after the other, until no pair is left; a pair that nobody can answer is let go."""
        self.left = dict.fromkeys(self._all())
        while self.left:
            wish = next(iter(self.left))
            row = self._row(dict(wish), {}, [], 0)
            del self.left[wish]
            if row is not None:
                for one, picked in enumerate(row):
                    for other in row[one + 1 :]:
                        self.left.pop((picked, other), None)
                yield {self._question(place).code: self._answers(place)[answer] for place, answer in row}

    def _all(self) -> Iterator[tuple[Spot, Spot]]:
        spots = [
            [(place, answer) for answer in range(len(self._answers(place)))]
            for place in range(len(self.of.industry.questions))
        ]
        for place, here in enumerate(spots):
            for there in spots[place + 1 :]:
                yield from ((one, other) for one in here for other in there)

    def _row(self, wish: dict[int, int], answers: Answers, row: list[Spot], place: int) -> list[Spot] | None:
        """The answers from a place on that meet the wish; None when what was answered before rules it out."""
        if place == len(self.of.industry.questions):
            return row
        question = self._question(place)
        if not self.of.asked(question, answers):
            return None if place in wish else self._row(wish, answers, row, place + 1)
        for answer in self._turns(wish, row, place):
            given = {**answers, question.code: self._answers(place)[answer]}
            found = self._row(wish, given, [*row, (place, answer)], place + 1)
            if found is not None:
                return found
        return None

    def _turns(self, wish: dict[int, int], row: list[Spot], place: int) -> list[int]:
        """The wished answer; else the one meeting most pairs, and the others only where the wish may hang on it."""
        if place in wish:
            return [wish[place]]
        ranked = sorted(
            range(len(self._answers(place))), key=lambda each: -sum((one, (place, each)) in self.left for one in row)
        )
        code = self._question(place).code
        decides = any(code in self.of.gates[self._question(wished).code] for wished in wish)
        return ranked if decides else ranked[:1]

    def _question(self, place: int) -> Question:
        return self.of.industry.questions[place]

    def _answers(self, place: int) -> list[Answer]:
        return self.of.choices[self._question(place).code]
