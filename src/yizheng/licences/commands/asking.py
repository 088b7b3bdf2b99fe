"""What a holder asks for: one change for all permits, or the renewal of one (行政许可法 49, 50(1); §7-9, §7-10)."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from yizheng.cases.commands.lapses import settle
from yizheng.cases.file import CaseFile, opening
from yizheng.law.authority import Who
from yizheng.law.changes import Request, fan_out, limit
from yizheng.law.items.life import CHANGE
from yizheng.law.papers import ChangeApplication, RenewalApplication
from yizheng.law.papers.permit_requests import FACTS
from yizheng.law.permit_transitions import PERMIT_LINES
from yizheng.law.permits import Asked, settled
from yizheng.law.renewal import deemed, timeliness
from yizheng.law.terms import Run, Term, Unit
from yizheng.law.words import ClockName, Standing, Verb
from yizheng.ledger.command import Answer, Refused, doing
from yizheng.licences.commands.acts import check_paper, line_for
from yizheng.licences.commands.lapses import settle_permits
from yizheng.licences.commands.papers import paper_about
from yizheng.licences.facts import renewal_window
from yizheng.licences.models import Permit, PermitRequest
from yizheng.licences.shelf import requests_of, shelf_of, waiting_for
from yizheng.licences.standing import stand

NOTHING_HELD = "没有仍在有效期内的许可，不需要变更；需要继续经营的，请重新申请（行政许可法第七十条）。"


def ask_change(case_id: UUID, paper: ChangeApplication, *, who: Who, at: datetime, key: str = "") -> Answer:
    """Ask once; every permit of the case takes it by its own rule (domain §7-10). Raises Refused."""

    def step(file: CaseFile) -> None:
        permits = shelf_of(file).running(file.today)
        if not permits:
            raise Refused(NOTHING_HELD)
        lines = {each.id: line_for(file, each, Verb.ASK_CHANGE, who) for each in permits}
        check_paper(file, permits[0], lines[permits[0].id], paper)
        said = _received(file, permits, paper, who)
        for permit in permits:
            _open(file, permit, paper, said)

    return _asked(case_id, step, paper, who=who, at=at, key=key)


def _received(file: CaseFile, permits: list[Permit], paper: ChangeApplication, who: Who) -> dict[str, str]:
    changes = tuple((FACTS[fact], getattr(permits[0], fact), new) for fact, new in paper.asked_for.items())
    issuer = file.catalogue.zone.issuer
    said = paper_about(file, permits[0], replace(paper, changes=changes), who, organ=issuer, item="", permit_number="")
    file.act.enter(file.case, "change.ask", {**said, "changes": changes})
    return said


def _open(file: CaseFile, permit: Permit, paper: ChangeApplication, said: dict[str, str]) -> None:
    rule = file.catalogue.items[permit.item].change or CHANGE
    before = {fact: getattr(permit, fact) for fact in paper.asked_for}
    asked = {fact: [before[fact], new] for fact, new in paper.asked_for.items() if before[fact] != new}
    opened = fan_out(rule, asked)
    for state, facts in opened.items():
        run = Run(ClockName.CHANGE, file.today, limit(rule, facts), "、".join(rule.basis))
        told = {fact: asked[fact] for fact in facts}
        _add(file, permit, "change", state, said, facts=told, run=run.as_data() if state == Request.WAITING else None)
    states = {str(state): facts for state, facts in opened.items()}
    data = {"permit": str(permit.id), "paper": said["paper"], "states": states, "to": permit.standing}
    if Request.WAITING in opened:
        data |= {"to": _standing(file, permit, Verb.ASK_CHANGE)}
    entry = file.act.enter(file.case, f"permit.{Verb.ASK_CHANGE}", data, item_id=permit.item_case_id)
    if Request.WAITING in opened:
        _stands_asked(file, permit, entry, Verb.ASK_CHANGE, said)


def ask_renewal(
    case_id: UUID, permit_id: UUID, paper: RenewalApplication, *, who: Who, at: datetime, key: str = ""
) -> Answer:
    """Ask for the renewal of one permit; in time, the law renews it if nobody decides (50). Raises Refused."""

    def step(file: CaseFile) -> None:
        permit = shelf_of(file).permit(permit_id)
        line = line_for(file, permit, Verb.ASK_RENEWAL, who)
        check_paper(file, permit, line, paper)
        item = file.catalogue.items[permit.item]
        asked = renewal_window(item, permit.until_on, file.calendar)
        assert asked is not None and permit.until_on is not None  # noqa: PT018  # the rules have seen its term
        in_time = timeliness(asked, file.today) == "in_time"
        said = paper_about(file, permit, replace(paper, in_time=in_time), who)
        left = Term((permit.until_on - file.today).days, Unit.CALENDAR_DAY)
        run = Run(ClockName.RENEWAL, file.today, left, "行政许可法 50(2)")
        _add(file, permit, "renewal", Request.WAITING, said, in_time=in_time, run=run.as_data())
        renewed_until_on = deemed(item.validity.years, permit.until_on)[1] if in_time else None
        data = {"permit": str(permit.id), **said, "in_time": in_time, "to": _standing(file, permit, Verb.ASK_RENEWAL)}
        entry = file.act.enter(file.case, f"permit.{Verb.ASK_RENEWAL}", data, item_id=permit.item_case_id)
        _stands_asked(file, permit, entry, Verb.ASK_RENEWAL, said, renewed_until_on=renewed_until_on)

    return _asked(case_id, step, paper, who=who, at=at, key=key, also=(str(permit_id),))


def _add(file: CaseFile, permit: Permit, kind: Asked, state: Request, said: dict[str, str], **more: Any) -> None:
    """Keep a request; one that the law has answered since (50(2)) makes way for it, and stays in the book."""
    told = {"state": state, "paper_id": UUID(said["paper"]), "asked_at": file.act.at, **more}
    if state == Request.WAITING and (before := waiting_for(file, permit).get(kind)):
        file.act.change(before, **told)
        return
    request = PermitRequest(id=uuid.uuid4(), permit=permit, kind=kind, **told)
    requests_of(file).append(request)
    file.act.add(request)


def _stands_asked(file: CaseFile, permit: Permit, entry: Any, verb: Verb, said: dict[str, str], **columns: Any) -> None:
    standing = _standing(file, permit, verb)
    stand(file, permit, entry, f"{verb.label}：{said['number']}", standing=standing, **columns)


def _standing(file: CaseFile, permit: Permit, verb: Verb) -> Standing:
    """How a permit stands once this has been asked for."""
    line = PERMIT_LINES[(Standing(permit.standing), verb)]
    return settled(line.to, waiting_for(file, permit).keys())


def _asked(
    case_id: UUID,
    step: Any,
    paper: ChangeApplication | RenewalApplication,
    *,
    who: Who,
    at: datetime,
    key: str,
    also: Iterable[str] = (),
) -> Answer:
    asked = ("ask", str(case_id), *also, asdict(paper))
    return doing(opening(case_id, settle, settle_permits), step, who=who, at=at, key=key, asked=asked)
