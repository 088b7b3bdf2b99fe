"""Appointing people, ending their sessions, and counting wrong tries at a password or a code."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import F

from yizheng.law.words import Role
from yizheng.people.models import Miss, Person, Post

MISSES_KEPT = timedelta(days=1)


def appoint(
    *, username: str, name: str, role: Role, organ: str, section: str = "", from_on: date, password: str | None = None
) -> Person:
    """Give somebody a post, making the person if they are new; without a password nobody can sign in as them."""
    person = Person.objects.filter(username=username).first()
    if person is None:
        person = Person(username=username, name=name)
        person.set_password(password)
        person.save()
    Post.objects.get_or_create(person=person, role=role, organ=organ, section=section, defaults={"from_on": from_on})
    return person


def end_sessions(person_id: UUID) -> None:
    """End every session of a person, wherever it was begun."""
    Person.objects.filter(id=person_id).update(session_epoch=F("session_epoch") + 1)


def miss(whats: Collection[str], at: datetime) -> None:
    """Count a wrong try, and forget those of other days."""
    Miss.objects.bulk_create([Miss(what=what, at=at) for what in whats])
    Miss.objects.filter(at__lt=at - MISSES_KEPT).delete()


def forget_misses(whats: Collection[str]) -> None:
    """Begin to count anew."""
    Miss.objects.filter(what__in=whats).delete()
