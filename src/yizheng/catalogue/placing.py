"""Who has entered the hall 进驻, by what was said last of every organ and item (S-103, S-105)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from yizheng.catalogue.models import HallWord
from yizheng.law.items import Catalogue, Item
from yizheng.law.presence import Placed, placed_of
from yizheng.law.words import Presence


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPlaced:
    """An item with what holds for it, if anything was said; ``own`` when it was said of the item itself."""

    code: str
    name: str
    placed: Placed | None
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganPlaced:
    """An organ with what was said of it, when and by whom, and its items."""

    code: str
    name: str
    placed: Placed | None
    at: datetime | None
    by: str
    items: tuple[ItemPlaced, ...]


def placings() -> tuple[Placed, ...]:
    """The last word on every organ and item."""
    return tuple(map(_placed, _last().values()))


def effects(items: Mapping[str, str]) -> Mapping[str, str]:
    """Where each of these items, by their organs, is applied for; "" where nobody has said who has entered."""
    said = placings()
    found = {item: placed_of(item, organ, said) for item, organ in items.items()}
    return {item: placed.effect if placed else "" for item, placed in found.items()}


def organs_placed(catalogue: Catalogue) -> tuple[OrganPlaced, ...]:
    """Every organ that decides an item, in the order of the catalogue."""
    rows = _last()
    said = tuple(map(_placed, rows.values()))
    items: dict[str, list[Item]] = {}
    for item in catalogue.items.values():
        items.setdefault(item.organ, []).append(item)

    def organ(code: str) -> OrganPlaced:
        row = rows.get((code, ""))
        return OrganPlaced(
            code=code,
            name=catalogue.organs[code].name,
            placed=_placed(row) if row else None,
            at=row.at if row else None,
            by=row.by if row else "",
            items=tuple(
                ItemPlaced(
                    code=each.code,
                    name=each.name,
                    placed=placed_of(each.code, code, said),
                    own=(code, each.code) in rows,
                )
                for each in items[code]
            ),
        )

    return tuple(organ(code) for code in catalogue.organs if code in items)


def _last() -> dict[tuple[str, str], HallWord]:
    return {(each.organ, each.item): each for each in HallWord.objects.order_by("organ", "item", "seq")}


def _placed(row: HallWord) -> Placed:
    return Placed(
        organ=row.organ,
        item=row.item,
        presence=Presence(row.presence),
        counter=row.counter,
        reason=row.reason,
        hand_on=row.hand_on,
    )
