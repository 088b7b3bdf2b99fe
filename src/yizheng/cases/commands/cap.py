"""The cap on a case is extended by the head of government, once, before it ends, with reasons (行政许可法 42(2))."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from yizheng.cases.commands.lapses import settle
from yizheng.cases.file import CaseFile, opening
from yizheng.cases.outcome import joint_of, settle_state
from yizheng.cases.papers import Due, document_number, made, series_of
from yizheng.law.authority import Who
from yizheng.law.clocks import Extension
from yizheng.law.joint import JOINT_EXTENSION, why_not_extended
from yizheng.law.papers import JointExtension, PaperFacts
from yizheng.law.words import Role
from yizheng.ledger.command import Answer, Refused, doing

NOT_ENTITLED = "并联办理的总时限只能由本级人民政府负责人批准延长（行政许可法第四十二条第二款）。"


def extend_case(case_id: UUID, paper: JointExtension, *, who: Who, at: datetime, key: str = "") -> Answer:
    """Extend the cap on a case by 15 working days. Raises Refused and NotFound."""

    def extend(file: CaseFile) -> None:
        signer = _signer(file, who)
        _check(file, paper)
        told = Extension(JOINT_EXTENSION, file.today, paper.reasons, signer.name, file.case.cap_on)
        file.act.change(file.case, cap_extension=told.as_data())
        settle_state(file)
        due = Due(paper)
        series = series_of(file, due)
        (serial,) = file.act.numbers([series])
        record = made(file, due, document_number(series, serial), who=signer)
        became = {"cap_extension": file.case.cap_extension, "cap_on": file.case.cap_on}
        file.act.enter(file.case, "case.extend", {"paper": str(record.id), "number": record.number, "became": became})

    asked = ("extend-case", str(case_id), paper.as_data())
    return doing(opening(case_id, settle), extend, who=who, at=at, key=key, asked=asked)


def _signer(file: CaseFile, who: Who) -> Who:
    """Who signs: the head of government, or a deputy with their name. Raises Refused for everybody else."""
    issuer = file.catalogue.zone.issuer
    if not any(post.role == Role.GOVERNOR and post.organ == issuer for post in who.posts):
        raise Refused(NOT_ENTITLED)
    file.act.who = who.signing_as(Role.GOVERNOR, issuer)
    return file.act.who


def _check(file: CaseFile, paper: JointExtension) -> None:
    cap = joint_of(file.case, file.items, file.today)
    if reason := why_not_extended(cap, file.calendar, file.today):
        raise Refused(reason)
    if faults := paper.faults(PaperFacts(today=file.today)):
        raise Refused(faults[0].sentence, faults)
