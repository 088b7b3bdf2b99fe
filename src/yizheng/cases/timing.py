"""The clocks of item-cases: moved by the table alone, due days derived, lapses performed (domain §2.13).

What the law makes happen by mere lapse of time is worked out at every read (``lapsed``) and performed by the door
before it looks at what is asked (``settle``): it holds even if nobody was watching.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from yizheng.cases.file import CHINA, CaseFile, day_of
from yizheng.cases.models import Case, ItemCase
from yizheng.catalogue.publishing import Earlier
from yizheng.law.calendar import Calendar, NoCalendar
from yizheng.law.clocks import Extension, Pause, Run, Term, Unit, due, turns
from yizheng.law.hearings import HOLDING_BASIS, HOLDING_TERM, REQUEST_BASIS, REQUEST_TERM
from yizheng.law.items import Item, Limit
from yizheng.law.rules import Answers, judge
from yizheng.law.terms import (
    ACCEPTANCE_BASIS,
    ACCEPTANCE_TERM,
    DELIVERY_BASIS,
    DELIVERY_TERM,
    GAP_BASIS,
    RECTIFICATION_BASIS,
)
from yizheng.law.transitions import GROUP_OF, LINES, Effect
from yizheng.law.words import ORGANS_CLOCKS, UNDER_REVIEW, ClockName, State, Verb

AWAITING_ANSWER = frozenset({State.SUBMITTED, State.SUPPLIED})
"""States in which the hall must answer within five working days or the law answers for it."""


def runs_of(item_case: ItemCase) -> list[Run]:
    """The clocks of an item-case, as the facts say."""
    return [Run.from_data(run) for run in item_case.runs]


def limit_of(limits: Sequence[Limit], answers: Answers, figures: Mapping[str, float]) -> Limit:
    """The first limit whose rule holds for these answers. Raises LookupError when the catalogue left a gap."""
    for limit in limits:
        if judge(limit.when, answers, figures).holds:
            return limit
    raise LookupError("the item has no limit for these answers")


@dataclass(frozen=True, slots=True)
class Given:
    """What the paper of a step gives the clocks: a pause told in writing, an extension, a last day, an open gap."""

    pause: Pause | None = None
    extension: Extension | None = None
    until_on: date | None = None
    gap_open: bool = False


NOTHING_GIVEN = Given()


@dataclass(frozen=True, slots=True)
class Limits:
    """What the catalogue says of the limits of one item-case, for the answers of its case."""

    item: Item
    answers: Answers
    figures: Mapping[str, float]

    @property
    def promised(self) -> Limit:
        """The promised limit."""
        return limit_of(self.item.promised, self.answers, self.figures)

    @property
    def statutory(self) -> Limit:
        """The statutory limit."""
        return limit_of(self.item.statutory, self.answers, self.figures)


def applied(
    runs: Sequence[Run], effects: Iterable[Effect], limits: Limits, on: date, given: Given = NOTHING_GIVEN
) -> list[Run]:
    """The clocks after the effects of a line of the table, on a day."""
    now = list(runs)
    for effect in effects:
        if not _takes_place(effect, limits.item, given):
            continue
        if effect.does == "start":
            now += _started(now, effect, limits, on, given)
        else:
            now = [_changed(run, effect, on, given) if _is_meant(run, effect) else run for run in now]
    return now


def _takes_place(effect: Effect, item: Item, given: Given) -> bool:
    if effect.where == "rectification_pauses":
        return bool(item.rectification_pauses)
    if effect.does == "prolong" and given.pause is None:
        return False  # what is called within the time that was told prolongs nothing
    return effect.where != "gap_open" or given.gap_open


def _is_meant(run: Run, effect: Effect) -> bool:
    """Whether a clock that still runs belongs to the group; only the statutory one is extended (行政许可法 42(1))."""
    if run.stopped_on is not None or GROUP_OF[ClockName(run.clock)] != effect.group:
        return False
    return effect.does != "extend" or run.clock == ClockName.STATUTORY


def _changed(run: Run, effect: Effect, on: date, given: Given) -> Run:
    if effect.does == "stop":
        return replace(run, stopped_on=on)
    if effect.does == "extend":
        return replace(run, extension=given.extension)
    if effect.does == "resume":
        return replace(run, pauses=tuple(_ended(run.pauses, on)))
    assert given.pause is not None  # the table gives these effects to papers that announce a pause
    return replace(run, pauses=(*run.pauses, _following(run.pauses, given.pause)))


def _ended(pauses: Iterable[Pause], on: date) -> Iterator[Pause]:
    """The pauses once the procedure has ended on a day; one told for later never begins."""
    for pause in pauses:
        if pause.until_on is not None:
            yield pause
        elif pause.from_on <= on:
            yield replace(pause, until_on=on)


def _following(pauses: Sequence[Pause], told: Pause) -> Pause:
    """A pause told again begins when it is told, or after what was told before (domain C7)."""
    before = max((pause.last_on for pause in pauses if pause.last_on), default=None)
    if before is None or before < told.from_on:
        return told
    begins = before + timedelta(days=1)
    return replace(told, from_on=begins, told_until=max(begins, told.told_until or begins))


def _started(runs: Sequence[Run], effect: Effect, limits: Limits, on: date, given: Given) -> list[Run]:
    since = (
        next(run.since for run in reversed(runs) if run.clock == ClockName.ACCEPTANCE)
        if effect.since == "receipt"
        else on
    )
    if effect.group == "acceptance":
        return [Run(ClockName.ACCEPTANCE, since, ACCEPTANCE_TERM, ACCEPTANCE_BASIS)]
    if effect.group == "delivery":
        return [Run(ClockName.DELIVERY, since, DELIVERY_TERM, DELIVERY_BASIS)]
    if effect.group == "gap":
        return [Run(ClockName.GAP, since, limits.promised.term, GAP_BASIS)]
    if effect.group == "request":
        return [Run(ClockName.HEARING_REQUEST, since, REQUEST_TERM, REQUEST_BASIS)]
    if effect.group == "hearing":
        return [Run(ClockName.HEARING, since, HOLDING_TERM, HOLDING_BASIS)]
    if effect.group == "rectification":
        assert given.until_on is not None  # the notice names the day
        term = Term((given.until_on - since).days, Unit.CALENDAR_DAY)
        return [Run(ClockName.RECTIFICATION, since, term, RECTIFICATION_BASIS)]
    both = ((ClockName.PROMISED, limits.promised), (ClockName.STATUTORY, limits.statutory))
    return [
        Run(clock, since, limit.term, "、".join(limit.basis))
        for clock, limit in both
        if limit.start == effect.counts_from
    ]


def operative(runs: Iterable[Run], calendar: Calendar) -> tuple[Run, date] | None:
    """The running clock of hall or organ that is due first, and its day; None when none runs."""
    running = [(run, due(run, calendar).on) for run in runs if run.stopped_on is None and run.clock in ORGANS_CLOCKS]
    return min(running, key=lambda pair: pair[1], default=None)


def due_on(runs: Iterable[Run], calendar: Calendar) -> date | None:
    """The day that is kept as an index: when the first running clock is due."""
    found = operative(runs, calendar)
    return found[1] if found else None


Moved = tuple[Run, date, date]
"""A clock, the day it was due by the calendar told before, and the day it is due now."""


def moved_clocks(
    runs: Iterable[Run], calendar: Calendar, earlier: Earlier | None, *, told_that_day: bool = False
) -> list[Moved]:
    """The running clocks that were dated by an earlier calendar and are due on another day now (domain §7-7).

    A clock started on the very day of the change counts among them only if it was ``told_that_day`` before the change.
    """
    until = day_of(earlier.until) + timedelta(days=told_that_day) if earlier else date.min
    running = [run for run in runs if run.stopped_on is None and run.since < until]
    days = [(run, _told(run, earlier.calendar), due(run, calendar).on) for run in running] if earlier else []
    return [(run, was, now) for run, was, now in days if was is not None and was != now]


def _told(run: Run, calendar: Calendar) -> date | None:
    """The day a clock was due by a calendar; None where that one did not reach so far, so that no day was told."""
    try:
        return due(run, calendar).on
    except NoCalendar:
        return None


def due_of(clock: ClockName, runs: Iterable[Run], calendar: Calendar) -> date | None:
    """The last day of one clock, while it runs."""
    run = running(clock, runs)
    return due(run, calendar).on if run else None


def running(clock: ClockName, runs: Iterable[Run]) -> Run | None:
    """One clock, while it runs."""
    return next((run for run in runs if run.clock == clock and run.stopped_on is None), None)


def acceptance_due(runs: Iterable[Run], calendar: Calendar) -> date | None:
    """The last day to answer on acceptance, when that clock runs."""
    return due_of(ClockName.ACCEPTANCE, runs, calendar)


def lapsed(item_case: ItemCase, on: date, calendar: Calendar) -> bool:
    """Whether the law has accepted this item-case by ``on``, because nobody told in time (行政许可法 32(1)(4))."""
    if State(item_case.state) not in AWAITING_ANSWER:
        return False
    last = acceptance_due(runs_of(item_case), calendar)
    return last is not None and on > last


def handed_in_at(case: Case, item_case: ItemCase) -> datetime | None:
    """From when an item-case that awaits its answer is accepted by the law: the receipt, or of what was supplied."""
    return case.received_at if item_case.state == State.SUBMITTED else case.supplied_at


def after_midnight(day: date) -> datetime:
    """The first moment after a day, in China: when what was due on that day has lapsed (民法典 203)."""
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=CHINA)


def missed(item_case: ItemCase, on: date, calendar: Calendar) -> date | None:
    """The last day of the statutory limit, if it has passed by ``on`` without a decision and nobody has told yet."""
    if State(item_case.state) not in UNDER_REVIEW or item_case.missed_at is not None:
        return None
    last = due_of(ClockName.STATUTORY, runs_of(item_case), calendar)
    return last if last is not None and on > last else None


def limits_of(file: CaseFile, item_case: ItemCase) -> Limits:
    """The limits of an item-case."""
    return Limits(file.item(item_case), answers_of(file.case.answers), file.catalogue.figures)


def moved(
    file: CaseFile, item_case: ItemCase, effects: Iterable[Effect], on: date, given: Given = NOTHING_GIVEN
) -> dict[str, Any]:
    """The columns of an item-case that the effects change: its runs, and the days that are kept as indexes."""
    return clock_columns(applied(runs_of(item_case), effects, limits_of(file, item_case), on, given), file.calendar)


def clock_columns(runs: Sequence[Run], calendar: Calendar) -> dict[str, Any]:
    """Clocks as they are kept, with the days worked out from them."""
    return {"runs": [run.as_data() for run in runs], **days_of(runs, calendar), **lamps_of(runs, calendar)}


def days_of(runs: Sequence[Run], calendar: Calendar) -> dict[str, date | None]:
    """The days that are told and kept as indexes: by when to decide, by when to serve."""
    return {"due_on": due_on(runs, calendar), "serve_by": due_of(ClockName.DELIVERY, runs, calendar)}


def lamps_of(runs: Iterable[Run], calendar: Calendar) -> dict[str, date | None]:
    """The days on which the lamp of the first running clock turns yellow and orange, kept to be looked for."""
    found = operative(runs, calendar)
    half_on, near_on = turns(found[0], calendar) if found else (None, None)
    return {"half_on": half_on, "near_on": near_on}


def answers_of(stored: Mapping[str, Any]) -> dict[str, Any]:
    """Answers as rules want them: several choices are a tuple (the database keeps lists)."""
    return {code: tuple(answer) if isinstance(answer, list) else answer for code, answer in stored.items()}


LAPSE_LINES = {state: LINES[(state, Verb.LAPSE)] for state in AWAITING_ANSWER}

MISS_LINES = {state: LINES[(state, Verb.MISS)] for state in UNDER_REVIEW}
