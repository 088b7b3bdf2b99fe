"""Codes for what is new, made from how its name is said, so that nobody has to think of one."""

from __future__ import annotations

import re
from collections.abc import Collection

from pypinyin import lazy_pinyin

LONGEST = 36
"""Characters of a code without its prefix and number: with them it stays within those that an entry may have."""

_SYLLABLE = re.compile(r"[a-z0-9]+")
_TAIL = re.compile(r"\d+$")


def coined(style: str, text: str, taken: Collection[str]) -> str:
    """A code of a style that nothing has yet: CHONG_WU_YI_YUAN, q_you_x_guang_ji_ma, M_SHENG_MING, RS6."""
    if style == "point":
        return _next_number(taken)
    said = _SYLLABLE.findall(" ".join(lazy_pinyin(text)).lower()) or ["x"]
    initials = "".join(each[0] for each in said)[:LONGEST]
    return _free(_dressed(style, initials if style in ("organ", "section") else _whole_syllables(said)), taken)


def _whole_syllables(said: list[str]) -> str:
    code = said[0][:LONGEST]
    for syllable in said[1:]:
        if len(code) + len(syllable) >= LONGEST:
            break
        code = f"{code}_{syllable}"
    return code


def _dressed(style: str, code: str) -> str:
    if style == "question":
        return f"q_{code}"
    if style in ("option", "field"):
        return code if code[0].isalpha() else f"n{code}"
    code = code.upper()
    return f"M_{code}" if style == "material" else code if code[0].isalpha() else f"N{code}"


def _free(code: str, taken: Collection[str]) -> str:
    tries = (f"{code}_{n}" for n in range(2, len(taken) + 3))
    return code if code not in taken else next(each for each in tries if each not in taken)


def _next_number(taken: Collection[str]) -> str:
    """The next after the numbered ones beside it: RS5 → RS6."""
    heads = [_TAIL.sub("", each) for each in taken if each]
    head = max(heads, key=heads.count, default="P") or "P"
    numbers = [int(each.removeprefix(head)) for each in taken if each.removeprefix(head).isdecimal()]
    return f"{head}{max(numbers, default=0) + 1}"
