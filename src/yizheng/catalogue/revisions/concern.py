"""What a change of the catalogue concerns: every item and industry that rests on what changes, however far (S-022)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from yizheng.catalogue.walking import inner_rules, parts
from yizheng.law.items import Catalogue
from yizheng.law.rules import Rule

Key = tuple[str, str]
"""An entry of the catalogue: its kind and its code."""

KINDS = ("laws", "organs", "thresholds", "fields", "materials", "items", "industries")
NAMES = {"organ": "organs", "supervisor": "organs", "lead": "organs", "issuer": "organs", "field": "fields",
         "material": "materials"}  # fmt: skip
"""Which kind the code in an attribute of that name is of; ``item`` counts in the use of an item alone."""

ZONE: Key = ("zone", "")


@dataclass(frozen=True, slots=True)
class Concern:
    """What a change concerns. ``itself``: industries that use what changes other than through one of their items;
    ``because``: for every industry concerned, which of the changed entries it rests on.
    """

    items: frozenset[str]
    itself: frozenset[str]
    because: Mapping[str, tuple[Key, ...]]

    @property
    def industries(self) -> tuple[str, ...]:
        """The codes of the industries concerned, in order."""
        return tuple(sorted(self.because))

    def has(self, industry: str, item: str) -> bool:
        """Whether it concerns this item in this industry."""
        return item in self.items or industry in self.itself


def concern(changed: Collection[Key], *catalogues: Catalogue) -> Concern:
    """What a change of these entries concerns, by what uses what before it, and after it where that is given, too."""
    users = _users(catalogues)
    because: dict[str, list[Key]] = {}
    items: set[str] = set()
    itself: set[str] = set()
    for key in sorted(changed):
        reached = _reached(key, users)
        items |= {code for kind, code in reached if kind == "items"}
        for code in sorted(code for kind, code in reached if kind == "industries"):
            because.setdefault(code, []).append(key)
        around = {each for each in reached if each[0] != "items"}
        itself |= {code for kind, code in _next(around, users) | reached & {key} if kind == "industries"}
    return Concern(frozenset(items), frozenset(itself), {code: tuple(keys) for code, keys in because.items()})


SIGNED_BY_THEIR_ORGANS = frozenset({"thresholds", "fields", "materials", "items"})
"""What changes items, so that their organs sign; laws and the zone are for the lead department to keep."""


def organs_concerned(changed: Collection[Key], *catalogues: Catalogue) -> dict[str, tuple[Key, ...]]:
    """The organs whose matter a change is, each with the entries for which it signs (高新区一业一证方案 三(一); S-028).

    For an industry, the organs of all its items; for an organ, itself; else the organs of the items that rest on it.
    """
    users = _users(catalogues)
    found: dict[str, dict[Key, None]] = {}
    for key in sorted(changed):
        reached = _reached(key, users) if key[0] in SIGNED_BY_THEIR_ORGANS else set()
        for catalogue in catalogues:
            items = {code for kind, code in reached if kind == "items"} | _items_of(key, catalogue)
            organs = {catalogue.items[code].organ for code in items if code in catalogue.items}
            for organ in organs | ({key[1]} if key[0] == "organs" else set()):
                found.setdefault(organ, {})[key] = None
    return {organ: tuple(keys) for organ, keys in sorted(found.items())}


def _items_of(key: Key, catalogue: Catalogue) -> set[str]:
    """The items of the industry that is changed."""
    kind, code = key
    industry = catalogue.industries.get(code) if kind == "industries" else None
    return {use.item for use in industry.items} if industry else set()


def _reached(key: Key, users: Mapping[Key, set[Key]]) -> set[Key]:
    """An entry and everything that rests on it."""
    reached, fresh = {key}, {key}
    while fresh := _next(fresh, users) - reached:
        reached |= fresh
    return reached


def _next(keys: Iterable[Key], users: Mapping[Key, set[Key]]) -> set[Key]:
    return set[Key]().union(*(users.get(each, set()) for each in keys))


def _users(catalogues: Iterable[Catalogue]) -> dict[Key, set[Key]]:
    """Each entry with those that use it."""
    users: dict[Key, set[Key]] = {}
    for catalogue in catalogues:
        entries = [((kind, code), entry) for kind in KINDS for code, entry in getattr(catalogue, kind).items()]
        for key, entry in [*entries, (ZONE, catalogue.zone)]:
            for used in _uses(entry):
                users.setdefault(used, set()).add(key)
            if key[0] in {"items", "industries"}:
                users.setdefault(ZONE, set()).add(key)
    return users


def _uses(entry: Any) -> Iterator[Key]:
    """What an entry uses: organs, fields, materials and items by their code, thresholds in its rules, laws it cites."""
    for _, part in parts(entry):
        if isinstance(part, Rule):
            for _, rule in inner_rules(part):
                yield from (("thresholds", each) for each in (rule.at_least, rule.less_than) if isinstance(each, str))
            continue
        for name, kind in NAMES.items():
            if code := getattr(part, name, ""):
                yield kind, code
        if item := getattr(part, "item", ""):
            yield "items", item
        yield from (("fields", code) for code in getattr(part, "shared_fields", ()))
        yield from (("laws", basis.partition(" ")[0]) for basis in getattr(part, "basis", ()))
