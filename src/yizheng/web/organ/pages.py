"""What an organ's people read of one item: everything they need for it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yizheng.cases.file import day_of
from yizheng.cases.queries.item_page import ItemPage, item_page
from yizheng.law.words import Role, Verb
from yizheng.licences.queries import permits_of
from yizheng.web.kinds import new_key, now, reads
from yizheng.web.organ.verbs import grouped, likely
from yizheng.web.staff.acting import Tried, filling, form_name
from yizheng.web.staff.guard import staff, who_of
from yizheng.web.staff.paper_forms import boxes

ORGAN = (Role.REVIEWER, Role.DECIDER, Role.HEAD)


@staff(*ORGAN)
@reads
def item(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """One item."""
    return item_screen(request, item_id, None)


def item_screen(request: HttpRequest, item_id: UUID, tried: Tried | None) -> HttpResponse:
    """The page of an item, with what was tried and refused."""
    who, at = who_of(request), now()
    page = item_page(item_id, who, day_of(at))
    permit = next((each for each in permits_of(page.home, at) if each.item == page.item.code), None)
    groups, folded = grouped(page.item.choices)
    said = {
        "page": page,
        "who": who,
        "tried": tried,
        "new_key": new_key,
        "form_name": form_name,
        "verb_groups": groups,
        "folded": folded,
        "next": likely(page.item.choices, page.facts.proposal),
        "forms": _forms(page, tried),
        "point": filling(tried, form_name(item_id, "point")),
        "permit": permit,
    }
    return render(request, "organ/item.html", said, status=tried.status if tried else 200)


def _forms(page: ItemPage, tried: Tried | None) -> dict[str, Any]:
    """The forms of the verbs; the last review opinion stands in the next one."""
    known: dict[str, Any] = {}
    if page.opinion:
        known = {"checks": page.opinion.checks, "proposal": page.opinion.proposal, "reasons": page.opinion.reasons}
    return {
        each.verb: boxes(
            each.paper,
            filling(tried, form_name(page.item.id, each.verb), known if each.verb == Verb.REVIEW else None),
            page.review_points,
            page.item.among,
        )
        if each.paper
        else ()
        for each in page.item.choices
    }
