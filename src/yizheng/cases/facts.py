"""An item-case as the rules of authority see it on a day: its row, its clocks, and how the items beside it stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from yizheng.cases.adding import AGAIN, on_licence
from yizheng.cases.file import CaseFile
from yizheng.cases.gaps import missing_of
from yizheng.cases.law_in_force import applied_law, law_facts
from yizheng.cases.models import Case, Hearing, ItemCase
from yizheng.cases.timing import due_of, runs_of
from yizheng.law.authority import Facts
from yizheng.law.calendar import Calendar
from yizheng.law.clocks import Run, is_overdue
from yizheng.law.dependencies import Dependency, waiting_for
from yizheng.law.handling import gap_barred_by
from yizheng.law.hearings import HEARING_LINES
from yizheng.law.items import Catalogue, Industry, Item
from yizheng.law.terms import EXTENSION_TERM, Term, Unit
from yizheng.law.words import BEFORE_ACCEPTANCE, ClockName, Handling, HearingState, State, Verb


@dataclass(frozen=True, slots=True)
class Look:
    """A case looked at on one day: its catalogue, its item-cases, the calendar."""

    case: Case
    catalogue: Catalogue
    item_cases: Collection[ItemCase]
    calendar: Calendar
    on: date

    @property
    def industry(self) -> Industry:
        """The industry applied for."""
        return self.catalogue.industries[self.case.industry]


def facts_in(file: CaseFile, item_case: ItemCase) -> Facts:
    """An item-case of an opened case as the rules see it now."""
    look = Look(file.case, file.catalogue, file.items, file.calendar, file.today)
    return facts_of(look, item_case, State(item_case.state), runs_of(item_case), deemed=item_case.deemed)


def facts_of(look: Look, item_case: ItemCase, state: State, runs: Sequence[Run], *, deemed: bool) -> Facts:
    """An item-case as the rules see it when it stands so, with these clocks."""
    item = look.catalogue.items[item_case.item]
    return Facts(
        case_id=str(look.case.id),
        item_name=item.name,
        organ=item_case.organ,
        organ_name=look.catalogue.organs[item_case.organ].name,
        section=item_case.section,
        state=state,
        handling=Handling(item_case.handling),
        receivers=frozenset({look.case.receiver_id, *(each.acceptor_id for each in look.item_cases)} - {""}),
        reviewer=item_case.reviewer_id,
        reviewer_name=item_case.reviewer_name,
        reviewed_by=frozenset(item_case.examined_by),
        excepted=frozenset((person, pair) for person, pair in item_case.exceptions),
        least_people=look.catalogue.zone.least_people,
        supplement_issued=look.case.supplemented_at is not None,
        deemed=deemed,
        open_points=item_case.open_points,
        **_gap(look, item_case, state),
        gap_over=_over(ClockName.GAP, runs, look),
        proposal=item_case.proposal,
        cosigners=item.cosigners,
        cosigned_by=frozenset(item_case.cosigned_by),
        disagreed=item_case.disagreed,
        visited=item_case.visited_at is not None,
        rectified=item_case.rectified_at is not None,
        rectification_over=_over(ClockName.RECTIFICATION, runs, look),
        **_time(item, runs, look),
        missed=item_case.missed_at is not None,
        **_heard(item, item_case, runs, look),
        committed=item_case.committed_at is not None,
        **_beside(look, item_case),
        **law_facts(item_case, applied_law(look.case, item_case, runs, look.calendar, look.on)),
        served=item_case.served_at is not None,
        archived=item_case.archived_at is not None,
    )


def hearing_of(item: Item, item_case: ItemCase, runs: Sequence[Run], calendar: Calendar, on: date) -> HearingState:
    """How far the hearing has come by a day: needed where the law says so, waived when nobody asked in time."""
    stands = HearingState(item_case.hearing)
    if stands is HearingState.NONE and item.hearing:
        return HearingState.NEEDED
    return HearingState.WAIVED if unasked(stands, runs, calendar, on) else stands


def unasked(stands: HearingState, runs: Iterable[Run], calendar: Calendar, on: date) -> date | None:
    """The last day to ask for a hearing, if it has passed by ``on`` and nobody has asked (行政许可法 47)."""
    if (stands, Verb.WAIVE_HEARING) not in HEARING_LINES:
        return None
    last = due_of(ClockName.HEARING_REQUEST, runs, calendar)
    return last if last is not None and on > last else None


def _heard(item: Item, item_case: ItemCase, runs: Sequence[Run], look: Look) -> dict[str, Any]:
    """Who must still be heard: in a hearing, in their own cause, in an answer."""
    stands = hearing_of(item, item_case, runs, look.calendar, look.on)
    said: dict[str, Any] = {
        "hearing": stands,
        "unheard": tuple(party for _, party, until in item_case.unheard if look.on.isoformat() <= until),
        "asked_organs": frozenset(item_case.asked_organs),
        "urged": item_case.urged,
    }
    if stands in {HearingState.CALLED, HearingState.HELD}:
        found = Hearing.objects.filter(item_case_id=item_case.id).values_list("chair_id", "chair_name").first()
        said["chair"], said["chair_name"] = found or ("", "")
    return said


def with_those_beside(
    case: Case, item: str, industry: Industry, item_cases: Collection[ItemCase]
) -> Collection[ItemCase]:
    """The item-cases of a case, those that come before an item as they stand now: where one was applied for apart, in
    another case on the same licence, that one counts (domain §4.3, §7-1).
    """
    firsts = {order.first for order in industry.order if order.then == item}
    ended = any(each.item in firsts and State(each.state) in AGAIN for each in item_cases)
    if not firsts or not (case.joins or ended):
        return item_cases
    apart = ItemCase.objects.filter(on_licence(case), item__in=firsts).exclude(case_id=case.id)
    last = sorted([*item_cases, *apart], key=lambda each: (each.state == State.GRANTED, State(each.state).is_open))
    return list({each.item: each for each in last}.values())


def waits_for(item: str, industry: Industry, item_cases: Iterable[ItemCase]) -> tuple[str, ...]:
    """The codes of the items in this case that must be decided before ``item`` (domain §4.3)."""
    states = {each.item: State(each.state) for each in item_cases}
    order = [Dependency(o.first, o.then, o.kind, o.why) for o in industry.order if o.first in states]
    return waiting_for(item, order, states)


def _beside(look: Look, item_case: ItemCase) -> dict[str, Any]:
    """How the items stand that come before this one (domain §4.3, §7-6)."""
    items, item = look.catalogue.items, item_case.item
    beside = with_those_beside(look.case, item, look.industry, look.item_cases)
    hard = {order.first for order in look.industry.order if order.kind == "hard" and order.then == item}
    firsts = [each for each in beside if each.item in hard]
    return {
        "waits_for": tuple(items[code].short for code in waits_for(item, look.industry, beside)),
        "failed_firsts": _names((each for each in firsts if each.state == State.REFUSED), items),
        "outdated_by": _names((each for each in firsts if _ended_since(each, item_case.proposed_at)), items),
    }


def _time(item: Item, runs: Sequence[Run], look: Look) -> dict[str, Any]:
    """What the clocks of the decision say."""
    statutory = next((run for run in runs if run.clock == ClockName.STATUTORY), None)
    return {
        "extended": statutory is not None and statutory.extension is not None,
        "no_extension_because": "" if extension_of(item, statutory) else "本事项的法律没有规定可以延长办理期限。",
        "limit_over": _late(ClockName.STATUTORY, runs, look),
        "promise_over": _late(ClockName.PROMISED, runs, look),
    }


def extension_of(item: Item, statutory: Run | None) -> Term | None:
    """By how much the limit may be extended: as the sector says, else ten working days for limits in working days."""
    if item.extension is not None or statutory is None:
        return item.extension
    return EXTENSION_TERM if statutory.term.unit is Unit.WORKING_DAY else None


def _over(clock: ClockName, runs: Sequence[Run], look: Look) -> bool:
    last = due_of(clock, runs, look.calendar)
    return last is not None and look.on > last


def _late(clock: ClockName, runs: Sequence[Run], look: Look) -> bool:
    """Whether a clock has passed its last day, by now or before it stopped: who decided late stays late."""
    return any(is_overdue(run, look.on, look.calendar) for run in runs if run.clock == clock)


def _gap(look: Look, item_case: ItemCase, state: State) -> dict[str, Any]:
    """What is missing: promised for later, or left open by the acceptance (domain §2.9)."""
    names, before = look.catalogue.materials, state in BEFORE_ACCEPTANCE
    missing = missing_of(look.case, item_case.item, look.catalogue) if before else ()
    return {
        "gap": tuple(names[code].name for code in item_case.gap),
        "promised": tuple(names[code].name for code in missing),
        "no_gap_because": _no_gap(look.catalogue.items[item_case.item], missing),
    }


def _no_gap(item: Item, missing: Sequence[str]) -> str:
    barred = gap_barred_by(item)
    if barred:
        return f"「{item.short}」涉及{'、'.join(barred)}，不适用容缺受理（改革方案三（二））。"
    if not missing:
        return "申请人没有承诺后补的材料，材料齐全的应当受理，不齐全的一次性告知补正。"
    return ""


def _ended_since(first: ItemCase, given: datetime | None) -> bool:
    """Whether it was withdrawn, terminated or not accepted after the opinion had been given (domain §7-6)."""
    ended = State(first.state) in {State.WITHDRAWN, State.TERMINATED, State.NOT_ACCEPTED}
    return ended and given is not None and first.decided_at is not None and first.decided_at >= given


def _names(item_cases: Iterable[ItemCase], items: Mapping[str, Item]) -> tuple[str, ...]:
    return tuple(items[each.item].short for each in item_cases)
