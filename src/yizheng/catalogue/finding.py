"""Finding the industry that somebody means, by everyday words or by how they are said: 奶茶, naicha, 开个洗脚店."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from pypinyin import lazy_pinyin

from yizheng.law.items import Industry

LETTERS = re.compile(r"[a-z]+")
LEAST_TYPED = 2
"""Letters from which on a word is looked for by its sound."""


def found(industries: Iterable[Industry], typed: str) -> list[Industry]:
    """The industries that a person may mean, those with the longest fitting word first; none for nothing typed."""
    wanted = _tidy(typed)
    if not wanted:
        return []
    fits = [(_fit(industry, wanted), industry) for industry in industries]
    best = sorted((fit for fit in fits if fit[0]), key=lambda fit: -fit[0])
    return [industry for _, industry in best]


def _fit(industry: Industry, wanted: str) -> int:
    """How much of a word of the industry was typed, or how much of what was typed stands in one; 0 when neither."""
    words = tuple(_tidy(word) for word in industry.search_words)
    named = (*words, _tidy(industry.name), _tidy(industry.everyday), *(_tidy(code) for code in industry.gbt4754))
    inside = max((len(word) for word in words if word in wanted), default=0)
    around = len(wanted) if any(wanted in word for word in named) else 0
    return max(inside, around) or (_sounds(words, wanted) if _is_letters(wanted) else 0)


def _sounds(words: Iterable[str], letters: str) -> int:
    """How many letters fit the sound of a word, begun at one of its syllables, or all its initials."""
    return len(letters) if any(_is_said(_syllables(word), letters) for word in words) else 0


def _is_said(syllables: tuple[str, ...], letters: str) -> bool:
    starts = ("".join(syllables[place:]) for place in range(len(syllables)))
    return any(start.startswith(letters) for start in starts) or "".join(each[0] for each in syllables) == letters


def _is_letters(wanted: str) -> bool:
    return len(wanted) >= LEAST_TYPED and LETTERS.fullmatch(wanted) is not None


@cache
def _syllables(word: str) -> tuple[str, ...]:
    return tuple(lazy_pinyin(word))


def _tidy(text: str) -> str:
    """One width, small letters, no spaces or apostrophes (xi'an)."""
    return "".join(unicodedata.normalize("NFKC", text).lower().replace("'", "").replace("’", "").split())
