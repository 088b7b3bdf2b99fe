"""The role picker: be anybody of the made-up city. It exists only in the demo, and knows nobody else."""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
from uuid import UUID

from django.conf import settings
from django.contrib import auth
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yizheng.cases.file import day_of
from yizheng.cases.queries.holders import CaseGlance, glance
from yizheng.catalogue import publishing
from yizheng.demo.people import usernames
from yizheng.demo.stories import STORIES
from yizheng.demo.teller import key_of
from yizheng.demo.turns import turns
from yizheng.law.authority import Who
from yizheng.law.words import Role
from yizheng.ledger.book import said_before
from yizheng.licences.queries import licence_of
from yizheng.people.queries import everybody
from yizheng.web.applicant.who import open_here
from yizheng.web.kinds import acts, now, reads

OF_THE_HALL = (Role.WINDOW, Role.LEAD, Role.GOVERNOR, Role.OPERATOR)
DESKS = (*OF_THE_HALL, Role.REVIEWER, Role.DECIDER, Role.HEAD, Role.SUPERVISOR)
BACKEND = "django.contrib.auth.backends.ModelBackend"


@dataclass(frozen=True)
class Shown:
    """A case of the demo that is worth a look."""

    told: str
    case: CaseGlance
    tokens: tuple[str, ...]


@dataclass(frozen=True)
class Desk:
    """Somebody whom one may be, what they do, and what waits for them."""

    who: Who
    does: str
    waits: tuple[str, ...]


@reads
def picker(request: HttpRequest) -> HttpResponse:
    """Whom one may be, and what there is to see."""
    _only_in_the_demo()
    shown = [each for each in map(_shown, range(len(STORIES))) if each]
    return render(request, "demo/picker.html", {"organs": _people(), "shown": shown})


@acts
def become(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Sign in as somebody of the demo's staff; nobody else can be picked, and nobody who has a password."""
    _only_in_the_demo()
    catalogue = publishing.in_force(now())
    person = auth.get_user_model().objects.filter(id=person_id, username__in=usernames(catalogue)).first()
    if person is None or person.has_usable_password():
        raise Http404("没有这个人。")
    auth.login(request, person, backend=BACKEND)
    return redirect("desk")


@acts
def open_case(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Be the applicant of a case of the demo, as if the query code had been typed in."""
    _only_in_the_demo()
    case = next((each.case for each in map(_shown, range(len(STORIES))) if each and each.case.id == case_id), None)
    if case is None:
        raise Http404("没有这个办件。")
    auth.logout(request)
    open_here(request, case_id)
    return redirect("progress", number=case.number) if case.number else redirect("draft", case_id=case_id)


def _only_in_the_demo() -> None:
    """Outside the demo the addresses are not there; should somebody include them, this is the second lock."""
    if not settings.DEMO:
        raise Http404("没有这个页面。")


def _people() -> list[tuple[str, list[Desk]]]:
    """The people with a desk, by organ in the order of the catalogue."""
    catalogue, people = publishing.in_force(now()), everybody(day_of(now()))
    first = catalogue.zone.issuer
    waiting = turns(next(who for who in people if who.has(Role.LEAD)), now())
    found: dict[str, list[tuple[int, Desk]]] = {
        first: [],
        **{code: [] for code in catalogue.organs if code != first},
    }
    deciding = {item.organ for item in catalogue.items.values()}
    for who in people:
        for post in who.posts:
            has_work = post.role in OF_THE_HALL or post.organ in deciding
            if post.role in DESKS and post.organ in found and has_work:
                sections = {each.code: each.name for each in catalogue.organs[post.organ].sections}
                does = f"{post.role.label}　{sections.get(post.section, '')}"
                desk = Desk(who, does, waiting.get((post.role, post.organ), ()))
                found[post.organ].append((DESKS.index(post.role), desk))
    return [
        (catalogue.organs[code].name, [desk for _, desk in sorted(desks, key=itemgetter(0))])
        for code, desks in found.items()
        if desks
    ]


def _shown(place: int) -> Shown | None:
    story = STORIES[place]
    entry = said_before(key_of(place + 1, 1)) if story.told else None
    if entry is None:
        return None
    case = glance(entry.case_id)
    tokens = tuple(each.token for each in licence_of(case.id, now()).versions) if case.number else ()
    return Shown(story.told, case, tokens)
