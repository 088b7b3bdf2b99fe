"""Drafts 草稿: opened, saved at every step, resumed with a code, wiped when nobody comes back (个人信息保护法 19)."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Any
from uuid import UUID

from django.db.models import Max, Q

from yizheng.cases.assessing import assessed
from yizheng.cases.commands.lapses import settle
from yizheng.cases.file import CaseFile, opening
from yizheng.cases.gaps import awaited
from yizheng.cases.models import Case, Material, SupplementPoint
from yizheng.cases.uploads import Kept, forget, kept_before
from yizheng.law.authority import CLOCK, Who
from yizheng.law.words import CaseState, Role, State
from yizheng.ledger.command import Act, Answer, Refused, doing

CODE_LETTERS = "ABCDEFGHJKMNPQRTUVWXY346789"
"""Without letters and figures that are mistaken for each other when read out at the window."""


MOST_FILES = 50
"""Files of one version of one material."""


def new_code() -> str:
    """A query code 查询码 that nobody guesses: twelve characters of twenty-seven (57 bits)."""
    letters = [secrets.choice(CODE_LETTERS) for _ in range(12)]
    return "-".join("".join(letters[i : i + 4]) for i in (0, 4, 8))


def open_draft(
    *,
    industry: str,
    catalogue_id: UUID,
    answers: Mapping[str, Any],
    who: Who,
    at: datetime,
    notice_id: UUID | None = None,
    form: Mapping[str, Any] | None = None,
    materials: Mapping[str, Sequence[Kept]] | None = None,
    key: str = "",
) -> Answer:
    """Open a draft for these answers; with form and materials already at hand, in the same act."""
    case = Case(
        id=uuid.uuid4(),
        query_code=new_code(),
        industry=industry,
        catalogue_id=catalogue_id,
        notice_id=notice_id,
        answers=dict(answers),
        form=dict(form or {}),
        channel="window" if who.has(Role.WINDOW) else "online",
        opened_at=at,
        touched_at=at,
    )

    def opened(act: Act) -> CaseFile:
        act.add(case)
        return CaseFile(act, case)

    def step(file: CaseFile) -> None:
        handed = [_material(file, code, kept, 1) for code, files in (materials or {}).items() for kept in files]
        for material in handed:
            file.act.add(material)
        said = {"industry": industry, "catalogue": str(catalogue_id), "materials": _listed(handed)}
        file.act.enter(file.case, "draft.open", said)

    return doing(opened, step, who=who, at=at, key=key, asked=("draft", industry, str(catalogue_id), answers, form))


def save_draft(
    case_id: UUID,
    *,
    who: Who,
    at: datetime,
    form: Mapping[str, Any] | None = None,
    answers: Mapping[str, Any] | None = None,
    notice_id: UUID | None = None,
    key: str = "",
) -> Answer:
    """Save what was entered; the book notes which fields, never what they say."""

    def step(file: CaseFile) -> None:
        must_be_theirs(file, who)
        must_be_draft(file)
        file.pin()
        changes: dict[str, Any] = {"touched_at": at}
        if form is not None:
            changes["form"] = {**file.case.form, **form}
        if answers is not None:
            changes["answers"] = dict(answers)
        if notice_id is not None:
            changes["notice_id"] = notice_id
        file.act.change(file.case, **changes)
        file.act.enter(file.case, "draft.save", {"fields": sorted(form or ()), "answers": answers is not None})

    return doing(opening(case_id), step, who=who, at=at, key=key, asked=("save", str(case_id), form, answers))


def hand_in(case_id: UUID, code: str, files: Sequence[Kept], *, who: Who, at: datetime, key: str = "") -> Answer:
    """Hand in files of one material: for a draft, as it was promised, or after a supplement notice that asks for it."""

    def step(file: CaseFile) -> None:
        must_be_theirs(file, who)
        _may_hand_in(file, code)
        version = _version_to_hand_in(file, code, len(files))
        handed = [_material(file, code, kept, version) for kept in files]
        for material in handed:
            file.act.add(material)
        file.act.change(file.case, touched_at=at)
        file.act.enter(file.case, "material.hand_in", {"code": code, "version": version, "materials": _listed(handed)})

    asked = ("hand_in", str(case_id), code, [kept.digest for kept in files])
    return doing(opening(case_id, settle), step, who=who, at=at, key=key, asked=asked)


def take_out(case_id: UUID, material_id: UUID, *, who: Who, at: datetime, key: str = "") -> Answer:
    """Take a file out again: of a draft, or one handed in for a supplement that is not yet submitted."""

    def step(file: CaseFile) -> None:
        must_be_theirs(file, who)
        material = Material.objects.filter(case_id=case_id, id=material_id, removed_at=None).first()
        if material is None:
            raise Refused("这个文件已经不在材料里了。")
        if not _is_being_supplied(file, material) and material.code not in awaited(file.case, file.items):
            must_be_draft(file)
        file.act.change(material, removed_at=at)
        file.act.enter(file.case, "material.take_out", {"code": material.code, "digest": material.digest})

    return doing(opening(case_id, settle), step, who=who, at=at, key=key, asked=("take_out", str(material_id)))


def expire_draft(case_id: UUID, *, at: datetime, untouched_since: datetime) -> Answer:
    """Wipe what a draft says once nobody has touched it since a moment; its files go with the next sweep of uploads."""

    def step(file: CaseFile) -> None:
        must_be_draft(file)
        if file.case.touched_at >= untouched_since:
            raise Refused("草稿还在保存期内。")
        for material in Material.objects.filter(case_id=case_id, removed_at=None):
            file.act.change(material, removed_at=at)
        file.act.change(file.case, state=CaseState.EXPIRED, form={}, answers={}, touched_at=at)
        file.act.enter(file.case, "draft.expire", {})

    return doing(opening(case_id), step, who=CLOCK, at=at)


def wipe_files(*, before: datetime) -> int:
    """Delete files kept before a moment that no case has: taken out, or never handed in after all; gives how many.

    The book keeps the digest of what was there. What was taken out since that moment is left for the next time.
    """
    old = kept_before(before)
    wiped = 0
    while some := list(islice(old, 500)):
        of_a_case = Material.objects.filter(Q(removed_at=None) | Q(removed_at__gte=before), digest__in=some)
        for digest in set(some) - set(of_a_case.values_list("digest", flat=True)):
            forget(digest)
            wiped += 1
    return wiped


def must_be_draft(file: CaseFile) -> None:
    """Raises Refused when the case is no longer a draft."""
    if file.case.state == CaseState.EXPIRED:
        raise Refused("这份草稿超过保存期，内容已按规定清除，请重新申请。")
    if file.case.state != CaseState.DRAFT:
        raise Refused(f"申请已提交，办件编号{file.case.number}，不能再按草稿修改。")


def must_be_theirs(file: CaseFile, who: Who) -> None:
    """Raises Refused unless it is the applicant's, was opened with its code, or was entered at the window."""
    at_the_window = who.has(Role.WINDOW) and file.case.channel == "window"
    if not (at_the_window or who.applies_for == str(file.case.id)):
        raise Refused("只有申请人本人或窗口服务专员可以修改申请内容。")


