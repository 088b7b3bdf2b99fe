"""Who acts for an application: the window's specialist, or the applicant who has opened it in this browser."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.http import HttpRequest

from yizheng.cases.queries.sight import may_enter
from yizheng.law.authority import Who
from yizheng.law.words import Role
from yizheng.ledger.command import NotFound
from yizheng.web.applicant.answers import ANSWERS, CHANGING
from yizheng.web.staff.guard import who_of

OPENED = "cases"
MOST_OPENED = 20
"""The session travels in a signed cookie: it keeps the last so many applications."""

NOTHING = "没有这份申请，或者您还没有用查询码打开它。"
"""One sentence for both: the two are never told apart."""


def window_person(request: HttpRequest) -> Who | None:
    """The signed-in specialist of the window, if it is one."""
    who = who_of(request)
    return who if who.has(Role.WINDOW) else None


def applicant(case_id: UUID | None = None) -> Who:
    """The applicant; without a case, somebody who is about to open one."""
    return Who(id="applicant", name="申请人", applies_for=str(case_id) if case_id else "")


def applicant_of(request: HttpRequest, case_id: UUID) -> Who:
    """Who acts for this application here: the applicant who has opened it in this browser, or the window's specialist,
    for one entered at the window or opened with its code. Raises NotFound.
    """
    specialist = window_person(request)
    if case_id in opened_here(request):
        return replace(specialist, applies_for=str(case_id)) if specialist else applicant(case_id)
    if specialist and may_enter(case_id, specialist):
        return specialist
    raise NotFound(NOTHING)


def open_here(request: HttpRequest, case_id: UUID) -> None:
    """Remember that this browser has opened the application."""
    before = [each for each in request.session.get(OPENED, []) if each != str(case_id)]
    request.session[OPENED] = [*before, str(case_id)][-MOST_OPENED:]


def opened_here(request: HttpRequest) -> tuple[UUID, ...]:
    """The applications opened in this browser, the last one first."""
    who_of(request)  # a sign-in that has ended takes with it what was opened in it
    return tuple(UUID(each) for each in reversed(request.session.get(OPENED, [])))


def forget_all(request: HttpRequest) -> None:
    """Remember nothing more of what was opened and answered in this browser."""
    for kept in (OPENED, ANSWERS, CHANGING):
        request.session.pop(kept, None)
