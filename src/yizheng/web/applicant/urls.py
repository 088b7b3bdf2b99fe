"""The applicant's way: choose, answer, be told, fill in, hand in, submit, follow."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import path

from yizheng.web.applicant import (
    adding,
    blank,
    checking,
    choosing,
    form,
    gap,
    hearing,
    materials,
    notice,
    opening,
    permits,
    progress,
    questions,
    rating,
    receiving,
    rectifying,
    supplement,
)

View = Callable[..., HttpResponse]


def _page(shown: View, sent: View) -> View:
    """One address: shown when asked for, acted on when a form is sent to it."""

    def page(request: HttpRequest, **kwargs: object) -> HttpResponse:
        return (sent if request.method == "POST" else shown)(request, **kwargs)

    return page


urlpatterns = [
    path("", choosing.home, name="home"),
    path("start/<str:industry>", _page(choosing.start, choosing.start_anew), name="start"),
    path("ask/<str:industry>", _page(questions.answers, questions.tell), name="answers"),
    path("ask/<str:industry>/<str:question>", _page(questions.ask, questions.answer), name="ask"),
    path("notice/<str:code>", _page(notice.notice, notice.fill_in), name="notice"),
    path("notice/<str:code>/form.pdf", blank.form, name="blank-form"),
    path("notice/<str:code>/for/<uuid:case_id>", notice.change_draft, name="change-draft"),
    path("draft/<uuid:case_id>", form.tasks, name="draft"),
    path("draft/<uuid:case_id>/answers", notice.change_answers, name="change-answers"),
    path("draft/<uuid:case_id>/form/<str:code>", _page(form.section, form.save), name="section"),
    path("draft/<uuid:case_id>/materials", materials.materials, name="materials"),
    path("draft/<uuid:case_id>/materials/<str:code>", materials.upload, name="upload"),
    path("draft/<uuid:case_id>/materials/<str:code>/later", materials.promise, name="promise"),
    path("draft/<uuid:case_id>/file/<uuid:file_id>/remove", materials.remove, name="remove-file"),
    path("draft/<uuid:case_id>/check", _page(checking.check, checking.submit), name="check"),
    path("case/<str:number>", progress.progress, name="progress"),
    path("case/<str:number>/add/<str:item>", adding.add, name="add-item"),
    path("case/<str:number>/receipt", checking.receipt, name="receipt"),
    path("case/<str:number>/supplement", _page(supplement.supplement, supplement.reply), name="supplement"),
    path("case/<str:number>/supplement/<uuid:file_id>/remove", supplement.remove, name="take-out"),
    path(
        "case/<str:number>/withdraw/<uuid:item_id>",
        _page(progress.before_withdrawing, progress.withdraw),
        name="withdraw",
    ),
    path(
        "case/<str:number>/receive/<uuid:item_id>",
        _page(receiving.before_receiving, receiving.receive),
        name="receive",
    ),
    path("case/<str:number>/later", _page(gap.gap, gap.fill), name="gap"),
    path("case/<str:number>/later/<uuid:file_id>/remove", gap.remove, name="gap-remove"),
    path("case/<str:number>/rectify/<uuid:item_id>", _page(rectifying.rectify, rectifying.report), name="rectify"),
    path(
        "case/<str:number>/hearing/<uuid:item_id>",
        _page(hearing.before_asking, hearing.ask),
        name="ask-hearing",
    ),
    path(
        "case/<str:number>/statement/<uuid:inquiry_id>",
        _page(hearing.before_stating, hearing.state),
        name="defend",
    ),
    path("case/<str:number>/permits", permits.permits, name="own-permits"),
    path("case/<str:number>/permits/change", permits.change, name="ask-change"),
    path("case/<str:number>/permits/<uuid:permit_id>/renew", permits.renew, name="ask-renewal"),
    path("case/<str:number>/rating", _page(rating.rating, rating.give), name="rating"),
    path("query", _page(opening.query, opening.open_case), name="query"),
    path("forget", opening.forget, name="forget"),
    path("resume", _page(opening.resume, opening.open_draft_again), name="resume"),
]
