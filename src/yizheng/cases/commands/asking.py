"""Hearings and inquiries: the row each keeps, and the columns of the item-case that follow from it."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any
from uuid import UUID

from yizheng.cases.file import CHINA, CaseFile
from yizheng.cases.models import Hearing, Inquiry, ItemCase
from yizheng.cases.paperfacts import Choosing, choosable, defence_run
from yizheng.law.authority import OF_AN_ORGAN, Who
from yizheng.law.clocks import due
from yizheng.law.hearings import HEARING_LINES
from yizheng.law.papers import (
    APPLICANT_AS_PARTY,
    DefenceNotice,
    DefenceRecord,
    HearingAnnouncement,
    HearingCall,
    HearingRecord,
    HearingRequest,
    HearingRight,
    OpinionReply,
    OpinionRequest,
    Paper,
    SupervisionOrder,
    SupervisionReply,
    UrgingNote,
)
from yizheng.law.words import HearingState, InquiryKind, Verb
from yizheng.ledger.command import NotFound, Refused

NOT_FOR_YOU = "这件征求意见不是问您所在的机关。"
NOT_YOUR_VIEW = "利害关系人的陈述和申辩由本人提出，请到窗口记录（行政许可法第三十六条）。"


def opened(file: CaseFile, item_case: ItemCase, paper: Paper | None, who: Who) -> dict[str, Any]:
    """A hearing is announced, or the right to one is told (行政许可法 46, 47)."""
    assert isinstance(paper, HearingAnnouncement | HearingRight)  # the table wants these papers for these verbs
    announced = isinstance(paper, HearingAnnouncement)
    stands = HearingState.ANNOUNCED if announced else HearingState.TOLD
    row = Hearing(item_case_id=item_case.id, state=stands, ground="46" if announced else "47", opened_at=file.act.at)
    file.act.add(row)
    return {"hearing": stands}


def asked(file: CaseFile, item_case: ItemCase, paper: Paper | None, who: Who) -> dict[str, Any]:
    """Somebody asks for the hearing (行政许可法 47)."""
    assert isinstance(paper, HearingRequest)  # the table wants this paper for this verb
    return _moved(file, item_case, Verb.ASK_HEARING, asked_at=file.act.at, asked_by=paper.asked_by)


def called(file: CaseFile, item_case: ItemCase, paper: Paper | None, who: Who) -> dict[str, Any]:
    """When and where, and who chairs it (行政许可法 48)."""
    assert isinstance(paper, HearingCall)  # the table wants this paper for this verb
    assert paper.set_on is not None  # the paper's own faults say so
    assert paper.at is not None
    chairs = dict(choosable([HearingCall], Choosing(file.case, item_case, file.today))["chairs"])
    said = {
        "called_at": file.act.at,
        "set_for": datetime.combine(paper.set_on, paper.at, tzinfo=CHINA),
        "place": paper.place,
        "chair_id": paper.chair,
        "chair_name": chairs[paper.chair],
    }
    return {**_claimed(who), **_moved(file, item_case, Verb.CALL_HEARING, **said)}


def held(file: CaseFile, item_case: ItemCase, paper: Paper | None, who: Who) -> dict[str, Any]:
    """Held on record (行政许可法 48)."""
    assert isinstance(paper, HearingRecord)  # the table wants this paper for this verb
    return _moved(file, item_case, Verb.HOLD_HEARING, held_at=file.act.at)


def waived(file: CaseFile, item_case: ItemCase) -> dict[str, Any]:
    """Nobody asked in time (行政许可法 47)."""
    return _moved(file, item_case, Verb.WAIVE_HEARING)


def _moved(file: CaseFile, item_case: ItemCase, verb: Verb, **said: Any) -> dict[str, Any]:
    to = HEARING_LINES[(HearingState(item_case.hearing), verb)].to
    file.act.change(Hearing.objects.get(item_case_id=item_case.id), state=to, **said)
    return {"hearing": to}


def consulted(file: CaseFile, item_case: ItemCase, paper: Paper | None, who: Who) -> dict[str, Any]:
    """Another organ is asked (行政许可法 26(2))."""
    assert isinstance(paper, OpinionRequest)  # the table wants this paper for this verb
    _ask(
        file,
        item_case,
        who,
        kind=InquiryKind.OPINION,
        organ=paper.organ,
        question=paper.question,
        due_on=paper.until_on,
    )
    return {**_claimed(who), "asked_organs": [*item_case.asked_organs, paper.organ]}


def told(file: CaseFile, item_case: ItemCase, paper: Paper | None, who: Who) -> dict[str, Any]:
    """Somebody may state their view until the day that the notice names (行政许可法 36)."""
    assert isinstance(paper, DefenceNotice)  # the table wants this paper for this verb
    until = due(defence_run(file.today), file.calendar).on
    kept = _ask(
        file, item_case, who, kind=InquiryKind.STATEMENT, party=paper.party, question=paper.interest, due_on=until
    )
    return {**_claimed(who), "unheard": [*item_case.unheard, [str(kept.id), paper.party, until.isoformat()]]}


def urged(file: CaseFile, item_case: ItemCase, paper: Paper | None, who: Who) -> dict[str, Any]:
    """The organ is urged to say what takes so long (优化营商环境条例 36)."""
    assert isinstance(paper, UrgingNote | SupervisionOrder)  # the table wants these papers for these verbs
    ordered = isinstance(paper, SupervisionOrder)
    kind = InquiryKind.SUPERVISION if ordered else InquiryKind.URGING
    due_on = paper.until_on if isinstance(paper, SupervisionOrder) else None
    _ask(file, item_case, who, kind=kind, organ=item_case.organ, question=paper.words, due_on=due_on)
    return {"urged": item_case.urged + 1}


def answered(file: CaseFile, item_case: ItemCase, paper: Paper | None, who: Who) -> dict[str, Any]:
    """An inquiry has its answer. Raises Refused when it was not this person who was asked."""
    assert isinstance(paper, OpinionReply | DefenceRecord | SupervisionReply)  # the table wants these papers
    inquiry = Inquiry.objects.filter(item_case_id=item_case.id, id=UUID(paper.inquiry), answered_at=None).first()
    if inquiry is None:
        raise NotFound("没有这件问询。")
    if isinstance(paper, OpinionReply) and inquiry.organ not in _organs_of(who):
        raise Refused(NOT_FOR_YOU)
    if isinstance(paper, DefenceRecord) and not who.posts and inquiry.party != APPLICANT_AS_PARTY:
        raise Refused(NOT_YOUR_VIEW)
    said = paper.words if isinstance(paper, DefenceRecord) else paper.answer
    file.act.change(inquiry, answer=said, answered_by_id=who.id, answered_by=who.name, answered_at=file.act.at)
    if isinstance(paper, OpinionReply):
        return {"asked_organs": [each for each in item_case.asked_organs if each != inquiry.organ]}
    if isinstance(paper, DefenceRecord):
        return {"unheard": [each for each in item_case.unheard if each[0] != str(inquiry.id)]}
    return {"urged": item_case.urged - 1}


def _organs_of(who: Who) -> set[str]:
    """The organs for which somebody answers: those in which they examine, decide or are the head."""
    return {post.organ for post in who.posts if post.role in OF_AN_ORGAN}


def _ask(file: CaseFile, item_case: ItemCase, who: Who, **said: Any) -> Inquiry:
    """Keep a question with who asks."""
    by = {"asked_by_id": who.id, "asked_by": who.name, "asked_at": file.act.at}
    inquiry = Inquiry(id=uuid.uuid4(), item_case_id=item_case.id, **said, **by)
    file.act.add(inquiry)
    return inquiry


def _claimed(who: Who) -> dict[str, Any]:
    """Whoever examines has claimed the item in passing."""
    return {"reviewer_id": who.id, "reviewer_name": who.name}
