"""Papers 文书 on A4, in the look of an official document 公文 (its parts after GB/T 9704-2012; domain §5 head)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from yizheng.law.papers.sheet import Sheet, Table
from yizheng.typeset import press
from yizheng.typeset.lines import lines_of, seal_lines, width

TEMPLATE = "sheet.typ"

LABEL = (5.0, 9.0)
ROW = 43.5
"""Labels of facts are between so many em wide; a row of the facts' table has room for so many em of text."""

NARROW = 5.5
WIDEST = 24.0
"""A column whose longest cell is at most ``NARROW`` em gets just that; the others share what is left, up to a limit."""
UNBROKEN = re.compile(r"[0-9A-Z-]{8,20}")
"""Numbers of certificates and telephones: a column that holds nothing longer gets their width."""


def paper_pdf(sheet: Sheet) -> bytes:
    """The sheet as PDF/A-2b, the same bytes for the same sheet; raises ``NoGlyph``, ``NoDay`` or ``NoFonts``."""
    return press.pdf(TEMPLATE, sheet_data(sheet), sheet.made_on)


def sheet_data(sheet: Sheet) -> dict[str, Any]:
    """What the template reads: the sheet, its facts laid in rows and its tables' columns measured."""
    label = min(max(max((width(name) for name, _ in sheet.facts), default=0.0), LABEL[0]), LABEL[1])
    return {
        **asdict(sheet),
        "organ_lines": lines_of(sheet.organ),
        "facts": list(_fact_rows(sheet.facts, ROW / 2 - label - 3.4)),
        "label_width": label,
        "tables": [{**asdict(table), "columns": columns(table)} for table in sheet.tables],
        "seal": seal_lines(sheet.seal),
    }


def _fact_rows(facts: Sequence[tuple[str, str]], room: float) -> Iterator[list[tuple[str, str]]]:
    """Two facts side by side where each value fits in ``room`` em, a longer one alone over the whole width."""
    waiting: tuple[str, str] | None = None
    for fact in facts:
        short = width(fact[1]) <= room
        if waiting and short:
            yield [waiting, fact]
            waiting = None
            continue
        if waiting:
            yield [waiting]
        waiting = fact if short else None
        if not short:
            yield [fact]
    if waiting:
        yield [waiting]


def columns(table: Table) -> list[dict[str, float | str]]:
    """How wide each column is: narrow ones in em, the others in shares; something must always take up the rest."""
    cells = [(head, *rest) for head, *rest in zip(table.head, *table.rows, strict=True)]
    longest = [max(map(width, column)) for column in cells]
    fixed = [each <= NARROW or each == _number(column) for each, column in zip(longest, cells, strict=True)]
    if all(fixed):
        return [{"unit": "fr", "size": 1.0} for _ in longest]
    return [
        {"unit": "em", "size": each} if is_fixed else {"unit": "fr", "size": min(each, WIDEST)}
        for each, is_fixed in zip(longest, fixed, strict=True)
    ]


def _number(column: Sequence[str]) -> float:
    """How wide the longest number of a column is that must not be broken; 0 when it has none."""
    return max((width(cell) for cell in column if UNBROKEN.fullmatch(cell)), default=0.0)
