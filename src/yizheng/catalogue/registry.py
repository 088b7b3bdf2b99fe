"""The registry of laws and policies: what rests on which, and what cites one that is not in force (domain §4.5(1))."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from yizheng.catalogue.text.faults import Fault
from yizheng.catalogue.text.reading import Reading
from yizheng.catalogue.walking import Path_, entries, parts
from yizheng.law.items import Catalogue, Law

RULE = "依据现行有效"
LEVELS = ("法律", "行政法规", "国务院决定", "地方性法规", "部门规章", "规范性文件", "国家标准")
"""From the highest down; other documents stand at the end."""


def rank(level: str) -> tuple[int, str]:
    """What to sort laws by, from the highest level down."""
    return (LEVELS.index(level) if level in LEVELS else len(LEVELS)), level


def outdated(reading: Reading, on: date) -> list[Fault]:
    """Every row that cites what is repealed, or not yet in force, on that day; a word to whoever keeps the texts."""
    laws: dict[str, Law] = reading.entries["laws"]
    found = []
    for kind, code, entry in entries(reading):
        for path, basis in _citations(entry):
            if sentence := why_not(laws.get(basis.partition(" ")[0]), on):
                found.append(reading.fault(kind, code, path, RULE, sentence))
    return sorted(found)


def why_not(law: Law | None, on: date) -> str:
    """Why a law must not be cited on that day; "" when it may, or is none of ours."""
    if law is None:
        return ""
    if law.in_force_until and law.in_force_until < on.isoformat():
        instead = f"，改引“{law.replaced_by}”" if law.replaced_by else "，请改引现行规定"
        return f"“{law.short}”已于{law.in_force_until}废止{instead}"
    if law.in_force_from > on.isoformat():
        return f"“{law.short}”到{law.in_force_from}才施行"
    return ""


def open_questions(reading: Reading) -> str:
    """What the lead department has still to find out before the texts may be relied on; "" when nothing."""
    unsure = sum(
        getattr(part, "confidence", "") == "unconfirmed" for _, _, entry in entries(reading) for _, part in parts(entry)
    )
    powers = sum(not item.power_confirmed for item in reading.entries["items"].values())
    said = (
        (f"{powers} 个事项的审批权限还没有确认（power_confirmed）", powers),
        (f"{unsure} 处标为待核实（unconfirmed）", unsure),
    )
    return "；".join(sentence for sentence, number in said if number)


def cited(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """The laws by their short names, each with the codes of what cites it; also those that nothing cites."""
    found: dict[str, dict[str, None]] = {short: {} for short in catalogue.laws}
    for kind in ("thresholds", "fields", "materials", "items", "industries"):
        for code, entry in getattr(catalogue, kind).items():
            for _, basis in _citations(entry):
                found[basis.partition(" ")[0]][code] = None
    return {short: tuple(codes) for short, codes in found.items()}


def _citations(entry: object) -> Iterator[tuple[Path_, str]]:
    for path, part in parts(entry):
        for place, basis in enumerate(getattr(part, "basis", ())):
            yield (*path, "basis", place), basis
