"""Filters that people keep for their desk: saved under a name, thrown away again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from yizheng.law.papers import Fault
from yizheng.ledger.command import NotFound, Refused
from yizheng.people.models import Person, SavedFilter

MOST, LONGEST = 12, 20
"""Filters that a person keeps; characters of a name."""


def save_filter(person_id: UUID, name: str, fields: Mapping[str, str], *, at: datetime) -> None:
    """Keep a filter; under a name that is there already, the new one takes its place. Raises Refused."""
    with transaction.atomic():
        Person.objects.select_for_update(of=("self",)).filter(id=person_id).first()
        theirs = SavedFilter.objects.filter(person_id=person_id)
        if fault := _fault(name, fields, theirs.exclude(name=name).count()):
            raise Refused(fault, (Fault("name", fault),))
        theirs.update_or_create(person_id=person_id, name=name, defaults={"fields": dict(fields), "saved_at": at})


def _fault(name: str, fields: Mapping[str, str], others: int) -> str:
    if not fields:
        return "还没有选任何筛选条件，请先选好条件、点“筛选”，再保存。"
    if not name:
        return "请给常用筛选起个名字，例如“我的逾期件”。"
    if len(name) > LONGEST:
        return f"名字最多{LONGEST}个字，现有{len(name)}个字。"
    if others >= MOST:
        return f"最多保存{MOST}个常用筛选，请先删去不用的。"
    return ""


def drop_filter(filter_id: UUID, *, of: UUID) -> None:
    """Throw a filter away. Raises NotFound for another's."""
    if not SavedFilter.objects.filter(id=filter_id, person_id=of).delete()[0]:
        raise NotFound("没有这个常用筛选。")
