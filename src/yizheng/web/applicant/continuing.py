"""From the one-time notice to the form, wherever its code is read: on the screen, on a phone, at the window."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from yizheng.cases.commands import open_draft
from yizheng.cases.queries.notices import Given, since
from yizheng.catalogue import publishing
from yizheng.catalogue.offers import not_offered
from yizheng.law.intake import assess, prefilled
from yizheng.law.questions import next_question
from yizheng.ledger.command import Refused
from yizheng.web.applicant.answers import CHANGING, keep_answers
from yizheng.web.applicant.who import applicant, open_here, window_person
from yizheng.web.kinds import key_of, now

NOTHING_TO_APPLY = "按这份告知单不能或者不需要提交申请。"
ASK_AGAIN = "事项目录已更新为版本{}：下面的问题有变化，请再答一次；其他回答都还在，答完给您新的告知单。"


def continued(request: HttpRequest, given: Given) -> HttpResponse:
    """Open a draft with the answers of a notice, already in its form (国令716 7); or first ask again what has changed.

    Raises Refused when nothing can be applied for with them.
    """
    at = now()
    if closed := not_offered(given.industry, at):
        raise Refused(closed.sentence)
    later = since(given, at)
    catalogue_id = publishing.in_force_id(at)
    catalogue = publishing.version(catalogue_id)
    industry = catalogue.industries[given.industry]
    assessment = assess(industry, later.answers if later else given.answers, catalogue)
    if later and (question := next_question(industry, assessment.answers, catalogue)):
        keep_answers(request, given.industry, later.answers)
        messages.info(request, ASK_AGAIN.format(later.version))
        return redirect("ask", given.industry, question.code)
    if assessment.stops or not assessment.items:
        raise Refused(NOTHING_TO_APPLY)
    opened = open_draft(
        industry=given.industry,
        catalogue_id=catalogue_id,
        answers=assessment.answers,
        who=window_person(request) or applicant(),
        at=at,
        notice_id=given.id,
        form=prefilled(assessment, catalogue),
        key=key_of(request),
    )
    open_here(request, opened.case_id)
    request.session.pop(CHANGING, None)
    return redirect("draft", opened.case_id)
