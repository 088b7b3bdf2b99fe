"""What the jobs look for."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from yizheng.cases.models import Case, ItemCase
from yizheng.cases.timing import AWAITING_ANSWER
from yizheng.law.words import BEFORE_ACCEPTANCE, UNDER_REVIEW, CaseState


def cases_with_lapses(on: date) -> list[UUID]:
    """Cases with an item-case whose acceptance clock is over on a day; the door decides which have lapsed."""
    late = ItemCase.objects.filter(accepted_at__isnull=True, state__in=sorted(AWAITING_ANSWER), due_on__lt=on)
    return list(late.order_by().values_list("case_id", flat=True).distinct())


def cases_with_clocks() -> list[UUID]:
    """Cases in which a clock runs."""
    running = ItemCase.objects.filter(due_on__isnull=False, state__in=sorted(BEFORE_ACCEPTANCE | UNDER_REVIEW))
    return list(running.order_by().values_list("case_id", flat=True).distinct())


def drafts_untouched_since(moment: datetime) -> list[UUID]:
    """Drafts that nobody has touched since a moment, oldest first."""
    drafts = Case.objects.filter(state=CaseState.DRAFT, touched_at__lt=moment)
    return list(drafts.order_by("touched_at").values_list("id", flat=True)[:1000])
