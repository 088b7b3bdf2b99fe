"""When everything can be in hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.published import HOTEL, assessed, calendar, catalogue
from yizheng.law.clocks import Term, Unit
from yizheng.law.finish import earliest_finish
from yizheng.law.intake import assess
from yizheng.law.items import Limit
from yizheng.law.rules import Answer

FRIDAY = date(2026, 11, 20)


def test_items_run_side_by_side_so_the_slowest_promise_is_the_last_day() -> None:
    found = earliest_finish(assessed("RESTAURANT"), FRIDAY, calendar())
    assert found.acceptance_on == FRIDAY
    assert found.dates["FOOD_CATERING"] == date(2026, 11, 27)
    assert found.dates["FIRE_OPEN"] == date(2026, 11, 23)
    assert found.on == date(2026, 12, 1) == found.dates["TOBACCO"]


def test_papers_handed_in_on_a_rest_day_are_accepted_on_the_next_working_day() -> None:
    assert earliest_finish(assessed("RESTAURANT"), date(2026, 11, 21), calendar()).acceptance_on == date(2026, 11, 23)


def test_the_hotel_ends_with_the_police_who_wait_for_the_fire_check() -> None:
    found = earliest_finish(assessed("HOTEL"), FRIDAY, calendar())
    assert found.chain == ("FIRE_OPEN", "HOTEL_SPECIAL")
    assert found.on == date(2026, 12, 1)


def test_who_commits_to_fire_safety_makes_nobody_wait() -> None:
    assert earliest_finish(assessed("HOTEL", q_fire_mode="commit"), FRIDAY, calendar()).chain == ("HOTEL_SPECIAL",)


def test_a_slower_first_item_moves_the_one_that_waits_but_not_the_others() -> None:
    slow = Limit(term=Term(13, Unit.WORKING_DAY), start="accept", basis=("消防法 15",))
    items = catalogue().items
    other = replace(catalogue(), items={**items, "FIRE_OPEN": replace(items["FIRE_OPEN"], promised=(slow,))})
    found = earliest_finish(assess(other.industries["HOTEL"], HOTEL, other), FRIDAY, calendar())
    assert found.dates["HOTEL_SPECIAL"] == found.dates["FIRE_OPEN"] == date(2026, 12, 9)
    assert found.dates["HEALTH_PUBLIC"] == date(2026, 11, 25)


def test_a_clock_from_receipt_does_not_wait_for_acceptance() -> None:
    pool: dict[str, Answer] = {"q_pool": True, "q_pool_public": True, "q_pool_area": 220.0}
    items = catalogue().items
    sport = items["SPORT_HIGHRISK"]
    law_only = replace(catalogue(), items={**items, sport.code: replace(sport, promised=sport.statutory)})
    assessment = assess(law_only.industries["HOTEL"], HOTEL | pool, law_only)
    found = earliest_finish(assessment, date(2026, 11, 21), calendar())
    assert found.dates["SPORT_HIGHRISK"] == date(2026, 12, 21)


def test_filings_are_done_on_the_spot() -> None:
    assert earliest_finish(assessed("CONVENIENCE"), FRIDAY, calendar()).on == FRIDAY


def test_who_needs_nothing_waits_for_nothing() -> None:
    found = earliest_finish(assessed("CONVENIENCE", q_food=()), FRIDAY, calendar())
    assert (found.on, found.chain, found.dates) == (FRIDAY, (), {})
