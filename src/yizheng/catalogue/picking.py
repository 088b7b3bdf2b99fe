"""Picking an entry by its name: a person types a few words or picks what is offered, and its code is found."""

from __future__ import annotations

from yizheng.catalogue.naming import kind_label
from yizheng.catalogue.words import Words

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
    near = named or [code for code, name in choices.items() if typed in name or typed.lower() in code.lower()]
    if len(near) == 1:
        return near[0], ""
    called = "问题" if kind == "questions" else "科室" if kind == "sections" else kind_label(kind)
    if near:
        said = "、".join(f"“{choices[code]}”" for code in near[:MOST])
        return "", f"有几个{called}都像“{typed}”：{said}，请写全或者从列出的里面选。"
    return "", f"没有叫“{typed}”的{called}，请换个词，或者先新增这个{called}。"
