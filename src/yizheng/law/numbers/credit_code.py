"""统一社会信用代码 (GB 32100-2015) and the 组织机构代码 inside it (GB 11714)."""

from __future__ import annotations

from yizheng.law.numbers.check_characters import DIGITS, DIGITS_AND_LETTERS, first_foreign, tidy

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""The 31 characters allowed, in the order of their values: no I, O, S, V, Z."""

_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_LENGTH, _OLD_LENGTH = 18, 15
_REGION, _ORGANISATION = slice(2, 8), slice(8, 17)


def normalize_credit_code(text: str) -> str:
    """The code as it is stored: half-width, upper case, without spaces and hyphens."""
    return tidy(text).replace("-", "")


def credit_code_check(body: str) -> str:
    """The 18th character for the first 17 (GB 32100-2015). Raises ValueError for a character outside the alphabet."""
    total = sum(ALPHABET.index(character) * weight for character, weight in zip(body, _WEIGHTS, strict=True))
    return ALPHABET[-total % 31]


def organisation_check(body: str) -> str:
    """The check character of the 8-character 组织机构代码 (GB 11714).

    Raises ValueError for any other length or character.
    """
    pairs = zip(body, _ORGANISATION_WEIGHTS, strict=True)
    total = sum(DIGITS_AND_LETTERS.index(character) * weight for character, weight in pairs)
    return "0123456789X"[-total % 11]


def credit_code_fault(text: str) -> str:
    """Why this is not a 统一社会信用代码, as a sentence for the person who typed it; "" when it is one."""
    code = normalize_credit_code(text)
    return _shape_fault(code) or _check_fault(code)


def _shape_fault(code: str) -> str:
    if not code:
        return "请填写统一社会信用代码。"
    if len(code) == _OLD_LENGTH and code.isdecimal():
        return "这是15位的旧版注册号，请填写营业执照上18位的统一社会信用代码。"
    if len(code) != _LENGTH:
        return f"统一社会信用代码应为18位，现在是{len(code)}位。"
    if place := first_foreign(code, ALPHABET):
        return f"统一社会信用代码第{place}位不能是“{code[place - 1]}”：只用数字和大写字母，不用 I、O、S、V、Z。"
    if place := first_foreign(code[_REGION], DIGITS):
        return f"统一社会信用代码第{place + _REGION.start}位应为数字：第3至8位是登记机关的行政区划码。"
    return ""


def _check_fault(code: str) -> str:
    organisation = code[_ORGANISATION]
    if organisation_check(organisation[:-1]) != organisation[-1]:
        return "统一社会信用代码第9至17位的主体标识码校验不符（GB 11714），请对照营业执照逐位核对。"
    if credit_code_check(code[:-1]) != code[-1]:
        return "统一社会信用代码最后一位校验不符（GB 32100-2015），请对照营业执照逐位核对。"
    return ""
