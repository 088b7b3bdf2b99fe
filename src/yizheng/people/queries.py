"""Who somebody is to the law, today."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from yizheng.law.authority import Who
from yizheng.law.words import Role
from yizheng.people.models import Deputy, Miss, Person, Post, SavedFilter, who_is


def who(person: Person, on: date) -> Who:
    """A signed-in person with the posts they hold on this day, their own and those they stand in for."""
    standing_in = Exists(deputies_on(on).filter(post=OuterRef("pk"), person=person))
    held = held_on(on).filter(Q(person=person) | standing_in).select_related("person").order_by("from_on", "id")
    return who_is(person, list(held))


def person(person_id: UUID) -> Person:
    """One person. Raises Person.DoesNotExist."""
    return Person.objects.get(pk=person_id)


def known(username: str) -> bool:
    """Whether somebody signs in with this name."""
    return Person.objects.filter(username=username).exists()


def person_named(username: str) -> UUID | None:
    """The person who signs in with this name."""
    return Person.objects.filter(username=username).values_list("id", flat=True).first()


def everybody(on: date) -> list[Who]:
    """All who hold a post on this day, with their posts."""
    posts: dict[Person, list[Post]] = {}
    for post in held_on(on).select_related("person").order_by("organ", "role", "person__username"):
        posts.setdefault(post.person, []).append(post)
    return [who_is(person, held) for person, held in posts.items()]


def on_duty(on: date) -> list[Who]:
    """All who hold a post on this day or stand in for one, with these posts."""
    posts: dict[Person, list[Post]] = {}
    for post in held_on(on).select_related("person").order_by("organ", "role", "person__username", "id"):
        posts.setdefault(post.person, []).append(post)
    held = held_on(on).values("pk")
    for deputy in (
        deputies_on(on).filter(post__in=held, person__is_active=True).select_related("person", "post__person")
    ):
        posts.setdefault(deputy.person, []).append(deputy.post)
    return [who_is(person, there) for person, there in posts.items()]


def holders(roles: Collection[Role], organ: str, section: str, on: date) -> tuple[tuple[str, str], ...]:
    """Who holds one of these roles in a section of an organ, or in all of it, on a day: id and name, by name."""
    there = held_on(on).filter(role__in=sorted(roles), organ=organ)
    if section:
        there = there.filter(section__in=["", section])
    found = there.order_by("person__name", "person__username").values_list("person_id", "person__name")
    return tuple(dict((str(person_id), name) for person_id, name in found).items())


@dataclass(frozen=True, slots=True)
class Kept:
    """A filter that somebody has kept."""

    id: UUID
    name: str
    fields: Mapping[str, str]


def filters_of(person_id: UUID) -> tuple[Kept, ...]:
    """The filters that a person has kept, the oldest first."""
    rows = SavedFilter.objects.filter(person_id=person_id).order_by("saved_at", "name")
    return tuple(Kept(*row) for row in rows.values_list("id", "name", "fields"))


def misses(whats: Collection[str], since: datetime) -> dict[str, list[datetime]]:
    """The moments of the wrong tries since a moment, by what was tried, the first one first."""
    found: dict[str, list[datetime]] = {what: [] for what in whats}
    for what, at in Miss.objects.filter(what__in=whats, at__gt=since).order_by("at").values_list("what", "at"):
        found[what].append(at)
    return found


def deputies_on(on: date) -> QuerySet[Deputy]:
    """Who stands in for a post on this day; not on the day on which it was ended, nor later."""
    return Deputy.objects.filter(from_on__lte=on, until_on__gte=on, ended_at=None)


def held_on(on: date) -> QuerySet[Post]:
    """The posts that people in service hold on a day."""
    return Post.objects.filter(Q(until_on__isnull=True) | Q(until_on__gte=on), from_on__lte=on, person__is_active=True)
