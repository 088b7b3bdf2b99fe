"""The classic errors of such catalogues, each with its name: what must never be asked, and what must never be missed.

Domain §4 tells them one by one; whoever changes ``regulations/`` meets the test of the trap that was stepped into.
"""

from __future__ import annotations

import pytest

from tests.published import SITUATIONS, assessed, catalogue
from yizheng.law.clocks import Term, Unit
from yizheng.law.intake import NeededItem, needs_licence
from yizheng.law.items import Item
from yizheng.law.rules import Answer

WD, CAL = Unit.WORKING_DAY, Unit.CALENDAR_DAY


def law(code: str) -> Item:
    """An item as the regulations have it."""
    return catalogue().items[code]


def needed(industry: str, code: str, **other: Answer) -> NeededItem:
    """An item as an ordinary shop of this industry needs it."""
    return next(each for each in assessed(industry, **other).items if each.item.code == code)


# --- food -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("industry", ["CONVENIENCE", "SUPERMARKET"])
def test_a_shop_that_sells_and_cooks_has_one_food_permit_with_several_business_items(industry: str) -> None:
    found = assessed(industry, q_food=("prepacked", "bulk", "ready"), q_ready=("oden", "coffee"))
    assert [code for code in found.codes if code.startswith("FOOD_")] == ["FOOD_SALE"]


def test_bread_baked_in_a_supermarket_is_a_business_item_not_a_second_permit() -> None:
    found = assessed("SUPERMARKET", q_food=("prepacked",), q_bakery="cake")
    assert [code for code in found.codes if code.startswith("FOOD_")] == ["FOOD_SALE"]
    assert any("专间" in each.text for each in needed("SUPERMARKET", "FOOD_SALE", q_bakery="cake").conditions)


@pytest.mark.parametrize("code", ["FOOD_CATERING", "FOOD_SALE", "FOOD_PREPACK", "FOOD_SMALL"])
def test_no_food_item_asks_for_a_lease_because_food_law_does_not_list_it(code: str) -> None:
    assert "M_PREMISES" not in {use.material for use in law(code).materials}


# --- public health ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["milk", "coffee", "tea", "bar"])
def test_no_cafe_teahouse_or_bar_needs_a_public_health_permit_however_large_it_is(kind: str) -> None:
    found = assessed("CAFE", q_drink_kind=kind, q_area=5000.0, q_fire_mode="general")
    assert "HEALTH_PUBLIC" not in found.codes
    assert any("国发〔2016〕12号" in each.text for each in found.not_covered)


def test_no_restaurant_needs_a_public_health_permit_however_large_it_is() -> None:
    assert "HEALTH_PUBLIC" not in assessed("RESTAURANT", q_area=5000.0).codes


def test_a_gym_without_a_pool_needs_no_public_health_permit() -> None:
    assert "HEALTH_PUBLIC" not in assessed("GYM_POOL", q_pool=False, q_area=3000.0, q_central_ac=True).codes
    assert "HEALTH_PUBLIC" in assessed("GYM_POOL", q_pool=True).codes


def test_a_small_gym_without_a_pool_is_told_that_it_needs_nothing() -> None:
    found = assessed("GYM_POOL", q_pool=False, q_area=120.0)
    assert found.codes == ()
    assert [each.kind for each in found.stops] == ["stop"]


# --- sport ------------------------------------------------------------------------------------------------------------


def test_sport_is_counted_from_receipt_in_thirty_calendar_days() -> None:
    [limit] = law("SPORT_HIGHRISK").statutory
    assert (limit.term, limit.start, limit.basis) == (Term(30, CAL), "receipt", ("体育法 105",))


def test_one_water_report_serves_health_and_sport() -> None:
    [water] = [each for each in assessed("GYM_POOL").materials if each.material.code == "M_TEST_WATER"]
    assert {use.item for use in water.uses} == {"HEALTH_PUBLIC", "SPORT_HIGHRISK"}


def test_a_climbing_hall_is_not_asked_about_a_pool() -> None:
    found = assessed("GYM_POOL", q_sport_kind="other", q_pool=False, q_climb=("climb",))
    assert "SPORT_HIGHRISK" in found.codes
    assert not [spec.code for spec in found.fields if spec.code.startswith("pool_")]
    assert "M_TEST_WATER" not in {each.material.code for each in found.materials}


# --- where people stay, and where they sing ---------------------------------------------------------------------------


def test_a_bath_house_where_one_may_stay_the_night_is_a_hotel() -> None:
    assert "HOTEL_SPECIAL" not in assessed("BATH").codes
    found = assessed("BATH", q_stay=True)
    assert "HOTEL_SPECIAL" in found.codes
    assert ("FIRE_OPEN", "HOTEL_SPECIAL", "hard") in {(each.first, each.then, each.kind) for each in found.order}


@pytest.mark.parametrize("industry", ["KTV", "HOTEL"])
def test_a_place_to_sing_has_its_mandatory_hearing_and_is_told_so(industry: str) -> None:
    found = assessed(industry, **({"q_ktv": True} if industry == "HOTEL" else {}))
    assert law("ENTERTAIN").hearing
    assert "ENTERTAIN" in found.codes
    assert any("听证" in each.text for each in found.advice)


@pytest.mark.parametrize("place", ["home", "culture", "school", "station", "below", "danger"])
def test_a_place_to_sing_where_none_may_be_is_stopped_before_the_form(place: str) -> None:
    [stop] = assessed("KTV", q_place=(place,)).stops
    assert "娱乐场所管理条例 7" in stop.basis


def test_beauty_with_needles_or_lasers_is_medicine_and_stopped_before_the_form() -> None:
    assert not assessed("BEAUTY").stops
    assert assessed("BEAUTY", q_medical=True).stops


# --- the cinema -------------------------------------------------------------------------------------------------------


def test_a_cinema_is_decided_within_thirty_calendar_days_of_acceptance_beside_limits_in_working_days() -> None:
    [limit] = law("CINEMA").statutory
    assert (limit.term, limit.start) == (Term(30, CAL), "accept")
    assert {each.statutory.term.unit for each in assessed("CINEMA_HALL").items} == {WD, CAL}


# --- the comprehensive licence ----------------------------------------------------------------------------------------


def test_only_one_item_brings_no_comprehensive_licence() -> None:
    found = assessed("BOOKSTORE", q_snack="none")
    assert found.codes == ("PUBL_RETAIL",)
    assert not needs_licence(found)


@pytest.mark.parametrize("industry", sorted(SITUATIONS))
def test_the_power_of_no_organ_is_taken_for_confirmed(industry: str) -> None:
    assert not any(each.item.power_confirmed for each in assessed(industry).items)
