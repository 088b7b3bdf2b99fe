"""What other rooms may know of an item-case that was granted: whose it is, and the facts of the rules of authority."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yizheng.cases.models import ItemCase
from yizheng.cases.queries.item_shown import facts_now, standing
from yizheng.catalogue import publishing
from yizheng.law.authority import Facts
from yizheng.law.items import Catalogue
from yizheng.ledger.command import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """An item-case by its id, with its case and the catalogue it is pinned to."""

    case_id: UUID
    number: str
    holder: str
    holder_code: str
    catalogue: Catalogue
    facts: Facts


def subject_of(item_id: UUID, on: date) -> Subject:
    """An item-case and its case. Raises NotFound."""
    item_case = ItemCase.objects.filter(id=item_id).select_related("case").first()
    if item_case is None:
        raise NotFound("没有这个事项。")
    case = item_case.case
    catalogue = publishing.version(case.catalogue_id)
    now = standing(case, item_case, catalogue, on)
    siblings = list(ItemCase.objects.filter(case=case).order_by("place"))
    return Subject(
        case_id=case.id,
        number=case.number or "",
        holder=case.holder,
        holder_code=case.holder_code,
        catalogue=catalogue,
        facts=facts_now(case, item_case, siblings, catalogue, now, on),
    )
