"""Coming back: to a draft with its code, to a case with number and query code; wrong ones are all answered alike."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yizheng.cases.queries import notices, progress
from yizheng.law.numbers import case_number_fault
from yizheng.ledger.command import NotFound
from yizheng.people.trying import Trying, trying
from yizheng.web.applicant.who import forget_all, open_here
from yizheng.web.kinds import acts, now, reads

NO_MATCH = "办件编号和查询码对不上。请对照收件凭证逐位核对；两样都要填对，不区分大小写。"
NO_DRAFT = "没有找到这份草稿：草稿码可能填错了，也可能超过保存期已经清除。"
NO_NOTICE = "没有找到这份告知单，请对照纸面逐位核对编号。"
TOO_MANY = "填错的次数太多，请{}分钟后再试，或者带身份证到窗口查询。"
FORGOTTEN = "已结束：本机不再保留您打开过的申请和回答。请同时关闭浏览器窗口。"
WIDE = str.maketrans("０１２３４５６７８９－—–", "0123456789---")
LONGEST = 200


@reads
def query(request: HttpRequest) -> HttpResponse:
    """Where is my application?"""
    return _shown(request, "applicant/query.html", {"number": "", "code": ""})


@acts
def open_case(request: HttpRequest) -> HttpResponse:
    """Open a case with its number and query code; the same sentence for a wrong number and a wrong code."""
    number, code = _typed(request, "number").replace("-", ""), code_of(_typed(request, "code"))
    said = {"number": number, "code": str(request.POST.get("code", ""))[:LONGEST]}
    if fault := case_number_fault(number):
        return _shown(request, "applicant/query.html", said, ("#number", fault), 422)
    at, guess = now(), trying(request, "query", number)
    if minutes := guess.minutes_to_wait(at):
        return _shown(request, "applicant/query.html", said, ("#number", TOO_MANY.format(minutes)), 429)
    case_id = progress.opened_by(number, code)
    if case_id is None:
        guess.wrong(at)
        return _shown(request, "applicant/query.html", said, ("#number", NO_MATCH), 422)
    guess.right()
    open_here(request, case_id)
    return redirect("progress", number)


@reads
def resume(request: HttpRequest) -> HttpResponse:
    """Go on with a draft."""
    return _shown(request, "applicant/resume.html", {"code": ""})


@acts
def open_draft_again(request: HttpRequest) -> HttpResponse:
    """Open a draft with its code, or a notice with the code printed on it."""
    said = {"code": str(request.POST.get("code", ""))[:LONGEST]}
    at, guess = now(), trying(request, "resume")
    if minutes := guess.minutes_to_wait(at):
        return _shown(request, "applicant/resume.html", said, ("#code", TOO_MANY.format(minutes)), 429)
    if told := notices.notice_code_in(said["code"]):
        return _notice(request, told, guess, said)
    case_id = progress.draft_opened_by(code_of(_typed(request, "code")))
    if case_id is None:
        guess.wrong(at)
        return _shown(request, "applicant/resume.html", said, ("#code", NO_DRAFT), 422)
    open_here(request, case_id)
    return redirect("draft", case_id)


def _notice(request: HttpRequest, code: str, guess: Trying, said: dict[str, str]) -> HttpResponse:
    try:
        return redirect("notice", notices.notice(code).code)
    except NotFound:
        guess.wrong(now())
        return _shown(request, "applicant/resume.html", said, ("#code", NO_NOTICE), 422)


@acts
def forget(request: HttpRequest) -> HttpResponse:
    """End one's use of this computer, which the next person will use; what was saved can be opened again by code."""
    forget_all(request)
    messages.success(request, FORGOTTEN)
    return redirect("home")


def code_of(text: str) -> str:
    """A code as it is kept, however it was typed: ABCD-EFGH-JKMN."""
    bare = "".join(each for each in text if each.isalnum())
    return "-".join(bare[start : start + 4] for start in range(0, len(bare), 4))


def _typed(request: HttpRequest, name: str) -> str:
    said = str(request.POST.get(name, ""))[:LONGEST]
    return "".join(said.translate(WIDE).upper().split())


def _shown(
    request: HttpRequest, template: str, said: dict[str, str], fault: tuple[str, str] | None = None, status: int = 200
) -> HttpResponse:
    summary = [fault] if fault else []
    return render(request, template, {**said, "summary": summary, "fault": fault[1] if fault else ""}, status=status)
