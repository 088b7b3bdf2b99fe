"""A new calendar moves days: every running clock is worked out again, and the book says what moved and why (domain
§7-7).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from yizheng.cases.commands.lapses import settle
from yizheng.cases.file import CaseFile, opening
from yizheng.cases.models import ItemCase, Rating
from yizheng.cases.outcome import derived, joint_of, settle_state
from yizheng.cases.ratings import moved_ratings
from yizheng.cases.timing import Moved, days_of, lamps_of, moved_clocks, runs_of
from yizheng.catalogue.publishing import Earlier, calendar_before
from yizheng.law.authority import CLOCK
from yizheng.law.calendar import Calendar
from yizheng.law.calendar_changes import bearing, changed_days
from yizheng.ledger.book import entries_of
from yizheng.ledger.command import Answer, Refused, doing

KIND = "clock.redate"
KIND_OF_CASE = "case.derive"


class NothingMoved(Refused):
    """No day of this case moved."""


def redate_case(case_id: UUID, *, at: datetime) -> Answer | None:
    """Work out the days of a case again with the calendar as it is now; None when none moved."""
    earlier = calendar_before(at)
    try:
        return doing(opening(case_id, settle), lambda file: _redate(file, earlier), who=CLOCK, at=at)
    except NothingMoved:
        return None


def _redate(file: CaseFile, earlier: Earlier | None) -> None:
    said = [entry.item_id for entry in entries_of(file.case.id) if _is_by(entry.kind, entry.data, file.calendar)]
    for item_case in file.items:
        runs = runs_of(item_case)
        days = days_of(runs, file.calendar)
        changed = any(getattr(item_case, name) != day for name, day in days.items())
        moved = moved_clocks(runs, file.calendar, earlier, told_that_day=changed)
        lamps = lamps_of(runs, file.calendar)
        if not changed and (not moved or item_case.id in said):
            _relight(file, item_case, lamps)
            continue
        data = {
            "item": item_case.item,
            "before": item_case.due_on,
            "became": days | lamps,
            "calendar": file.calendar.digest,
            "clocks": [{"clock": run.clock, "before": was, "became": now} for run, was, now in moved],
            "because": _because(moved, file.calendar, earlier),
        }
        file.act.change(item_case, **days, **lamps)
        file.act.enter(file.case, KIND, data, item_id=item_case.id)
    _redate_ratings(file)
    _derive(file, earlier)
    if not file.act.entered:
        raise NothingMoved("没有期限因日历调整而变动。")


def _redate_ratings(file: CaseFile) -> None:
    """The day by which a bad rating is answered (C17); only staff were told it, so only the book says that it moved."""
    for rating, became in moved_ratings(Rating.objects.filter(case_id=file.case.id), file.calendar):
        said = {"rating": str(rating.id), "organ": rating.organ, "before": rating.due_on, "became": became}
        file.act.change(rating, due_on=became)
        file.act.enter(file.case, "rating.redate", {**said, "calendar": file.calendar.digest})


def _derive(file: CaseFile, earlier: Earlier | None) -> None:
    """The state of the case and the cap on it, worked out anew; where one was another, the book says what it was."""
    kept = {"state": file.case.state, "cap_on": file.case.cap_on}
    if (now := derived(file)) != kept:
        file.act.enter(file.case, KIND_OF_CASE, {"before": kept, "became": now})
        _tell_of_the_cap(file, file.case.cap_on, now["cap_on"], earlier)
    if file.act.entered:
        settle_state(file)


def _tell_of_the_cap(file: CaseFile, was: date | None, now: date | None, earlier: Earlier | None) -> None:
    """The cap on the whole case has moved to another day: the applicant is told as of any other clock (§7-7)."""
    cap = joint_of(file.case, file.items, file.today)
    if cap is None or was is None or now is None or was == now:
        return
    clocks = [{"clock": cap.clock, "before": was, "became": now}]
    because = _because([(cap, was, now)], file.calendar, earlier)
    told = {"before": was, "became": {}, "calendar": file.calendar.digest, "clocks": clocks, "because": because}
    file.act.enter(file.case, KIND, told)


def _relight(file: CaseFile, item_case: ItemCase, lamps: Mapping[str, date | None]) -> None:
    """Where no day told has moved, the lamp may yet turn on another day: nobody is told, but it is entered."""
    if any(getattr(item_case, name) != day for name, day in lamps.items()):
        file.act.change(item_case, **lamps)
        file.act.enter(file.case, "clock.relight", {"item": item_case.item, "became": lamps}, item_id=item_case.id)


def _is_by(kind: str, data: dict[str, Any], calendar: Calendar) -> bool:
    return kind == KIND and data["calendar"] == calendar.digest


def _because(moved: Iterable[Moved], calendar: Calendar, earlier: Earlier | None) -> list[dict[str, Any]]:
    """The changed days that moved these clocks, each with its notice."""
    changed = changed_days(earlier.calendar, calendar) if earlier else ()
    bore = {each for run, was, now in moved for each in bearing(changed, run.since, max(was, now))}
    return [
        {"day": each.day, "is_workday": each.is_workday, "notice": each.notice}
        for each in sorted(bore, key=lambda each: each.day)
    ]
