"""An organ's desk: its item-cases by due day, twenty at a time by one SELECT, however many the table holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet

from yizheng.cases.facts import waits_for
from yizheng.cases.file import day_of
from yizheng.cases.models import ItemCase
from yizheng.cases.queries.as_of import DueDay, as_of, due_day
from yizheng.cases.queries.piles import Narrowed, Pile, Sitting, which
from yizheng.cases.queries.search import items_found
from yizheng.cases.queries.seats import names_on
from yizheng.catalogue import publishing
from yizheng.law.clocks import Lamp
from yizheng.law.items import Catalogue
from yizheng.law.words import UNDER_REVIEW, State
from yizheng.ledger.paging import Cursor, cut


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskRow:
    """One item-case on an organ's desk."""

    id: UUID
    number: str
    holder: str
    item: str
    state: State
    deemed: bool
    due: DueDay | None
    reviewer: str
    mine: bool
    waits_for: tuple[str, ...]
    received_on: date
    decided_at: datetime | None
    to_explain: bool
    """Whether what was promised in public is over and nothing was explained (优化营商环境条例 36)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A page of the desk; ``more`` is where the next page begins, empty on the last."""

    pile: Pile
    rows: tuple[DeskRow, ...]
    more: str
    text: str = ""


NOBODY_SITS = Sitting()
EVERYTHING = Narrowed()
MOST_COUNTED = 1000
"""Of so many open item-cases a desk still says how many lie in which pile."""

COLUMNS = (
    "id", "item", "state", "deemed", "runs", "due_on", "reviewer_id", "reviewer_name", "decided_at", "case_id",
    "explained_at",
    "case__number", "case__holder", "case__received_at", "case__industry", "case__catalogue_id", "case__answers",
)  # fmt: skip


def organ_desk(
    organ: str, section: str, *, on: date, sitting: Sitting = NOBODY_SITS, pile: Pile = Pile.TODO,
    narrowed: Narrowed = EVERYTHING, after: str = "", text: str = "",
) -> Desk:  # fmt: skip
    """Twenty item-cases of an organ (or a section) by due day; with ``text``, those that fit it."""
    all_ = ItemCase.objects.filter(organ=organ, **({"section": section} if section else {}))
    if text.strip():
        found = items_found(text, all_, names_on(on))
        by_id = {row["id"]: row for row in ItemCase.objects.filter(id__in=found).values(*COLUMNS)}
        rows = _shown([by_id[each] for each in found], sitting, on)
        return Desk(pile=pile, rows=rows, more="", text=text.strip())
    cursor = Cursor.read(after, datetime if pile is Pile.DONE else date)
    wanted = _pile(all_.filter(narrowed.condition(on)), pile, sitting, on, cursor)
    page, more = cut(wanted.values(*COLUMNS), _place_of(pile))
    rows = _shown(page, sitting, on)
    return Desk(pile=pile, rows=rows if pile is Pile.DONE else tuple(sorted(rows, key=_first_due)), more=more)


def pile_counts(
    organ: str, section: str, *, on: date, sitting: Sitting, narrowed: Narrowed = EVERYTHING
) -> Mapping[Pile, int]:
    """How many item-cases lie in each pile that wants work, by one SELECT; none told where more than ``MOST_COUNTED``
    lie open, so that no desk waits for its counting. 已办 only grows, and is not counted.
    """
    open_ = ItemCase.objects.filter(narrowed.condition(on), organ=organ, due_on__isnull=False)
    here = (open_.filter(section=section) if section else open_).order_by("due_on", "id")
    piles = {each.value: Count("pk", filter=which(each, sitting, on)) for each in Pile if each is not Pile.DONE}
    few = ItemCase.objects.filter(pk__in=here.values("pk")[: MOST_COUNTED + 1])
    counted = few.aggregate(all=Count("pk"), **piles)
    return {Pile(name): counted[name] for name in piles} if counted["all"] <= MOST_COUNTED else {}


def _first_due(row: DeskRow) -> date:
    """By what is due now: a deemed acceptance that nobody has performed yet moves its row within the page."""
    return row.due.on if row.due else date.max


def _place_of(pile: Pile) -> str:
    return "decided_at" if pile is Pile.DONE else "due_on"


def _pile(
    rows: QuerySet[ItemCase], pile: Pile, sitting: Sitting, on: date, cursor: Cursor | None
) -> QuerySet[ItemCase]:
    if pile is Pile.DONE:
        done = rows.filter(decided_at__isnull=False).order_by("-decided_at", "-id")
        return cursor.older(done, "decided_at") if cursor else done
    open_ = rows.filter(which(pile, sitting, on), due_on__isnull=False).order_by("due_on", "id")
    return cursor.later(open_, "due_on") if cursor else open_


def _shown(rows: Iterable[Mapping[str, Any]], sitting: Sitting, on: date) -> tuple[DeskRow, ...]:
    kept = list(rows)
    siblings = _siblings(kept)
    return tuple(_row(row, siblings.get(row["case_id"], ()), sitting, on) for row in kept)


def _row(row: Mapping[str, Any], siblings: Sequence[ItemCase], sitting: Sitting, on: date) -> DeskRow:
    catalogue, calendar = publishing.version(row["case__catalogue_id"]), publishing.calendar()
    now = as_of(
        State(row["state"]), row["runs"], item=row["item"], deemed=row["deemed"], answers=row["case__answers"],
        catalogue=catalogue, calendar=calendar, on=on,
    )  # fmt: skip
    waits = waits_for(row["item"], catalogue.industries[row["case__industry"]], siblings) if now.state.is_open else ()
    due = due_day(now.runs, calendar, on)
    late = due is not None and due.lamp == Lamp.RED and now.state in UNDER_REVIEW
    return DeskRow(
        id=row["id"],
        number=row["case__number"],
        holder=row["case__holder"],
        item=catalogue.items[row["item"]].short,
        state=now.state,
        deemed=now.deemed,
        due=due,
        reviewer=row["reviewer_name"],
        mine=row["reviewer_id"] in sitting.people,
        waits_for=tuple(catalogue.items[code].short for code in waits),
        received_on=day_of(row["case__received_at"]),
        decided_at=row["decided_at"],
        to_explain=late and row["explained_at"] is None,
    )


def _siblings(rows: Sequence[Mapping[str, Any]]) -> dict[UUID, list[ItemCase]]:
    """The other item-cases of those cases in which a row's item may have to wait; no statement when none may."""
    waiting = {row["case_id"] for row in rows if _may_wait(row, publishing.version(row["case__catalogue_id"]))}
    found: dict[UUID, list[ItemCase]] = {}
    if waiting:
        for each in ItemCase.objects.filter(case_id__in=waiting).only("case_id", "item", "state"):
            found.setdefault(each.case_id, []).append(each)
    return found


def _may_wait(row: Mapping[str, Any], catalogue: Catalogue) -> bool:
    order = catalogue.industries[row["case__industry"]].order
    return State(row["state"]).is_open and any(each.kind == "hard" and each.then == row["item"] for each in order)
