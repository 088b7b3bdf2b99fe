"""Change 变更 of name, representative or premises: what it asks of each permit, and what the licence says meanwhile.

Nothing is overwritten before each organ has decided (行政许可法 49; domain §7-10).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum

from yizheng.law.items.life import ChangeRule, Treatment
from yizheng.law.papers.permit_requests import FACTS
from yizheng.law.terms import Term, Unit


class Request(StrEnum):
    """Where a request of a holder to one organ stands."""

    WAITING = "waiting"
    GRANTED = "granted"
    REFUSED = "refused"
    REAPPLY = "reapply"
    NOT_NEEDED = "not_needed"
    MOOT = "moot"

    @property
    def label(self) -> str:
        """The words on pages."""
        return {
            "waiting": "等待机关决定",
            "granted": "已准予",
            "refused": "未获准",
            "reapply": "须重新申请许可",
            "not_needed": "依规定不需要变更",
            "moot": "许可已终止，不再办理",
        }[self.value]


def fan_out(rule: ChangeRule, facts: Iterable[str]) -> dict[Request, list[str]]:
    """How the changes of these facts begin at one permit under its rule, together where they begin alike."""
    found: dict[Request, list[str]] = {}
    for fact in facts:
        found.setdefault(opened_as(getattr(rule, fact)), []).append(fact)
    return found


def opened_as(treatment: Treatment) -> Request:
    """How a request begins that asks this."""
    if treatment == "none":
        return Request.NOT_NEEDED
    return Request.REAPPLY if treatment == "reapply" else Request.WAITING


def limit(rule: ChangeRule, facts: Iterable[str]) -> Term:
    """How long the organ has for these facts: on the spot, or the term of the rule when one of them is reviewed."""
    reviewed = any(getattr(rule, fact) == "review" for fact in facts)
    return rule.term if reviewed else Term(0, Unit.WORKING_DAY)


def stated(before: str, by_permit: Collection[tuple[str, Treatment]]) -> str:
    """What the licence states as one fact: the new one only when every permit that must change states it."""
    said = {value for value, treatment in by_permit if treatment != "none"}
    return said.pop() if len(said) == 1 else before


def differing(licence: Mapping[str, str], permit: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The facts that a permit states otherwise than the licence, in words: (名称, 旧名)."""
    return tuple((FACTS[fact], permit[fact]) for fact in FACTS if permit[fact] != licence[fact])
