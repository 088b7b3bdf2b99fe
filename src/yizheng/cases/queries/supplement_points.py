"""The one supplement of a case as staff gather it: the points so far, what they may be about, whether it may go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from yizheng.cases.models import Case, ItemCase, SupplementPoint
from yizheng.cases.queries.choices import choice
from yizheng.cases.queries.item_shown import Looking, facts_now, standing
from yizheng.catalogue import publishing
from yizheng.law.intake import Assessment
from yizheng.law.words import Role, State, Verb

NO_POINTS = "还没有补正内容；请先在相应事项里点“提出补正”，逐条写明要补正什么、怎样改。"


@dataclass(frozen=True, slots=True, kw_only=True)
class PointShown:
    """One point of the notice, of the item with ``code``; ``removable`` says whether whoever looks may take it back."""

    id: UUID
    code: str
    item: str
    label: str
    problem: str
    remedy: str
    asked_by: str
    removable: bool


@dataclass(frozen=True, slots=True)
class Target:
    """Something a point may be about: a field or a material of the one-time notice (S-044)."""

    code: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """The supplement of a case: its points, since when it is out, and why it cannot be issued (empty: it can)."""

    points: tuple[PointShown, ...]
    issued_at: datetime | None
    supplied_at: datetime | None
    why_not_issue: str

    def untold(self, item: str) -> int:
        """How many points of this item are gathered and not yet told."""
        return 0 if self.issued_at else sum(each.code == item for each in self.points)


def gathering(case: Case, item_cases: Sequence[ItemCase], looking: Looking) -> Gathering:
    """The points gathered so far, and whether this person may issue the notice now."""
    points = list(SupplementPoint.objects.filter(case=case, removed_at=None).order_by("asked_at"))
    catalogue = publishing.version(case.catalogue_id)
    issued = case.supplemented_at is not None
    return Gathering(
        points=tuple(
            PointShown(
                id=each.id,
                code=each.item,
                item=catalogue.items[each.item].short,
                label=each.label,
                problem=each.problem,
                remedy=each.remedy,
                asked_by=each.asked_by,
                removable=not issued and (each.asked_by_id == looking.who.id or looking.who.has(Role.WINDOW)),
            )
            for each in points
        ),
        issued_at=case.supplemented_at,
        supplied_at=case.supplied_at,
        why_not_issue=_why_not(case, item_cases, {each.item for each in points}, looking),
    )


def why_no_point(case: Case, item_case: ItemCase, siblings: Sequence[ItemCase], looking: Looking) -> str:
    """Why no point can be added for this item any more; empty when one can (行政许可法 32(1)(4))."""
    catalogue = publishing.version(case.catalogue_id)
    now = standing(case, item_case, catalogue, looking.on)
    facts = facts_now(case, item_case, siblings, catalogue, now, looking.on)
    if looking.who.has(Role.WINDOW) or now.state != State.SUBMITTED or facts.supplement_issued:
        return choice(Verb.SUPPLEMENT, looking.who, facts).why
    ours = any(post.role == Role.REVIEWER and post.organ == item_case.organ for post in looking.who.posts)
    return "" if ours else "补正内容由窗口服务专员或该事项的审查人提出。"


def _why_not(case: Case, item_cases: Sequence[ItemCase], with_points: set[str], looking: Looking) -> str:
    catalogue = publishing.version(case.catalogue_id)
    whys = {
        each.item: choice(
            Verb.SUPPLEMENT,
            looking.who,
            facts_now(case, each, item_cases, catalogue, standing(case, each, catalogue, looking.on), looking.on),
        ).why
        for each in item_cases
    }
    if all(whys.values()):
        return next(iter(whys.values()))
    if not with_points:
        return NO_POINTS
    return next((f"「{catalogue.items[code].short}」：{whys[code]}" for code in with_points if whys[code]), "")


def targets_for(assessment: Assessment, item: str) -> tuple[tuple[str, tuple[Target, ...]], ...]:
    """What a point of this item may be about: its materials and its fields, each under its heading."""
    own = next((needed.fields for needed in assessment.items if needed.item.code == item), ())
    materials = tuple(
        Target(each.material.code, each.material.name)
        for each in assessment.materials
        if any(use.item == item for use in each.uses)
    )
    fields = tuple(Target(spec.code, spec.label) for spec in dict.fromkeys((*assessment.shared_fields, *own)))
    return tuple((heading, targets) for heading, targets in (("材料", materials), ("填报信息", fields)) if targets)
