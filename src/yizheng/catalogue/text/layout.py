"""Plain data → YAML for people who review and compare it: the same data always gives the same text, byte for byte.

What fits in a line stands in one, ``{a: b}``; a longer list or group has a line for each of its parts. Words stand bare
wherever every reader of YAML takes them for the same words, and in double quotes elsewhere; what cannot be seen on a
screen is written as its number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

WIDTH = 120
"""Columns of a line; a Chinese character takes two."""
STEP = 2

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\ud800-\udfff\ufeff\ufff0-\uffff"
    "\U000e0000-\U000e0fff]"
)
_OTHERWISE = re.compile(
    r"""~|null|true|false|yes|no|on|off                                  # a word that means a value
    |[0-9][0-9_]*(\.[0-9_]*)?(e[-+]?[0-9]+)?|0[xob][0-9a-f_]+            # a number
    |[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?                             # minutes and seconds
    |[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt\s].*)?                           # a day
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MARKS = re.compile(r"""[-?:,\[\]{}#&*!|>'"%@`+.=<~]|.*(?:[\[\]{},?]|:\s|\s\#|:$)""", re.VERBOSE)
_SHORT = {"\n": "\\n", "\t": "\\t"}


def mapping(data: Mapping[str, Any], indent: int = 0) -> list[str]:
    """The lines of a group of keys and values."""
    return [line for key, value in data.items() for line in _after(f"{' ' * indent}{_text(key)}:", value, indent)]


def row(data: Mapping[str, Any]) -> list[str]:
    """The lines of one row of a file that is a list: a line for each key."""
    return _dashed(mapping(data, STEP), 0) if data else ["- {}"]


def unseen(text: str) -> str:
    """The text without what would break a line, for a comment."""
    return _UNSEEN.sub(" ", text)


def _after(head: str, value: Any, indent: int) -> list[str]:
    """The lines that begin with ``head``, a key or a dash, and go on with the value."""
    if _is_verse(value):
        return [f"{head} |-", *(" " * (indent + STEP) + line for line in value.split("\n"))]
    line = f"{head} {_flow(value)}"
    if not value or not isinstance(value, Mapping | list) or (_width(line) <= WIDTH and not _has_verse(value)):
        return [line]
    return [head, *_block(value, indent + STEP)]


def _block(value: Any, indent: int) -> list[str]:
    return mapping(value, indent) if isinstance(value, Mapping) else _sequence(value, indent)


def _sequence(values: Sequence[Any], indent: int) -> list[str]:
    lines: list[str] = []
    for value in values:
        own = _after(f"{' ' * indent}-", value, indent)
        lines += own if len(own) == 1 or isinstance(value, str) else _dashed(_block(value, indent + STEP), indent)
    return lines


def _dashed(lines: list[str], indent: int) -> list[str]:
    return [f"{' ' * indent}- {lines[0].lstrip(' ')}", *lines[1:]]


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_text(key)}: {_flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(each) for each in value) + "]"
    if isinstance(value, str):
        return _text(value)
    return _plain(value)


def _plain(value: bool | float | None) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(int(value)) if value == int(value) else f"{Decimal(repr(value)):f}"


def _text(text: str) -> str:
    if text and text == text.strip() and not (
        _UNSEEN.search(text) or _MARKS.match(text) or _OTHERWISE.fullmatch(text)
    ):  # fmt: skip
        return text
    return '"' + _UNSEEN.sub(_number, re.sub(r'[\\"]', r"\\\g<0>", text)) + '"'


def _number(mark: re.Match[str]) -> str:
    place = ord(mark[0])
    shape = "x{:02x}" if place < 0x100 else "u{:04x}" if place < 0x10000 else "U{:08x}"
    return _SHORT.get(mark[0], "\\" + shape.format(place))


def _is_verse(value: Any) -> bool:
    """Whether it is several lines of ordinary words, which may stand as they are."""
    if not isinstance(value, str) or "\n" not in value:
        return False
    return all(line and line == line.strip() and not _UNSEEN.search(line) for line in value.split("\n"))


def _has_verse(value: Any) -> bool:
    parts = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    return _is_verse(value) or any(_has_verse(each) for each in parts)


def _width(line: str) -> int:
    return sum(2 if mark >= "\u2e80" else 1 for mark in line)
