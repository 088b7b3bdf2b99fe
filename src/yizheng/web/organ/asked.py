"""What an organ that is asked for its opinion reads and answers: the question, and nothing else of the case."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yizheng.cases.commands import Move, step
from yizheng.cases.file import day_of
from yizheng.cases.queries.inquiries import asked_page
from yizheng.law.papers import OpinionReply
from yizheng.law.words import Verb
from yizheng.web.kinds import acts, key_of, new_key, now, reads, text_of
from yizheng.web.organ.pages import ORGAN
from yizheng.web.staff.acting import Tried, attempt, filling, form_name
from yizheng.web.staff.guard import staff, who_of
from yizheng.web.staff.paper_forms import boxes


@staff(*ORGAN)
@reads
def inquiry(request: HttpRequest, inquiry_id: UUID) -> HttpResponse:
    """One question to this organ."""
    return _screen(request, inquiry_id, None)


@staff(*ORGAN)
@acts
def reply(request: HttpRequest, inquiry_id: UUID) -> HttpResponse:
    """Answer it (行政许可法 26(2))."""
    who, at = who_of(request), now()
    page = asked_page(inquiry_id, who, day_of(at))
    paper = OpinionReply(inquiry=str(inquiry_id), answer=text_of(request, "answer"))
    return attempt(
        request,
        form_name(inquiry_id, Verb.REPLY),
        lambda: step(page.case_id, [Move(page.item_id, Verb.REPLY, paper)], who=who, at=at, key=key_of(request)),
        lambda tried: _screen(request, inquiry_id, tried),
        told="已答复，征求意见的机关看得到。",
        to=reverse("organ-asked", args=[inquiry_id]),
    )


def _screen(request: HttpRequest, inquiry_id: UUID, tried: Tried | None) -> HttpResponse:
    who = who_of(request)
    page = asked_page(inquiry_id, who, day_of(now()))
    form = form_name(inquiry_id, Verb.REPLY)
    asked = [each for each in boxes(OpinionReply, filling(tried, form)) if each.name == "answer"]
    said = {"page": page, "who": who, "tried": tried, "new_key": new_key, "form": form, "boxes": asked}
    return render(request, "organ/asked.html", said, status=tried.status if tried else 200)
