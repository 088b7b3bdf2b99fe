"""Makers for what comes after the grant: permits, supervisors, renewal and change, through the same commands."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from tests import make
from yizheng.law.authority import Who
from yizheng.law.papers import ChangeApplication, ChangeDecision, Paper, PostCheckRecord, RectificationOrder
from yizheng.law.words import Role
from yizheng.ledger.command import Answer
from yizheng.licences import queries
from yizheng.licences.commands import act_on_permit, ask_change
from yizheng.licences.models import Permit
from yizheng.licences.seen import PermitSeen


def supervisor(organ: str) -> Who:
    """Somebody who supervises for an organ."""
    return make.person("孙监管", Role.SUPERVISOR, organ)


def lead(office: make.Office) -> Who:
    """Somebody of the lead department."""
    return make.person("乔牵头", Role.LEAD, office.window.posts[0].organ)


def with_permits(office: make.Office, *items: str, moment: datetime, **more: object) -> UUID:
    """A case whose items were accepted, and these granted, at a moment."""
    case_id = make.accepted(office, moment=moment, **more)
    for code in items:
        make.granted(office, make.items(case_id)[code], moment=moment)
    return case_id


def permit(case_id: UUID, item: str) -> Permit:
    """The row of a permit."""
    return Permit.objects.get(licence_id=case_id, item=item)


def seen(case_id: UUID, item: str, at: datetime) -> PermitSeen:
    """A permit as it is seen at a moment."""
    return next(each for each in queries.permits_of(case_id, at) if each.item == item)


def does(case_id: UUID, item: str, paper: Paper, who: Who, at: datetime) -> Answer:
    """Somebody does to a permit what the paper does."""
    return act_on_permit(case_id, permit(case_id, item).id, paper, who=who, at=at)


def asks_change(case_id: UUID, at: datetime, **facts: str) -> Answer:
    """The applicant asks for a change of these facts."""
    return ask_change(case_id, ChangeApplication(**facts), who=make.applicant_of(case_id), at=at)


def changed(office: make.Office, case_id: UUID, item: str, at: datetime) -> Answer:
    """The organ of a permit grants the change."""
    return does(case_id, item, ChangeDecision(), office.deciders[permit(case_id, item).organ], at)


def broken(case_id: UUID, item: str, who: Who, *moments: datetime) -> None:
    """The check failed, the order to mend was given, and the second check failed too."""
    unmet = PostCheckRecord(result="unmet", checkers="甲、乙", found="安全出口上锁。")
    first, second, third = moments
    does(case_id, item, unmet, who, first)
    does(case_id, item, RectificationOrder(demands="打开安全出口。", mend_by=third.date()), who, second)
    does(case_id, item, unmet, who, third)
