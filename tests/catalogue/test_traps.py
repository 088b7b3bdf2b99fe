"""The classic errors of such catalogues, each with its name: what must never be asked, and what must never be missed.

Domain §4 tells them one by one; whoever changes ``regulations/`` meets the test of the trap that was stepped into.
"""

from __future__ import annotations

import pytest

from tests.published import NETBAR_BUILT, SITUATIONS, assessed, catalogue
from yizheng.law.clocks import Term, Unit
from yizheng.law.intake import Assessment, NeededItem, assess, needs_licence
from yizheng.law.items import Item
from yizheng.law.questions import next_question
from yizheng.law.rules import Answer

WD, CAL, MONTH = Unit.WORKING_DAY, Unit.CALENDAR_DAY, Unit.MONTH


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


# --- the net bar ------------------------------------------------------------------------------------------------------


def built_netbar() -> Assessment:
    """A net bar that was allowed to be built, is built, and applies for the last examination."""
    return assess(catalogue().industries["NETBAR"], NETBAR_BUILT, catalogue())


def test_a_net_bar_has_two_real_stages_each_applied_for_and_counted_by_itself() -> None:
    assert assessed("NETBAR").codes == ("NETBAR_1",)
    assert set(built_netbar().codes) == {"FIRE_OPEN", "NETBAR_2", "FOOD_PREPACK"}
    limits = {code: (law(code).statutory[0].term, law(code).statutory[0].start) for code in ("NETBAR_1", "NETBAR_2")}
    assert limits == {"NETBAR_1": (Term(20, WD), "receipt"), "NETBAR_2": (Term(15, WD), "receipt")}


def test_the_stages_of_a_net_bar_and_the_fire_check_stand_in_sequence() -> None:
    hard = {(each.first, each.then) for each in catalogue().industries["NETBAR"].order if each.kind == "hard"}
    assert hard == {("NETBAR_1", "NETBAR_2"), ("FIRE_OPEN", "NETBAR_2")}
    assert [(each.first, each.then) for each in built_netbar().order] == [("FIRE_OPEN", "NETBAR_2")]


def test_the_approval_to_build_is_not_asked_from_the_applicant_again() -> None:
    asked = {each.material.code for each in built_netbar().materials if each.asked}
    assert "M_NETBAR_PREP" in {each.material.code for each in built_netbar().materials}
    assert not asked & {"M_NETBAR_PREP", "M_FIRE_RESULT"}


@pytest.mark.parametrize(
    ("answer", "stopped"),
    [({"q_netbar_metres": 199.0}, True), ({"q_netbar_metres": 200.0}, False), ({"q_residential": True}, True)],
)
def test_a_net_bar_near_a_school_or_in_a_dwelling_house_is_stopped(answer: dict[str, Answer], stopped: bool) -> None:
    assert bool(assessed("NETBAR", **answer).stops) is stopped


# --- medicine, for people and for animals -----------------------------------------------------------------------------


def test_a_clinic_is_a_filing_and_not_a_permit() -> None:
    assert law("CLINIC_FILING").kind == "filing"
    assert "CLINIC_FILING" in assessed("CLINIC", q_xray=False).codes
    assert not [code for code in assessed("CLINIC", q_xray=False).codes if code.startswith("RADI")]


def test_an_x_ray_in_a_clinic_brings_radiation_safety_before_radiology() -> None:
    found = assessed("CLINIC", q_xray=True)
    assert {"RADIATION_SAFETY", "RADIOLOGY"} <= set(found.codes)
    assert ("RADIATION_SAFETY", "RADIOLOGY", "hard") in {(each.first, each.then, each.kind) for each in found.order}
    assert "M_RAD_PERMIT" not in {each.material.code for each in found.materials if each.asked}


@pytest.mark.parametrize("question", ["q_beds", "q_beauty"])
def test_a_clinic_with_beds_or_medical_beauty_cannot_be_filed(question: str) -> None:
    assert assessed("CLINIC", **{question: True}).stops


def test_an_x_ray_for_animals_needs_no_permit_that_is_for_people() -> None:
    codes = assessed("PET_HOSPITAL", q_xray=True).codes
    assert "RADIATION_SAFETY" in codes
    assert "RADIOLOGY" not in codes


