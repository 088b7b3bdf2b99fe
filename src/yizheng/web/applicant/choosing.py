"""The first page: choose what to open, find it by any word, or go on with what was begun."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yizheng.cases.queries import drafts
from yizheng.catalogue import publishing
from yizheng.catalogue.finding import found
from yizheng.law.items import Industry
from yizheng.law.questions import next_question, prune
from yizheng.ledger.command import NotFound
from yizheng.web.applicant.answers import answers_in, forget_answers
from yizheng.web.applicant.who import opened_here
from yizheng.web.kinds import acts, now, reads

MOST_TYPED = 40

GROUPS = {
    "H": "吃饭、喝茶、住宿",
    "F": "卖东西的店",
    "O": "理发、洗浴、修车、宠物",
    "R": "文化、体育、娱乐",
}
"""What a section of GB/T 4754 is called on the first page; the sections not named here stand together at the end."""

OTHERS = "印刷、运输、用工、上学、看病"


@reads
def home(request: HttpRequest) -> HttpResponse:
    """Industries as big plain choices."""
    at = now()
    try:
        catalogue = publishing.in_force(at)
    except publishing.NothingPublished as nothing:
        return render(request, "fault.html", {"title": "还不能办理", "text": str(nothing)}, status=503)
    typed = request.GET.get("q", "").strip()[:MOST_TYPED]
    return render(
        request,
        "applicant/home.html",
        {
            "groups": grouped(catalogue.industries.values()),
            "typed": typed,
            "found": found(catalogue.industries.values(), typed),
            "begun": drafts.briefs(opened_here(request), at),
            "zone": catalogue.zone,
        },
    )


def grouped(industries: Iterable[Industry]) -> dict[str, list[Industry]]:
    """The industries under everyday headings, each group in the order of its codes of GB/T 4754."""
    groups: dict[str, list[Industry]] = {heading: [] for heading in (*GROUPS.values(), OTHERS)}
    for industry in sorted(industries, key=lambda each: each.gbt4754):
        groups[GROUPS.get(industry.gbt4754[0][0], OTHERS)].append(industry)
    return {heading: members for heading, members in groups.items() if members}


@reads
def start(request: HttpRequest, industry: str) -> HttpResponse:
    """What this industry covers, and what will be asked."""
    catalogue = publishing.in_force(now())
    chosen = industry_of(catalogue.industries, industry)
    answers = prune(chosen, answers_in(request, industry), catalogue)
    said = {
        "industry": chosen,
        "answered": len(answers),
        "next": next_question(chosen, answers, catalogue),
        "first": chosen.questions[0],
        "zone": catalogue.zone,
    }
    return render(request, "applicant/start.html", said)


@acts
def start_anew(request: HttpRequest, industry: str) -> HttpResponse:
    """Forget the answers and begin with the first question."""
    chosen = industry_of(publishing.in_force(now()).industries, industry)
    forget_answers(request, industry)
    return redirect("ask", industry, chosen.questions[0].code)


def industry_of(industries: Mapping[str, Industry], code: str) -> Industry:
    """An industry of the catalogue. Raises NotFound."""
    if code not in industries:
        raise NotFound("目录里没有这个行业。")
    return industries[code]
