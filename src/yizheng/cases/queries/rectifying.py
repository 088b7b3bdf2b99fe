"""What is to be put right after a visit, as the notice told it once (高新区一业一证方案 三(四))."""

from __future__ import annotations

from uuid import UUID

from yizheng.cases.models import PaperRecord
from yizheng.cases.papers import read
from yizheng.law.papers import Rectification, Sheet
from yizheng.ledger.command import NotFound


def rectification_of(item_id: UUID) -> Sheet:
    """The notice 整改通知书 of an item-case as it was given. Raises NotFound."""
    record = PaperRecord.objects.filter(item_case_id=item_id, kind=Rectification.KIND).order_by("made_at").last()
    if record is None:
        raise NotFound("本事项没有整改通知书。")
    return read(record)
