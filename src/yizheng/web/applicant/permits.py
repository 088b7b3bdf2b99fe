"""After the grant: the holder asks for a change of all permits at once, or for the renewal of one (§7-9, §7-10)."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yizheng.cases.queries import progress as standing
from yizheng.law.papers import ChangeApplication, RenewalApplication, asked
from yizheng.ledger.command import Refused
from yizheng.licences.commands import ask_change, ask_renewal
from yizheng.licences.queries.own import own_permits
from yizheng.web.applicant.progress import opened
from yizheng.web.kinds import acts, key_of, new_key, now, reads, text_of


@reads
def permits(request: HttpRequest, number: str) -> HttpResponse:
    """The permits, what may be asked for each, and the form of a change."""
    return _page(request, number)


@acts
def change(request: HttpRequest, number: str) -> HttpResponse:
    """Ask for a change, once for all permits."""
    case_id, who = opened(request, number)
    entered = {name: text_of(request, name) for name in asked(ChangeApplication)}
    paper = ChangeApplication(
        holder=entered["holder"], representative=entered["representative"], premises=entered["premises"]
    )
    try:
        ask_change(case_id, paper, who=who, at=now(), key=key_of(request))
    except Refused as refusal:
        return _page(request, number, refusal, entered)
    messages.success(request, "变更申请已提交，各机关分别决定；决定以前原有许可继续有效。")
    return redirect("own-permits", number)


@acts
def renew(request: HttpRequest, number: str, permit_id: UUID) -> HttpResponse:
    """Ask for the renewal of one permit."""
    case_id, who = opened(request, number)
    paper = RenewalApplication(note=text_of(request, "note"))
    try:
        ask_renewal(case_id, permit_id, paper, who=who, at=now(), key=key_of(request))
    except Refused as refusal:
        return _page(request, number, refusal, {str(permit_id): paper.note})
    messages.success(request, "延续申请已提交。")
    return redirect("own-permits", number)


def _page(
    request: HttpRequest, number: str, refusal: Refused | None = None, entered: dict[str, str] | None = None
) -> HttpResponse:
    case_id, who = opened(request, number)
    at = now()
    case = standing.progress(case_id, at)
    said = {
        "case": case,
        "permits": own_permits(case.home, who, at),
        "boxes": asked(ChangeApplication),
        "entered": entered or {},
        "sentence": refusal.sentence if refusal else "",
        "faults": {each.field: each.sentence for each in refusal.faults} if refusal else {},
        "key": new_key,
    }
    status = 200 if refusal is None else 422 if refusal.faults else 409
    return render(request, "applicant/permits.html", said, status=status)
