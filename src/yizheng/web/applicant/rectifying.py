"""Rectification 整改 at the applicant: what to put right, until when, and the report that it is done (三(四))."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yizheng.cases.commands import Move, step
from yizheng.cases.queries import progress as standing
from yizheng.cases.queries.rectifying import rectification_of
from yizheng.law.authority import Who
from yizheng.law.papers import RectificationReport
from yizheng.law.words import State, Verb
from yizheng.ledger.command import Refused
from yizheng.web.applicant.progress import opened
from yizheng.web.kinds import acts, key_of, new_key, now, reads, text_of


@reads
def rectify(request: HttpRequest, number: str, item_id: UUID) -> HttpResponse:
    """What is to be put right; with nothing to put right, the progress."""
    case_id, who = opened(request, number)
    return _shown(request, case_id, item_id, who)


@acts
def report(request: HttpRequest, number: str, item_id: UUID) -> HttpResponse:
    """Report what was put right; the organ looks at it once more, and only once."""
    case_id, who = opened(request, number)
    done = text_of(request, "done")
    try:
        move = Move(item_id, Verb.REPORT, RectificationReport(done=done))
        step(case_id, [move], who=who, at=now(), key=key_of(request))
    except Refused as refusal:
        return _shown(request, case_id, item_id, who, done, refusal)
    return redirect("progress", number)


def _shown(
    request: HttpRequest, case_id: UUID, item_id: UUID, who: Who, done: str = "", refusal: Refused | None = None
) -> HttpResponse:
    case = standing.progress(case_id, now())
    item = case.item(item_id)
    if item.state != State.RECTIFYING and refusal is None:
        return redirect("progress", case.number)
    faults = [(f"#{each.field}", each.sentence) for each in refusal.faults] if refusal else []
    said = {
        "case": case,
        "item": item,
        "who": who,
        "notice": rectification_of(item_id),
        "count": item.count_of("rectification"),
        "key": new_key(),
        "done": done,
        "faults": faults,
        "sentence": refusal.sentence if refusal else "",
    }
    status = (422 if faults else 409) if refusal else 200
    return render(request, "applicant/rectify.html", said, status=status)
