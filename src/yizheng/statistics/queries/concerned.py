"""The impact of a change one by one: the open cases and the live permits that it concerns, page by page (S-022)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from yizheng.cases.file import day_of
from yizheng.cases.models import Case, ItemCase
from yizheng.catalogue.models import CatalogueVersion
from yizheng.catalogue.revisions.concern import Concern
from yizheng.law.words import ENDS, Standing, State
from yizheng.ledger.paging import Cursor, cut
from yizheng.statistics.names import Named, Names
from yizheng.statistics.queries.impact import OPEN, live_permits


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem:
    """One item of an open case, and how it stands."""

    item: Named
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCase:
    """An open case that a change concerns: the version it stays on, and which of its items."""

    number: str
    industry: Named
    version: str
    filed_on: date
    items: tuple[OpenItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LivePermit:
    """A permit that a change concerns."""

    number: str
    item: Named
    holder: str
    granted_on: date
    until_on: date | None
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    """A page of open cases, the first filed first, and where the next begins."""

    rows: tuple[OpenCase, ...]
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Permits:
    """A page of permits, the first granted first, and where the next begins."""

    rows: tuple[LivePermit, ...]
    after: str


def open_cases(concern: Concern, names: Names, after: str = "") -> Cases:
    """A page of the open cases that a change concerns, each with those of its items; in three statements."""
    theirs = ItemCase.objects.filter(case=OuterRef("pk")).exclude(state__in=sorted(ENDS))
    some = Q(industry__in=sorted(concern.itself)) | Exists(theirs.filter(item__in=sorted(concern.items)))
    rows = Case.objects.filter(some, Exists(theirs), state__in=OPEN).order_by("received_at", "id")
    if cursor := Cursor.read(after, datetime):
        rows = cursor.later(rows, "received_at")
    found, more = cut(rows.values("id", "number", "industry", "catalogue_id", "received_at"), "received_at")
    items = _items(concern, names, {each["id"]: each["industry"] for each in found})
    versions = dict(CatalogueVersion.objects.values_list("id", "number"))
    return Cases(rows=tuple(_case(each, names, versions, items[each["id"]]) for each in found), after=more)


def permits(concern: Concern, names: Names, at: datetime, after: str = "") -> Permits:
    """A page of the live permits that a change concerns; in one statement."""
    rows = live_permits(concern, day_of(at)).order_by("granted_on", "id")
    if cursor := Cursor.read(after, date):
        rows = cursor.later(rows, "granted_on")
    columns = ("id", "number", "item", "holder", "granted_on", "until_on", "standing")
    found, more = cut(rows.values(*columns), "granted_on")
    return Permits(
        rows=tuple(
            LivePermit(
                number=each["number"],
                item=names.item(each["item"]),
                holder=each["holder"],
                granted_on=each["granted_on"],
                until_on=each["until_on"],
                standing=Standing(each["standing"]),
            )
            for each in found
        ),
        after=more,
    )


def _items(concern: Concern, names: Names, industries: Mapping[UUID, str]) -> dict[UUID, list[OpenItem]]:
    """The open items of these cases that are concerned, case by case."""
    found: dict[UUID, list[OpenItem]] = {case_id: [] for case_id in industries}
    rows = ItemCase.objects.filter(case_id__in=list(industries)).exclude(state__in=sorted(ENDS)).order_by("place")
    for case_id, item, state in rows.values_list("case_id", "item", "state"):
        if concern.has(industries[case_id], item):
            found[case_id].append(OpenItem(item=names.item(item), state=State(state)))
    return found


def _case(row: Mapping[str, Any], names: Names, versions: Mapping[UUID, str], items: list[OpenItem]) -> OpenCase:
    return OpenCase(
        number=row["number"],
        industry=names.industry(row["industry"]),
        version=versions[row["catalogue_id"]],
        filed_on=day_of(row["received_at"]),
        items=tuple(items),
    )
