"""The shelf of a case: its permits and its comprehensive licence, read once in an act."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from yizheng.cases.file import CaseFile
from yizheng.law.permits import stands_on
from yizheng.law.words import Standing, State
from yizheng.ledger.reading import Reading
from yizheng.licences.models import Licence, Permit

ROOM = "licences"
PERMITS_OF_CASE = Reading(Permit, by="licence_id", along="licence")


@dataclass
class Shelf:
    """What a case has been granted so far."""

    permits: list[Permit] = field(default_factory=list)
    licence: Licence | None = None

    def in_force(self, on: date) -> list[Permit]:
        """The permits in force on a day, in the order of the case."""
        held = [each for each in self.permits if stands_on(Standing(each.standing), each.until_on, None, on)[0].holds]
        return sorted(held, key=lambda permit: permit.place)


def shelf_of(file: CaseFile) -> Shelf:
    """The shelf of the case that is open; nothing is asked of the database when nothing was granted before this act."""
    if ROOM not in file.act.read:
        file.act.read[ROOM] = _read(file) if _granted_before(file) else Shelf()
    shelf: Shelf = file.act.read[ROOM]
    return shelf


def _granted_before(file: CaseFile) -> bool:
    now = {entry.item_id for entry in file.act.entered}
    return any(each.state == State.GRANTED and each.id not in now for each in file.items)


def _read(file: CaseFile) -> Shelf:
    permits = PERMITS_OF_CASE(file.case.id)
    return Shelf(permits, permits[0].licence if permits else None)
