"""Which services of a case can be rated: the window's and every organ's whose decision has been served (§2.12)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import QuerySet

from yizheng.cases.file import day_of
from yizheng.cases.models import ItemCase, Rating
from yizheng.law.authority import Who
from yizheng.law.calendar import Calendar
from yizheng.law.clocks import due
from yizheng.law.items import Catalogue
from yizheng.law.ratings import WINDOW, answer_run
from yizheng.law.words import Role

ANSWERING = frozenset({Role.REVIEWER, Role.DECIDER, Role.HEAD})
"""The roles in which an organ's people answer its ratings."""


def rated_services(item_cases: Iterable[ItemCase]) -> tuple[str, ...]:
    """The services that have reached the applicant, by code: the organs in order, then the window."""
    served = tuple(dict.fromkeys(each.organ for each in item_cases if each.served_at))
    return (*served, WINDOW) if served else ()


def answers_for(who: Who, issuer: str) -> frozenset[str] | None:
    """The services whose ratings this person answers, the window's for the people of the lead department; None: all."""
    if who.has(Role.LEAD):
        return None
    organs = {post.organ for post in who.posts if post.role in ANSWERING}
    return frozenset(organs | ({WINDOW} if issuer in organs else set()))


def moved_ratings(ratings: QuerySet[Rating], calendar: Calendar) -> Iterator[tuple[Rating, date]]:
    """The bad ratings not yet answered whose day (C17) is another by this calendar, each with that day."""
    for each in ratings.filter(due_on__isnull=False, closed_at__isnull=True).order_by("id"):
        run = answer_run(each.grade, day_of(each.rated_at))
        if run is not None and (on := due(run, calendar).on) != each.due_on:
            yield each, on


def name_of(service: str, catalogue: Catalogue) -> str:
    """What a rated service is called."""
    return "一业一证窗口" if service == WINDOW else catalogue.organs[service].name
