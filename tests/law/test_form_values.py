"""What a person types into a field, and what is said when it is not right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.published import catalogue
from yizheng.law.form_values import FieldValue, field_fault, typed
from yizheng.law.items import FieldSpec

TODAY = date(2026, 11, 23)


def _spec(code: str) -> FieldSpec:
    return catalogue().fields[code]


@pytest.mark.parametrize(
    ("code", "raw", "value"),
    [
        ("applicant_name", "  青岛海味轩餐饮有限公司 ", "青岛海味轩餐饮有限公司"),
        ("food_equipment", "冷柜 2台\r\n消毒柜 1台", "冷柜 2台\n消毒柜 1台"),
        ("credit_code", "91370214macdef2941", "91370214MACDEF2941"),
        ("rep_id_number", "37021418880101001 5".replace(" ", ""), "370214188801010015"),
        ("rep_phone", "１３８０００００００0", "13800000000"),
        ("rep_phone", "+86 138-0000-0000", "13800000000"),
        ("rep_phone", "0532-12345678", "0532-12345678"),
        ("staff_count", "１２", 12.0),
        ("premises_until", "2029-5-31", "2029-05-31"),
        ("premises_until", "2029年5月31日", "2029-05-31"),
        ("premises_until", ["2029", "5", "31"], "2029-05-31"),
        ("premises_right", "rent", "rent"),
        ("fire_facilities", ["alarm", "extinguisher"], ("extinguisher", "alarm")),
        ("e_delivery", "yes", True),
        ("e_delivery", "no", False),
        ("premises_until", "", None),
    ],
)
def test_what_is_right_is_taken(code: str, raw: str | list[str], value: FieldValue | None) -> None:
    assert field_fault(_spec(code), raw, TODAY) == (value, "")


@pytest.mark.parametrize(
    ("code", "raw", "said"),
    [
        ("applicant_name", " ", "请填写“营业执照上的名称”。"),
        ("applicant_name", "甲" * 121, "最多写120个字，现在是121个字"),
        ("applicant_name", "甲\x07乙", "看不见的符号"),
        ("applicant_name", "甲\n乙", "看不见的符号"),
        ("food_equipment", "冷柜\x00", "看不见的符号"),
        ("credit_code", "91370214MACDEF2942", "“统一社会信用代码”："),
        ("rep_id_number", "370214188813010015", "不是真实的出生日期"),
        ("rep_phone", "12345", "应是11位手机号"),
        ("staff_count", "十二", "请只填数字，例如 12"),
        ("tobacco_capital", "100000001", "不能大于 100000000 元，您填的是 100000001"),
        ("staff_count", "0", "不能小于 1 人，您填的是 0"),
        ("premises_until", "明年", "请写成 年-月-日"),
        ("premises_until", "2026-02-30", "没有 2026-02-30 这一天"),
        ("premises_until", "1850-01-01", "年份不对"),
        ("premises_until", "2026-11-22", "不能早于今天（2026-11-23）"),
        ("premises_right", "stolen", "从给出的选项里选一个"),
        ("premises_right", ["own", "rent"], "从给出的选项里选一个"),
        ("fire_facilities", ["alarm", "dragon"], "从给出的选项里选"),
        ("e_delivery", "perhaps", "请选“是”或者“否”"),
    ],
)
def test_what_is_wrong_names_the_field_and_the_rule(code: str, raw: str | list[str], said: str) -> None:
    value, sentence = field_fault(_spec(code), raw, TODAY)
    assert value is None
    assert said in sentence
    assert _spec(code).label in sentence


def test_a_range_may_be_open_on_either_side() -> None:
    spec = _spec("staff_count")
    assert "不能小于 1 人" in field_fault(replace(spec, maximum=None), "0", TODAY)[1]
    assert "不能大于 5000 人" in field_fault(replace(spec, minimum=None), "5001", TODAY)[1]
    assert field_fault(replace(spec, minimum=None, maximum=None), "-7", TODAY) == (-7.0, "")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""), (True, "yes"), (False, "no"), (("a", "b"), ["a", "b"]), (1234567.0, "1234567"), (0.5, "0.5"),
        ("2029-05-31", "2029-05-31"),
    ],
)  # fmt: skip
def test_a_kept_value_goes_back_into_the_form_as_it_was_typed(value: object, text: str | list[str]) -> None:
    assert typed(value) == text


def test_a_date_that_may_lie_in_the_past_is_taken() -> None:
    assert field_fault(replace(_spec("premises_until"), future=False), "2020-01-01", TODAY) == ("2020-01-01", "")


@pytest.mark.parametrize("code", sorted(catalogue().fields))
def test_the_example_of_every_field_is_itself_right(code: str) -> None:
    spec = _spec(code)
    labels = {option.label: option.value for option in spec.options}
    raw: str | list[str] = spec.example
    if spec.kind == "choice":
        raw = labels.get(spec.example, next((v for label, v in labels.items() if spec.example in label), ""))
    elif spec.kind == "multi":
        raw = [v for label, v in labels.items() if label.split("（")[0] in spec.example]
    elif spec.kind == "bool":
        raw = {"是": "yes", "同意": "yes", "否": "no"}[spec.example]
    value, sentence = field_fault(spec, raw, TODAY)
    assert sentence == ""
    assert value not in (None, "", ())
