"""The shelf of a case: its permits, its licence and what its holder has asked for, read once in an act."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from yizheng.cases.file import CaseFile
from yizheng.law.changes import Request
from yizheng.law.permit_transitions import RUNS
from yizheng.law.permits import Asked, stands_on
from yizheng.law.words import Standing
from yizheng.ledger.command import NotFound
from yizheng.ledger.reading import Reading
from yizheng.licences.models import Licence, LicenceVersion, Permit, PermitRequest

ROOM, REQUESTS = "licences", "licences.requests"
PERMITS_OF_CASE = Reading(Permit, by="licence_id", along="licence")


@dataclass
class Shelf:
    """What a case has been granted so far."""

    permits: list[Permit] = field(default_factory=list)
    licence: Licence | None = None
    newest: LicenceVersion | None = None
    """The version that this act has issued, if it has."""

    def permit(self, permit_id: UUID) -> Permit:
        """One permit. Raises NotFound."""
        for permit in self.permits:
            if permit.id == permit_id:
                return permit
        raise NotFound("没有这项许可。")

    def running(self, on: date) -> list[Permit]:
        """The permits a licence lists on a day, in the order of their cases: in force, or suspended for a time."""
        held = [each for each in self.permits if standing_of(each, on) in RUNS]
        return sorted(held, key=lambda permit: (permit.place, permit.item))


def standing_of(permit: Permit, on: date) -> Standing:
    """How a permit stands on a day."""
    return stands_on(Standing(permit.standing), permit.until_on, permit.renewed_until_on, on)[0]


def until_of(permit: Permit, on: date) -> date | None:
    """Until when a permit holds as of a day: also where the law has renewed it and nobody has written it down yet."""
    return stands_on(Standing(permit.standing), permit.until_on, permit.renewed_until_on, on)[1]


def shelf_of(file: CaseFile) -> Shelf:
    """The shelf of the case that is open, or of the one it joins; another case may have laid something on it before."""
    if ROOM not in file.act.read:
        file.act.read[ROOM] = _read(file)
    shelf: Shelf = file.act.read[ROOM]
    return shelf


def requests_of(file: CaseFile) -> list[PermitRequest]:
    """Everything the holder has asked for in this case, the first one first."""
    if REQUESTS not in file.act.read:
        found = PermitRequest.objects.filter(permit__licence_id=file.case.home).order_by("asked_at")
        file.act.read[REQUESTS] = list(found)
    requests: list[PermitRequest] = file.act.read[REQUESTS]
    return requests


def waiting_for(file: CaseFile, permit: Permit) -> dict[Asked, PermitRequest]:
    """The requests about a permit that wait for a decision, by what they ask."""
    waiting: dict[Asked, PermitRequest] = {}
    for each in requests_of(file):
        if each.permit_id == permit.id and each.state == Request.WAITING:
            waiting["change" if each.kind == "change" else "renewal"] = each
    return waiting


def _read(file: CaseFile) -> Shelf:
    """What is on the licence; a case that joins another's locks that one, too, for they share it."""
    file.lock_home()
    permits = PERMITS_OF_CASE(file.case.home)
    file.know(each.item_case_id for each in permits)
    return Shelf(permits, permits[0].licence if permits else None)
