"""The holder is reminded of renewal 120, 90, 60 and 30 days before the last day, each once (domain §2.13 C13)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from yizheng.cases.commands.lapses import settle
from yizheng.cases.file import CaseFile, opening
from yizheng.law.authority import CLOCK
from yizheng.law.renewal import reminder
from yizheng.law.words import Standing
from yizheng.ledger.command import Answer, Refused, doing
from yizheng.licences.commands.lapses import settle_permits
from yizheng.licences.facts import renewal_window
from yizheng.licences.models import Permit
from yizheng.licences.shelf import shelf_of, standing_of


class NobodyToRemind(Refused):
    """No permit of this case has a reminder due."""


def remind(case_id: UUID, *, at: datetime) -> Answer | None:
    """Enter the reminders of a case that are due by ``at``; None when there are none."""
    try:
        return doing(opening(case_id, settle, settle_permits), _remind, who=CLOCK, at=at)
    except NobodyToRemind:
        return None


def _remind(file: CaseFile) -> None:
    for permit in shelf_of(file).permits:
        days = _due(file, permit)
        if days is None:
            continue
        asked = renewal_window(file.catalogue.items[permit.item], permit.until_on, file.calendar)
        assert asked is not None  # it has a last day
        file.act.change(permit, reminded=days)
        told = {"permit": str(permit.id), "number": permit.number, "days": days, "until_on": permit.until_on}
        told |= {"opens_on": asked.opens_on, "warn_on": asked.warn_on}
        file.act.enter(file.case, "permit.remind", told, item_id=permit.item_case_id)
    if not file.act.entered:
        raise NobodyToRemind("没有要提醒的许可。")


def _due(file: CaseFile, permit: Permit) -> int | None:
    """The reminder that is due and was not given yet; none when renewal has been asked for."""
    standing = standing_of(permit, file.today)
    if permit.until_on is None or not standing.holds or standing == Standing.RENEWING:
        return None
    days = reminder(permit.until_on, file.today)
    return days if days is not None and (not permit.reminded or days < permit.reminded) else None
