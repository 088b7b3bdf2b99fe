"""The holder is reminded: of renewal 120, 90, 60 and 30 days before the last day, and of a version of the licence that
lies at the window, each once (domain §2.13 C12, C13).
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from yizheng.cases.commands.lapses import settle
from yizheng.cases.file import CaseFile, day_of, opening
from yizheng.law.authority import CLOCK
from yizheng.law.clocks import due
from yizheng.law.post_check import reissue_run
from yizheng.law.renewal import reminder
from yizheng.law.words import Standing
from yizheng.ledger.command import Answer, Refused, doing
from yizheng.licences.commands.lapses import settle_permits
from yizheng.licences.facts import renewal_window
from yizheng.licences.models import LicenceVersion, Permit
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


def remind_of_version(case_id: UUID, *, at: datetime) -> Answer | None:
    """Remind the holder of the newest version, not taken in three working days; None when there is none (C12)."""
    try:
        return doing(opening(case_id, settle, settle_permits), _remind_of_version, who=CLOCK, at=at)
    except NobodyToRemind:
        return None


def _remind_of_version(file: CaseFile) -> None:
    waiting = LicenceVersion.objects.filter(licence_id=file.case.id, handed_out__isnull=True).order_by("version").last()
    licence = shelf_of(file).licence
    if licence and waiting and waiting.version == licence.version > licence.reminded and licence.retired_at is None:
        last = due(reissue_run(day_of(waiting.issued_at)), file.calendar).on
        if file.today > last:
            file.act.change(licence, reminded=licence.version)
            told = {"number": licence.number, "version": licence.version, "due_on": last}
            file.act.enter(file.case, "licence.remind", told)
    if not file.act.entered:
        raise NobodyToRemind("没有要提醒领取的综合许可证。")


def _due(file: CaseFile, permit: Permit) -> int | None:
    """The reminder that is due and was not given yet; none when renewal has been asked for."""
    standing = standing_of(permit, file.today)
    if permit.until_on is None or not standing.holds or standing == Standing.RENEWING:
        return None
    days = reminder(permit.until_on, file.today)
    return days if days is not None and (not permit.reminded or days < permit.reminded) else None
