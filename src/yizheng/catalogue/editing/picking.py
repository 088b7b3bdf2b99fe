"""Picking an entry by its name: a person types a few words or picks what is offered, and its code is found."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from pypinyin import lazy_pinyin

from yizheng.catalogue.editing.naming import kind_label
from yizheng.catalogue.editing.words import Words

SEARCHED = frozenset({"items", "materials", "fields", "questions"})
"""Kinds with so many entries that they are searched by words; the others are a list to pick from."""

MOST = 5


def shown_pick(kind: str, code: str, words: Words) -> str:
    """How a code stands in its box."""
    if kind not in SEARCHED or not code:
        return code
    name = words.choices(kind).get(code, "")
    return f"{name} {code}" if name else code


def picked(kind: str, typed: str, words: Words) -> tuple[str, str]:
    """What was typed → the code and "", or "" and the sentence that says what to do."""
    if not typed:
        return "", ""
    choices = words.choices(kind)
    last = typed.split()[-1]
    if last in choices:
        return last, ""
    named = [code for code, name in choices.items() if name == typed]
    near = named or [code for code, name in choices.items() if fits(_said(kind, code, name, words), typed)]
    if len(near) == 1:
        return near[0], ""
    called = "问题" if kind == "questions" else "科室" if kind == "sections" else kind_label(kind)
    if near:
        said = "、".join(f"“{choices[code]}”" for code in near[:MOST])
        return "", f"有几个{called}都像“{typed}”：{said}，请写全或者从列出的里面选。"
    return "", f"没有叫“{typed}”的{called}，请换个词，或者先新增这个{called}。"


def _said(kind: str, code: str, name: str, words: Words) -> tuple[str, ...]:
    """Everything an entry is called: an item has its full name, too."""
    return code, name, str(words.entries.get(kind, {}).get(code, {}).get("name", ""))


def fits(said: Iterable[str], wanted: str) -> bool:
    """Whether something said is what is searched for, by its words, its sound or its initials."""
    typed = _tidy(wanted)
    return not typed or any(typed in _tidy(text) or typed in _sound(text) for text in said)


def _sound(text: str) -> str:
    syllables = lazy_pinyin(text)
    return f"{''.join(syllables)} {''.join(each[:1] for each in syllables)}".lower()


def _tidy(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).lower().split())
