"""Signing in and out, and the way to one's own desk."""

from __future__ import annotations

from django.contrib import auth
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from yizheng.law.words import Role
from yizheng.web.kinds import acts, reads
from yizheng.web.staff.guard import who_of

WRONG = "用户名或密码不正确，请重新输入。忘记密码的，请联系本单位的系统管理员。"


@never_cache
@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    """The sign-in page, and signing in."""
    return _sign_in(request) if request.method == "POST" else _ask(request)


@reads
def _ask(request: HttpRequest) -> HttpResponse:
    if who_of(request).id:
        return redirect(_next(request) or "desk")
    return render(request, "staff/sign_in.html", {"next": _next(request), "username": "", "wrong": ""})


@acts
def _sign_in(request: HttpRequest) -> HttpResponse:
    username = request.POST.get("username", "").strip()
    person = auth.authenticate(request, username=username, password=request.POST.get("password", ""))
    if person is None:
        said = {"next": _next(request), "username": username, "wrong": WRONG}
        return render(request, "staff/sign_in.html", said, status=422)
    auth.login(request, person)
    return redirect(_next(request) or "desk")


@acts
def sign_out(request: HttpRequest) -> HttpResponse:
    """Signing out ends the session in this browser."""
    auth.logout(request)
    return redirect("sign-in")


@reads
def desk(request: HttpRequest) -> HttpResponse:
    """One's own desk: the window's, or the organ's."""
    who = who_of(request)
    if not who.id:
        return redirect("sign-in")
    if who.has(Role.WINDOW):
        return redirect("window-desk")
    if who.has(Role.REVIEWER) or who.has(Role.DECIDER):
        return redirect("organ-desk")
    raise Http404("没有岗位。")


def _next(request: HttpRequest) -> str:
    """Where to go after signing in: an address of this site, or nothing."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe and wanted != reverse("sign-in") else ""
