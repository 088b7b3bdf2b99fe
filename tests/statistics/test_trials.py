"""Trying the industries of a proposal in pieces: the same as at once, nothing twice, before and after side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from unittest.mock import patch

import pytest

from tests import make
from tests.published import catalogue
from yizheng.catalogue.text.reading import plain_entries, read_entries
from yizheng.catalogue.trying.simulation import simulate
from yizheng.law.items import Catalogue
from yizheng.law.terms import Term, Unit
from yizheng.statistics.commands import forget_trials, go_on_with, trials
from yizheng.statistics.models import Trial
from yizheng.statistics.queries.trials import tried
from yizheng.statistics.trials import Proposal, as_data, digest_of, from_data

AT = make.at(2026, 3, 10)
FEW = ("EDUCATION", "HR_AGENCY", "PRINT_SHOP")
"""Industries of few answers, of which not two share an item."""


def proposed(changed: Catalogue, *codes: str) -> Proposal:
    reading = read_entries(plain_entries(changed))
    return Proposal(base=catalogue(), reading=reading, proposed=reading.catalogue(), codes=codes)


def slower() -> Catalogue:
    """The labour agencies are promised more time, and one less material is asked for."""
    item = catalogue().items["HR_SERVICE"]
    limit = replace(item.promised[0], term=Term(15, Unit.WORKING_DAY))
    item = replace(item, promised=(limit, *item.promised[1:]), materials=item.materials[:-1])
    return replace(catalogue(), items={**catalogue().items, "HR_SERVICE": item})


def through(proposal: Proposal) -> int:
    """Go on until nothing is left; how many pieces it took."""
    pieces = 1
    while go_on_with(proposal, AT):
        pieces += 1
    return pieces


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch: Any) -> None:
    monkeypatch.setattr(trials, "PIECE", 7)
    monkeypatch.setattr(trials, "BEGINNING", 3)


@pytest.mark.django_db
def test_pieces_find_the_same_as_everything_at_once() -> None:
    proposal = proposed(slower(), *FEW)
    assert not tried(proposal).begun
    assert through(proposal) > 5
    for code in FEW:
        whole = simulate(proposal.reading, proposal.proposed, code)
        kept = Trial.objects.get(digest=digest_of(proposal.proposed, code))
        assert (kept.tried, kept.of) == (whole.tried, whole.of)
        assert from_data(kept.data, whole.industry, kept.of, kept.tried) == whole


@pytest.mark.django_db
def test_the_page_says_how_far_it_is_and_then_what_changed_beside_the_separate_way(
    django_assert_num_queries: Any,
) -> None:
    proposal = proposed(slower(), *FEW)
    percents = [0]
    while go_on_with(proposal, AT):
        percents.append(tried(proposal).percent)
    with django_assert_num_queries(1):
        page = tried(proposal)
    assert percents == sorted(percents)
    assert 0 < percents[len(percents) // 2] < page.percent == 100
    assert page.done
    agency = next(row for row in page.rows if row.industry.code == "HR_AGENCY")
    days = next(measure for measure in agency.measures if measure.name == "工作日")
    assert (days.now, days.proposed) == (5, 15)
    materials = next(measure for measure in agency.measures if measure.name == "材料")
    assert materials.proposed is not None
    assert materials.now == materials.proposed + 1
    assert agency.slowest == (catalogue().items["HR_SERVICE"].short, 15)
    assert agency.every
    other = next(row for row in page.rows if row.industry.code == "EDUCATION")
    assert all(measure.now == measure.proposed for measure in other.measures)


@pytest.mark.django_db
def test_what_was_tried_is_not_tried_again_and_a_change_of_one_industry_tries_that_one_alone() -> None:
    through(proposed(catalogue(), *FEW))
    assert Trial.objects.count() == len(FEW), "nothing has changed: before and after are one"
    with patch.object(trials, "go_on", side_effect=AssertionError):
        assert not go_on_with(proposed(catalogue(), *FEW), AT)
    through(proposed(slower(), *FEW))
    assert Trial.objects.count() == len(FEW) + 1


@pytest.mark.django_db
def test_a_promise_that_cannot_be_kept_is_found_with_the_entry_it_stands_in() -> None:
    item = catalogue().items["HR_SERVICE"]
    limit = replace(item.promised[0], term=Term(60, Unit.WORKING_DAY))
    changed = replace(catalogue(), items={**catalogue().items, "HR_SERVICE": replace(item, promised=(limit,))})
    proposal = proposed(changed, "HR_AGENCY")
    through(proposal)
    (row,) = tried(proposal).rows
    assert ("items", "HR_SERVICE") in {(fault.kind, fault.code) for fault in row.faults}
    assert {"承诺不超过法定", "总时限"} <= {fault.rule for fault in row.faults}


@pytest.mark.django_db
def test_a_new_industry_is_tried_and_one_that_is_no_more_is_named() -> None:
    shop = replace(catalogue().industries["PRINT_SHOP"], code="COPY_SHOP", name="打字店")
    industries = {code: each for code, each in catalogue().industries.items() if code != "PRINT_SHOP"}
    proposal = proposed(replace(catalogue(), industries={**industries, "COPY_SHOP": shop}), "COPY_SHOP", "PRINT_SHOP")
    through(proposal)
    page = tried(proposal)
    assert [row.is_new for row in page.rows] == [True]
    assert [each.code for each in page.gone] == ["PRINT_SHOP"]
    assert all(measure.now is None for measure in page.rows[0].measures)


@pytest.mark.django_db
def test_two_people_who_try_the_same_find_it_once() -> None:
    proposal = proposed(catalogue(), "EDUCATION")
    go_on_with(proposal, AT)
    kept = Trial.objects.get()

    def meanwhile(*args: Any) -> Any:
        Trial.objects.filter(digest=kept.digest).update(tried=kept.of, data={**kept.data, "applying": -1})
        return as_data(*args)

    with patch.object(trials, "as_data", meanwhile):
        go_on_with(proposal, AT)
    assert Trial.objects.get().data["applying"] == -1, "what the other has kept stays"


@pytest.mark.django_db
def test_a_trial_that_nobody_goes_on_with_is_forgotten() -> None:
    through(proposed(catalogue(), "PRINT_SHOP"))
    assert forget_trials(AT) == 0
    assert forget_trials(make.at(2026, 9, 1)) == 1


def test_the_digest_tells_every_content_on_which_the_trial_rests() -> None:
    def of(changed: Catalogue) -> str:
        return digest_of(changed, "HR_AGENCY")

    first = of(catalogue())
    assert first == of(replace(catalogue(), version="another"))
    assert first != of(slower())
    assert first == digest_of(replace(catalogue(), laws={}, organs={}), "HR_AGENCY")
    threshold = next(iter(catalogue().thresholds.values()))
    raised = {**catalogue().thresholds, threshold.name: replace(threshold, value=threshold.value + 1)}
    assert first != of(replace(catalogue(), thresholds=raised))
