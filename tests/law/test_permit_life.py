"""How a permit stands by its requests and by the calendar; the check after a grant; what a change asks."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from tests.published import calendar, catalogue
from yizheng.law.changes import Request, differing, fan_out, limit, stated
from yizheng.law.clocks import due
from yizheng.law.items.life import CHANGE, PostCheck
from yizheng.law.permits import Asked, lapse_on, nothing_left_to_decide, settled, stands_on
from yizheng.law.post_check import STEPS, Checking, check_run, next_check, reissue_run, told_run
from yizheng.law.terms import Term, Unit
from yizheng.law.words import HOLDING, Standing, Verb

LAST, NEXT = date(2026, 3, 31), date(2031, 3, 31)
RUNS = {*HOLDING, Standing.SUSPENDED}


@pytest.mark.parametrize(
    ("to", "waiting", "stands"),
    [
        (Standing.IN_FORCE, (), Standing.IN_FORCE),
        (Standing.IN_FORCE, ("change",), Standing.CHANGING),
        (Standing.IN_FORCE, ("change", "renewal"), Standing.RENEWING),
        (Standing.RENEWING, ("renewal",), Standing.RENEWING),
        (Standing.DEEMED_RENEWED, ("renewal",), Standing.DEEMED_RENEWED),
        (Standing.REVOKED, ("change",), Standing.REVOKED),
    ],
)
def test_what_waits_shows_while_the_permit_holds(to: Standing, waiting: tuple[Asked, ...], stands: Standing) -> None:
    assert settled(to, waiting) == stands


def test_what_the_law_has_renewed_stands_so_until_it_is_decided_for_the_record() -> None:
    assert settled(Standing.IN_FORCE, ("renewal", "change"), by_law=True) == Standing.DEEMED_RENEWED
    assert settled(Standing.SUSPENDED, ("renewal",), by_law=True) == Standing.SUSPENDED


@pytest.mark.parametrize(
    ("to", "waiting", "by_law", "nothing"),
    [
        (Standing.IN_FORCE, ("change",), False, False),
        (Standing.SUSPENDED, ("renewal",), True, False),
        (Standing.EXPIRED, ("renewal", "change"), False, False),
        (Standing.EXPIRED, ("change",), False, True),
        (Standing.EXPIRED, ("renewal",), True, True),
        (Standing.REVOKED, ("renewal",), False, True),
    ],
)
def test_what_has_ended_leaves_nothing_to_decide_but_a_renewal_that_nobody_has_answered(
    to: Standing, waiting: tuple[Asked, ...], by_law: bool, nothing: bool
) -> None:
    assert nothing_left_to_decide(to, waiting, by_law=by_law) == nothing


@pytest.mark.parametrize("standing", sorted(Standing))
def test_time_ends_what_runs_and_nothing_else(standing: Standing) -> None:
    assert lapse_on(standing, LAST, None, LAST) is None
    assert lapse_on(standing, None, None, NEXT) is None
    after = date(2026, 4, 1)
    assert lapse_on(standing, LAST, None, after) == (Standing.EXPIRED if standing in RUNS else None)


def test_what_was_asked_in_time_is_deemed_renewed_at_midnight_and_expires_with_the_new_term() -> None:
    assert stands_on(Standing.RENEWING, LAST, NEXT, LAST) == (Standing.RENEWING, LAST)
    assert stands_on(Standing.RENEWING, LAST, NEXT, date(2026, 4, 1)) == (Standing.DEEMED_RENEWED, NEXT)
    assert stands_on(Standing.RENEWING, LAST, NEXT, date(2031, 4, 1)) == (Standing.EXPIRED, NEXT)
    assert stands_on(Standing.RENEWING, LAST, None, date(2026, 4, 1)) == (Standing.EXPIRED, LAST)
    assert stands_on(Standing.SUSPENDED, LAST, NEXT, date(2026, 4, 1)) == (Standing.SUSPENDED, NEXT)


def test_a_check_goes_from_due_to_passed_or_by_an_order_to_the_breach() -> None:
    assert next_check(Checking.DUE, Verb.POST_CHECK) == Checking.PASSED
    assert next_check(Checking.DUE, Verb.POST_CHECK, met=False) == Checking.FAILED
    assert next_check(Checking.FAILED, Verb.ORDER) == Checking.ORDERED
    assert next_check(Checking.ORDERED, Verb.POST_CHECK, met=False) == Checking.BREACHED
    for state, verb, met in product(Checking, (Verb.POST_CHECK, Verb.ORDER), (True, False)):
        assert (next_check(state, verb, met=met) is None) == ((state, verb, met) not in STEPS)
    assert all(state.label for state in Checking)


def test_the_clock_of_a_check_counts_from_the_grant_then_the_check_then_the_day_to_mend_by() -> None:
    fire = catalogue().items["FIRE_OPEN"].post_check
    assert fire is not None
    granted = date(2026, 3, 4)
    first = check_run(fire, Checking.DUE, granted)
    assert first is not None
    assert due(first, calendar()).on == date(2026, 4, 1)
    again = check_run(fire, Checking.ORDERED, granted, date(2026, 4, 10))
    assert again is not None
    assert due(again, calendar()).on == date(2026, 4, 15)
    assert check_run(fire, Checking.PASSED, granted) is None
    plain = PostCheck(within=Term(3, Unit.MONTH), basis=("消防法 15",))
    assert check_run(plain, Checking.FAILED, granted) is None


def test_telling_takes_one_working_day_and_a_new_version_three() -> None:
    assert due(told_run(date(2026, 3, 6)), calendar()).on == date(2026, 3, 9)
    assert due(reissue_run(date(2026, 3, 6)), calendar()).on == date(2026, 3, 11)


@pytest.mark.parametrize(
    ("item", "facts", "asked"),
    [
        ("DEVICE_III", ("holder", "representative"), {Request.WAITING: ["holder", "representative"]}),
        ("FOOD_CATERING", ("holder", "premises"), {Request.WAITING: ["holder"], Request.REAPPLY: ["premises"]}),
        ("FIRE_OPEN", ("representative",), {Request.NOT_NEEDED: ["representative"]}),
        ("SEWER", ("holder",), {Request.WAITING: ["holder"]}),
    ],
)
def test_a_change_asks_of_each_permit_what_its_item_says(
    item: str, facts: tuple[str, ...], asked: dict[Request, list[str]]
) -> None:
    assert fan_out(catalogue().items[item].change or CHANGE, facts) == asked
    assert all(each.label for each in Request)


def test_a_change_on_the_spot_is_due_the_same_day_and_a_review_in_its_term() -> None:
    rule = catalogue().items["DEVICE_III"].change
    assert rule is not None
    assert limit(rule, ("holder", "representative")) == Term(0, Unit.WORKING_DAY)
    assert limit(rule, ("holder", "premises")) == Term(20, Unit.WORKING_DAY)


def test_the_licence_states_the_new_fact_only_when_every_permit_that_must_change_does() -> None:
    assert stated("旧", [("新", "review"), ("旧", "review")]) == "旧"
    assert stated("旧", [("新", "review"), ("旧", "none")]) == "新"
    assert stated("旧", [("旧", "none")]) == "旧"
    licence = {"holder": "甲", "representative": "张", "premises": "一号"}
    assert differing(licence, {**licence, "representative": "李"}) == (("法定代表人（负责人）", "李"),)
