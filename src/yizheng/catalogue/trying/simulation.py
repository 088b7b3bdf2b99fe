"""Trying an industry before it is published: everything that can be answered, and what comes of it (domain §4.5(6))."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import islice

from yizheng.catalogue.checks.situations import applicant_faults, in_words, overall_faults
from yizheng.catalogue.text.faults import Fault
from yizheng.catalogue.text.reading import Reading
from yizheng.catalogue.trying.combinations import Combinations
from yizheng.catalogue.trying.figures import Comparison
from yizheng.law.intake import Assessment, assess
from yizheng.law.items import Catalogue, Industry

Span = tuple[int, int]
"""The least and the most."""

Tell = Callable[[int, int, Assessment], None]
"""Who hears of each combination: how many were tried, out of how many, and what came of it."""


@dataclass(slots=True)
class Simulated:
    """What came of an industry: how many combinations, out of how many to try how many tried, what was asked of whom,
    and every fault.

    ``spans`` has the least and the most items, materials, fields, visits and working days of those who may apply;
    ``items`` and ``materials`` count of how many they were asked.
    """

    industry: Industry
    number: int
    of: int = 0
    tried: int = 0
    applying: int = 0
    stopped: int = 0
    spans: dict[str, Span] = field(default_factory=dict)
    items: Counter[str] = field(default_factory=Counter)
    materials: Counter[str] = field(default_factory=Counter)
    faults: dict[tuple[str, int, str, str], Fault] = field(default_factory=dict)

    @property
    def every(self) -> bool:
        """Whether all combinations were tried, or every pair of answers."""
        return self.tried >= self.number

    def note(self, assessment: Assessment) -> None:
        """Count one applicant."""
        self.tried += 1
        self.stopped += bool(assessment.stops)
        if assessment.stops or not assessment.items:
            return
        self.applying += 1
        self.items.update(assessment.codes)
        self.materials.update(each.material.code for each in assessment.materials if each.asked)
        for name, value in asked_of(assessment).items():
            low, high = self.spans.get(name, (value, value))
            self.spans[name] = (min(low, value), max(high, value))

    def blame(self, assessment: Assessment, fault: Fault) -> None:
        """Keep a fault with the answers that led to it first."""
        sentence = f"{assessment.industry.name}，这样回答时（{in_words(assessment)}）：{fault.sentence}"
        key = (fault.file, fault.row, fault.rule, "" if in_words(assessment) in fault.sentence else fault.sentence)
        self.faults.setdefault(key, replace(fault, sentence=sentence))


def asked_of(assessment: Assessment) -> dict[str, int]:
    """Items, materials, fields, visits, and working days by the items' own limits and the longest chain."""
    figures = Comparison(assessment).together
    return {
        "事项": len(assessment.items),
        "材料": figures.materials,
        "字段": figures.fields,
        "现场核查": figures.visits,
        "工作日": figures.days,
    }


def simulate(reading: Reading, catalogue: Catalogue, code: str, tell: Tell | None = None) -> Simulated:
    """Try every combination of answers of one industry, or every pair of them; ``tell`` hears of each, how many it
    makes, and out of how many.
    """
    found = begun(reading, catalogue, code)
    go_on(found, reading, catalogue, found.of, tell)
    return found


def begun(reading: Reading, catalogue: Catalogue, code: str) -> Simulated:
    """An industry of which nothing has been tried yet, with what is wrong whatever anybody answers."""
    combinations = Combinations(catalogue.industries[code], catalogue)
    of = combinations.number if combinations.every else sum(1 for _ in combinations)
    found = Simulated(combinations.industry, combinations.number, of)
    for fault in overall_faults(reading, code, combinations.industry.overall):
        found.faults.setdefault((fault.file, fault.row, fault.rule, fault.sentence), fault)
    return found


def go_on(found: Simulated, reading: Reading, catalogue: Catalogue, most: int, tell: Tell | None = None) -> None:
    """Try the next combinations, ``most`` of them; the order is the same every time."""
    rows = islice(Combinations(found.industry, catalogue), found.tried, found.tried + most)
    for answers in rows:
        assessment = assess(found.industry, answers, catalogue)
        found.note(assessment)
        for fault in applicant_faults(reading, catalogue, assessment):
            found.blame(assessment, fault)
        if tell is not None:
            tell(found.tried, found.of, assessment)
