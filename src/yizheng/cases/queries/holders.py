"""Whose cases are whose."""

from __future__ import annotations

from uuid import UUID

from yizheng.cases.models import Case


def cases_of_holder(credit_code: str) -> list[UUID]:
    """The filed cases of the holder with this 统一社会信用代码, in the order of receipt."""
    if not credit_code:
        return []
    filed = Case.objects.filter(holder_code=credit_code, received_at__isnull=False)
    return list(filed.order_by("received_at").values_list("id", flat=True))
