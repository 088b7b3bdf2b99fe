"""Numbers that carry their own check: the samples of the domain, spoilt ones, and independent implementations."""

from __future__ import annotations

from datetime import date

import pytest
import stdnum.cn.ric
import stdnum.cn.uscc
import stdnum.iso7064.mod_11_10
import stdnum.iso7064.mod_37_36
from hypothesis import assume, given
from hypothesis import strategies as st

from yizheng.law.numbers import (
    Identifier,
    Kind,
    case_number,
    case_number_fault,
    check_mod11_10,
    check_mod37_36,
    credit_code_fault,
    fault,
    food_permit_fault,
    food_permit_number,
    id_number_fault,
    identifier_fault,
    item_case_number,
    item_case_number_fault,
    licence_identifier,
    mask_id,
    mask_name,
    mask_phone,
    normalize_credit_code,
    normalize_id_number,
    read_identifier,
    recognise,
)
from yizheng.law.numbers.certificates import ROOT
from yizheng.law.numbers.credit_code import ALPHABET, credit_code_check, organisation_check
from yizheng.law.numbers.identity import id_number_check

CREDIT_CODES = (
    "91350100M000100Y43",
    "91370214MACDEF2941",
    "92370214MA3ABCD82Q",
    "91370200MA3TEX7187",
    "91370214MA3GCP0M00",
    "11370200MB2T7X3K1B",
)
ID_NUMBERS = (
    "11010519491231002X",
    "440524188001010014",
    "370214188801010015",
    "370212187908150029",
    "370285188505300013",
)
IDENTIFIERS = (
    f"{ROOT}.11100000000013338W011.11430000006122244L.20230000403.001.U",
    f"{ROOT}.11100000000013338W032.11220000013544541J.2430599.001.F",
    f"{ROOT}.11100000000013338W009.11330105002500287C.2025052201.002.0",
    f"{ROOT}.11370000MB1W9Q2R58001.11370200MB2T7X3K1B.3702712021000001.001.A",
    f"{ROOT}.11370000MB1W9Q2R58001.11370200MB2T7X3K1B.3702712021000001.002.8",
)
FOOD_PERMITS = ("JY11108071215650", "JY13702140000236", "JY23702140000011", "JY33702140000073", "JY23702710000888")
CASE = case_number(date(2021, 2, 5), "370214", 1)
LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def spoilt(text: str, place: int, alphabet: str, step: int) -> str:
    """The text with one character replaced by another of the alphabet."""
    old = alphabet.index(text[place])
    return text[:place] + alphabet[(old + 1 + step % (len(alphabet) - 1)) % len(alphabet)] + text[place + 1 :]


# --- 统一社会信用代码


@pytest.mark.parametrize("code", CREDIT_CODES)
def test_the_sample_credit_codes_hold_here_and_in_python_stdnum(code: str) -> None:
    assert credit_code_fault(code) == ""
    assert stdnum.cn.uscc.is_valid(code)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("", "请填写统一社会信用代码。"),
        ("370200018012345", "15位的旧版注册号"),
        ("9137020", "应为18位，现在是7位"),
        ("91370214MACDEF29410", "应为18位，现在是19位"),
        ("9137O214MACDEF2941", "第5位不能是“O”"),
        ("91370214MACDEF294一", "第18位不能是“一”"),
        ("9137A214MACDEF2941", "第5位应为数字"),
        ("91370214MACDEF2841", "第9至17位的主体标识码校验不符（GB 11714）"),
        ("91350100M000100Y4Z", "第18位不能是“Z”"),
        ("91350100M000100Y44", "最后一位校验不符（GB 32100-2015）"),
    ],
)
def test_a_wrong_credit_code_is_told_what_is_wrong_and_where(code: str, said: str) -> None:
    assert said in credit_code_fault(code)


def test_a_credit_code_is_taken_as_people_type_it() -> None:
    assert normalize_credit_code(" ９１370214 macdef29-41 ") == "91370214MACDEF2941"
    assert credit_code_fault("91370214 macdef 2941") == ""


def test_a_remainder_of_zero_gives_the_check_character_zero() -> None:
    assert credit_code_check("91370214MA3GCP0M0") == "0"