def _may_hand_in(file: CaseFile, code: str) -> None:
    """Raises Refused when nobody asked for this material: the notice for a draft, the supplement afterwards."""
    if file.case.state == CaseState.DRAFT:
        file.pin()
        assessment = assessed(file.case, file.catalogue)
        if code not in {each.material.code for each in assessment.materials if each.asked}:
            raise Refused("一次告知单没有要求交这份材料，不用上传。")
    elif (
        code not in awaited(file.case, file.items)
        and not SupplementPoint.objects.filter(
            case_id=file.case.id, target=code, removed_at=None, item__in=_being_supplemented(file)
        ).exists()
    ):
        raise Refused("补正告知书没有要求补正这份材料；已提交的其他材料不能更改。")


def _being_supplemented(file: CaseFile) -> list[str]:
    return [each.item for each in file.items if each.state == State.SUPPLEMENTING]


def _is_being_supplied(file: CaseFile, material: Material) -> bool:
    told = file.case.supplemented_at
    return told is not None and bool(_being_supplemented(file)) and material.handed_in_at > told


def _version_to_hand_in(file: CaseFile, code: str, more: int) -> int:
    """The version that files handed in now belong to: the first, or the one that answers the supplement notice."""
    there = Material.objects.filter(case_id=file.case.id, code=code)
    versions = list(there.filter(removed_at=None).values_list("version", flat=True))
    if versions.count(max(versions, default=1)) + more > MOST_FILES:
        raise Refused(f"一份材料最多{MOST_FILES}个文件，请合并后再上传。")
    latest = there.aggregate(latest=Max("version"))["latest"]
    if latest is None:
        return 1
    told = file.case.supplemented_at
    answered = told is not None and there.filter(version=latest, handed_in_at__gt=told).exists()
    newest = int(latest)
    return newest if told is None or answered else newest + 1


def _material(file: CaseFile, code: str, kept: Kept, version: int) -> Material:
    return Material(
        case_id=file.case.id,
        code=code,
        version=version,
        name=kept.name,
        media_type=kept.media_type,
        size=kept.size,
        digest=kept.digest,
        handed_in_at=file.act.at,
    )


def _listed(materials: Sequence[Material]) -> list[dict[str, Any]]:
    return [{"code": each.code, "digest": each.digest, "size": each.size} for each in materials]
