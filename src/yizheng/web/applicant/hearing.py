"""The applicant speaks: asks for a hearing (行政许可法 47), states a view on what touches them (36)."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yizheng.cases.commands import Move, step
from yizheng.cases.queries import progress as standing
from yizheng.cases.queries.inquiries import InquiryShown
from yizheng.cases.queries.progress import ItemProgress, Progress
from yizheng.law.papers import DefenceRecord, HearingRequest
from yizheng.law.words import Verb
from yizheng.ledger.command import NotFound, Refused
from yizheng.web.applicant.progress import opened
from yizheng.web.kinds import acts, key_of, new_key, now, reads, text_of


@reads
def before_asking(request: HttpRequest, number: str, item_id: UUID) -> HttpResponse:
    """What a hearing is, before it is asked for."""
    case_id, _ = opened(request, number)
    case = standing.progress(case_id, now())
    return _hearing(request, case, case.item(item_id))


@acts
def ask(request: HttpRequest, number: str, item_id: UUID) -> HttpResponse:
    """Ask for the hearing."""
    case_id, who = opened(request, number)
    reasons = text_of(request, "reasons")
    move = Move(item_id, Verb.ASK_HEARING, HearingRequest(reasons=reasons))
    try:
        step(case_id, [move], who=who, at=now(), key=key_of(request))
    except Refused as refusal:
        case = standing.progress(case_id, now())
        return _hearing(request, case, case.item(item_id), reasons, refusal)
    return redirect("progress", number)


@reads
def before_stating(request: HttpRequest, number: str, inquiry_id: UUID) -> HttpResponse:
    """What one may state a view on."""
    case_id, _ = opened(request, number)
    case = standing.progress(case_id, now())
    return _statement(request, case, *_told(case, inquiry_id))


@acts
def state(request: HttpRequest, number: str, inquiry_id: UUID) -> HttpResponse:
    """State it; the organ must hear it before it decides."""
    case_id, who = opened(request, number)
    case = standing.progress(case_id, now())
    item, asked = _told(case, inquiry_id)
    words = text_of(request, "words")
    move = Move(item.id, Verb.DEFEND, DefenceRecord(inquiry=str(inquiry_id), words=words))
    try:
        step(case_id, [move], who=who, at=now(), key=key_of(request))
    except Refused as refusal:
        return _statement(request, case, item, asked, words, refusal)
    return redirect("progress", number)


def _told(case: Progress, inquiry_id: UUID) -> tuple[ItemProgress, InquiryShown]:
    """Where this applicant may state a view. Raises NotFound for what is over, answered or another's."""
    for item in case.items:
        for asked in item.voice.told:
            if asked.id == inquiry_id:
                return item, asked
    raise NotFound("没有可以陈述的事项，或者已经陈述、已过期限。")


def _hearing(
    request: HttpRequest, case: Progress, item: ItemProgress, reasons: str = "", refusal: Refused | None = None
) -> HttpResponse:
    said = {"case": case, "item": item, "key": new_key(), "reasons": reasons, **_refused(refusal)}
    return render(request, "applicant/ask_hearing.html", said, status=_status(refusal))


def _statement(
    request: HttpRequest,
    case: Progress,
    item: ItemProgress,
    asked: InquiryShown,
    words: str = "",
    refusal: Refused | None = None,
) -> HttpResponse:
    said = {"case": case, "item": item, "asked": asked, "key": new_key(), "words": words, **_refused(refusal)}
    return render(request, "applicant/defend.html", said, status=_status(refusal))


def _refused(refusal: Refused | None) -> dict[str, object]:
    faults = [(f"#{each.field}", each.sentence) for each in refusal.faults] if refusal else []
    return {"faults": faults, "sentence": refusal.sentence if refusal else ""}


def _status(refusal: Refused | None) -> int:
    return 200 if refusal is None else 422 if refusal.faults else 409
