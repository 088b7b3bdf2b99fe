"""One acting view for every verb: form → paper → one command → redirect; refused → the page again, nothing lost."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect

from yizheng.cases.commands import Move, step
from yizheng.cases.queries.choices import PAPER_OF
from yizheng.law.authority import Who
from yizheng.law.words import Verb
from yizheng.ledger.command import Refused
from yizheng.web.kinds import key_of, now
from yizheng.web.staff.guard import who_of
from yizheng.web.staff.paper_forms import Filling, paper_of


@dataclass(frozen=True, slots=True)
class Tried:
    """What was tried with a form and refused: the sentence beside the button, faults by field, what was entered."""

    form: str
    sentence: str
    faults: dict[str, str] = field(default_factory=dict)
    entered: QueryDict | None = None

    @property
    def status(self) -> int:
        """422 when something entered is wrong, 409 when the law or the state of things says no."""
        return 422 if self.faults else 409


Screen = Callable[[HttpRequest, UUID, Tried | None], HttpResponse]
"""Shows the page of a case or an item-case, with what was tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """A place to act from: whose cases these are, which verbs belong here, and the page to come back to."""

    verbs: Collection[Verb]
    case_of: Callable[[UUID, Who], UUID]
    screen: Screen
    address: Callable[[UUID], str]


def act_on_item(request: HttpRequest, item_id: UUID, verb: str, bench: Bench) -> HttpResponse:
    """Do one verb to one item-case. What is not visible from this bench, and what is no verb of it, does not exist."""
    if verb not in bench.verbs:
        raise Http404("没有这个操作。")
    who, doing = who_of(request), Verb(verb)
    case_id = bench.case_of(item_id, who)
    asked = PAPER_OF[doing]
    move = Move(item_id, doing, paper_of(asked, request.POST) if asked else None)
    return attempt(
        request,
        form_name(item_id, doing),
        lambda: step(case_id, [move], who=who, at=now(), key=key_of(request)),
        lambda tried: bench.screen(request, item_id, tried),
        told=f"已办理「{doing.label}」。",
        to=bench.address(item_id),
    )


def attempt(
    request: HttpRequest,
    form: str,
    do: Callable[[], Any],
    again: Callable[[Tried], HttpResponse],
    *,
    told: str,
    to: str,
) -> HttpResponse:
    """Do one command; on refusal show the page again with the sentence and everything that was entered."""
    try:
        do()
    except Refused as refused:
        faults = {fault.field: fault.sentence for fault in refused.faults}
        return again(Tried(form, refused.sentence, faults, request.POST))
    messages.success(request, told)
    return redirect(to)


def form_name(subject: UUID, verb: str) -> str:
    """The name of a form on a page, to know it again when it was refused."""
    return f"{verb}-{subject}"


def filling(tried: Tried | None, form: str, known: dict[str, Any] | None = None) -> Filling:
    """What stands in a form: what was entered, if this is the form that was refused; else what is known."""
    if tried is not None and tried.form == form:
        return Filling(tried.entered, known, tried.faults)
    return Filling(None, known)
