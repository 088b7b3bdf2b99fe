"""What the jobs look for."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from yizheng.cases.file import day_of
from yizheng.cases.law_in_force import untold
from yizheng.cases.models import Case, Hearing, ItemCase, Rating
from yizheng.cases.outcome import joint_due
from yizheng.cases.ratings import moved_ratings
from yizheng.cases.timing import AWAITING_ANSWER, days_of, lamps_of, moved_clocks, runs_of
from yizheng.catalogue import publishing
from yizheng.law.words import UNDER_REVIEW, CaseState, HearingState, State


def cases_with_lapses(on: date) -> list[UUID]:
    """Cases with an item-case whose acceptance clock is over on a day; the door decides which have lapsed."""
    late = ItemCase.objects.filter(accepted_at__isnull=True, state__in=sorted(AWAITING_ANSWER), due_on__lt=on)
    return list(late.order_by().values_list("case_id", flat=True).distinct())


def cases_with_missed_limits(on: date) -> list[UUID]:
    """Cases with an item-case under review whose first clock is over on a day and of which nobody has told yet; the
    door decides whether the limit of the law has passed (行政复议法 23).
    """
    late = ItemCase.objects.filter(missed_at__isnull=True, accepted_at__isnull=False, due_on__lt=on)
    return list(late.order_by().values_list("case_id", flat=True).distinct())


def cases_with_unasked_hearings() -> list[UUID]:
    """Cases in which somebody may ask for a hearing; the door decides whether their time is over (行政许可法 47)."""
    told = Hearing.objects.filter(state=HearingState.TOLD, item_case__state__in=sorted(UNDER_REVIEW))
    return list(told.order_by().values_list("item_case__case_id", flat=True).distinct())


def cases_with_moved_days(at: datetime) -> list[UUID]:
    """Cases in which a day that is kept, or was told by the calendar before, no longer follows from the facts."""
    calendar, earlier = publishing.calendar(), publishing.calendar_before(at)
    running = ItemCase.objects.filter(Q(due_on__isnull=False) | Q(serve_by__isnull=False))
    found: dict[UUID, None] = {}
    for each in running.order_by("case_id").iterator():
        runs = runs_of(each)
        days = days_of(runs, calendar) | lamps_of(runs, calendar)
        if any(getattr(each, name) != day for name, day in days.items()) or moved_clocks(runs, calendar, earlier):
            found[each.case_id] = None
    capped = Case.objects.filter(cap_on__isnull=False).prefetch_related("item_cases").order_by("id")
    for case in capped.iterator(chunk_size=500):
        if joint_due(case, list(case.item_cases.all()), day_of(at), calendar) != case.cap_on:
            found[case.id] = None
    found.update((rating.case_id, None) for rating, _ in moved_ratings(Rating.objects.all(), calendar))
    return list(found)


def cases_with_untold_changes(version: UUID) -> list[UUID]:
    """Open cases whose law has changed since the filing, or will, as this version of the catalogue says and they have
    not been told: they may be pinned to it themselves, where it announces what comes later. Some wait for what their
    applicant was asked to supply, and no clock runs.
    """
    changed = {code: item for code, item in publishing.version(version).items.items() if item.changes}
    of_them = ItemCase.objects.filter(item__in=changed).order_by("case_id")
    waiting = {"case__supplemented_at__isnull": False, "case__supplied_at__isnull": True, "state": State.SUPPLEMENTING}
    rows = [
        row
        for open_ in (of_them.filter(due_on__isnull=False), of_them.filter(due_on__isnull=True, **waiting))
        for row in open_.values_list("case_id", "item", "law", "case__received_at")
    ]
    return list(dict.fromkeys(id_ for id_, item, law, at in rows if untold(changed[item], law, at)))


def drafts_untouched_since(moment: datetime) -> list[UUID]:
    """Drafts that nobody has touched since a moment, oldest first."""
    drafts = Case.objects.filter(state=CaseState.DRAFT, touched_at__lt=moment)
    return list(drafts.order_by("touched_at").values_list("id", flat=True)[:1000])
