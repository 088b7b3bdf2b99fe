"""Forms of an entry and of its rows: shown, worked on without being saved, saved; refused, nothing is lost."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yizheng.catalogue.commands import amend
from yizheng.catalogue.editing.anatomy import Raw
from yizheng.catalogue.editing.boxes import Boxes
from yizheng.catalogue.editing.naming import KINDS, NAMED, kind_label
from yizheng.catalogue.editing.part_form import filled
from yizheng.catalogue.editing.part_reading import Taken, read
from yizheng.catalogue.editing.parts import (
    NoSuchPart,
    found_again,
    key_field,
    list_of,
    models,
    row_of,
    usual,
    with_row,
    with_scalars,
)
from yizheng.catalogue.editing.rule_form import Entered, Faults, settled, stepped
from yizheng.catalogue.revisions.bench import Bench, bench
from yizheng.catalogue.text.kinds import CODE, FILE_CODE
from yizheng.law.words import Role
from yizheng.ledger.command import Refused
from yizheng.web.kinds import acts, key_of, new_key, now, reads
from yizheng.web.lead.catalogue.addresses import NEW, code_of, entry_url
from yizheng.web.staff.guard import staff, who_of

ADDED = "new"
"""What stands in an address for the place of a row that is to be added."""


LONGEST_PLACE = 6
TAKEN_OUT = "您打开表单以后，这个条目已被别人修改。您填的内容还在下面，请核对后再保存。"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Which part is edited: an entry itself, or one row of a list of it; ``sent``: its form has come back filled in."""

    there: Bench
    kind: str
    code: str
    field: str = ""
    place: str = ""
    sent: bool = False

    @property
    def key(self) -> str:
        """The code of the entry; "" for the zone."""
        return code_of(self.kind, self.code)

    @property
    def entry(self) -> Raw:
        """The entry as proposed; empty for a new one. Raises Http404 when there is none.

        What was typed is not lost when somebody takes the entry out meanwhile: then it stands over the published one.
        """
        found = {} if self.code == NEW else self.there.wanted(self.kind, self.key)
        if found is None and self.sent:
            return self.there.was(self.kind, self.key) or {}
        if found is None:
            raise Http404("没有这个条目。")
        return found

    @property
    def of(self) -> type:
        """What the part is made of. Raises Http404."""
        if not self.field:
            return KINDS[self.kind]
        try:
            return list_of(self.kind, self.field)[1]
        except NoSuchPart:
            raise Http404("没有这个清单。") from None

    @property
    def raw(self) -> Raw:
        """The part as it stands; empty when it is to be added. Raises Http404."""
        if not self.field:
            return self.entry
        if self.of and self.place == ADDED:
            return {}
        try:
            return row_of(self.entry, self.field, self.at)
        except NoSuchPart:
            raise Http404("没有这一条。") from None

    @property
    def at(self) -> int:
        """The place of the row; one that is none for what is no number."""
        return int(self.place) if self.place.isdecimal() and len(self.place) < LONGEST_PLACE else -1

    @property
    def without(self) -> tuple[str, ...]:
        """The code of an entry that is there already is not asked for again."""
        return () if self.field or self.code == NEW else (key_field(self.kind),)

    @property
    def taken(self) -> Taken:
        """The codes that are in use already."""
        if not self.field:
            return {key_field(self.kind): self.there.codes(self.kind)}
        rows = [row for at, row in enumerate(self.entry.get(self.field, ())) if str(at) != self.place]
        return {"code": {str(row.get("code", "")) for row in rows}}

    def address(self, verb: str = "") -> str:
        """The address of the form, or of its saving."""
        args: list[Any] = [self.there.id, self.kind, self.code]
        if self.field:
            return reverse(f"revised-row{verb}", args=[*args, self.field, self.place])
        return reverse(f"revised-form{verb}", args=args)


