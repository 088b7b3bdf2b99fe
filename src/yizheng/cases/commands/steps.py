"""Steps of item-cases: one command for every verb of the table; table, authority, paper, write, clocks, entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from yizheng.cases.commands.columns import columns_of
from yizheng.cases.commands.given import given_by, issued_by, materials_come, on_head
from yizheng.cases.commands.lapses import settle
from yizheng.cases.commands.law_changes import learn_of_changes
from yizheng.cases.commands.uses import accept_uses
from yizheng.cases.facts import facts_in
from yizheng.cases.file import CaseFile, opening
from yizheng.cases.law_in_force import Applied, applied_law
from yizheng.cases.models import Decision, ItemCase
from yizheng.cases.outcome import settle_state
from yizheng.cases.paperfacts import paper_facts
from yizheng.cases.papers import Due, document_number, made, organ_of, series_of
from yizheng.cases.timing import moved, runs_of
from yizheng.law.authority import Who, stood_in_for, why_not
from yizheng.law.no_line import no_line
from yizheng.law.papers import Grant, Paper, PaperFacts, Refusal, remedies_text
from yizheng.law.permits import last_day, permit_number, permit_series
from yizheng.law.transitions import LINES, T
from yizheng.law.words import BEFORE_ACCEPTANCE, UNDER_REVIEW, State, Verb
from yizheng.ledger.command import Answer, Refused, doing

OF_THE_WHOLE_CASE = frozenset({Verb.FILE, Verb.SUPPLEMENT, Verb.SUPPLY})
"""Verbs that concern everything at once and have a command of their own."""

BY_THE_LAW_IN_FORCE = frozenset({Verb.REVIEW, Verb.GRANT, Verb.REFUSE})
"""Verbs for which it matters that the law has changed (行政许可案件规定 9; domain §7-5)."""


@dataclass(frozen=True, slots=True)
class Move:
    """One verb on one item-case, with its paper where the line wants one."""

    item_id: UUID
    verb: Verb
    paper: Paper | None = None


@dataclass(slots=True)
class Ready:
    """A move that the table, the authority and the paper allow."""

    item_case: ItemCase
    line: T
    paper: Paper | None
    number: str = ""
    permit: dict[str, Any] | None = None


def step(case_id: UUID, moves: Sequence[Move], *, who: Who, at: datetime, key: str = "") -> Answer:
    """Do these moves in one act. Raises Refused with the sentence of the first that may not be done, and NotFound."""

    def steps(file: CaseFile) -> None:
        if len({move.item_id for move in moves}) < len(moves):
            raise Refused("同一事项一次只能办理一步，请刷新页面后重试。")
        if any(move.verb in BY_THE_LAW_IN_FORCE for move in moves):
            learn_of_changes(file)
        waiting = [each for each in file.items if State(each.state) in BEFORE_ACCEPTANCE]
        take(file, [ready(file, move, who) for move in moves], who)
        if any(State(each.state) in UNDER_REVIEW for each in waiting):
            settle(file)  # a limit counted from receipt may have passed before the acceptance (domain §7-13)

    return doing(opening(case_id, settle), steps, who=who, at=at, key=key, asked=("step", str(case_id), moves))


def ready(file: CaseFile, move: Move, who: Who) -> Ready:
    """Check a move against the table, the authority and the paper. Raises Refused."""
    item_case = file.item_case(move.item_id)
    if move.verb in OF_THE_WHOLE_CASE:
        raise Refused(f"「{move.verb.label}」对整个办件一次办理，不能逐项办理（高新区一业一证方案四（二））。")
    line = LINES.get((State(item_case.state), move.verb))
    if line is None:
        raise Refused(no_line(State(item_case.state), move.verb, deemed=item_case.deemed))
    facts = facts_in(file, item_case)
    if reason := why_not(line, who, facts):
        raise Refused(reason)
    if line.paper is None and move.paper is not None:
        raise Refused(f"「{line.verb.label}」不附文书。")
    signers = frozenset({who.id, stood_in_for(line, who, facts)} - {""})
    return Ready(item_case, line, _checked(file, item_case, line, move.paper, signers) if line.paper else None)


def _checked(file: CaseFile, item_case: ItemCase, line: T, paper: Paper | None, signers: frozenset[str]) -> Paper:
    """The paper of a step, completed. Raises Refused with every fault, by field."""
    if paper is None or type(paper) is not line.paper:
        raise Refused(f"「{line.verb.label}」应当附{line.paper.TITLE if line.paper else ''}。")
    facts = replace(paper_facts(file, item_case, paper), signers=signers)
    paper = _completed(file, item_case, paper, facts)
    if faults := paper.faults(facts):
        raise Refused(faults[0].sentence, faults)
    return paper


def _completed(file: CaseFile, item_case: ItemCase, paper: Paper, facts: PaperFacts) -> Paper:
    """What a paper says beyond what was filled in.

    False material bars for a year where safety, health, life or property are concerned (行政许可法 78); whoever was
    decided since the form was opened is not ahead any more (57).
    """
    if isinstance(paper, Refusal) and paper.false_material:
        item = file.item(item_case)
        return replace(paper, bars=item.kind == "permit" and item.concerns_safety)
    if isinstance(paper, Grant):
        offered = dict(facts.among.get("ahead", ()))
        return replace(paper, ahead=tuple(number for number in paper.ahead if number in offered))
    return paper


def take(file: CaseFile, moves: Sequence[Ready], who: Who) -> None:
    """Take the steps: all numbers first, in one statement; then each move; then the state of the case."""
    _number(file, moves)
    for move in moves:
        _take_one(file, move, who)
    accept_uses(file, [move.item_case for move in moves if move.line.verb in {Verb.ACCEPT, Verb.GAP_ACCEPT}])
    settle_state(file)


def _number(file: CaseFile, moves: Sequence[Ready]) -> None:
    wanted: list[tuple[Ready, str]] = []
    for move in moves:
        if move.paper is not None and (series := series_of(file, _due(file, move.paper, move.item_case))):
            wanted.append((move, series))
        if move.line.verb == Verb.GRANT:
            wanted.append((move, permit_series(file.item(move.item_case), file.today.year)))
    for (move, series), serial in zip(wanted, file.act.numbers([series for _, series in wanted]), strict=True):
        if series.startswith("permit:"):
            move.permit = _permit(file, move, serial)
        else:
            move.number = document_number(series, serial)


def _due(file: CaseFile, paper: Paper, item_case: ItemCase) -> Due:
    return Due(paper, item_case, issued_by(file, item_case, paper))


def _permit(file: CaseFile, move: Ready, serial: int) -> dict[str, Any]:
    item = file.item(move.item_case)
    assert isinstance(move.paper, Grant)  # the table wants this paper for this verb
    until = last_day(file.today, item.validity.years)
    return {
        "number": permit_number(item, file.catalogue.zone, file.today.year, serial),
        "from_on": file.today.isoformat(),
        "until_on": until.isoformat() if until else None,
        "scope": move.paper.scope,
    }


def _take_one(file: CaseFile, move: Ready, who: Who) -> None:
    item_case, line = move.item_case, move.line
    who = file.signed(line, facts_in(file, item_case), who)
    came = materials_come(file, item_case, move.paper)
    law = applied_law(file.case, item_case, runs_of(item_case), file.calendar, file.today)
    became = {"state": line.to, **columns_of(file, item_case, line.verb, move.paper, who)}
    if line.clocks:
        given = given_by(file, item_case, move.paper, move.number, who)
        became |= moved(file, item_case, line.clocks, file.today, given)
    file.act.change(item_case, **became)
    data: dict[str, Any] = {"item": item_case.item, "from": line.from_, "to": line.to, "became": became}
    if move.paper is not None:
        head = {**on_head(file, item_case, move.paper), **came, **_permit_on_head(move)}
        head["law"] = tuple(each.words for each in law)
        record = made(file, _due(file, move.paper, item_case), move.number, who=who, on_head=head)
        data |= {"paper": str(record.id), "number": move.number}
    if move.permit:
        data["permit"] = move.permit
    if isinstance(move.paper, Grant | Refusal):
        file.act.add(_decision(file, item_case, move.paper, who, law))
    file.act.enter(file.case, f"item.{line.verb}", data, item_id=item_case.id)


def _permit_on_head(move: Ready) -> dict[str, Any]:
    if move.permit is None:
        return {}
    return {
        "permit_number": move.permit["number"],
        "valid_from": move.permit["from_on"],
        "valid_until": move.permit["until_on"],
    }


def _decision(
    file: CaseFile, item_case: ItemCase, paper: Grant | Refusal, who: Who, law: Sequence[Applied]
) -> Decision:
    granted, item = isinstance(paper, Grant), file.item(item_case)
    return Decision(
        item_case_id=item_case.id,
        granted=granted,
        organ=item_case.organ,
        person_id=who.id,
        person_name=who.name,
        basis=list(item.basis),
        reasons=paper.found if isinstance(paper, Grant) else f"{paper.found}\n{paper.reasons}",
        remedies="\n".join(remedies_text(organ_of(file, item_case).remedies, paper.title(item.kind))),
        decided_at=file.act.at,
        law=[each.words for each in law],
    )
