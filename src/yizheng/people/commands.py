"""Appointing people: the only way a person or a post comes to be."""

from __future__ import annotations

from datetime import date

from yizheng.law.words import Role
from yizheng.people.models import Person, Post


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
