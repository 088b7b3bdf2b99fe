"""A notice that somebody brings to the window: its code is scanned or typed, and the form opens with its answers."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from yizheng.cases.queries import notices
from yizheng.law.words import Role
from yizheng.ledger.command import NotFound, Refused
from yizheng.people.trying import trying
from yizheng.web.applicant.continuing import continued
from yizheng.web.kinds import acts, now
from yizheng.web.staff.guard import staff
from yizheng.web.window.pages import new_screen

NO_CODE = "请扫告知单上的二维码，或者输入它的编号：8位日期加8位字母数字，例如20261124-ABCDEF34。"
NO_NOTICE = "没有这份告知单：请对照纸面逐位核对编号。"
TOO_MANY = "输错的次数太多，请{}分钟后再试，或者直接选择行业填写。"
CHANGED = "这张告知单出具后目录有变化，请先和申请人看清下面的变化，再继续填写。"
LONGEST = 200


@staff(Role.WINDOW)
@acts
def go_on(request: HttpRequest) -> HttpResponse:
    """Open a draft with the answers of the notice; what has changed since is shown first."""
    typed = str(request.POST.get("code", ""))[:LONGEST]
    if not (code := notices.notice_code_in(typed)):
        return new_screen(request, typed, NO_CODE, 422)
    at, guess = now(), trying(request, "notice")
    if minutes := guess.minutes_to_wait(at):
        return new_screen(request, typed, TOO_MANY.format(minutes), 429)
    try:
        given = notices.notice(code)
    except NotFound:
        guess.wrong(at)
        return new_screen(request, typed, NO_NOTICE, 422)
    later = notices.since(given, at)
    if later and (later.ask or later.changes):
        messages.warning(request, CHANGED)
        return redirect("notice", given.code)
    try:
        return continued(request, given)
    except Refused as refusal:
        return new_screen(request, typed, refusal.sentence, 409)
