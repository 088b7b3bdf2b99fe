"""A new calendar moves days: every running clock is worked out again, and the book says what moved (domain §7-7)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from yizheng.cases.commands.lapses import settle
from yizheng.cases.file import CaseFile, opening
from yizheng.cases.timing import due_on, runs_of
from yizheng.law.authority import CLOCK
from yizheng.ledger.command import Answer, Refused, doing


class NothingMoved(Refused):
    """No day of this case moved."""


def redate_case(case_id: UUID, *, at: datetime) -> Answer | None:
    """Work out the due days of a case again with the calendar as it is now; None when none moved."""
    try:
        return doing(opening(case_id, settle), _redate, who=CLOCK, at=at)
    except NothingMoved:
        return None


def _redate(file: CaseFile) -> None:
    moved = False
    for item_case in file.items:
        day = due_on(runs_of(item_case), file.calendar)
        if day == item_case.due_on:
            continue
        before, moved = item_case.due_on, True
        file.act.change(item_case, due_on=day)
        file.act.enter(
            file.case,
            "clock.redate",
            {"item": item_case.item, "before": before, "became": {"due_on": day}, "calendar": file.calendar.digest},
            item_id=item_case.id,
        )
    if not moved and not file.act.entered:
        raise NothingMoved("没有期限因日历调整而变动。")
