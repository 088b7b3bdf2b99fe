"""Who is signed in, and which pages are for whom."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from yizheng.cases.file import day_of
from yizheng.law.authority import Who
from yizheng.law.words import Role
from yizheng.people import queries
from yizheng.web.kinds import View, now

NOBODY = Who(id="", name="")
KEPT = "_yizheng_who"


def who_of(request: HttpRequest) -> Who:
    """The signed-in person with today's posts, asked for once per request; nobody when not signed in."""
    kept: Who | None = getattr(request, KEPT, None)
    if kept is None:
        person = request.user
        kept = queries.who(person, day_of(now())) if person.is_authenticated else NOBODY
        setattr(request, KEPT, kept)
    return kept


def staff(*roles: Role) -> Callable[[View], View]:
    """Pages for people who hold one of these roles: others sign in first, or find nothing here (404)."""

    def guard(view: View) -> View:
        @functools.wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            who = who_of(request)
            if not who.id:
                return _sign_in_first(request)
            if not any(who.has(role) for role in roles):
                raise Http404("另一种职责的页面。")
            return view(request, *args, **kwargs)

        return guarded

    return guard


def _sign_in_first(request: HttpRequest) -> HttpResponse:
    """To a page by way of signing in; a form that was sent is lost, and that is said."""
    if request.method == "POST":
        return redirect(reverse("sign-in") + "?ended=1")
    return redirect_to_login(request.get_full_path())
