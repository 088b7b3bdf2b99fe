"""What waits for somebody about permits: requests to decide, checks to make, letters to acknowledge (C10, C11, C12)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import F, Q

from yizheng.cases.file import day_of
from yizheng.cases.queries.as_of import DueDay, near
from yizheng.catalogue import publishing
from yizheng.law.authority import Who
from yizheng.law.changes import Request
from yizheng.law.papers.supervision import WISHES
from yizheng.law.post_check import OPEN, Checking, reissue_run
from yizheng.law.terms import Run
from yizheng.law.words import Role
from yizheng.licences.commands.letters import MAY_ANSWER
from yizheng.licences.models import Letter, LicenceVersion, Permit, PermitRequest
from yizheng.licences.queries.permit_page import permits_seen_by

MOST = 200
"""How many of each kind a page shows; the first due are first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing to do about a permit: what, whose, by when."""

    id: UUID
    case_id: UUID
    permit_id: UUID
    what: str
    holder: str
    permit: str
    number: str
    due: DueDay | None
    since: datetime
    paper_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToHandOut:
    """A new version of a licence that waits at the window."""

    case_id: UUID
    number: str
    version: int
    holder: str
    due: DueDay | None
    has_old: bool


def requests_for(who: Who, at: datetime) -> tuple[Task, ...]:
    """The requests of holders that this person's organ has to decide, the first due first."""
    waiting = PermitRequest.objects.filter(permit__in=permits_seen_by(who), state=Request.WAITING)
    rows = waiting.filter(permit__organ__in=_organs(who, MAY_ANSWER[Role.DECIDER])).select_related("permit")
    return _in_order(_request(each, day_of(at)) for each in rows.order_by("asked_at")[:MOST])


def checks_for(who: Who, at: datetime) -> tuple[Task, ...]:
    """The checks that this person's department has to make, the first due first."""
    rows = Permit.objects.filter(supervisor__in=_organs(who, {Role.SUPERVISOR}), checking__in=sorted(OPEN))
    return _in_order(
        Task(
            id=each.id,
            case_id=each.licence_id,
            permit_id=each.id,
            what=Checking(each.checking).label,
            due=_due(each.check_run, day_of(at)),
            since=at,
            **_of(each),
        )
        for each in rows.order_by("granted_on")[:MOST]
    )


def letters_for(who: Who, at: datetime) -> tuple[Task, ...]:
    """The letters that wait for this person's receipt, the first due first."""
    ours = Q()
    for role, answering in MAY_ANSWER.items():
        for organ in _organs(who, answering):
            ours |= Q(role=role, organ=organ)
    if not ours:
        return ()
    rows = Letter.objects.filter(ours, acknowledged_at__isnull=True).select_related("permit").order_by("sent_at")
    return _in_order(
        Task(
            id=each.id,
            case_id=each.permit.licence_id,
            permit_id=each.permit_id,
            what=f"{each.matter}。请{WISHES[each.wish]}",
            due=_due(each.run, day_of(at)),
            since=each.sent_at,
            paper_id=each.paper_id,
            **_of(each.permit),
        )
        for each in rows[:MOST]
    )


def case_of_letter(letter_id: UUID) -> UUID | None:
    """The case a letter is about."""
    return Letter.objects.filter(id=letter_id).values_list("permit__licence_id", flat=True).first()


def to_hand_out(at: datetime) -> tuple[ToHandOut, ...]:
    """The newest versions that nobody has taken yet, the oldest first (domain C12)."""
    waiting = LicenceVersion.objects.filter(
        version=F("licence__version"), licence__retired_at__isnull=True, handed_out__isnull=True
    ).select_related("licence")
    return tuple(
        ToHandOut(
            case_id=each.licence_id,
            number=each.licence.number or "",
            version=each.version,
            holder=each.licence.holder,
            due=_due(reissue_run(day_of(each.issued_at)).as_data(), day_of(at)),
            has_old=each.version > 1,
        )
        for each in waiting.order_by("issued_at")[:MOST]
    )


def _organs(who: Who, roles: Iterable[Role]) -> list[str]:
    return sorted({post.organ for post in who.posts if post.role in roles})


def _request(each: PermitRequest, on: date) -> Task:
    return Task(
        id=each.id,
        case_id=each.permit.licence_id,
        permit_id=each.permit_id,
        what="延续" if each.kind == "renewal" else "变更",
        due=_due(each.run, on),
        since=each.asked_at,
        paper_id=each.paper_id,
        **_of(each.permit),
    )


def _of(permit: Permit) -> dict[str, Any]:
    return {"holder": permit.holder, "permit": permit.name, "number": permit.number}


def _due(run: dict[str, object] | None, on: date) -> DueDay | None:
    """The day of one clock of a permit; None when it has stopped or never ran."""
    clock = Run.from_data(run) if run else None
    return near(clock, publishing.calendar(), on) if clock and clock.stopped_on is None else None


def _in_order(tasks: Iterable[Task]) -> tuple[Task, ...]:
    return tuple(sorted(tasks, key=lambda task: task.due.on if task.due else date.max))
