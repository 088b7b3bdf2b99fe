"""Who stands in for whom, now and later: what the page 「我的代理」 and the command line show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from yizheng.law.words import Role
from yizheng.people.models import Deputy, Post
from yizheng.people.queries import held_on


@dataclass(frozen=True, slots=True, kw_only=True)
class PostShown:
    """A post that somebody may be asked to stand in for."""

    id: UUID
    role: Role
    organ: str
    section: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeputyShown:
    """One deputy: who, for whose post, from when until when, and whether it has begun."""

    id: UUID
    deputy: str
    principal: str
    post: PostShown
    from_on: date
    until_on: date
    begun: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """Somebody of the same organ."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deputising:
    """A person's own posts, who stands in for them, for whom they stand in, and whom they may ask."""

    posts: tuple[PostShown, ...]
    deputies: tuple[DeputyShown, ...]
    stands_in: tuple[DeputyShown, ...]
    colleagues: tuple[Colleague, ...]


def deputising(person_id: UUID, on: date) -> Deputising:
    """Everything about deputies that concerns a person, as of a day."""
    posts = tuple(_post(each) for each in held_on(on).filter(person_id=person_id).order_by("from_on", "id"))
    concerned = Deputy.objects.filter(Q(person_id=person_id) | Q(post__person_id=person_id), until_on__gte=on)
    rows = concerned.filter(ended_at=None).select_related("person", "post__person").order_by("from_on", "id")
    shown = [(each.person_id == person_id, _deputy(each, on)) for each in rows]
    organs = {each.organ for each in posts}
    others = held_on(on).filter(organ__in=organs).exclude(person_id=person_id).order_by("person__name")
    names = dict(others.values_list("person_id", "person__name"))
    return Deputising(
        posts=posts,
        deputies=tuple(each for mine, each in shown if not mine),
        stands_in=tuple(each for mine, each in shown if mine),
        colleagues=tuple(Colleague(id=id_, name=name) for id_, name in names.items()),
    )


def _post(post: Post) -> PostShown:
    return PostShown(id=post.id, role=Role(post.role), organ=post.organ, section=post.section)


def _deputy(row: Deputy, on: date) -> DeputyShown:
    return DeputyShown(
        id=row.id,
        deputy=row.person.name,
        principal=row.post.person.name,
        post=_post(row.post),
        from_on=row.from_on,
        until_on=row.until_on,
        begun=row.from_on <= on,
    )
