"""Handing in what was promised for later 容缺补交: the files, then the whole of it (青岛市优化营商环境条例 24)."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yizheng.cases.commands import Move, hand_in, step, take_out
from yizheng.cases.queries.gaps import Gaps, gaps
from yizheng.law.authority import Who
from yizheng.law.papers import GapReply
from yizheng.law.words import Verb
from yizheng.ledger.command import NotFound, Refused
from yizheng.web.applicant.materials import kept_files
from yizheng.web.applicant.progress import opened
from yizheng.web.kinds import acts, key_of, new_key, now, reads

Summary = list[tuple[str, str]]
NOTHING_COMPLETE = "还没有一个事项的材料补齐。请先上传，全部补齐后再提交。"


@reads
def gap(request: HttpRequest, number: str) -> HttpResponse:
    """What is still to come, and the place for it; with nothing to come, the progress."""
    case_id, who = opened(request, number)
    return _shown(request, case_id, number, who)


@acts
def fill(request: HttpRequest, number: str) -> HttpResponse:
    """Keep the files chosen; then, if that was asked, submit what is complete."""
    case_id, who = opened(request, number)
    try:
        faults = _files(request, case_id, who, gaps(case_id))
        if faults or request.POST.get("do") == "upload":
            return _shown(request, case_id, number, who, faults)
        _submit(request, case_id, who, gaps(case_id))
    except NotFound:
        return redirect("progress", number)
    except Refused as refusal:
        return _shown(request, case_id, number, who, [("#submit", refusal.sentence)], 409)
    return redirect("progress", number)


@acts
def remove(request: HttpRequest, number: str, file_id: UUID) -> HttpResponse:
    """Take a wrong file out again, as long as nothing is submitted with it."""
    case_id, who = opened(request, number)
    try:
        take_out(case_id, file_id, who=who, at=now(), key=key_of(request, file_id))
    except Refused as refusal:
        return _shown(request, case_id, number, who, [("#main-content", refusal.sentence)], 409)
    return redirect("gap", number)


def _files(request: HttpRequest, case_id: UUID, who: Who, asked: Gaps) -> Summary:
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


def _submit(request: HttpRequest, case_id: UUID, who: Who, asked: Gaps) -> None:
    """Submit for every item whose materials have all come; an item not accepted yet needs no more than the files."""
    moves = [Move(each.id, Verb.FILL_GAP, GapReply()) for each in asked.complete]
    if moves:
        step(case_id, moves, who=who, at=now(), key=key_of(request))
    elif asked.items:
        raise Refused(NOTHING_COMPLETE)


def _shown(
    request: HttpRequest, case_id: UUID, number: str, who: Who, summary: Summary | None = None, status: int = 422
) -> HttpResponse:
    try:
        asked = gaps(case_id)
    except NotFound:
        return redirect("progress", number)
    said = {"asked": asked, "who": who, "key": new_key(), "summary": summary or [], "faults": dict(summary or [])}
    return render(request, "applicant/gap.html", said, status=status if summary else 200)
