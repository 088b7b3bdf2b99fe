"""Coming back: to a draft with its code, to a case with number and query code; wrong ones are all answered alike."""

from __future__ import annotations

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yizheng.cases.queries import progress
from yizheng.law.numbers import case_number_fault
from yizheng.web.applicant.who import open_here
from yizheng.web.kinds import acts, reads

MOST_TRIES = 20
WITHIN_SECONDS = 600
NO_MATCH = "办件编号和查询码对不上。请对照收件凭证逐位核对；两样都要填对，不区分大小写。"
NO_DRAFT = "没有找到这份草稿：草稿码可能填错了，也可能超过保存期已经清除。"
TOO_MANY = "填错的次数太多，请10分钟后再试，或者带身份证到窗口查询。"
WIDE = str.maketrans("０１２３４５６７８９－—–", "0123456789---")
LONGEST = 40


@reads
def query(request: HttpRequest) -> HttpResponse:
    """Where is my application?"""
    return _shown(request, "applicant/query.html", {"number": "", "code": ""})


@acts
def open_case(request: HttpRequest) -> HttpResponse:
    """Open a case with its number and query code; the same sentence for a wrong number and a wrong code."""
    number, code = _typed(request, "number").replace("-", ""), code_of(_typed(request, "code"))
    said = {"number": number, "code": str(request.POST.get("code", ""))[:LONGEST]}
    if _too_many(request):
        return _shown(request, "applicant/query.html", said, ("#number", TOO_MANY), 429)
    if fault := case_number_fault(number):
        return _shown(request, "applicant/query.html", said, ("#number", fault), 422)
    case_id = progress.opened_by(number, code)
    if case_id is None:
        _missed(request)
        return _shown(request, "applicant/query.html", said, ("#number", NO_MATCH), 422)
    open_here(request, case_id)
    return redirect("progress", number)


@reads
def resume(request: HttpRequest) -> HttpResponse:
    """Go on with a draft."""
    return _shown(request, "applicant/resume.html", {"code": ""})


@acts
def open_draft_again(request: HttpRequest) -> HttpResponse:
    """Open a draft with its code."""
    code = code_of(_typed(request, "code"))
    said = {"code": str(request.POST.get("code", ""))[:LONGEST]}
    if _too_many(request):
        return _shown(request, "applicant/resume.html", said, ("#code", TOO_MANY), 429)
    case_id = progress.draft_opened_by(code)
    if case_id is None:
        _missed(request)
        return _shown(request, "applicant/resume.html", said, ("#code", NO_DRAFT), 422)
    open_here(request, case_id)
    return redirect("draft", case_id)


def code_of(text: str) -> str:
    """A code as it is kept, however it was typed: ABCD-EFGH-JKMN."""
    bare = "".join(each for each in text if each.isalnum())
    return "-".join(bare[start : start + 4] for start in range(0, len(bare), 4))


def _typed(request: HttpRequest, name: str) -> str:
    said = str(request.POST.get(name, ""))[:LONGEST]
    return "".join(said.translate(WIDE).upper().split())


def _tries(request: HttpRequest) -> str:
    return f"wrong-codes:{request.META.get('REMOTE_ADDR', '')}"


def _too_many(request: HttpRequest) -> bool:
    tries: int = cache.get(_tries(request), 0)
    return tries >= MOST_TRIES


def _missed(request: HttpRequest) -> None:
    """Count a wrong try; the count is forgotten after a while."""
    cache.add(_tries(request), 0, WITHIN_SECONDS)
    cache.incr(_tries(request))


def _shown(
    request: HttpRequest, template: str, said: dict[str, str], fault: tuple[str, str] | None = None, status: int = 200
) -> HttpResponse:
    summary = [fault] if fault else []
    return render(request, template, {**said, "summary": summary, "fault": fault[1] if fault else ""}, status=status)
