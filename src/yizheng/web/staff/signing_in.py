"""Signing in and out, and the way to one's own desk."""

from __future__ import annotations

from django.contrib import auth
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters

from yizheng.law.words import Role
from yizheng.people.commands import end_sessions
from yizheng.people.trying import trying
from yizheng.web.kinds import acts, now, reads
from yizheng.web.staff.guard import who_of

TOO_MANY = "输错的次数太多，请{}分钟后再试。忘记密码的，请联系本单位的系统管理员。"
ENDED = "登录已结束，刚才的操作没有办理，填写的内容也没有保存。请重新登录后再做一次。"
WRONG = "用户名或密码不正确，请重新输入。忘记密码的，请联系本单位的系统管理员。"


DESKS = (
    (Role.WINDOW, "window-desk"),
    (Role.REVIEWER, "organ-desk"),
    (Role.DECIDER, "organ-desk"),
    (Role.HEAD, "organ-desk"),
    (Role.SUPERVISOR, "permits"),
    (Role.LEAD, "lead-desk"),
    (Role.OPERATOR, "watch"),
    (Role.GOVERNOR, "caps"),
)
"""The page on which somebody's work begins, by the first of their roles."""


@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    """The sign-in page, and signing in."""
    return _sign_in(request) if request.method == "POST" else _ask(request)


@reads
def _ask(request: HttpRequest) -> HttpResponse:
    if who_of(request).id:
        return _onward(request)
    ended = ENDED if "ended" in request.GET else ""
    return render(request, "staff/sign_in.html", {"next": _next(request), "username": "", "wrong": ended})


@acts
def _sign_in(request: HttpRequest) -> HttpResponse:
    username = request.POST.get("username", "").strip()
    said = {"next": _next(request), "username": username}
    at, guess = now(), trying(request, "sign-in", username)
    if minutes := guess.minutes_to_wait(at):
        return render(request, "staff/sign_in.html", {**said, "wrong": TOO_MANY.format(minutes)}, status=429)
    person = auth.authenticate(request, username=username, password=request.POST.get("password", ""))
    if person is None:
        guess.wrong(at)
        return render(request, "staff/sign_in.html", {**said, "wrong": WRONG}, status=422)
    guess.right()
    auth.login(request, person)
    return _onward(request)


@acts
def sign_out(request: HttpRequest) -> HttpResponse:
    """Signing out ends every session of this person: a cookie somebody has kept opens nothing any more."""
    if request.user.is_authenticated:
        end_sessions(request.user.pk)
    auth.logout(request)
    return redirect("sign-in")


@reads
def desk(request: HttpRequest) -> HttpResponse:
    """One's own desk."""
    who = who_of(request)
    if not who.id:
        return redirect("sign-in")
    mine = next((page for role, page in DESKS if who.has(role)), None)
    if mine is None:
        raise Http404("没有岗位。")
    return redirect(mine)


def _next(request: HttpRequest) -> str:
    """Where to go after signing in: a path of this site, or nothing."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    local = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, None)
    return wanted if local and wanted != reverse("sign-in") else ""


def _onward(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect(_next(request) or reverse("desk"))
