"""Results 内部转来 of the items that come before one, with the paper that its organ may open (domain §4.3)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from yizheng.cases.adding import on_licence
from yizheng.cases.facts import with_those_beside
from yizheng.cases.models import Case, ItemCase, PaperRecord
from yizheng.cases.papers import DECISIONS
from yizheng.cases.queries.sight import item_cases_of_the_organs
from yizheng.catalogue import publishing
from yizheng.law.authority import Who
from yizheng.law.items import Catalogue, Order
from yizheng.law.papers import Withdrawal
from yizheng.law.words import State

RESULTS = (*DECISIONS, Withdrawal.KIND)
"""The papers by which an item ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultShown:
    """How an item that comes before another ended, and by which paper; ``failed``: it had to be granted and was not."""

    item: str
    organ: str
    state: State
    ended_at: datetime
    number: str
    paper: UUID
    permit_number: str
    why: str
    failed: bool


def results_for(
    case: Case, item_case: ItemCase, rows: Sequence[ItemCase], catalogue: Catalogue
) -> tuple[ResultShown, ...]:
    """The results that are passed on to this item, instead of being asked from the applicant (在线政务服务规定 7)."""
    industry = catalogue.industries[case.industry]
    beside = with_those_beside(case, item_case.item, industry, rows)
    ended = {each.item: each for each in beside if not State(each.state).is_open}
    orders = [each for each in industry.order if each.then == item_case.item]
    firsts = [(each, ended[each.first]) for each in orders if each.first in ended]
    if not firsts:
        return ()
    papers = PaperRecord.objects.filter(item_case_id__in=[row.id for _, row in firsts], kind__in=RESULTS)
    by_item = {each.item_case_id: each for each in papers.order_by("made_at")}
    return tuple(_shown(order, row, by_item[row.id], catalogue) for order, row in firsts if row.id in by_item)


def _shown(order: Order, row: ItemCase, paper: PaperRecord, catalogue: Catalogue) -> ResultShown:
    state = State(row.state)
    return ResultShown(
        item=catalogue.items[row.item].short,
        organ=catalogue.organs[row.organ].short,
        state=state,
        ended_at=paper.made_at,
        number=paper.number or "",
        paper=paper.id,
        permit_number=paper.head["permit_number"],
        why=order.why,
        failed=order.kind == "hard" and state != State.GRANTED,
    )


def is_handed_over(paper: PaperRecord, who: Who) -> bool:
    """Whether a paper is the result of an item that comes before one of this person's own organ."""
    if paper.kind not in RESULTS or paper.item_case is None:
        return False
    thens = _after(paper.case, paper.item_case.item)
    return item_cases_of_the_organs(who).filter(on_licence(paper.case), item__in=thens).exists()


def _after(case: Case, item: str) -> list[str]:
    orders: Iterable[Order] = publishing.version(case.catalogue_id).industries[case.industry].order
    return [each.then for each in orders if each.first == item]
