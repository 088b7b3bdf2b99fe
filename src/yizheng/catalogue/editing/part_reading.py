"""A form back into a part of an entry: what is sent becomes plain data, what is wrong a sentence at its place."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from yizheng.catalogue.editing.anatomy import Raw, Shape
from yizheng.catalogue.editing.codes import coined
from yizheng.catalogue.editing.part_form import asked
from yizheng.catalogue.editing.picking import picked
from yizheng.catalogue.editing.rule_form import Entered, Faults, count, first, read_rule
from yizheng.catalogue.editing.words import Words
from yizheng.catalogue.text.shapes import strange_values
from yizheng.law.questions import plain_number

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

Taken = Mapping[str, Collection[str]]
"""By the name of a field, the codes that others have."""


@dataclass(slots=True)
class Readout:
    """What a form says: its data so far, and what is wrong by the name of the box."""

    entered: Entered
    words: Words
    draft: bool
    faults: Faults = field(default_factory=dict)

    def of(
        self,
        of: type,
        prefix: str = "",
        without: Collection[str] = (),
        taken: Taken | None = None,
    ) -> dict[str, Any]:
        """The data of a part; a code that was left blank is made from the text it belongs to."""
        data: dict[str, Any] = {}
        for each in asked(of, without):
            name = f"{prefix}{each.name}"
            value = _READ[each.way](self, each, name)
            if value is None and each.word.coined and name not in self.faults:
                text = first(self.entered, f"{prefix}{each.word.from_}")
                value = coined(each.word.coined, text, (taken or {}).get(each.name, ())) if text else None
            self._take(data, each, value, name)
        return data

    def _take(self, data: dict[str, Any], each: Shape, value: Any, name: str) -> None:
        if value is None and each.required and each.optional:
            data[each.name] = None
        elif value is None and each.required:
            if not (self.draft or name in self.faults or any(bad.startswith(f"{name}.") for bad in self.faults)):
                self.faults[name] = f"请填写“{each.word.label}”。"
        elif value is not None and (each.required or value != each.default):
            data[each.name] = value

    def wrong(self, name: str, sentence: str) -> None:
        """Note what is wrong with a box."""
        self.faults.setdefault(name, sentence)


def read(
    of: type, entered: Entered, words: Words, *, draft: bool = False, without: Collection[str] = (),
    taken: Taken | None = None,
) -> tuple[dict[str, Any], Faults]:  # fmt: skip
    """The inverse of `filled`: the data, and what is wrong by the name of the box.

    A ``draft`` may leave out what has to be there in the end; ``taken`` are codes that others have.
    """
    readout = Readout(entered, words, draft)
    return readout.of(of, "", without, taken), readout.faults


def _text(readout: Readout, each: Shape, name: str) -> str | None:
    text = CONTROL.sub("", first(readout.entered, name).replace("\r\n", "\n")).strip()
    if each.way == "line":
        text = " ".join(text.split("\n"))
    return text or (None if each.required else each.default)


def _choice(readout: Readout, each: Shape, name: str) -> str | None:
    value = first(readout.entered, name)
    if value and value not in each.labels:
        readout.wrong(name, f"“{each.word.label}”请从列出的里面选。")
    return value or None


def _day(readout: Readout, each: Shape, name: str) -> str | None:
    text = first(readout.entered, name)
    try:
        return date.fromisoformat(text).isoformat() if text else None
    except ValueError:
        readout.wrong(name, f"“{each.word.label}”请填日期，写成 2026-07-01 这样。")
        return None


def _number(readout: Readout, each: Shape, name: str) -> float | None:
    text = first(readout.entered, name)
    number = plain_number(text)
    whole = number is not None and number == int(number)
    if text and (number is None or (each.way == "whole" and (not whole or number < 0))):
        readout.wrong(name, f"“{each.word.label}”请只填{'整数' if each.way == 'whole' else '数字'}，不要写单位。")
        return None
    return int(number) if number is not None and whole else number


def _lines(readout: Readout, each: Shape, name: str) -> list[str] | None:
    text = CONTROL.sub("", "\n".join(readout.entered.get(name, ())))
    lines = [" ".join(line.split()) for line in text.splitlines()]
    found = [line for line in lines if line]
    if each.word.names == "laws":
        known = readout.words.entries.get("laws", {})
        for line in found:
            if line.partition(" ")[0] not in known:
                near = _nearest(line, known)
                readout.wrong(name, f"“{line}”：没有登记这部法，请写“简称 空格 条款”{near}。")
    return found or (None if each.required else [])


def _nearest(line: str, known: Collection[str]) -> str:
    """A hint at the law that was meant: its name with the article written straight after it."""
    inside = [short for short in known if line.startswith(short)]
    if inside:
        short = max(inside, key=len)
        return f"，例如：{short} {line.removeprefix(short).strip('第条款、 ') or '1'}"
    return "，例如：食品安全法 35；新的法先到“法律法规政策”里登记"


def _code(readout: Readout, each: Shape, name: str) -> str | None:
    code, sentence = picked(each.word.names, first(readout.entered, name), readout.words)
    if sentence:
        readout.wrong(name, sentence)
    return code or (None if each.required else "")


def _codes(readout: Readout, each: Shape, name: str) -> list[str] | None:
    """What was ticked; what was there before keeps its place, which the page sends along."""
    ticked = dict.fromkeys(value for value in readout.entered.get(name, ()) if value)
    before = [code for code in first(readout.entered, f"{name}.before").split() if code in ticked]
    found = list(dict.fromkeys([*before, *ticked]))
    return found or (None if each.required else [])


def _term(readout: Readout, each: Shape, name: str) -> dict[str, Any] | None:
    text, unit = first(readout.entered, f"{name}.n"), first(readout.entered, f"{name}.unit")
    if not text:
        return None
    if not text.isdecimal() or len(text) > 4:
        readout.wrong(f"{name}.n", f"“{each.word.label}”请只填整数，单位在旁边选。")
        return None
    if unit not in ("wd", "cal", "month"):
        readout.wrong(f"{name}.unit", f"“{each.word.label}”请选单位：工作日、日还是月。")
    rolls = {"rolls": True} if first(readout.entered, f"{name}.rolls") else {}
    return {"n": int(text), "unit": unit, **rolls}


def _rule(readout: Readout, each: Shape, name: str) -> Any:
    data, faults = read_rule(readout.entered, name)
    for box, sentence in faults.items():
        readout.wrong(box, f"“{each.word.label}”{sentence}")
    return data


def _part(readout: Readout, each: Shape, name: str) -> dict[str, Any] | None:
    assert each.of
    if not each.required and not first(readout.entered, f"{name}.there"):
        return None
    data = readout.of(each.of, f"{name}.")
    if readout.draft and not first(readout.entered, f"{name}.there") and not _says(data):
        for box in [box for box in readout.faults if box.startswith(f"{name}.")]:
            del readout.faults[box]
        return None
    return data


def _says(data: Raw) -> bool:
    return any(value not in (None, False, "", {}, []) for value in data.values())


def _rows(readout: Readout, each: Shape, name: str) -> list[dict[str, Any]] | None:
    """Rows filled in where they stand; those left quite empty are not there."""
    assert each.of
    found: list[dict[str, Any]] = []
    for place in range(count(readout.entered, name)):
        here = f"{name}.{place}."
        inner = [box for box in readout.entered if box.startswith(here) and box.rpartition(".")[2] not in _FRAME]
        if not any(first(readout.entered, box) for box in inner):
            continue
        keys = {key: {row.get(key, "") for row in found} for key in ("value", "code")}
        row = readout.of(each.of, here, each.word.without, keys)
        found.append({**row, **_kept(readout, here, each.word.without)})
    return found or (None if each.required else [])


_FRAME = frozenset({"join", "n", "kept", "add"})
"""Boxes that stand in an empty row, too."""


def _kept(readout: Readout, here: str, without: Collection[str]) -> dict[str, Any]:
    """What a row says that its form does not ask for."""
    try:
        kept = json.loads(first(readout.entered, f"{here}kept") or "{}")
    except (ValueError, RecursionError):
        return {}
    if not isinstance(kept, dict) or strange_values(kept):
        return {}
    return {key: value for key, value in kept.items() if key in without}


_READ: Mapping[str, Callable[[Readout, Shape, str], Any]] = {
    "line": _text,
    "long": _text,
    "choice": _choice,
    "day": _day,
    "number": _number,
    "whole": _number,
    "bool": lambda readout, each, name: bool(first(readout.entered, name)),
    "lines": _lines,
    "code": _code,
    "codes": _codes,
    "term": _term,
    "rule": _rule,
    "part": _part,
    "rows": _rows,
}
