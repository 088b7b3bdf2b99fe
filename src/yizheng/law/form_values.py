"""What a person typed into a field → a value fit to keep, or a sentence naming field and rule (行政许可法 32(1)(3))."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from yizheng.law.characters import has_unseen
from yizheng.law.items import FieldKind, FieldSpec
from yizheng.law.numbers import credit_code_fault, id_number_fault, normalize_credit_code, normalize_id_number
from yizheng.law.questions import NO, YES, plain_number, shown

FieldValue = str | bool | float | tuple[str, ...]
"""Plain data: a date is its ISO text."""

Checked = tuple[FieldValue | None, str]

_WIDE_DIGITS = str.maketrans("０１２３４５６７８９－＋", "0123456789-+", " ")
_MOBILE, _LANDLINE = re.compile(r"1[3-9][0-9]{9}"), re.compile(r"0[0-9]{2,3}-?[0-9]{7,8}")
_DATE = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?")
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


def field_fault(spec: FieldSpec, raw: str | Sequence[str], today: date) -> Checked:
    """The value and "", or None and what is wrong; None and "" for a field that may be left empty and is."""
    values = [value.strip() for value in ([raw] if isinstance(raw, str) else raw)]
    if not any(values):
        return None, f"请填写“{spec.label}”。" if spec.required else ""
    return _CHECKS[spec.kind](spec, values, today)


def typed(value: object) -> str | list[str]:
    """A kept value as a person would type it, so that it can be checked again or shown in the form."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, list | tuple):
        return [str(each) for each in value]
    return shown(value) if isinstance(value, float) else str(value)


def _text(spec: FieldSpec, values: Sequence[str], _: date) -> Checked:
    text = "\n".join(values).replace("\r\n", "\n")
    if len(text) > spec.max_length:
        return None, f"“{spec.label}”最多写{spec.max_length}个字，现在是{len(text)}个字。"
    allowed = "\n" if spec.kind == "long_text" else ""
    if has_unseen(text, but=allowed):
        return None, f"“{spec.label}”里有看不见的符号，请重新输入，不要从别处粘贴。"
    return text, ""


def _number(spec: FieldSpec, values: Sequence[str], _: date) -> Checked:
    number = plain_number(values[0])
    if number is None:
        return None, f"“{spec.label}”请只填数字，例如 {spec.example}。"
    if spec.minimum is not None and number < spec.minimum:
        return None, f"“{spec.label}”不能小于 {shown(spec.minimum)} {spec.unit}，您填的是 {shown(number)}。"
    if spec.maximum is not None and number > spec.maximum:
        return None, f"“{spec.label}”不能大于 {shown(spec.maximum)} {spec.unit}，您填的是 {shown(number)}。"
    return number, ""


def _date(spec: FieldSpec, values: Sequence[str], today: date) -> Checked:
    text = "-".join(value for value in values if value).translate(_WIDE_DIGITS)
    parts = _DATE.fullmatch(text)
    if parts is None:
        return None, f"“{spec.label}”请写成 年-月-日，例如 {spec.example}。"
    try:
        day = date(*(int(part) for part in parts.groups()))
    except ValueError:
        return None, f"“{spec.label}”没有 {text} 这一天，请核对月份和日子。"
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        return None, f"“{spec.label}”的年份不对，请核对。"
    if spec.future and day < today:
        return None, f"“{spec.label}”不能早于今天（{today}），您填的是 {day}。"
    return day.isoformat(), ""


def _choice(spec: FieldSpec, values: Sequence[str], _: date) -> Checked:
    known = [option.value for option in spec.options]
    if len(values) == 1 and values[0] in known:
        return values[0], ""
    return None, f"“{spec.label}”请从给出的选项里选一个。"


def _multi(spec: FieldSpec, values: Sequence[str], _: date) -> Checked:
    known = [option.value for option in spec.options]
    if set(values) <= set(known):
        return tuple(value for value in known if value in values), ""
    return None, f"“{spec.label}”请从给出的选项里选。"


def _bool(spec: FieldSpec, values: Sequence[str], _: date) -> Checked:
    if values[0] in (YES, NO):
        return values[0] == YES, ""
    return None, f"“{spec.label}”请选“是”或者“否”。"


def _credit_code(spec: FieldSpec, values: Sequence[str], _: date) -> Checked:
    fault = credit_code_fault(values[0])
    return (None, f"“{spec.label}”：{fault}") if fault else (normalize_credit_code(values[0]), "")


def _id_number(spec: FieldSpec, values: Sequence[str], today: date) -> Checked:
    fault = id_number_fault(values[0], today)
    return (None, f"“{spec.label}”：{fault}") if fault else (normalize_id_number(values[0]), "")


def _phone(spec: FieldSpec, values: Sequence[str], _: date) -> Checked:
    number = values[0].translate(_WIDE_DIGITS).removeprefix("+86")
    compact = number.replace("-", "")
    if _MOBILE.fullmatch(compact):
        return compact, ""
    if _LANDLINE.fullmatch(number):
        return number, ""
    return None, f"“{spec.label}”应是11位手机号，或者带区号的座机号，例如 0532-12345678。"


_CHECKS: Mapping[FieldKind, Callable[[FieldSpec, Sequence[str], date], Checked]] = {
    "text": _text,
    "long_text": _text,
    "number": _number,
    "date": _date,
    "choice": _choice,
    "multi": _multi,
    "bool": _bool,
    "credit_code": _credit_code,
    "id_number": _id_number,
    "phone": _phone,
}
