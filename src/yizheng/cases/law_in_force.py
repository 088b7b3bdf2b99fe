"""Which law decides an item-case: that of the filing, or what has come since (行政许可案件规定 9; domain §7-5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from yizheng.cases.file import day_of
from yizheng.cases.models import Case, ItemCase
from yizheng.cases.timing import due_on
from yizheng.catalogue import publishing
from yizheng.law.calendar import Calendar
from yizheng.law.clocks import Run
from yizheng.law.items import Item
from yizheng.law.law_changes import NEW, Bearing, Came, Days, LawChange, came, decides, said


@dataclass(frozen=True, slots=True)
class Applied:
    """A change of law that has come by a day: which law decides, and from which version of the catalogue."""

    change: LawChange
    law: str
    version: UUID

    @property
    def words(self) -> str:
        """Which law was applied and why."""
        return said(self.change, self.law)


def applied_law(case: Case, item_case: ItemCase, runs: Sequence[Run], calendar: Calendar, on: date) -> list[Applied]:
    """The changes that have come since the filing, each with the law that decides on it, in their order."""
    if not item_case.law or case.received_at is None:
        return []
    days = Days(filed_on=day_of(case.received_at), due_on=due_on(runs, calendar), decided_on=on)
    told = [(change_of(each), UUID(each["version"])) for each in item_case.law]
    return [
        Applied(change, decides(change, days), version)
        for change, version in told
        if came(change, days) is not Came.NOT_YET
    ]


def item_in_force(item: Item, applied: Iterable[Applied]) -> Item:
    """The item whose review points are to be answered: of the newest version whose law decides."""
    for each in reversed([*applied]):
        if each.law == NEW:
            return publishing.version(each.version).items.get(item.code, item)
    return item


def law_facts(item_case: ItemCase, applied: Sequence[Applied]) -> dict[str, Any]:
    """What the rules of authority want to know of it."""
    given = day_of(item_case.proposed_at) if item_case.proposed_at and item_case.proposal else None
    new = [each.change for each in applied if each.law == NEW]
    gone = [each for each in new if each.bearing is Bearing.ABOLISHED]
    return {
        "no_longer_needed": gone[-1].text if gone else "",
        "law_moved": tuple(each.text for each in new if given is not None and each.on > given),
    }


def change_of(told: dict[str, Any]) -> LawChange:
    """A change as it is kept with an item-case."""
    return LawChange(
        on=date.fromisoformat(told["on"]),
        bearing=Bearing(told["bearing"]),
        text=told["text"],
        basis=tuple(told["basis"]),
    )
