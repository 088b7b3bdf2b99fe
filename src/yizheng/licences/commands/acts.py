"""One command for every verb in the life of a permit: table, authority, paper, write, entry (domain §2.14)."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from yizheng.cases.commands.lapses import settle
from yizheng.cases.facts import facts_in
from yizheng.cases.file import CaseFile, opening
from yizheng.law.articles import in_words
from yizheng.law.authority import Who
from yizheng.law.grounds import grounds
from yizheng.law.papers import (
    Cancellation,
    ChangeDecision,
    ChangeRefusal,
    Letter,
    Paper,
    PaperFacts,
    Recall,
    Revocation,
)
from yizheng.law.papers.permit_requests import FACTS
from yizheng.law.permit_authority import ASKS, why_not_permit
from yizheng.law.permit_transitions import PERMIT_LINES, RUNS, VERB_OF_PAPER, PermitLine, no_permit_line
from yizheng.law.permits import settled
from yizheng.law.post_check import Checking
from yizheng.law.words import Role, Standing, Verb
from yizheng.ledger.command import Answer, Refused, doing
from yizheng.licences.commands.effects import EFFECTS
from yizheng.licences.commands.lapses import settle_permits
from yizheng.licences.commands.papers import paper_about
from yizheng.licences.facts import permit_facts, renewed_by_law
from yizheng.licences.models import Permit
from yizheng.licences.shelf import shelf_of, waiting_for
from yizheng.licences.standing import close_what_waits, stand

ASKED_BY_HOLDER = "变更和延续由持证人提出申请（行政许可法第四十九条、第五十条第一款）。"


def act_on_permit(case_id: UUID, permit_id: UUID, paper: Paper, *, who: Who, at: datetime, key: str = "") -> Answer:
    """Do to a permit what the paper does. Raises Refused with a sentence and its article, and NotFound."""

    def step(file: CaseFile) -> None:
        permit, verb = shelf_of(file).permit(permit_id), VERB_OF_PAPER[type(paper)]
        if verb in ASKS:
            raise Refused(ASKED_BY_HOLDER)
        line = line_for(file, permit, verb, who)
        check_paper(file, permit, line, paper)
        signer = file.signed(line, facts_in(file, file.item_case(permit.item_case_id)), who)
        take(file, permit, line, paper, signer)

    asked = ("permit", str(permit_id), type(paper).KIND, asdict(paper))
    return doing(opening(case_id, settle, settle_permits), step, who=who, at=at, key=key, asked=asked)


def line_for(file: CaseFile, permit: Permit, verb: Verb, who: Who) -> PermitLine:
    """The line of the table by which this may be done now. Raises Refused."""
    standing = Standing(permit.standing)
    line = PERMIT_LINES.get((standing, verb))
    if line is None:
        raise Refused(no_permit_line(standing, verb))
    waiting = waiting_for(file, permit)
    facts = permit_facts(
        permit,
        facts_in(file, file.item_case(permit.item_case_id)),
        waiting,
        until_on=permit.until_on,
        by_law=renewed_by_law(permit, waiting.values(), file.today),
        catalogue=file.catalogue,
        calendar=file.calendar,
        on=file.today,
    )
    if reason := why_not_permit(line, who, facts):
        raise Refused(reason)
    return line


def check_paper(file: CaseFile, permit: Permit, line: PermitLine, paper: Paper) -> None:
    """What was filled in must be right for the permit as it stands. Raises Refused with the faults by field."""
    facts = PaperFacts(
        today=file.today,
        grounds=grounds(line.verb, line.from_, Checking(permit.checking)),
        stated=tuple((fact, getattr(permit, fact)) for fact in FACTS),
    )
    if faults := paper.faults(facts):
        raise Refused(faults[0].sentence, faults)


def take(file: CaseFile, permit: Permit, line: PermitLine, paper: Paper, who: Who) -> None:
    """Do a line to a permit: paper, columns, request, entry and history; the licence follows by the reactions."""
    paper = _completed(file, permit, paper)
    columns = EFFECTS[line.verb](file, permit, paper) if line.verb in EFFECTS else {}
    columns |= close_what_waits(file, permit, line.to, file.act.at)
    waiting = waiting_for(file, permit)
    by_law = renewed_by_law(permit, waiting.values(), file.today)
    columns["standing"] = settled(line.to, waiting.keys(), by_law=by_law)
    from_on, until_on = (columns.get(name, getattr(permit, name)) for name in ("from_on", "until_on"))
    head = {"valid_from": from_on, "valid_until": until_on}
    issuer = permit.supervisor if Role.SUPERVISOR in line.by else permit.organ
    said = paper_about(file, permit, paper, who, organ=issuer, ends=line.to not in RUNS, **head)
    data = {"permit": str(permit.id), **said, "to": columns["standing"], **_told(paper, columns)}
    entry = file.act.enter(file.case, f"permit.{line.verb}", data, item_id=permit.item_case_id)
    stand(file, permit, entry, f"{line.verb.label}：{said['number']}（{in_words(_article(line, paper))}）", **columns)


def _completed(file: CaseFile, permit: Permit, paper: Paper) -> Paper:
    """The paper with what is known of it: the changes asked for, and to whom a letter goes."""
    if isinstance(paper, ChangeDecision | ChangeRefusal):
        facts = waiting_for(file, permit)["change"].facts
        return replace(paper, changes=tuple((FACTS[fact], old, new) for fact, (old, new) in facts.items()))
    if isinstance(paper, Letter):
        return replace(paper, to=permit.organ_name)
    return paper


def _article(line: PermitLine, paper: Paper) -> str:
    """The article of the ground, where the paper has one; else that of the line."""
    return paper.article if isinstance(paper, Revocation | Recall | Cancellation) else line.written_in


def _told(paper: Paper, columns: dict[str, Any]) -> dict[str, Any]:
    """What the reactions look at."""
    told: dict[str, Any] = {}
    if isinstance(paper, Revocation):
        told["ground"] = paper.ground
    if isinstance(paper, Letter):
        told |= {"wish": paper.wish, "matter": paper.matter}
    if "checking" in columns:
        told["checking"] = columns["checking"]
    return told
