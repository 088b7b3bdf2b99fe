"""Many at once: one command for each, and a page that says row by row what was done and what was refused, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yizheng.ledger.command import Refused
from yizheng.web.staff.guard import who_of

NOTHING_TICKED = "请先勾选要办理的办件。"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One of the many: what it is called, where it is, and what to do with it."""

    id: UUID
    number: str
    holder: str
    item: str
    href: str
    do: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a row; ``why`` says why it was refused, and is empty when it was done."""

    row: Row
    why: str


def one_by_one(rows: Iterable[Row]) -> tuple[Outcome, ...]:
    """Do each in an act of its own: what one of them is refused for does not undo the others."""
    return tuple(_outcome(row) for row in rows)


def _outcome(row: Row) -> Outcome:
    try:
        row.do()
    except Refused as refused:
        return Outcome(row, refused.sentence)
    return Outcome(row, "")


def told(request: HttpRequest, what: str, outcomes: tuple[Outcome, ...], back: str) -> HttpResponse:
    """The page of what was done; the same form sent again does nothing twice and shows the same."""
    said = {"who": who_of(request), "what": what, "outcomes": outcomes, "back": back}
    return render(request, "staff/bulk.html", said)
