"""Whose cases are whose."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yizheng.cases.models import Case
from yizheng.law.words import CaseState


def cases_of_holder(credit_code: str) -> list[UUID]:
    """The filed cases of the holder with this 统一社会信用代码, in the order of receipt."""
    if not credit_code:
        return []
    filed = Case.objects.filter(holder_code=credit_code, received_at__isnull=False)
    return list(filed.order_by("received_at").values_list("id", flat=True))


@dataclass(frozen=True, slots=True)
class CaseGlance:
    """A case in one line, with the code that opens it: for the demo's role picker and for nobody else."""

    id: UUID
    number: str
    query_code: str
    holder: str
    state: CaseState


def glance(case_id: UUID) -> CaseGlance:
    """One case at a glance. Raises Case.DoesNotExist."""
    case = Case.objects.get(id=case_id)
    return CaseGlance(case.id, case.number or "", case.query_code, case.holder, CaseState(case.state))
