"""A trial as its page shows it: how far it is, what was found, and the reform's figures before and after (S-004)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from yizheng.catalogue.text.faults import Fault
from yizheng.catalogue.trying.figures import NAMES
from yizheng.catalogue.trying.simulation import Simulated
from yizheng.statistics.models import Trial
from yizheng.statistics.names import Named, Names
from yizheng.statistics.trials import Proposal, from_data

MOST_NAMED = 8
"""Items and materials named, those most often asked for first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure of who needs most: item by item, in one application now, and as proposed; None for none."""

    name: str
    apart: int | None
    now: int | None
    proposed: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Often:
    """Of how many in a hundred of those who may apply something is asked."""

    name: str
    percent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IndustryTried:
    """What came of one industry so far; ``most`` and ``slowest`` say which item asks most of whom needs most."""

    industry: Named
    is_new: bool
    number: int
    of: int
    tried: int
    applying: int
    stopped: int
    spans: Mapping[str, tuple[int, int]]
    items: tuple[Often, ...]
    materials: tuple[Often, ...]
    faults: tuple[Fault, ...]
    measures: tuple[Measure, ...]
    most: tuple[str, int, int] | None
    slowest: tuple[str, int] | None

    @property
    def every(self) -> bool:
        """Whether every combination is tried, and not every pair of answers."""
        return self.of >= self.number

    @property
    def done(self) -> bool:
        """Whether nothing is left to try."""
        return self.tried >= self.of


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """The whole page, what has faults first. ``begun``: whether anything was tried; ``gone``: the industries that would
    be no more.
    """

    begun: bool
    rows: tuple[IndustryTried, ...]
    waiting: tuple[Named, ...]
    gone: tuple[Named, ...]

    @property
    def done(self) -> bool:
        """Whether nothing is left to try."""
        return not self.waiting and all(row.done for row in self.rows)

    @property
    def percent(self) -> int:
        """How far it is; what has not been begun counts as one industry like the others."""
        of = sum(row.of for row in self.rows)
        tried = sum(row.tried for row in self.rows)
        begun = len(self.rows) * 100 // ((len(self.rows) + len(self.waiting)) or 1)
        return tried * begun // of if of else 0

    @property
    def faults(self) -> int:
        """How many faults were found."""
        return sum(len(row.faults) for row in self.rows)


def tried(proposal: Proposal) -> Tried:
    """How far the trial of a proposal is, and what it has found; in one statement."""
    before, after = proposal.before, proposal.after
    rows = {row.digest: row for row in Trial.objects.filter(digest__in={*before.values(), *after.values()})}
    names = Names((proposal.proposed, proposal.base))
    begun = {code: rows[digest] for code, digest in after.items() if digest in rows and rows[digest].data is not None}
    ready = {code: row for code, row in begun.items() if code not in before or before[code] in rows}
    found = [_row(proposal, code, row, rows.get(before.get(code, ""))) for code, row in ready.items()]
    return Tried(
        begun=bool(begun),
        rows=tuple(sorted(found, key=lambda row: not row.faults)),
        waiting=tuple(names.industry(code) for code in after if code not in ready),
        gone=tuple(names.industry(code) for code in proposal.codes if code not in after),
    )


def _row(proposal: Proposal, code: str, row: Trial, was: Trial | None) -> IndustryTried:
    catalogue = proposal.proposed
    found = from_data(row.data or {}, catalogue.industries[code], row.of, row.tried)
    most, slowest = row.figures.get("most"), row.figures.get("slowest")
    return IndustryTried(
        industry=Named(code=code, name=found.industry.name),
        is_new=code not in proposal.base.industries,
        number=found.number,
        of=found.of,
        tried=found.tried,
        applying=found.applying,
        stopped=found.stopped,
        spans=found.spans,
        items=_often(found, found.items, {code: item.short for code, item in catalogue.items.items()}),
        materials=_often(found, found.materials, {code: each.name for code, each in catalogue.materials.items()}),
        faults=tuple(sorted(found.faults.values())),
        measures=tuple(_measure(measure, was.figures if was else {}, row.figures) for measure in NAMES),
        most=(most[0], most[1], most[2]) if most else None,
        slowest=(slowest[0], slowest[1]) if slowest else None,
    )


def _often(found: Simulated, counted: Counter[str], names: Mapping[str, str]) -> tuple[Often, ...]:
    of = found.applying or 1
    return tuple(
        Often(name=names[code], percent=number * 100 // of) for code, number in counted.most_common(MOST_NAMED)
    )


def _measure(measure: str, was: Mapping[str, Any], now: Mapping[str, Any]) -> Measure:
    return Measure(
        name=NAMES[measure],
        apart=now["apart"][measure] if now else None,
        now=was["together"][measure] if was else None,
        proposed=now["together"][measure] if now else None,
    )
