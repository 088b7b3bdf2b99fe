"""The words by which a case is found, and those that somebody asks for: the same rule for both (half and full width,
capital and small letters are one).

Of Chinese, every two characters that follow each other; of letters and of the holder's initials, every three and the
first two; of a number, the whole and its last digits. What the catalogue names is found by its code.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pypinyin import Style, lazy_pinyin

from yizheng.law.items import Catalogue

RUN = re.compile(r"[A-Z0-9]+|[^\W_A-Z0-9]+")
LATIN = re.compile(r"[A-Z0-9]+")
ITEM_NUMBER = re.compile(r"^(YYYZ\d{20})-\d+$")
NUMBER_TAILS, CODE_TAILS = range(4, 15), range(4, 9)
LONGEST, MOST_ASKED = 40, 8
"""Characters of a word that is kept; words looked at of what somebody asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What a case is found by."""

    number: str
    holder: str
    holder_code: str
    premises: str
    industry: str
    items: tuple[str, ...]


def tidy(text: str) -> str:
    """One width, one case, one space."""
    return " ".join(unicodedata.normalize("NFKC", text).upper().split())


def words_of(named: Named) -> set[str]:
    """Every word by which a case is found."""
    found = {item_word(each) for each in named.items} | {industry_word(named.industry)}
    found.update(_number(named.number.upper(), NUMBER_TAILS), _number(named.holder_code.upper(), CODE_TAILS))
    for text in (named.holder, named.premises):
        for run in RUN.findall(tidy(text)):
            found.update(_stored(run))
    found.update(_letters(initials(named.holder)))
    return {word for word in found if len(word) <= LONGEST}


def initials(name: str) -> str:
    """The first letters of a name as it is said: 重庆小面 is CQXM; what is no Chinese stays."""
    return "".join(LATIN.findall("".join(lazy_pinyin(tidy(name), style=Style.FIRST_LETTER)).upper()))


def item_word(code: str) -> str:
    """The word for an item; in small letters, which nobody can ask for."""
    return f"item:{code}"


def industry_word(code: str) -> str:
    """The word for an industry."""
    return f"industry:{code}"


def ways(text: str, catalogue: Catalogue) -> list[tuple[str, ...]]:
    """What somebody asks for, as the ways in which a case may fit: every word of one way must be there.

    Empty when there is too little to look for. A word that names an item or an industry fits by that, too.
    """
    found: list[tuple[str, ...]] = [()]
    for word in _asked_words(text):
        options = [*([own] if (own := tuple(_asked(word))) else []), *_by_name(word, catalogue)]
        if options:
            found = [(*before, *option) for before in found for option in options]
    return [tuple(dict.fromkeys(each))[:MOST_ASKED] for each in found[:MOST_ASKED] if each]


def _asked_words(text: str) -> list[str]:
    return [ITEM_NUMBER.sub(r"\1", word) for word in tidy(text[:60]).split()]


def _by_name(word: str, catalogue: Catalogue) -> Iterator[tuple[str, ...]]:
    """The items and industries whose name holds the word, by their codes."""
    if len(word) < 2 or LATIN.fullmatch(word):
        return
    for item in catalogue.items.values():
        if word in tidy(item.name) or word in tidy(item.short):
            yield (item_word(item.code),)
    for industry in catalogue.industries.values():
        if word in tidy(industry.name):
            yield (industry_word(industry.code),)


def _asked(word: str) -> Iterator[str]:
    for run in RUN.findall(word):
        if not run.isascii():
            yield from _pairs(run)
        elif run.isalpha():
            yield from _triples(run) if len(run) > 2 else [run] * (len(run) == 2)
        else:
            yield run


def _stored(run: str) -> Iterable[str]:
    if not run.isascii():
        return _pairs(run)
    return _letters(run) if run.isalpha() else [run]


def _letters(run: str) -> Iterator[str]:
    if len(run) >= 2:
        yield run[:2]
    yield from _triples(run)


def _pairs(run: str) -> list[str]:
    return [run[place : place + 2] for place in range(len(run) - 1)]


def _triples(run: str) -> list[str]:
    return [run[place : place + 3] for place in range(len(run) - 2)]


def _number(number: str, tails: range) -> Iterator[str]:
    if number:
        yield number
        yield from (number[-tail:] for tail in tails if tail < len(number))
