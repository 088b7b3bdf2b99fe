"""The parts of an entry: where each stands, its rows, and the entry with one of them written, moved or taken out.

The path of a part names a list and a place in it, such as questions/2; the entry itself has none.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from yizheng.catalogue.editing.anatomy import Raw, Shape, shape, shapes
from yizheng.catalogue.editing.naming import KINDS, NAMED
from yizheng.catalogue.editing.words import Words

KEYS = {"laws": "short", "thresholds": "name", "zone": ""}
"""The field an entry is known by, where that is not its code."""


class NoSuchPart(LookupError):
    """The entry has no such list or row."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list of an entry."""

    place: int
    title: str
    raw: Raw


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of an entry, with its rows."""

    field: Shape
    rows: tuple[Row, ...]


def key_field(kind: str) -> str:
    """The field an entry of a kind is known by; "" for the zone, of which there is one."""
    return KEYS.get(kind, "code")


def listed(kind: str, raw: Raw, words: Words) -> list[Listed]:
    """The lists of an entry that are edited row by row."""
    return [
        Listed(
            each,
            tuple(Row(place, words.title(each.of, row), row) for place, row in enumerate(raw.get(each.name) or ())),
        )
        for each in shapes(KINDS[kind])
        if each.apart and each.of
    ]


def list_of(kind: str, name: str) -> tuple[Shape, type]:
    """A list of an entry, and what its rows are. Raises NoSuchPart."""
    try:
        found = shape(KINDS[kind], name)
    except KeyError:
        raise NoSuchPart(name) from None
    if not found.apart or not found.of:
        raise NoSuchPart(name)
    return found, found.of


def row_of(raw: Raw, name: str, place: int) -> Raw:
    """One row. Raises NoSuchPart."""
    rows: Sequence[Raw] = raw.get(name) or ()
    if not 0 <= place < len(rows):
        raise NoSuchPart(f"{name}/{place}")
    return rows[place]


def with_row(raw: Raw, name: str, place: int | None, row: Raw) -> dict[str, Any]:
    """The entry with a row written, or added at the end."""
    rows = list(raw.get(name) or ())
    if place is None:
        rows.append(row)
    else:
        row_of(raw, name, place)
        rows[place] = row
    return {**raw, name: rows}


def without_row(raw: Raw, name: str, place: int) -> dict[str, Any]:
    """The entry without a row; an empty list of which nothing is asked is left out."""
    row_of(raw, name, place)
    rows = [row for at, row in enumerate(raw[name]) if at != place]
    rest = {key: value for key, value in raw.items() if key != name}
    return {**rest, name: rows} if rows else rest


def with_row_moved(raw: Raw, name: str, place: int, by: int) -> dict[str, Any]:
    """The entry with a row further up (by -1) or down (by 1); at the end it stays where it is."""
    rows = list(raw.get(name) or ())
    moved = row_of(raw, name, place)
    to = min(max(place + by, 0), len(rows) - 1)
    rows.insert(to, rows.pop(place))
    assert rows[to] == moved
    return {**raw, name: rows}


def with_scalars(kind: str, raw: Raw, read: Raw) -> dict[str, Any]:
    """The entry with what its own form says; its lists stay."""
    lists = {each.name for each in shapes(KINDS[kind]) if each.apart}
    said = {**{key: value for key, value in raw.items() if key in lists or key == key_field(kind)}, **read}
    return {name: said[name] for name in NAMED[KINDS[kind]].words if name in said}


def found_again(raw: Raw, name: str, of: type, row: Raw) -> int | None:
    """Where a row stands now that stood elsewhere when its form was shown; None when it is no more."""
    rows: Sequence[Raw] = raw.get(name) or ()
    if row in rows:
        return list(rows).index(row)
    keys = NAMED[of].keys
    same = [place for place, each in enumerate(rows) if all(each.get(key) == row.get(key) for key in keys)]
    return same[0] if len(same) == 1 else None


def missing(of: type, raw: Raw) -> list[str]:
    """What has still to be said, in words: 适用范围, 总承诺时限."""
    found = []
    for each in shapes(of):
        value = raw.get(each.name)
        if each.required and not each.optional and value in (None, "", []):
            found.append(each.word.label)
        elif each.way == "part" and each.of and value:
            found += [f"{each.word.label}的{label}" for label in missing(each.of, value)]
    return found


def models(entries: Mapping[str, Mapping[str, Raw]], kind: str, name: str, words: Words) -> Iterator[tuple[str, Raw]]:
    """The rows that other entries have in the same list, each told once with its title, to begin from."""
    _, of = list_of(kind, name)
    seen = set()
    for code, entry in entries.get(kind, {}).items():
        for row in entry.get(name) or ():
            content = json.dumps(row, sort_keys=True)
            if content not in seen:
                seen.add(content)
                yield f"{words.title(of, row)}（{words.name(kind, code)}）", row


def usual(entries: Mapping[str, Mapping[str, Raw]], kind: str) -> dict[str, Any]:
    """What a new entry begins with: what all others of its kind have in common, such as fields every industry asks."""
    others = list(entries.get(kind, {}).values())
    found: dict[str, Any] = {}
    for each in shapes(KINDS[kind]):
        values = [other.get(each.name) for other in others] or [None]
        if each.way == "codes":
            found[each.name] = [code for code in values[0] or () if all(code in (value or ()) for value in values)]
        elif each.required and each.way in ("code", "choice") and values.count(values[0]) == len(values):
            found[each.name] = values[0]
    return {name: value for name, value in found.items() if value}
