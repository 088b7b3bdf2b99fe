"""The progress page: all items side by side, whose turn it is, the due day and why; and withdrawing an item."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yizheng.cases.commands import Move, step
from yizheng.cases.queries import progress as standing
from yizheng.cases.queries.papers import papers_of
from yizheng.cases.queries.progress import ItemProgress, Progress
from yizheng.law.authority import Who
from yizheng.law.papers import Withdrawal
from yizheng.law.words import Verb
from yizheng.ledger.command import Refused
from yizheng.licences import queries as licences
from yizheng.web.applicant.who import applicant_of
from yizheng.web.kinds import acts, key_of, new_key, now, reads, text_of
from yizheng.web.public.access import viewer_of


def opened(request: HttpRequest, number: str) -> tuple[UUID, Who]:
    """The case with this number and who acts for it here. Raises NotFound, the same for not there and not theirs."""
    case_id = standing.case_id_of(number)
    return case_id, applicant_of(request, case_id)


@reads
def progress(request: HttpRequest, number: str) -> HttpResponse:
    """How the application stands now."""
    case_id, who = opened(request, number)
    at = now()
    papers, case = papers_of(case_id, viewer_of(request)), standing.progress(case_id, at)
    said = {
        "case": case,
        "who": who,
        "at": at,
        "new_key": new_key,
        "papers": [each for each in papers if not each.internal],
        "permits": {each.item: each for each in licences.permits_of(case.home, at)},
        "licence": licences.licence_of(case.home, at),
    }
    return render(request, "applicant/progress.html", said)


@reads
def before_withdrawing(request: HttpRequest, number: str, item_id: UUID) -> HttpResponse:
    """What it means to withdraw this item, before it is done."""
    case_id, _ = opened(request, number)
    case = standing.progress(case_id, now())
    return _asked(request, case, case.item(item_id))


@acts
def withdraw(request: HttpRequest, number: str, item_id: UUID) -> HttpResponse:
    """Withdraw one item; the others go on (domain §7-6)."""
    case_id, who = opened(request, number)
    reasons = text_of(request, "reasons")
    move = Move(item_id, Verb.WITHDRAW, Withdrawal(reasons=reasons))
    try:
        step(case_id, [move], who=who, at=now(), key=key_of(request))
    except Refused as refusal:
        case = standing.progress(case_id, now())
        return _asked(request, case, case.item(item_id), reasons, refusal.sentence)
    return redirect("progress", number)


def _asked(
    request: HttpRequest, case: Progress, item: ItemProgress, reasons: str = "", sentence: str = ""
) -> HttpResponse:
    said = {"case": case, "item": item, "key": new_key(), "reasons": reasons, "sentence": sentence}
    return render(request, "applicant/withdraw.html", said, status=409 if sentence else 200)
