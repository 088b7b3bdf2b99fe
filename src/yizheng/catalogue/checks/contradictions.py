"""What nobody ever meets contradicts the questions or the rows before it, and must go (domain §4.5(6))."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from yizheng.catalogue.text.faults import Fault
from yizheng.catalogue.text.reading import Reading
from yizheng.catalogue.trying.applicants import situations
from yizheng.catalogue.trying.combinations import Combinations
from yizheng.catalogue.walking import Path_
from yizheng.law.intake import Assessment, assess
from yizheng.law.items import Catalogue, Industry, Item
from yizheng.law.rules import judge

FURTHER_TRIES = 2000
"""Made-up applicants looked at before a row is said to meet nobody, where it cannot be asked of all."""

Row = tuple[str, Path_, str, object]
"""The entry's code, where the row stands in it, what it is called, and what marks that it was met."""


@dataclass(slots=True)
class Met:
    """The rows that somebody has met: each by itself, items by industry, materials and fields by item."""

    marks: set[object] = field(default_factory=set)

    def note(self, assessment: Assessment) -> None:
        """Remember every row of which this assessment is made."""
        code = assessment.industry.code
        self.marks.update((code, question) for question in assessment.answers)
        self.marks.update((code, item) for item in assessment.codes)
        self.marks.update(map(id, (*assessment.advice, *assessment.stops, *assessment.not_covered)))
        for needed in assessment.items:
            rows = (*needed.conditions, *needed.review_points, needed.statutory, needed.promised)
            self.marks.update(map(id, rows))
            self.marks.update((needed.item.code, spec.code) for spec in needed.fields)
        for material in assessment.materials:
            self.marks.update((use.item, material.material.code) for use in material.uses)


def contradiction_faults(reading: Reading, catalogue: Catalogue, met: Met) -> Iterator[Fault]:
    """The rows of industries and items that nobody meets, once many more applicants were made up to look for them."""
    industries = catalogue.industries.values()
    for industry in industries:
        _look_further(industry, catalogue, met)
    for kind, rows in (
        ("industries", [row for industry in industries for row in _rows_of_industry(industry)]),
        ("items", [row for item in catalogue.items.values() for row in _rows_of_item(item)]),
    ):
        for code, path, name, mark in rows:
            if mark not in met.marks:
                sentence = f"没有人会遇到“{name}”：它的条件与前面的问题或者条件互相矛盾，请改正或者删去"
                yield reading.fault(kind, code, path, "没有矛盾", sentence)


def filling_faults(reading: Reading, catalogue: Catalogue, assessment: Assessment) -> Iterator[Fault]:
    """A field with one answer that the everyday answers would fill in two ways at once."""
    for spec in assessment.fields:
        if spec.kind != "choice":
            continue
        rules = ((option, option.chosen_when) for option in spec.options if not option.chosen_when.never)
        held = [
            option.label or option.value
            for option, rule in rules
            if judge(rule, assessment.answers, catalogue.figures, assessment.codes).holds
        ]
        if len(held) > 1:
            sentence = f"同样的回答会同时填上“{'”和“'.join(held)}”，只能填一个，请改正 chosen_when"
            yield reading.fault("fields", spec.code, ("options",), "没有矛盾", sentence)


def _look_further(industry: Industry, catalogue: Catalogue, met: Met) -> None:
    items = [catalogue.items[use.item] for use in industry.items if not use.when.never]
    wanted = {row[3] for row in (*_rows_of_industry(industry), *(row for item in items for row in _rows_of_item(item)))}
    if wanted <= met.marks:
        return
    combinations = Combinations(industry, catalogue)
    for answers in combinations if combinations.every else situations(industry, catalogue, FURTHER_TRIES):
        met.note(assess(industry, answers, catalogue))
        if wanted <= met.marks:
            return


def _rows_of_industry(industry: Industry) -> Iterator[Row]:
    code = industry.code
    for place, question in enumerate(industry.questions):
        yield code, ("questions", place, "show_when"), question.ask, (code, question.code)
    for place, use in enumerate(industry.items):
        if not use.when.never:
            yield code, ("items", place, "when"), use.item, (code, use.item)
    for name in ("advice", "not_covered"):
        for place, each in enumerate(getattr(industry, name)):
            yield code, (name, place, "when"), each.text, id(each)


def _rows_of_item(item: Item) -> Iterator[Row]:
    called: tuple[tuple[str, Any], ...] = (
        ("conditions", lambda row: row.text),
        ("review_points", lambda row: row.code),
        ("statutory", lambda row: f"{row.term}"),
        ("promised", lambda row: f"{row.term}"),
    )
    for name, say in called:
        for place, row in enumerate(getattr(item, name)):
            yield item.code, (name, place), say(row), id(row)
    for place, material in enumerate(use.material for use in item.materials):
        yield item.code, ("materials", place), material, (item.code, material)
    for place, spec in enumerate(use.field for use in item.fields):
        yield item.code, ("fields", place), spec, (item.code, spec)
