"""Who may make no commitment now (青岛市优化营商环境条例 26(2))."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from yizheng.cases.models import CommitmentBar
from yizheng.ledger.command import NotFound


@dataclass(frozen=True, slots=True)
class Barred:
    """A holder who broke a commitment, since when, in which case."""

    id: UUID
    holder: str
    holder_code: str
    since: datetime
    number: str


def barred_holders() -> tuple[Barred, ...]:
    """Everybody whose credit is not repaired yet, the last one first."""
    rows = CommitmentBar.objects.filter(lifted_at__isnull=True).select_related("case").order_by("-since")
    return tuple(Barred(each.id, each.holder, each.holder_code, each.since, each.case.number or "") for each in rows)


def case_of_bar(bar_id: UUID) -> UUID:
    """The case in which a bar was made. Raises NotFound."""
    found = CommitmentBar.objects.filter(id=bar_id).values_list("case_id", flat=True).first()
    if found is None:
        raise NotFound("没有这条记录。")
    return found
