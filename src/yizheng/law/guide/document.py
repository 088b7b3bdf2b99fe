"""A published document in sections, whatever the medium: the work specification, the filled sample."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from yizheng.law.papers.sheet import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section: what it says, its tables, and which chart is drawn in it."""

    title: str
    paragraphs: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    chart: Literal["", "outside", "inside"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The document; ``version`` is that of the catalogue it is made from."""

    title: str
    subtitle: str
    organ: str
    version: str
    sections: tuple[Section, ...]
