"""The first page: choose what to open, find it by any word, or go on with what was begun."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yizheng.cases.queries import drafts
from yizheng.catalogue import publishing
from yizheng.catalogue.finding import found
from yizheng.catalogue.offers import not_offered, offered
from yizheng.law.items import Catalogue, Industry
from yizheng.law.questions import next_question, prune
from yizheng.ledger.command import NotFound
from yizheng.web.applicant.answers import answers_in, forget_answers
from yizheng.web.applicant.who import opened_here
from yizheng.web.kinds import acts, now, reads
from yizheng.web.public.closed import Closed, open_only

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
            "groups": grouped(offered(catalogue, at).values()),
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
@open_only
def start(request: HttpRequest, industry: str) -> HttpResponse:
    """What this industry covers, and what will be asked."""
    catalogue, chosen = chosen_at(industry, now())
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
@open_only
def start_anew(request: HttpRequest, industry: str) -> HttpResponse:
    """Forget the answers and begin with the first question."""
    _, chosen = chosen_at(industry, now())
    forget_answers(request, industry)
    return redirect("ask", industry, chosen.questions[0].code)


def chosen_at(code: str, at: datetime) -> tuple[Catalogue, Industry]:
    """The catalogue in force and an industry of it that is offered. Raises Closed, NotFound."""
    if closed := not_offered(code, at):
        raise Closed(closed)
    catalogue = publishing.in_force(at)
    if code not in catalogue.industries:
        raise NotFound("目录里没有这个行业。")
    return catalogue, catalogue.industries[code]
