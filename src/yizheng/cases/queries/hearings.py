"""The hearing of an item-case as it is shown, and those that everybody may read of (行政许可法 46–48)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from yizheng.cases.facts import hearing_of
from yizheng.cases.models import Hearing, ItemCase, PaperRecord
from yizheng.cases.paperfacts import notice_run
from yizheng.cases.queries.dates import Count, count
from yizheng.cases.timing import runs_of
from yizheng.catalogue import publishing
from yizheng.law.hearings import HEARING_LINES
from yizheng.law.items import Item
from yizheng.law.papers import HearingAnnouncement, HearingCall
from yizheng.law.words import UNDER_REVIEW, ClockName, HearingState, Verb

MOST_SHOWN = 50
"""Hearings under way on the public page; a zone has a handful."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingShown:
    """How far a hearing has come, with the days that bind it, each counted."""

    stands: HearingState
    ground: str = ""
    opened_at: datetime | None = None
    asked_by: str = ""
    asked_at: datetime | None = None
    set_for: datetime | None = None
    place: str = ""
    chair: str = ""
    held_at: datetime | None = None
    to_ask: Count | None = None
    to_hold: Count | None = None
    called_today: Count | None = None
    """The first day on which it can be held if it is called today."""

    @property
    def may_ask(self) -> bool:
        """Whether it may still be asked for."""
        return self.stands is HearingState.TOLD


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicHearing:
    """A hearing under way, without who applies: item, organ, trade and premises, what it is about, when and where."""

    item: str
    organ: str
    industry: str
    premises: str
    matter: str
    sign_up: str
    until_on: date | None
    set_for: datetime | None
    place: str


def hearing_shown(item_case: ItemCase, item: Item, on: date) -> HearingShown | None:
    """The hearing of an item-case on a day; None where there is none and none is needed."""
    calendar, runs = publishing.calendar(), runs_of(item_case)
    stands = hearing_of(item, item_case, runs, calendar, on)
    if stands is HearingState.NONE:
        return None
    kept = Hearing.objects.filter(item_case_id=item_case.id).first() if item_case.hearing else None
    counted = {run.clock: count(run, calendar, on=on) for run in runs if run.stopped_on is None}
    callable_ = (stands, Verb.CALL_HEARING) in HEARING_LINES and stands is not HearingState.CALLED
    return HearingShown(
        stands=stands,
        ground=kept.ground if kept else "46",
        opened_at=kept.opened_at if kept else None,
        asked_by=kept.asked_by if kept else "",
        asked_at=kept.asked_at if kept else None,
        set_for=kept.set_for if kept else None,
        place=kept.place if kept else "",
        chair=kept.chair_name if kept else "",
        held_at=kept.held_at if kept else None,
        to_ask=counted.get(ClockName.HEARING_REQUEST) if stands is HearingState.TOLD else None,
        to_hold=counted.get(ClockName.HEARING),
        called_today=count(notice_run(on), calendar, label="今天通知，最早可以举行的一天") if callable_ else None,
    )


def public_hearings() -> tuple[PublicHearing, ...]:
    """The hearings that are announced or called and not held yet, the next one first."""
    under_way = [HearingState.ANNOUNCED, HearingState.CALLED]
    open_ = Hearing.objects.filter(state__in=under_way, item_case__state__in=sorted(UNDER_REVIEW))
    kept = open_.select_related("item_case__case").order_by("opened_at")
    rows = sorted(kept[:MOST_SHOWN], key=lambda each: (each.set_for or each.opened_at, str(each.id)))
    return tuple(_public(rows))


def _public(rows: Iterable[Hearing]) -> Iterable[PublicHearing]:
    kept = list(rows)
    papers: dict[tuple[UUID | None, str], PaperRecord] = {
        (each.item_case_id, each.kind): each
        for each in PaperRecord.objects.filter(
            item_case_id__in=[each.item_case_id for each in kept],
            kind__in=[HearingAnnouncement.KIND, HearingCall.KIND],
        ).order_by("made_at")
    }
    for row in kept:
        case = row.item_case.case
        catalogue = publishing.version(case.catalogue_id)
        announced = papers.get((row.item_case_id, HearingAnnouncement.KIND))
        told = announced.data if announced else {}
        until = told.get("until_on")
        yield PublicHearing(
            item=catalogue.items[row.item_case.item].name,
            organ=catalogue.organs[row.item_case.organ].name,
            industry=catalogue.industries[case.industry].name,
            premises=case.premises,
            matter=told.get("matter", ""),
            sign_up=told.get("sign_up", ""),
            until_on=date.fromisoformat(until) if until else None,
            set_for=row.set_for,
            place=row.place,
        )
