"""What the jobs look for among permits."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.db.models import F, Q, QuerySet

from yizheng.cases.file import day_of
from yizheng.law.permit_transitions import RUNS
from yizheng.law.post_check import REISSUE_TERM
from yizheng.law.renewal import REMIND_AT
from yizheng.licences.commands.letters import CHECK_LATE
from yizheng.licences.models import Letter, LicenceVersion, Permit
from yizheng.licences.queries.late import begun_too_long_ago, unchecked


def permits_lapsed(on: date) -> list[UUID]:
    """Cases with a permit whose last day has passed and that nobody has brought up to date."""
    return _cases(Permit.objects.filter(until_on__lt=on, standing__in=sorted(RUNS)))


def permits_to_remind(on: date) -> list[UUID]:
    """Cases with a permit that has a reminder due which was not given yet; the door decides which."""
    due = Q()
    for days in REMIND_AT:
        due |= Q(until_on__lte=on + timedelta(days=days)) & (Q(reminded=0) | Q(reminded__gt=days))
    return _cases(Permit.objects.filter(due, until_on__gte=on, standing__in=sorted(RUNS)))


def checks_to_alarm(on: date) -> list[UUID]:
    """Cases with a check that is late and of which organ and supervisor have not been told since (domain C10)."""
    late = {id_: last for last, id_ in unchecked(on)}
    sent = Letter.objects.filter(permit_id__in=late, event=CHECK_LATE).values_list("permit_id", "sent_at")
    told = {id_ for id_, at in sent if day_of(at) > late[id_]}
    return _cases(Permit.objects.filter(id__in=late.keys() - told))


def versions_to_remind(on: date) -> list[UUID]:
    """Cases whose newest version nobody has taken within its time, and no reminder was given (domain C12)."""
    waiting = LicenceVersion.objects.filter(
        version=F("licence__version"), licence__reminded__lt=F("version"), licence__retired_at__isnull=True,
        handed_out__isnull=True, issued_at__lt=begun_too_long_ago(REISSUE_TERM, on),
    )  # fmt: skip
    return list(waiting.values_list("licence_id", flat=True))


def _cases(permits: QuerySet[Permit]) -> list[UUID]:
    return list(permits.order_by().values_list("licence_id", flat=True).distinct())
