"""Permits after the grant: what waits, one permit with everything that may be done to it, receipts for letters."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yizheng.law.permit_transitions import PERMIT_PAPER
from yizheng.law.words import Role, Verb
from yizheng.licences.commands import act_on_permit
from yizheng.licences.queries.permit_page import VERBS, PermitPage, case_of_permit, permit_page
from yizheng.licences.queries.tasks import checks_for, letters_for, requests_for
from yizheng.web.kinds import acts, key_of, new_key, now, reads
from yizheng.web.staff.acting import Tried, attempt, filling, form_name
from yizheng.web.staff.guard import staff, who_of
from yizheng.web.staff.letters import acknowledged
from yizheng.web.staff.paper_forms import Box, boxes, paper_of

THEIRS = (Role.REVIEWER, Role.DECIDER, Role.HEAD, Role.SUPERVISOR)


@staff(*THEIRS)
@reads
def permits(request: HttpRequest) -> HttpResponse:
    """What waits about permits: requests, checks, letters."""
    return permits_screen(request, None)


def permits_screen(request: HttpRequest, tried: Tried | None) -> HttpResponse:
    """The page of what waits, with what was tried and refused."""
    who, at = who_of(request), now()
    said = {
        "who": who,
        "tried": tried,
        "new_key": new_key,
        "form_name": form_name,
        "requests": requests_for(who, at),
        "checks": checks_for(who, at),
        "letters": letters_for(who, at),
    }
    return render(request, "organ/permits.html", said, status=tried.status if tried else 200)


@staff(*THEIRS)
@reads
def permit(request: HttpRequest, permit_id: UUID) -> HttpResponse:
    """One permit."""
    return permit_screen(request, permit_id, None)


def permit_screen(request: HttpRequest, permit_id: UUID, tried: Tried | None) -> HttpResponse:
    """The page of a permit, with what was tried and refused."""
    who = who_of(request)
    page = permit_page(permit_id, who, now())
    said = {
        "page": page,
        "who": who,
        "tried": tried,
        "new_key": new_key,
        "form_name": form_name,
        "forms": _forms(page, tried),
    }
    return render(request, "organ/permit.html", said, status=tried.status if tried else 200)


@staff(*THEIRS)
@acts
def act(request: HttpRequest, permit_id: UUID, verb: str) -> HttpResponse:
    """Do one verb to one permit, by its paper."""
    if verb not in VERBS:
        raise Http404("没有这个操作。")
    who, doing = who_of(request), Verb(verb)
    case_id = case_of_permit(permit_id, who)
    paper = paper_of(PERMIT_PAPER[doing], request.POST)
    return attempt(
        request,
        form_name(permit_id, doing),
        lambda: act_on_permit(case_id, permit_id, paper, who=who, at=now(), key=key_of(request)),
        lambda tried: permit_screen(request, permit_id, tried),
        told=f"已办理「{doing.label}」，扫码结果已同时更新。",
        to=reverse("permit", args=[permit_id]),
    )


@staff(*THEIRS)
@acts
def receipt(request: HttpRequest, letter_id: UUID) -> HttpResponse:
    """Give a letter its receipt."""
    return acknowledged(request, letter_id, lambda tried: permits_screen(request, tried), to=reverse("permits"))


def _forms(page: PermitPage, tried: Tried | None) -> dict[str, Any]:
    """The forms of the verbs; of several grounds only those that are open are offered."""
    return {
        each.verb: tuple(
            _narrowed(box, page.open_grounds.get(each.verb, ()))
            for box in boxes(PERMIT_PAPER[each.verb], filling(tried, form_name(page.permit.id, each.verb)))
        )
        for each in page.choices
    }


def _narrowed(box: Box, open_grounds: tuple[str, ...]) -> Box:
    if box.name != "ground" or not open_grounds:
        return box
    options = tuple(each for each in box.options if each[0] in open_grounds)
    value = options[0][0] if len(options) == 1 and not box.value else box.value
    return replace(box, value=value, options=options)
