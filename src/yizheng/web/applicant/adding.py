"""Applying anew for one item beside a case that was filed: what is known already is filled in (domain §7-1, §7-5)."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from yizheng.cases.commands import add_items
from yizheng.ledger.command import Refused
from yizheng.web.applicant.progress import opened
from yizheng.web.applicant.who import open_here
from yizheng.web.kinds import acts, key_of, now


@acts
def add(request: HttpRequest, number: str, item: str) -> HttpResponse:
    """Open a draft for this item, filled in from the case; refused, the progress page says why."""
    case_id, who = opened(request, number)
    try:
        answer = add_items(case_id, [item], who=who, at=now(), key=key_of(request))
    except Refused as refusal:
        messages.error(request, refusal.sentence)
        return redirect("progress", number)
    draft = UUID(answer.data["draft"])
    open_here(request, draft)
    return redirect("draft", draft)
