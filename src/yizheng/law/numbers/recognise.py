"""What a number is, told by its shape alone, so that a mistyped one still gets the sentence of its own kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from yizheng.law.numbers.case_numbers import PREFIX, case_number_fault, item_case_number_fault
from yizheng.law.numbers.certificates import ROOT, food_permit_fault, identifier_fault
from yizheng.law.numbers.check_characters import tidy
from yizheng.law.numbers.credit_code import credit_code_fault, normalize_credit_code
from yizheng.law.numbers.identity import id_number_fault


class Kind(StrEnum):
    """The kinds of number that can be checked without asking anybody."""

    LICENCE_IDENTIFIER = "licence identifier"
    CREDIT_CODE = "credit code"
    ID_NUMBER = "id number"
    CASE_NUMBER = "case number"
    ITEM_CASE_NUMBER = "item-case number"
    FOOD_PERMIT = "food permit number"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        """The official term."""
        return _LABELS[self]


_LABELS = {
    Kind.LICENCE_IDENTIFIER: "电子证照标识",
    Kind.CREDIT_CODE: "统一社会信用代码",
    Kind.ID_NUMBER: "公民身份号码",
    Kind.CASE_NUMBER: "办件编号",
    Kind.ITEM_CASE_NUMBER: "单项办件编号",
    Kind.FOOD_PERMIT: "食品经营许可证编号",
    Kind.UNKNOWN: "无法识别的号码",
}


def recognise(text: str) -> Kind:
    """The kind of number this is or was meant to be; UNKNOWN when its shape says nothing.

    Eighteen digits, or seventeen and X, may be an identity number or a credit code: the one whose checks hold wins,
    then the one that is an identity number but for its check character, for those are what people type.
    """
    number = tidy(text)
    if number.startswith(f"{ROOT}."):
        return Kind.LICENCE_IDENTIFIER
    if number.startswith(PREFIX):
        return Kind.ITEM_CASE_NUMBER if "-" in number else Kind.CASE_NUMBER
    if number.startswith("JY"):
        return Kind.FOOD_PERMIT
    code = normalize_credit_code(number)
    if len(code) != 18 or not code.isascii() or not code.isalnum():
        return Kind.UNKNOWN
    if code[:17].isdecimal() and not id_number_fault(code):
        return Kind.ID_NUMBER
    if not credit_code_fault(code) or not _could_be_id_number(code):
        return Kind.CREDIT_CODE
    return Kind.ID_NUMBER


def fault(text: str) -> str:
    """Why the number does not hold by the rule of its kind, as a sentence; "" when it does."""
    return FAULTS[recognise(text)](text)


def _could_be_id_number(code: str) -> bool:
    """Seventeen digits with a year of birth that somebody could have."""
    return code[:17].isdecimal() and code[6:8] in ("18", "19", "20") and (code[17].isdecimal() or code[17] == "X")


FAULTS: Mapping[Kind, Callable[[str], str]] = {
    Kind.LICENCE_IDENTIFIER: identifier_fault,
    Kind.CREDIT_CODE: credit_code_fault,
    Kind.ID_NUMBER: id_number_fault,
    Kind.CASE_NUMBER: case_number_fault,
    Kind.ITEM_CASE_NUMBER: item_case_number_fault,
    Kind.FOOD_PERMIT: food_permit_fault,
    Kind.UNKNOWN: lambda text: (
        "无法识别这个号码：它不是证照标识、信用代码、身份证号码、办件编号或食品经营许可证编号的样子。"
    ),
}
"""The rule of each kind."""
