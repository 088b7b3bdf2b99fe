"""The window's desk: cases by the last day to answer, those that wait for the applicant, all, and its own drafts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import CharField, Count, Exists, OuterRef, QuerySet, Value

from yizheng.cases.facts import waits_for
from yizheng.cases.file import day_of
from yizheng.cases.models import Case, ItemCase
from yizheng.cases.queries.as_of import DueDay, as_of, day_of_clock, due_day
from yizheng.cases.queries.search import cases_found
from yizheng.cases.queries.seats import names_on
from yizheng.cases.timing import AWAITING_ANSWER
from yizheng.catalogue import publishing
from yizheng.law.items import Catalogue
from yizheng.law.outcome import case_state, service_of
from yizheng.law.words import CaseState, ClockName, Service, State
from yizheng.ledger.paging import ROWS, Cursor, cut


class Tray(StrEnum):
    """What of the window's desk is looked at."""

    ANSWER = "answer"
    SUPPLEMENT = "supplement"
    SERVE = "serve"
    ALL = "all"
    DRAFTS = "drafts"

    @property
    def label(self) -> str:
        """As it stands on the tab."""
        return _LABELS[self]

    @property
    def empty(self) -> str:
        """What an empty tray says."""
        return _EMPTY[self]


_LABELS = {
    Tray.ANSWER: "待受理",
    Tray.SUPPLEMENT: "等申请人补正",
    Tray.SERVE: "待送达",
    Tray.ALL: "全部办件",
    Tray.DRAFTS: "窗口草稿",
}
_EMPTY = {
    Tray.ANSWER: "没有等待答复受理的申请。",
    Tray.SUPPLEMENT: "没有等申请人补正的申请。",
    Tray.SERVE: "没有等待送达的决定。",
    Tray.ALL: "还没有办件。",
    Tray.DRAFTS: "窗口没有未提交的草稿。",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemChip:
    """One item of a case in a row of the desk."""

    item: str
    organ: str
    state: State
    deemed: bool
    due: DueDay | None
    service: Service | None
    serve: DueDay | None
    waits_for: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """The items of a case that stand alike, and the first day due among them."""

    state: State
    deemed: bool
    service: Service | None
    items: tuple[ItemChip, ...]

    @property
    def due(self) -> DueDay | None:
        """The first day due among them."""
        return min((each.due for each in self.items if each.due), key=lambda due: due.on, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """One case on the desk; ``answer`` is the last day to answer on acceptance, ``serve`` the first to serve by."""

    id: UUID
    number: str
    holder: str
    industry: str
    state: CaseState
    channel: str
    received_on: date
    answer: DueDay | None
    serve: DueDay | None
    items: tuple[ItemChip, ...]

    @property
    def alike(self) -> tuple[Alike, ...]:
        """The items by how they stand, so that a row says it once."""
        found: dict[tuple[State, bool, Service | None], list[ItemChip]] = {}
        for each in self.items:
            found.setdefault((each.state, each.deemed, each.service), []).append(each)
        return tuple(Alike(*standing, tuple(items)) for standing, items in found.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRow:
    """A draft that the window has begun for somebody who came in person."""

    id: UUID
    industry: str
    holder: str
    opened_at: datetime
    touched_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowDesk:
    """A page of the window's desk; ``more`` is where the next page begins."""

    tray: Tray
    rows: tuple[CaseRow, ...] = ()
    drafts: tuple[DraftRow, ...] = ()
    more: str = ""
    text: str = ""


def window_desk(*, on: date, tray: Tray = Tray.ANSWER, after: str = "", text: str = "") -> WindowDesk:
    """Twenty cases; with ``text``, those that fit it."""
    if text.strip():
        return WindowDesk(tray=tray, rows=_cases(cases_found(text, names_on(on)), on), text=text.strip())
    if tray is Tray.DRAFTS:
        return _drafts(tray)
    if tray is Tray.ALL:
        cases = _filed().filter(number__lt=after) if after else _filed()
        ids = list(cases.order_by("-number").values_list("id", "number")[: ROWS + 1])
        more = ids[ROWS - 1][1] if len(ids) > ROWS else ""
        return WindowDesk(tray=tray, rows=_cases([each for each, _ in ids[:ROWS]], on), more=more or "")
    if tray is Tray.SUPPLEMENT:
        page, more = cut(_to_be_supplied(Cursor.read(after, datetime)), "supplemented_at")
        return WindowDesk(tray=tray, rows=_cases([each["id"] for each in page], on), more=more)
    if tray is Tray.SERVE:
        page, more = cut(_to_be_served(Cursor.read(after, date)), "serve_by", "case_id")
        return WindowDesk(tray=tray, rows=_cases([each["case_id"] for each in page], on), more=more)
    page, more = cut(_to_be_answered(on, Cursor.read(after, date)), "due_on", "case_id")
    return WindowDesk(tray=tray, rows=_cases([each["case_id"] for each in page], on), more=more)


def tray_counts(on: date) -> Mapping[Tray, int]:
    """How many cases lie in each tray that wants work, by one statement; 全部办件 is not counted."""
    lying = {
        Tray.ANSWER: (_awaiting(on), "case"),
        Tray.SUPPLEMENT: (_unsupplied(), "pk"),
        Tray.SERVE: (_unserved(), "case"),
        Tray.DRAFTS: (_begun(), "pk"),
    }
    first, *others = (
        rows.annotate(tray=Value(tray.value, CharField()))
        .values("tray")
        .annotate(many=Count(cases, distinct=True))
        .values_list("tray", "many")
        for tray, (rows, cases) in lying.items()
    )
    return {Tray(tray): many for tray, many in first.union(*others, all=True)}


def _filed() -> QuerySet[Case]:
    return Case.objects.filter(number__isnull=False)


def _awaiting(on: date) -> QuerySet[ItemCase]:
    return ItemCase.objects.filter(state__in=sorted(AWAITING_ANSWER), accepted_at__isnull=True, due_on__gte=on)


def _unserved() -> QuerySet[ItemCase]:
    return ItemCase.objects.filter(serve_by__isnull=False)


def _unsupplied() -> QuerySet[Case]:
    waiting = ItemCase.objects.filter(case=OuterRef("pk"), state=State.SUPPLEMENTING)
    return Case.objects.filter(Exists(waiting), supplemented_at__isnull=False, supplied_at__isnull=True)


def _begun() -> QuerySet[Case]:
    return Case.objects.filter(state=CaseState.DRAFT, channel="window")


def _to_be_answered(on: date, cursor: Cursor | None) -> Any:
    """The cases by the last day to answer; one with two such days, after a supplement, stands at both."""
    items = _awaiting(on)
    if cursor:
        items = cursor.later(items, "due_on", "case_id")
    return items.order_by("due_on", "case_id").values("due_on", "case_id").distinct()


def _to_be_served(cursor: Cursor | None) -> Any:
    """The cases by the last day to serve a decision; one with several such days stands at each (行政许可法 44)."""
    items = _unserved()
    if cursor:
        items = cursor.later(items, "serve_by", "case_id")
    return items.order_by("serve_by", "case_id").values("serve_by", "case_id").distinct()


def _to_be_supplied(cursor: Cursor | None) -> Any:
    """The cases in which the applicant has to supply, longest waiting first."""
    cases = _unsupplied()
    if cursor:
        cases = cursor.later(cases, "supplemented_at")
    return cases.order_by("supplemented_at", "id").values("id", "supplemented_at")


COLUMNS = (
    "case_id", "item", "organ", "state", "deemed", "runs", "reviewer_id", "served_at", "archived_at",
    "case__number", "case__holder", "case__industry", "case__channel", "case__received_at",
    "case__catalogue_id", "case__answers",
)  # fmt: skip


def _cases(ids: Sequence[UUID], on: date) -> tuple[CaseRow, ...]:
    """The rows of these cases, in their order: one statement for all items of all of them."""
    found: dict[UUID, list[Mapping[str, Any]]] = {each: [] for each in ids}
    if ids:
        for item in ItemCase.objects.filter(case_id__in=ids).order_by("place").values(*COLUMNS):
            found[item["case_id"]].append(item)
    return tuple(_case(case_id, items, on) for case_id, items in found.items())


def _case(case_id: UUID, items: Sequence[Mapping[str, Any]], on: date) -> CaseRow:
    case = items[0]
    catalogue = publishing.version(case["case__catalogue_id"])
    chips = tuple(_chips(items, catalogue, on))
    waiting = [each.due for each in chips if each.state in AWAITING_ANSWER and each.due]
    return CaseRow(
        id=case_id,
        number=case["case__number"],
        holder=case["case__holder"],
        industry=catalogue.industries[case["case__industry"]].name,
        state=case_state([each.state for each in chips], touched=any(each["reviewer_id"] for each in items)),
        channel="窗口" if case["case__channel"] == "window" else "网上",
        received_on=day_of(case["case__received_at"]),
        answer=min(waiting, key=lambda due: due.on, default=None),
        serve=min((each.serve for each in chips if each.serve), key=lambda due: due.on, default=None),
        items=chips,
    )


def _chips(items: Sequence[Mapping[str, Any]], catalogue: Catalogue, on: date) -> Iterable[ItemChip]:
    calendar = publishing.calendar()
    standing = [ItemCase(item=each["item"], state=each["state"]) for each in items]
    for each in items:
        now = as_of(
            State(each["state"]), each["runs"], item=each["item"], deemed=each["deemed"], answers=each["case__answers"],
            catalogue=catalogue, calendar=calendar, on=on,
        )  # fmt: skip
        waits = (
            waits_for(each["item"], catalogue.industries[each["case__industry"]], standing) if now.state.is_open else ()
        )
        yield ItemChip(
            item=catalogue.items[each["item"]].short,
            organ=catalogue.organs[each["organ"]].short,
            state=now.state,
            deemed=now.deemed,
            due=due_day(now.runs, calendar, on),
            service=service_of(now.state, served=bool(each["served_at"]), archived=bool(each["archived_at"])),
            serve=day_of_clock(ClockName.DELIVERY, now.runs, calendar, on),
            waits_for=tuple(catalogue.items[code].short for code in waits),
        )


def _drafts(tray: Tray) -> WindowDesk:
    drafts = _begun().order_by("-touched_at")[:ROWS]
    columns = drafts.values_list("id", "industry", "catalogue_id", "form", "opened_at", "touched_at")
    rows = tuple(
        DraftRow(
            id=case_id,
            industry=publishing.version(catalogue_id).industries[industry].name,
            holder=form.get("applicant_name") or "（还没有填写）",
            opened_at=opened_at,
            touched_at=touched_at,
        )
        for case_id, industry, catalogue_id, form, opened_at, touched_at in columns
    )
    return WindowDesk(tray=tray, drafts=rows)
