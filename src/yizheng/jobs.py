"""What runs when: nothing legal depends on it, because reads and the door work out every lapse by themselves."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings

from yizheng.cases import queries
from yizheng.cases.commands import expire_draft, redate_case, settle_case, tell_law_changes, wipe_files
from yizheng.cases.file import day_of
from yizheng.catalogue.publishing import keep_calendar, newest_id
from yizheng.ledger.command import Refused
from yizheng.licences.commands import alarm, remind, remind_of_version, settle_permits_of
from yizheng.licences.queries.sweeps import checks_to_alarm, permits_lapsed, permits_to_remind, versions_to_remind
from yizheng.licences.watch import look_over
from yizheng.statistics.commands import forget_reported, forget_trials

log = logging.getLogger(__name__)


def perform_lapses(at: datetime) -> int:
    """Perform the deemed acceptances that the law has made by ``at``, note that nobody asked for a hearing in time, and
    tell of limits that passed undecided.

    Gives how many cases changed.
    """
    late = dict.fromkeys(
        (
            *queries.cases_with_lapses(day_of(at)),
            *queries.cases_with_unasked_hearings(),
            *queries.cases_with_missed_limits(day_of(at)),
        )
    )
    return _each(late, lambda case_id: settle_case(case_id, at=at) is not None)


def perform_permit_lapses(at: datetime) -> int:
    """Perform the expiries and deemed renewals that the law has made by ``at``; gives how many cases changed."""
    return _each(permits_lapsed(day_of(at)), lambda case_id: settle_permits_of(case_id, at=at) is not None)


def remind_of_renewal(at: datetime) -> int:
    """Remind holders whose permits end within 120, 90, 60 or 30 days (domain C13); gives how many cases."""
    return _each(permits_to_remind(day_of(at)), lambda case_id: remind(case_id, at=at) is not None)


def alarm_of_checks(at: datetime) -> int:
    """Tell organ and supervisor of checks after a grant that are late (domain C10); gives how many cases."""
    return _each(checks_to_alarm(day_of(at)), lambda case_id: alarm(case_id, at=at) is not None)


def remind_of_versions(at: datetime) -> int:
    """Remind holders of a version of the licence that lies at the window (domain C12); gives how many cases."""
    return _each(versions_to_remind(day_of(at)), lambda case_id: remind_of_version(case_id, at=at) is not None)


def wipe_old_drafts(at: datetime) -> int:
    """Wipe drafts that nobody has touched for the time the settings name; gives how many."""
    since = at - timedelta(days=settings.DRAFT_DAYS)
    wiped = 0
    for case_id in queries.drafts_untouched_since(since):
        try:
            expire_draft(case_id, at=at, untouched_since=since)
            wiped += 1
        except Refused as refusal:
            log.info("draft %s kept: %s", case_id, refusal.sentence)
    return wiped


def wipe_stray_files(at: datetime) -> int:
    """Delete files kept more than a day ago that no case has; gives how many."""
    return wipe_files(before=at - timedelta(days=1))


def redate_clocks(at: datetime) -> int:
    """Work out every running clock again after a new calendar; gives how many cases moved (domain §7-7)."""
    return _each(queries.cases_with_moved_days(at), lambda case_id: redate_case(case_id, at=at) is not None)


def follow_the_calendar(at: datetime) -> int:
    """Date every running clock anew where the calendar's text has changed and nobody has published it: the days of the
    State Council hold by themselves (行政许可法 82; domain §7-7). Gives how many cases moved.
    """
    return redate_clocks(at) if keep_calendar(at, "yizheng work") else 0


def tell_of_law_changes(at: datetime) -> int:
    """Tell every open case what the newest version says of its law; gives how many were told (domain §7-5)."""
    cases = queries.cases_with_untold_changes(newest_id())
    return _each(cases, lambda case_id: tell_law_changes(case_id, at=at) is not None)


def watch_over(at: datetime) -> int:
    """Look whether every open case has somebody whose turn it is, and whether all that is kept follows from the facts.

    Writes down what it finds, with what mends it; gives how many findings.
    """
    found = [finding for _, findings in look_over(at) for finding in findings]
    for each in found:
        log.warning("watch %s %s %s：%s → %s", each.kind, each.number, each.item, each.sentence, each.mend)
    return len(found)


def mend_case(case_id: UUID, at: datetime) -> bool:
    """Perform what has lapsed in a case and work out its days and its state anew; whether anything changed."""
    return redate_case(case_id, at=at) is not None


def _each(case_ids: Iterable[UUID], deed: Callable[[UUID], bool]) -> int:
    """Do a deed for each case; one that fails is written down and holds up no other."""
    done = 0
    for case_id in case_ids:
        try:
            done += deed(case_id)
        except Exception:
            log.exception("case %s was passed over", case_id)
    return done


JOBS: tuple[tuple[Callable[[datetime], int], timedelta], ...] = (
    (perform_lapses, timedelta(minutes=5)),
    (perform_permit_lapses, timedelta(minutes=5)),
    (remind_of_renewal, timedelta(hours=6)),
    (remind_of_versions, timedelta(hours=6)),
    (alarm_of_checks, timedelta(hours=1)),
    (follow_the_calendar, timedelta(hours=1)),
    (tell_of_law_changes, timedelta(hours=1)),
    (watch_over, timedelta(hours=1)),
    (wipe_old_drafts, timedelta(hours=6)),
    (wipe_stray_files, timedelta(hours=6)),
    (forget_reported, timedelta(hours=24)),
    (forget_trials, timedelta(hours=24)),
)
"""Each job and how often ``yizheng work`` runs it."""
