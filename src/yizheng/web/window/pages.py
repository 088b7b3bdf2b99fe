"""What the window reads: a whole case, and where an application for somebody who came in person begins."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yizheng.cases.file import day_of
from yizheng.cases.queries.case_page import CasePage, WindowItem, case_page
from yizheng.cases.queries.choices import Choice
from yizheng.cases.queries.window_desk import Tray, window_desk
from yizheng.catalogue.placing import effects
from yizheng.law.words import Role, Verb
from yizheng.web.kinds import new_key, now, reads
from yizheng.web.staff.acting import Tried, filling, form_name
from yizheng.web.staff.guard import staff, who_of
from yizheng.web.staff.paper_forms import Box, boxes


@staff(Role.WINDOW)
@reads
def new(request: HttpRequest) -> HttpResponse:
    """Enter an application for somebody who came in person: the same form, the same rules, the same numbers."""
    return new_screen(request)


def new_screen(request: HttpRequest, typed: str = "", sentence: str = "", status: int = 200) -> HttpResponse:
    """The page, with the code of a notice as it was typed and what is wrong with it."""
    said = {
        "drafts": window_desk(on=day_of(now()), tray=Tray.DRAFTS).drafts,
        "who": who_of(request),
        "typed": typed,
        "sentence": sentence,
        "new_key": new_key,
    }
    return render(request, "window/new.html", said, status=status)


@staff(Role.WINDOW)
@reads
def case(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """A whole case."""
    return case_screen(request, case_id, None)


def case_screen(request: HttpRequest, case_id: UUID, tried: Tried | None) -> HttpResponse:
    """The page of a case, with what was tried and refused."""
    who = who_of(request)
    page = case_page(case_id, who, day_of(now()))
    said = {
        "page": page,
        "who": who,
        "tried": tried,
        "new_key": new_key,
        "form_name": form_name,
        "forms": {each.shown.id: _forms(each, tried) for each in page.items},
        "accept": filling(tried, form_name(page.id, "accept")),
        "ticked": _ticked(page, tried),
        "places": effects({each.shown.code: each.shown.organ for each in page.items}),
    }
    return render(request, "window/case.html", said, status=tried.status if tried else 200)


def _forms(item: WindowItem, tried: Tried | None) -> dict[str, Any]:
    """The forms of one item: its verbs with their papers, and a point of the supplement."""
    forms: dict[str, Any] = {each.verb: _boxes(item, each, tried) for each in item.shown.choices}
    forms["point"] = filling(tried, form_name(item.shown.id, "point"))
    return forms


def _boxes(item: WindowItem, choice: Choice, tried: Tried | None) -> tuple[Box, ...]:
    """The boxes of one verb; an acceptance with a gap stands filled in with what the applicant promised."""
    if choice.paper is None:
        return ()
    gap = tuple(code for code, _ in item.shown.among.get("gap", ()))
    known = {"missing": gap, "promised": "yes"} if choice.verb == Verb.GAP_ACCEPT else None
    return boxes(choice.paper, filling(tried, form_name(item.shown.id, choice.verb), known), among=item.shown.among)


def _ticked(page: CasePage, tried: Tried | None) -> frozenset[str]:
    """Which items are ticked to be accepted: what was ticked, else all that can be and are not doubted."""
    if tried and tried.entered is not None and tried.form == form_name(page.id, "accept"):
        return frozenset(tried.entered.getlist("item"))
    return frozenset(str(each.shown.id) for each in page.acceptable if not page.supplement.untold(each.shown.code))
