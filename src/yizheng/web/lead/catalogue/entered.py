"""进驻: which organs and items have entered the hall, at which counter, or why not and how it is handed on (S-105)."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yizheng.catalogue.commands.placing import place
from yizheng.catalogue.placing import OrganPlaced, organs_placed
from yizheng.catalogue.publishing import newest_id, version
from yizheng.law.presence import why_not_place
from yizheng.law.words import Presence, Role
from yizheng.web.kinds import acts, now, reads, text_of
from yizheng.web.staff.acting import Tried, attempt, filling
from yizheng.web.staff.guard import staff, who_of
from yizheng.web.staff.paper_forms import Filling


@staff(Role.LEAD, Role.HEAD)
@reads
def entered(request: HttpRequest) -> HttpResponse:
    """Every organ with its items."""
    return _page(request, None)


@staff(Role.LEAD, Role.HEAD)
@acts
def tell(request: HttpRequest, organ: str) -> HttpResponse:
    """Say of an organ, or of one of its items, whether it has entered."""
    stated = text_of(request, "presence")
    if stated not in set(Presence):
        raise Http404("没有这种情况。")
    said = {name: text_of(request, name) for name in ("counter", "reason", "hand_on")}
    item = text_of(request, "item")
    return attempt(
        request,
        organ,
        lambda: place(organ, item, Presence(stated), **said, who=who_of(request), at=now()),
        lambda tried: _page(request, tried),
        told="已登记进驻情况，办事指南和窗口从现在起照此显示。",
        to=f"{reverse('entered')}#organ-{organ}",
    )


def _page(request: HttpRequest, tried: Tried | None) -> HttpResponse:
    organs = organs_placed(version(newest_id()))
    said = {
        "who": who_of(request),
        "tried": tried,
        "organs": organs,
        "why_not": why_not_place(who_of(request)),
        "filled": {each.code: _filled(each, tried) for each in organs},
        "untold": sum(item.placed is None for each in organs for item in each.items),
    }
    return render(request, "lead/catalogue/entered.html", said, status=tried.status if tried else 200)


def _filled(organ: OrganPlaced, tried: Tried | None) -> Filling:
    word = organ.placed
    known = {
        "presence": word.presence.value if word else Presence.ENTERED.value,
        "counter": word.counter if word else "",
        "reason": word.reason if word else "",
        "hand_on": word.hand_on if word else "",
    }
    return filling(tried, organ.code, known)
