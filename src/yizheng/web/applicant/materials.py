"""The materials: each asked once, kept once uploaded, with what every item wants to see in it (seed 三(二))."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yizheng.cases.commands import hand_in, promise_gap, take_out
from yizheng.cases.queries import drafts
from yizheng.cases.queries.drafts import Draft
from yizheng.cases.uploads import Kept, keep
from yizheng.law.authority import Who
from yizheng.ledger.command import NotFound, Refused
from yizheng.web.applicant.form import of_draft
from yizheng.web.kinds import acts, key_of, new_key, now, reads


@reads
@of_draft
def materials(request: HttpRequest, who: Who, draft: Draft) -> HttpResponse:
    """Everything to hand in, and everything that need not be."""
    return _shown(request, who, draft)


@acts
@of_draft
def upload(request: HttpRequest, who: Who, draft: Draft, code: str) -> HttpResponse:
    """Keep the files that are good; say of each other what is wrong with it."""
    wanted = next((each for each in draft.materials if each.told.code == code), None)
    if wanted is None:
        raise NotFound("这份申请不需要这份材料。")
    good, faults = kept_files(
        request.FILES.getlist("files"),
        material=wanted.told.name,
        accepts=wanted.told.accepts,
        max_megabytes=wanted.max_megabytes,
    )
    if good:
        try:
            hand_in(draft.id, code, good, who=who, at=now(), key=key_of(request))
        except Refused as refusal:
            faults.append(refusal.sentence)
    if faults:
        return _shown(request, who, drafts.draft(draft.id, now()), {code: faults})
    return redirect(f"{reverse('materials', args=[draft.id])}#{code}")


@acts
@of_draft
def promise(request: HttpRequest, who: Who, draft: Draft, code: str) -> HttpResponse:
    """Promise to hand a material in after acceptance, or take the promise back (青岛市优化营商环境条例 24)."""
    promised = request.POST.get("promised") == "yes"
    try:
        promise_gap(draft.id, code, promised=promised, who=who, at=now(), key=key_of(request))
    except Refused as refusal:
        return _shown(request, who, draft, {code: [refusal.sentence]})
    return redirect(f"{reverse('materials', args=[draft.id])}#{code}")


@acts
@of_draft
def remove(request: HttpRequest, who: Who, draft: Draft, file_id: UUID) -> HttpResponse:
    """Take one file out again."""
    holder = next((each for each in draft.materials if any(file.id == file_id for file in each.files)), None)
    try:
        take_out(draft.id, file_id, who=who, at=now(), key=key_of(request))
    except Refused as refusal:
        return _shown(request, who, draft, {holder.told.code if holder else "": [refusal.sentence]})
    anchor = f"#{holder.told.code}" if holder else ""
    return redirect(f"{reverse('materials', args=[draft.id])}{anchor}")


def kept_files(
    files: Iterable[UploadedFile[Any]], *, material: str, accepts: Iterable[str], max_megabytes: int
) -> tuple[list[Kept], list[str]]:
    """The files that were kept, and a sentence for each that was not."""
    good: list[Kept] = []
    faults: list[str] = []
    for file in files:
        try:
            good.append(
                keep(file.name or "", file, material=material, accepts=tuple(accepts), max_megabytes=max_megabytes)
            )
        except Refused as refusal:
            faults.append(refusal.sentence)
    if not good and not faults:
        faults.append(f"「{material}」还没有选择文件，请先选择再点上传。")
    return good, faults


def _shown(request: HttpRequest, who: Who, draft: Draft, faults: dict[str, list[str]] | None = None) -> HttpResponse:
    told = faults or {}
    said = {
        "draft": draft,
        "who": who,
        "rows": [(each, new_key()) for each in draft.materials],
        "free": draft.told.by("fetched", "made", "internal"),
        "at_check": draft.told.by("check"),
        "faults": told,
        "summary": [(f"#{code}", sentence) for code, sentences in told.items() for sentence in sentences],
    }
    return render(request, "applicant/materials.html", said, status=422 if told else 200)
