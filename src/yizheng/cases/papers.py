"""Making papers 文书: numbered without gaps per organ, year and series, with the facts of the moment (domain §5)."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any

import orjson
from pydantic import TypeAdapter

from yizheng.cases.file import CHINA, CaseFile, day_of
from yizheng.cases.models import ItemCase, PaperRecord
from yizheng.cases.outcome import joint_of
from yizheng.cases.timing import answers_of, limit_of, runs_of
from yizheng.law import clocks
from yizheng.law.authority import CLOCK, Who
from yizheng.law.items import Limit, Organ
from yizheng.law.papers import PAPERS, Grant, Head, JointExtension, NonAcceptance, Paper, Refusal, Sheet, Termination
from yizheng.law.papers.counted import count_tables
from yizheng.law.terms import ACCEPTANCE_BASIS, ACCEPTANCE_TERM, Run
from yizheng.law.words import ClockName

DECISIONS = (Grant.KIND, Refusal.KIND, NonAcceptance.KIND, Termination.KIND)
"""The papers by which an organ ends an item, and which must be served (行政许可法 44)."""


@dataclass(frozen=True, slots=True)
class Due:
    """A paper that is to be made: for an item-case, or for the whole case; by another organ where one is named."""

    paper: Paper
    item_case: ItemCase | None = None
    organ: str = ""


def organ_of(file: CaseFile, item_case: ItemCase | None) -> Organ:
    """Who issues: the organ of the item, or the lead department for papers of the whole case."""
    return file.catalogue.organs[item_case.organ if item_case else file.catalogue.zone.issuer]


def issuer_of(file: CaseFile, due: Due) -> Organ:
    """Who makes a paper: the organ named, else that of its item, else the lead department."""
    return file.catalogue.organs[due.organ] if due.organ else organ_of(file, due.item_case)


def series_of(file: CaseFile, due: Due) -> str:
    """The series a paper is numbered in; empty for an internal paper."""
    word = due.paper.series(file.item(due.item_case).kind if due.item_case else "permit")
    return f"{issuer_of(file, due).document_prefix}〔{file.today.year}〕{word}字" if word else ""


def document_number(series: str, serial: int) -> str:
    """A document number 文号: 青高新审〔2026〕受字第00001号."""
    return f"{series}第{serial:05d}号" if series else ""


def made(file: CaseFile, due: Due, number: str, *, who: Who, on_head: Mapping[str, Any] | None = None) -> PaperRecord:
    """Make a paper: its data and head are kept with their digest, so that it can be read again for ever as it was."""
    days, said = days_named(file, due) if due.paper.NAMES_A_DAY else {}, dict(on_head or {})
    counted = {name: (*days.get(name, ()), *said.get(name, ())) for name in ("provisional", "counted")}
    head = replace(head_of(file, due, number, who), **{**days, **said, **counted})
    record = PaperRecord(
        id=uuid.uuid4(),
        case_id=file.case.id,
        item_case_id=due.item_case.id if due.item_case else None,
        kind=due.paper.KIND,
        number=number or None,
        organ=issuer_of(file, due).code,
        made_at=file.act.at,
        maker_id=who.id,
        maker_name=who.name,
        data=due.paper.as_data(),
        head=_plain(head),
        digest="",
    )
    record.digest = digest_of(record)
    file.act.add(record)
    return record


def digest_of(record: PaperRecord) -> str:
    """SHA-256 (hex) over what a paper says."""
    said = [record.kind, record.number, record.data, record.head]
    return hashlib.sha256(orjson.dumps(said, option=orjson.OPT_SORT_KEYS)).hexdigest()


def head_of(file: CaseFile, due: Due, number: str, who: Who) -> Head:
    """The facts that stand on every paper of this case at this moment."""
    case, organ, zone = file.case, issuer_of(file, due), file.catalogue.zone
    head = Head(
        number=number,
        organ=organ.name,
        hall=zone.hall,
        contact=f"{organ.phone}　{organ.address}",
        case_number=case.number or "",
        industry=file.industry.name,
        applicant=case.holder,
        applicant_code=case.holder_code,
        made_on=file.today,
        received_at=moment(case.received_at),
        place=case.premises,
        handler=who.name if who.posts and who != CLOCK else "",
        kinds=tuple(dict.fromkeys(file.item(each).kind for each in file.items)),
        remedies=organ.remedies,
    )
    return _with_item(head, file, due.item_case) if due.item_case else head


def _with_item(head: Head, file: CaseFile, item_case: ItemCase) -> Head:
    item, answers, figures = file.item(item_case), answers_of(file.case.answers), file.catalogue.figures
    return replace(
        head,
        item=item.name,
        organ_of_item=file.catalogue.organs[item_case.organ].name,
        item_kind=item.kind,
        item_basis=item.basis,
        concerns_safety=item.concerns_safety,
        accepted_on=day_of(item_case.accepted_at) if item_case.accepted_at else None,
        statutory=_limit_text(limit_of(item.statutory, answers, figures)),
        promised=_limit_text(limit_of(item.promised, answers, figures)),
        certificate=item.certificate.name,
    )


def days_named(file: CaseFile, due: Due) -> dict[str, Any]:
    """The days a paper names, and how each is counted: of an item those of its decision and its gap, of the whole
    case the last one to answer on acceptance, or its cap (行政许可法 32, 42; 优化营商环境条例 36).
    """
    runs = [run for run in _running(file, due) if run.clock in NAMED_BY]
    named = {NAMED_BY[ClockName(run.clock)]: clocks.due(run, file.calendar) for run in runs}
    return {
        **{name: day.on for name, day in named.items()},
        "provisional": tuple(day.on for day in named.values() if day.provisional),
        "counted": count_tables([(ClockName(run.clock).label, run) for run in runs], file.calendar),
    }


def _running(file: CaseFile, due: Due) -> list[Run]:
    if due.item_case:
        return [run for run in runs_of(due.item_case) if run.stopped_on is None]
    if isinstance(due.paper, JointExtension):
        cap = joint_of(file.case, file.items, file.today)
        return [cap] if cap else []
    return [Run(ClockName.ACCEPTANCE, file.today, ACCEPTANCE_TERM, ACCEPTANCE_BASIS)]


NAMED_BY = {
    ClockName.ACCEPTANCE: "acceptance_due",
    ClockName.PROMISED: "due_on",
    ClockName.STATUTORY: "statutory_due_on",
    ClockName.GAP: "gap_until",
    ClockName.JOINT: "cap_on",
}
"""Where the day of each clock stands in a head."""


def _limit_text(limit: Limit) -> str:
    start = {"accept": "自受理之日起", "receipt": "自收到申请之日起"}[limit.start]
    if limit.term.n:
        return f"{start}{limit.term}"
    return limit.note if "当场" in limit.note else f"当场办结{'（' + limit.note + '）' if limit.note else ''}"


def moment(at: datetime | None) -> str:
    """A moment as papers show it, to the second, in China: 2026年3月20日14时03分07秒."""
    if at is None:
        return ""
    here = at.astimezone(CHINA)
    return f"{here.year}年{here.month}月{here.day}日{here:%H时%M分%S秒}"


def title_of(record: PaperRecord) -> str:
    """What a paper is called, for the kind of item it is about."""
    return PAPERS[record.kind].title(record.head["item_kind"])


def read(record: PaperRecord) -> Sheet:
    """A paper as it is shown and printed, from what was kept of it."""
    paper = _papers_of(record.kind).validate_python(record.data)
    head = _heads().validate_python({**record.head, "code": record.digest[:16].upper()})
    sheet: Sheet = paper.sheet(head)
    return sheet


@cache
def _papers_of(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(PAPERS[kind])


@cache
def _heads() -> TypeAdapter[Head]:
    return TypeAdapter(Head)


def _plain(head: Head) -> dict[str, Any]:
    return orjson.loads(orjson.dumps(head))  # type: ignore[no-any-return]  # a mapping in, a mapping out
