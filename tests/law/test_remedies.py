"""Remedies: sixty days and six months from service with proof; a last day of rest moves on (民法典 203)."""

from datetime import date

from tests.published import calendar
from yizheng.law.clocks import due
from yizheng.law.remedies import remedy_runs


def test_nothing_begins_before_the_decision_is_served():
    assert remedy_runs(None) == ()


def test_both_periods_count_from_service_and_roll_over_days_of_rest():
    days = [due(run, calendar()).on for run in remedy_runs(date(2026, 3, 3))]
    assert days == [date(2026, 5, 6), date(2026, 9, 3)], "2026-05-02 is a day of rest until 05-05"
