"""Which row of an old list is which row of a new one: by what it names, not by where it stands."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Callable, Collection, Sequence
from difflib import SequenceMatcher

from yizheng.catalogue.editing.anatomy import Raw
from yizheng.catalogue.editing.naming import NAMED

Pair = tuple[int | None, int | None]
ALIKE = 0.5
"""How alike two rows without a name of their own must be to count as one that was rewritten."""


def pairs(of: type, old: Sequence[Raw], new: Sequence[Raw]) -> list[Pair]:
    """Old and new places of each row in the order of the new list; None where it was not, or is no more."""
    found: dict[int, int] = {}
    left = set(range(len(old)))
    for mark in (_whole, _keyed(of)):
        marks = {at: mark(old[at]) for at in sorted(left)}
        for place, row in enumerate(new):
            same = [at for at in marks if at in left and marks[at] == mark(row)] if place not in found else []
            if same:
                found[place] = same[0]
                left.discard(same[0])
    if len(NAMED[of].keys) > 1:
        _by_likeness(old, new, found, left)
    paired: list[Pair] = [(found.get(place), place) for place in range(len(new))]
    return [*paired, *((place, None) for place in sorted(left))]


def moved(paired: Collection[Pair]) -> set[Pair]:
    """The fewest rows that changed their place among those that stay."""
    olds = [old for old, _ in paired if old is not None]
    staying = set(_longest_rising(olds))
    return {pair for pair in paired if pair[0] not in staying}


def _whole(row: Raw) -> str:
    return json.dumps(row, sort_keys=True)


def _keyed(of: type) -> Callable[[Raw], str]:
    keys = NAMED[of].keys
    return lambda row: json.dumps([row.get(key) for key in keys], sort_keys=True)


def _by_likeness(old: Sequence[Raw], new: Sequence[Raw], found: dict[int, int], left: set[int]) -> None:
    """Rows known by their words alone: the most alike are the same row, rewritten."""
    likeness = sorted(
        (-_alike(old[at], new[place]), at, place) for at in left for place in range(len(new)) if place not in found
    )
    for unlike, at, place in likeness:
        if -unlike >= ALIKE and at in left and place not in found:
            found[place] = at
            left.discard(at)


def _alike(one: Raw, other: Raw) -> float:
    return SequenceMatcher(None, _whole(one), _whole(other), autojunk=False).ratio()


def _longest_rising(places: Sequence[int]) -> list[int]:
    """A longest subsequence that rises."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for place in places:
        at = bisect_left(ends, place)
        before[place] = ends[at - 1] if at else None
        ends[at : at + 1] = [place]
    rising: list[int] = []
    last = ends[-1] if ends else None
    while last is not None:
        rising.append(last)
        last = before[last]
    return rising[::-1]
