"""From everyday answers to what is needed: the traps of the catalogue, one by one (domain §4)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.published import SITUATIONS, assessed, catalogue
from yizheng.law.clocks import Term, Unit
from yizheng.law.intake import NeededItem, NeededMaterial, assess, better_so_far, needs_licence, prefilled, stops_so_far
from yizheng.law.items import Advice
from yizheng.law.rules import ALWAYS, Answer, Rule

WD, CAL = Unit.WORKING_DAY, Unit.CALENDAR_DAY


def _item(industry: str, code: str, **other: Answer) -> NeededItem:
    return next(each for each in assessed(industry, **other).items if each.item.code == code)


def _materials(industry: str, **other: Answer) -> dict[str, NeededMaterial]:
    return {each.material.code: each for each in assessed(industry, **other).materials}


@pytest.mark.parametrize("industry", sorted(SITUATIONS))
def test_an_ordinary_shop_of_each_industry_is_completely_assessed(industry: str) -> None:
    assessment = assessed(industry)
    assert assessment.complete
    assert assessment.items
    assert not assessment.stops


# --- the restaurant ---------------------------------------------------------------------------------------------------


def test_a_restaurant_with_cold_dishes_tobacco_and_a_sewer_needs_exactly_four_items() -> None:
    found = assessed("RESTAURANT", q_dishes=("hot", "cold"))
    assert set(found.codes) == {"FOOD_CATERING", "FIRE_OPEN", "TOBACCO", "SEWER"}


def test_only_a_large_outdoor_advertisement_adds_a_fifth() -> None:
    assert "SIGN_OUTDOOR" in assessed("RESTAURANT", q_sign="large").codes
    assert "SIGN_OUTDOOR" not in assessed("RESTAURANT", q_sign="none").codes


@pytest.mark.parametrize("area", [20.0, 149.0, 150.0, 299.0, 300.0, 5000.0])
def test_a_restaurant_never_needs_the_public_health_permit(area: float) -> None:
    assert "HEALTH_PUBLIC" not in assessed("RESTAURANT", q_area=area).codes


def test_small_catering_is_registered_instead_of_licensed() -> None:
    codes = assessed("RESTAURANT", q_area=80.0).codes
    assert "FOOD_SMALL" in codes
    assert "FOOD_CATERING" not in codes


def test_raw_dishes_need_the_full_permit_however_small_the_shop() -> None:
    codes = assessed("RESTAURANT", q_area=80.0, q_dishes=("hot", "raw")).codes
    assert "FOOD_CATERING" in codes
    assert "FOOD_SMALL" not in codes


def test_who_sells_only_packed_food_files_and_needs_no_permit() -> None:
    codes = assessed("RESTAURANT", q_type="prepack", q_tobacco=False, q_area=100.0).codes
    assert codes == ("FOOD_PREPACK",)


def test_the_promised_days_are_seven_with_cold_dishes_and_five_without() -> None:
    assert _item("RESTAURANT", "FOOD_CATERING", q_dishes=("hot", "cold")).promised.term == Term(7, WD)
    assert _item("RESTAURANT", "FOOD_CATERING", q_dishes=("hot", "plant")).promised.term == Term(5, WD)


def test_cold_dishes_bring_the_special_room_into_conditions_and_review() -> None:
    cold = _item("RESTAURANT", "FOOD_CATERING", q_dishes=("hot", "cold"))
    plain = _item("RESTAURANT", "FOOD_CATERING")
    assert any("要有专间" in each.text for each in cold.conditions)
    assert not any("要有专间" in each.text for each in plain.conditions)
    assert {each.code for each in cold.review_points} - {each.code for each in plain.review_points} == {"FC7"}


def test_a_plain_cucumber_salad_needs_no_special_room() -> None:
    texts = [each.text for each in _item("RESTAURANT", "FOOD_CATERING", q_dishes=("hot", "plant")).conditions]
    assert any("可以不设专间" in text for text in texts)
    assert not any("要有专间" in text for text in texts)


def test_the_fire_check_has_other_limits_by_commitment_than_by_inspection() -> None:
    commit, general = (_item("RESTAURANT", "FIRE_OPEN", q_fire_mode=mode) for mode in ("commit", "general"))
    assert commit.statutory.term == Term(1, WD)
    assert general.statutory.term == Term(13, WD)
    assert not commit.visit
    assert general.visit


def test_by_commitment_the_fire_rules_are_shown_at_the_visit_and_not_handed_in() -> None:
    assert not _materials("RESTAURANT")["M_RULES_FIRE"].asked
    assert _materials("RESTAURANT")["M_RULES_FIRE"].at_check
    assert _materials("RESTAURANT", q_fire_mode="general")["M_RULES_FIRE"].asked


def test_a_drawing_that_one_item_wants_now_is_asked_though_another_looks_later() -> None:
    drawing = _materials("RESTAURANT")["M_PLAN_BASE"]
    assert drawing.asked
    assert [use.at_check for use in drawing.uses] == [False, True, False]
    assert all(use.requirement for use in drawing.uses)


def test_food_law_does_not_list_the_lease_so_it_is_not_asked_for_food() -> None:
    assert "M_PREMISES" not in _materials("RESTAURANT", q_tobacco=False)
    assert {use.item for use in _materials("RESTAURANT")["M_PREMISES"].uses} == {"TOBACCO"}


def test_too_near_a_school_tobacco_is_left_out_with_a_word_why() -> None:
    near = assessed("RESTAURANT", q_school=True, q_school_metres=60.0)
    assert "TOBACCO" not in near.codes
    assert any("学校" in each.text for each in near.advice)
    assert "TOBACCO" in assessed("RESTAURANT", q_school=True, q_school_metres=100.0).codes


def test_a_restaurant_that_lets_rooms_is_sent_to_the_hotel() -> None:
    advice = [each for each in assessed("RESTAURANT", q_stay=True).advice if each.kind == "other_industry"]
    assert [each.industry for each in advice] == ["HOTEL"]


def test_what_is_needed_says_because_of_which_answer() -> None:
    because = _item("RESTAURANT", "FIRE_OPEN").because
    assert because == (("店铺建筑面积有多大？", "320平方米"),)


def test_what_government_holds_or_makes_itself_is_never_asked() -> None:
    found = _materials("RESTAURANT")
    assert not any(found[code].asked for code in ("M_LICENCE", "M_ID", "M_FORM", "M_EQUIP_FOOD", "M_FIRE_COMMIT"))


def test_an_agent_brings_the_authorisation_and_four_fields() -> None:
    alone, sent = assessed("RESTAURANT"), assessed("RESTAURANT", q_agent=True)
    new = {each.code for each in sent.shared_fields} - {each.code for each in alone.shared_fields}
    assert new == {"agent_name", "agent_id_number", "agent_phone", "agent_until"}
    assert "M_AGENT" in _materials("RESTAURANT", q_agent=True)
    assert len(_materials("RESTAURANT", q_agent=True)["M_AGENT"].uses) == len(sent.items)


def test_what_was_answered_is_filled_into_the_form() -> None:
    values = prefilled(assessed("RESTAURANT", q_dishes=("hot", "cold", "drink")), catalogue())
    assert values["premises_area"] == 320.0
    assert values["food_items"] == ("hot", "cold", "drink")
    assert values["trade_code_catering"] == "H6210"
    assert values["food_kind"] == "2"
    assert "applicant_name" not in values
    assert "fire_facilities" not in values


# --- the convenience store --------------------------------------------------------------------------------------------


def test_a_store_that_sells_loose_food_and_heats_some_has_one_food_permit() -> None:
    found = assessed("CONVENIENCE", q_food=("bulk", "ready"), q_ready=("oden", "coffee"))
    assert [code for code in found.codes if code.startswith("FOOD")] == ["FOOD_SALE"]
    assert found.items[0].item.certificate.food_kind == 1
    values = prefilled(found, catalogue())
    assert values["food_kind"] == "1"
    assert values["food_items"] == ("hot", "drink", "bulk")


def test_a_store_with_packed_food_only_files() -> None:
    assert assessed("CONVENIENCE").codes == ("FOOD_PREPACK",)
    assert assessed("CONVENIENCE", q_food=("prepacked", "produce")).codes == ("FOOD_PREPACK",)


def test_vegetables_alone_need_neither_permit_nor_filing() -> None:
    found = assessed("CONVENIENCE", q_food=("produce",))
    assert found.codes == ()
    assert any("不用办许可" in each.text for each in found.advice)


def test_who_needs_nothing_is_told_so_before_the_form() -> None:
    assert len(assessed("CONVENIENCE", q_food=()).stops) == 1
    assert not assess(catalogue().industries["CONVENIENCE"], {"q_food": ()}, catalogue()).stops


def test_green_otc_drugs_come_the_same_day_and_prescription_drugs_do_not() -> None:
    assert _item("CONVENIENCE", "DRUG_RETAIL", q_drug_otc=True).promised.term == Term(1, WD)
    assert _item("PHARMACY", "DRUG_RETAIL").promised.term == Term(10, WD)


def test_devices_on_the_free_list_need_no_filing() -> None:
    assert "DEVICE_II" not in assessed("CONVENIENCE", q_device="exempt").codes
    assert "DEVICE_II" in assessed("CONVENIENCE", q_device="second").codes


# --- the pharmacy -----------------------------------------------------------------------------------------------------


def test_class_three_devices_spare_class_two_the_same_papers() -> None:
    both = _materials("PHARMACY", q_device2=True, q_device3=True)
    assert {use.item for use in both["M_QUAL_DEVICE"].uses} == {"DEVICE_III"}
    alone = _materials("PHARMACY", q_device2=True)
    assert {use.item for use in alone["M_QUAL_DEVICE"].uses} == {"DEVICE_II"}


def test_a_field_that_two_items_need_is_asked_once() -> None:
    found = assessed("PHARMACY", q_device2=True, q_device3=True)
    first, second = (each for each in found.items if each.item.code.startswith("DEVICE"))
    assert "device_products" in {spec.code for spec in first.asks}
    assert "device_products" in {spec.code for spec in second.fields}
    assert "device_products" not in {spec.code for spec in second.asks}
    codes = [spec.code for spec in found.fields]
    assert len(codes) == len(set(codes))


def test_a_chain_headquarters_is_stopped_before_the_form() -> None:
    assert len(assessed("PHARMACY", q_mode="headquarters").stops) == 1


def test_class_three_devices_are_decided_by_the_city_and_rectification_stops_their_clock() -> None:
    item = _item("PHARMACY", "DEVICE_III", q_device3=True).item
    assert item.organ == "QDSC"
    assert item.rectification_pauses


# --- the hotel --------------------------------------------------------------------------------------------------------


def test_a_hotel_needs_fire_police_and_health_and_only_the_fire_check_comes_first() -> None:
    found = assessed("HOTEL")
    assert set(found.codes) == {"FIRE_OPEN", "HOTEL_SPECIAL", "HEALTH_PUBLIC"}
    hard = [(each.first, each.then) for each in found.order if each.kind == "hard"]
    assert hard == [("FIRE_OPEN", "HOTEL_SPECIAL")]


def test_the_police_get_the_fire_result_inside_and_nobody_asks_the_applicant() -> None:
    result = _materials("HOTEL")["M_FIRE_RESULT"]
    assert result.material.source == "internal"
    assert not result.asked


def test_a_pool_open_to_the_public_counts_thirty_calendar_days_from_receipt() -> None:
    pool: dict[str, Answer] = {"q_pool": True, "q_pool_public": True, "q_pool_area": 220.0}
    limit = _item("HOTEL", "SPORT_HIGHRISK", **pool).statutory
    assert (limit.term, limit.start) == (Term(30, CAL), "receipt")
    assert "SPORT_HIGHRISK" not in assessed("HOTEL", q_pool=True, q_pool_public=False).codes


def test_one_water_report_serves_health_and_sport() -> None:
    pool: dict[str, Answer] = {"q_pool": True, "q_pool_public": True, "q_pool_area": 220.0}
    uses = _materials("HOTEL", **pool)["M_TEST_WATER"].uses
    assert {use.item for use in uses} == {"HEALTH_PUBLIC", "SPORT_HIGHRISK"}


def test_a_karaoke_bar_warns_of_the_hearing() -> None:
    found = assessed("HOTEL", q_ktv=True)
    assert next(each for each in found.items if each.item.code == "ENTERTAIN").item.hearing
    assert any("听证" in each.text for each in found.advice)


def test_the_air_conditioning_report_is_wanted_only_for_central_systems() -> None:
    assert "M_TEST_AC" not in _materials("HOTEL")
    assert "M_TEST_AC" in _materials("HOTEL", q_central_ac=True)


# --- the whole --------------------------------------------------------------------------------------------------------


def test_a_condition_that_two_items_set_is_told_once_with_both() -> None:
    found = assessed("PHARMACY", q_device2=True, q_device3=True)
    merged = next(each for each in found.conditions if each.text == "经营场所和贮存条件与所卖器械相适应")
    assert set(merged.items) == {"DEVICE_II", "DEVICE_III"}


def test_conditions_come_by_subject() -> None:
    subjects = [each.subject for each in assessed("RESTAURANT").conditions]
    assert subjects == sorted(subjects, key=["场所", "设备", "人员", "制度", "资金"].index)


def test_one_item_alone_makes_no_comprehensive_licence() -> None:
    assert not needs_licence(assessed("CONVENIENCE"))
    assert needs_licence(assessed("RESTAURANT"))


def test_answers_to_questions_no_longer_asked_change_nothing() -> None:
    assert "TOBACCO" not in assessed("RESTAURANT", q_tobacco=False, q_school=False).codes
    assert "q_school" not in assessed("RESTAURANT", q_tobacco=False, q_school=False).answers


def test_an_unfinished_questionnaire_says_so() -> None:
    assert not assess(catalogue().industries["RESTAURANT"], {"q_type": "dinner"}, catalogue()).complete


def test_a_stop_is_kept_apart_from_advice() -> None:
    industry = replace(
        catalogue().industries["RESTAURANT"],
        advice=(
            Advice(kind="stop", when=ALWAYS, text="停"),
            Advice(kind="warning", when=Rule(question="q_sewer", equals=True), text="注意"),
        ),
    )
    found = assess(industry, SITUATIONS["RESTAURANT"], catalogue())
    assert [each.text for each in found.stops] == ["停"]
    assert [each.text for each in found.advice] == ["注意"]


# --- stops are told at once -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("industry", "answers", "told"),
    [
        ("FREIGHT", {"q_trucks": "light"}, True),
        ("KTV", {"q_place": ("home",)}, True),
        ("KTV", {"q_place": ()}, False),
        ("NETBAR", {"q_stage": "first", "q_netbar_metres": 100.0}, True),
        ("GYM_POOL", {"q_sport_kind": "gym", "q_pool": False}, False),
        ("HR_AGENCY", {"q_hr": ("dispatch",)}, False),
        ("HR_AGENCY", {"q_hr": ("dispatch",), "q_capital": 100.0}, True),
    ],
)
def test_a_stop_is_told_as_soon_as_no_further_answer_can_take_it_back(
    industry: str, answers: dict[str, Answer], told: bool
) -> None:
    assert bool(stops_so_far(catalogue().industries[industry], answers, catalogue())) is told


def test_who_needs_nothing_is_told_so_after_the_last_answer_only() -> None:
    gym, small = catalogue().industries["GYM_POOL"], SITUATIONS["GYM_POOL"] | {"q_pool": False, "q_area": 90.0}
    assert stops_so_far(gym, small, catalogue())
    assert not stops_so_far(gym, {code: said for code, said in small.items() if code != "q_sign"}, catalogue())


@pytest.mark.parametrize(
    ("industry", "answers", "better"),
    [
        ("CAFE", {"q_drink_kind": "bar"}, []),
        ("CAFE", {**SITUATIONS["CAFE"], "q_live": "dance"}, ["KTV"]),
        ("RESTAURANT", {**SITUATIONS["RESTAURANT"], "q_stay": True}, ["HOTEL"]),
        ("BATH", {**SITUATIONS["BATH"], "q_treat": True}, ["CLINIC"]),
    ],
)
def test_a_wrong_industry_offers_the_right_one(industry: str, answers: dict[str, Answer], better: list[str]) -> None:
    found = better_so_far(catalogue().industries[industry], answers, catalogue())
    assert [each.industry for each in found] == better
