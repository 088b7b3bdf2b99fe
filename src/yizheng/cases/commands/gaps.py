"""Acceptance with a gap 容缺受理 at the applicant: what is promised for later, and the promise (domain §5.6, L-69)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from yizheng.cases.commands.drafts import must_be_draft, must_be_theirs
from yizheng.cases.file import CaseFile, opening
from yizheng.cases.gaps import times_of
from yizheng.cases.papers import Due
from yizheng.cases.timing import answers_of
from yizheng.law.authority import Who
from yizheng.law.handling import why_not_later
from yizheng.law.intake import Assessment, NeededMaterial, assess
from yizheng.law.papers import GapPromise
from yizheng.ledger.command import Answer, Refused, doing


def promise_gap(case_id: UUID, code: str, *, promised: bool, who: Who, at: datetime, key: str = "") -> Answer:
    """Promise to hand a material in after acceptance, or take the promise back, as long as it is a draft."""

    def step(file: CaseFile) -> None:
        must_be_theirs(file, who)
        must_be_draft(file)
        file.pin()
        others = [each for each in file.case.gap if each != code]
        if promised:
            _may_promise(file, code)
        file.act.change(file.case, gap=[*others, code] if promised else others, touched_at=at)
        file.act.enter(file.case, "draft.gap", {"code": code, "promised": promised})

    return doing(opening(case_id), step, who=who, at=at, key=key, asked=("gap", str(case_id), code, promised))


def _may_promise(file: CaseFile, code: str) -> None:
    assessment = assess(file.industry, answers_of(file.case.answers), file.catalogue)
    why = why_not_later(assessment)
    if code not in why:
        raise Refused("一次告知单没有要求交这份材料，不用承诺。")
    if why[code]:
        raise Refused(f"「{file.catalogue.materials[code].name}」不能后补：{why[code]}")


def promise_of(file: CaseFile, assessment: Assessment) -> list[Due]:
    """The promise that the applicant signs with the application; none where nothing is promised."""
    promised = [each for each in assessment.materials if each.material.code in file.case.gap]
    if not promised:
        return []
    missing = tuple(_row(each, assessment) for each in promised)
    signed_by = str(file.case.form.get("rep_name", ""))
    return [Due(GapPromise(missing=missing, signed_by=signed_by, on=file.today))]


def _row(needed: NeededMaterial, assessment: Assessment) -> tuple[str, str, str]:
    users = [each for each in assessment.items if any(use.item == each.item.code for use in needed.uses)]
    return needed.material.name, "、".join(each.item.short for each in users), times_of(needed, assessment)