def test_the_organisation_code_inside_uses_x_for_ten() -> None:
    assert organisation_check("M000100Y") == "4"
    assert organisation_check("00000010") == "7"
    assert organisation_check("00000002") == "7"
    assert {organisation_check(f"{n:08d}") for n in range(200)} == set("0123456789X")


@given(st.sampled_from(CREDIT_CODES), st.integers(0, 17), st.integers(0, 100))
def test_any_single_wrong_character_of_a_credit_code_is_caught(code: str, place: int, step: int) -> None:
    assert credit_code_fault(spoilt(code, place, ALPHABET, step))


@given(st.text(ALPHABET, min_size=17, max_size=17))
def test_the_credit_code_check_agrees_with_python_stdnum(body: str) -> None:
    assert credit_code_check(body) == stdnum.cn.uscc.calc_check_digit(body)


# --- 公民身份号码


@pytest.mark.parametrize("number", ID_NUMBERS)
def test_the_sample_identity_numbers_hold_and_small_x_is_taken(number: str) -> None:
    assert id_number_fault(number) == id_number_fault(f" {number.lower()} ") == ""
    assert normalize_id_number(number.lower()) == number
    assert stdnum.cn.ric.calc_check_digit(number) == number[-1]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("", "请填写身份证号码。"),
        ("370214880101001", "15位的旧身份证号码"),
        ("3702141888010100", "应为18位，现在是16位"),
        ("3702141888O1010015", "第11位不能是“O”"),
        ("37021418880101001A", "最后一位不能是“A”"),
        ("370214188802300015", "“18880230”不是真实的出生日期"),
        ("370214000001010015", "“00000101”不是真实的出生日期"),
        ("370214188801010016", "最后一位校验不符"),
    ],
)
def test_a_wrong_identity_number_is_told_what_is_wrong(number: str, said: str) -> None:
    assert said in id_number_fault(number)


def test_a_birth_in_the_future_is_a_fault_when_today_is_told() -> None:
    body = "37021420300101001"
    number = body + id_number_check(body)
    assert id_number_fault(number) == ""
    assert "2030-01-01在今天之后" in id_number_fault(number, date(2026, 11, 23))
    assert id_number_fault(number, date(2030, 1, 1)) == ""


@given(st.sampled_from(ID_NUMBERS), st.integers(0, 17), st.integers(0, 100))
def test_any_single_wrong_character_of_an_identity_number_is_caught(number: str, place: int, step: int) -> None:
    assume(place == 17 or number[place] != "X")
    assert id_number_fault(spoilt(number, place, "0123456789X" if place == 17 else "0123456789", step))


# --- 电子证照标识


@pytest.mark.parametrize("identifier", IDENTIFIERS)
def test_the_sample_identifiers_hold_and_are_made_again_from_their_parts(identifier: str) -> None:
    assert identifier_fault(identifier) == ""
    parts = read_identifier(identifier)
    assert licence_identifier(parts.type_code, parts.issuer, parts.serial, parts.version) == identifier


def test_a_reissue_keeps_the_serial_and_changes_version_and_check() -> None:
    first, second = read_identifier(IDENTIFIERS[3]), read_identifier(IDENTIFIERS[4].lower())
    assert first == Identifier("11370000MB1W9Q2R58001", "11370200MB2T7X3K1B", "3702712021000001", 1)
    assert (second.serial, second.version) == (first.serial, 2)


def _identifier(type_code: str = "1" * 21, issuer: str = "2", serial: str = "3", version: str = "001") -> str:
    return f"{ROOT}.{type_code}.{issuer}.{serial}.{version}.0"


@pytest.mark.parametrize(
    ("identifier", "said"),
    [
        ("", "请填写电子证照标识。"),
        ("1.2.3", "应以 1.2.156.3005.2. 开头"),
        (f"{ROOT}.A.B", "现在是2段"),
        (_identifier(type_code="1"), "证照类型代码应为21位，现在是1位"),
        (_identifier(type_code="一" * 21), "只能由数字和大写字母组成"),
        (_identifier(issuer=""), "颁发机构代码“”只能由"),
        (_identifier(issuer="1" * 19), "颁发机构代码最多18位，现在是19位"),
        (_identifier(serial="1" * 33), "流水号最多32位，现在是33位"),
        (_identifier(version="01"), "版本号应为001至999"),
        (_identifier(version="00A"), "版本号应为001至999"),
        (_identifier(version="000"), "版本号应为001至999"),
        (IDENTIFIERS[3][:-1] + "B", "校验位不符（GB/T 36904）"),
    ],
)
def test_a_wrong_identifier_is_told_what_is_wrong(identifier: str, said: str) -> None:
    assert said in identifier_fault(identifier)
    with pytest.raises(ValueError, match=r"。$"):
        read_identifier(identifier)


