"""Which law decides an item-case: that of the filing, or what has come since (行政许可案件规定 9; domain §7-5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from yizheng.cases.file import day_of
from yizheng.cases.models import Case, ItemCase
from yizheng.cases.timing import due_on
from yizheng.catalogue import publishing
from yizheng.law.calendar import Calendar
from yizheng.law.clocks import Run
from yizheng.law.items import Item
from yizheng.law.law_changes import NEW, Bearing, Came, Days, LawChange, bearing_on, came, decides, said


@dataclass(frozen=True, slots=True)
class Applied:
    """A change of law that has come by a day: which law decides, and from which version of the catalogue."""

    change: LawChange
    law: str
    version: UUID
    told_at: datetime | None = None
    """When it was made known to this case; None where the book does not say."""

    @property
    def words(self) -> str:
        """Which law was applied and why."""
        return said(self.change, self.law)

    def comes_after(self, moment: datetime) -> bool:
        """Whether it came into force, or was made known, after a moment."""
        return self.change.on > day_of(moment) or (self.told_at is not None and self.told_at > moment)


def applied_law(case: Case, item_case: ItemCase, runs: Sequence[Run], calendar: Calendar, on: date) -> list[Applied]:
    """The changes that have come since the filing, each with the law that decides on it, in their order."""
    if not item_case.law or case.received_at is None:
        return []
    days = Days(filed_on=day_of(case.received_at), due_on=due_on(runs, calendar), decided_on=on)
    told = [(change_of(each), each) for each in item_case.law]
    return [
        Applied(change, decides(change, days), UUID(each["version"]), _moment(each.get("told_at")))
        for change, each in told
        if came(change, days) is not Came.NOT_YET
    ]


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def item_in_force(item: Item, applied: Iterable[Applied]) -> Item:
    """The item whose review points are to be answered: of the newest version whose law decides."""
    for each in reversed([*applied]):
        if each.law == NEW:
            return publishing.version(each.version).items.get(item.code, item)
    return item


def law_facts(item_case: ItemCase, applied: Sequence[Applied]) -> dict[str, Any]:
    """What the rules of authority want to know of it."""
    given = item_case.proposed_at if item_case.proposal else None
    new = [each for each in applied if each.law == NEW]
    gone = [each.change.text for each in new if each.change.bearing is Bearing.ABOLISHED]
    return {
        "no_longer_needed": gone[-1] if gone else "",
        "law_moved": tuple(each.change.text for each in new if given is not None and each.comes_after(given)),
    }


def untold(item: Item | None, known: Iterable[dict[str, Any]], received_at: datetime | None) -> list[LawChange]:
    """The changes of the law of an item after the filing that its item-case does not know yet."""
    if item is None or received_at is None:
        return []
    told = {(each["on"], each["text"]) for each in known}
    changes = bearing_on(item.changes, day_of(received_at))
    return [change for change in changes if (change.on.isoformat(), change.text) not in told]


def change_of(told: dict[str, Any]) -> LawChange:
    """A change as it is kept with an item-case."""
    return LawChange(
        on=date.fromisoformat(told["on"]),
        bearing=Bearing(told["bearing"]),
        text=told["text"],
        basis=tuple(told["basis"]),
    )
