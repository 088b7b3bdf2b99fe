"""What goes up to the lead department on expiry: total, by its article, and found without counting each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from yizheng.catalogue import publishing
from yizheng.law.clocks import Run, due, is_overdue
from yizheng.law.escalation import Escalated, begun_before
from yizheng.law.post_check import REISSUE_TERM, TOLD_TERM, reissue_run, told_run
from yizheng.law.terms import Term


@pytest.mark.parametrize("kind", Escalated)
def test_everything_that_goes_up_says_whose_duty_it_is_and_where_it_is_written(kind: Escalated) -> None:
    assert kind.label
    assert "：由" in kind.duty
    assert kind.duty.endswith("）。")


@pytest.mark.parametrize(("term", "run"), [(TOLD_TERM, told_run), (REISSUE_TERM, reissue_run)])
def test_what_began_before_that_day_is_late_and_what_began_on_it_is_not(term: Term, run: Callable[[date], Run]) -> None:
    calendar = publishing.calendar()
    for offset in range(60):
        on = date(2026, 2, 1) + timedelta(days=offset)
        first = begun_before(term, on, calendar)
        assert is_overdue(run(first - timedelta(days=1)), on, calendar)
        assert due(run(first), calendar).on >= on
