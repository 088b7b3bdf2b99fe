"""Rules over everyday answers: when an item, material, field or question is needed, and because of which answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

Answer = str | bool | float | tuple[str, ...]
Answers = Mapping[str, Answer]
Thresholds = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One sentence over the answers; an empty rule is always true.

    Exactly one of ``all``, ``any``, ``unless``, ``never``, ``item`` or ``question`` is set. With ``question`` exactly
    one test is set: ``equals``, ``one_of``, ``includes``, ``includes_any``, ``only`` (nothing but these), ``at_least``
    or ``less_than`` (a figure or the name of a threshold in ``regulations/thresholds.yaml``).
    """

    all: tuple[Rule, ...] = ()
    any: tuple[Rule, ...] = ()
    unless: Rule | None = None
    never: bool = False
    item: str = ""
    question: str = ""
    equals: str | bool | None = None
    one_of: tuple[str, ...] = ()
    includes: str = ""
    includes_any: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    at_least: float | str | None = None
    less_than: float | str | None = None


ALWAYS = Rule()
NEVER = Rule(never=True)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a rule holds, and the questions whose answers decided it."""

    holds: bool
    because: tuple[str, ...] = ()


HOLDS, FAILS = Verdict(True), Verdict(False)


def judge(rule: Rule, answers: Answers, thresholds: Thresholds, items: Collection[str] = frozenset()) -> Verdict:
    """Judge ``rule`` over ``answers``; ``items`` are the items already found to be needed.

    An unanswered question makes its test false. Raises KeyError for a threshold that no regulation names.
    """
    if rule is ALWAYS:
        return HOLDS
    if rule.never:
        return FAILS
    if rule.all:
        parts = [judge(part, answers, thresholds, items) for part in rule.all]
        return Verdict(all(part.holds for part in parts), _because(parts))
    if rule.any:
        parts = [judge(part, answers, thresholds, items) for part in rule.any]
        chosen = [part for part in parts if part.holds] or parts
        return Verdict(any(part.holds for part in parts), _because(chosen))
    if rule.unless is not None:
        inner = judge(rule.unless, answers, thresholds, items)
        return Verdict(not inner.holds, inner.because)
    if rule.item:
        return Verdict(rule.item in items)
    if rule.question:
        return Verdict(_passes(rule, answers.get(rule.question), thresholds), (rule.question,))
    return HOLDS


def _because(parts: list[Verdict]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(question for part in parts for question in part.because))


def _passes(rule: Rule, answer: Answer | None, thresholds: Thresholds) -> bool:
    if answer is None:
        return False
    if rule.at_least is not None or rule.less_than is not None:
        return _within(rule, answer, thresholds)
    if rule.equals is not None:
        return answer == rule.equals
    if rule.one_of:
        return answer in rule.one_of
    chosen = set(answer) if isinstance(answer, tuple) else {answer}
    if rule.only:
        return bool(chosen) and chosen <= set(rule.only)
    wanted = {rule.includes} if rule.includes else set(rule.includes_any)
    return bool(chosen & wanted)


def _within(rule: Rule, answer: Answer, thresholds: Thresholds) -> bool:
    if isinstance(answer, bool) or not isinstance(answer, int | float):
        return False
    low = thresholds[rule.at_least] if isinstance(rule.at_least, str) else rule.at_least
    high = thresholds[rule.less_than] if isinstance(rule.less_than, str) else rule.less_than
    return (low is None or answer >= low) and (high is None or answer < high)


def inner_rules(rule: Rule) -> tuple[Rule, ...]:
    """The rules that ``rule`` is directly made of."""
    return (*rule.all, *rule.any, *((rule.unless,) if rule.unless else ()))


def questions_of(rule: Rule) -> frozenset[str]:
    """Every question that ``rule`` looks at."""
    own = {rule.question} if rule.question else set()
    return frozenset(own.union(*(questions_of(part) for part in inner_rules(rule))))


def items_of(rule: Rule) -> frozenset[str]:
    """Every item that ``rule`` looks at."""
    own = {rule.item} if rule.item else set()
    return frozenset(own.union(*(items_of(part) for part in inner_rules(rule))))
