"""What the paper of a step gives the clocks, and the facts that only this step knows and the paper's head keeps."""

from __future__ import annotations

from typing import Any

from yizheng.cases.commands.uses import use_what_came
from yizheng.cases.facts import extension_of
from yizheng.cases.file import CaseFile, day_of
from yizheng.cases.models import Inquiry, ItemCase, PaperRecord
from yizheng.cases.paperfacts import Choosing, choosable, defence_run
from yizheng.cases.papers import DECISIONS, title_of
from yizheng.cases.timing import Given, due_of, running, runs_of
from yizheng.law.authority import Who
from yizheng.law.clocks import Extension, Pause, Run, due
from yizheng.law.papers import (
    ArchiveIndex,
    DefenceNotice,
    GapReply,
    Grant,
    HearingAnnouncement,
    HearingCall,
    HearingRecord,
    HearingRequest,
    HearingRight,
    OpinionReply,
    Paper,
    ProcedureProlonged,
    Rectification,
    Refusal,
    ServiceReceipt,
    SpecialProcedure,
    SupervisionOrder,
    UrgingNote,
    chinese_date,
)
from yizheng.law.papers import Extension as ExtensionPaper
from yizheng.law.papers.counted import count_tables
from yizheng.law.papers.procedure import HEARING, OUT_OF_COUNT
from yizheng.law.words import ClockName, HearingState, State
from yizheng.ledger.command import Refused


def given_by(file: CaseFile, item_case: ItemCase, paper: Paper | None, number: str, who: Who) -> Given:
    """The pause, extension or last day that a paper announces (行政许可法 42, 45)."""
    gap_open = bool(item_case.gap)
    if isinstance(paper, SpecialProcedure):
        pause = Pause(paper.ground, "行政许可法 45", number, file.today, told_until=paper.until_on)
        return Given(pause=pause, gap_open=gap_open)
    if isinstance(paper, HearingAnnouncement | HearingCall):
        return Given(pause=_for_hearing(file, item_case, paper, number), gap_open=gap_open)
    if isinstance(paper, ProcedureProlonged):
        before = _statutory(item_case).pauses[-1]
        return Given(pause=Pause(before.ground, before.basis, number, file.today, told_until=paper.until_on))
    if isinstance(paper, Rectification):
        rule = file.item(item_case).rectification_pauses
        pause = Pause("整改", rule, number, file.today, told_until=paper.until_on)
        return Given(pause=pause, until_on=paper.until_on, gap_open=gap_open)
    if isinstance(paper, ExtensionPaper):
        term = extension_of(file.item(item_case), _statutory(item_case))
        assert term is not None  # the rules of authority refuse an extension that no law knows
        last = due_of(ClockName.STATUTORY, runs_of(item_case), file.calendar)
        return Given(extension=Extension(term, file.today, paper.reasons, who.name, last), gap_open=gap_open)
    return Given(gap_open=gap_open)


def _for_hearing(
    file: CaseFile, item_case: ItemCase, paper: HearingAnnouncement | HearingCall, number: str
) -> Pause | None:
    """The time of a hearing, as the announcement or the call tells it; None for a call within what was told before."""
    until = paper.until_on if isinstance(paper, HearingAnnouncement) else paper.set_on
    assert until is not None  # the paper's own faults say so
    if item_case.state == State.PAUSED:
        told = _statutory(item_case).pauses[-1].told_until
        if told is not None and until <= told:
            return None
    return Pause(HEARING, OUT_OF_COUNT, number, file.today, told_until=until)


def issued_by(file: CaseFile, item_case: ItemCase, paper: Paper) -> str:
    """The code of the organ that issues a paper, where it is not the organ of the item."""
    if isinstance(paper, UrgingNote | SupervisionOrder):
        return file.catalogue.zone.issuer
    if isinstance(paper, OpinionReply):
        asked = Inquiry.objects.filter(item_case_id=item_case.id, id=paper.inquiry).values_list("organ", flat=True)
        return asked.first() or ""
    return ""


def _statutory(item_case: ItemCase) -> Run:
    return next(run for run in runs_of(item_case) if run.clock == ClockName.STATUTORY)


def on_head(file: CaseFile, item_case: ItemCase, paper: Paper) -> dict[str, Any]:
    """What stands on the head of this paper beside what every paper of the item says."""
    said: dict[str, Any] = {"named": _named(file, item_case, paper)}
    if isinstance(paper, Rectification):
        said["pause_basis"] = file.item(item_case).rectification_pauses
    if run := _of_hearing(file, paper, runs_of(item_case)):
        last = due(run, file.calendar)
        said |= {"hearing_until": last.on, "provisional": (last.on,) if last.provisional else ()}
        said["counted"] = count_tables([(_LABELS[run.clock], run)], file.calendar)
    if isinstance(paper, Grant | Refusal) and item_case.hearing == HearingState.HELD:
        said["hearing_record"] = next(each.number for each in _papers(item_case) if each.kind == HearingRecord.KIND)
    if isinstance(paper, ServiceReceipt):
        said["items"] = tuple(row for each in _papers(item_case) for row in _served(each))
    if isinstance(paper, ArchiveIndex):
        said["files"] = tuple(_listed(each) for each in _papers(item_case))
    return said


_LABELS = {
    ClockName.HEARING_REQUEST: "申请听证的最后一天",
    ClockName.HEARING: "组织听证的最后一天",
    "defence": "陈述申辩的最后一天",
}


def _of_hearing(file: CaseFile, paper: Paper, runs: list[Run]) -> Run | None:
    """The count of the day that a paper about hearings and defences names."""
    if isinstance(paper, DefenceNotice):
        return defence_run(file.today)
    if isinstance(paper, HearingRight):
        return running(ClockName.HEARING_REQUEST, runs)
    return running(ClockName.HEARING, runs) if isinstance(paper, HearingRequest) else None


def _named(file: CaseFile, item_case: ItemCase, paper: Paper) -> tuple[tuple[str, str], ...]:
    """The labels of what could be chosen on the paper; who else has applied stands on no paper."""
    if isinstance(paper, Grant):
        return ()
    offered = choosable([type(paper)], Choosing(file.case, item_case, file.today))
    return tuple(option for options in offered.values() for option in options)


def materials_come(file: CaseFile, item_case: ItemCase, paper: Paper | None) -> dict[str, Any]:
    """What was missing and has come, by material, for its receipt. Raises Refused when something is still missing."""
    if not isinstance(paper, GapReply):
        return {}
    handed = use_what_came(file, item_case, item_case.gap)
    names = file.catalogue.materials
    missing = [code for code in item_case.gap if code not in handed]
    if missing:
        raise Refused(f"还没有上传：{'、'.join(names[code].name for code in missing)}。全部补齐后再提交。")
    return {"materials": tuple((names[code].name, f"{handed[code]}个文件") for code in item_case.gap)}


def _papers(item_case: ItemCase) -> list[PaperRecord]:
    return list(PaperRecord.objects.filter(item_case_id=item_case.id).order_by("made_at"))


def _served(record: PaperRecord) -> tuple[tuple[str, str], ...]:
    """What is brought to the applicant of a paper: the decision, and with a grant its certificate (行政许可法 44)."""
    if record.kind not in DECISIONS:
        return ()
    decision = (title_of(record), record.number or "")
    certificate = (record.head["certificate"], record.head["permit_number"])
    return (decision, certificate) if record.head["permit_number"] else (decision,)


def _listed(record: PaperRecord) -> tuple[str, ...]:
    made = chinese_date(day_of(record.made_at))
    return (title_of(record), record.number or "内部", record.head["organ"], made, record.digest[:16])
