"""Service 送达 at the applicant: receiving a decision electronically, with consent given there and then (§7-15)."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yizheng.cases.commands import Move, step
from yizheng.cases.papers import DECISIONS
from yizheng.cases.queries import progress as standing
from yizheng.cases.queries.papers import papers_of
from yizheng.law.papers import ServiceReceipt
from yizheng.law.words import Verb
from yizheng.ledger.command import Refused
from yizheng.web.applicant.progress import opened
from yizheng.web.kinds import acts, key_of, new_key, now, reads, text_of
from yizheng.web.public.access import viewer_of

AT_THE_WINDOW = "当面领取的，请在窗口的办件页面填写送达回证；网上签收只由申请人本人办理（行政许可法第四十四条）。"


@reads
def before_receiving(request: HttpRequest, number: str, item_id: UUID) -> HttpResponse:
    """What is received and what begins with it, before it is done."""
    return _asked(request, number, item_id, ServiceReceipt())


@acts
def receive(request: HttpRequest, number: str, item_id: UUID) -> HttpResponse:
    """Confirm that the decision has arrived: the time to serve stops, the remedies begin (行政许可法 44)."""
    case_id, who = opened(request, number)
    recipient, consent = text_of(request, "recipient"), "consent" in request.POST
    paper = ServiceReceipt(way="electronic", recipient=recipient, consent=consent)
    try:
        if who.posts:
            raise Refused(AT_THE_WINDOW)
        step(case_id, [Move(item_id, Verb.SERVE, paper)], who=who, at=now(), key=key_of(request))
    except Refused as refusal:
        return _asked(request, number, item_id, paper, refusal)
    return redirect("progress", number)


def _asked(
    request: HttpRequest, number: str, item_id: UUID, paper: ServiceReceipt, refusal: Refused | None = None
) -> HttpResponse:
    case_id, _ = opened(request, number)
    case = standing.progress(case_id, now())
    item = case.item(item_id)
    if not item.may_receive and refusal is None:
        return redirect("progress", number)
    papers = papers_of(case_id, viewer_of(request))
    faults = [(f"#{each.field}", each.sentence) for each in refusal.faults] if refusal else []
    said = {
        "case": case,
        "item": item,
        "papers": [each for each in papers if each.kind in DECISIONS and each.item == item.name],
        "key": new_key(),
        "recipient": paper.recipient,
        "consent": paper.consent,
        "faults": faults,
        "sentence": refusal.sentence if refusal else "",
    }
    status = (422 if faults else 409) if refusal else 200
    return render(request, "applicant/receive.html", said, status=status)
