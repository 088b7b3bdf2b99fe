"""The one form: a list of what there is to do, and one section to a page; every shared fact once (seed 三(二))."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yizheng.cases.commands import save_draft
from yizheng.cases.file import day_of
from yizheng.cases.queries import drafts, notices
from yizheng.cases.queries.drafts import Draft, Section
from yizheng.law.authority import Who
from yizheng.law.words import CaseState
from yizheng.ledger.command import Refused
from yizheng.web.applicant.entering import entered
from yizheng.web.applicant.who import applicant_of
from yizheng.web.kinds import acts, now, reads

DraftView = Callable[..., HttpResponse]


def of_draft(view: DraftView) -> DraftView:
    """A page of a draft, for those who may open it; a filed one leads on to its progress, an expired one says so."""

    @functools.wraps(view)
    def opening(request: HttpRequest, case_id: UUID, *args: Any, **kwargs: Any) -> HttpResponse:
        who = applicant_of(request, case_id)
        draft = drafts.draft(case_id, now())
        if draft.state == CaseState.EXPIRED:
            return render(request, "applicant/expired.html", {"draft": draft}, status=410)
        if draft.number:
            return redirect("progress", draft.number)
        return view(request, who, draft, *args, **kwargs)

    return opening


@reads
@of_draft
def tasks(request: HttpRequest, who: Who, draft: Draft) -> HttpResponse:
    """What there is to do, and how far each part is."""
    said = {"draft": draft, "who": who, "notice": notices.notice_of(draft.notice_id)}
    return render(request, "applicant/tasks.html", said)


@reads
@of_draft
def section(request: HttpRequest, who: Who, draft: Draft, code: str) -> HttpResponse:
    """One section; faults are shown only where something has been entered."""
    found = draft.section(code)
    return _shown(request, who, draft, found, touched_only=True)


@acts
@of_draft
def save(request: HttpRequest, who: Who, draft: Draft, code: str) -> HttpResponse:
    """Save the section as it was entered; what is wrong is said at once, and nothing is lost.

    Saving is the same however often it is sent, so no key is asked for: going back and saving again must save again.
    """
    found, at = draft.section(code), now()
    specs = [each.spec for each in found.fields if not each.fixed]
    try:
        save_draft(draft.id, who=who, at=at, form=entered(specs, request.POST, day_of(at)))
    except Refused as refusal:
        return _shown(request, who, draft, found, sentence=refusal.sentence)
    if request.POST.get("then") == "later":
        return redirect("draft", draft.id)
    fresh = drafts.draft(draft.id, at)
    if fresh.section(code).faults:
        return _shown(request, who, fresh, fresh.section(code), status=422)
    following = fresh.after(code)
    return redirect("section", draft.id, following.code) if following else redirect("materials", draft.id)


def _shown(
    request: HttpRequest,
    who: Who,
    draft: Draft,
    found: Section,
    *,
    status: int = 200,
    sentence: str = "",
    touched_only: bool = False,
) -> HttpResponse:
    faults = [each for each in found.faults if each.entered or not touched_only]
    said = {
        "draft": draft,
        "section": found,
        "who": who,
        "faults": {each.spec.code: each.fault for each in faults},
        "summary": [(f"#{each.spec.code}", each.fault) for each in faults],
        "sentence": sentence,
    }
    return render(request, "applicant/section.html", said, status=409 if sentence else status)
