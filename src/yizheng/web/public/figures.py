"""减了多少: what one application spares an applicant in every industry, drawn and as a table (S-004)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yizheng.catalogue import publishing
from yizheng.catalogue.trying.figures import (
    NAMES,
    PUDONG,
    Burden,
    Comparison,
    IndustryFigures,
    burdens,
    figures_of,
    groups_of_fields,
    spared,
)
from yizheng.web.kinds import now, reads

WHO = {"middle": "要办几项的，中间的一家", "fullest": "要办得最多的一家"}
WIDE, LEFT_FOR_FIGURES, ROW, BAR = 320, 44, 46, 10
"""Of the drawing, in its own units: a phone is 320 wide."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One industry in the drawing: two bars, above each other, each with its figure."""

    name: str
    apart: int
    together: int
    top: int
    apart_wide: int
    together_wide: int


@dataclass(frozen=True, slots=True)
class Row:
    """One industry in the tables."""

    name: str
    found: Comparison
    most: Burden
    slowest: Burden
    group: str
    group_fields: int

    def of(self, measure: str) -> tuple[int, int]:
        """One measure: every item for itself, and in one application."""
        return self.found.of(measure)


@reads
def figures(request: HttpRequest) -> HttpResponse:
    """Every industry's figures, for one measure drawn, for all as a table."""
    measure, who = request.GET.get("measure", ""), request.GET.get("who", "")
    measure = measure if measure in NAMES else "days"
    who = who if who in WHO else "fullest"
    try:
        found = _figures(publishing.in_force_id(now()))
    except publishing.NothingPublished as nothing:
        return render(request, "fault.html", {"title": "还没有数字", "text": str(nothing)}, status=503)
    rows = [_row(each, who) for each in found]
    store = next((each.fullest for each in found if each.industry.code == "CONVENIENCE"), None)
    said = {
        "measure": measure, "measures": NAMES, "who": who, "whose": WHO, "rows": rows,
        "bars": _bars(rows, measure), "wide": WIDE, "tall": ROW * len(rows), "bar": BAR,
        "pudong": _beside_pudong(store) if store else (),
    }  # fmt: skip
    return render(request, "public/figures.html", said)


@cache
def _figures(version: UUID) -> tuple[IndustryFigures, ...]:
    """Worked out once for a version: it never changes."""
    return figures_of(publishing.version(version))


def _row(each: IndustryFigures, who: str) -> Row:
    found = each.fullest if who == "fullest" else each.middle
    weighed = burdens(found.assessment)
    groups = groups_of_fields(found.assessment)
    longest = max(groups, key=lambda group: groups[group], default="")
    slowest = max(weighed, key=lambda one: one.days)
    return Row(each.industry.name, found, weighed[0], slowest, longest, groups.get(longest, 0))


def _bars(rows: Sequence[Row], measure: str) -> list[Bar]:
    most = max((max(row.of(measure)) for row in rows), default=0) or 1
    room = WIDE - LEFT_FOR_FIGURES
    return [
        Bar(row.name, apart, together, place * ROW, apart * room // most, together * room // most)
        for place, row in enumerate(rows)
        for apart, together in (row.of(measure),)
    ]


def _beside_pudong(store: Comparison) -> list[tuple[str, int, int, int, int, int, int]]:
    """The measure, Pudong's two figures and what was spared there, ours and what is spared here, in per cent."""
    return [
        (NAMES[measure], *theirs, spared(*theirs), *store.of(measure), spared(*store.of(measure)))
        for measure, theirs in PUDONG.items()
    ]
