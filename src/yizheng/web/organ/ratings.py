"""Bad ratings 差评 at the organ: what was said, by when to answer, and the answer (domain §2.12, C17)."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yizheng.cases.commands import answer_rating
from yizheng.cases.file import day_of
from yizheng.cases.queries.ratings import bad_ratings, case_of_rating
from yizheng.law.words import Role
from yizheng.web.kinds import acts, key_of, new_key, now, reads, text_of
from yizheng.web.organ.pages import ORGAN
from yizheng.web.staff.acting import Tried, attempt, form_name
from yizheng.web.staff.guard import staff, who_of


@staff(*ORGAN, Role.LEAD)
@reads
def ratings(request: HttpRequest) -> HttpResponse:
    """The bad ratings that wait for an answer."""
    return _screen(request, None)


@staff(*ORGAN, Role.LEAD)
@acts
def answer(request: HttpRequest, rating_id: UUID) -> HttpResponse:
    """Answer one of them."""
    who, case_id = who_of(request), case_of_rating(rating_id)
    outcome = text_of(request, "outcome")
    return attempt(
        request,
        form_name(rating_id, "answer"),
        lambda: answer_rating(case_id, rating_id, outcome, who=who, at=now(), key=key_of(request)),
        lambda tried: _screen(request, tried),
        told="已答复，申请人会在进度页看到。",
        to=reverse("ratings"),
    )


def _screen(request: HttpRequest, tried: Tried | None) -> HttpResponse:
    who = who_of(request)
    said = {
        "ratings": bad_ratings(who, day_of(now())),
        "who": who,
        "tried": tried,
        "new_key": new_key,
        "form_name": form_name,
    }
    return render(request, "organ/ratings.html", said, status=tried.status if tried else 200)
