"""The case file 案卷: a case opened under its lock, with its item-cases, its catalogue and the calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from uuid import UUID
from zoneinfo import ZoneInfo

from yizheng.cases.models import Case, ItemCase
from yizheng.catalogue import publishing
from yizheng.law.authority import Facts, Line, Who, signing
from yizheng.law.calendar import Calendar
from yizheng.law.items import Catalogue, Industry, Item, widened
from yizheng.law.renewed import standing
from yizheng.law.words import CaseState
from yizheng.ledger.command import Act, NotFound
from yizheng.ledger.reading import Reading

CHINA = ZoneInfo("Asia/Shanghai")
CASE_LOCKED = Reading(Case, by="id", lock=True, beside=publishing.NEWEST)
ITEMS_OF_CASE = Reading(ItemCase, by="case_id", order="place")


def day_of(at: datetime) -> date:
    """The calendar day of a moment, in China."""
    return at.astimezone(CHINA).date()


@dataclass
class CaseFile:
    """Everything an act on a case needs, read once under the lock."""

    act: Act
    case: Case
    items: list[ItemCase] = field(default_factory=list)
    joined: list[ItemCase] = field(default_factory=list)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue version in force when the case was filed (domain §7-5)."""
        return publishing.version(self.case.catalogue_id)

    @property
    def newest_version_id(self) -> UUID:
        """The version of the catalogue published last, as it was read with the lock. Raises NothingPublished."""
        return getattr(self.case, publishing.NEWEST.name, None) or publishing.newest_id()

    def pin(self) -> None:
        """Pin a draft to the catalogue in force now (domain §7-5); what that one asks otherwise is asked again."""
        current = publishing.filed_under(self.case.industry, self.case.catalogue_id, self.act.at)
        if current != self.case.catalogue_id:
            newer = publishing.version(current).industries[self.case.industry]
            answers = standing(self.industry, newer, self.case.answers)
            self.act.change(self.case, catalogue_id=current, answers=answers)
            self.__dict__.pop("catalogue", None)

    @cached_property
    def calendar(self) -> Calendar:
        """The working days, as loaded now: a notice of the State Council re-dates open clocks."""
        return publishing.calendar()

    @property
    def industry(self) -> Industry:
        """The industry applied for."""
        return self.catalogue.industries[self.case.industry]

    @property
    def today(self) -> date:
        """The day of the act."""
        return day_of(self.act.at)

    def item_case(self, item_id: UUID) -> ItemCase:
        """One item-case of this case, or one that it knows of a case that joins its licence. Raises NotFound."""
        for item_case in (*self.items, *self.joined):
            if item_case.id == item_id:
                return item_case
        raise NotFound("没有这个事项。")

    @cached_property
    def home(self) -> Case | None:
        """The case that this one joins, locked after its own row: always in this order; None where it joins none."""
        return next(iter(CASE_LOCKED(self.case.joins))) if self.case.joins else None

    def lock_home(self) -> None:
        """Lock the case that this one joins, once."""
        _ = self.home

    def know(self, item_ids: Iterable[UUID]) -> None:
        """Know these item-cases of cases on the same licence, too; of the item of each its own catalogue speaks."""
        others = set(item_ids) - {each.id for each in (*self.items, *self.joined)}
        for each in ItemCase.objects.filter(id__in=others).select_related("case") if others else ():
            self.joined.append(each)
            its_own = publishing.version(each.case.catalogue_id)
            self.__dict__["catalogue"] = widened(self.catalogue, its_own, each.item)

    def signed(self, line: Line, facts: Facts, who: Who) -> Who:
        """Who signs the papers and the entries of this act: a deputy with the name of whom they stand in for."""
        if any(post.for_id for post in who.posts):
            self.act.who = signing(line, who, facts)
            return self.act.who
        return who

    def item(self, item_case: ItemCase) -> Item:
        """What the catalogue says of an item-case."""
        return self.catalogue.items[item_case.item]


def opening(case_id: UUID, *then: Callable[[CaseFile], None]) -> Callable[[Act], CaseFile]:
    """How the door opens a case: lock its row, read its item-cases, let the clock speak first (``then``)."""

    def opened(act: Act) -> CaseFile:
        case = next(iter(CASE_LOCKED(case_id)), None)
        if case is None:
            raise NotFound("没有这个办件。")
        filed = case.state not in {CaseState.DRAFT, CaseState.EXPIRED}
        items = ITEMS_OF_CASE(case_id) if filed else []
        file = CaseFile(act, case, items)
        for speak in then:
            speak(file)
        return file

    return opened
