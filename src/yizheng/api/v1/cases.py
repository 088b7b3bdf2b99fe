"""A case: how its items stand side by side, as far as whoever asks may see them."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from ninja import Router, Schema

from yizheng.api.asker import Asked
from yizheng.api.refusals import READING
from yizheng.api.v1.items import DueTold
from yizheng.cases.queries.item_seen import case_standing
from yizheng.cases.queries.progress import ItemProgress

router = Router(tags=["办件"])


class ItemLine(Schema):
    """One item of the case, in a line."""

    id: UUID
    item: str
    name: str
    organ: str
    state: str
    state_label: str
    turn: str
    said: str
    due: DueTold | None
    deemed: bool
    waits_for: list[str]
    decided_on: date | None

    @classmethod
    def of(cls, each: ItemProgress) -> ItemLine:
        """From the query."""
        return cls(
            id=each.id,
            item=each.item,
            name=each.name,
            organ=each.organ,
            state=each.state,
            state_label=each.state.label,
            turn=each.turn,
            said=each.said,
            due=DueTold.of(each.due),
            deemed=each.deemed,
            waits_for=list(each.waits_for),
            decided_on=each.decided_on,
        )


class MessageTold(Schema):
    """Something the applicant was told."""

    at: datetime
    text: str
    paper: UUID | None


class CaseTold(Schema):
    """A case; its state is derived from its items."""

    number: str
    state: str
    state_label: str
    industry: str
    holder: str
    premises: str
    received_at: datetime
    channel: str
    items: list[ItemLine]
    messages: list[MessageTold]


@router.get("/cases/{number}", response={200: CaseTold, **READING}, summary="办件进度")
def case(request: Asked, number: str) -> CaseTold:
    """各事项办到哪一步、轮到谁、最迟哪天；机关的工作人员只看到本机关的事项。"""
    found = case_standing(number, request.auth.viewer, request.auth.at)
    return CaseTold(
        number=found.number,
        state=found.state,
        state_label=found.state.label,
        industry=found.industry_name,
        holder=found.holder,
        premises=found.premises,
        received_at=found.received_at,
        channel=found.channel,
        items=[ItemLine.of(each) for each in found.items],
        messages=[MessageTold(at=each.at, text=each.text, paper=each.paper) for each in found.messages],
    )
