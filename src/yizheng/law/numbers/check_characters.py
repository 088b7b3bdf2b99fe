"""Check characters shared by the standards, ISO 7064 mod 11,10 and mod 37,36, and the way a typed number is read."""

from __future__ import annotations

import unicodedata

DIGITS = "0123456789"
DIGITS_AND_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def tidy(text: str) -> str:
    """A number as typed, made plain: full-width to half-width, upper case, no spaces."""
    return "".join(unicodedata.normalize("NFKC", text).upper().split())


def check_mod11_10(digits: str) -> str:
    """The check digit of ISO 7064 mod 11,10, as in 食品经营许可证 numbers.

    Raises ValueError for anything but digits.
    """
    return DIGITS[_hybrid(digits, DIGITS)]


def check_mod37_36(text: str) -> str:
    """The check character of ISO 7064 mod 37,36, as in 电子证照标识 (GB/T 36904).

    Raises ValueError but for 0-9 and A-Z.
    """
    return DIGITS_AND_LETTERS[_hybrid(text, DIGITS_AND_LETTERS)]


def _hybrid(text: str, alphabet: str) -> int:
    """The hybrid system of ISO 7064 with modulus M = size of the alphabet and M + 1."""
    size = len(alphabet)
    product = size
    for character in text:
        total = (product + _value(character, alphabet)) % size or size
        product = total * 2 % (size + 1)
    return (size + 1 - product) % size


def _value(character: str, alphabet: str) -> int:
    value = alphabet.find(character)
    if value < 0:
        raise ValueError(f"不能为字符“{character}”计算校验码")
    return value


def first_foreign(text: str, alphabet: str) -> int:
    """The position, from 1, of the first character outside the alphabet; 0 when there is none."""
    return next((place for place, character in enumerate(text, start=1) if character not in alphabet), 0)
