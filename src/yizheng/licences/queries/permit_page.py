"""One permit for those who decide or supervise it: how it stands, what was asked, what may be done, its history."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from yizheng.cases.file import day_of
from yizheng.cases.queries.choices import Choice
from yizheng.cases.queries.dates import Count, count
from yizheng.cases.queries.subjects import Subject, subject_of
from yizheng.catalogue import publishing
from yizheng.law.authority import Who
from yizheng.law.changes import Request
from yizheng.law.grounds import grounds
from yizheng.law.papers.permit_requests import FACTS
from yizheng.law.permit_authority import ASKS, PermitFacts, why_not_permit
from yizheng.law.permit_transitions import PERMIT_LINES, PERMIT_PAPER, PERMIT_TRANSITIONS, no_permit_line
from yizheng.law.permits import Asked
from yizheng.law.post_check import Checking
from yizheng.law.terms import Run
from yizheng.law.words import Role, Standing, Verb
from yizheng.ledger.command import NotFound
from yizheng.licences.facts import permit_facts, renewed_by_law
from yizheng.licences.models import Permit, PermitRequest, PermitStanding
from yizheng.licences.queries.permits import permits_of
from yizheng.licences.seen import PermitSeen

ROLES = (Role.DECIDER, Role.SUPERVISOR)
VERBS: tuple[Verb, ...] = tuple(
    dict.fromkeys(line.verb for line in PERMIT_TRANSITIONS if set(line.by) & set(ROLES) and line.verb not in ASKS)
)
"""What organs do to permits, in the order of the table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A request of the holder: what it asks for, how it stands, by when it is to be decided and why."""

    what: str
    facts: tuple[tuple[str, str, str], ...]
    state: Request
    asked_at: datetime
    count: Count | None


@dataclass(frozen=True, slots=True)
class Stood:
    """One line of the history: since when it stood how, and on what ground."""

    since: datetime
    standing: Standing
    ground: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PermitPage:
    """Everything the page of a permit says; ``open_grounds`` are those that each verb offers now."""

    case_id: UUID
    case_number: str
    item_id: UUID
    holder: str
    premises: str
    permit: PermitSeen
    choices: tuple[Choice, ...]
    open_grounds: dict[Verb, tuple[str, ...]]
    checking: Checking
    check: Count | None
    requests: tuple[Asking, ...]
    history: tuple[Stood, ...]


def permits_seen_by(who: Who) -> QuerySet[Permit]:
    """The permits a person decides or supervises, in their organ and section (S-068)."""
    ours = Q()
    for post in who.posts:
        if post.role in {Role.REVIEWER, Role.DECIDER, Role.HEAD}:
            ours |= Q(organ=post.organ, section=post.section) if post.section else Q(organ=post.organ)
        if post.role == Role.SUPERVISOR:
            ours |= Q(supervisor=post.organ)
    return Permit.objects.filter(ours) if ours else Permit.objects.none()


def permit_of_item(item_id: UUID) -> UUID | None:
    """The permit that an item-case was granted, if it was."""
    return Permit.objects.filter(item_case_id=item_id).values_list("id", flat=True).first()


def case_of_permit(permit_id: UUID, who: Who) -> UUID:
    """The case of a permit that this person sees. Raises NotFound."""
    found = permits_seen_by(who).filter(id=permit_id).values_list("licence_id", flat=True).first()
    if found is None:
        raise NotFound("没有这项许可。")
    return found


def permit_page(permit_id: UUID, who: Who, at: datetime) -> PermitPage:
    """A permit for those who decide or supervise it. Raises NotFound for everybody else."""
    case_id, on = case_of_permit(permit_id, who), day_of(at)
    row = Permit.objects.get(id=permit_id)
    subject = subject_of(row.item_case_id, on)
    seen = next(each for each in permits_of(case_id, at) if each.id == permit_id)
    asked = list(PermitRequest.objects.filter(permit=row).order_by("-asked_at"))
    checking = Checking(row.checking)
    return PermitPage(
        case_id=case_id,
        case_number=subject.number,
        item_id=row.item_case_id,
        holder=row.holder,
        premises=row.premises,
        permit=seen,
        choices=choices_of(row, seen, asked, subject, who, on),
        open_grounds={verb: grounds(verb, seen.standing, checking) for verb in VERBS},
        checking=checking,
        check=_counted(row.check_run),
        requests=tuple(_asking(each, seen) for each in asked),
        history=tuple(
            Stood(each.since, Standing(each.standing), each.ground)
            for each in PermitStanding.objects.filter(permit=row).order_by("-since")
        ),
    )


def choices_of(
    row: Permit, seen: PermitSeen, asked: Iterable[PermitRequest], subject: Subject, who: Who, on: date
) -> tuple[Choice, ...]:
    """What this person may do to a permit now, and why not: the verbs of the roles they hold."""
    open_ = [each for each in asked if _waits(each)]
    waiting: set[Asked] = {"change" if each.kind == "change" else "renewal" for each in open_}
    facts = permit_facts(
        row,
        subject.facts,
        waiting,
        until_on=seen.until_on,
        by_law=renewed_by_law(row, open_, on),
        catalogue=subject.catalogue,
        calendar=publishing.calendar(),
        on=on,
    )
    theirs = {line.verb for line in PERMIT_TRANSITIONS if any(who.has(role) for role in line.by)}
    return tuple(_choice(verb, seen.standing, who, facts) for verb in VERBS if verb in theirs)


def _choice(verb: Verb, standing: Standing, who: Who, facts: PermitFacts) -> Choice:
    line = PERMIT_LINES.get((standing, verb))
    if line is None:
        return Choice(verb, no_permit_line(standing, verb), PERMIT_PAPER[verb])
    return Choice(verb, why_not_permit(line, who, facts), line.paper, line.written_in)


def _waits(request: PermitRequest) -> bool:
    return request.state == Request.WAITING


def _asking(request: PermitRequest, seen: PermitSeen) -> Asking:
    return Asking(
        what="变更" if request.kind == "change" else f"延续（{'按期' if request.in_time else '逾期'}申请）",
        facts=tuple((FACTS[fact], old, new) for fact, (old, new) in request.facts.items()),
        state=Request(request.state),
        asked_at=request.asked_at,
        count=_counted(request.run) if _waits(request) else None,
    )


def _counted(run: dict[str, object] | None) -> Count | None:
    return count(Run.from_data(run), publishing.calendar()) if run else None
