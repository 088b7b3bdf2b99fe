"""A revision 修订 in the browser: begun, looked at article by article, sent round, signed, published, in force."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_datetime

from yizheng.cases.file import CHINA, day_of
from yizheng.catalogue import commands
from yizheng.catalogue.editing.naming import KINDS, kind_label
from yizheng.catalogue.revisions.revising import revision_page
from yizheng.law.authority import Who
from yizheng.law.words import RevisionVerb, Role
from yizheng.ledger.command import Refused
from yizheng.web.kinds import acts, key_of, new_key, now, reads, text_of
from yizheng.web.lead.catalogue.addresses import entry_url
from yizheng.web.staff.acting import Tried, attempt, form_name
from yizheng.web.staff.guard import staff, who_of

BEGIN = "begin"


@staff(Role.LEAD)
@reads
def begin(request: HttpRequest) -> HttpResponse:
    """What for, why, and with which figures."""
    return _begin(request, None)


def _begin(request: HttpRequest, tried: Tried | None) -> HttpResponse:
    entered = tried.entered if tried else request.GET
    said = {"who": who_of(request), "tried": tried, "new_key": new_key, "entered": entered, "form": BEGIN}
    return render(request, "lead/catalogue/begin.html", said, status=tried.status if tried else 200)


@staff(Role.LEAD)
@acts
def open_it(request: HttpRequest) -> HttpResponse:
    """Open the revision."""
    told = [text_of(request, name) for name in ("title", "reason", "figures")]
    try:
        answer = commands.open_revision(*told, who=who_of(request), at=now(), key=key_of(request))
    except Refused as refused:
        faults = {fault.field: fault.sentence for fault in refused.faults}
        return _begin(request, Tried(BEGIN, refused.sentence, faults, request.POST))
    return redirect("revision", answer.case_id)


@staff(Role.LEAD, Role.HEAD, Role.GOVERNOR)
@reads
def page(request: HttpRequest, revision_id: UUID) -> HttpResponse:
    """The whole revision."""
    return screen(request, revision_id, None)


def screen(request: HttpRequest, revision_id: UUID, tried: Tried | None) -> HttpResponse:
    """The page, with what was tried and refused."""
    who = who_of(request)
    said: dict[str, Any] = {
        "who": who,
        "tried": tried,
        "new_key": new_key,
        "form_name": form_name,
        "page": revision_page(revision_id, who, day_of(now())),
        "kinds": [(kind, kind_label(kind)) for kind in KINDS if kind != "zone"],
        "entry_url": entry_url,
        "entered": tried.entered if tried else {},
    }
    return render(request, "lead/catalogue/revision.html", said, status=tried.status if tried else 200)


@staff(Role.LEAD, Role.HEAD)
@acts
def act(request: HttpRequest, revision_id: UUID, verb: str) -> HttpResponse:
    """Do one verb to it."""
    if verb not in DOING:
        raise Http404("没有这个操作。")
    doing = RevisionVerb(verb)
    return attempt(
        request,
        form_name(revision_id, verb),
        lambda: DOING[doing](request, revision_id, who_of(request)),
        lambda tried: screen(request, revision_id, tried),
        told=f"已办理「{doing.label}」。",
        to=reverse("revision", args=[revision_id]),
    )


def _moment(request: HttpRequest) -> datetime | None:
    """The moment typed into a form, as it is said in China; at once when that was chosen."""
    if text_of(request, "when") == "now":
        return now()
    try:
        typed = parse_datetime(text_of(request, "in_force_from"))
    except ValueError:
        return None
    return typed.replace(tzinfo=CHINA) if typed else None


def _word(request: HttpRequest) -> dict[str, str]:
    """What a head says of a revision, and which round of it they have looked at."""
    return {"words": text_of(request, "words"), "seen": text_of(request, "round")}


Doing = Callable[[HttpRequest, UUID, Who], object]
_V = RevisionVerb
DOING: dict[RevisionVerb, Doing] = {
    _V.CATCH_UP: lambda r, id_, who: commands.catch_up(id_, who=who, at=now(), key=key_of(r)),
    _V.SUBMIT: lambda r, id_, who: commands.submit(id_, who=who, at=now(), key=key_of(r)),
    _V.SIGN: lambda r, id_, who: commands.sign(id_, **_word(r), who=who, at=now(), key=key_of(r)),
    _V.OBJECT: lambda r, id_, who: commands.object_to(id_, **_word(r), who=who, at=now(), key=key_of(r)),
    _V.RECALL: lambda r, id_, who: commands.recall(id_, who=who, at=now(), key=key_of(r)),
    _V.PUBLISH: lambda r, id_, who: commands.publish_revision(id_, who=who, at=now(), key=key_of(r)),
    _V.COMMENCE: lambda r, id_, who: commands.commence(id_, _moment(r), who=who, at=now(), key=key_of(r)),
    _V.DROP: lambda r, id_, who: commands.drop(id_, who=who, at=now(), key=key_of(r)),
}
"""What each button does; entries are amended on pages of their own."""