@pytest.mark.parametrize("version", [0, 1000])
def test_a_licence_has_versions_1_to_999(version: int) -> None:
    with pytest.raises(ValueError, match="1至999"):
        licence_identifier("1" * 21, "2", "3", version)


def test_an_identifier_is_not_made_from_wrong_parts() -> None:
    with pytest.raises(ValueError, match="流水号"):
        licence_identifier("1" * 21, "2", "流水", 1)


# --- check characters


def test_the_short_trace_of_the_domain_comes_out() -> None:
    assert check_mod37_36("A12") == "N"


@given(st.text(LETTERS, min_size=1, max_size=80))
def test_mod_37_36_agrees_with_python_stdnum(text: str) -> None:
    assert check_mod37_36(text) == stdnum.iso7064.mod_37_36.calc_check_digit(text)


@given(st.text("0123456789", min_size=1, max_size=40))
def test_mod_11_10_agrees_with_python_stdnum(text: str) -> None:
    assert check_mod11_10(text) == stdnum.iso7064.mod_11_10.calc_check_digit(text)


def test_a_character_without_value_has_no_check() -> None:
    with pytest.raises(ValueError, match="字符“A”"):
        check_mod11_10("12A")
    with pytest.raises(ValueError, match="字符“-”"):
        check_mod37_36("A-1")


@given(st.sampled_from((*FOOD_PERMITS, CASE)), st.integers(4, 15), st.integers(0, 100))
def test_any_single_wrong_digit_of_a_permit_or_case_number_is_caught(number: str, place: int, step: int) -> None:
    assert fault(spoilt(number, place, "0123456789", step))


# --- 食品经营许可证


@pytest.mark.parametrize("number", FOOD_PERMITS)
def test_the_sample_food_permits_hold_and_are_made_again_from_their_parts(number: str) -> None:
    assert food_permit_fault(number.lower()) == ""
    assert food_permit_number(int(number[2]), number[3:9], int(number[9:15])) == number


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("", "请填写食品经营许可证编号。"),
        ("SC13702140000236", "应以 JY 开头"),
        ("JY1370214000023", "应为16位，现在是15位"),
        ("JY1370214000O236", "第13位应为数字，不能是“O”"),
        ("JY43702140000236", "第3位（主体业态）应为1、2或3，不能是“4”"),
        ("JY13702140000237", "最后一位校验不符"),
    ],
)
def test_a_wrong_food_permit_is_told_what_is_wrong(number: str, said: str) -> None:
    assert said in food_permit_fault(number)


@pytest.mark.parametrize(
    ("kind", "region", "serial", "said"),
    [
        (4, "370214", 1, "主体业态"),
        (1, "37021", 1, "6位数字"),
        (1, "37021A", 1, "6位数字"),
        (1, "370214", 0, "流水号"),
        (1, "370214", 1_000_000, "流水号"),
    ],
)
def test_a_food_permit_is_not_numbered_from_wrong_parts(kind: int, region: str, serial: int, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        food_permit_number(kind, region, serial)


# --- 办件编号


def test_a_case_number_says_one_industry_one_licence_region_day_and_serial() -> None:
    assert CASE[:-1] == "YYYZ3702142021020500001"
    assert CASE[-1] == stdnum.iso7064.mod_11_10.calc_check_digit(CASE[4:-1])
    assert case_number_fault(f" {CASE.lower()} ") == ""
    assert item_case_number(CASE, 1) == f"{CASE}-01"
    assert item_case_number_fault(f"{CASE}-99") == ""


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("", "请填写办件编号。"),
        ("2021370214", "应以 YYYZ 开头"),
        (CASE[:-1], "应为24位，现在是23位"),
        (CASE[:6] + "O" + CASE[7:], "第7位应为数字，不能是“O”"),
        (CASE[:14] + "13" + CASE[16:], "“20211305”不是真实的日期"),
        (CASE[:-1] + str((int(CASE[-1]) + 1) % 10), "最后一位校验不符"),
    ],
)
def test_a_wrong_case_number_is_told_what_is_wrong(number: str, said: str) -> None:
    assert said in case_number_fault(number)
    assert said in item_case_number_fault(f"{number}-01") or not number
    with pytest.raises(ValueError, match="办件编号"):
        item_case_number(number, 1)


