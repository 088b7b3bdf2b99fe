"""The blank form of one notice in print, for those who would rather fill it in by hand and bring it to the window."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from yizheng.cases.file import CHINA
from yizheng.cases.queries import notices
from yizheng.cases.queries.form_shown import words_of
from yizheng.catalogue import publishing
from yizheng.law.guide import blank_of
from yizheng.law.intake import assess, prefilled
from yizheng.ledger.command import NotFound
from yizheng.typeset.fonts import NoGlyph
from yizheng.typeset.guides import document_pdf
from yizheng.web.kinds import reads
from yizheng.web.public.files import as_pdf, not_set


@reads
def form(request: HttpRequest, code: str) -> HttpResponse:
    """The form with only what this notice asks, by the version it was told by."""
    given = notices.notice(code)
    catalogue = publishing.version(given.catalogue_id)
    assessment = assess(catalogue.industries[given.industry], given.answers, catalogue)
    if assessment.stops or not assessment.items:
        raise NotFound("按这份告知单没有要填的申请表。")
    known = {spec: words_of(catalogue.fields[spec], value) for spec, value in prefilled(assessment, catalogue).items()}
    document = blank_of(assessment, catalogue, known, given.code)
    on = given.given_at.astimezone(CHINA)
    try:
        return as_pdf(document_pdf(document, f"{on.year}年{on.month}月{on.day}日", {}), document.title)
    except NoGlyph as refusal:
        return not_set(request, str(refusal))
