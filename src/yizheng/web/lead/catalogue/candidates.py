"""备选行业: which industries could come next, and the files of the organs from which it is worked out (S-018)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yizheng.catalogue import publishing
from yizheng.law.words import Role
from yizheng.ledger.command import Refused
from yizheng.statistics.commands import report, take_back
from yizheng.statistics.commands.reports import Reported
from yizheng.statistics.queries.candidates import WINDOWS, CandidateShown, candidates
from yizheng.statistics.reported import MOST_BYTES, Read
from yizheng.web.kinds import acts, now, reads, text_of
from yizheng.web.staff.acting import Tried, attempt, filling
from yizheng.web.staff.guard import staff, who_of

FORM = "report"
USUAL = WINDOWS[1]
WIDE, LEFT_FOR_FIGURES, ROW, BAR, LONGEST_NAME = 320, 40, 40, 12, 22
"""Of the drawing, in its own units: a phone is 320 wide."""


LONGEST_TITLE = 100
CHOSEN = "先行选取关联度高、办件量大的行业（高新区一业一证方案 一(三)3）"


@dataclass(frozen=True, slots=True)
class Bar:
    """One candidate in the drawing."""

    name: str
    spared: int
    top: int
    wide: int


@staff(Role.LEAD)
@reads
def page(request: HttpRequest) -> HttpResponse:
    """The ranking and the files."""
    return _screen(request, None)


def _screen(request: HttpRequest, tried: Tried | None) -> HttpResponse:
    who, at = who_of(request), now()
    try:
        found = candidates(who, at, _window(request))
    except publishing.NothingPublished as nothing:
        return render(request, "fault.html", {"title": "还没有事项目录", "text": str(nothing)}, status=503)
    said = {
        "who": who, "tried": tried, "found": found, "windows": WINDOWS, "usual": USUAL, "bars": _bars(found.rows),
        "wide": WIDE, "tall": ROW * len(found.rows), "bar": BAR, "form": filling(tried, FORM),
        "begins": [_begins(row) for row in found.rows],
    }  # fmt: skip
    return render(request, "lead/catalogue/candidates.html", said, status=tried.status if tried else 200)


@staff(Role.LEAD)
@acts
def send(request: HttpRequest) -> HttpResponse:
    """Keep a file that an organ reported."""
    there = request.FILES.get("file")
    data = there.read(MOST_BYTES + 1) if there else b""
    file = Reported(text_of(request, "organ"), there.name or "" if there else "", data)
    try:
        found = report(file, who=who_of(request), at=now())
    except Refused as refused:
        faults = {fault.field: fault.sentence for fault in refused.faults}
        return _screen(request, Tried(FORM, refused.sentence, faults, request.POST))
    messages.success(request, _told(found))
    return redirect(reverse("candidates"))


@staff(Role.LEAD)
@acts
def withdraw(request: HttpRequest, file_id: UUID) -> HttpResponse:
    """Take a file back."""
    return attempt(
        request,
        f"file-{file_id}",
        lambda: take_back(file_id, who=who_of(request), at=now()),
        lambda tried: _screen(request, tried),
        told="已撤回这个文件，其中的申请不再计入，已经删除。",
        to=reverse("candidates"),
    )


def _begins(row: CandidateShown) -> str:
    """What a revision that takes the candidate in begins with."""
    title = f"新增行业：{'、'.join(item.name for item in row.items)}"
    told = {"title": title[:LONGEST_TITLE], "reason": f"{CHOSEN}。", "figures": row.words}
    return urlencode(told)


def _told(found: Read) -> str:
    more = [
        f"重复的{found.twice}行只计一次" if found.twice else "",
        f"太早的{found.too_old}行没有计入" if found.too_old else "",
    ]
    return (
        "；".join([f"已计入{len(found.rows)}件申请", *(each for each in more if each)])
        + "。申请人只留下不能还原的代号。"
    )


def _window(request: HttpRequest) -> int:
    said = request.GET.get("window", "")
    return int(said) if said in {str(each) for each in WINDOWS} else USUAL


def _bars(rows: Sequence[CandidateShown]) -> list[Bar]:
    most = max((row.found.spared for row in rows), default=0) or 1
    return [
        Bar(_name(n, row), row.found.spared, (n - 1) * ROW, row.found.spared * (WIDE - LEFT_FOR_FIGURES) // most)
        for n, row in enumerate(rows, start=1)
    ]


def _name(number: int, row: CandidateShown) -> str:
    whole = "、".join(item.name for item in row.items)
    return f"{number}. {whole if len(whole) <= LONGEST_NAME else whole[: LONGEST_NAME - 1] + '…'}"
