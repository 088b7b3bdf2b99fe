"""What the lead department sees: what organs told it of permits, and who may make no commitment (C11; §7-14)."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yizheng.cases.commands import repair_credit
from yizheng.cases.queries.credit import barred_holders, case_of_bar
from yizheng.law.words import Role
from yizheng.licences.queries.tasks import letters_for
from yizheng.web.kinds import acts, key_of, new_key, now, reads
from yizheng.web.staff.acting import Tried, attempt, form_name
from yizheng.web.staff.guard import staff, who_of
from yizheng.web.staff.letters import acknowledged


@staff(Role.LEAD)
@reads
def desk(request: HttpRequest) -> HttpResponse:
    """Letters with their lamp, and the holders who are barred from commitment."""
    return _desk(request, None)


def _desk(request: HttpRequest, tried: Tried | None) -> HttpResponse:
    who = who_of(request)
    said = {
        "who": who,
        "tried": tried,
        "new_key": new_key,
        "form_name": form_name,
        "letters": letters_for(who, now()),
        "barred": barred_holders(),
    }
    return render(request, "lead/desk.html", said, status=tried.status if tried else 200)


@staff(Role.LEAD)
@acts
def receipt(request: HttpRequest, letter_id: UUID) -> HttpResponse:
    """Give a letter its receipt."""
    return acknowledged(request, letter_id, lambda tried: _desk(request, tried), to=reverse("lead-desk"))


@staff(Role.LEAD)
@acts
def repair(request: HttpRequest, bar_id: UUID) -> HttpResponse:
    """The credit of a holder was repaired (青岛市优化营商环境条例 26(2))."""
    who, case_id = who_of(request), case_of_bar(bar_id)
    return attempt(
        request,
        form_name(bar_id, "repair"),
        lambda: repair_credit(case_id, bar_id, who=who, at=now(), key=key_of(request)),
        lambda tried: _desk(request, tried),
        told="已记录信用修复，可以再次适用告知承诺。",
        to=reverse("lead-desk"),
    )
