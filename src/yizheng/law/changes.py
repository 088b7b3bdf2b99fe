"""Change 变更 of name, representative or premises: what it asks of each permit, and what the licence says meanwhile.

Nothing is overwritten before each organ has decided (行政许可法 49; domain §7-10).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum

from yizheng.law.items.life import ChangeRule, Treatment
from yizheng.law.papers.permit_requests import FACTS
from yizheng.law.terms import Term, Unit

ORDER: tuple[Treatment, ...] = ("none", "on_spot", "review", "reapply")


class Request(StrEnum):
    """Where a request of a holder to one organ stands."""

    WAITING = "waiting"
    GRANTED = "granted"
    REFUSED = "refused"
    REAPPLY = "reapply"
    NOT_NEEDED = "not_needed"

    @property
    def label(self) -> str:
        """The words on pages."""
        return {
            "waiting": "等待机关决定",
            "granted": "已准予",
            "refused": "未获准",
            "reapply": "须重新申请许可",
            "not_needed": "依规定不需要变更",
        }[self.value]


def treatments(rule: ChangeRule, facts: Iterable[str]) -> dict[str, Treatment]:
    """What a change of each of these facts asks of a permit under this rule."""
    return {fact: getattr(rule, fact) for fact in facts}


def heaviest(asked: Collection[Treatment]) -> Treatment:
    """The most that any of these asks."""
    return max(asked, key=ORDER.index)


def opened_as(treatment: Treatment) -> Request:
    """How a request begins that asks this."""
    if treatment == "none":
        return Request.NOT_NEEDED
    return Request.REAPPLY if treatment == "reapply" else Request.WAITING


def limit(rule: ChangeRule, treatment: Treatment) -> Term:
    """How long the organ has: on the spot, or the term of the rule."""
    return Term(0, Unit.WORKING_DAY) if treatment == "on_spot" else rule.term


def stated(before: str, by_permit: Collection[tuple[str, Treatment]]) -> str:
    """What the licence states as one fact: the new one only when every permit that must change states it."""
    said = {value for value, treatment in by_permit if treatment != "none"}
    return said.pop() if len(said) == 1 else before


def differing(licence: Mapping[str, str], permit: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The facts that a permit states otherwise than the licence, in words: (名称, 旧名)."""
    return tuple((FACTS[fact], permit[fact]) for fact in FACTS if permit[fact] != licence[fact])
