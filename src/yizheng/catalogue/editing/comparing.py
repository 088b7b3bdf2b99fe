"""What a proposal changes in an entry, article by article, in words that anybody in an organ can sign under."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from yizheng.catalogue.editing.anatomy import REQUIRED, Raw, Shape, shapes
from yizheng.catalogue.editing.matching import moved, pairs
from yizheng.catalogue.editing.naming import KINDS
from yizheng.catalogue.editing.words import Fact, Words, facts

What = Literal["added", "removed", "changed", "moved"]
Op = Literal["same", "del", "ins"]
LIKE = 0.4
"""How alike two texts must be for the difference to be marked inside them."""

TOKEN = re.compile(r"[A-Za-z0-9_.]+|\s+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text that stays, goes or comes."""

    op: Op
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change: where, what it was, what it becomes; ``pieces`` mark it inside a text, ``facts`` tell a whole row."""

    where: tuple[str, ...]
    what: What
    was: str = ""
    now: str = ""
    pieces: tuple[Piece, ...] = ()
    facts: tuple[Fact, ...] = ()


def compare(kind: str, old: Raw | None, new: Raw | None, before: Words, after: Words) -> tuple[Change, ...]:
    """The changes of one entry; None is an entry that is not there. Names are those of ``before`` and ``after``."""
    of = KINDS[kind]
    before, after = before.within(kind, old), after.within(kind, new)
    if old is None or new is None:
        return tuple(_whole(of, old, new, (_name(of, old, new, before, after),), before, after))
    return tuple(_Comparing(before, after).of(of, old, new, (_name(of, old, new, before, after),)))


def marked(was: str, now: str) -> tuple[Piece, ...]:
    """Two texts as one, with what goes and what comes; nothing when they have too little in common."""
    if not was or not now:
        return ()
    old, new = TOKEN.findall(was), TOKEN.findall(now)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return _pieces(matcher, old, new, "") if matcher.ratio() >= LIKE else ()


def _pieces(matcher: SequenceMatcher[str], old: Sequence[str], new: Sequence[str], between: str) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if between and found:
            found.append(Piece("same", between))
        if tag == "equal":
            found.append(Piece("same", between.join(old[old_from:old_to])))
            continue
        if old_to > old_from:
            found.append(Piece("del", between.join(old[old_from:old_to])))
        if new_to > new_from:
            found.append(Piece("ins", between.join(new[new_from:new_to])))
    return tuple(found)


def _name(of: type, old: Raw | None, new: Raw | None, before: Words, after: Words) -> str:
    return after.title(of, new) if new is not None else before.title(of, old or {})


def _whole(
    of: type, old: Raw | None, new: Raw | None, where: tuple[str, ...], before: Words, after: Words
) -> Iterator[Change]:
    if new is not None and old is None:
        yield Change(where=where, what="added", now=after.title(of, new), facts=facts(of, new, after))
    elif old is not None and new is None:
        yield Change(where=where, what="removed", was=before.title(of, old), facts=facts(of, old, before))


class _Comparing:
    """Two versions beside each other, each with the names of its own time."""

    def __init__(self, before: Words, after: Words) -> None:
        self.before, self.after = before, after

    def of(self, of: type, old: Raw, new: Raw, where: tuple[str, ...]) -> Iterator[Change]:
        """The changes between two versions of one thing."""
        for field in shapes(of):
            was, now = _value(field, old), _value(field, new)
            if was == now:
                continue
            here = (*where, field.word.label)
            if field.way == "rows" and field.of:
                yield from self._rows(field.of, was or [], now or [], here)
            elif field.way == "part" and field.of:
                yield from self._part(field.of, was, now, here)
            else:
                yield self._changed(field, was, now, here)

    def _part(self, of: type, was: Raw | None, now: Raw | None, where: tuple[str, ...]) -> Iterator[Change]:
        if was is None or now is None:
            yield from _whole(of, was, now, where, self.before, self.after)
        else:
            yield from self.of(of, was, now, where)

    def _changed(self, field: Shape, was: Any, now: Any, where: tuple[str, ...]) -> Change:
        old, new = self.before.say(field, was), self.after.say(field, now)
        pieces: tuple[Piece, ...] = ()
        if field.way in ("line", "long"):
            pieces = marked(old, new)
        elif field.way in ("lines", "codes"):
            pieces = self._listed(field, was or [], now or [])
        return Change(where=where, what="changed", was=old, now=new, pieces=pieces)

    def _listed(self, field: Shape, was: list[str], now: list[str]) -> tuple[Piece, ...]:
        old = [self.before.say(field, [each]) for each in was]
        new = [self.after.say(field, [each]) for each in now]
        return _pieces(SequenceMatcher(None, old, new, autojunk=False), old, new, "；")

    def _rows(self, of: type, was: list[Raw], now: list[Raw], where: tuple[str, ...]) -> Iterator[Change]:
        found = pairs(of, was, now)
        shifted = moved([each for each in found if None not in each])
        for old, new in found:
            if old is None and new is not None:
                here = (*where, self.after.title(of, now[new]))
                yield from _whole(of, None, now[new], here, self.before, self.after)
            elif new is None and old is not None:
                here = (*where, self.before.title(of, was[old]))
                yield from _whole(of, was[old], None, here, self.before, self.after)
            elif old is not None and new is not None:
                here = (*where, self.after.title(of, now[new]))
                if (old, new) in shifted:
                    yield Change(where=here, what="moved", was=f"第{old + 1}个", now=f"第{new + 1}个")
                yield from self.of(of, was[old], now[new], here)


def _value(field: Shape, raw: Raw) -> Any:
    default = None if field.default is REQUIRED else field.default
    return raw.get(field.name, default)
