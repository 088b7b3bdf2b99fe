"""What the lead department supervises 督办: what is late and whose duty it is, with the order to account for it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yizheng.cases.file import day_of
from yizheng.cases.queries.late import LEAD_VERBS, late, late_counts, supervised_page
from yizheng.law.authority import Who
from yizheng.law.escalation import Escalated
from yizheng.law.words import Role
from yizheng.licences.queries.late import late_about_permits, late_counts_about_permits
from yizheng.web.kinds import acts, new_key, now, reads
from yizheng.web.staff.acting import Bench, Tried, act_on_item, filling, form_name
from yizheng.web.staff.guard import staff, who_of
from yizheng.web.staff.paper_forms import boxes


@staff(Role.LEAD)
@reads
def desk(request: HttpRequest) -> HttpResponse:
    """What is late, one kind at a time, the latest first."""
    who, on, after = who_of(request), day_of(now()), request.GET.get("after", "")
    asked = request.GET.get("kind", "")
    kind = Escalated(asked) if asked in set(Escalated) else Escalated.DECISION
    about_permits = kind in {Escalated.CHECK, Escalated.LETTER}
    said = {
        "who": who,
        "kinds": tuple(Escalated),
        "kind": kind,
        "counts": {**late_counts(who, on), **late_counts_about_permits(who, on)},
        "page": late_about_permits(who, on, kind, after) if about_permits else late(who, on, kind, after),
    }
    return render(request, "lead/late.html", said)


@staff(Role.LEAD)
@reads
def item(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """One item-case."""
    return _screen(request, item_id, None)


@staff(Role.LEAD)
@acts
def act(request: HttpRequest, item_id: UUID, verb: str) -> HttpResponse:
    """Do one verb of the lead department to it."""
    return act_on_item(request, item_id, verb, BENCH)


def _screen(request: HttpRequest, item_id: UUID, tried: Tried | None) -> HttpResponse:
    who = who_of(request)
    page = supervised_page(item_id, who, day_of(now()))
    said = {
        "page": page,
        "who": who,
        "tried": tried,
        "new_key": new_key,
        "form_name": form_name,
        "forms": {
            each.verb: boxes(each.paper, filling(tried, form_name(item_id, each.verb)), among=page.item.among)
            for each in page.item.choices
            if each.paper
        },
    }
    return render(request, "lead/item.html", said, status=tried.status if tried else 200)


def _case_of(item_id: UUID, who: Who) -> UUID:
    return supervised_page(item_id, who, day_of(now())).case_id


def _address(item_id: UUID) -> str:
    return reverse("lead-item", args=[item_id])


BENCH = Bench(verbs=LEAD_VERBS, case_of=_case_of, screen=_screen, address=_address)
