"""The case file 案卷: a case opened under its lock, with its item-cases, its catalogue and the calendar."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from uuid import UUID
from zoneinfo import ZoneInfo

from yizheng.cases.models import Case, ItemCase
from yizheng.catalogue import publishing
from yizheng.law.authority import Facts, Line, Who, signing
from yizheng.law.calendar import Calendar
from yizheng.law.dependencies import Dependency, waiting_for
from yizheng.law.items import Catalogue, Industry, Item
from yizheng.law.outcome import case_state
from yizheng.law.words import CaseState, State
from yizheng.ledger.command import Act, NotFound
from yizheng.ledger.reading import Reading

CHINA = ZoneInfo("Asia/Shanghai")
CASE_LOCKED = Reading(Case, by="id", lock=True)
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

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue version in force when the case was filed (domain §7-5)."""
        return publishing.version(self.case.catalogue_id)

    def pin(self) -> None:
        """Pin a draft to the catalogue in force now (domain §7-5); what that one asks is checked anew."""
        current = publishing.in_force_id(self.act.at)
        if current != self.case.catalogue_id:
            self.act.change(self.case, catalogue_id=current)
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
        """One item-case of this case. Raises NotFound."""
        for item_case in self.items:
            if item_case.id == item_id:
                return item_case
        raise NotFound("没有这个事项。")

    def item(self, item_case: ItemCase) -> Item:
        """What the catalogue says of an item-case."""
        return self.catalogue.items[item_case.item]

    def waits_for(self, item_case: ItemCase) -> tuple[str, ...]:
        """The codes of the items that must be decided before this one (domain §4.3)."""
        return waits_for(item_case.item, self.industry, self.items)

    def facts(self, item_case: ItemCase) -> Facts:
        """An item-case as the rules of authority see it."""
        return facts_of(self.case, item_case, self.catalogue, self.items)

    def signed(self, line: Line, facts: Facts, who: Who) -> Who:
        """Who signs the papers and the entries of this act: a deputy with the name of whom they stand in for."""
        if any(post.for_id for post in who.posts):
            self.act.who = signing(line, who, facts)
            return self.act.who
        return who

    def settle_state(self) -> None:
        """Derive the state of the case from its item-cases."""
        states = [State(item_case.state) for item_case in self.items]
        touched = any(item_case.reviewer_id for item_case in self.items)
        self.act.change(self.case, state=case_state(states, touched=touched), touched_at=self.act.at)


def waits_for(item: str, industry: Industry, item_cases: Iterable[ItemCase]) -> tuple[str, ...]:
    """The codes of the items in this case that must be decided before ``item``."""
    states = {each.item: State(each.state) for each in item_cases}
    order = [Dependency(o.first, o.then, o.kind, o.why) for o in industry.order if o.first in states]
    return waiting_for(item, order, states)


def facts_of(case: Case, item_case: ItemCase, catalogue: Catalogue, item_cases: Collection[ItemCase]) -> Facts:
    """An item-case as the rules of authority see it."""
    item = catalogue.items[item_case.item]
    waits = waits_for(item_case.item, catalogue.industries[case.industry], item_cases)
    return Facts(
        case_id=str(case.id),
        item_name=item.name,
        organ=item_case.organ,
        organ_name=catalogue.organs[item_case.organ].name,
        section=item_case.section,
        state=State(item_case.state),
        receivers=frozenset({case.receiver_id, *(each.acceptor_id for each in item_cases)} - {""}),
        reviewer=item_case.reviewer_id,
        reviewer_name=item_case.reviewer_name,
        supplement_issued=case.supplemented_at is not None,
        deemed=item_case.deemed,
        open_points=item_case.open_points,
        proposal=item_case.proposal,
        waits_for=tuple(catalogue.items[code].short for code in waits),
    )


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
