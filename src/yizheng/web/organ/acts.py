"""What an organ's people do: every verb of the table, and points for the supplement."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from yizheng.cases.commands import add_point, remove_point
from yizheng.cases.queries.choices import ORGAN_VERBS
from yizheng.cases.queries.item_page import case_of_own_item
from yizheng.web.kinds import acts, key_of, now, text_of
from yizheng.web.organ.pages import ORGAN, item_screen
from yizheng.web.staff.acting import Bench, act_on_item, attempt, form_name
from yizheng.web.staff.guard import staff, who_of


def _address(item_id: UUID) -> str:
    return reverse("organ-item", args=[item_id])


BENCH = Bench(verbs=ORGAN_VERBS, case_of=case_of_own_item, screen=item_screen, address=_address)


@staff(*ORGAN)
@acts
def act(request: HttpRequest, item_id: UUID, verb: str) -> HttpResponse:
    """Do one verb to one item."""
    return act_on_item(request, item_id, verb, BENCH)


@staff(*ORGAN)
@acts
def add(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Note a point for the window's one notice, while the item has not been accepted yet."""
    who = who_of(request)
    case_id = case_of_own_item(item_id, who)
    said = {name: text_of(request, name) for name in ("target", "problem", "remedy")}
    return attempt(
        request,
        form_name(item_id, "point"),
        lambda: add_point(case_id, item_id, who=who, at=now(), key=key_of(request), **said),
        lambda tried: item_screen(request, item_id, tried),
        told="已交给窗口，将写进一次性补正告知书；发出前可以撤下。",
        to=f"{_address(item_id)}#supplement",
    )


@staff(*ORGAN)
@acts
def remove(request: HttpRequest, item_id: UUID, point_id: UUID) -> HttpResponse:
    """Take one's own point back before the notice is issued."""
    who = who_of(request)
    case_id = case_of_own_item(item_id, who)
    return attempt(
        request,
        form_name(point_id, "remove"),
        lambda: remove_point(case_id, point_id, who=who, at=now(), key=key_of(request)),
        lambda tried: item_screen(request, item_id, tried),
        told="已撤下这条补正内容。",
        to=f"{_address(item_id)}#supplement",
    )
