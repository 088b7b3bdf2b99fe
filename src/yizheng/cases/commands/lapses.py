"""What the law does by mere lapse of time: deemed acceptance 视为受理, telling of a missed decision (§7-2)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from uuid import UUID

from yizheng.cases.commands.asking import waived
from yizheng.cases.commands.uses import use_what_came
from yizheng.cases.facts import unasked
from yizheng.cases.file import CaseFile, opening
from yizheng.cases.gaps import missing_of
from yizheng.cases.models import ItemCase
from yizheng.cases.outcome import settle_state
from yizheng.cases.papers import Due, document_number, made, series_of
from yizheng.cases.timing import (
    LAPSE_LINES,
    MISS_LINES,
    Given,
    acceptance_due,
    after_midnight,
    handed_in_at,
    lapsed,
    missed,
    moved,
    runs_of,
)
from yizheng.law.authority import CLOCK
from yizheng.law.papers import DeemedAcceptance, HearingWaived, MissedDecision, Paper
from yizheng.law.transitions import LINES
from yizheng.law.words import UNDER_REVIEW, HearingState, State, Verb
from yizheng.ledger.command import Answer, Refused, doing

Perform = Callable[[CaseFile, Due, ItemCase, str], None]


def settle(file: CaseFile) -> None:
    """Let the clock speak: accept what the law has accepted, dated back to the receipt; tell of limits that passed."""
    unanswered = [each for each in file.items if lapsed(each, file.today, file.calendar)]
    done = _each(file, unanswered, DeemedAcceptance(), _accept)
    for each in unanswered if file.case.gap else ():
        use_what_came(file, each, file.case.gap)
    silent = [each for each in file.items if _unasked(file, each)]
    done = _each(file, silent, HearingWaived(), _waive) or done
    late = [each for each in file.items if missed(each, file.today, file.calendar)]
    if _each(file, late, MissedDecision(), _tell) or done:
        settle_state(file)


def _each(file: CaseFile, late: Sequence[ItemCase], paper: Paper, perform: Perform) -> bool:
    """Perform the same lapse for several item-cases, numbered in one statement; whether there was any."""
    if not late:
        return False
    papers = [Due(paper, each) for each in late]
    series = [series_of(file, due) for due in papers]
    for due, item_case, name, serial in zip(papers, late, series, file.act.numbers(series), strict=True):
        perform(file, due, item_case, document_number(name, serial))
    return True


def _tell(file: CaseFile, due: Due, item_case: ItemCase, number: str) -> None:
    """The limit has passed without a decision: the applicant is told what may be done (行政复议法 23; domain L-47)."""
    line, last = MISS_LINES[State(item_case.state)], missed(item_case, file.today, file.calendar)
    assert last is not None  # missed() has seen this clock run out
    at = after_midnight(last)
    became = {"missed_at": at}
    file.act.change(item_case, **became)
    record = made(file, due, number, who=CLOCK)
    said = {"item": item_case.item, "from": line.from_, "to": line.to, "paper": str(record.id), "number": number}
    file.act.enter(file.case, f"item.{line.verb}", {**said, "became": became}, item_id=item_case.id, who=CLOCK, at=at)


def _unasked(file: CaseFile, item_case: ItemCase) -> date | None:
    if State(item_case.state) not in UNDER_REVIEW:
        return None
    return unasked(HearingState(item_case.hearing), runs_of(item_case), file.calendar, file.today)


def _waive(file: CaseFile, due: Due, item_case: ItemCase, number: str) -> None:
    """Nobody asked for the hearing within five days: the review goes on without (行政许可法 47)."""
    line, last = LINES[(State(item_case.state), Verb.WAIVE_HEARING)], _unasked(file, item_case)
    assert last is not None  # unasked() has seen this clock run out
    at = after_midnight(last)
    became = {**waived(file, item_case), **moved(file, item_case, line.clocks, last)}
    file.act.change(item_case, **became)
    record = made(file, due, number, who=CLOCK)
    said = {"item": item_case.item, "from": line.from_, "to": line.to, "paper": str(record.id)}
    file.act.enter(file.case, f"item.{line.verb}", {**said, "became": became}, item_id=item_case.id, who=CLOCK, at=at)


def _accept(file: CaseFile, due: Due, item_case: ItemCase, number: str) -> None:
    line = LAPSE_LINES[State(item_case.state)]
    last = acceptance_due(runs_of(item_case), file.calendar)
    assert last is not None  # lapsed() has seen this clock run
    at = after_midnight(last)
    missing = list(missing_of(file.case, item_case.item, file.catalogue))
    became = {
        "state": line.to,
        "deemed": True,
        "accepted_at": handed_in_at(file.case, item_case),
        "gap": missing,
        **moved(file, item_case, line.clocks, last, Given(gap_open=bool(missing))),
    }
    file.act.change(item_case, **became)
    record = made(file, due, number, who=CLOCK)
    file.act.enter(
        file.case,
        f"item.{line.verb}",
        {
            "item": item_case.item,
            "from": line.from_,
            "to": line.to,
            "paper": str(record.id),
            "number": number,
            "became": became,
        },
        item_id=item_case.id,
        who=CLOCK,
        at=at,
    )


def settle_case(case_id: UUID, *, at: datetime) -> Answer | None:
    """Perform what has lapsed in a case by ``at``; None when nothing has."""
    try:
        return doing(opening(case_id, settle), _something_lapsed, who=CLOCK, at=at)
    except NothingLapsed:
        return None


class NothingLapsed(Refused):
    """Nothing in this case has lapsed."""


def _something_lapsed(file: CaseFile) -> None:
    if not file.act.entered:
        raise NothingLapsed("没有届满的期限。")
