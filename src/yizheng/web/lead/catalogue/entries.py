"""The entries of a revision: the list of each kind, one entry with what becomes of it, taking out and undoing."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from yizheng.catalogue.commands import amend
from yizheng.catalogue.editing.anatomy import Raw
from yizheng.catalogue.editing.naming import KINDS, kind_label
from yizheng.catalogue.editing.parts import NoSuchPart, list_of, listed, missing, with_row_moved, without_row
from yizheng.catalogue.editing.words import facts, gist
from yizheng.catalogue.revisions.bench import Bench, bench
from yizheng.law.words import Role
from yizheng.web.kinds import acts, key_of, new_key, now, reads, text_of
from yizheng.web.lead.catalogue.addresses import ALONE, NEW, code_of, entry_url
from yizheng.web.staff.acting import Tried, attempt
from yizheng.web.staff.guard import staff, who_of

ENTRY = "entry"
READERS = (Role.LEAD, Role.HEAD, Role.GOVERNOR)
MOVES = {"up": -1, "down": 1}


@staff(*READERS)
@reads
def entries(request: HttpRequest, revision_id: UUID, kind: str) -> HttpResponse:
    """The entries of one kind, those changed first, searched by words or how they are said."""
    if kind not in KINDS:
        raise Http404("没有这一类条目。")
    who = who_of(request)
    there, wanted = bench(revision_id, who), request.GET.get("q", "")[:60]
    said = {
        "who": who,
        "bench": there,
        "kind": kind,
        "label": kind_label(kind),
        "kinds": [(each, kind_label(each), total, changed) for each, total, changed in there.counts()],
        "wanted": wanted,
        "rows": there.entries(kind, wanted),
        "alone": ALONE,
        "new": NEW,
    }
    return render(request, "lead/catalogue/entries.html", said)


@staff(*READERS)
@reads
def entry(request: HttpRequest, revision_id: UUID, kind: str, code: str) -> HttpResponse:
    """One entry as a sheet to read, with its difference to the version it is based on."""
    return _sheet(request, revision_id, kind, code, None)


def _sheet(request: HttpRequest, revision_id: UUID, kind: str, code: str, tried: Tried | None) -> HttpResponse:
    who, key = who_of(request), code_of(kind, code)
    there = bench(revision_id, who)
    was, raw = there.was(kind, key), there.wanted(kind, key)
    if was is None and raw is None:
        raise Http404("没有这个条目。")
    of, shown = KINDS[kind], raw if raw is not None else was or {}
    words = there.within(kind, shown)
    said = {
        "who": who,
        "tried": tried,
        "new_key": new_key,
        "bench": there,
        "kind": kind,
        "code": code,
        "label": kind_label(kind),
        "title": words.title(of, shown),
        "mark": there.mark(kind, key),
        "gone": raw is None,
        "seen": there.seen(kind, key),
        "changes": there.changes(kind, key),
        "missing": missing(of, shown),
        "faults": there.faults(kind, key) if raw is not None and not there.why_not else [],
        "facts": facts(of, shown, words, rows=False),
        "lists": listed(kind, shown, words),
        "gist": lambda of, row: gist(of, row, words),
    }
    return render(request, "lead/catalogue/entry.html", said, status=tried.status if tried else 200)


@staff(Role.LEAD)
@acts
def remove(request: HttpRequest, revision_id: UUID, kind: str, code: str) -> HttpResponse:
    """Take an entry out."""
    return _change(request, revision_id, kind, code, lambda there, key: None, "已从本次修订的目录里删去。")


@staff(Role.LEAD)
@acts
def undo(request: HttpRequest, revision_id: UUID, kind: str, code: str) -> HttpResponse:
    """Let an entry be again what it is in the version that the revision is based on."""
    return _change(request, revision_id, kind, code, lambda there, key: there.was(kind, key), "已恢复成原来的内容。")


@staff(Role.LEAD)
@acts
def move(
    request: HttpRequest, revision_id: UUID, kind: str, code: str, field: str, place: int, do: str
) -> HttpResponse:
    """Move a row of an entry up or down, or take it out."""

    def changed(there: Bench, key: str) -> Raw:
        list_of(kind, field)
        raw = there.wanted(kind, key) or {}
        if do in MOVES:
            return with_row_moved(raw, field, place, MOVES[do])
        return without_row(raw, field, place)

    if do not in (*MOVES, "remove"):
        raise Http404("没有这个操作。")
    told = "已调整先后。" if do in MOVES else "已删去这一条。"
    return _change(request, revision_id, kind, code, changed, told, at=f"#{field}")


def _change(
    request: HttpRequest, revision_id: UUID, kind: str, code: str, changed: Callable[[Bench, str], Raw | None],
    told: str, at: str = "",
) -> HttpResponse:  # fmt: skip
    """Write what becomes of an entry; back to its sheet, or to the list when nothing is left of it."""
    who, key = who_of(request), code_of(kind, code)
    there = bench(revision_id, who)
    try:
        data = changed(there, key)
    except NoSuchPart:
        return _sheet(request, revision_id, kind, code, Tried(ENTRY, "这一条已经不在了，请看现在的内容。"))
    return attempt(
        request,
        ENTRY,
        lambda: amend(
            revision_id, kind, key, data, seen=text_of(request, "seen"), who=who, at=now(), key=key_of(request)
        ),
        lambda tried: _sheet(request, revision_id, kind, code, tried),
        told=told,
        to=entry_url(revision_id, kind, key) + at,
    )
