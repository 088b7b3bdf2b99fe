"""Who broke a commitment may make no other until the credit is repaired (青岛市优化营商环境条例 26(2); §7-14)."""

from __future__ import annotations

import uuid
from datetime import datetime
from uuid import UUID

from yizheng.cases.commands.lapses import settle
from yizheng.cases.file import CaseFile, opening
from yizheng.cases.models import CommitmentBar
from yizheng.cases.timing import answers_of
from yizheng.law.authority import Who
from yizheng.law.intake import Assessment
from yizheng.law.papers.permit import BREACH
from yizheng.law.rules import judge
from yizheng.law.words import Role
from yizheng.ledger.command import Answer, NotFound, Refused, doing
from yizheng.ledger.models import Entry

BARRED = (
    "申请人曾未履行告知承诺，信用修复以前不适用告知承诺：请把「{items}」改按一般程序申请"
    "（青岛市优化营商环境条例第二十六条第二款）。"
)


def bar_from_commitment(file: CaseFile, entry: Entry) -> None:
    """A revocation for a broken commitment bars its holder from commitments; other grounds do not."""
    if entry.data.get("ground") != BREACH or not file.case.holder_code:
        return
    assert entry.item_id is not None  # a permit is of an item
    bar = CommitmentBar(
        id=uuid.uuid4(),
        case_id=file.case.id,
        item_id=entry.item_id,
        holder=file.case.holder,
        holder_code=file.case.holder_code,
        since=entry.at,
    )
    file.act.add(bar)
    told = {"bar": str(bar.id), "holder_code": bar.holder_code}
    file.act.enter(file.case, "commitment.bar", told, item_id=entry.item_id, at=entry.at)


def why_no_commitment(file: CaseFile, assessment: Assessment) -> str:
    """Why this application cannot go by commitment; empty when it does not, or may."""
    answers, figures = answers_of(file.case.answers), file.catalogue.figures
    committed = [each.item.short for each in assessment.items if judge(each.item.committed, answers, figures).holds]
    code = str(file.case.form.get("credit_code", ""))
    if not committed or not code or not barred(code):
        return ""
    return BARRED.format(items="、".join(committed))


def barred(holder_code: str) -> bool:
    """Whether this holder may make no commitment now."""
    return CommitmentBar.objects.filter(holder_code=holder_code, lifted_at__isnull=True).exists()


def repair_credit(case_id: UUID, bar_id: UUID, *, who: Who, at: datetime, key: str = "") -> Answer:
    """Lift a bar after the credit was repaired 信用修复. Raises Refused and NotFound."""

    def step(file: CaseFile) -> None:
        bar = CommitmentBar.objects.filter(id=bar_id, case_id=case_id).first()
        if bar is None:
            raise NotFound("没有这条记录。")
        if not who.has(Role.LEAD):
            raise Refused("信用修复由牵头部门确认（青岛市优化营商环境条例第二十六条第二款）。")
        if bar.lifted_at is not None:
            raise Refused("信用已经修复。")
        file.act.change(bar, lifted_at=at)
        file.act.enter(file.case, "commitment.repair", {"bar": str(bar.id), "holder_code": bar.holder_code})

    asked = ("repair", str(bar_id))
    return doing(opening(case_id, settle), step, who=who, at=at, key=key, asked=asked)
