"""Inquiries 问询 as they are shown: to the organ that asks, to the one that is asked, to the applicant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from yizheng.cases.models import Inquiry
from yizheng.cases.queries.choices import Choice, choice
from yizheng.cases.queries.item_shown import facts_now, standing
from yizheng.cases.queries.sight import inquiries_of_the_organs
from yizheng.catalogue import publishing
from yizheng.law.authority import Who
from yizheng.law.items import Organ
from yizheng.law.papers import APPLICANT_AS_PARTY, Options
from yizheng.law.words import UNDER_REVIEW, InquiryKind, Verb
from yizheng.ledger.command import NotFound

MOST_SHOWN = 20
"""Open questions to an organ on its desk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InquiryShown:
    """One question and its answer; ``to`` is the organ or the person who was asked."""

    id: UUID
    kind: InquiryKind
    to: str
    question: str
    asked_by: str
    asked_at: datetime
    due_on: date | None
    answer: str
    answered_by: str
    answered_at: datetime | None
    over: bool
    """Whether its day has passed without an answer."""

    @property
    def open(self) -> bool:
        """Whether an answer may still come: a statement of a party only in time (行政许可法 36)."""
        return self.answered_at is None and not (self.over and self.kind is InquiryKind.STATEMENT)

    @property
    def how(self) -> str:
        """How it stands, in words."""
        if self.answered_at is not None:
            return "已陈述" if self.kind is InquiryKind.STATEMENT else "已答复"
        if self.over:
            return "期满未陈述" if self.kind is InquiryKind.STATEMENT else "逾期未答复"
        return "可以陈述" if self.kind is InquiryKind.STATEMENT else "等待答复"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedPage:
    """What an organ that is asked sees: the question and the least it needs, nothing else of the case (S-068)."""

    case_id: UUID
    item_id: UUID
    number: str
    holder: str
    industry: str
    premises: str
    item: str
    organ_name: str
    inquiry: InquiryShown
    reply: Choice
    among: Mapping[str, Options]


@dataclass(frozen=True, slots=True)
class AskedRow:
    """A question to an organ on its desk."""

    id: UUID
    number: str
    holder: str
    item: str
    organ: str
    due_on: date | None
    over: bool


def inquiries_of(item_id: UUID, organs: Mapping[str, Organ], on: date) -> tuple[InquiryShown, ...]:
    """The inquiries within an item-case, oldest first."""
    found = Inquiry.objects.filter(item_case_id=item_id).order_by("asked_at", "id")
    return tuple(_shown(each, organs, on) for each in found)


def inquiries_in(
    item_ids: Sequence[UUID], organs: Mapping[str, Organ], on: date
) -> dict[UUID, tuple[InquiryShown, ...]]:
    """The inquiries within several item-cases, by item-case."""
    return _by_item(Inquiry.objects.filter(item_case_id__in=item_ids), organs, on)


def to_state(item_ids: Sequence[UUID], organs: Mapping[str, Organ], on: date) -> dict[UUID, tuple[InquiryShown, ...]]:
    """Where the applicant may still state their view, by item-case."""
    found = Inquiry.objects.filter(
        item_case_id__in=item_ids,
        kind=InquiryKind.STATEMENT,
        party=APPLICANT_AS_PARTY,
        answered_at=None,
        due_on__gte=on,
        item_case__state__in=sorted(UNDER_REVIEW),
    )
    return _by_item(found, organs, on)


def asked_of(organ: str, on: date) -> tuple[AskedRow, ...]:
    """The open questions to an organ, the first due first; of ended item-cases nothing is asked any more."""
    open_ = Inquiry.objects.filter(
        organ=organ, kind=InquiryKind.OPINION, answered_at=None, item_case__state__in=sorted(UNDER_REVIEW)
    )
    rows = open_.select_related("item_case__case").order_by("due_on", "id")[:MOST_SHOWN]
    return tuple(_rows(rows, on))


def asked_page(inquiry_id: UUID, who: Who, on: date) -> AskedPage:
    """A question for the people of the organ that is asked. Raises NotFound for everybody else."""
    found = inquiries_of_the_organs(who).filter(id=inquiry_id).select_related("item_case__case").first()
    if found is None:
        raise NotFound("没有这件征求意见。")
    item_case, case = found.item_case, found.item_case.case
    catalogue = publishing.version(case.catalogue_id)
    now = standing(case, item_case, catalogue, on)
    facts = facts_now(case, item_case, [item_case], catalogue, now, on)
    shown = _shown(found, catalogue.organs, on)
    return AskedPage(
        case_id=case.id,
        item_id=item_case.id,
        number=case.number or "",
        holder=case.holder,
        industry=catalogue.industries[case.industry].name,
        premises=case.premises,
        item=catalogue.items[item_case.item].name,
        organ_name=catalogue.organs[item_case.organ].name,
        inquiry=shown,
        reply=choice(Verb.REPLY, who, facts),
        among={"opinions": ((str(found.id), f"{shown.asked_by}的征求意见"),)},
    )


def _by_item(found: QuerySet[Inquiry], organs: Mapping[str, Organ], on: date) -> dict[UUID, tuple[InquiryShown, ...]]:
    by_item: dict[UUID, list[InquiryShown]] = {}
    for each in found.order_by("asked_at", "id"):
        by_item.setdefault(each.item_case_id, []).append(_shown(each, organs, on))
    return {item_id: tuple(shown) for item_id, shown in by_item.items()}


def _rows(found: Iterable[Inquiry], on: date) -> Iterable[AskedRow]:
    for each in found:
        case = each.item_case.case
        catalogue = publishing.version(case.catalogue_id)
        yield AskedRow(
            id=each.id,
            number=case.number or "",
            holder=case.holder,
            item=catalogue.items[each.item_case.item].short,
            organ=catalogue.organs[each.item_case.organ].short,
            due_on=each.due_on,
            over=each.due_on is not None and on > each.due_on,
        )


def _shown(inquiry: Inquiry, organs: Mapping[str, Organ], on: date) -> InquiryShown:
    named = organs[inquiry.organ].name if inquiry.organ else inquiry.party
    return InquiryShown(
        id=inquiry.id,
        kind=InquiryKind(inquiry.kind),
        to=named,
        question=inquiry.question,
        asked_by=inquiry.asked_by,
        asked_at=inquiry.asked_at,
        due_on=inquiry.due_on,
        answer=inquiry.answer,
        answered_by=inquiry.answered_by,
        answered_at=inquiry.answered_at,
        over=inquiry.answered_at is None and inquiry.due_on is not None and on > inquiry.due_on,
    )