@staff(Role.LEAD)
@reads
def edit(request: HttpRequest, revision_id: UUID, kind: str, code: str) -> HttpResponse:
    """The form of an entry; of a new one, begun as a copy where one is named."""
    place = _place(request, revision_id, kind, code)
    raw = place.entry
    like = request.GET.get("like", "")
    if code == NEW and like:
        raw = {name: value for name, value in (place.there.wanted(kind, like) or {}).items() if name != key_field(kind)}
    elif code == NEW:
        raw = usual(place.there.overlay.entries, kind)
    return _form(request, place, _filled(place, raw), like=like)


@staff(Role.LEAD)
@reads
def edit_row(request: HttpRequest, revision_id: UUID, kind: str, code: str, field: str, place: str) -> HttpResponse:
    """The form of a row; of a new one, begun as a copy where one is picked."""
    here = _place(request, revision_id, kind, code, field, place)
    raw = here.raw
    sentence, picked = "", request.GET.get("like", "").strip()
    if place == ADDED and picked:
        offered = dict(models(here.there.overlay.entries, kind, field, here.there.words))
        near = [title for title in offered if picked in title]
        raw = offered.get(picked, offered[near[0]] if len(near) == 1 else {})
        sentence = "" if raw else f"没有找到“{picked}”，或者有好几条，请从列出的里面选。"
    return _form(request, here, _filled(here, raw), sentence=sentence)


@staff(Role.LEAD)
@acts
def save(request: HttpRequest, revision_id: UUID, kind: str, code: str) -> HttpResponse:
    """Save the form of an entry, or do a step in it."""
    return _saved(request, _place(request, revision_id, kind, code))


@staff(Role.LEAD)
@acts
def save_row(request: HttpRequest, revision_id: UUID, kind: str, code: str, field: str, place: str) -> HttpResponse:
    """Save the form of a row, or do a step in it."""
    return _saved(request, _place(request, revision_id, kind, code, field, place))


def _place(request: HttpRequest, revision_id: UUID, kind: str, code: str, field: str = "", place: str = "") -> Place:
    code_of(kind, code)
    there, sent = bench(revision_id, who_of(request)), request.method == "POST"
    return Place(there=there, kind=kind, code=code, field=field, place=place, sent=sent)


def _filled(place: Place, raw: Raw) -> Entered:
    return filled(place.of, raw, place.there.within(place.kind, place.entry), without=place.without)


def _saved(request: HttpRequest, place: Place) -> HttpResponse:
    entered = {name: request.POST.getlist(name) for name in request.POST}
    do = request.POST.get("do", "")
    if not do.startswith("save"):
        return _form(request, place, stepped(entered, do), since=request.POST)
    entered = settled(entered)
    words = place.there.within(place.kind, place.entry)
    data, faults = read(
        place.of, entered, words, draft=not place.field, without=place.without, taken=place.taken
    )  # fmt: skip
    faults |= _unknown_by(place, data)
    if faults:
        return _form(request, place, entered, faults, since=request.POST)
    try:
        key, written = _written(request, place, data)
        amend(
            place.there.id, place.kind, key, written, seen=request.POST.get("seen", ""), who=who_of(request), at=now(),
            key=key_of(request),
        )  # fmt: skip
    except NoSuchPart:
        return _overtaken(request, place, entered, TAKEN_OUT)
    except Refused as refused:
        return _overtaken(request, place, entered, refused.sentence)
    messages.success(request, f"已保存“{words.title(place.of, data)}”。")
    if do == "save-more":
        return redirect(place.address())
    return redirect(entry_url(place.there.id, place.kind, key) + (f"#{place.field}" if place.field else ""))


