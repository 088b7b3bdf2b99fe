"""What the lead department supervises 督办: what is late in a case, whichever organ's duty it is (domain §2.13)."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import CharField, Count, QuerySet, Value

from yizheng.cases.file import day_of
from yizheng.cases.models import ItemCase, PaperRecord, Rating
from yizheng.cases.queries.as_of import DueDay, day_of_clock, due_day, near
from yizheng.cases.queries.choices import verbs_of
from yizheng.cases.queries.inquiries import InquiryShown, inquiries_of
from yizheng.cases.queries.item_shown import ItemShown, Looking, item_shown
from yizheng.cases.queries.seats import names_on
from yizheng.cases.queries.sight import item_cases_of_the_lead
from yizheng.cases.ratings import name_of
from yizheng.catalogue import publishing
from yizheng.law.authority import Who
from yizheng.law.clocks import Run
from yizheng.law.escalation import Escalated
from yizheng.law.papers import DeliveryAttempt
from yizheng.law.ratings import GRADES, answer_run
from yizheng.law.words import UNDER_REVIEW, ClockName, Role, State
from yizheng.ledger.command import NotFound
from yizheng.ledger.paging import Cursor, cut

LEAD_VERBS = verbs_of(Role.LEAD)

COLUMNS = (
    "id", "item", "organ", "state", "runs", "due_on", "serve_by", "urged", "explained_at", "reviewer_name",
    "case__number", "case__holder", "case__catalogue_id",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class LateRow:
    """One thing that is late: what, of whom, whose duty it is and since which day; ``item_id`` where it can be opened.

    A bad rating names neither holder nor case: who rated stays unknown (domain §2.12).
    """

    what: str
    whose: str
    due: DueDay | None
    holder: str = ""
    number: str = ""
    notes: tuple[str, ...] = ()
    item_id: UUID | None = None


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


def late(who: Who, on: date, kind: Escalated = Escalated.DECISION, after: str = "") -> LatePage:
    """What is late on a day: not decided, not served, or a bad rating not answered; for the lead department alone."""
    rows, column, shown = {
        Escalated.DECISION: (_undecided(who, on), "due_on", _decisions),
        Escalated.DELIVERY: (_unserved(who, on), "serve_by", _deliveries),
        Escalated.RATING: (_unanswered(who, on), "due_on", _ratings),
    }[kind]
    cursor = Cursor.read(after, date)
    columns = ("id", "organ", "grade", "rated_at", "due_on") if kind is Escalated.RATING else COLUMNS
    page, more = cut((cursor.later(rows, column) if cursor else rows).values(*columns), column)
    return LatePage(tuple(shown(page, on)), more)


def late_counts(who: Who, on: date) -> Mapping[Escalated, int]:
    """How many of each, by one statement."""
    lying = {
        Escalated.DECISION: _undecided(who, on),
        Escalated.DELIVERY: _unserved(who, on),
        Escalated.RATING: _unanswered(who, on),
    }
    first, *others = (
        rows.order_by()
        .annotate(kind=Value(kind.value, CharField()))
        .values("kind")
        .annotate(many=Count("pk"))
        .values_list("kind", "many")
        for kind, rows in lying.items()
    )
    return {Escalated(kind): many for kind, many in first.union(*others, all=True)}


def _undecided(who: Who, on: date) -> QuerySet[Any]:
    rows = item_cases_of_the_lead(who).filter(state__in=sorted(UNDER_REVIEW), due_on__lt=on)
    return rows.order_by("due_on", "id")


def _unserved(who: Who, on: date) -> QuerySet[Any]:
    return item_cases_of_the_lead(who).filter(serve_by__lt=on).order_by("serve_by", "id")


def _unanswered(who: Who, on: date) -> QuerySet[Any]:
    rows = Rating.objects.all() if who.has(Role.LEAD) else Rating.objects.none()
    return rows.filter(due_on__lt=on, closed_at__isnull=True).order_by("due_on", "id")


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


def _decisions(page: Sequence[Mapping[str, Any]], on: date) -> Iterable[LateRow]:
    calendar = publishing.calendar()
    for row in page:
        urged = f"督办、催办{row['urged']}件待答复" if row["urged"] else ""
        explained = "逾期说明已公开" if row["explained_at"] else "逾期说明还没有公开"
        due = due_day(_runs(row), calendar, on)
        yield _of_item(row, due, State(row["state"]).label, urged, explained, by=row["reviewer_name"])


def _deliveries(page: Sequence[Mapping[str, Any]], on: date) -> Iterable[LateRow]:
    calendar = publishing.calendar()
    tried = Tally(
        PaperRecord.objects.filter(item_case_id__in=[row["id"] for row in page], kind=DeliveryAttempt.KIND).values_list(
            "item_case_id", flat=True
        )
    )
    for row in page:
        attempts = f"送达未成{tried[row['id']]}次" if tried[row["id"]] else "没有送达未成的记录"
        due = day_of_clock(ClockName.DELIVERY, _runs(row), calendar, on)
        yield _of_item(row, due, State(row["state"]).label, attempts, by="一业一证窗口")


def _ratings(page: Sequence[Mapping[str, Any]], on: date) -> Iterable[LateRow]:
    names, calendar = names_on(on), publishing.calendar()
    for row in page:
        run = answer_run(row["grade"], day_of(row["rated_at"]))
        assert run is not None  # a rating that is due is a bad one
        yield LateRow(what=GRADES[row["grade"]], whose=name_of(row["organ"], names), due=near(run, calendar, on))


def _of_item(row: Mapping[str, Any], due: DueDay | None, *notes: str, by: str) -> LateRow:
    catalogue = publishing.version(row["case__catalogue_id"])
    return LateRow(
        what=catalogue.items[row["item"]].short,
        whose=" ".join((catalogue.organs[row["organ"]].short, by)).strip(),
        due=due,
        holder=row["case__holder"],
        number=row["case__number"],
        notes=tuple(note for note in notes if note),
        item_id=row["id"],
    )


def _runs(row: Mapping[str, Any]) -> list[Run]:
    return [Run.from_data(each) for each in row["runs"]]
