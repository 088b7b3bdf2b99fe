"""What the law does by mere lapse of time: deemed acceptance 视为受理 (行政许可法 32(1)(4), domain §7-2)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from yizheng.cases.file import CaseFile, opening
from yizheng.cases.models import ItemCase
from yizheng.cases.papers import Due, document_number, made, series_of
from yizheng.cases.timing import (
    LAPSE_LINES,
    acceptance_due,
    after_midnight,
    lapsed,
    moved,
    runs_of,
)
from yizheng.law.authority import CLOCK
from yizheng.law.papers import DeemedAcceptance
from yizheng.law.words import State
from yizheng.ledger.command import Answer, Refused, doing


def settle(file: CaseFile) -> None:
    """Let the clock speak: accept what the law has accepted, dated back to the receipt."""
    late = [each for each in file.items if lapsed(each, file.today, file.calendar)]
    if not late:
        return
    papers = [Due(DeemedAcceptance(), each) for each in late]
    series = [series_of(file, due) for due in papers]
    for due, name, serial in zip(papers, series, file.act.numbers(series), strict=True):
        assert due.item_case is not None  # every paper above was made for an item-case
        _accept(file, due, due.item_case, document_number(name, serial))
    file.settle_state()


def _accept(file: CaseFile, due: Due, item_case: ItemCase, number: str) -> None:
    line = LAPSE_LINES[State(item_case.state)]
    last = acceptance_due(runs_of(item_case), file.calendar)
    assert last is not None  # lapsed() has seen this clock run
    at = after_midnight(last)
    handed_in = file.case.received_at if item_case.state == State.SUBMITTED else file.case.supplied_at
    became = {
        "state": line.to,
        "deemed": True,
        "accepted_at": handed_in,
        **moved(file, item_case, line.clocks, last),
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
