"""电子证照标识 (GB/T 36904-2018) and the number of the 食品经营许可证."""

from __future__ import annotations

from dataclasses import dataclass

from yizheng.law.numbers.check_characters import (
    DIGITS,
    DIGITS_AND_LETTERS,
    check_mod11_10,
    check_mod37_36,
    first_foreign,
    tidy,
)

ROOT = "1.2.156.3005.2"
"""The object identifier under which all licences of the country stand."""

FOOD_PERMIT_KINDS = {1: "食品销售", 2: "餐饮服务", 3: "单位食堂"}
"""主体业态, the third character of the number."""

_PARTS = 5
_TYPE_LENGTH, _SERIAL_MOST, _VERSION_MOST = 21, 32, 999
_ISSUER_MOST = 18
_FOOD_LENGTH, _FOOD_SERIAL_MOST = 16, 999_999


@dataclass(frozen=True, slots=True)
class Identifier:
    """An identifier taken apart; its version n+1 has the same type, issuer and serial and another check character."""

    type_code: str
    issuer: str
    serial: str
    version: int


def licence_identifier(type_code: str, issuer: str, serial: str, version: int) -> str:
    """The 电子证照标识 of one version of a licence (GB/T 36904).

    Raises ValueError, with a sentence, for a part out of its rule.
    """
    version_text = f"{version:03d}"
    parts = (type_code, issuer, serial, version_text)
    if not 1 <= version <= _VERSION_MOST:
        raise ValueError(f"证照版本号应为1至{_VERSION_MOST}：{version}")
    if fault := _parts_fault(parts):
        raise ValueError(fault)
    return ".".join((ROOT, *parts, check_mod37_36("".join(parts))))


def identifier_fault(text: str) -> str:
    """Why this is not a 电子证照标识, as a sentence; "" when it is one.

    The issuer's own code is not checked: practice deviates.
    """
    identifier = tidy(text)
    if not identifier:
        return "请填写电子证照标识。"
    if not identifier.startswith(f"{ROOT}."):
        return f"电子证照标识应以 {ROOT}. 开头。"
    parts = identifier.removeprefix(f"{ROOT}.").split(".")
    if len(parts) != _PARTS:
        return f"电子证照标识在 {ROOT} 之后应有5段（类型、机构、流水号、版本、校验位），现在是{len(parts)}段。"
    *body, check = parts
    if fault := _parts_fault(tuple(body)):
        return fault
    if check_mod37_36("".join(body)) != check:
        return "电子证照标识的校验位不符（GB/T 36904），请逐位核对。"
    return ""


def read_identifier(text: str) -> Identifier:
    """The parts of a 电子证照标识. Raises ValueError, with the fault, when it is none."""
    if fault := identifier_fault(text):
        raise ValueError(fault)
    type_code, issuer, serial, version, _ = tidy(text).removeprefix(f"{ROOT}.").split(".")
    return Identifier(type_code, issuer, serial, int(version))


def _parts_fault(parts: tuple[str, ...]) -> str:
    type_code, issuer, serial, version = parts
    for name, part in (("证照类型代码", type_code), ("颁发机构代码", issuer), ("流水号", serial)):
        if not part or first_foreign(part, DIGITS_AND_LETTERS):
            return f"{name}“{part}”只能由数字和大写字母组成，且不能为空。"
    if len(type_code) != _TYPE_LENGTH:
        return f"证照类型代码应为{_TYPE_LENGTH}位，现在是{len(type_code)}位。"
    if len(issuer) > _ISSUER_MOST:
        return f"颁发机构代码最多{_ISSUER_MOST}位，现在是{len(issuer)}位。"
    if len(serial) > _SERIAL_MOST:
        return f"流水号最多{_SERIAL_MOST}位，现在是{len(serial)}位。"
    if len(version) != 3 or first_foreign(version, DIGITS) or version == "000":
        return f"版本号应为001至999的三位数字，现在是“{version}”。"
    return ""


def food_permit_number(kind: int, region: str, serial: int) -> str:
    """JY + 主体业态 + 6-digit region + 6-digit serial + check digit.

    Raises ValueError, with a sentence, for a part out of its rule.
    """
    if kind not in FOOD_PERMIT_KINDS:
        raise ValueError(f"主体业态应为1、2或3：{kind}")
    if len(region) != 6 or first_foreign(region, DIGITS):
        raise ValueError(f"行政区划码应为6位数字：{region}")
    if not 1 <= serial <= _FOOD_SERIAL_MOST:
        raise ValueError(f"流水号应为1至{_FOOD_SERIAL_MOST}：{serial}")
    digits = f"{kind}{region}{serial:06d}"
    return f"JY{digits}{check_mod11_10(digits)}"


def food_permit_fault(text: str) -> str:
    """Why this is not a 食品经营许可证 number, as a sentence; "" when it is one."""
    number = tidy(text)
    if not number.startswith("JY"):
        return "食品经营许可证编号应以 JY 开头。" if number else "请填写食品经营许可证编号。"
    if len(number) != _FOOD_LENGTH:
        return f"食品经营许可证编号应为{_FOOD_LENGTH}位，现在是{len(number)}位。"
    if place := first_foreign(number[2:], DIGITS):
        return f"食品经营许可证编号第{place + 2}位应为数字，不能是“{number[place + 1]}”。"
    if int(number[2]) not in FOOD_PERMIT_KINDS:
        return f"食品经营许可证编号第3位（主体业态）应为1、2或3，不能是“{number[2]}”。"
    if check_mod11_10(number[2:-1]) != number[-1]:
        return "食品经营许可证编号最后一位校验不符，请对照证书逐位核对。"
    return ""
