"""New versions of the licence are handed out at the window against the old paper, free of charge (domain C12)."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yizheng.law.words import Role
from yizheng.licences.commands import hand_out
from yizheng.licences.queries.tasks import to_hand_out
from yizheng.web.kinds import acts, key_of, new_key, now, reads, text_of
from yizheng.web.staff.acting import Tried, attempt, filling, form_name
from yizheng.web.staff.guard import staff, who_of


@staff(Role.WINDOW)
@reads
def licences(request: HttpRequest) -> HttpResponse:
    """The versions that nobody has taken yet."""
    return _page(request, None)


def _page(request: HttpRequest, tried: Tried | None) -> HttpResponse:
    rows = to_hand_out(now())
    said = {
        "who": who_of(request),
        "tried": tried,
        "new_key": new_key,
        "form_name": form_name,
        "rows": rows,
        "entered": {each.case_id: filling(tried, form_name(each.case_id, "hand-out")) for each in rows},
    }
    return render(request, "window/licences.html", said, status=tried.status if tried else 200)


@staff(Role.WINDOW)
@acts
def give(request: HttpRequest, case_id: UUID, version: int) -> HttpResponse:
    """Hand a version out: to whom, and whether the old paper came back."""
    to_name, returned = text_of(request, "to_name")[:60], "old_returned" in request.POST
    who = who_of(request)
    return attempt(
        request,
        form_name(case_id, "hand-out"),
        lambda: hand_out(
            case_id, version, to_name=to_name, old_returned=returned, who=who, at=now(), key=key_of(request)
        ),
        lambda tried: _page(request, tried),
        told=f"已发放第{version}版综合许可证。",
        to=reverse("window-licences"),
    )
