"""Answering the supplement notice 补正告知书: these points and no others; then the hall must accept (行政许可法 32)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yizheng.cases.commands import hand_in, supply, take_out
from yizheng.cases.file import day_of
from yizheng.cases.queries import supplements
from yizheng.cases.queries.supplements import Supplement
from yizheng.law.authority import Who
from yizheng.law.form_values import typed
from yizheng.law.papers import SupplementReply
from yizheng.ledger.command import NotFound, Refused
from yizheng.web.applicant.entering import entered
from yizheng.web.applicant.materials import kept_files
from yizheng.web.applicant.progress import opened
from yizheng.web.kinds import acts, key_of, new_key, now, reads, text_of

Summary = list[tuple[str, str]]


@reads
def supplement(request: HttpRequest, number: str) -> HttpResponse:
    """What is asked, and the place to answer it; with nothing to answer, the progress."""
    case_id, who = opened(request, number)
    try:
        asked = supplements.supplement(case_id, now())
    except NotFound:
        return redirect("progress", number)
    return _shown(request, who, asked)


@acts
def reply(request: HttpRequest, number: str) -> HttpResponse:
    """Keep the files chosen; then, if that was asked, hand in the whole answer. What was typed stays on the page."""
    case_id, who = opened(request, number)
    at = now()
    try:
        asked = supplements.supplement(case_id, at)
    except NotFound:
        return redirect("progress", number)
    faults = _files(request, case_id, who, asked)
    typed_in = entered(asked.specs().values(), request.POST, day_of(at))
    note = text_of(request, "note")
    if faults or request.POST.get("do") == "upload":
        return _shown(request, who, supplements.supplement(case_id, now()), typed_in, note, faults)
    try:
        corrections = _changed(asked, typed_in)
        supply(
            case_id,
            SupplementReply(note=note),
            corrections=corrections,
            who=who,
            at=now(),
            key=key_of(request),
        )
    except Refused as refusal:
        told = [(f"#{fault.field}", fault.sentence) for fault in refusal.faults] or [("#note", refusal.sentence)]
        if refusal.faults and refusal.faults[0].field == "note":
            told = [("#note", refusal.sentence)]
        return _shown(request, who, supplements.supplement(case_id, now()), typed_in, note, told)
    return redirect("progress", number)


@acts
def remove(request: HttpRequest, number: str, file_id: UUID) -> HttpResponse:
    """Take out a file handed in for the answer; what was typed meanwhile stays on the page."""
    case_id, who = opened(request, number)
    told: Summary = []
    try:
        take_out(case_id, file_id, who=who, at=now(), key=key_of(request, file_id))
    except Refused as refusal:
        told = [("#main-content", refusal.sentence)]
    try:
        asked = supplements.supplement(case_id, now())
    except NotFound:
        return redirect("progress", number)
    typed_in = entered(asked.specs().values(), request.POST, day_of(now()))
    return _shown(request, who, asked, typed_in, text_of(request, "note"), told)


def _files(request: HttpRequest, case_id: UUID, who: Who, asked: Supplement) -> Summary:
    """Keep every file that came along; a sentence for each that is not good."""
    told: Summary = []
    for each in asked.materials:
        material = each.material
        files = request.FILES.getlist(f"file-{material.code}")
        if not files:
            continue
        good, faults = kept_files(
            files, material=material.name, accepts=material.accepts, max_megabytes=each.max_megabytes
        )
        if good:
            try:
                hand_in(case_id, material.code, good, who=who, at=now(), key=key_of(request, material.code))
            except Refused as refusal:
                faults.append(refusal.sentence)
        told += [(f"#file-{material.code}", sentence) for sentence in faults]
    return told


def _changed(asked: Supplement, typed_in: dict[str, Any]) -> dict[str, Any]:
    """The facts that now say something else than before."""
    before = {each.field.spec.code: each.field.values for each in asked.fields}
    changed = {}
    for code, value in typed_in.items():
        said = typed(value)
        now_says = (said,) if isinstance(said, str) else tuple(said)
        if tuple(filter(None, now_says)) != before[code]:
            changed[code] = value
    return changed


def _shown(
    request: HttpRequest,
    who: Who,
    asked: Supplement,
    typed_in: dict[str, Any] | None = None,
    note: str = "",
    summary: Summary | None = None,
) -> HttpResponse:
    said = {
        "asked": asked.with_typed(typed_in or {}, day_of(now())),
        "who": who,
        "note": note,
        "key": new_key(),
        "summary": summary or [],
        "faults": {where.removeprefix("#"): sentence for where, sentence in summary or []},
    }
    return render(request, "applicant/supplement.html", said, status=422 if summary else 200)
