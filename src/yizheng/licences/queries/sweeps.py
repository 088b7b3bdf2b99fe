"""What the jobs look for among permits."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from yizheng.law.permit_transitions import RUNS
from yizheng.law.renewal import REMIND_AT
from yizheng.licences.models import Permit


def permits_lapsed(on: date) -> list[UUID]:
    """Cases with a permit whose last day has passed and that nobody has brought up to date."""
    return _cases(Permit.objects.filter(until_on__lt=on, standing__in=sorted(RUNS)))


def permits_to_remind(on: date) -> list[UUID]:
    """Cases with a permit that has a reminder due which was not given yet; the door decides which."""
    due = Q()
    for days in REMIND_AT:
        due |= Q(until_on__lte=on + timedelta(days=days)) & (Q(reminded=0) | Q(reminded__gt=days))
    return _cases(Permit.objects.filter(due, until_on__gte=on, standing__in=sorted(RUNS)))


def _cases(permits: QuerySet[Permit]) -> list[UUID]:
    return list(permits.order_by().values_list("licence_id", flat=True).distinct())
