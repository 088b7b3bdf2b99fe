"""A one-time notice as it was given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter

from yizheng.cases.models import Notice
from yizheng.cases.timing import answers_of
from yizheng.cases.told import Told
from yizheng.ledger.command import NotFound


@dataclass(frozen=True, slots=True)
class Given:
    """A notice: what was told, to which answers, when, from which version."""

    id: UUID
    code: str
    industry: str
    catalogue_id: UUID
    answers: Mapping[str, Any]
    told: Told
    given_at: datetime
    digest: str


def notice(code: str) -> Given:
    """The notice with this code. Raises NotFound."""
    row = Notice.objects.filter(code=code.strip().upper()).first()
    if row is None:
        raise NotFound("没有这份告知单。")
    return _given(row)


def notice_of(notice_id: UUID | None) -> Given | None:
    """The notice an application came from, if it came from one."""
    row = Notice.objects.filter(id=notice_id).first() if notice_id else None
    return _given(row) if row else None


def _given(row: Notice) -> Given:
    return Given(
        id=row.id,
        code=row.code,
        industry=row.industry,
        catalogue_id=row.catalogue_id,
        answers=answers_of(row.answers),
        told=_adapter().validate_python(row.content),
        given_at=row.given_at,
        digest=row.digest,
    )


@cache
def _adapter() -> TypeAdapter[Told]:
    return TypeAdapter(Told)
