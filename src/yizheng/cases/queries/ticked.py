"""The cases and item-cases that somebody has ticked on a desk, as far as they may see them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from yizheng.cases.queries.sight import cases_of_the_window, item_cases_of_the_organs
from yizheng.catalogue import publishing
from yizheng.law.authority import Who

MOST = 100
"""Item-cases that are taken at once; a page of a desk has fewer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticked:
    """One of them, with what names it in the list of what was done."""

    id: UUID
    case_id: UUID
    number: str
    holder: str
    item: str


def items_ticked(ids: Iterable[str], who: Who) -> tuple[Ticked, ...]:
    """Those of these ids that belong to the organ of this person, in the order of the desk."""
    wanted = [each for each in map(_id, ids) if each][:MOST]
    rows = item_cases_of_the_organs(who).filter(id__in=wanted).order_by("due_on", "id")
    columns = ("id", "case_id", "case__number", "case__holder", "item", "case__catalogue_id")
    return tuple(
        Ticked(
            id=id_,
            case_id=case_id,
            number=number or "",
            holder=holder,
            item=publishing.version(catalogue_id).items[item].short,
        )
        for id_, case_id, number, holder, item, catalogue_id in rows.values_list(*columns)
    )


def cases_ticked(ids: Iterable[str], who: Who) -> tuple[UUID, ...]:
    """The cases of these ids, for the window; in the order of their numbers."""
    wanted = [each for each in map(_id, ids) if each][:MOST]
    return tuple(cases_of_the_window(who).filter(id__in=wanted).order_by("number").values_list("id", flat=True))


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
