"""办件编号: the number of a case 综合办件 and of its item-cases 单项办件; no national rule is known, so this one is the
house's.

YYYZ + 6-digit region + yyyyMMdd + 5-digit serial of the day + check digit (ISO 7064 mod 11,10). YYYZ are the initials
of 「一业一证」(yī yè yī zhèng), not a year. An item-case adds a hyphen and two digits. The number is public: it must
open nothing.
"""

from __future__ import annotations

from datetime import date

from yizheng.law.numbers.check_characters import DIGITS, check_mod11_10, first_foreign, tidy

PREFIX = "YYYZ"
_LENGTH = 24
_SERIAL_MOST, _ITEM_MOST = 99_999, 99
_DATE = slice(10, 18)


def case_number(on: date, region: str, serial: int) -> str:
    """The number of a case filed on a day, the `serial`-th of the region.

    Raises ValueError for a part out of its rule.
    """
    if len(region) != 6 or first_foreign(region, DIGITS):
        raise ValueError(f"行政区划码应为6位数字：{region}")
    if not 1 <= serial <= _SERIAL_MOST:
        raise ValueError(f"当日流水号应为1至{_SERIAL_MOST}：{serial}")
    digits = f"{region}{on:%Y%m%d}{serial:05d}"
    return f"{PREFIX}{digits}{check_mod11_10(digits)}"


def item_case_number(case: str, index: int) -> str:
    """The number of the `index`-th item-case of a case, from 1. Raises ValueError for a wrong case number or index."""
    if fault := case_number_fault(case):
        raise ValueError(fault)
    if not 1 <= index <= _ITEM_MOST:
        raise ValueError(f"单项办件序号应为1至{_ITEM_MOST}：{index}")
    return f"{tidy(case)}-{index:02d}"


def case_number_fault(text: str) -> str:
    """Why this is not the 办件编号 of a case, as a sentence for the person who typed it; "" when it is one."""
    number = tidy(text)
    if not number.startswith(PREFIX):
        return f"办件编号应以 {PREFIX} 开头。" if number else "请填写办件编号。"
    if len(number) != _LENGTH:
        return f"办件编号应为{_LENGTH}位，现在是{len(number)}位。"
    if place := first_foreign(number[len(PREFIX) :], DIGITS):
        place += len(PREFIX)
        return f"办件编号第{place}位应为数字，不能是“{number[place - 1]}”。"
    if not _is_date(number[_DATE]):
        return f"办件编号第11至18位“{number[_DATE]}”不是真实的日期。"
    if check_mod11_10(number[len(PREFIX) : -1]) != number[-1]:
        return "办件编号最后一位校验不符，请对照收件凭证逐位核对。"
    return ""


def item_case_number_fault(text: str) -> str:
    """Why this is not the number of an item-case, as a sentence; "" when it is one."""
    case, hyphen, index = tidy(text).partition("-")
    if fault := case_number_fault(case):
        return fault
    if not hyphen or len(index) != 2 or first_foreign(index, DIGITS) or index == "00":
        return "单项办件编号应为办件编号加“-”和两位序号（01至99）。"
    return ""


def _is_date(text: str) -> bool:
    try:
        date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return False
    return True
