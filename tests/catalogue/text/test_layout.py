"""Plain data as YAML: whatever the words, our own reader and everybody else's read the same back."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from yizheng.catalogue.text.documents import read_document
from yizheng.catalogue.text.layout import WIDTH, mapping, row

NASTY = (
    "", " ", "真", "a: b", "a:b", "a:", ":a", "a #b", "#a", "- x", "-x", "-", "? x", "?", "1?", "'a'", "\"a\"", "a\"b",
    "a'b", "a\\b", "[a]", "{a}", "a, b", "a，b", "a\nb", "a\n", "\na", "a\n\nb", "a\n b", "a\n#b", "a\n--- b",
    "---", "...", "&a", "*a", "!a", "|", ">", "%a", "@a", "`a`", "true", "True", "yes", "no", "NO", "null", "~",
    "1", "-1", "01", "0x1F", "0o17", "1e3", "1.", ".5", "1_000", "10:30", "2026-01-01", "2026-01-01 10:00:00",
    "+1", "=", "<<", "<", "\u3000\u5168\u89d2\u3000", "\u5168\u3000\u89d2", " a", "a ", "a\tb", "🍜", "👩\u200d🍳",
    "e\u0301", "\ufeffa", "a\u2028b", "a\u0085b", "\u202egpj.exe", "a\u00a0b", "𠮷", "\U000f0000", "中: 国",
    "中 #国",
)  # fmt: skip
WORDS = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.sampled_from(" :#-?,[]{}&*!|>'\"%@`\\\nab1.~=中：、　🍜\t\xa0\u2028"), max_size=12),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"), max_size=20),
)
NUMBERS = st.one_of(st.integers(-(10**30), 10**30), st.floats(allow_nan=False, allow_infinity=False))
DATA = st.recursive(
    st.none() | st.booleans() | NUMBERS | WORDS,
    lambda part: st.lists(part, max_size=5) | st.dictionaries(WORDS, part, max_size=5),
    max_leaves=15,
)


def read(lines: list[str]) -> Any:
    """What our own reader makes of the lines."""
    return read_document("".join(f"{line}\n" for line in lines).encode(), "x.yaml").data


@pytest.mark.parametrize("word", NASTY)
def test_a_strange_word_stays_the_same_word(word: str) -> None:
    for data in ({"a": word}, {"a": [word, word]}, {"a": {"b": word, "c": word}}, {word: word}):
        assert read(mapping(data)) == data
        assert yaml.safe_load("\n".join(mapping(data))) == data


@given(st.dictionaries(WORDS, DATA, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_whatever_is_written_is_read_back_the_same(data: dict[str, Any]) -> None:
    assert read(mapping(data)) == data
    assert read(row(data)) == [data]
    assert mapping(read(mapping(data))) == mapping(data)


@given(st.dictionaries(WORDS, WORDS, min_size=1, max_size=4))
@settings(deadline=None)
def test_others_read_the_same_words(data: dict[str, str]) -> None:
    assert yaml.safe_load("\n".join(mapping(data))) == data


def test_ordinary_words_stand_bare_and_what_is_meant_as_text_in_quotes() -> None:
    data = {
        "a": "食品安全法 33",
        "b": "0532-00000000",
        "c": "370271",
        "d": 370271,
        "e": 1.0,
        "f": 1e-7,
        "g": None,
        "h": True,
    }
    assert mapping(data) == [
        "a: 食品安全法 33", "b: 0532-00000000", 'c: "370271"', "d: 370271", "e: 1", "f: 0.0000001", "g: null",
        "h: true",
    ]  # fmt: skip


def test_what_fits_in_a_line_stands_in_one_and_what_does_not_in_many() -> None:
    assert mapping({"a": {"b": ["中", "国"], "c": {}}, "d": []}) == ["a: {b: [中, 国], c: {}}", "d: []"]
    long = ["长" * 20] * 3
    assert mapping({"a": [{"b": long[0], "c": {"d": long}}]}) == [
        "a:", f"  - b: {long[0]}", "    c:", "      d:", *(f"        - {each}" for each in long),
    ]  # fmt: skip
    fits = {"a": ["x" * (WIDTH - 5)]}
    assert len(mapping(fits)) == 1
    assert len(mapping({"a": ["x" * (WIDTH - 4)]})) == 2


def test_lines_of_ordinary_words_stay_lines() -> None:
    assert mapping({"a": [{"b": "一 1\n二 2"}]}) == ["a:", "  - b: |-", "      一 1", "      二 2"]


def test_what_cannot_be_seen_is_written_as_its_number() -> None:
    assert mapping({"a": "x\u202ey", "b": "\ufeff", "c": "a\tb", "d": "a\n b", "e": "\U000e0001"}) == [
        r'a: "x\u202ey"', r'b: "\ufeff"', r'c: "a\tb"', r'd: "a\n b"', r'e: "\U000e0001"',
    ]  # fmt: skip
