"""What the window does: accept one or all, refuse acceptance, gather the points of the one supplement and issue it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from yizheng.cases.commands import Move, add_point, issue_supplement, remove_point, step
from yizheng.cases.file import day_of
from yizheng.cases.queries.case_page import CasePage, case_of_item, case_page
from yizheng.cases.queries.choices import WINDOW_VERBS
from yizheng.law.papers import Acceptance
from yizheng.law.words import Role, Verb
from yizheng.ledger.command import Refused
from yizheng.web.kinds import acts, key_of, now, text_of
from yizheng.web.staff.acting import Bench, Tried, act_on_item, attempt, form_name
from yizheng.web.staff.guard import staff, who_of
from yizheng.web.window.pages import case_screen

NOTHING_TICKED = "请至少勾选一个要受理的事项。"


@staff(Role.WINDOW)
@acts
def act(request: HttpRequest, item_id: UUID, verb: str) -> HttpResponse:
    """Do one verb to one item."""
    case_id = case_of_item(item_id, who_of(request))

    def screen(request: HttpRequest, _: UUID, tried: Tried | None) -> HttpResponse:
        return case_screen(request, case_id, tried)

    bench = Bench(verbs=WINDOW_VERBS, case_of=case_of_item, screen=screen, address=lambda _: _address(case_id))
    return act_on_item(request, item_id, verb, bench)


@staff(Role.WINDOW)
@acts
def accept_all(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Accept the ticked items in one act."""
    who, page = who_of(request), _page(request, case_id)
    known = {str(each.shown.id): each.shown.id for each in page.items}
    ticked = [known[each] for each in request.POST.getlist("item") if each in known]
    paper = Acceptance(note=text_of(request, "note"))

    def do() -> None:
        if not ticked:
            raise Refused(NOTHING_TICKED)
        step(case_id, [Move(each, Verb.ACCEPT, paper) for each in ticked], who=who, at=now(), key=key_of(request))

    return attempt(
        request,
        form_name(case_id, Verb.ACCEPT),
        do,
        lambda tried: case_screen(request, case_id, tried),
        told=f"已受理{len(ticked)}个事项。",
        to=_address(case_id),
    )


@staff(Role.WINDOW)
@acts
def add(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Note a point of the supplement for one item."""
    who = who_of(request)
    case_id = case_of_item(item_id, who)
    said = {name: text_of(request, name) for name in ("target", "problem", "remedy")}
    return attempt(
        request,
        form_name(item_id, "point"),
        lambda: add_point(case_id, item_id, who=who, at=now(), key=key_of(request), **said),
        lambda tried: case_screen(request, case_id, tried),
        told="已记入补正内容，发出告知书前可以撤下。",
        to=f"{_address(case_id)}#supplement",
    )


@staff(Role.WINDOW)
@acts
def remove(request: HttpRequest, case_id: UUID, point_id: UUID) -> HttpResponse:
    """Take a point back before the notice is issued."""
    _page(request, case_id)
    return attempt(
        request,
        form_name(point_id, "remove"),
        lambda: remove_point(case_id, point_id, who=who_of(request), at=now(), key=key_of(request)),
        lambda tried: case_screen(request, case_id, tried),
        told="已撤下这条补正内容。",
        to=f"{_address(case_id)}#supplement",
    )


@staff(Role.WINDOW)
@acts
def issue(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Issue the one notice of the case."""
    _page(request, case_id)
    due = text_of(request, "due")
    return attempt(
        request,
        form_name(case_id, "supplement"),
        lambda: issue_supplement(case_id, who=who_of(request), at=now(), key=key_of(request), due=due),
        lambda tried: case_screen(request, case_id, tried),
        told="一次性补正告知书已发出。",
        to=_address(case_id),
    )


def _page(request: HttpRequest, case_id: UUID) -> CasePage:
    """The case as this person sees it. Raises NotFound."""
    return case_page(case_id, who_of(request), day_of(now()))


def _address(case_id: UUID) -> str:
    return reverse("window-case", args=[case_id])
