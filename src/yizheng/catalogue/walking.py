"""Walking over the entries of a catalogue: every value in them with the path at which it stands in its file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from yizheng.catalogue.text.reading import Reading
from yizheng.law.items import Catalogue, Industry
from yizheng.law.rules import Rule

Path_ = tuple[str | int, ...]


def entries(reading: Reading) -> Iterator[tuple[str, str, Any]]:
    """Every entry: its kind, its code, itself."""
    for kind, known in reading.entries.items():
        for code, entry in known.items():
            yield kind, code, entry


def parts(value: Any, path: Path_ = ()) -> Iterator[tuple[Path_, Any]]:
    """The dataclasses inside a value, the value itself included, each with its path; rules are not taken apart."""
    if isinstance(value, tuple):
        for place, each in enumerate(value):
            yield from parts(each, (*path, place))
    elif is_dataclass(value):
        yield path, value
        if not isinstance(value, Rule):
            for each in fields(value):
                yield from parts(getattr(value, each.name), (*path, each.name))


def rules(value: Any) -> Iterator[tuple[Path_, Rule]]:
    """The rules inside a value, each whole, with its path."""
    return ((path, part) for path, part in parts(value) if isinstance(part, Rule))


def inner_rules(rule: Rule, path: Path_ = ()) -> Iterator[tuple[Path_, Rule]]:
    """A rule and those it is made of, each with its path."""
    yield path, rule
    for name in ("all", "any"):
        for place, each in enumerate(getattr(rule, name)):
            yield from inner_rules(each, (*path, name, place))
    if rule.unless is not None:
        yield from inner_rules(rule.unless, (*path, "unless"))


def tests_of(industry: Industry, catalogue: Catalogue) -> list[Rule]:
    """Every rule, and part of one, that may look at this industry's answers: its own, its items', its form's."""
    items = [catalogue.items[use.item] for use in industry.items]
    specs = [catalogue.fields[code] for code in fields_of(industry, catalogue)]
    return [each for entry in (industry, *items, *specs) for _, rule in rules(entry) for _, each in inner_rules(rule)]


def fields_of(industry: Industry, catalogue: Catalogue) -> list[str]:
    """The codes of all fields that the industry's form may ask for."""
    items = [catalogue.items[use.item] for use in industry.items]
    return sorted({*industry.shared_fields, *(use.field for item in items for use in item.fields)})
