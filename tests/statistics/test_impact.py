"""The impact list is right: what is open, drafted, granted and told is on it when a change concerns it, and only then.

Shops of four industries apply, two of them under an older version; some permits are granted, one has run out. What the
list says is compared with every row of the house, looked at one by one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from tests import holders, make
from tests.published import BAKERY, CONVENIENCE, HOTEL, SITUATIONS, catalogue
from yizheng.cases.commands.notices import give_notice
from yizheng.cases.models import Case, ItemCase, Notice
from yizheng.catalogue import publishing
from yizheng.catalogue.revisions.concern import Concern, Key, concern
from yizheng.law.words import CaseState, Standing
from yizheng.licences.models import Licence, Permit
from yizheng.statistics.names import Names
from yizheng.statistics.queries.concerned import OpenCase, open_cases, permits
from yizheng.statistics.queries.impact import Impact, impact

pytestmark = pytest.mark.django_db

LONG_AGO, MONDAY, TODAY = make.at(2021, 3, 1), make.at(2026, 3, 2), make.at(2026, 3, 10)
WITHOUT_SEWER = {**BAKERY, "q_sewer": False}


@pytest.fixture
def office() -> make.Office:
    return make.office()


@pytest.fixture(autouse=True)
def town(office: make.Office) -> dict[str, UUID]:
    """Restaurants, bakers, a shop and a hotel, before and after a new version."""
    shops = {
        "run out": holders.with_permits(office, "FOOD_CATERING", moment=LONG_AGO),
        "old": make.accepted(office, moment=MONDAY - timedelta(days=3)),
    }
    known = catalogue()
    make.changed(replace(known, zone=replace(known.zone, hall_hours="九点到五点")), MONDAY)
    shops |= {
        "granted": holders.with_permits(office, "SEWER", "FIRE_OPEN", moment=MONDAY),
        "baker": make.filed(BAKERY, industry="BAKERY", moment=MONDAY),
        "plain baker": make.filed(WITHOUT_SEWER, industry="BAKERY", moment=MONDAY),
        "hotel": make.filed(HOTEL, industry="HOTEL", moment=TODAY),
        "shop": make.draft(CONVENIENCE, industry="CONVENIENCE", moment=MONDAY),
        "baker to be": make.draft(BAKERY, industry="BAKERY", moment=TODAY),
    }
    for industry, moment in (("BAKERY", MONDAY), ("HOTEL", TODAY), ("BAKERY", LONG_AGO), ("RESTAURANT", TODAY)):
        give_notice(industry, SITUATIONS[industry], moment)
    return shops


def names() -> Names:
    return Names((publishing.in_force(TODAY),))


def listed(found: Concern) -> list[OpenCase]:
    """All pages of the list of open cases."""
    rows, page = [], open_cases(found, names())
    while True:
        rows += page.rows
        if not page.after:
            return rows
        page = open_cases(found, names(), page.after)


def looked_at(found: Concern) -> dict[str, Any]:
    """The same figures from every row of the house, one by one."""
    items = [
        each
        for each in ItemCase.objects.select_related("case")
        if CaseState(each.case.state).is_open
        and each.decided_at is None
        and (each.item in found.items or each.case.industry in found.itself)
    ]
    permits = [
        each
        for each in Permit.objects.select_related("licence")
        if each.item in found.items or Case.objects.get(id=each.licence_id).industry in found.itself
        if each.until_on is None or each.until_on >= TODAY.date()
    ]
    drafts = Case.objects.filter(state=CaseState.DRAFT)
    notices = Notice.objects.filter(given_at__gte=TODAY - timedelta(days=90))
    return {
        "open": Counter((each.case.industry, each.item, each.case.catalogue_id) for each in items),
        "cases": len({each.case_id for each in items}),
        "drafts": Counter(each.industry for each in drafts if each.industry in found.because),
        "permits": Counter(each.item for each in permits),
        "licences": len({each.licence_id for each in permits if each.licence.version}),
        "notices": Counter(each.industry for each in notices if each.industry in found.because),
    }


def told(found: Impact) -> dict[str, Any]:
    """What the impact says, in the same shape."""
    ids = {publishing.version(pk).version: pk for pk in Case.objects.values_list("catalogue_id", flat=True)}
    return {
        "open": Counter({(each.industry.code, each.item.code, ids[each.version]): each.number for each in found.open}),
        "cases": found.open_cases,
        "drafts": Counter({each.industry.code: each.number for each in found.drafts}),
        "permits": Counter({each.of.code: each.number for each in found.permits}),
        "licences": found.licences,
        "notices": Counter({each.of.code: each.number for each in found.notices}),
    }


CHANGES: tuple[tuple[Key, ...], ...] = (
    (("items", "SEWER"),),
    (("items", "FOOD_CATERING"), ("industries", "HOTEL")),
    (("industries", "BAKERY"),),
    (("industries", "RESTAURANT"),),
    (("organs", "GAFJ"),),
    (("zone", ""),),
    (("items", "NETBAR_1"),),
)


def test_the_impact_list_was_right() -> None:
    for change in CHANGES:
        found = concern(set(change), publishing.in_force(TODAY))
        assert told(impact(found, names(), TODAY)) == looked_at(found), change


def test_a_change_of_one_item_leaves_the_others_alone_and_every_case_on_its_own_version(
    town: dict[str, UUID],
) -> None:
    found = concern({("items", "SEWER")}, publishing.in_force(TODAY))
    rows = listed(found)
    numbers = [make.case(town[shop]).number for shop in ("run out", "old", "baker")]
    assert [row.number for row in rows] == numbers, "neither the plain baker nor the hotel, nor who has it already"
    assert {item.item.code for row in rows for item in row.items} == {"SEWER"}
    pinned = [publishing.version(make.case(town[shop]).catalogue_id).version for shop in ("run out", "old", "baker")]
    assert [row.version for row in rows] == pinned
    assert len(set(pinned)) == 2
    (permit,) = permits(found, names(), TODAY).rows
    assert permit.standing == Standing.IN_FORCE
    assert (Licence.objects.get(case_id=town["granted"]).version, impact(found, names(), TODAY).licences) == (1, 1)


def test_what_has_run_out_by_the_calendar_is_live_no_more(town: dict[str, UUID]) -> None:
    found = concern({("items", "FOOD_CATERING")}, publishing.in_force(TODAY))
    assert holders.permit(town["run out"], "FOOD_CATERING").standing == Standing.IN_FORCE, "nobody has settled it"
    assert impact(found, names(), TODAY).live_permits == 0
    assert impact(found, names(), LONG_AGO).live_permits == 1


def test_the_lists_go_on_where_a_page_ends(office: make.Office) -> None:
    found = concern({("industries", "BAKERY")}, publishing.in_force(TODAY))
    of = Case.objects.filter(industry="BAKERY", state=CaseState.RECEIVED).count()
    for _ in range(25):
        make.filed(BAKERY, industry="BAKERY", moment=TODAY)
    rows = listed(found)
    assert len(rows) == len({row.number for row in rows}) == of + 25


def test_it_takes_seven_statements_and_a_page_of_a_list_three(django_assert_num_queries: Any) -> None:
    found, known = concern({("items", "SEWER")}, publishing.in_force(TODAY)), names()
    with django_assert_num_queries(7):
        impact(found, known, TODAY)
    with django_assert_num_queries(3):
        open_cases(found, known)
    with django_assert_num_queries(1):
        permits(found, known, TODAY)