def test_veterinary_drugs_are_counted_from_receipt_in_thirty_working_days() -> None:
    [limit] = law("VETDRUG").statutory
    assert (limit.term, limit.start) == (Term(30, WD), "receipt")


# --- work, schools, print ---------------------------------------------------------------------------------------------


def test_human_resources_are_counted_from_receipt_in_twenty_calendar_days() -> None:
    [limit] = law("HR_SERVICE").statutory
    assert (limit.term, limit.start, limit.basis) == (Term(20, CAL), "receipt", ("人力资源市场暂行条例 19",))


@pytest.mark.parametrize(("capital", "may"), [(199.0, False), (200.0, True), (5000.0, True)])
def test_labour_dispatch_needs_a_capital_of_two_million(capital: float, may: bool) -> None:
    assert ("LABOR_DISPATCH" in assessed("HR_AGENCY", q_capital=capital).codes) is may
    assert bool(assessed("HR_AGENCY", q_hr=("dispatch",), q_capital=capital).stops) is not may


@pytest.mark.parametrize("code", ["SCHOOL_PRIV", "SCHOOL_SKILL"])
def test_schools_are_decided_within_three_months_counted_as_months(code: str) -> None:
    [limit] = law(code).statutory
    assert (limit.term, limit.start, limit.basis) == (Term(3, MONTH), "accept", ("民办教育促进法 17",))


def test_no_school_of_school_subjects_can_be_applied_for() -> None:
    assert assessed("EDUCATION", q_edu_kind="subject").stops


def test_printing_is_counted_from_receipt_in_sixty_calendar_days() -> None:
    [limit] = law("PRINT").statutory
    assert (limit.term, limit.start) == (Term(60, CAL), "receipt")


def test_who_only_copies_files_and_needs_no_printing_permit() -> None:
    assert assessed("PRINT_SHOP", q_print="copy").codes == ("COPY_FILING",)
    assert assessed("PRINT_SHOP", q_print="print").codes == ("PRINT",)


# --- danger, and lorries ----------------------------------------------------------------------------------------------


def test_who_drives_up_to_four_and_a_half_tonnes_is_told_at_the_first_question_that_no_permit_is_needed() -> None:
    freight = catalogue().industries["FREIGHT"]
    assert freight.questions[0].code == "q_trucks"
    answers: dict[str, Answer] = {"q_trucks": "light"}
    assert next_question(freight, answers, catalogue()) is None, "nothing more is asked"
    found = assess(freight, answers, catalogue())
    assert found.codes == ()
    [stop] = found.stops
    assert "道路运输条例 24" in stop.basis


@pytest.mark.parametrize("code", ["PESTICIDE", "DANGER_CHEM", "OIL_RETAIL", "FIRE_OPEN", "TOBACCO", "SEWER"])
def test_what_touches_safety_ecology_or_industrial_policy_is_excluded_from_acceptance_with_a_gap(code: str) -> None:
    assert {"公共安全", "生态安全", "国家安全", "产业政策"} & set(law(code).exclusions)


def test_pesticide_is_excluded_for_public_and_ecological_safety_and_says_so() -> None:
    assert law("PESTICIDE").exclusions == ("公共安全", "生态安全")
    assert any("不适用容缺受理" in each.text for each in assessed("AGRI_SHOP").advice)


@pytest.mark.parametrize("industry", ["PHARMACY", "GAS_STATION", "EDUCATION"])
def test_the_fire_check_before_opening_is_only_for_places_where_the_public_gathers(industry: str) -> None:
    assert "FIRE_OPEN" not in assessed(industry).codes
    [use] = [use for use in catalogue().industries[industry].items if use.item == "FIRE_OPEN"]
    assert use.when.never
    assert "消防法 73" in use.basis


# --- the comprehensive licence ----------------------------------------------------------------------------------------


def test_only_one_item_brings_no_comprehensive_licence() -> None:
    found = assessed("BOOKSTORE", q_snack="none")
    assert found.codes == ("PUBL_RETAIL",)
    assert not needs_licence(found)


@pytest.mark.parametrize("industry", sorted(SITUATIONS))
def test_the_power_of_no_organ_is_taken_for_confirmed(industry: str) -> None:
    assert not any(each.item.power_confirmed for each in assessed(industry).items)
