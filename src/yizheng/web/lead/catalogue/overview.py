"""目录工作台: the catalogue in force, what is on its way, which industries are offered (S-017, S-028)."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yizheng.catalogue import publishing
from yizheng.catalogue.commands import change_offer
from yizheng.catalogue.revisions.revising import overview
from yizheng.law.words import OfferVerb, Role
from yizheng.web.kinds import acts, new_key, now, reads, text_of
from yizheng.web.staff.acting import Tried, attempt
from yizheng.web.staff.guard import staff, who_of


@staff(Role.LEAD, Role.HEAD, Role.GOVERNOR)
@reads
def page(request: HttpRequest) -> HttpResponse:
    """Everything at a glance."""
    return _screen(request, None)


def _screen(request: HttpRequest, tried: Tried | None) -> HttpResponse:
    who = who_of(request)
    try:
        found = overview(who, now(), request.GET.get("after", ""))
    except publishing.NothingPublished as nothing:
        return render(request, "fault.html", {"title": "还没有事项目录", "text": str(nothing)}, status=503)
    said: dict[str, Any] = {"who": who, "tried": tried, "new_key": new_key, "page": found}
    said["entered"] = tried.entered if tried else {}
    return render(request, "lead/catalogue/overview.html", said, status=tried.status if tried else 200)


@staff(Role.HEAD)
@acts
def offer(request: HttpRequest, industry: str, verb: str) -> HttpResponse:
    """Suspend an industry, let it be applied for again, or retire it."""
    if verb not in set(OfferVerb):
        raise Http404("没有这个操作。")
    doing = OfferVerb(verb)
    reason, instead = text_of(request, "reason"), text_of(request, "instead")
    return attempt(
        request,
        f"{verb}-{industry}",
        lambda: change_offer(industry, doing, reason, instead, who=who_of(request), at=now()),
        lambda tried: _screen(request, tried),
        told=f"已办理「{doing.label}」，申请人在第一步就会看到。",
        to=reverse("catalogue"),
    )
