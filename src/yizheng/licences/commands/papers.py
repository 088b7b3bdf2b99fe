"""The papers about a permit: by its organ or the one that supervises it, and what becomes of the licence (§5.15)."""

from __future__ import annotations

from typing import Any

from yizheng.cases.file import CaseFile
from yizheng.cases.papers import Due, document_number, made, series_of
from yizheng.law.authority import Who
from yizheng.law.papers import Paper
from yizheng.licences.models import Permit
from yizheng.licences.shelf import shelf_of


def paper_about(
    file: CaseFile, permit: Permit, paper: Paper, who: Who, *, organ: str = "", ends: bool = False, **head: Any
) -> dict[str, str]:
    """Make a paper about a permit, and give its id and number; ``ends`` when the licence lists the permit no more."""
    due = Due(paper, file.item_case(permit.item_case_id), organ or permit.organ)
    series = series_of(file, due)
    (serial,) = file.act.numbers([series])
    shelf = shelf_of(file)
    left = [each for each in shelf.running(file.today) if not ends or each.id != permit.id]
    licence = shelf.licence
    told = {
        "permit_number": permit.number,
        "applicant": permit.holder,
        "place": permit.premises,
        "valid_from": permit.from_on,
        "valid_until": permit.until_on,
        "permits_left": len(left),
        "has_licence": licence is not None and licence.version > 0 and licence.retired_at is None,
    }
    number = document_number(series, serial)
    record = made(file, due, number, who=who, on_head={**told, **head})
    return {"paper": str(record.id), "number": number}
