"""How a permit comes to stand: its row and the line of its history change together, from one entry of the book."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from yizheng.cases.file import CaseFile
from yizheng.law.changes import Request
from yizheng.law.permits import nothing_left_to_decide
from yizheng.law.words import Standing
from yizheng.ledger.models import Entry
from yizheng.licences.facts import renewed_by_law
from yizheng.licences.models import Permit, PermitStanding
from yizheng.licences.shelf import waiting_for

KEPT = ("standing", "from_on", "until_on", "renewed_until_on", "holder", "representative", "premises", "note")
"""What the history keeps of a permit at every change, so that any past day can be shown."""


def stand(file: CaseFile, permit: Permit, entry: Entry, ground: str, **columns: Any) -> None:
    """Let a permit stand so from the moment of the entry on."""
    file.act.change(permit, **columns)
    kept = {name: getattr(permit, name) for name in KEPT}
    file.act.add(PermitStanding(permit=permit, since=entry.at, ground=ground, entry_id=entry.id, **kept))


def close_what_waits(file: CaseFile, permit: Permit, to: Standing, at: datetime) -> dict[str, Any]:
    """Close every request that nobody can decide any more after a step to ``to``; the columns that go with it."""
    waiting = waiting_for(file, permit)
    by_law = renewed_by_law(permit, waiting.values(), file.today)
    if not nothing_left_to_decide(to, waiting.keys(), by_law=by_law):
        return {}
    for request in waiting.values():
        file.act.change(request, state=Request.MOOT, decided_at=at)
    return {"renewed_until_on": None}
