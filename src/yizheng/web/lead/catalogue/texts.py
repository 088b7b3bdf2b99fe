"""文本: the texts of a revision as files, to take along and to hand in again; every fault by file and row."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yizheng.catalogue.commands import hand_in
from yizheng.catalogue.revisions.texts import texts_of_revision
from yizheng.catalogue.text.faults import CatalogueFaulty, Fault
from yizheng.catalogue.text.parcels import MOST_BYTES, MOST_FILES, Sent
from yizheng.law.words import Role
from yizheng.ledger.command import Refused
from yizheng.web.kinds import acts, key_of, new_key, now, reads
from yizheng.web.staff.guard import staff, who_of

WHOLE = "whole"
MOST_SHOWN = 200


@staff(Role.LEAD, Role.HEAD)
@reads
def page(request: HttpRequest, revision_id: UUID) -> HttpResponse:
    """What there is to take along, and where to hand it in again."""
    return _screen(request, revision_id)


@staff(Role.LEAD, Role.HEAD)
@reads
def parcel(request: HttpRequest, revision_id: UUID) -> HttpResponse:
    """The texts in a zip: all, or those of the files that are changed."""
    only_changed = "changed" in request.GET
    content = texts_of_revision(revision_id, who_of(request)).parcel(only_changed=only_changed)
    name = f"catalogue-{'changed' if only_changed else 'all'}.zip"
    shown = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type="application/zip", headers=shown)


@staff(Role.LEAD)
@acts
def send(request: HttpRequest, revision_id: UUID) -> HttpResponse:
    """Hand texts in; with a single fault nothing is changed."""
    sent = (Sent(file.name or "", file.read(MOST_BYTES + 1)) for file in request.FILES.getlist("files"))
    whole, over = request.POST.get("how") == WHOLE, request.POST.get("over", "")
    try:
        changed = hand_in(revision_id, sent, whole=whole, over=over, who=who_of(request), at=now(), key=key_of(request))
    except CatalogueFaulty as faulty:
        return _screen(request, revision_id, faults=faulty.faults, status=422)
    except Refused as refused:
        return _screen(request, revision_id, sentence=refused.sentence, status=409)
    told = f"已按上传的文本修改{changed}个条目。" if changed else "上传的内容和现在的完全一样，没有要改的。"
    messages.success(request, told)
    return redirect(reverse("revised-texts", args=[revision_id]))


def _screen(
    request: HttpRequest, revision_id: UUID, *, faults: Sequence[Fault] = (), sentence: str = "", status: int = 200
) -> HttpResponse:
    who = who_of(request)
    said = {
        "who": who,
        "new_key": new_key,
        "texts": texts_of_revision(revision_id, who),
        "faults": faults[:MOST_SHOWN],
        "more": max(len(faults) - MOST_SHOWN, 0),
        "sentence": sentence,
        "whole": request.POST.get("how") == WHOLE,
        "megabytes": MOST_BYTES // 1_000_000,
        "files": MOST_FILES,
    }
    return render(request, "lead/catalogue/texts.html", said, status=status)
