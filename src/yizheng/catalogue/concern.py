"""Whose matter a change of the catalogue is: each organ signs what is its own (domain S-028)."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from yizheng.catalogue.overlay import Key
from yizheng.catalogue.walking import inner_rules, rules
from yizheng.law.items import Catalogue, Industry, Item


def organs_concerned(changed: Collection[Key], *catalogues: Catalogue) -> dict[str, tuple[Key, ...]]:
    """The organs that have to sign, each with the entries for which it does; seen in the old and the new version."""
    found: dict[str, dict[Key, None]] = {}
    for catalogue in catalogues:
        for key in sorted(changed):
            for organ in _organs(key, catalogue):
                found.setdefault(organ, {})[key] = None
    return {organ: tuple(keys) for organ, keys in sorted(found.items())}


def _organs(key: Key, catalogue: Catalogue) -> Iterator[str]:
    kind, code = key
    if kind == "organs":
        yield code
    elif kind == "industries" and code in catalogue.industries:
        yield from _of_an_industry(catalogue.industries[code], catalogue)
    else:
        yield from (item.organ for item in catalogue.items.values() if _concerns(kind, code, item))


def _of_an_industry(industry: Industry, catalogue: Catalogue) -> Iterator[str]:
    yield from (catalogue.items[use.item].organ for use in industry.items if use.item in catalogue.items)


def _concerns(kind: str, code: str, item: Item) -> bool:
    """Whether an item is the entry itself, or asks for it, or looks at it; a law is for the lead department to keep."""
    if kind == "materials":
        return any(use.material == code for use in item.materials)
    if kind == "fields":
        return any(use.field == code for use in item.fields)
    if kind == "thresholds":
        return any(code in {each.at_least, each.less_than} for _, rule in rules(item) for _, each in inner_rules(rule))
    return kind == "items" and item.code == code
