"""The first page: choose what to open, find it by any word, or go on with what was begun."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yizheng.cases.queries import drafts
from yizheng.catalogue import publishing
from yizheng.law.items import Industry
from yizheng.law.questions import next_question, prune
from yizheng.ledger.command import NotFound
from yizheng.web.applicant.answers import answers_in, forget_answers
from yizheng.web.applicant.who import opened_here
from yizheng.web.kinds import acts, now, reads

MOST_TYPED = 40


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
            "industries": catalogue.industries.values(),
            "typed": typed,
            "found": found(catalogue.industries, typed),
            "begun": drafts.briefs(opened_here(request), at),
            "zone": catalogue.zone,
        },
    )


def found(industries: Mapping[str, Industry], typed: str) -> list[Industry]:
    """The industries that a person may mean: a word of theirs in what was typed, or what was typed in their words."""
    wanted = "".join(typed.split()).upper()
    if not wanted:
        return []

    def fits(industry: Industry) -> bool:
        words = (industry.name, industry.everyday, *industry.search_words, *industry.gbt4754)
        return any(wanted in word.upper() for word in words) or any(
            word.upper() in wanted for word in industry.search_words
        )

    return [each for each in industries.values() if fits(each)]


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
