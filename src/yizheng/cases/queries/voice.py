"""What the applicant may say now about an item: ask for a hearing, state a view, complain that nothing was decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yizheng.cases.models import Case, ItemCase
from yizheng.cases.queries.as_of import AsOf
from yizheng.cases.queries.hearings import HearingShown, hearing_shown
from yizheng.cases.queries.inquiries import InquiryShown, to_state
from yizheng.cases.timing import due_of
from yizheng.catalogue import publishing
from yizheng.law.items import Catalogue
from yizheng.law.papers import missed_remedy
from yizheng.law.words import UNDER_REVIEW, ClockName, HearingState


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What the applicant may say about one item, and until when."""

    hearing: HearingShown | None = None
    told: tuple[InquiryShown, ...] = ()
    """Where they may state their view (行政许可法 36)."""
    missed_on: date | None = None
    """The last day of the limit of the law, when it has passed without a decision."""
    remedy: str = ""
    """What they may do about that (行政复议法 23; domain L-47)."""

    @property
    def something(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.hearing or self.told or self.missed_on)


def voices(case: Case, rows: Sequence[ItemCase], standing: Mapping[UUID, AsOf], on: date) -> dict[UUID, Voice]:
    """What the applicant may say of each item of a case; only of those under review there is anything to say."""
    catalogue = publishing.version(case.catalogue_id)
    open_ = [each for each in rows if standing[each.id].state in UNDER_REVIEW]
    told = to_state([each.id for each in open_ if each.unheard], catalogue.organs, on)
    return {each.id: _voice(each, catalogue, standing[each.id], told.get(each.id, ()), on) for each in open_}


def _voice(item_case: ItemCase, catalogue: Catalogue, stands: AsOf, told: tuple[InquiryShown, ...], on: date) -> Voice:
    hearing = hearing_shown(item_case, catalogue.items[item_case.item], on)
    last = due_of(ClockName.STATUTORY, stands.runs, publishing.calendar())
    missed = last is not None and on > last
    reconsideration = catalogue.organs[item_case.organ].remedies.reconsideration
    return Voice(
        hearing=None if hearing and hearing.stands is HearingState.WAIVED else hearing,
        told=told,
        missed_on=last if missed else None,
        remedy=missed_remedy(reconsideration) if missed else "",
    )
