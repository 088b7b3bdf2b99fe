"""Deputies 代理: somebody stands in for the holder of a post, from one day until another; the duty stays undivided.

Nobody of another organ can be one: a power to license is not handed on (行政许可法 22, 24).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from yizheng.law.papers import Fault
from yizheng.law.words import Role
from yizheng.ledger.command import NotFound, Refused
from yizheng.people.models import Deputy, Person, Post
from yizheng.people.queries import held_on

MANAGE = frozenset({Role.HEAD, Role.DECIDER})
"""Who may act for the head: another head, or who decides in the organ."""
NOT_A_HEAD = (
    "机关负责人由本机关其他负责人或者决定人代理：延长期限须经本行政机关负责人批准（行政许可法第四十二条第一款）。"
)
LONGEST_NAME = 80
"""Characters of a name on papers and in the book; a deputy signs with both."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: who, and the first and the last day; None where nothing readable was said."""

    deputy: UUID | None
    from_on: date | None
    until_on: date | None


def deputise(posts: Collection[UUID], asked: Asked, *, of: UUID, by: str, on: date, at: datetime) -> None:
    """Let somebody stand in for these posts of ``of``. Raises Refused with every fault, and NotFound for another's."""
    with transaction.atomic():
        held = list(
            Post.objects.select_for_update(of=("self",)).select_related("person").filter(id__in=posts, person_id=of)
        )
        if not held or len(held) < len(posts):
            raise NotFound("没有这个岗位。")
        person = Person.objects.filter(id=asked.deputy, is_active=True).first() if asked.deputy else None
        faults = {fault.field: fault for post in held for fault in _faults(post, person, asked, on)}
        if faults:
            raise Refused(next(iter(faults.values())).sentence, tuple(faults.values()))
        assert person is not None  # else there was a fault
        days = {"from_on": asked.from_on, "until_on": asked.until_on}
        Deputy.objects.bulk_create(
            [Deputy(post=post, person=person, appointed_by=by, appointed_at=at, **days) for post in held]
        )


def _faults(post: Post, person: Person | None, asked: Asked, on: date) -> Iterator[Fault]:
    yield from _about_the_person(post, person)
    first, last = asked.from_on, asked.until_on
    if first is None:
        yield Fault("from_on", "请填写从哪一天开始代理。")
    elif first < on:
        yield Fault("from_on", "代理从今天或以后开始，不能倒填日期。")
    if last is None:
        yield Fault("until_on", "请填写代理到哪一天为止。")
    elif first and last < first:
        yield Fault("until_on", "结束的一天不能早于开始的一天。")
    if person and first and last:
        yield from _at_that_time(post, person, first, last)


def _about_the_person(post: Post, person: Person | None) -> Iterator[Fault]:
    if person is None:
        yield Fault("person", "请选择由谁代理。")
    elif person.pk == post.person_id:
        yield Fault("person", "不能由本人代理自己的岗位。")
    elif len(f"{person.name}（代理{post.person.name}）") > LONGEST_NAME:
        yield Fault("person", f"两人姓名合在一起超过{LONGEST_NAME}个字，文书上写不下。")


def _at_that_time(post: Post, person: Person, first: date, last: date) -> Iterator[Fault]:
    """What only the days show: another deputy already, a post that ends before, no post in the organ."""
    if post.until_on and last > post.until_on:
        yield Fault("until_on", "代理不能超过该岗位的任职结束日。")
    theirs = held_on(first).filter(person=person, organ=post.organ)
    if not theirs.exists():
        yield Fault(
            "person", "只能由本机关的工作人员代理：行政许可由有权的机关在其职权内实施（行政许可法第二十二条）。"
        )
    elif post.role == Role.HEAD and not theirs.filter(role__in=sorted(MANAGE)).exists():
        yield Fault("person", NOT_A_HEAD)
    other = Deputy.objects.filter(post=post, ended_at=None, from_on__lte=last, until_on__gte=first)
    if there := other.select_related("person").first():
        yield Fault("from_on", f"这段时间已由{there.person.name}代理这个岗位，请先结束原来的代理。")


def end_deputy(deputy_id: UUID, *, of: UUID, at: datetime) -> None:
    """End it at once, before its last day. Raises NotFound for another's."""
    if not Deputy.objects.filter(id=deputy_id, post__person_id=of, ended_at=None).update(ended_at=at):
        raise NotFound("没有这项代理。")
