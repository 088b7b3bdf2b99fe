"""Which items can be applied for anew beside a case: what ended without a grant, and what is newly needed (§7-5)."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from yizheng.cases.models import Case, ItemCase
from yizheng.cases.timing import answers_of
from yizheng.law.intake import assess
from yizheng.law.items import Catalogue
from yizheng.law.words import State

AGAIN = frozenset({State.REFUSED, State.NOT_ACCEPTED, State.WITHDRAWN, State.TERMINATED})
"""Ends after which somebody may apply again."""


@dataclass(frozen=True, slots=True)
class Addable:
    """An item that can be applied for: its code and name, and whether a new law asks for it."""

    code: str
    name: str
    newly_needed: bool


def addable(case: Case, catalogue: Catalogue) -> tuple[Addable, ...]:
    """What can be added to this case, or to the one it joined, by the catalogue in force now."""
    industry = catalogue.industries.get(case.industry)
    if industry is None:
        return ()
    there = _there(case)
    return tuple(
        Addable(code, catalogue.items[code].short, code not in there)
        for code in assess(industry, answers_of(case.answers), catalogue).codes
        if there.get(code, set()) <= AGAIN
    )


def why_not_addable(case: Case, code: str, catalogue: Catalogue) -> str:
    """Why this item cannot be applied for beside the case; empty when it can."""
    if code in {each.code for each in addable(case, catalogue)}:
        return ""
    if code in _there(case):
        return f"「{catalogue.items[code].short}」正在办理或者已经准予，不用再申请。"
    return "按现行目录和您的回答，不需要办理这一项。"


def on_licence(case: Case) -> Q:
    """The item-cases of all the cases whose permits are on one licence with this one's (decision 0016)."""
    return Q(case_id=case.home) | Q(case__joins=case.home)


def _there(case: Case) -> dict[str, set[State]]:
    """The states of the items of this case, of the one it joined, and of all that joined that one."""
    found: dict[str, set[State]] = {}
    rows = ItemCase.objects.filter(on_licence(case)).values_list("item", "state")
    for code, state in rows:
        found.setdefault(code, set()).add(State(state))
    return found
