"""What a member of staff may see: one place for it, so that no page filters by itself (S-068; 个人信息保护法 6)."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from yizheng.cases.models import Case, Inquiry, ItemCase
from yizheng.law.authority import Post, Who
from yizheng.law.words import CaseState, InquiryKind, Role

ORGAN_ROLES = frozenset({Role.REVIEWER, Role.DECIDER, Role.HEAD})
"""The roles that examine and decide in an organ, and its head."""


def seats_of(who: Who) -> tuple[Post, ...]:
    """The posts in which this person examines or decides."""
    return tuple(post for post in who.posts if post.role in ORGAN_ROLES)


def cases_of_the_window(who: Who) -> QuerySet[Case]:
    """The window sees every filed case; nobody else sees whole cases."""
    if not who.has(Role.WINDOW):
        return Case.objects.none()
    return Case.objects.exclude(state__in=[CaseState.DRAFT, CaseState.EXPIRED])


def cases_under_a_cap(who: Who) -> QuerySet[Case]:
    """The head of government and the lead department see the cases whose items are handled together under a cap."""
    if not (who.has(Role.GOVERNOR) or who.has(Role.LEAD)):
        return Case.objects.none()
    return Case.objects.filter(cap_on__isnull=False)


def may_enter(case_id: UUID, who: Who) -> bool:
    """Whether this person goes on with an application, a draft too: the window's people do with one begun at the
    window, whoever of them began it; one begun online is the applicant's.
    """
    return who.has(Role.WINDOW) and Case.objects.filter(id=case_id, channel="window").exists()


def item_cases_of_the_organs(who: Who) -> QuerySet[ItemCase]:
    """An organ's people see the item-cases of their own sections, whatever their state; without a section, of all."""
    ours = Q()
    for post in seats_of(who):
        ours |= Q(organ=post.organ, section=post.section) if post.section else Q(organ=post.organ)
    return ItemCase.objects.filter(ours) if ours else ItemCase.objects.none()


def inquiries_of_the_organs(who: Who) -> QuerySet[Inquiry]:
    """The questions to the organs of this person, answered or not: these they see, not the item-case behind them."""
    organs = {post.organ for post in seats_of(who)}
    return Inquiry.objects.filter(organ__in=sorted(organs), kind=InquiryKind.OPINION)


def item_cases_of_the_lead(who: Who) -> QuerySet[ItemCase]:
    """The lead department supervises every organ: it sees how each item-case stands, but not what was handed in."""
    return ItemCase.objects.all() if who.has(Role.LEAD) else ItemCase.objects.none()


def item_cases_seen_by(who: Who) -> QuerySet[ItemCase]:
    """Every item-case this person may open, at the window or in the organ."""
    return ItemCase.objects.all() if who.has(Role.WINDOW) else item_cases_of_the_organs(who)
