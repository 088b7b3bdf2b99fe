"""The rules together: asked in order, each with its docstring and its test, the first to speak is the answer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.law.authority.people import (
    ACCEPT,
    CASE,
    CLAIM,
    FILE,
    GRANT,
    LAPSE,
    LI,
    OWNER,
    REFUSE,
    RETURN,
    REVIEW,
    REVOKE,
    SUPPLEMENT,
    WANG,
    WITHDRAW,
    ZHAO,
)
from yizheng.law.authority import (
    CLOCK,
    RULES,
    AuthorityRule,
    Facts,
    Line,
    Who,
    asked,
    order,
    roles,
    separation,
    why_not,
)
from yizheng.law.words import State

TESTS = Path(__file__).parent


@pytest.mark.parametrize(
    ("line", "who", "facts"),
    [
        (FILE, OWNER, CASE),
        (FILE, WANG, CASE),
        (WITHDRAW, OWNER, CASE),
        (ACCEPT, WANG, CASE),
        (SUPPLEMENT, WANG, CASE),
        (LAPSE, CLOCK, CASE),
        (CLAIM, LI, CASE),
        (REVIEW, LI, replace(CASE, reviewer="li")),
        (RETURN, ZHAO, replace(CASE, reviewer="li", proposal="refuse")),
        (GRANT, ZHAO, replace(CASE, state=State.PROPOSED, reviewer="li", receivers=frozenset({"wang"}))),
        (REFUSE, ZHAO, replace(CASE, state=State.PROPOSED, reviewer="li", waits_for=("消防检查",))),
        (REVOKE, ZHAO, CASE),
    ],
)
def test_who_may_is_not_refused(line: Line, who: Who, facts: Facts) -> None:
    assert why_not(line, who, facts) == ""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_has_a_docstring_and_is_asked_by_name_in_the_tests_of_its_subject(rule: AuthorityRule) -> None:
    subject = rule.__module__.rsplit(".", 1)[-1]
    assert rule.__doc__
    assert f"{subject}.{rule.__name__}" in (TESTS / f"test_{subject}.py").read_text(encoding="utf-8")


def test_every_rule_of_the_package_is_asked() -> None:
    written = {
        rule
        for module in (roles, separation, asked, order)
        for name, rule in vars(module).items()
        if getattr(rule, "__module__", "") == module.__name__
        and getattr(rule, "__annotations__", {}) == RULES[0].__annotations__
    }
    assert written - {roles.stood_in_for} == set(RULES)
    assert len(RULES) == len(set(RULES))


def test_the_first_rule_that_has_something_to_say_is_the_answer() -> None:
    facts = replace(CASE, state=State.PROPOSED, proposal="refuse", gap=("平面图",), reviewed_by=frozenset({"li"}))
    spoken = [sentence for rule in RULES if (sentence := rule(GRANT, LI, facts))]
    assert len(spoken) > 2
    assert why_not(GRANT, LI, facts) == spoken[0]
