"""How a permit comes to stand: its row and the line of its history change together, from one entry of the book."""

from __future__ import annotations

from typing import Any

from yizheng.cases.file import CaseFile
from yizheng.ledger.models import Entry
from yizheng.licences.models import Permit, PermitStanding

KEPT = ("standing", "from_on", "until_on", "renewed_until_on", "holder", "representative", "premises", "note")
"""What the history keeps of a permit at every change, so that any past day can be shown."""


def stand(file: CaseFile, permit: Permit, entry: Entry, ground: str, **columns: Any) -> None:
    """Let a permit stand so from the moment of the entry on."""
    file.act.change(permit, **columns)
    kept = {name: getattr(permit, name) for name in KEPT}
    file.act.add(PermitStanding(permit=permit, since=entry.at, ground=ground, entry_id=entry.id, **kept))
