"""Which industries could come next: worked out from little towns whose answer can be seen by looking."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from yizheng.statistics.candidates import LEAST, MOST_ITEMS, Applied, Ranking, ranking

FIRST, HALF_A_YEAR = date(2026, 1, 5), timedelta(days=180)
PETS, SHOP = frozenset({"animals", "radiation", "sewer"}), frozenset({"food", "tobacco"})


def shop(name: str, *items: str, apart: int = 10, gbt: str = "", first: date = FIRST) -> list[Applied]:
    """Somebody who asks for these items, one after the other."""
    return [Applied(name, item, f"of {item}", first + n * timedelta(days=apart), gbt) for n, item in enumerate(items)]


def town(*shops: list[Applied], industries: dict[str, frozenset[str]] | None = None) -> Ranking:
    return ranking(
        [each for one in shops for each in one], {"SHOP": SHOP} if industries is None else industries, HALF_A_YEAR
    )


def test_items_that_the_same_applicants_ask_for_become_a_candidate_with_what_speaks_for_it() -> None:
    (pets,) = town(*(shop(f"vet {n}", *sorted(PETS), gbt="8221") for n in range(4))).candidates
    assert frozenset(pets.items) == PETS
    assert (pets.applicants, pets.organs) == (4, ("of animals", "of radiation", "of sewer"))
    assert (pets.applications, pets.spared) == (12, 8), "three applications each, one in future"
    assert pets.gbt == "8221"


def test_fewer_than_three_applicants_are_not_shown() -> None:
    few = [shop(f"vet {n}", *PETS) for n in range(LEAST - 1)]
    assert not town(*few).candidates
    assert town(*few, shop("another", *PETS)).candidates
    many_shops_of_one = [shop("vet", *PETS, first=FIRST + timedelta(days=400 * n)) for n in range(9)]
    assert not town(*many_shops_of_one).candidates


def test_what_one_industry_covers_already_is_no_candidate() -> None:
    smokers = [shop(f"shop {n}", *SHOP) for n in range(5)]
    assert not town(*smokers).candidates
    assert town(*smokers, industries={}).candidates


def test_applications_far_apart_are_not_one_undertaking() -> None:
    assert not town(*(shop(f"vet {n}", "animals", "sewer", apart=181) for n in range(5))).candidates
    assert town(*(shop(f"vet {n}", "animals", "sewer", apart=180) for n in range(5))).candidates


def test_who_asks_for_very_many_items_is_a_chain_or_an_agent_and_is_left_out_and_counted() -> None:
    agents = [shop(f"agent {n}", *(f"item {m}" for m in range(MOST_ITEMS + 1)), apart=1) for n in range(5)]
    found = town(*agents)
    assert (found.candidates, found.left_out) == ((), 5)


def test_the_one_that_spares_most_comes_first_and_parts_of_it_are_not_listed_again() -> None:
    vets = [shop(f"vet {n}", *PETS) for n in range(6)]
    gyms = [shop(f"gym {n}", "sport", "pool") for n in range(3)]
    assert [set(each.items) for each in town(*vets, *gyms).candidates] == [PETS, {"sport", "pool"}]


def test_the_nearest_industry_is_named_with_what_it_lacks() -> None:
    (found,) = town(*(shop(f"shop {n}", "food", "tobacco", "lottery") for n in range(3))).candidates
    assert (found.nearest, found.missing) == ("SHOP", ("lottery",))
    (alone,) = town(*(shop(f"vet {n}", *PETS) for n in range(3))).candidates
    assert (alone.nearest, alone.missing) == ("", ())


def test_a_class_that_only_some_are_in_is_not_named() -> None:
    vets = [shop(f"vet {n}", *PETS, gbt="8221" if n < LEAST - 1 else "") for n in range(5)]
    assert town(*vets).candidates[0].gbt == ""


def test_a_figure_over_several_years_is_told_for_one() -> None:
    years = [shop(f"vet {n}", *PETS, first=FIRST + timedelta(days=365 * n)) for n in range(4)]
    (pets,) = town(*years).candidates
    assert (pets.applicants, pets.applications) == (4, 4)


def test_nothing_gives_nothing() -> None:
    assert town().candidates == ()
    assert town().first_on is None


@given(st.lists(st.integers(min_value=1, max_value=63), max_size=12))
def test_every_set_is_counted_as_one_finds_by_trying_all(masks: list[int]) -> None:
    baskets = [{item for place, item in enumerate("abcdef") if mask >> place & 1} for mask in masks]
    found = town(*(shop(f"shop {n}", *items, apart=1) for n, items in enumerate(baskets)), industries={})
    counted = {
        frozenset(items): sum(set(items) <= basket for basket in baskets)
        for size in range(2, 7)
        for items in combinations("abcdef", size)
    }
    frequent = {items: number for items, number in counted.items() if number >= LEAST}
    assert bool(found.candidates) == bool(frequent)
    for each in found.candidates:
        items = frozenset(each.items)
        assert each.applicants == frequent[items]
        assert all(frequent[other] < frequent[items] for other in frequent if items < other), "the largest of them"
    if frequent:
        assert found.candidates[0].spared == max(number * (len(items) - 1) for items, number in frequent.items())
