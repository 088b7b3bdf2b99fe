"""An item-case as staff see it: how it stands, its clocks, what it waits for, what may be done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from yizheng.cases.facts import Look, facts_of, waits_for, with_those_beside
from yizheng.cases.models import Case, ItemCase
from yizheng.cases.paperfacts import Choosing, choosable
from yizheng.cases.queries.as_of import AsOf, DueDay, as_of, day_of_clock, due_day
from yizheng.cases.queries.choices import Choice, choices
from yizheng.cases.queries.dates import Count, count
from yizheng.cases.timing import handed_in_at, operative, runs_of
from yizheng.catalogue import publishing
from yizheng.law.authority import Facts, Who
from yizheng.law.clocks import Lamp, Run, lamp
from yizheng.law.items import Catalogue
from yizheng.law.outcome import service_of
from yizheng.law.papers import Options
from yizheng.law.turns import turn_of, whose
from yizheng.law.words import ClockName, Service, State, Verb


@dataclass(frozen=True, slots=True)
class ClockShown:
    """One clock: the facts it is derived from, its count day by day, whether it still runs, and its lamp."""

    run: Run
    count: Count
    runs: bool
    lamp: Lamp


@dataclass(frozen=True, slots=True)
class Wait:
    """An item that must be decided first: whose it is, how it stands, by when it is due and why that day, and why it
    comes first.
    """

    item: str
    organ: str
    state: State
    due_on: date | None
    why: str
    count: Count | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemShown:
    """One item-case on a page of staff; ``lapsed`` says that the law has accepted it and the record will follow."""

    id: UUID
    code: str
    name: str
    short: str
    organ: str
    organ_name: str
    section_name: str
    state: State
    deemed: bool
    lapsed: bool
    accepted_at: datetime | None
    decided_at: datetime | None
    service: Service | None
    serve: DueDay | None
    """By when the decision must be served; None when it was, or there is none."""
    reviewer: str
    turn: str
    """Whose turn it is; empty when nobody's."""
    to_do: str
    due: DueDay | None
    clocks: tuple[ClockShown, ...]
    waits_for: tuple[Wait, ...]
    choices: tuple[Choice, ...]
    among: Mapping[str, Options]
    """What can be chosen on the papers of the open choices."""

    def choice(self, verb: str) -> Choice:
        """The choice for a verb. Raises StopIteration for a verb that is not on this page."""
        return next(each for each in self.choices if each.verb == verb)


@dataclass(frozen=True, slots=True)
class Looking:
    """Who looks at a case, and on which day."""

    who: Who
    on: date


def standing(case: Case, item_case: ItemCase, catalogue: Catalogue, on: date) -> AsOf:
    """How an item-case stands on a day."""
    return as_of(
        State(item_case.state),
        item_case.runs,
        item=item_case.item,
        deemed=item_case.deemed,
        answers=case.answers,
        catalogue=catalogue,
        calendar=publishing.calendar(),
        on=on,
    )


def facts_now(
    case: Case, item_case: ItemCase, siblings: Sequence[ItemCase], catalogue: Catalogue, now: AsOf, on: date
) -> Facts:
    """An item-case as the rules of authority see it on that day."""
    look = Look(case, catalogue, siblings, publishing.calendar(), on)
    return facts_of(look, item_case, now.state, now.runs, deemed=now.deemed)


def item_shown(
    case: Case, item_case: ItemCase, siblings: Sequence[ItemCase], looking: Looking, verbs: Iterable[Verb]
) -> ItemShown:
    """One item-case with everything that a page says of it."""
    catalogue, calendar = publishing.version(case.catalogue_id), publishing.calendar()
    item, organ = catalogue.items[item_case.item], catalogue.organs[item_case.organ]
    now = standing(case, item_case, catalogue, looking.on)
    facts = facts_now(case, item_case, siblings, catalogue, now, looking.on)
    offered = choices(verbs, looking.who, facts)
    papers = [each.paper for each in offered if each.open and each.paper]
    return ItemShown(
        id=item_case.id,
        code=item.code,
        name=item.name,
        short=item.short,
        organ=organ.code,
        organ_name=organ.name,
        section_name=next((each.name for each in organ.sections if each.code == item_case.section), ""),
        state=now.state,
        deemed=now.deemed,
        lapsed=now.lapsed,
        accepted_at=handed_in_at(case, item_case) if now.lapsed else item_case.accepted_at,
        decided_at=item_case.decided_at,
        service=service_of(
            now.state, served=item_case.served_at is not None, archived=item_case.archived_at is not None
        ),
        serve=day_of_clock(ClockName.DELIVERY, now.runs, calendar, looking.on),
        reviewer=item_case.reviewer_name,
        turn=whose(facts, organ=organ.short, applicant="申请人"),
        to_do=turn_of(facts).does,
        due=due_day(now.runs, calendar, looking.on),
        clocks=tuple(_clock(run, looking.on) for run in now.runs),
        waits_for=tuple(_waits(case, item_case, siblings, catalogue)) if now.state.is_open else (),
        choices=offered,
        among=choosable(papers, Choosing(case, item_case, looking.on)),
    )


def _clock(run: Run, on: date) -> ClockShown:
    calendar = publishing.calendar()
    return ClockShown(run, count(run, calendar, on=on), run.stopped_on is None, lamp(run, on, calendar))


def _waits(case: Case, item_case: ItemCase, siblings: Sequence[ItemCase], catalogue: Catalogue) -> Iterable[Wait]:
    industry = catalogue.industries[case.industry]
    beside = with_those_beside(case, item_case.item, industry, siblings)
    others = {each.item: each for each in beside}
    for code in waits_for(item_case.item, industry, beside):
        first = others[code]
        why = next(each.why for each in industry.order if each.first == code and each.then == item_case.item)
        organ = catalogue.organs[first.organ].short
        steering = operative(runs_of(first), publishing.calendar())
        counted = count(steering[0], publishing.calendar()) if steering else None
        yield Wait(catalogue.items[code].short, organ, State(first.state), first.due_on, why, counted)
