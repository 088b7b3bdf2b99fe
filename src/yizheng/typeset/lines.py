"""How wide text runs, and where names break into lines."""

from __future__ import annotations

from unicodedata import east_asian_width

LONG_ORGAN = 20
SEAL_LINE = 8
"""Longer than this, in em: an organ's name breaks before its bracket, a line of a seal's note in the middle."""


def width(text: str) -> float:
    """How wide a text runs, in em: a Chinese character is one, a digit or small letter about half of one."""
    return sum(1.0 if east_asian_width(c) in "WFA" else 0.65 if c.isupper() else 0.56 for c in text)


def lines_of(organ: str) -> list[str]:
    """An organ's name in lines: a long one breaks before its bracket, not within a word."""
    name, bracket, rest = organ.partition("（")
    return [name, bracket + rest] if name and bracket and width(organ) > LONG_ORGAN else [organ]


def seal_lines(note: str) -> list[str]:
    """The note in a seal's place, in lines that fit its ring: broken at the dash, and in the middle if still long."""
    lines: list[str] = []
    for part in note.split("—"):
        half = len(part) // 2
        lines.extend((part[:half], part[half:]) if len(part) > SEAL_LINE else (part,))
    return lines
