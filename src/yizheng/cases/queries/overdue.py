"""What organs explain in public of limits they did not keep, without anything personal (优化营商环境条例 36)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from yizheng.cases.file import day_of
from yizheng.cases.models import ItemCase, PaperRecord
from yizheng.catalogue import publishing
from yizheng.law.clocks import Run, Unit, remaining
from yizheng.law.papers import OverdueExplanation
from yizheng.law.words import ClockName, State
from yizheng.ledger.paging import Cursor, cut

COLUMNS = ("id", "item", "organ", "state", "runs", "decided_at", "explained_at", "case__industry", "case__catalogue_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """One explanation: which organ and item, in which trade, how late, why, and until when it is expected."""

    organ: str
    item: str
    industry: str
    late: str
    reasons: str
    expected_on: date | None
    decided_on: date | None
    explained_on: date


@dataclass(frozen=True, slots=True)
class ExplainedPage:
    """Twenty of them, the newest first; ``more`` is where the next page begins."""

    rows: tuple[Explained, ...]
    more: str


def explained(on: date, after: str = "") -> ExplainedPage:
    """The explanations given, by the last one of each item."""
    rows = ItemCase.objects.filter(explained_at__isnull=False).order_by("-explained_at", "-id")
    cursor = Cursor.read(after, datetime)
    page, more = cut((cursor.older(rows, "explained_at") if cursor else rows).values(*COLUMNS), "explained_at")
    return ExplainedPage(tuple(_told(page, on)), more)


def _told(page: Sequence[Mapping[str, Any]], on: date) -> Iterable[Explained]:
    said: dict[UUID | None, Mapping[str, Any]] = {}
    found = PaperRecord.objects.filter(item_case_id__in=[row["id"] for row in page], kind=OverdueExplanation.KIND)
    for item_id, data in found.order_by("made_at").values_list("item_case_id", "data"):
        said[item_id] = data
    for row in page:
        catalogue, told = publishing.version(row["case__catalogue_id"]), said[row["id"]]
        expected = told["expected_on"]
        yield Explained(
            organ=catalogue.organs[row["organ"]].name,
            item=catalogue.items[row["item"]].name,
            industry=catalogue.industries[row["case__industry"]].name,
            late=_late(row, on),
            reasons=told["reasons"],
            expected_on=date.fromisoformat(expected) if expected else None,
            decided_on=day_of(row["decided_at"]) if row["decided_at"] and not State(row["state"]).is_open else None,
            explained_on=day_of(row["explained_at"]),
        )


def _late(row: Mapping[str, Any], on: date) -> str:
    """By how much the promised limit was exceeded, until the decision or until now."""
    run = next(Run.from_data(each) for each in row["runs"] if each["clock"] == ClockName.PROMISED)
    days = -remaining(run, on, publishing.calendar())
    return f"{days}{'个工作日' if run.term.unit is Unit.WORKING_DAY else '天'}"
