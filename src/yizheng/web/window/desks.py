"""The window's desk, and the acceptance of many cases at once."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yizheng.cases.commands import Move, step
from yizheng.cases.file import day_of
from yizheng.cases.queries.case_page import CasePage, case_page
from yizheng.cases.queries.ticked import cases_ticked
from yizheng.cases.queries.window_desk import Tray, tray_counts, window_desk
from yizheng.law.papers import Acceptance
from yizheng.law.words import Role, Verb
from yizheng.ledger.book import said_before
from yizheng.ledger.command import Refused
from yizheng.web.kinds import acts, key_of, new_key, now, reads
from yizheng.web.staff.acting import Tried
from yizheng.web.staff.bulk import NOTHING_TICKED, Row, one_by_one, told
from yizheng.web.staff.guard import staff, who_of

NOT_CHECKED = (
    "受理前应当逐件核对：申请材料齐全、符合法定形式的才受理（行政许可法第三十二条第一款第五项）。请核对后勾选确认。"
)
UNTOLD = "有补正内容还没有告知申请人，请打开本件，先告知或者撤下。"
NOTHING_LEFT = "本件没有可以受理的事项。"


@staff(Role.WINDOW)
@reads
def desk(request: HttpRequest) -> HttpResponse:
    """The window's desk by the last day to answer."""
    return _screen(request, None)


def _screen(request: HttpRequest, tried: Tried | None) -> HttpResponse:
    tray = request.GET.get("tray", "")
    today = day_of(now())
    page = window_desk(
        on=today,
        tray=Tray(tray) if tray in set(Tray) else Tray.ANSWER,
        after=request.GET.get("after", ""),
        text=request.GET.get("q", ""),
    )
    said = {
        "desk": page,
        "trays": tuple(Tray),
        "counts": {} if page.text else tray_counts(today),
        "who": who_of(request),
        "tried": tried,
        "ticked": frozenset(request.POST.getlist("ticked")),
        "new_key": new_key,
    }
    return render(request, "window/desk.html", said, status=tried.status if tried else 200)


@staff(Role.WINDOW)
@acts
def many(request: HttpRequest) -> HttpResponse:
    """Accept every ticked case whole, one act for each; a case with a doubt that nobody has told is left."""
    ticked = cases_ticked(request.POST.getlist("ticked"), who_of(request))
    why = "" if ticked else NOTHING_TICKED
    if why := why or ("" if "checked" in request.POST else NOT_CHECKED):
        return _screen(request, Tried("many", why, entered=request.POST))
    today = day_of(now())
    pages = [case_page(each, who_of(request), today) for each in ticked]
    return told(request, "批量受理", one_by_one(_row(request, each) for each in pages), reverse("window-desk"))


def _row(request: HttpRequest, page: CasePage) -> Row:
    return Row(
        id=page.id,
        number=page.number,
        holder=page.holder,
        item="、".join(each.shown.short for each in page.items),
        href=reverse("window-case", args=[page.id]),
        do=partial(_accept, request, page),
    )


def _accept(request: HttpRequest, page: CasePage) -> None:
    """Accept what can be accepted of one case, once for one form. Raises Refused."""
    key = key_of(request, page.id)
    if said_before(key):
        return
    if any(page.supplement.untold(each.shown.code) for each in page.items):
        raise Refused(UNTOLD)
    moves = [Move(each.shown.id, Verb.ACCEPT, Acceptance()) for each in page.acceptable]
    if not moves:
        closed = next((each.shown.choice("accept").why for each in page.items), NOTHING_LEFT)
        raise Refused(closed)
    step(page.id, moves, who=who_of(request), at=now(), key=key)
