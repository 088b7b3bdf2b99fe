"""公民身份号码 (GB 11643-1999), and how personal data is shown: never whole (个人信息保护法 6, 25)."""

from __future__ import annotations

from datetime import date

from yizheng.law.numbers.check_characters import DIGITS, first_foreign, tidy

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_LENGTH, _OLD_LENGTH = 18, 15
_PHONE_LENGTH = 11


def normalize_id_number(text: str) -> str:
    """The number as it is stored: half-width, upper-case X, without spaces."""
    return tidy(text)


def id_number_check(body: str) -> str:
    """The 18th character for the first 17 digits (GB 11643-1999). Raises ValueError for anything but 17 digits."""
    return "10X98765432"[sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True)) % 11]


def id_number_fault(text: str, today: date | None = None) -> str:
    """Why this is not a 公民身份号码, as a sentence for the person who typed it; "" when it is one.

    With `today`, a date of birth after it is a fault.
    """
    number = normalize_id_number(text)
    fault = _shape_fault(number) or _birth_fault(number, today)
    if not fault and id_number_check(number[:-1]) != number[-1]:
        return "身份证号码最后一位校验不符，请对照证件逐位核对。"
    return fault


def _shape_fault(number: str) -> str:
    if not number:
        return "请填写身份证号码。"
    if len(number) == _OLD_LENGTH and number.isdecimal():
        return "这是15位的旧身份证号码，请填写18位的号码。"
    if len(number) != _LENGTH:
        return f"身份证号码应为18位，现在是{len(number)}位。"
    if place := first_foreign(number[:-1], DIGITS):
        return f"身份证号码第{place}位不能是“{number[place - 1]}”：前17位只能是数字。"
    if number[-1] not in DIGITS + "X":
        return f"身份证号码最后一位不能是“{number[-1]}”：只能是数字或X。"
    return ""


def _birth_fault(number: str, today: date | None) -> str:
    year, month, day = int(number[6:10]), int(number[10:12]), int(number[12:14])
    try:
        born_on = date(year, month, day)
    except ValueError:
        return f"身份证号码第7至14位“{number[6:14]}”不是真实的出生日期。"
    if today is not None and born_on > today:
        return f"身份证号码第7至14位的出生日期{born_on}在今天之后。"
    return ""


def mask_id(text: str) -> str:
    """An identity number for display: the first 6 and last 4 of 18; of other documents the first 2 and last 2, if 8 or
    longer.
    """
    number = tidy(text)
    if len(number) == _LENGTH:
        return _masked(number, 6, 4)
    return _masked(number, 2, 2) if len(number) >= 8 else "*" * len(number)


def mask_phone(text: str) -> str:
    """A telephone number for display: 138****5678; of other than mainland mobile numbers the last 2, if 7 or longer."""
    number = tidy(text).replace("-", "").removeprefix("+86")
    if len(number) == _PHONE_LENGTH and number.startswith("1"):
        return _masked(number, 3, 4)
    return _masked(number, 0, 2) if len(number) >= 7 else "*" * len(number)


def mask_name(text: str) -> str:
    """A natural person's name for a public page: the first character and one star, whatever the length; "" stays ""."""
    name = text.strip()
    return f"{name[0]}*" if name else ""


def _masked(text: str, first: int, last: int) -> str:
    return text[:first] + "*" * (len(text) - first - last) + text[-last:]
