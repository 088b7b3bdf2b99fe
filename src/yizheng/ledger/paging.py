"""Paging by the last row seen (keyset), so that every page costs the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet

ROWS = 20
"""Rows on a page."""

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class Cursor:
    """The last row seen: its place in the order, and its id."""

    place: date | datetime
    id: UUID

    @classmethod
    def read(cls, text: str, kind: type[date]) -> Cursor | None:
        """What a link says, the place in a column of days or of moments; None for the first page or for nonsense."""
        place, _, last = text.partition("~")
        try:
            found = kind.fromisoformat(place)
            return cls(found.astimezone(UTC) if isinstance(found, datetime) else found, UUID(last))
        except (ValueError, OverflowError):
            return None

    def later(self, rows: QuerySet[Row, Any], column: str, key: str = "id") -> QuerySet[Row, Any]:
        """Rows after this one, the column rising; the first condition lets the index begin here."""
        beyond = Q(**{f"{column}__gt": self.place}) | Q(**{column: self.place, f"{key}__gt": self.id})
        return rows.filter(beyond, **{f"{column}__gte": self.place})

    def older(self, rows: QuerySet[Row, Any], column: str) -> QuerySet[Row, Any]:
        """Rows after this one, the column falling."""
        beyond = Q(**{f"{column}__lt": self.place}) | Q(**{column: self.place, "id__lt": self.id})
        return rows.filter(beyond, **{f"{column}__lte": self.place})


def cut(rows: Any, column: str, key: str = "id") -> tuple[list[Mapping[str, Any]], str]:
    """The first rows of an ordered ``values()`` query, and where the next page begins, "" when there is none."""
    found = list(rows[: ROWS + 1])
    page = found[:ROWS]
    if len(found) <= ROWS:
        return page, ""
    place: date | datetime = page[-1][column]
    return page, f"{place.isoformat()}~{page[-1][key]}"