@pytest.mark.parametrize("tail", ["", "-", "-1", "-00", "-0A", "-001"])
def test_an_item_case_adds_a_hyphen_and_two_digits(tail: str) -> None:
    assert "两位序号" in item_case_number_fault(CASE + tail)


@pytest.mark.parametrize(("region", "serial"), [("37021", 1), ("3702AA", 1), ("370214", 0), ("370214", 100_000)])
def test_a_case_is_not_numbered_from_wrong_parts(region: str, serial: int) -> None:
    with pytest.raises(ValueError, match="应为"):
        case_number(date(2021, 2, 5), region, serial)


@pytest.mark.parametrize("index", [0, 100])
def test_a_case_has_item_cases_1_to_99(index: int) -> None:
    with pytest.raises(ValueError, match="1至99"):
        item_case_number(CASE, index)


# --- what a number is


@pytest.mark.parametrize(
    ("numbers", "kind", "label"),
    [
        (IDENTIFIERS, Kind.LICENCE_IDENTIFIER, "电子证照标识"),
        (CREDIT_CODES, Kind.CREDIT_CODE, "统一社会信用代码"),
        (ID_NUMBERS, Kind.ID_NUMBER, "公民身份号码"),
        (FOOD_PERMITS, Kind.FOOD_PERMIT, "食品经营许可证编号"),
        ((CASE,), Kind.CASE_NUMBER, "办件编号"),
        ((f"{CASE}-01",), Kind.ITEM_CASE_NUMBER, "单项办件编号"),
    ],
)
def test_every_sample_is_recognised_and_holds(numbers: tuple[str, ...], kind: Kind, label: str) -> None:
    for number in numbers:
        assert recognise(number.lower()) is kind
        assert fault(number) == ""
    assert kind.label == label


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("370214188801010016", Kind.ID_NUMBER),
        ("37021418880101001X", Kind.ID_NUMBER),
        ("370214150001010016", Kind.CREDIT_CODE),
        ("37021418880101001A", Kind.CREDIT_CODE),
        ("91370214-MACDEF2942", Kind.CREDIT_CODE),
        ("12345", Kind.UNKNOWN),
        ("山东省青岛市城阳区一二三四五六七八九", Kind.UNKNOWN),
        ("9137.214MACDEF2941", Kind.UNKNOWN),
    ],
)
def test_a_mistyped_number_is_still_recognised_by_its_shape(number: str, kind: Kind) -> None:
    assert recognise(number) is kind
    assert fault(number)


def test_seventeen_digits_whose_credit_code_check_holds_are_a_credit_code() -> None:
    organisation = "90001010" + organisation_check("90001010")
    body = "12370219" + organisation
    code = body + credit_code_check(body)
    assert credit_code_fault(code) == ""
    assert recognise(code) is Kind.CREDIT_CODE


def test_an_unknown_number_is_told_what_could_be_checked() -> None:
    assert "办件编号" in fault("12345")
    assert Kind.UNKNOWN.label == "无法识别的号码"


# --- personal data is shown masked


@pytest.mark.parametrize(
    ("mask", "text", "shown"),
    [
        (mask_id, "370214188801010015", "370214********0015"),
        (mask_id, "E12345678", "E1*****78"),
        (mask_id, "1234567", "*******"),
        (mask_id, "", ""),
        (mask_phone, "13812345678", "138****5678"),
        (mask_phone, "+86 138-1234-5678", "138****5678"),
        (mask_phone, "0532-66012345", "**********45"),
        (mask_phone, "21234567890", "*********90"),
        (mask_phone, "12345", "*****"),
        (mask_name, " 张三丰 ", "张*"),
        (mask_name, "", ""),
    ],
)
def test_personal_data_is_never_shown_whole(mask: object, text: str, shown: str) -> None:
    assert callable(mask)
    assert mask(text) == shown
