"""增项: an item that was refused or taken back, or that a new law asks for, applied for beside a case (§7-1, §7-5).

A case of its own with its own receipt and clocks, filled in from the one it joins; its permits join the same licence.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from yizheng.cases.adding import why_not_addable
from yizheng.cases.assessing import assessed
from yizheng.cases.commands.drafts import must_be_theirs, new_code
from yizheng.cases.commands.lapses import settle
from yizheng.cases.file import CaseFile, opening
from yizheng.cases.models import Case, Material
from yizheng.catalogue import publishing
from yizheng.law.authority import Who
from yizheng.ledger.command import Answer, Refused, doing


def add_items(case_id: UUID, items: Sequence[str], *, who: Who, at: datetime, key: str = "") -> Answer:
    """Open a draft for these items alone; what is known already is in it. Raises Refused with the reason.

    The answer's data names the draft.
    """

    def step(file: CaseFile) -> None:
        must_be_theirs(file, who)
        current = publishing.in_force_id(at)
        catalogue = publishing.version(current)
        for code in items:
            if reason := why_not_addable(file.case, code, catalogue):
                raise Refused(reason)
        draft = _draft(file, items, current, who)
        file.act.enter(file.case, "case.add", {"items": list(items), "draft": str(draft.id)})
        said = {"industry": draft.industry, "catalogue": str(current), "joins": str(draft.joins)}
        file.act.enter(draft, "draft.open", said)

    return doing(opening(case_id, settle), step, who=who, at=at, key=key, asked=("add", str(case_id), list(items)))


def _draft(file: CaseFile, items: Sequence[str], catalogue_id: UUID, who: Who) -> Case:
    case = file.case
    draft = Case(
        id=uuid.uuid4(),
        query_code=new_code(),
        industry=case.industry,
        catalogue_id=catalogue_id,
        only=list(items),
        joins=case.home,
        channel=case.channel,
        answers=case.answers,
        form=case.form,
        opened_at=file.act.at,
        touched_at=file.act.at,
    )
    file.act.add(draft)
    asked = {each.material.code for each in assessed(draft, publishing.version(catalogue_id)).materials if each.asked}
    for each in _latest(case.id, asked):
        file.act.add(each.copied(draft.id, file.act.at))
    return draft


def _latest(case_id: UUID, codes: set[str]) -> list[Material]:
    """The files of the newest version of each of these materials."""
    there = list(Material.objects.filter(case_id=case_id, code__in=codes, removed_at=None))
    newest = {each.code: max(other.version for other in there if other.code == each.code) for each in there}
    return [each for each in there if each.version == newest[each.code]]
