"""The organs' application figures as they report them: one CSV, read as a whole or refused line by line (S-018)."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from yizheng.law.items import Catalogue
from yizheng.law.numbers import credit_code_fault, id_number_fault

MOST_BYTES, MOST_ROWS, MOST_FAULTS = 5 * 1024 * 1024, 50_000, 20
YEARS_KEPT = 3
"""Older applications say little of what people need now, and are not kept (个人信息保护法 19)."""

LONGEST_ITEM, LONGEST_APPLICANT = 60, 64

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "item": ("事项编码或名称", "事项编码", "事项名称", "事项"),
    "applicant": ("申请人统一社会信用代码", "统一社会信用代码", "申请人标识", "申请人编号"),
    "on": ("申请日期", "申请时间"),
    "gbt": ("国民经济行业代码", "行业代码"),
}
"""What the columns may be called; the class of GB/T 4754 may be missing."""

ASKED = "、".join(names[0] for column, names in COLUMNS.items() if column != "gbt")
DAY = re.compile(r"(\d{4})(?:[-/.年]?)(\d{1,2})(?:[-/.月]?)(\d{1,2})日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?")
PHONE = re.compile(r"1\d{10}")
CLASS = re.compile(r"[A-T]?(\d{2,4})")


Line = tuple[int, Sequence[str]]
"""The number of the line in the file on which a row ends, and its cells."""


@dataclass(frozen=True, slots=True)
class Row:
    """One application as reported: the item by its code where it is one of ours, the applicant as given."""

    item: str
    applicant: str
    on: date
    gbt: str


@dataclass(frozen=True, slots=True)
class Read:
    """What was read: the rows, how many said the same twice, how many were too old to be kept; or every fault."""

    rows: tuple[Row, ...] = ()
    twice: int = 0
    too_old: int = 0
    faults: tuple[str, ...] = ()


def kept_from(on: date) -> date:
    """The first day whose applications are still kept on a day."""
    return on.replace(year=on.year - YEARS_KEPT, day=min(on.day, 28))


def read(data: bytes, catalogue: Catalogue, on: date) -> Read:
    """Read a file on a day. What is wrong is said by line; nothing said shows an applicant."""
    if not data or len(data) > MOST_BYTES:
        return Read(
            faults=("文件是空的。" if not data else f"文件超过{MOST_BYTES // 1024 // 1024}兆，请分成几个文件报送。",)
        )
    text = _text(data)
    if text is None:
        return Read(faults=("文件读不出来：请在表格软件里另存为“CSV（UTF-8）”再报送。",))
    try:
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        lines = [(reader.line_num, cells) for cells in reader]
    except csv.Error:
        return Read(faults=("文件不是完整的 CSV：引号没有成对，或者格子太长。请重新导出。",))
    return _rows(lines, catalogue, on)


def _text(data: bytes) -> str | None:
    """The text, in UTF-8 or as spreadsheets in China save it."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text
    return None


def _rows(lines: Sequence[Line], catalogue: Catalogue, on: date) -> Read:
    (_, head), *rest = lines or [(1, [])]
    places = _places(head)
    if missing := [names[0] for column, names in COLUMNS.items() if column != "gbt" and column not in places]:
        return Read(faults=(f"第1行：没有“{'”“'.join(missing)}”这一列。第一行要写列名：{ASKED}。",))
    if len(rest) > MOST_ROWS:
        return Read(faults=(f"超过{MOST_ROWS}行，请分成几个文件报送。",))
    reading = _Reading(places, _codes(catalogue), on)
    rows: dict[Row, None] = {}
    faults, twice, too_old = [], 0, 0
    for number, line in rest:
        if not any(cell.strip() for cell in line):
            continue
        found = reading.row(line)
        if isinstance(found, str):
            faults.append(f"第{number}行：{found}")
        elif found.on < kept_from(on):
            too_old += 1
        else:
            twice += found in rows
            rows[found] = None
    return _read(rows, twice, too_old, faults)


def _read(rows: Iterable[Row], twice: int, too_old: int, faults: Sequence[str]) -> Read:
    if faults:
        more = (f"还有{len(faults) - MOST_FAULTS}行有同类问题。",) if len(faults) > MOST_FAULTS else ()
        return Read(faults=(*faults[:MOST_FAULTS], *more))
    kept = tuple(rows)
    if not kept:
        return Read(faults=(f"文件里没有近{YEARS_KEPT}年的申请。",))
    return Read(rows=kept, twice=twice, too_old=too_old)


def _places(head: Sequence[str]) -> dict[str, int]:
    """In which column each of what is asked stands."""
    named = {_plain(name): place for place, name in reversed(list(enumerate(head)))}
    found = {column: [named[name] for name in names if name in named] for column, names in COLUMNS.items()}
    return {column: places[0] for column, places in found.items() if places}


def _codes(catalogue: Catalogue) -> dict[str, str]:
    """The items of the catalogue by whatever they may be called: code, name, short name."""
    return {_plain(name): item.code for item in catalogue.items.values() for name in (item.name, item.short, item.code)}


@dataclass(frozen=True, slots=True)
class _Reading:
    """How a line is read: where its columns stand, what our items are called, on which day."""

    places: Mapping[str, int]
    codes: Mapping[str, str]
    on: date

    def row(self, line: Sequence[str]) -> Row | str:
        """The row, or what is wrong with it."""
        cells = {column: _plain(line[place]) if place < len(line) else "" for column, place in self.places.items()}
        day = _day(cells["on"])
        faults = (*_text_faults(cells), *self._day_faults(cells["on"], day), *_class_faults(cells.get("gbt", "")))
        if faults or day is None:
            return "".join(faults)
        item = cells["item"]
        gbt = CLASS.fullmatch(cells.get("gbt", "").upper())
        return Row(self.codes.get(item, item), cells["applicant"].upper(), day, gbt.group(1) if gbt else "")

    def _day_faults(self, said: str, day: date | None) -> Iterator[str]:
        if day is None:
            yield "没有填申请日期。" if not said else "申请日期看不懂，请写成 2026-03-02 这样。"
        elif day > self.on:
            yield "申请日期还没有到。"


def _text_faults(cells: Mapping[str, str]) -> Iterator[str]:
    for column, what, longest in (("item", "事项", LONGEST_ITEM), ("applicant", "申请人标识", LONGEST_APPLICANT)):
        if not cells[column]:
            yield f"没有填{what}。"
        elif len(cells[column]) > longest:
            yield f"{what}超过{longest}个字。"
    if _is_somebody(cells["item"]):
        yield "事项一栏里是号码，不是事项：请核对列名有没有写错。"


def _is_somebody(said: str) -> bool:
    """Whether it is the number of a company, of a person or of a telephone: it would be kept as it is written."""
    return not credit_code_fault(said) or not id_number_fault(said) or PHONE.fullmatch(said) is not None


def _class_faults(said: str) -> Iterator[str]:
    if said and not CLASS.fullmatch(said.upper()):
        yield "国民经济行业代码应是两到四位数字，例如 6210。"


def _plain(cell: str) -> str:
    """A cell in half-width signs, without spaces around it and without signs that do not print."""
    folded = unicodedata.normalize("NFKC", cell)
    return "".join(sign for sign in folded if unicodedata.category(sign)[0] != "C").strip()


def _day(said: str) -> date | None:
    """The day in one of the ways in which people write it."""
    parts = DAY.fullmatch(said)
    try:
        return date(int(parts[1]), int(parts[2]), int(parts[3])) if parts else None
    except ValueError:
        return None
