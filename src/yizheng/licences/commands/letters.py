"""Who is told of what happens to a permit, and their receipt: 通报, 函告 (高新区一业一证方案 四(三); C11)."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from uuid import UUID

from yizheng.cases.commands.lapses import settle
from yizheng.cases.file import CaseFile, day_of, opening
from yizheng.cases.timing import after_midnight
from yizheng.law.authority import CLOCK, Who
from yizheng.law.clocks import due
from yizheng.law.papers import Letter as LetterPaper
from yizheng.law.papers import chinese_date
from yizheng.law.post_check import OPEN, Checking, told_run
from yizheng.law.terms import Run
from yizheng.law.words import Role, Verb
from yizheng.ledger.command import Answer, NotFound, Refused, doing
from yizheng.ledger.models import Entry
from yizheng.licences.commands.lapses import settle_permits
from yizheng.licences.commands.papers import paper_about
from yizheng.licences.models import Letter, Permit
from yizheng.licences.shelf import shelf_of

CHECK_LATE = "check.late"
BREACH = "承诺核查不合格，责令限期改正后仍未改正，应当撤销许可"
MAY_ANSWER = {
    Role.LEAD: frozenset({Role.LEAD}),
    Role.DECIDER: frozenset({Role.DECIDER, Role.REVIEWER}),
    Role.SUPERVISOR: frozenset({Role.SUPERVISOR}),
}
"""Who acknowledges a letter to the lead department, to the deciding organ, to the supervising one."""


def tell(file: CaseFile, entry: Entry) -> None:
    """The lead department gets a letter at once; the other side is told when it is another one (L-41, L-42; C11)."""
    permit, verb = _permit(file, entry), Verb(entry.kind.removeprefix("permit."))
    supervisor, who = permit.supervisor, CLOCK if entry.who_id == CLOCK.id else file.act.who
    by_supervisor = who.has(Role.SUPERVISOR)
    matter = f"{permit.name}（{permit.number}）{verb.label}，{entry.data['number']}"
    lead = file.catalogue.organs[file.catalogue.zone.issuer]
    letter = LetterPaper(wish="know", matter=matter, to=lead.name, attached=entry.data["number"])
    made = paper_about(file, permit, letter, who, organ=supervisor if by_supervisor else permit.organ)
    _send(file, permit, entry, Role.LEAD, lead.code, "know", matter, made["paper"])
    if supervisor != permit.organ or permit.checking == Checking.BREACHED:
        role, organ = (Role.DECIDER, permit.organ) if by_supervisor else (Role.SUPERVISOR, supervisor)
        _send(file, permit, entry, role, organ, "know", matter, entry.data["paper"])


def tell_grant(file: CaseFile, entry: Entry) -> None:
    """The supervising side is told of a grant it does not make itself, or that was made on commitment (27(1); L-41)."""
    permit = _permit(file, entry)
    if permit.supervisor != permit.organ or permit.by_commitment:
        matter = f"{permit.name}（{permit.number}）准予许可" + "，以告知承诺方式作出" * permit.by_commitment
        _send(file, permit, entry, Role.SUPERVISOR, permit.supervisor, "know", matter, None)


def tell_finding(file: CaseFile, entry: Entry) -> None:
    """What the supervisor finds goes to the organ that decided, which answers for it (27(2), 26(2); L-42)."""
    permit = _permit(file, entry)
    if entry.kind == f"permit.{Verb.PROPOSE}":
        wish, matter = entry.data["wish"], entry.data["matter"]
    elif entry.data["checking"] == Checking.BREACHED:
        wish, matter = "revoke", BREACH
    else:
        return
    _send(file, permit, entry, Role.DECIDER, permit.organ, wish, matter, entry.data["paper"])


class NothingLate(Refused):
    """No check of this case is late, or all that is late was told."""


def alarm(case_id: UUID, *, at: datetime) -> Answer | None:
    """Tell organ and supervisor of every check that is late, once for each day it was due; None when none is (C10)."""
    try:
        return doing(opening(case_id, settle, settle_permits), _alarm, who=CLOCK, at=at)
    except NothingLate:
        return None


def _alarm(file: CaseFile) -> None:
    for permit in shelf_of(file).running(file.today):
        last = _late_since(file, permit)
        if last is None:
            continue
        matter = (
            f"{permit.name}（{permit.number}）{Checking(permit.checking).label}，{chinese_date(last)}到期，还没有办"
        )
        told = {"permit": str(permit.id), "number": permit.number, "due_on": last}
        entry = file.act.enter(file.case, CHECK_LATE, told, item_id=permit.item_case_id)
        for role, organ in ((Role.DECIDER, permit.organ), (Role.SUPERVISOR, permit.supervisor)):
            _send(file, permit, entry, role, organ, "know", matter, None)
    if not file.act.entered:
        raise NothingLate("没有逾期的核查。")


def _late_since(file: CaseFile, permit: Permit) -> date | None:
    """The day by which the next step of a check should have been made, if it has passed and nobody was told yet."""
    if permit.checking not in OPEN or permit.check_run is None:
        return None
    last = due(Run.from_data(permit.check_run), file.calendar).on
    told = Letter.objects.filter(permit=permit, event=CHECK_LATE, sent_at__gte=after_midnight(last))
    return last if file.today > last and not told.exists() else None


def _permit(file: CaseFile, entry: Entry) -> Permit:
    return shelf_of(file).permit(UUID(entry.data["permit"]))


def _send(
    file: CaseFile, permit: Permit, entry: Entry, role: Role, organ: str, wish: str, matter: str, paper: str | None
) -> None:
    letter = Letter(
        id=uuid.uuid4(),
        permit=permit,
        event=entry.kind,
        wish=wish,
        matter=matter[:300],
        role=role,
        organ=organ,
        paper_id=UUID(paper) if paper else None,
        run=told_run(day_of(entry.at)).as_data(),
        sent_at=entry.at,
    )
    file.act.add(letter)
    told = {"letter": str(letter.id), "to": organ, "role": role, "matter": letter.matter, "paper": paper}
    file.act.enter(file.case, "letter.send", told, item_id=permit.item_case_id, at=entry.at)


def acknowledge(case_id: UUID, letter_id: UUID, *, who: Who, at: datetime, key: str = "") -> Answer:
    """Give a letter its receipt 回执. Raises Refused when it is for others or has one already, and NotFound."""

    def step(file: CaseFile) -> None:
        letter = Letter.objects.filter(id=letter_id, permit__licence_id=case_id).select_related("permit").first()
        if letter is None:
            raise NotFound("没有这份函告。")
        may = MAY_ANSWER[Role(letter.role)]
        if not any(post.role in may and post.organ == letter.organ for post in who.posts):
            raise Refused("这份函告由收函部门回执（青岛市优化营商环境条例第二十七条）。")
        if letter.acknowledged_at is not None:
            raise Refused(f"{letter.by_name}已回执，不需要再次回执。")
        file.act.change(letter, acknowledged_at=at, by_name=who.name)
        told = {"letter": str(letter.id), "to": letter.organ, "matter": letter.matter}
        file.act.enter(file.case, "letter.acknowledge", told, item_id=letter.permit.item_case_id)

    asked = ("acknowledge", str(letter_id))
    return doing(opening(case_id, settle), step, who=who, at=at, key=key, asked=asked)
