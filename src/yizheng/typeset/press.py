"""The press: one template and its data become one file, the same bytes for the same data (PDF/A-2b, ISO 19005-2)."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

from yizheng.typeset import fonts

TEMPLATES = Path(__file__).parent / "templates"
BEIJING = timezone(timedelta(hours=8))
STANDARD: Literal["a-2b"] = "a-2b"

_DAY = re.compile(r"(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})")
_one_at_a_time = threading.Lock()


class NoDay(ValueError):
    """The data carry no day on which the paper was made, so the file could not say it either."""


def pdf(template: str, data: Mapping[str, Any], made_on: str) -> bytes:
    """Set ``template`` with ``data`` as PDF/A-2b, dated ``made_on``; raises ``NoGlyph`` or ``NoDay``."""
    day = day_in(made_on)
    inputs = _inputs(data, day)
    with _one_at_a_time:
        made = _compiler().compile(
            input=TEMPLATES / template, format="pdf", sys_inputs=inputs, pdf_standards=[STANDARD], timestamp=day
        )
    return made if isinstance(made, bytes) else b"".join(made or ())


def pngs(template: str, data: Mapping[str, Any], made_on: str, ppi: int = 110) -> list[bytes]:
    """The same pages as pictures, ``ppi`` dots per inch: for previews and for looking at our own work."""
    inputs = _inputs(data, day_in(made_on))
    with _one_at_a_time:
        made = _compiler().compile(input=TEMPLATES / template, format="png", ppi=ppi, sys_inputs=inputs)
    return [made] if isinstance(made, bytes) else list(made or ())


def day_in(text: str) -> datetime:
    """Midnight in Beijing of the first day written in ``text`` (2026-03-20, 2026年3月20日); raises ``NoDay``."""
    found = _DAY.search(text)
    try:
        year, month, day = map(int, found.groups() if found else ())
        return datetime(year, month, day, tzinfo=BEIJING)
    except ValueError as error:
        raise NoDay(f"文书没有写明制作日期（「{text}」读不出年月日），因此未生成。") from error


def _inputs(data: Mapping[str, Any], day: datetime) -> dict[str, str]:
    fonts.require(_texts(data))
    stamp = {"year": day.year, "month": day.month, "day": day.day}
    return {"data": json.dumps({**data, "stamp": stamp}, ensure_ascii=False)}


def _texts(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _texts(value)


@cache
def _compiler() -> typst.Compiler:
    """Made once: opening the fonts is what costs time. Used by one thread at a time, as inputs are its state."""
    faces = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=sorted({str(path.parent) for path in fonts.files().values()}),
    )
    return typst.Compiler(root=TEMPLATES, font_paths=faces)
