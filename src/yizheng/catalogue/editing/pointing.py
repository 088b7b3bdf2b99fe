"""A fault of the checks, pointed out to people: at which article of the entry, in its words, and on which form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from yizheng.catalogue.editing.anatomy import Raw, shape
from yizheng.catalogue.editing.naming import KINDS, NAMED
from yizheng.catalogue.editing.words import Words
from yizheng.catalogue.text.faults import Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointed:
    """What is wrong, where, and the list and place of the row whose form puts it right; none for the entry's own."""

    where: tuple[str, ...]
    sentence: str
    rule: str
    field: str = ""
    place: int | None = None


def pointed(kind: str, raw: Raw, fault: Fault, words: Words) -> Pointed:
    """A fault of an entry for those who have forms and no file."""
    where: list[str] = []
    of: type | None = KINDS[kind]
    value: Any = raw
    sentence, field, place = fault.sentence, "", None
    for part in fault.path:
        if isinstance(part, int):
            value = value[part] if isinstance(value, Sequence) and part < len(value) else None
            if of and isinstance(value, Mapping):
                where.append(words.title(of, value))
                place = part if field and place is None else place
        elif of and part in NAMED[of].words:
            sentence = _in_words(of, sentence)
            found = shape(of, part)
            where.append(found.word.label)
            field = part if found.apart and not field else field
            of = found.of
            value = value.get(part) if isinstance(value, Mapping) else None
    sentence = _in_words(of, sentence) if of else sentence
    return Pointed(
        where=tuple(where), sentence=sentence, rule=fault.rule, field=field if place is not None else "", place=place
    )


def _in_words(of: type, sentence: str) -> str:
    """Fields by their names: “scope” becomes “适用范围”."""
    for name, word in NAMED[of].words.items():
        sentence = sentence.replace(f"“{name}”", f"“{word.label}”")
    return sentence
