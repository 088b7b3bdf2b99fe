"""Sitting down at a desk: sign somebody in, at a moment."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.test import Client

from tests import make
from yizheng.law.authority import Who
from yizheng.law.words import Role
from yizheng.people.commands import appoint
from yizheng.people.models import Person
from yizheng.people.queries import who

MONDAY = make.at(2026, 3, 2, 10)
FOOD, TOBACCO, FIRE = "FOOD_CATERING", "TOBACCO", "FIRE_OPEN"


def signed_in(person: Who) -> Client:
    """A browser in which this person is signed in."""
    client = Client()
    client.force_login(Person.objects.get(pk=person.id))
    return client


def clock_at(monkeypatch: Any, moment: datetime) -> None:
    """Let the edge, where time enters, say this moment."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment)


def food(case_id: UUID) -> str:
    """The address of the food item of a case, as the organ sees it."""
    return f"/organ/item/{make.items(case_id)[FOOD].id}"


def two_hats(name: str, *posts: tuple[Role, str]) -> Who:
    """Somebody in a small office who holds several posts (domain §7-11)."""
    for role, organ in posts:
        person = appoint(username=name, name=name, role=role, organ=organ, from_on=make.FIRST_DAY)
    return who(person, MONDAY.date())
