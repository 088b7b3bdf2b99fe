"""The desk of a section: its piles, how they are narrowed, filters kept under a name, and what is done to many."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from yizheng.cases.commands import Move, step
from yizheng.cases.file import day_of
from yizheng.cases.queries.choices import ORGAN_VERBS, PAPER_OF
from yizheng.cases.queries.inquiries import asked_of
from yizheng.cases.queries.organ_desk import organ_desk, pile_counts
from yizheng.cases.queries.piles import NOBODY, Narrowed, Pile, Sitting
from yizheng.cases.queries.seats import Seat, names_at, seats
from yizheng.cases.queries.ticked import Ticked, items_ticked
from yizheng.law.bulk import why_not_in_bulk
from yizheng.law.clocks import Lamp
from yizheng.law.words import UNDER_REVIEW, Handling, Role, State, Verb
from yizheng.people.commands import drop_filter, save_filter
from yizheng.people.queries import filters_of, holders
from yizheng.web.kinds import acts, key_of, new_key, now, reads, text_of
from yizheng.web.organ.pages import ORGAN
from yizheng.web.staff.acting import Tried, attempt, filling
from yizheng.web.staff.bulk import NOTHING_TICKED, Row, one_by_one, told
from yizheng.web.staff.guard import staff, who_of
from yizheng.web.staff.paper_forms import paper_of

SAVE, BULK = "save-filter", "bulk"


@dataclass(frozen=True, slots=True)
class View:
    """Which pile of which desk, narrowed how: what an address says."""

    seat: Seat
    pile: Pile
    narrowed: Narrowed
    items: Mapping[str, str]
    cosigners: Mapping[str, int]

    @property
    def fields(self) -> dict[str, str]:
        """As the fields of an address, the seat left out: a kept filter is good at every desk."""
        return {"pile": self.pile.value, **self.narrowed.fields}

    @property
    def address(self) -> str:
        """Where it is."""
        query = QueryDict(mutable=True)
        query.update({"seat": self.seat.key, **self.fields})
        return f"{reverse('organ-desk')}?{query.urlencode()}"


def _view(request: HttpRequest, said: QueryDict) -> View:
    at, who = now(), who_of(request)
    places = seats(who, at)
    seat = next((each for each in places if each.key == said.get("seat", "")), places[0])
    ours = [each for each in names_at(at).items.values() if each.organ == seat.organ]
    items = {each.code: each.short for each in ours}
    cosigners = {each.code: each.cosigners for each in ours if each.cosigners}
    wanted = said.get("pile", "")
    first = Pile.TODO if who.has(Role.REVIEWER) or who.has(Role.DECIDER) else Pile.OPEN
    pile = Pile(wanted) if wanted in set(Pile) else first
    narrowed = Narrowed.read({name: said.get(name, "") for name in said}, items)
    return View(seat, pile, narrowed, items, cosigners)


@staff(*ORGAN)
@reads
def desk(request: HttpRequest) -> HttpResponse:
    """The desk of a section by due day."""
    return _screen(request, request.GET, None)


def _screen(request: HttpRequest, said: QueryDict, tried: Tried | None) -> HttpResponse:
    who, today = who_of(request), day_of(now())
    view = _view(request, said)
    posts = [each for each in who.posts if each.organ == view.seat.organ and each.role in ORGAN]
    sitting = Sitting(
        people=(who.id, *dict.fromkeys(each.for_id for each in posts if each.for_id)),
        roles=frozenset(each.role for each in posts),
        cosigners=view.cosigners,
    )
    page = organ_desk(
        view.seat.organ,
        view.seat.section,
        on=today,
        sitting=sitting,
        pile=view.pile,
        narrowed=view.narrowed,
        after=said.get("after", ""),
        text=said.get("q", ""),
    )
    context = {
        "who": who,
        "desk": page,
        "asked": asked_of(view.seat.organ, today) if view.pile is Pile.TODO and not page.text else (),
        "view": view,
        "piles": tuple(Pile),
        "counts": {} if page.text else _counts(view, sitting, today),
        "seats": seats(who, now()),
        "kept": filters_of(UUID(who.id)),
        "reviewers": {NOBODY: "还没有人认领", **dict(_reviewers(view.seat, today))},
        "lamps": tuple(Lamp),
        "handlings": tuple(Handling),
        "states": tuple(each for each in State if each in UNDER_REVIEW),
        "roles": sitting.roles,
        "tried": tried,
        "saving": filling(tried, SAVE),
        "ticked": frozenset(said.getlist("ticked")) if tried and tried.form == BULK else frozenset(),
        "new_key": new_key,
    }
    return render(request, "organ/desk.html", context, status=tried.status if tried else 200)


def _counts(view: View, sitting: Sitting, on: date) -> Mapping[Pile, int]:
    return pile_counts(view.seat.organ, view.seat.section, on=on, sitting=sitting, narrowed=view.narrowed)


def _reviewers(seat: Seat, on: date) -> tuple[tuple[str, str], ...]:
    return holders({Role.REVIEWER}, seat.organ, seat.section, on)


def _again(request: HttpRequest) -> Callable[[Tried], HttpResponse]:
    return lambda tried: _screen(request, request.POST, tried)


@staff(*ORGAN)
@acts
def keep(request: HttpRequest) -> HttpResponse:
    """Keep how the desk is narrowed under a name."""
    view, name = _view(request, request.POST), text_of(request, "name")
    fields = view.fields if view.narrowed.fields else {}
    return attempt(
        request,
        SAVE,
        lambda: save_filter(UUID(who_of(request).id), name, fields, at=now()),
        _again(request),
        told=f"已保存常用筛选「{name}」。",
        to=view.address,
    )


@staff(*ORGAN)
@acts
def drop(request: HttpRequest, filter_id: UUID) -> HttpResponse:
    """Throw a filter away."""
    return attempt(
        request,
        SAVE,
        lambda: drop_filter(filter_id, of=UUID(who_of(request).id)),
        _again(request),
        told="已删除常用筛选。",
        to=_view(request, request.POST).address,
    )


@staff(*ORGAN)
@acts
def many(request: HttpRequest) -> HttpResponse:
    """Do one verb to every ticked item, one act for each; what decides on an application is refused."""
    wanted = request.POST.get("verb", "")
    if wanted not in ORGAN_VERBS:
        raise Http404("没有这个操作。")
    verb, ticked = Verb(wanted), items_ticked(request.POST.getlist("ticked"), who_of(request))
    if why := why_not_in_bulk(verb) or ("" if ticked else NOTHING_TICKED):
        return _again(request)(Tried(BULK, why, entered=request.POST))
    outcomes = one_by_one(_row(request, verb, each) for each in ticked)
    return told(request, f"批量{verb.label}", outcomes, _view(request, request.POST).address)


def _row(request: HttpRequest, verb: Verb, each: Ticked) -> Row:
    paper = PAPER_OF[verb]
    move = Move(each.id, verb, paper_of(paper, request.POST) if paper else None)
    return Row(
        id=each.id,
        number=each.number,
        holder=each.holder,
        item=each.item,
        href=reverse("organ-item", args=[each.id]),
        do=partial(step, each.case_id, [move], who=who_of(request), at=now(), key=key_of(request, each.id)),
    )
