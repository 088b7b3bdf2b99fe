"""Questions to one's organ 征求意见: what it is asked, and its answer; nothing else of the case."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from ninja import Body, Header, Router, Schema

from yizheng.api.asker import Asked
from yizheng.api.refusals import READING, REFUSALS
from yizheng.api.v1.acts import body_of
from yizheng.cases.commands import Move, step
from yizheng.cases.file import day_of
from yizheng.cases.queries.inquiries import AskedPage, asked_page
from yizheng.law.papers import OpinionReply
from yizheng.law.words import Verb

router = Router(tags=["征求意见"])
Key = Annotated[str, Header(alias="Idempotency-Key", max_length=80, pattern=r"^[\x21-\x7e]*$", description="一次一个")]


class InquiryTold(Schema):
    """One question to an organ, and its answer once there is one."""

    id: UUID
    case_number: str
    item: str
    industry: str
    premises: str
    asked_by_organ: str
    question: str
    asked_at: datetime
    due_on: date | None
    how: str
    answer: str
    answered_at: datetime | None
    why_closed: str

    @classmethod
    def of(cls, page: AskedPage) -> InquiryTold:
        """From the query."""
        asked = page.inquiry
        return cls(
            id=asked.id,
            case_number=page.number,
            item=page.item,
            industry=page.industry,
            premises=page.premises,
            asked_by_organ=page.organ_name,
            question=asked.question,
            asked_at=asked.asked_at,
            due_on=asked.due_on,
            how=asked.how,
            answer=asked.answer,
            answered_at=asked.answered_at,
            why_closed=page.reply.why,
        )


REPLY = body_of(OpinionReply)
"""The paper itself; which inquiry it answers, the address says."""


@router.get("/inquiries/{uuid:inquiry_id}", response={200: InquiryTold, **READING}, summary="向本机关征求的意见")
def inquiry(request: Asked, inquiry_id: UUID) -> InquiryTold:
    """One question to this organ."""
    asker = request.auth
    return InquiryTold.of(asked_page(inquiry_id, asker.who, day_of(asker.at)))


# the shape is made from the paper at run time, where a type checker cannot follow
@router.post("/inquiries/{uuid:inquiry_id}/reply", response={200: InquiryTold, **REFUSALS}, summary=Verb.REPLY.label)
def reply(request: Asked, inquiry_id: UUID, said: Annotated[REPLY, Body()], key: Key = "") -> InquiryTold:  # type: ignore[valid-type]
    """Answer it (行政许可法 26(2))."""
    asker = request.auth
    page = asked_page(inquiry_id, asker.who, day_of(asker.at))
    paper = OpinionReply(**{**dict(said), "inquiry": str(inquiry_id)})
    step(page.case_id, [Move(page.item_id, Verb.REPLY, paper)], who=asker.who, at=asker.at, key=key)
    return InquiryTold.of(asked_page(inquiry_id, asker.who, day_of(asker.at)))
