"""Check-your-answers, declaration, submission, and the receipt 收件凭证 (行政许可法 29, 31, 78; 个人信息保护法 17)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yizheng.cases.commands import file_case
from yizheng.cases.queries import progress as standing
from yizheng.cases.queries.drafts import Draft
from yizheng.cases.queries.papers import papers_of
from yizheng.law.authority import Who
from yizheng.law.papers import Receipt
from yizheng.ledger.command import Refused
from yizheng.web.applicant.form import of_draft
from yizheng.web.applicant.who import applicant_of
from yizheng.web.kinds import acts, key_of, new_key, now, reads
from yizheng.web.public.access import viewer_of

DECLARATIONS = {
    "truth": "请勾选：所填内容和提交的材料真实（行政许可法第三十一条）。",
    "data": "请勾选：已阅读个人信息处理说明（个人信息保护法第十七条）。",
}

MORE_TO_ANSWER = "事项目录更新后多了问题，请先在填报清单点“更改回答”，把新问题答完。"


@reads
@of_draft
def check(request: HttpRequest, who: Who, draft: Draft) -> HttpResponse:
    """Everything once more, each with a way to change it."""
    return _shown(request, who, draft)


@acts
@of_draft
def submit(request: HttpRequest, who: Who, draft: Draft) -> HttpResponse:
    """File the application; the moment of receipt is the server's, to the second (最高法2009规定 6)."""
    undeclared = [(f"#{name}", sentence) for name, sentence in DECLARATIONS.items() if name not in request.POST]
    if undeclared:
        return _shown(request, who, draft, undeclared, 422, key=key_of(request))
    if not draft.complete:
        why = MORE_TO_ANSWER
        return _shown(request, who, draft, [(reverse("draft", args=[draft.id]), why)], 422)
    try:
        answer = file_case(draft.id, who=who, at=now(), key=key_of(request))
    except Refused as refusal:
        faults = [(_where(draft, fault.field), fault.sentence) for fault in refusal.faults]
        return _shown(request, who, draft, faults or [("#submit", refusal.sentence)], 422 if faults else 409)
    return redirect("receipt", answer.data["number"])


@reads
def receipt(request: HttpRequest, number: str) -> HttpResponse:
    """What was handed in, when, to the second; with the number and the code that open it again."""
    case_id = standing.case_id_of(number)
    who = applicant_of(request, case_id)
    papers = papers_of(case_id, viewer_of(request))
    said = {
        "case": standing.progress(case_id, now()),
        "who": who,
        "paper": next((each for each in papers if each.kind == Receipt.KIND), None),
        "receipt": standing.receipt_of(case_id),
    }
    return render(request, "applicant/receipt.html", said)


def _where(draft: Draft, code: str) -> str:
    """The address at which a field or material is put right."""
    section, anchor = draft.place_of(code)
    page = reverse("section", args=[draft.id, section]) if section else reverse("materials", args=[draft.id])
    return f"{page}#{anchor}"


def _shown(
    request: HttpRequest,
    who: Who,
    draft: Draft,
    summary: list[tuple[str, str]] | None = None,
    status: int = 200,
    key: str = "",
) -> HttpResponse:
    said = {
        "draft": draft,
        "who": who,
        "key": key or new_key(),
        "summary": summary or [],
        "declared": [name for name in DECLARATIONS if name in request.POST],
    }
    return render(request, "applicant/check.html", said, status=status)
