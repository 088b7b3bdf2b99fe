"""What the books say of permits and licence, those of the cases on one licence read together (decision 0016)."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q

from yizheng.cases.models import Case
from yizheng.ledger.models import Entry

OF_PERMITS = Q(kind__startswith="permit.") | Q(kind="licence.issue")


def told_of_permits(homes: Iterable[UUID]) -> dict[UUID, list[Entry]]:
    """By the case whose licence it is, what its book and those of the cases that join it say, in their order."""
    home = {each: each for each in homes}
    home |= {case.id: case.home for case in Case.objects.filter(joins__in=home).only("id", "joins")}
    told: dict[UUID, list[Entry]] = {}
    for entry in Entry.objects.filter(OF_PERMITS, case_id__in=home).order_by("recorded_at", "seq"):
        told.setdefault(home[entry.case_id], []).append(entry)
    return told
