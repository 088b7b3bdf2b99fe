"""A catalogue → the texts of ``regulations/``, always the same for the same content (docs/decisions, canonical text).

Reading what is written gives the same catalogue, and writing that again the same texts, byte for byte. Laws stand from
the highest level down, then by short name; fields by group, then by code; everything else by its code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from yizheng.catalogue.registry import rank
from yizheng.catalogue.text.kinds import KINDS, Kind
from yizheng.catalogue.text.layout import mapping, row, unseen
from yizheng.catalogue.text.reading import Raw, plain_entries, texts_in
from yizheng.law.items import Catalogue

HEADERS: Mapping[str, tuple[str, ...]] = {
    "zone": (
        "The zone this catalogue is for. Codes: domain §3.3 (370271 was the statistics-use code of the zone until "
        "2022).",
    ),
    "laws": (
        'Laws, regulations and policies that rows cite as "short name article". A short name has no space in it.',
    ),
    "organs": (
        "Organs 实施机关. Names of sections, codes, phones and addresses are examples; whom to turn to is plausible "
        "configuration (domain §2.7).",
    ),
    "thresholds": (
        "Figures that rules name. Those marked plausible are set locally and must be replaced by the published ones; "
        "real ones stand in the law.",
    ),
    "fields": (
        "The field dictionary: every fact is asked once in a case (一数一源, 国令716 7); purpose and basis say why "
        "(行政许可法 31).",
    ),
    "materials": (
        "The material library (domain §4.2): each is handed in once, whatever the number of items that use it.",
        "source: applicant | sharing 免提交 | generated 系统生成 | third_party | internal 内部流转",
    ),
}
"""What stands above the entries of a file."""


def texts_of(entries: Mapping[str, Mapping[str, Raw]]) -> dict[str, str]:
    """The files by name, with the entries that `reading.plain_entries` gives, or any others of their shape."""
    texts: dict[str, str] = {}
    for name, kind in KINDS.items():
        known = entries.get(name, {})
        if kind.alone:
            texts |= {kind.file(code): _lines(mapping(data)) for code, data in sorted(known.items())}
        else:
            texts[kind.place] = _lines([*(f"# {line}" for line in HEADERS[name]), *_entries(kind, known)])
    return texts


def canonical(catalogue: Catalogue) -> dict[str, str]:
    """The files of a catalogue, by name."""
    return texts_of(plain_entries(catalogue))


def untidy(folder: Path, catalogue: Catalogue) -> dict[str, str]:
    """The files of a folder, read as this catalogue, that are not written as they should be, as they should be."""
    found = texts_in(folder)
    return {name: text for name, text in canonical(catalogue).items() if found.get(name) != text.encode()}


def _entries(kind: Kind, known: Mapping[str, Raw]) -> Iterator[str]:
    if not kind.code:
        yield from mapping(known.get("", {}))
        return
    if not known:
        yield "[]"
    group = None
    for _, data in sorted(known.items(), key=lambda entry: (*_first(kind, entry[1]), entry[0])):
        if kind.name == "fields" and data.get("group") != group:
            group = data.get("group")
            yield f"# ---- {unseen(str(group))} ----"
        yield from row(data)


def _first(kind: Kind, data: Raw) -> tuple[Any, ...]:
    """What entries of a kind stand in order of, before their codes."""
    if kind.name == "laws":
        return rank(str(data.get("level", "")))
    return (str(data.get("group", "")),) if kind.name == "fields" else ()


def _lines(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
