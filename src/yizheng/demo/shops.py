"""Made-up shops: names, premises, people and numbers that pass their check characters and can belong to nobody.

Credit codes carry a region code withdrawn in 2022 with MADE… in it; identity numbers are of people born before 1890.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from yizheng.law.form_values import field_fault, typed
from yizheng.law.intake import Assessment, assess, prefilled
from yizheng.law.items import Catalogue, FieldSpec, Industry, Question
from yizheng.law.numbers.credit_code import credit_code_check, organisation_check
from yizheng.law.numbers.identity import id_number_check
from yizheng.law.questions import next_question
from yizheng.law.rules import Answer

REGION = "370271"
NAMES = {
    "RESTAURANT": (
        "海味轩餐饮",
        "春喜面馆",
        "老堃记烧烤",
        "半岛渔家酒楼",
        "芸香小馆",
        "喆味坊快餐",
        "青禾砂锅居",
        "石桥火锅",
    ),
    "CONVENIENCE": ("邻里便利店", "日日鲜便利店", "晨光超市", "蓝湾便利店", "喆家便利店", "好邻居便利店"),
    "PHARMACY": ("仁和堂大药房", "康宁药房", "杏林春药店", "百草园大药房", "长䶮堂药房"),
    "KTV": ("星海量贩歌厅", "和声练歌房", "蓝调歌舞厅", "海风唱吧"),
    "HOTEL": ("红岛海景酒店", "听涛民宿", "云栖宾馆", "归燕快捷酒店", "枫林小筑民宿"),
}
ROADS = ("汇智桥路", "智力岛路", "新悦路", "火炬路", "和融路", "秀园路", "锦荣路", "岙东路")
FAMILIES = "张李于孙姜曲宫迟丛毕"
GIVEN = ("喆", "堃", "䶮", "海生", "春兰", "德厚", "玉梅", "守信", "文博", "念慈")
TRIES = 60

SENSIBLE: Mapping[str, tuple[Answer, ...]] = {
    "q_area": (86.0, 150.0, 320.0, 320.0, 460.0, 680.0),
    "q_rooms": (8.0, 24.0, 60.0),
    "q_school_metres": (120.0, 350.0, 480.0),
    "q_pool_area": (120.0,),
    "q_stay": (False,),
    "q_sewer": (True,),
    "q_school": (False, False, True),
    "q_tobacco": (True, True, False),
    "q_pharmacist": (True,),
    "q_device2": (True,),
    "q_device3": (True, False),
    "q_agent": (False, False, True),
    "q_ktv": (False,),
    "q_pool": (False, False, True),
    "q_fire_mode": ("commit", "general"),
    "q_sign": ("large", "plain", "none"),
    "q_type": ("dinner", "fast", "hotpot", "dinner"),
    "q_floor": ("first", "first", "second"),
    "q_place": ((),),
}
"""What shops like these mostly say, where any answer would be allowed."""


@dataclass(frozen=True)
class Shop:
    """One made-up applicant with the answers and the form they would give."""

    name: str
    industry: str
    answers: Mapping[str, Any]
    form: Mapping[str, Any]
    assessment: Assessment


def shop(place: int, industry: Industry, catalogue: Catalogue, on: date, wanted: tuple[int, int]) -> Shop:
    """The ``place``-th shop, always the same: of an industry, needing so many items (from, to), filled in on a day."""
    for attempt in range(TRIES):
        by_chance = Random(f"{place}-{attempt}")  # nosec: the same shop every time
        assessment = assess(industry, _answers(industry, catalogue, by_chance), catalogue)
        if not assessment.stops and wanted[0] <= len(assessment.items) <= wanted[1]:
            break
    else:
        raise LookupError(f"no answers of {industry.code} call for {wanted} items")
    named = NAMES.get(industry.code, (industry.name,))
    kind = "有限公司" if place % 3 else "（个体工商户）"
    name = f"青岛高新区{named[place % len(named)]}{kind}"
    form = _form(place, name, assessment, catalogue, on)
    return Shop(name, industry.code, assessment.answers, form, assessment)


def credit_code(place: int) -> str:
    """A credit code that passes GB 32100 and GB 11714 and is nobody's."""
    organisation = f"MADE{place:04d}"
    body = f"{'91' if place % 3 else '92'}{REGION}{organisation}{organisation_check(organisation)}"
    return body + credit_code_check(body)


def id_number(place: int) -> str:
    """An identity number that passes GB 11643, of somebody born in the 1880s."""
    body = f"{REGION}188{place % 10}{place % 12 + 1:02d}{place % 28 + 1:02d}{place % 900 + 1:03d}"
    return body + id_number_check(body)


def person_name(place: int) -> str:
    """A name, now and then with a rare character (喆 堃 䶮)."""
    return FAMILIES[place % len(FAMILIES)] + GIVEN[place * 7 % len(GIVEN)]


def _answers(industry: Industry, catalogue: Catalogue, chance: Random) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    while question := next_question(industry, answers, catalogue):
        answers[question.code] = _answer(question, chance)
    return answers


def _answer(question: Question, chance: Random) -> Answer:
    values = [option.value for option in question.options]
    sensible = [each for each in SENSIBLE.get(question.code, ()) if each == () or not values or each in values]
    if sensible:
        return chance.choice(sensible)
    if question.kind == "multi":
        few = chance.sample(values, k=min(len(values), chance.randint(1, 3)))
        return tuple(value for value in values if value in few)
    if question.kind == "number":
        return float(chance.randint(int(question.minimum), int(min(question.maximum, question.minimum + 300))))
    return chance.choice(values) if values else chance.random() < 0.5


def _form(place: int, name: str, assessment: Assessment, catalogue: Catalogue, on: date) -> dict[str, Any]:
    address = f"青岛市高新区{ROADS[place % len(ROADS)]}{place * 13 % 280 + 1}号{100 + place}室"
    known: dict[str, Any] = {
        "applicant_name": name,
        "credit_code": credit_code(place),
        "entity_type": "company" if place % 3 else "individual",
        "rep_name": person_name(place),
        "registered_address": address,
        "premises_address": address,
        "contact_name": person_name(place + 3),
        "delivery_address": address,
    }
    known |= prefilled(assessment, catalogue)
    form: dict[str, Any] = {}
    for spec in assessment.fields:
        value = known.get(spec.code, _value(spec, place, on))
        kept, fault = field_fault(spec, typed(value), on)
        if fault:
            raise ValueError(fault)
        form[spec.code] = kept
    return form


def _value(spec: FieldSpec, place: int, on: date) -> Any:
    if spec.kind in {"choice", "multi"}:
        return spec.options[place % len(spec.options)].value
    by_kind = {
        "bool": True,
        "phone": f"1380000{place:04d}",
        "id_number": id_number(place + (spec.code != "rep_id_number")),
        "credit_code": credit_code(place),
        "date": (on + timedelta(days=900 if spec.future else -400)).isoformat(),
    }
    return by_kind.get(spec.kind, spec.example)
