"""The shape of every field of an entry: how it is entered, what stands for nothing, which rows and parts it has.

All of it is read off the dataclasses of `law.items` and their names, so that a new field needs a name and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter

from yizheng.catalogue.editing.naming import NAMED, Word
from yizheng.law.rules import Rule
from yizheng.law.terms import Term

Way = Literal[
    "line", "long", "number", "whole", "bool", "choice", "day", "lines", "code", "codes", "term", "rule", "part", "rows"
]
Raw = Mapping[str, Any]
"""The plain data of an entry or a part of one, as it stands in its text: what says nothing new is left out."""

REQUIRED = object()
"""The default of a field that has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One field: its way of being entered; ``of`` is what its part or rows are made of."""

    name: str
    word: Word
    way: Way
    default: Any
    optional: bool = False
    of: type | None = None
    labels: Mapping[str, str]

    @property
    def required(self) -> bool:
        """Whether it has to be there."""
        return self.default is REQUIRED

    @property
    def apart(self) -> bool:
        """Whether it is a list of rows that are each edited on a page of their own."""
        return self.way == "rows" and not self.word.inline


@cache
def shapes(of: type) -> tuple[Shape, ...]:
    """The fields of a dataclass in the order of its form."""
    hints, known = get_type_hints(of), {each.name: each for each in fields(of)}
    return tuple(_shape(word, known[name], hints[name]) for name, word in NAMED[of].words.items())


def shape(of: type, name: str) -> Shape:
    """One field of a dataclass. Raises KeyError."""
    found = {each.name: each for each in shapes(of)}
    return found[name]


@cache
def _adapter(of: Any) -> TypeAdapter[Any]:
    return TypeAdapter(of)


def plain(value: Any) -> Any:
    """An entry, or a value of one, as its plain data, defaults left out."""
    if not is_dataclass(value) or isinstance(value, type):
        return [plain(each) for each in value] if isinstance(value, tuple) else _bare(value)
    data: Raw = _adapter(type(value)).dump_python(value, mode="json", exclude_defaults=True)
    return data


def typed(of: Any, raw: Any) -> Any:
    """The inverse of `plain`. Raises ValueError for what is not one."""
    return _adapter(of).validate_python(raw)


def _bare(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _shape(word: Word, field: Field[Any], hint: Any) -> Shape:
    inner, optional = _without_none(hint)
    way, of = _way(word, inner)
    default = REQUIRED if field.default is MISSING else plain(field.default)
    return Shape(name=field.name, word=word, way=way, default=default, optional=optional, of=of, labels=word.labels)


def _without_none(hint: Any) -> tuple[Any, bool]:
    if get_origin(hint) not in (UnionType, Union):
        return hint, False
    inner = [each for each in get_args(hint) if each is not NoneType]
    return inner[0], len(inner) < len(get_args(hint))


_PLAIN: Mapping[Any, Way] = {bool: "bool", int: "whole", float: "number", date: "day", Term: "term", Rule: "rule"}


def _way(word: Word, hint: Any) -> tuple[Way, type | None]:
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        if is_dataclass(inner) and isinstance(inner, type):
            return "rows", inner
        return ("codes" if word.names and word.names != "laws" else "lines"), None
    if hint in _PLAIN:
        return _PLAIN[hint], None
    if is_dataclass(hint) and isinstance(hint, type):
        return "part", hint
    if word.labels:
        return "choice", None
    return ("code" if word.names else "long" if word.long else "line"), None
