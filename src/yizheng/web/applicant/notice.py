"""The one-time notice 一次告知单: what is needed and why, for exactly these answers; from it the form is opened."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from markupsafe import Markup

from yizheng.cases.commands import save_draft
from yizheng.cases.queries import drafts, notices
from yizheng.catalogue import publishing
from yizheng.catalogue.offers import not_offered
from yizheng.law.flow import Chart, outside
from yizheng.law.guide import own_items
from yizheng.law.intake import assess, prefilled
from yizheng.law.words import CaseState
from yizheng.ledger.command import NotFound, Refused
from yizheng.typeset.charts import svg
from yizheng.typeset.licences import licence_svg_qr
from yizheng.web.applicant.answers import CHANGING, keep_answers
from yizheng.web.applicant.continuing import continued
from yizheng.web.applicant.who import applicant_of
from yizheng.web.kinds import acts, new_key, now, reads
from yizheng.web.public.closed import not_offered_page


@reads
def notice(request: HttpRequest, code: str) -> HttpResponse:
    """The notice, to read, to print, to keep."""
    return _shown(request, notices.notice(code))


@acts
def fill_in(request: HttpRequest, code: str) -> HttpResponse:
    """Go on to the form with the answers of this notice."""
    given = notices.notice(code)
    if closed := not_offered(given.industry, now()):
        return not_offered_page(request, closed)
    try:
        return continued(request, given)
    except Refused as refusal:
        return _shown(request, given, refusal.sentence)


@acts
def change_draft(request: HttpRequest, code: str, case_id: UUID) -> HttpResponse:
    """Let a draft follow new answers; what was typed stays, what comes from the answers follows them."""
    given, at = notices.notice(code), now()
    who = applicant_of(request, case_id)
    before = drafts.draft(case_id, at)
    if before.industry != given.industry:
        raise NotFound("这份告知单不是这份草稿的行业。")
    catalogue = publishing.version(publishing.filed_under(given.industry, given.catalogue_id, at))
    industry = catalogue.industries[given.industry]
    was = prefilled(assess(industry, before.answers, catalogue), catalogue)
    form = {
        spec: value
        for spec, value in prefilled(assess(industry, given.answers, catalogue), catalogue).items()
        if was.get(spec) != value
    }
    try:
        save_draft(case_id, who=who, at=at, form=form, answers=given.answers, notice_id=given.id)
    except Refused as refusal:
        return _shown(request, given, refusal.sentence)
    request.session.pop(CHANGING, None)
    return redirect("draft", case_id)


@acts
def change_answers(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Take the answers of a draft to the questions once more."""
    applicant_of(request, case_id)
    draft = drafts.draft(case_id, now())
    keep_answers(request, draft.industry, dict(draft.answers))
    request.session[CHANGING] = str(case_id)
    return redirect("answers", draft.industry)


def _shown(request: HttpRequest, given: notices.Given, sentence: str = "") -> HttpResponse:
    address = settings.PUBLIC_URL + reverse("notice", args=[given.code])
    chart = _chart(given)
    said = {
        "chart": chart,
        "drawn": Markup(svg(chart, "flow")) if chart else "",  # nosec: our own drawing; every text in it is escaped
        "given": given,
        "told": given.told,
        "since": notices.since(given, now()),
        "qr": Markup(licence_svg_qr(address)),  # nosec: our own drawing of our own address
        "address": address,
        "changing": _changing(request, given.industry),
        "key": new_key(),
        "sentence": sentence,
    }
    return render(request, "applicant/notice.html", said, status=409 if sentence else 200)


def _chart(given: notices.Given) -> Chart | None:
    """The way of just these items, drawn from the version that was told; None where nothing can be applied for."""
    if given.told.stops or not given.told.items:
        return None
    catalogue = publishing.version(given.catalogue_id)
    return outside(own_items(assess(catalogue.industries[given.industry], given.answers, catalogue), catalogue))


def _changing(request: HttpRequest, industry: str) -> UUID | None:
    """The draft whose answers are being changed, if it still is one of this industry."""
    said = request.session.get(CHANGING)
    if not said:
        return None
    try:
        applicant_of(request, UUID(said))
        draft = drafts.draft(UUID(said), now())
    except NotFound:
        return None
    return draft.id if draft.state == CaseState.DRAFT and draft.industry == industry else None
