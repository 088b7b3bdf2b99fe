"""What an applicant is spared, counted from the data on the side that flatters nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.published import SITUATIONS, assessed, catalogue
from yizheng.catalogue.trying.figures import (
    Comparison,
    Figures,
    burdens,
    figures_of,
    groups_of_fields,
    industry_figures,
    workdays,
)
from yizheng.law.clocks import Term, Unit
from yizheng.law.items import Advice
from yizheng.law.rules import ALWAYS


@pytest.mark.parametrize(
    ("term", "promised", "present"),
    [
        (Term(20, Unit.WORKING_DAY), 20, 20),
        (Term(30, Unit.CALENDAR_DAY), 21, 20),
        (Term(3, Unit.MONTH), 62, 62),
        (Term(1, Unit.MONTH), 21, 20),
        (Term(0, Unit.WORKING_DAY), 0, 0),
    ],
)
def test_other_units_are_counted_against_ourselves(term: Term, promised: int, present: int) -> None:
    assert (workdays(term, up=True), workdays(term, up=False)) == (promised, present)


def test_a_restaurant_is_counted_item_by_item_and_together() -> None:
    found = Comparison(assessed("RESTAURANT"))
    items = found.assessment.items
    shared = {spec.code for spec in found.assessment.shared_fields}
    visited = [each.item.code for each in items if each.visit]
    assert found.apart == Figures(
        steps=3 * len(items) + len(visited),
        materials=sum(len([use for use in each.uses if not use.at_check]) for each in found.assessment.materials),
        fields=sum(len(shared | {spec.code for spec in each.fields}) for each in items),
        visits=len(visited),
        days=sum(workdays(each.statutory.term, up=False) for each in items),
    )
    assert found.together.materials == len([each for each in found.assessment.materials if each.asked])
    assert found.together.fields == len({spec.code for spec in found.assessment.fields})
    assert found.together.visits < len(visited)
    assert found.slowest == 20


def test_whoever_needs_one_item_only_is_spared_no_step() -> None:
    found = Comparison(assessed("FREIGHT"))
    assert found.apart.steps == found.together.steps == 3
    assert found.apart.fields == found.together.fields


def test_every_industry_has_its_figures_and_none_is_worse_off_together() -> None:
    figures = figures_of(catalogue())
    assert [each.industry.code for each in figures] == sorted(SITUATIONS)
    for industry in figures:
        assert industry.fullest.weight >= industry.middle.weight
        for one in (industry.middle, industry.fullest):
            for name in ("steps", "materials", "fields", "visits", "days"):
                assert getattr(one.together, name) <= getattr(one.apart, name), (industry.industry.code, name)


def test_a_convenience_store_is_spared_no_less_than_in_pudong() -> None:
    """53 → 10 documents, 313 → 98 fields, 95 → 5 days (domain §4.3); a tenth of what is saved may be missing."""
    fullest = next(each.fullest for each in figures_of(catalogue()) if each.industry.code == "CONVENIENCE")
    apart, together = fullest.apart, fullest.together
    assert together.materials / apart.materials <= 10 / 53 + 0.1
    assert together.fields / apart.fields <= 98 / 313 + 0.1
    assert together.days / apart.days <= 5 / 95 + 0.1


def test_an_industry_in_which_nobody_may_apply_has_no_figures() -> None:
    freight = catalogue().industries["FREIGHT"]
    closed = replace(freight, advice=(Advice(kind="stop", when=ALWAYS, text="不再受理"),))
    assert industry_figures(freight, catalogue())
    assert industry_figures(closed, catalogue()) is None


def test_what_an_item_alone_asks_is_its_burden() -> None:
    found = {each.needed.item.code: each for each in burdens(assessed("RESTAURANT"))}
    assert found["FOOD_CATERING"].fields > found["TOBACCO"].fields > 0
    assert found["TOBACCO"].materials >= 1
    own = len(assessed("RESTAURANT").fields) - len(assessed("RESTAURANT").shared_fields)
    assert sum(groups_of_fields(assessed("RESTAURANT")).values()) == own
