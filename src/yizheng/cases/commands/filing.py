"""Filing: the draft becomes a case, with number, receipt to the second, item-cases and clocks (行政许可法 29, 32)."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from yizheng.cases.adding import why_not_addable
from yizheng.cases.assessing import assessed
from yizheng.cases.commands.credit import why_no_commitment
from yizheng.cases.commands.drafts import must_be_draft, must_be_theirs
from yizheng.cases.commands.finding import let_be_found
from yizheng.cases.commands.gaps import promise_of
from yizheng.cases.file import CaseFile, opening
from yizheng.cases.gaps import promised_in
from yizheng.cases.models import ItemCase, Material, MaterialUse
from yizheng.cases.outcome import settle_state
from yizheng.cases.papers import Due, document_number, made, series_of
from yizheng.cases.timing import Limits, answers_of, applied, clock_columns
from yizheng.law.authority import Facts, Who, why_not
from yizheng.law.form_values import field_fault, typed
from yizheng.law.handling import handling_of
from yizheng.law.intake import Assessment, NeededItem
from yizheng.law.numbers import case_number
from yizheng.law.papers import Commitment, Fault, Receipt
from yizheng.law.transitions import LINES
from yizheng.law.words import Handling, Role, State, Verb
from yizheng.ledger.command import Answer, Refused, doing
from yizheng.ledger.reading import Reading

LINE = LINES[(State.DRAFT, Verb.FILE)]
MATERIALS_OF_CASE = Reading(Material, by="case_id", order="handed_in_at")


def file_case(case_id: UUID, *, who: Who, at: datetime, key: str = "") -> Answer:
    """File a draft. Raises Refused with every fault, by field and material, when something asked for is missing."""

    def step(file: CaseFile) -> None:
        must_be_draft(file)
        file.pin()
        _may_still_be_added(file)
        assessment = assessed(file.case, file.catalogue)
        materials = [each for each in MATERIALS_OF_CASE(case_id) if each.removed_at is None]
        _check(file, assessment, {each.code for each in materials}, who)
        _receive(file, assessment, materials, file.signed(LINE, _facts(file), who))

    return doing(opening(case_id), step, who=who, at=at, key=key, asked=("file", str(case_id)))


def _may_still_be_added(file: CaseFile) -> None:
    """Raises Refused when an item added to another case has been applied for, or granted, there meanwhile (§7-1)."""
    file.lock_home()
    for code in file.case.only if file.case.joins else ():
        if reason := why_not_addable(file.case, code, file.catalogue):
            raise Refused(reason)


def _check(file: CaseFile, assessment: Assessment, handed_in: Collection[str], who: Who) -> None:
    facts = _facts(file)
    if reason := why_not(LINE, who, facts):
        raise Refused(reason)
    must_be_theirs(file, who)
    if assessment.stops:
        raise Refused(assessment.stops[0].text)
    if not assessment.complete:
        raise Refused("还有问题没有回答（事项目录可能已更新），请先答完再提交。")
    if not assessment.items:
        raise Refused("按您的回答不需要办理许可，无需提交申请。")
    if reason := why_no_commitment(file, assessment):
        raise Refused(reason)
    faults = tuple(filing_faults(file, assessment, handed_in))
    if faults:
        raise Refused(faults[0].sentence, faults)


def _facts(file: CaseFile) -> Facts:
    return Facts(
        case_id=str(file.case.id), item_name=file.industry.name, organ="", organ_name="", section="", state=State.DRAFT
    )


def filing_faults(file: CaseFile, assessment: Assessment, handed_in: Collection[str]) -> list[Fault]:
    """What still keeps a draft from being filed: fields missing or wrong, materials not handed in."""
    faults = []
    promised = promised_in(assessment, file.case.gap, handed_in)
    for spec in assessment.fields:
        _, sentence = field_fault(spec, typed(file.case.form.get(spec.code)), file.today)
        if sentence:
            faults.append(Fault(spec.code, sentence))
    for needed in assessment.materials:
        if needed.asked and needed.material.code not in {*handed_in, *promised}:
            faults.append(Fault(needed.material.code, f"请上传「{needed.material.name}」。"))
    return faults


def _receive(file: CaseFile, assessment: Assessment, materials: list[Material], who: Who) -> None:
    zone, window = file.catalogue.zone, who.has(Role.WINDOW)
    for place, needed in enumerate(assessment.items, start=1):
        _open_item(file, place, needed, assessment, materials)
    file.act.change(file.case, gap=list(promised_in(assessment, file.case.gap, {each.code for each in materials})))
    receipt = Due(Receipt())
    signed = [*_commitments(file, str(file.case.form.get("rep_name", ""))), *promise_of(file, assessment)]
    series = [f"case:{zone.region}:{file.today:%Y%m%d}", *(series_of(file, each) for each in (receipt, *signed))]
    case_serial, receipt_serial, *serials = file.act.numbers(series)
    form = {spec.code: file.case.form[spec.code] for spec in assessment.fields if spec.code in file.case.form}
    file.act.change(
        file.case,
        number=case_number(file.today, zone.region, case_serial),
        received_at=file.act.at,
        receiver_id=who.id if window else "",
        receiver_name=who.name if window else "",
        form=form,
        **named_in(form),
    )
    let_be_found(file)
    settle_state(file)
    said = _receipt_facts(file, assessment, materials)
    record = made(file, receipt, document_number(series[1], receipt_serial), who=who, on_head=said)
    numbers = [document_number(name, serial) for name, serial in zip(series[2:], serials, strict=True)]
    for paper, number in zip(signed, numbers, strict=True):
        made(file, paper, number, who=who, on_head={"conditions": _conditions(assessment, paper)})
    file.act.enter(
        file.case,
        "case.file",
        {
            "number": file.case.number,
            "catalogue": str(file.case.catalogue_id),
            "paper": str(record.id),
            "items": [_became(each) for each in file.items],
            "materials": [{"code": each.code, "digest": each.digest} for each in materials],
            "gap": file.case.gap,
        },
    )


def _commitments(file: CaseFile, signed_by: str) -> list[Due]:
    """The commitments that the applicant signs with the application (domain §5.7)."""
    paper = Commitment(signed_by=signed_by, on=file.today)
    return [Due(paper, each) for each in file.items if each.handling == Handling.COMMITMENT]


def _conditions(assessment: Assessment, signed: Due) -> tuple[str, ...]:
    """The conditions of a commitment in full; a promise of the whole case has none."""
    code = signed.item_case.item if signed.item_case else ""
    needed = (each for each in assessment.items if each.item.code == code)
    return tuple(condition.text for each in needed for condition in each.conditions)


def named_in(form: Mapping[str, Any]) -> dict[str, str]:
    """Who applies for which place, as the form says: the columns that papers, licence and searches go by."""
    return {
        "holder": str(form.get("applicant_name", "")),
        "holder_code": str(form.get("credit_code", "")),
        "premises": str(form.get("premises_address", "")),
    }


def _open_item(
    file: CaseFile, place: int, needed: NeededItem, assessment: Assessment, materials: list[Material]
) -> None:
    answers, figures = answers_of(file.case.answers), file.catalogue.figures
    handling = handling_of(needed, answers, figures)
    runs = applied([], LINE.clocks, Limits(needed.item, answers, figures), file.today)
    item_case = ItemCase(
        id=uuid.uuid4(),
        case_id=file.case.id,
        place=place,
        item=needed.item.code,
        organ=needed.item.organ,
        section=needed.item.section,
        state=LINE.to,
        handling=handling,
        committed_at=file.act.at if handling == Handling.COMMITMENT else None,
        **clock_columns(runs, file.calendar),
    )
    file.items.append(item_case)
    file.act.add(item_case)
    versions = {each.code: each.version for each in materials}
    for code in uses_of(assessment, needed.item.code):
        if code in versions:
            file.act.add(MaterialUse(item_case_id=item_case.id, code=code, version=versions[code]))


def uses_of(assessment: Assessment, item: str) -> list[str]:
    """The materials that an item uses in this assessment."""
    return [each.material.code for each in assessment.materials if any(use.item == item for use in each.uses)]


def _receipt_facts(file: CaseFile, assessment: Assessment, materials: list[Material]) -> dict[str, Any]:
    counted: dict[str, int] = {}
    for material in materials:
        counted[material.code] = counted.get(material.code, 0) + 1
    names = file.catalogue.materials
    return {
        "query_code": file.case.query_code,
        "items": tuple((each.item.name, file.catalogue.organs[each.item.organ].name) for each in assessment.items),
        "materials": tuple((names[code].name, f"{count}个文件") for code, count in counted.items()),
    }


TOLD = (
    "item", "place", "organ", "section", "state", "handling", "committed_at", "runs", "due_on", "half_on", "near_on",
)  # fmt: skip
"""What the book says of an item-case when it is opened; all else is as in every new one."""


def _became(item_case: ItemCase) -> dict[str, Any]:
    return {"id": str(item_case.id), **{name: getattr(item_case, name) for name in TOLD}}
