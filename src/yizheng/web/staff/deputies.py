"""我的代理: appoint somebody to stand in for oneself, and end it."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yizheng.cases.file import day_of
from yizheng.cases.queries.seats import place_of
from yizheng.law.words import Role
from yizheng.people.commands import Asked, deputise, end_deputy
from yizheng.people.deputies import deputising
from yizheng.web.kinds import acts, now, reads, text_of
from yizheng.web.staff.acting import Tried, attempt, filling
from yizheng.web.staff.guard import staff, who_of

EVERYBODY = (Role.WINDOW, Role.REVIEWER, Role.DECIDER, Role.HEAD, Role.SUPERVISOR, Role.LEAD)
FORM = "deputy"


@staff(*EVERYBODY)
@reads
def page(request: HttpRequest) -> HttpResponse:
    """Who stands in for me, for whom I stand in, and a form to ask somebody."""
    return _screen(request, None)


def _screen(request: HttpRequest, tried: Tried | None) -> HttpResponse:
    who, at = who_of(request), now()
    said = {
        "who": who,
        "tried": tried,
        "mine": deputising(UUID(who.id), day_of(at)),
        "place_of": lambda post: place_of(post.organ, post.section, at),
        "today": day_of(at).isoformat(),
        "form": filling(tried, FORM),
    }
    return render(request, "staff/deputies.html", said, status=tried.status if tried else 200)


@staff(*EVERYBODY)
@acts
def appoint(request: HttpRequest) -> HttpResponse:
    """Ask somebody to stand in for a post of one's own."""
    who, at = who_of(request), now()
    asked = Asked(_id(request, "person"), _day(request, "from_on"), _day(request, "until_on"))
    return attempt(
        request,
        FORM,
        lambda: deputise(_posts(request), asked, of=UUID(who.id), by=who.name, on=day_of(at), at=at),
        lambda tried: _screen(request, tried),
        told="已设定代理。代理人办理时，文书上写明「代理」和您的姓名。",
        to=reverse("deputies"),
    )


@staff(*EVERYBODY)
@acts
def end(request: HttpRequest, deputy_id: UUID) -> HttpResponse:
    """End it at once."""
    who = who_of(request)
    return attempt(
        request,
        FORM,
        lambda: end_deputy(deputy_id, of=UUID(who.id), at=now()),
        lambda tried: _screen(request, tried),
        told="代理已结束，即时生效。",
        to=reverse("deputies"),
    )


def _posts(request: HttpRequest) -> list[UUID]:
    post = _id(request, "post")
    return [post] if post else []


def _id(request: HttpRequest, name: str) -> UUID | None:
    with suppress(ValueError):
        return UUID(text_of(request, name))
    return None


def _day(request: HttpRequest, name: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(text_of(request, name))
    return None
