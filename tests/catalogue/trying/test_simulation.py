"""All combinations of answers, or every pair of them: nobody is left with nothing (domain §4.5(6))."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from tests.published import SITUATIONS, calendar, catalogue
from yizheng.catalogue.checks.situations import FEW
from yizheng.catalogue.trying.combinations import Combinations
from yizheng.law.finish import earliest_finish
from yizheng.law.intake import Assessment, assess, prefilled
from yizheng.law.rules import Answer

INDUSTRIES = sorted(SITUATIONS)


@cache
def tried(code: str) -> list[tuple[dict[str, Answer], Assessment]]:
    """The made-up applicants of one industry and what each needs, worked out once for all tests of this file."""
    industry = catalogue().industries[code]
    return [(answers, assess(industry, answers, catalogue())) for answers in Combinations(industry, catalogue(), FEW)]


@pytest.mark.parametrize("code", INDUSTRIES)
def test_nobody_is_left_with_neither_item_nor_word(code: str) -> None:
    for answers, found in tried(code):
        assert found.complete
        assert found.items or found.stops or found.advice, answers


@pytest.mark.parametrize("code", INDUSTRIES)
def test_every_item_that_can_be_needed_is_needed_by_somebody(code: str) -> None:
    industry = catalogue().industries[code]
    found = {item for _, assessment in tried(code) for item in assessment.codes}
    assert found == {use.item for use in industry.items if not use.when.never}


@pytest.mark.parametrize("code", INDUSTRIES)
def test_nobody_has_two_food_papers_or_is_asked_for_the_same_thing_twice(code: str) -> None:
    for answers, found in tried(code):
        assert sum(item.startswith("FOOD_") for item in found.codes) <= 1, answers
        codes = [each.material.code for each in found.materials]
        assert len(codes) == len(set(codes))
        fields = [spec.code for spec in found.fields]
        assert len(fields) == len(set(fields))
        assert not any(each.asked for each in found.materials if each.material.source == "internal")


@pytest.mark.parametrize("code", INDUSTRIES)
def test_the_overall_promise_can_always_be_kept(code: str) -> None:
    industry = catalogue().industries[code]
    start = date(2026, 11, 20)
    last = calendar().nth_workday_after(start, industry.overall.term.n)
    days = calendar()
    for answers, found in tried(code):
        assert earliest_finish(found, start, days).on <= last, answers


@pytest.mark.parametrize("code", INDUSTRIES)
def test_what_is_filled_in_is_always_one_of_the_options(code: str) -> None:
    for _, found in tried(code):
        for name, value in prefilled(found, catalogue()).items():
            known = {option.value for option in catalogue().fields[name].options}
            chosen = set(value) if isinstance(value, tuple) else {value}
            assert not known or chosen <= known, (name, value)
