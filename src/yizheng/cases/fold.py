"""The book folded 由记录还原: what the entries of a case say of its rows, so that rows and book can be compared.

An act that changes a column of an item-case says so in its entry, under ``became``; nothing else has to be known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from uuid import UUID

from yizheng.cases.models import Case, ItemCase
from yizheng.law.outcome import case_state
from yizheng.law.words import Standing, State
from yizheng.ledger.models import Entry

Columns = dict[str, Any]

NOT_TOLD = frozenset({"id", "case_id"})
"""Columns that are what a row is, and not how it stands."""


@dataclass
class Folded:
    """What the book says: columns of the case, of every item-case, and how each permit stands."""

    case: Columns = field(default_factory=dict)
    items: dict[UUID, Columns] = field(default_factory=dict)
    permits: dict[UUID, str] = field(default_factory=dict)


def fold(entries: Iterable[Entry]) -> Folded:
    """The entries of one case, in order, made into columns."""
    said = Folded()
    for entry in entries:
        FOLDS.get(entry.kind, _other)(said, entry)
        if said.items:
            said.case["state"] = case_state(
                [State(each["state"]) for each in said.items.values()],
                touched=any(each["reviewer_id"] for each in said.items.values()),
            )
    return said


def _filed(said: Folded, entry: Entry) -> None:
    said.case |= {"number": entry.data["number"], "received_at": entry.at}
    for became in entry.data["items"]:
        said.items[UUID(became["id"])] = {**_untouched(), **_read(became)}


def _supplemented(said: Folded, entry: Entry) -> None:
    said.case["supplemented_at"] = entry.at
    _other(said, entry)


def _supplied(said: Folded, entry: Entry) -> None:
    said.case["supplied_at"] = entry.at
    _other(said, entry)


def _permit_made(said: Folded, entry: Entry) -> None:
    said.permits[UUID(entry.data["permit"])] = Standing.IN_FORCE


def _other(said: Folded, entry: Entry) -> None:
    """Whatever happened to an item-case or to a permit: what it became."""
    if entry.item_id in said.items and "became" in entry.data:
        said.items[entry.item_id] |= _read(entry.data["became"])
    if entry.kind.startswith("permit.") and "to" in entry.data:
        said.permits[UUID(entry.data["permit"])] = entry.data["to"]


FOLDS: Mapping[str, Callable[[Folded, Entry], None]] = {
    "case.file": _filed,
    "item.supplement": _supplemented,
    "item.supply": _supplied,
    "permit.make": _permit_made,
}
"""What says more than what an item-case became."""


def differences(said: Folded, case: Case, item_cases: Iterable[ItemCase]) -> list[str]:
    """Where the rows of a case differ from its book, each as a sentence."""
    rows = {each.id: each for each in item_cases}
    found = [f"办件的 {name} 与记录不符。" for name, value in said.case.items() if getattr(case, name) != value]
    if rows.keys() != said.items.keys():
        found.append("单项办件与收件记录不符。")
    for item_id, columns in said.items.items():
        if row := rows.get(item_id):
            found += [
                f"「{row.item}」的 {name} 与记录不符。" for name in columns if getattr(row, name) != columns[name]
            ]
    return found


def _read(became: Mapping[str, Any]) -> Columns:
    """Columns as rows have them, from what the book says in JSON."""
    columns = _columns()
    return {name: columns[name].to_python(value) for name, value in became.items() if name in columns}


@cache
def _columns() -> Mapping[str, Any]:
    return {each.attname: each for each in ItemCase._meta.concrete_fields if each.attname not in NOT_TOLD}


def _untouched() -> Columns:
    """An item-case to which nothing has happened yet."""
    return {name: column.get_default() for name, column in _columns().items()}
