"""What is published about an industry, in print: specification and filled sample, leaflet A4, poster A3 (S-112)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from yizheng.law.flow import Chart, steps
from yizheng.law.guide import Document, Guide, Section
from yizheng.typeset import press
from yizheng.typeset.charts import balanced
from yizheng.typeset.licences import licence_svg_qr
from yizheng.typeset.sheets import columns

COLUMN = 1100.0
"""How tall a piece of a chart may be to be readable when two stand side by side on A4, in units of the chart."""


def document_pdf(document: Document, made_on: str, charts: Mapping[str, Chart]) -> bytes:
    """The document as PDF/A-2b, its charts by their names; raises ``NoGlyph``, ``NoDay`` or ``NoFonts``."""
    return press.pdf("document.typ", document_data(document, made_on, charts), made_on)


def document_data(document: Document, made_on: str, charts: Mapping[str, Chart]) -> dict[str, Any]:
    """What the template reads: the sections with their tables' columns measured and their charts cut in pieces."""

    def section(each: Section) -> dict[str, Any]:
        tables = [{**asdict(table), "columns": columns(table)} for table in each.tables if table.rows]
        drawn = list(map(asdict, balanced(charts[each.chart], COLUMN))) if each.chart else []
        return {**asdict(each), "tables": tables, "pieces": drawn}

    return {**asdict(document), "made_on": made_on, "sections": list(map(section, document.sections))}


def leaflet_pdf(guide: Guide, chart: Chart, address: str, made_on: str) -> bytes:
    """The counter leaflet, A4 on both sides: the four blocks, and the flow chart on its back (S-113)."""
    return press.pdf("leaflet.typ", leaflet_data(guide, chart, address, made_on), made_on)


def poster_pdf(guide: Guide, chart: Chart, address: str, made_on: str) -> bytes:
    """The poster for the hall, A3, with the code that opens the guide (S-112)."""
    return press.pdf("poster.typ", leaflet_data(guide, chart, address, made_on), made_on)


def leaflet_data(guide: Guide, chart: Chart, address: str, made_on: str) -> dict[str, Any]:
    """What both templates read."""
    return {
        "name": guide.name,
        "everyday": guide.everyday,
        "zone": guide.zone,
        "version": guide.version,
        "sample": guide.sample,
        "made_on": made_on,
        "items": [
            {"name": each.name, "organ": each.organ, "promise": each.promise, "marks": "、".join(each.marks)}
            for each in guide.items
        ],
        "organs": [{"name": each.name, "phone": each.phone, "address": each.address} for each in guide.organs],
        "place": asdict(guide.place),
        "steps": [{"title": title, "note": note} for title, note in steps(chart)],
        "materials": [each.name for each in guide.by_hand],
        "spared": len(guide.fetched),
        "elsewhere": [{"text": text, "where": where} for text, where, _ in guide.not_covered],
        "pieces": list(map(asdict, balanced(chart))),
        "qr": licence_svg_qr(address),
        "address": address,
    }
