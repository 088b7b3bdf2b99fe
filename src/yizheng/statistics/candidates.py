"""Which industries could come next: items that the same applicants ask for within one time, ranked (S-018).

Frequent sets of items are found by walking from single items to larger sets, each with the applicants who asked for
all of it (Eclat); a set that too few ask for is left at once with all that contain it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

LEAST = 3
"""Applicants below which nothing is shown: fewer could be recognised (个人信息保护法 6)."""

MOST_ITEMS = 10
"""Items of one applicant in the window, beyond which it is a chain or an agent and not one shop."""

SHARED = 2
"""Items that an industry must have of a candidate to be called the nearest: one alone is shared with many."""

MOST_SHOWN = 12
A_YEAR = 365


@dataclass(frozen=True, slots=True)
class Applied:
    """One application of the past: by whom (a digest), for which item, of which organ, when, in which GB/T class."""

    applicant: str
    item: str
    organ: str
    on: date
    gbt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Items that may become one industry, and what speaks for it.

    ``applications``: how many a year these applicants make for these items; ``spared``: how many fewer if all were one;
    ``gbt``: the class most of them are in, "" when unknown; ``nearest`` and ``missing``: the industry there is that has
    most of the items, and what it lacks.
    """

    items: tuple[str, ...]
    applicants: int
    organs: tuple[str, ...]
    applications: int
    spared: int
    gbt: str
    nearest: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """The candidates, best first, and from how much they were found; ``left_out``: applicants with too many items."""

    candidates: tuple[Candidate, ...]
    applications: int
    applicants: int
    left_out: int
    first_on: date | None
    last_on: date | None


@dataclass(slots=True)
class _Found:
    """Sets of items that are asked for together, each with the places of the applicants who did."""

    sets: dict[frozenset[str], frozenset[int]] = field(default_factory=dict)

    def walk(
        self, items: tuple[str, ...], by: Mapping[str, frozenset[int]], baskets: Sequence[tuple[int, ...]]
    ) -> None:
        """Keep every larger set that begins with ``items`` and that enough applicants ask for."""
        for place, item in enumerate(sorted(by)):
            larger = (*items, item)
            whose = frozenset(owner for basket in by[item] for owner in baskets[basket])
            if len(whose) < LEAST:
                continue
            if items:
                self.sets[frozenset(larger)] = whose
            rest = {other: by[other] & by[item] for other in sorted(by)[place + 1 :]}
            self.walk(larger, {other: those for other, those in rest.items() if those}, baskets)

    def closed(self) -> dict[frozenset[str], frozenset[int]]:
        """Without the sets of which a larger one is asked for by the very same applicants."""
        alike: dict[frozenset[int], list[frozenset[str]]] = {}
        for items, whose in self.sets.items():
            alike.setdefault(whose, []).append(items)
        return {items: whose for items, whose in self.sets.items() if not any(items < other for other in alike[whose])}


def ranking(applied: Collection[Applied], industries: Mapping[str, frozenset[str]], window: timedelta) -> Ranking:
    """The sets of items that no industry of ``industries`` has, by how many applications a year one would spare."""
    theirs: dict[str, list[Applied]] = {}
    for each in applied:
        theirs.setdefault(each.applicant, []).append(each)
    owners = sorted(theirs)
    baskets: dict[frozenset[str], set[int]] = {}
    left_out = 0
    for place, owner in enumerate(owners):
        asked = _baskets(theirs[owner], window)
        left_out += any(len(items) > MOST_ITEMS for items in asked)
        for items in asked:
            if 1 < len(items) <= MOST_ITEMS:
                baskets.setdefault(items, set()).add(place)
    found = _together(baskets)
    days = [each.on for each in applied]
    years = max((max(days) - min(days)).days / A_YEAR, 1) if days else 1
    new = (items for items in found if not any(items <= covered for covered in industries.values()))
    candidates = [
        _candidate(items, [one for place in found[items] for one in theirs[owners[place]]], industries, years)
        for items in new
    ]
    return Ranking(
        candidates=_best(candidates),
        applications=len(applied),
        applicants=len(owners),
        left_out=left_out,
        first_on=min(days, default=None),
        last_on=max(days, default=None),
    )


def _baskets(asked: Sequence[Applied], window: timedelta) -> set[frozenset[str]]:
    """What one applicant asked for within the window, from every application on; the sets that no other contains."""
    asked = sorted(asked, key=lambda each: each.on)
    sets: set[frozenset[str]] = set()
    for place, first in enumerate(asked):
        end = first.on + window
        sets.add(frozenset(each.item for each in asked[place:] if each.on <= end))
    return {items for items in sets if not any(items < other for other in sets)}


def _together(baskets: Mapping[frozenset[str], Collection[int]]) -> dict[frozenset[str], frozenset[int]]:
    """The sets of two and more items that enough applicants ask for."""
    kinds = list(baskets)
    by: dict[str, set[int]] = {}
    for place, items in enumerate(kinds):
        for item in items:
            by.setdefault(item, set()).add(place)
    found = _Found()
    whose = [tuple(baskets[items]) for items in kinds]
    found.walk((), {item: frozenset(places) for item, places in by.items()}, whose)
    return found.closed()


def _candidate(
    items: frozenset[str], asked: Iterable[Applied], industries: Mapping[str, frozenset[str]], years: float
) -> Candidate:
    theirs = list(asked)
    ours = [each for each in theirs if each.item in items]
    applicants = {each.applicant for each in theirs}
    nearest = max(sorted(industries), key=lambda code: len(items & industries[code]), default="")
    if len(items & industries.get(nearest, frozenset())) < SHARED:
        nearest = ""
    return Candidate(
        items=tuple(sorted(items)),
        applicants=len(applicants),
        organs=tuple(sorted({each.organ for each in ours})),
        applications=round(len(ours) / years),
        spared=round(len(applicants) * (len(items) - 1) / years),
        gbt=_class_of(theirs),
        nearest=nearest,
        missing=tuple(sorted(items - industries.get(nearest, frozenset()))) if nearest else (),
    )


def _class_of(asked: Iterable[Applied]) -> str:
    """The class that most of these applicants are in, when enough of them are."""
    counted = Counter(gbt for _, gbt in {(each.applicant, each.gbt) for each in asked if each.gbt})
    (gbt, number), *_ = [*counted.most_common(1), ("", LEAST)]
    return gbt if number >= LEAST else ""


def _best(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The best first; a part, or more, of one that stands above is left out."""
    best: list[Candidate] = []
    for each in sorted(candidates, key=lambda one: (-one.spared, -len(one.organs), -one.applicants, one.items)):
        items = set(each.items)
        if not any(items <= set(other.items) or items >= set(other.items) for other in best):
            best.append(each)
    return tuple(best[:MOST_SHOWN])
