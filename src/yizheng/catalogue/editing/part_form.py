"""A part of an entry as a form: what a browser is to show, filled in with what the part says."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from typing import Any

from yizheng.catalogue.editing.anatomy import Raw, Shape, shapes
from yizheng.catalogue.editing.picking import shown_pick
from yizheng.catalogue.editing.rule_form import Filled, filled_rule
from yizheng.catalogue.editing.words import Words
from yizheng.law.questions import shown


def asked(of: type, without: Collection[str] = ()) -> list[Shape]:
    """The fields that a form asks for: all but the rows that have pages of their own."""
    return [each for each in shapes(of) if not each.apart and each.name not in without]


def filled(of: type, raw: Raw, words: Words, prefix: str = "", without: Collection[str] = ()) -> Filled:
    """The form of a part, filled in with what it says."""
    form: Filled = {}
    for each in asked(of, without):
        value = raw.get(each.name)
        if value is None and not each.required:
            value = each.default
        form |= _FILL[each.way](each, value, f"{prefix}{each.name}", words)
    return form


def _fill_text(each: Shape, value: Any, name: str, words: Words) -> Filled:
    return {name: ["" if value is None else str(value)]}


def _fill_number(each: Shape, value: Any, name: str, words: Words) -> Filled:
    return {name: ["" if value is None else shown(value)]}


def _fill_part(each: Shape, value: Any, name: str, words: Words) -> Filled:
    assert each.of
    inner = filled(each.of, value or {}, words, f"{name}.")
    return {f"{name}.there": ["on"], **inner} if value is not None else inner


def _fill_rows(each: Shape, value: Any, name: str, words: Words) -> Filled:
    assert each.of
    form = {f"{name}.n": [str(len(value or ()))]}
    for place, row in enumerate(value or ()):
        form |= filled(each.of, row, words, f"{name}.{place}.", each.word.without)
        form[f"{name}.{place}.kept"] = [_kept_text(row, each.word.without)]
    return form


def _kept_text(row: Raw, without: Collection[str]) -> str:
    return json.dumps({key: row[key] for key in without if key in row}, ensure_ascii=False)


def _fill_term(each: Shape, value: Any, name: str, words: Words) -> Filled:
    term = value or {}
    rolls = {f"{name}.rolls": ["on"]} if term.get("rolls") else {}
    return {f"{name}.n": [str(term.get("n", ""))], f"{name}.unit": [term.get("unit", "wd")], **rolls}


_FILL: Mapping[str, Callable[[Shape, Any, str, Words], Filled]] = {
    "line": _fill_text,
    "long": _fill_text,
    "choice": _fill_text,
    "day": _fill_text,
    "number": _fill_number,
    "whole": _fill_number,
    "bool": lambda each, value, name, words: {name: ["on"]} if value else {},
    "lines": lambda each, value, name, words: {name: ["\n".join(value or ())]},
    "code": lambda each, value, name, words: {name: [shown_pick(each.word.names, value or "", words)]},
    "codes": lambda each, value, name, words: {name: list(value or ())},
    "term": _fill_term,
    "rule": lambda each, value, name, words: filled_rule(value if value is not None else {}, name),
    "part": _fill_part,
    "rows": _fill_rows,
}
