"""What the calendar alone does to permits: expiry, deemed renewal, dated by the law (行政许可法 50(2), 70(1); C14)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from yizheng.cases.commands.lapses import settle
from yizheng.cases.file import CaseFile, opening
from yizheng.cases.timing import after_midnight
from yizheng.law.articles import in_words
from yizheng.law.authority import CLOCK
from yizheng.law.papers import DeemedRenewal, Expiry, Paper
from yizheng.law.permit_transitions import PERMIT_LINES
from yizheng.law.permits import lapse_on
from yizheng.law.renewal import deemed
from yizheng.law.words import Standing, Verb
from yizheng.ledger.command import Answer, Refused, doing, follow
from yizheng.licences.commands.papers import paper_about
from yizheng.licences.models import Permit
from yizheng.licences.shelf import shelf_of
from yizheng.licences.standing import close_what_waits, stand


def settle_permits(file: CaseFile) -> None:
    """Let the clock speak for the permits of a case, the earliest day first, each dated by the law.

    The licence follows each before the next, so that every version lists what held on its day.
    """
    while due := [each for each in shelf_of(file).permits if _lapsed(each, file.today)]:
        _perform(file, min(due, key=lambda permit: permit.until_on or file.today))
        follow(file.act, file)


def _lapsed(permit: Permit, on: date) -> Standing | None:
    return lapse_on(Standing(permit.standing), permit.until_on, permit.renewed_until_on, on)


def _perform(file: CaseFile, permit: Permit) -> None:
    to, ended_on = _lapsed(permit, file.today), permit.until_on
    assert to is not None and ended_on is not None  # noqa: PT018  # it has lapsed
    verb = Verb.EXPIRE if to == Standing.EXPIRED else Verb.DEEM_RENEWED
    line = PERMIT_LINES[(Standing(permit.standing), verb)]
    paper: Paper = Expiry() if verb == Verb.EXPIRE else DeemedRenewal()
    at, term = after_midnight(ended_on), dict[str, Any](renewed_until_on=None)
    if verb == Verb.EXPIRE:
        close_what_waits(file, permit, line.to, at)
    else:
        from_on, _ = deemed(None, ended_on)
        term |= {"from_on": from_on, "until_on": permit.renewed_until_on, "reminded": 0}
    head = {"valid_from": term.get("from_on", permit.from_on), "valid_until": term.get("until_on", ended_on)}
    said = paper_about(file, permit, paper, CLOCK, ends=verb == Verb.EXPIRE, **head)
    data = {"permit": str(permit.id), **said, "to": line.to}
    entry = file.act.enter(file.case, f"permit.{verb}", data, item_id=permit.item_case_id, who=CLOCK, at=at)
    stand(file, permit, entry, f"{verb.label}（{in_words(line.written_in)}）", standing=line.to, **term)


class NothingLapsed(Refused):
    """No permit of this case has lapsed."""


def settle_permits_of(case_id: UUID, *, at: datetime) -> Answer | None:
    """Perform what has lapsed in the permits of a case by ``at``; None when nothing has."""
    try:
        return doing(opening(case_id, settle, settle_permits), _something_lapsed, who=CLOCK, at=at)
    except NothingLapsed:
        return None


def _something_lapsed(file: CaseFile) -> None:
    if not file.act.entered:
        raise NothingLapsed("没有届满的许可。")
