"""How the whole case stands, derived from its item-cases: its state, and the cap on it (行政许可法 42(2))."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from yizheng.cases.file import CaseFile, day_of
from yizheng.cases.models import Case, ItemCase
from yizheng.cases.timing import runs_of
from yizheng.law.calendar import Calendar
from yizheng.law.clocks import Extension, Pause, Run, due
from yizheng.law.joint import Span, joint_run
from yizheng.law.outcome import case_state
from yizheng.law.words import ClockName, State


def settle_state(file: CaseFile) -> None:
    """Derive the state of the case, and the cap on it, from its item-cases."""
    file.act.change(file.case, **derived(file), touched_at=file.act.at)


def derived(file: CaseFile) -> dict[str, Any]:
    """The state of the case and the cap on it, as its item-cases say."""
    return derived_columns(file.case, file.items, file.today, file.calendar)


def derived_columns(case: Case, item_cases: Sequence[ItemCase], on: date, calendar: Calendar) -> dict[str, Any]:
    """What is worked out of the item-cases of a case and kept with it: its state and the cap on it."""
    touched = any(each.reviewer_id for each in item_cases)
    return {
        "state": case_state([State(each.state) for each in item_cases], touched=touched),
        "cap_on": joint_due(case, item_cases, on, calendar),
    }


def joint_of(case: Case, item_cases: Sequence[ItemCase], on: date) -> Run | None:
    """The cap of the case, worked out from its item-cases (行政许可法 42(2)); None while nothing is accepted."""
    told = case.cap_extension
    extension = Extension.from_data(told) if told else None
    return joint_run([_span(each) for each in item_cases], extension=extension, on=on)


def _span(item_case: ItemCase) -> Span:
    accepted, ended = item_case.accepted_at, item_case.decided_at
    return Span(day_of(accepted) if accepted else None, day_of(ended) if ended else None, _pauses(item_case))


def joint_due(case: Case, item_cases: Sequence[ItemCase], on: date, calendar: Calendar) -> date | None:
    """The last day for the whole case, while something of it is undecided."""
    run = joint_of(case, item_cases, on)
    return due(run, calendar).on if run and run.stopped_on is None else None


def _pauses(item_case: ItemCase) -> tuple[Pause, ...]:
    """The pauses of the statutory clock."""
    return next((run.pauses for run in runs_of(item_case) if run.clock == ClockName.STATUTORY), ())
