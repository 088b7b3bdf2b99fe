"""The permits of a case as they stood at any moment: history and calendar together (domain §7-3, §7-9, §7-10)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from yizheng.cases.file import day_of
from yizheng.law.changes import Request
from yizheng.law.papers.permit_requests import FACTS
from yizheng.law.permits import stands_on
from yizheng.law.words import Standing
from yizheng.licences.models import PermitRequest, PermitStanding
from yizheng.licences.seen import PermitSeen

BY_TIME = {
    Standing.EXPIRED: "有效期届满（行政许可法 70）",
    Standing.DEEMED_RENEWED: "届满前没有决定（行政许可法 50(2)）",
}


def permits_of(case_id: UUID, at: datetime) -> tuple[PermitSeen, ...]:
    """The statutory permits of a case as they stood at ``at``, in the order of the case."""
    latest: dict[UUID, PermitStanding] = {}
    history = PermitStanding.objects.filter(permit__licence_id=case_id, since__lte=at).select_related("permit")
    for standing in history.order_by("since"):
        latest[standing.permit_id] = standing
    asked = list(PermitRequest.objects.filter(permit__licence_id=case_id, asked_at__lte=at).order_by("asked_at"))
    seen = sorted(latest.values(), key=lambda each: each.permit.place)
    return tuple(_permit(each, [one for one in asked if one.permit_id == each.permit_id], at) for each in seen)


def _permit(latest: PermitStanding, asked: Sequence[PermitRequest], at: datetime) -> PermitSeen:
    permit, on = latest.permit, day_of(at)
    kept = Standing(latest.standing)
    standing, until_on = stands_on(kept, latest.until_on, latest.renewed_until_on, on)
    since, why = _since(latest, kept, standing)
    return PermitSeen(
        id=permit.id,
        item=permit.item,
        name=permit.name,
        certificate=permit.certificate,
        number=permit.number,
        organ=permit.organ,
        organ_name=permit.organ_name,
        scope=permit.scope,
        granted_on=permit.granted_on,
        from_on=latest.from_on or permit.from_on,
        until_on=until_on,
        standing=standing,
        ended_on=None if standing.holds else since,
        why=why,
        states=tuple(_states(latest, asked, at)),
        note=latest.note,
        by_commitment=permit.by_commitment,
    )


def _since(latest: PermitStanding, kept: Standing, standing: Standing) -> tuple[date | None, str]:
    """Since when it stands so, and why: by the act that was kept, or by the calendar alone."""
    if standing == Standing.IN_FORCE:
        return None, ""
    if standing in BY_TIME:
        ended = latest.until_on if standing != kept or standing == Standing.EXPIRED else None
        return ended or day_of(latest.since), BY_TIME[standing]
    return day_of(latest.since), latest.ground


def _states(latest: PermitStanding, asked: Iterable[PermitRequest], at: datetime) -> Iterable[str]:
    """Each fact that is not as was asked for: what is stated, what was asked, how the last request for it stands."""
    last: dict[str, tuple[str, Request]] = {}
    for each in asked:
        state = Request(each.state) if each.decided_at is None or each.decided_at <= at else Request.WAITING
        last |= {fact: (new, state) for fact, (_, new) in each.facts.items()}
    for fact, (new, state) in last.items():
        if (stated := getattr(latest, fact)) != new and state != Request.MOOT:
            yield f"{FACTS[fact]}载明“{stated}”；变更为“{new}”：{state.label}"
