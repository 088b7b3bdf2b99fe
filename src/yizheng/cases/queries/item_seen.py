"""What somebody may see of a case and of one item of it, whoever they are: the applicant, the window, an organ."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from yizheng.cases.models import ItemCase
from yizheng.cases.queries.choices import verbs_of
from yizheng.cases.queries.item_shown import ItemShown, Looking, item_shown
from yizheng.cases.queries.papers import EVERYWHERE, Viewer, case_seen
from yizheng.cases.queries.progress import Progress, progress
from yizheng.cases.queries.sight import item_cases_of_the_lead, item_cases_seen_by
from yizheng.law.authority import Who
from yizheng.law.words import Role
from yizheng.ledger.command import NotFound


@dataclass(frozen=True, slots=True)
class ItemSeen:
    """One item-case with the case it belongs to."""

    case_id: UUID
    number: str
    shown: ItemShown


def item_seen(item_id: UUID, viewer: Viewer, who: Who, on: date) -> ItemSeen:
    """An item-case as this person may see it, with what they may do. Raises NotFound."""
    found = ItemCase.objects.select_related("case").filter(id=item_id).first()
    if found is None or not _sees(viewer, found):
        raise NotFound("没有这个事项。")
    siblings = list(ItemCase.objects.filter(case_id=found.case_id).order_by("place"))
    roles = {post.role for post in who.posts} | ({Role.APPLICANT} if who.applies_for else set())
    shown = item_shown(found.case, found, siblings, Looking(who, on), verbs_of(*roles))
    return ItemSeen(found.case_id, found.case.number or "", shown)


def case_standing(number: str, viewer: Viewer, at: datetime) -> Progress:
    """How a case stands, with the items that this person may see. Raises NotFound."""
    seen = case_seen(number, viewer)
    found = progress(seen.id, at)
    if not seen.for_staff or viewer.who is None or any(viewer.who.has(role) for role in EVERYWHERE):
        return found
    ours = set(item_cases_seen_by(viewer.who).filter(case_id=seen.id).values_list("id", flat=True))
    return replace(found, items=tuple(each for each in found.items if each.id in ours), messages=())


def _sees(viewer: Viewer, item_case: ItemCase) -> bool:
    if str(item_case.case_id) in viewer.opened:
        return True
    if viewer.who is None:
        return False
    seen = item_cases_seen_by(viewer.who) | item_cases_of_the_lead(viewer.who)
    return seen.filter(id=item_case.id).exists()
