"""Rating the service 好差评 after a decision was served: voluntary, once, by the applicant alone (domain §2.12)."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yizheng.cases.commands import rate
from yizheng.cases.queries.ratings import services_of
from yizheng.law.ratings import GRADES
from yizheng.ledger.command import Refused
from yizheng.web.applicant.progress import opened
from yizheng.web.kinds import acts, key_of, new_key, now, reads, text_of


@reads
def rating(request: HttpRequest, number: str) -> HttpResponse:
    """What can be rated; with nothing served yet, the progress."""
    return _shown(request, number)


@acts
def give(request: HttpRequest, number: str) -> HttpResponse:
    """Keep the grades that were chosen; what was left open stays open."""
    case_id, who = opened(request, number)
    given = {
        each.code: (int(grade), text_of(request, f"words-{each.code}"))
        for each in services_of(case_id)
        if (grade := request.POST.get(f"grade-{each.code}", "")) in map(str, GRADES)
    }
    try:
        rate(case_id, given, who=who, at=now(), key=key_of(request))
    except Refused as refusal:
        return _shown(request, number, refusal)
    messages.success(request, "谢谢您的评价。部门看不到是谁评的；评为不满意的，会核实并答复您。")
    return redirect("progress", number)


def _shown(request: HttpRequest, number: str, refusal: Refused | None = None) -> HttpResponse:
    case_id, _ = opened(request, number)
    services = services_of(case_id)
    if not services:
        return redirect("progress", number)
    said = {
        "number": number,
        "services": services,
        "grades": GRADES,
        "key": new_key(),
        "sentence": refusal.sentence if refusal else "",
        "entered": request.POST,
    }
    status = (422 if refusal.faults else 409) if refusal else 200
    return render(request, "applicant/rating.html", said, status=status)
