"""A one-time notice as it was given, found by its code, and what is otherwise since then."""

from __future__ import annotations

import re
import unicodedata
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
from yizheng.catalogue import publishing
from yizheng.law.intake import assess
from yizheng.law.questions import visible_questions
from yizheng.law.renewed import Changed, changes, standing
from yizheng.law.rules import Answer
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What the version in force says otherwise than a notice that was given by an older one (domain §4.5(4)).

    ``ask`` are the questions that are asked again or anew; what else is changed is known when none are.
    """

    version: str
    gone: bool
    answers: Mapping[str, Answer]
    ask: tuple[str, ...]
    changes: tuple[Changed, ...]


CODE = re.compile(r"(?<![0-9A-Z])([0-9]{8})[-‐–—―ー\s]*([0-9A-Z]{8})(?![0-9A-Z])")


def notice_code_in(typed: str) -> str:
    """The code of a notice in what was typed or scanned, the address in its QR included; "" when there is none."""
    found = CODE.search(unicodedata.normalize("NFKC", typed).upper())
    return "-".join(found.groups()) if found else ""


def since(given: Given, at: datetime) -> Since | None:
    """What is otherwise by the version in force at a moment; None when it is the one that was told by."""
    current = publishing.in_force_id(at)
    if current == given.catalogue_id:
        return None
    old, new = publishing.version(given.catalogue_id), publishing.version(current)
    before, after = old.industries[given.industry], new.industries.get(given.industry)
    if after is None:
        return Since(version=new.version, gone=True, answers={}, ask=(), changes=())
    answers = standing(before, after, given.answers)
    now = assess(after, answers, new)
    asked = visible_questions(after, now.answers, new)
    return Since(
        version=new.version,
        gone=False,
        answers=answers,
        ask=tuple(each.ask for each in asked if each.code not in answers),
        changes=changes(assess(before, given.answers, old), now) if now.complete else (),
    )


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
