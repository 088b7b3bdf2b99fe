"""The printed shape of a paper 文书: what every official document has in common (domain §5)."""

from __future__ import annotations

from dataclasses import dataclass

SEAL_NOTE = "演示印章—未接入国家电子印章系统"
"""Stands where the e-seal would: a self-made image of a seal is not an e-seal (在线政务服务规定 9)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table on a sheet; every row has as many cells as ``head``."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A paper as it is read, shown and printed, whatever the medium."""

    title: str
    number: str
    organ: str
    addressee: str
    made_on: str
    paragraphs: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    tables: tuple[Table, ...] = ()
    remedies: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    handler: str = ""
    contact: str = ""
    code: str = ""
    seal: str = SEAL_NOTE