def _unknown_by(place: Place, data: Mapping[str, Any]) -> Faults:
    """A new entry has to have something to be known by that nobody else has."""
    name = key_field(place.kind)
    if place.field or place.code != NEW:
        return {}
    label = NAMED[place.of].words[name].label
    if not data.get(name):
        of_name = NAMED[place.of].words[name].from_ or name
        return {of_name: f"请先填写“{NAMED[place.of].words[of_name].label}”，系统据此取编码。"}
    if data[name] in place.taken[name]:
        return {name: f"“{label}”{data[name]} 已经有了（本次修订删去的也算），请换一个。"}
    fit = FILE_CODE if place.kind in ("items", "industries") else CODE
    return {} if fit.fullmatch(data[name]) else {name: f"“{label}”{data[name]} 不能用：{_fit_in_words(place.kind)}。"}


def _fit_in_words(kind: str) -> str:
    if kind in ("items", "industries"):
        return "请只用大写字母、数字和下划线，以字母开头，最多40个字"
    return "以字母、数字或者汉字开头，不能有空格和斜线，最多40个字"


def _written(request: HttpRequest, place: Place, data: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """The code of the entry, and the entry with the part written; a copy takes the lists of its model along."""
    if place.field:
        at = None if place.place == ADDED else place.at
        return place.key, with_row(place.entry, place.field, at, data)
    if place.code != NEW:
        return place.key, with_scalars(place.kind, place.entry, data)
    like = request.POST.get("like", "")
    model = place.there.wanted(place.kind, like) or {} if like else {}
    return str(data[key_field(place.kind)]), with_scalars(place.kind, model, data)


def _overtaken(request: HttpRequest, place: Place, entered: Entered, sentence: str) -> HttpResponse:
    """Somebody else was quicker: the form as it was filled in, over the entry as it is now, to be saved again."""
    fresh = _place(request, place.there.id, place.kind, place.code, place.field, place.place)
    if place.field and place.place != ADDED:
        at = found_again(fresh.entry, place.field, place.of, _row_seen(request))
        fresh = Place(
            there=fresh.there, kind=place.kind, code=place.code, field=place.field,
            place=ADDED if at is None else str(at), sent=True,
        )  # fmt: skip
        if at is None:
            sentence += "原来的这一条已经不在了，保存将把它作为新的一条加上。"
    return _form(request, fresh, entered, sentence=sentence, status=409)


def _row_seen(request: HttpRequest) -> Raw:
    try:
        row = json.loads(request.POST.get("row", ""))
    except (ValueError, RecursionError):
        return {}
    return row if isinstance(row, dict) else {}


def _form(
    request: HttpRequest, place: Place, entered: Entered, faults: Faults | None = None, *, sentence: str = "",
    status: int = 200, like: str = "", since: Mapping[str, Any] | None = None,
) -> HttpResponse:  # fmt: skip
    """``since`` keeps, while a form goes to and fro, what was there when it was first shown."""
    words, told = place.there.within(place.kind, place.entry), since or _now_there(place)
    adding = place.place == ADDED
    said = {
        "who": who_of(request),
        "new_key": new_key,
        "bench": place.there,
        "place": place,
        "kind_label": kind_label(place.kind),
        "part_label": NAMED[place.of].label,
        "entry_title": words.title(KINDS[place.kind], place.entry) if place.code != NEW else "",
        "adding": adding or place.code == NEW,
        "groups": Boxes(entered, words, faults or {}).grouped(place.of, place.without),
        "faults": faults or {},
        "sentence": sentence,
        "like": like or request.POST.get("like", ""),
        "row": told.get("row", ""),
        "seen": told.get("seen", ""),
        "laws": words.choices("laws"),
        "models": _models(place) if adding else [],
    }
    return render(request, "lead/catalogue/part.html", said, status=422 if faults else status)


def _now_there(place: Place) -> Mapping[str, Any]:
    """What a later save is compared with: the part as it stands, and what its entry is known by."""
    seen = place.there.seen(place.kind, place.key) if place.code != NEW else ""
    return {"row": json.dumps(place.raw, ensure_ascii=False), "seen": seen}


def _models(place: Place) -> list[str]:
    return [title for title, _ in models(place.there.overlay.entries, place.kind, place.field, place.there.words)]
