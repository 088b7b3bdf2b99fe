"""What the lead department supervises 督办: what is late, whichever organ decides it (优化营商环境条例 36)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from yizheng.cases.models import ItemCase
from yizheng.cases.queries.as_of import DueDay, due_day
from yizheng.cases.queries.choices import verbs_of
from yizheng.cases.queries.inquiries import InquiryShown, inquiries_of
from yizheng.cases.queries.item_shown import ItemShown, Looking, item_shown
from yizheng.cases.queries.paging import Cursor, cut
from yizheng.cases.queries.sight import item_cases_of_the_lead
from yizheng.catalogue import publishing
from yizheng.law.authority import Who
from yizheng.law.clocks import Run
from yizheng.law.words import UNDER_REVIEW, Role, State
from yizheng.ledger.command import NotFound

LEAD_VERBS = verbs_of(Role.LEAD)

COLUMNS = (
    "id", "item", "organ", "state", "runs", "due_on", "urged", "explained_at", "reviewer_name", "case__number",
    "case__holder", "case__catalogue_id",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class LateRow:
    """One item-case that is late."""

    id: UUID
    number: str
    holder: str
    item: str
    organ: str
    state: State
    due: DueDay | None
    reviewer: str
    urged: int
    explained: bool


@dataclass(frozen=True, slots=True)
class LatePage:
    """Twenty of them, the latest first; ``more`` is where the next page begins."""

    rows: tuple[LateRow, ...]
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisedPage:
    """One item-case as the lead department sees it: how it stands, its clocks, what was asked and answered."""

    case_id: UUID
    number: str
    holder: str
    premises: str
    industry: str
    item: ItemShown
    inquiries: tuple[InquiryShown, ...]


def late(who: Who, on: date, after: str = "") -> LatePage:
    """What is late on a day; nothing for whoever is not of the lead department."""
    rows = item_cases_of_the_lead(who).filter(state__in=sorted(UNDER_REVIEW), due_on__lt=on).order_by("due_on", "id")
    cursor = Cursor.read(after, date)
    page, more = cut((cursor.later(rows, "due_on") if cursor else rows).values(*COLUMNS), "due_on")
    return LatePage(tuple(_rows(page, on)), more)


def supervised_page(item_id: UUID, who: Who, on: date) -> SupervisedPage:
    """An item-case for the lead department. Raises NotFound for everybody else."""
    found = item_cases_of_the_lead(who).filter(id=item_id).select_related("case").first()
    if found is None:
        raise NotFound("没有这个事项。")
    case = found.case
    catalogue = publishing.version(case.catalogue_id)
    siblings: Sequence[ItemCase] = list(ItemCase.objects.filter(case=case).order_by("place"))
    return SupervisedPage(
        case_id=case.id,
        number=case.number or "",
        holder=case.holder,
        premises=case.premises,
        industry=catalogue.industries[case.industry].name,
        item=item_shown(case, found, siblings, Looking(who, on), LEAD_VERBS),
        inquiries=inquiries_of(found.id, catalogue.organs, on),
    )


def _rows(page: Sequence[Mapping[str, Any]], on: date) -> Iterable[LateRow]:
    calendar = publishing.calendar()
    for row in page:
        catalogue = publishing.version(row["case__catalogue_id"])
        yield LateRow(
            id=row["id"],
            number=row["case__number"],
            holder=row["case__holder"],
            item=catalogue.items[row["item"]].short,
            organ=catalogue.organs[row["organ"]].short,
            state=State(row["state"]),
            due=due_day([Run.from_data(each) for each in row["runs"]], calendar, on),
            reviewer=row["reviewer_name"],
            urged=row["urged"],
            explained=row["explained_at"] is not None,
        )
