"""Cases near the end of their cap: what has passed is reported, what has not may be extended (行政许可法 42(2); C5)."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yizheng.cases.commands import extend_case
from yizheng.cases.file import day_of
from yizheng.cases.queries.caps import caps_near_their_end
from yizheng.law.papers import JointExtension
from yizheng.law.words import Role
from yizheng.web.kinds import acts, key_of, new_key, now, reads, text_of
from yizheng.web.staff.acting import Tried, attempt, filling, form_name
from yizheng.web.staff.guard import staff, who_of
from yizheng.web.staff.paper_forms import boxes


@staff(Role.GOVERNOR, Role.LEAD)
@reads
def caps(request: HttpRequest) -> HttpResponse:
    """The list, the first due first."""
    return _caps(request, None)


def _caps(request: HttpRequest, tried: Tried | None) -> HttpResponse:
    who = who_of(request)
    found = caps_near_their_end(who, day_of(now()), request.GET.get("after", ""))
    forms = {each.id: form_name(each.id, "extend") for each in found.rows}
    said = {
        "who": who,
        "tried": tried,
        "new_key": new_key,
        "caps": found,
        "forms": forms,
        "boxes": {id: boxes(JointExtension, filling(tried, form)) for id, form in forms.items()},
    }
    return render(request, "lead/caps.html", said, status=tried.status if tried else 200)


@staff(Role.GOVERNOR)
@acts
def extend(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The head of government extends the cap on a case."""
    paper = JointExtension(reasons=text_of(request, "reasons"))
    return attempt(
        request,
        form_name(case_id, "extend"),
        lambda: extend_case(case_id, paper, who=who_of(request), at=now(), key=key_of(request)),
        lambda tried: _caps(request, tried),
        told="已批准延长总时限，并已告知申请人。",
        to=reverse("caps"),
    )
