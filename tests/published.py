"""The catalogue as it stands in ``regulations/``, read once for all tests; it needs no database."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from yizheng.catalogue.calendars import load_calendar
from yizheng.catalogue.text.reading import read_folder
from yizheng.law.calendar import Calendar
from yizheng.law.intake import Assessment, assess
from yizheng.law.items import Catalogue
from yizheng.law.rules import Answer

REGULATIONS = Path(__file__).resolve().parent.parent / "regulations"

RESTAURANT: dict[str, Answer] = {
    "q_type": "dinner", "q_dishes": ("hot",), "q_area": 320.0, "q_floor": "first", "q_fire_mode": "commit",
    "q_sewer": True, "q_sign": "plain", "q_tobacco": True, "q_school": False, "q_stay": False, "q_agent": False,
}  # fmt: skip
CONVENIENCE: dict[str, Answer] = {
    "q_food": ("prepacked",), "q_area": 60.0, "q_tobacco": False, "q_drug_otc": False, "q_device": "none",
    "q_books": False, "q_sign": "none", "q_agent": False,
}  # fmt: skip
PHARMACY: dict[str, Answer] = {
    "q_drug_class": "rx", "q_scope": ("patent", "chemical"), "q_pharmacist": True, "q_mode": "single",
    "q_device2": False, "q_device3": False, "q_food_drug": (), "q_area": 90.0, "q_online": False, "q_agent": False,
}  # fmt: skip
HOTEL: dict[str, Answer] = {
    "q_kind": "budget", "q_rooms": 46.0, "q_area": 2400.0, "q_central_ac": False, "q_food_hotel": "none",
    "q_pool": False, "q_ktv": False, "q_foreign": False, "q_fire_mode": "general", "q_agent": False,
}  # fmt: skip
SUPERMARKET: dict[str, Answer] = {
    "q_food": ("prepacked", "bulk"), "q_bakery": "none", "q_meat": False, "q_area": 900.0, "q_floor": "first",
    "q_central_ac": False, "q_fire_mode": "commit", "q_tobacco": False, "q_drug_otc": False, "q_device": "none",
    "q_books": False, "q_sign": "plain", "q_agent": False,
}  # fmt: skip
GYM_POOL: dict[str, Answer] = {
    "q_sport_kind": "hall", "q_pool": True, "q_pool_area": 220.0, "q_climb": (), "q_area": 800.0,
    "q_central_ac": False, "q_fire_mode": "general", "q_snack": "none", "q_prepaid": True, "q_sign": "none",
    "q_agent": False,
}  # fmt: skip
CINEMA_HALL: dict[str, Answer] = {
    "q_halls": 7.0, "q_seats": 980.0, "q_area": 3600.0, "q_floor": "third_up", "q_central_ac": True,
    "q_fire_mode": "general", "q_snack": "made", "q_sign": "none", "q_agent": False,
}  # fmt: skip
BOOKSTORE: dict[str, Answer] = {
    "q_media": ("book", "press"), "q_online": False, "q_snack": "made", "q_area": 180.0, "q_central_ac": False,
    "q_sign": "none", "q_agent": False,
}  # fmt: skip
BAKERY: dict[str, Answer] = {
    "q_bake_where": "here", "q_bakery": "bread", "q_snack": "none", "q_area": 90.0, "q_sewer": True,
    "q_sign": "plain", "q_agent": False,
}  # fmt: skip
CAFE: dict[str, Answer] = {
    "q_drink_kind": "milk", "q_dishes": ("drink",), "q_area": 60.0, "q_floor": "first", "q_live": "none",
    "q_tobacco": False, "q_sign": "plain", "q_agent": False,
}  # fmt: skip
BEAUTY: dict[str, Answer] = {
    "q_medical": False, "q_area": 400.0, "q_central_ac": False, "q_fire_mode": "commit", "q_sell": False,
    "q_sign": "plain", "q_agent": False,
}  # fmt: skip
BATH: dict[str, Answer] = {
    "q_bath_kind": "bath", "q_stay": False, "q_area": 1200.0, "q_floor": "first", "q_central_ac": False,
    "q_fire_mode": "general", "q_sewer": True, "q_snack": "none", "q_treat": False, "q_sign": "none",
    "q_agent": False,
}  # fmt: skip
KTV: dict[str, Answer] = {
    "q_place": (), "q_area": 900.0, "q_floor": "second", "q_central_ac": True, "q_fire_mode": "general",
    "q_snack": "made", "q_sign": "none", "q_agent": False,
}  # fmt: skip
DEVICE_SHOP: dict[str, Answer] = {
    "q_device2": True, "q_device3": True, "q_sell": False, "q_sign": "none", "q_agent": False,
}  # fmt: skip
NETBAR: dict[str, Answer] = {
    "q_stage": "first",
    "q_netbar_metres": 350.0,
    "q_residential": False,
    "q_area": 300.0,
    "q_agent": False,
}
NETBAR_BUILT: dict[str, Answer] = {
    "q_stage": "final", "q_area": 300.0, "q_floor": "second", "q_fire_mode": "general", "q_snack": "prepack",
    "q_agent": False,
}  # fmt: skip
CLINIC: dict[str, Answer] = {
    "q_clinic_kind": "dental", "q_beds": False, "q_beauty": False, "q_xray": True, "q_sewer": True, "q_sign": "none",
    "q_agent": False,
}  # fmt: skip
HR_AGENCY: dict[str, Answer] = {"q_hr": ("agency", "dispatch"), "q_capital": 200.0, "q_agent": False}
AGRI_SHOP: dict[str, Answer] = {
    "q_agri": ("pesticide", "vetdrug"), "q_restricted": False, "q_beside": False, "q_vaccine": False, "q_sign": "none",
    "q_agent": False,
}  # fmt: skip
GAS_STATION: dict[str, Answer] = {
    "q_tank": 90.0, "q_food": ("prepacked",), "q_tobacco": True, "q_school": False, "q_sign": "none", "q_agent": False,
}  # fmt: skip
EDUCATION: dict[str, Answer] = {"q_edu_kind": "kindergarten", "q_prepared": False, "q_meals": True, "q_agent": False}
CAR_SERVICE: dict[str, Answer] = {
    "q_car": ("wash", "repair"), "q_paint": False, "q_sewer": True, "q_sign": "none", "q_agent": False,
}  # fmt: skip
FREIGHT: dict[str, Answer] = {"q_trucks": "heavy", "q_agent": False}
PET_HOSPITAL: dict[str, Answer] = {
    "q_pet_kind": "hospital", "q_xray": True, "q_vetdrug_shop": False, "q_sewer": True, "q_sign": "none",
    "q_agent": False,
}  # fmt: skip
PRINT_SHOP: dict[str, Answer] = {"q_print": "print", "q_sign": "none", "q_agent": False}
SITUATIONS = {
    "RESTAURANT": RESTAURANT, "CONVENIENCE": CONVENIENCE, "SUPERMARKET": SUPERMARKET, "PHARMACY": PHARMACY,
    "HOTEL": HOTEL, "GYM_POOL": GYM_POOL, "CINEMA_HALL": CINEMA_HALL, "BOOKSTORE": BOOKSTORE,
    "BAKERY": BAKERY, "CAFE": CAFE, "BEAUTY": BEAUTY, "BATH": BATH, "KTV": KTV, "NETBAR": NETBAR,
    "CLINIC": CLINIC, "DEVICE_SHOP": DEVICE_SHOP, "HR_AGENCY": HR_AGENCY, "AGRI_SHOP": AGRI_SHOP,
    "GAS_STATION": GAS_STATION, "EDUCATION": EDUCATION, "CAR_SERVICE": CAR_SERVICE, "FREIGHT": FREIGHT,
    "PET_HOSPITAL": PET_HOSPITAL, "PRINT_SHOP": PRINT_SHOP,
}  # fmt: skip


@cache
def catalogue() -> Catalogue:
    """Everything in ``regulations/``."""
    return read_folder(REGULATIONS).catalogue()


def calendar() -> Calendar:
    """The working days in ``regulations/calendar/``."""
    return load_calendar(REGULATIONS / "calendar")


def assessed(industry: str, **other: Answer) -> Assessment:
    """An ordinary shop of this industry, with other answers where given."""
    return assess(catalogue().industries[industry], SITUATIONS[industry] | other, catalogue())
