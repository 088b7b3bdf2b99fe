"""Which items wait for which: parallel unless declared, and the shortest promise a chain allows."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yizheng.law.dependencies import Dependency, circle, longest_chain, waiting_for
from yizheng.law.words import State

FIRE_THEN_HOTEL = Dependency("FIRE", "HOTEL", "hard", "特种行业许可须先取得消防安全检查意见")
HEALTH_THEN_HOTEL = Dependency("HEALTH", "HOTEL", "info", "卫生监督部门抄送")
SIGN_THEN_FIRE = Dependency("SIGN", "FIRE", "hard", "消防检查须看已设置的招牌")


def test_an_item_waits_for_the_hard_ones_that_are_open() -> None:
    states = {"FIRE": State.REVIEWING, "HEALTH": State.REVIEWING, "HOTEL": State.REVIEWING}
    both = (FIRE_THEN_HOTEL, HEALTH_THEN_HOTEL, FIRE_THEN_HOTEL)
    assert waiting_for("HOTEL", both, states) == ("FIRE",)
    assert waiting_for("FIRE", both, states) == ()


@pytest.mark.parametrize("end", [State.GRANTED, State.REFUSED, State.WITHDRAWN, State.NOT_ACCEPTED])
def test_nobody_waits_for_an_item_that_has_ended(end: State) -> None:
    assert waiting_for("HOTEL", (FIRE_THEN_HOTEL,), {"FIRE": end}) == ()


def test_nobody_waits_for_an_item_that_is_not_in_the_case() -> None:
    assert waiting_for("HOTEL", (FIRE_THEN_HOTEL,), {"HOTEL": State.REVIEWING}) == ()


def test_items_that_wait_for_each_other_are_found() -> None:
    back = Dependency("HOTEL", "SIGN", "hard", "误填")
    assert circle((FIRE_THEN_HOTEL, SIGN_THEN_FIRE)) == ()
    found = circle((FIRE_THEN_HOTEL, SIGN_THEN_FIRE, back))
    assert found[0] == found[-1]
    assert set(found) == {"SIGN", "FIRE", "HOTEL"}
    pairs = {(each.first, each.then) for each in (FIRE_THEN_HOTEL, SIGN_THEN_FIRE, back)}
    assert set(pairwise(found)) == pairs


def test_what_is_only_for_information_makes_no_circle() -> None:
    assert circle((FIRE_THEN_HOTEL, Dependency("HOTEL", "FIRE", "info", "抄送"))) == ()


def test_the_longest_chain_is_the_least_that_can_be_promised() -> None:
    days = {"SIGN": 3, "FIRE": 10, "HOTEL": 5, "HEALTH": 12}
    every = (FIRE_THEN_HOTEL, HEALTH_THEN_HOTEL, SIGN_THEN_FIRE, Dependency("TAX", "HOTEL", "hard", "不在本业态"))
    assert longest_chain(days, every) == (18, ("SIGN", "FIRE", "HOTEL"))
    assert longest_chain(days, ()) == (12, ("HEALTH",))
    assert longest_chain({}, every) == (0, ())


def test_of_equal_chains_the_first_by_name_is_told() -> None:
    two_ways = (Dependency("B", "Z", "hard", "甲"), Dependency("A", "Z", "hard", "乙"))
    assert longest_chain({"Z": 1, "B": 2, "A": 2}, two_ways) == (3, ("A", "Z"))
    assert longest_chain({"B": 2, "A": 2}, ()) == (2, ("A",))


def test_items_in_a_circle_have_no_longest_chain() -> None:
    back = Dependency("HOTEL", "FIRE", "hard", "误填")
    with pytest.raises(ValueError, match=r"互为前置：.* → "):
        longest_chain({"FIRE": 1, "HOTEL": 1}, (FIRE_THEN_HOTEL, back))


def test_a_dependency_without_reason_or_on_itself_is_refused() -> None:
    with pytest.raises(ValueError, match="须写明理由"):
        Dependency("FIRE", "HOTEL", "hard", " ")
    with pytest.raises(ValueError, match="不能以自身为前置"):
        Dependency("FIRE", "FIRE", "hard", "误填")


@given(
    st.lists(st.integers(1, 30), min_size=2, max_size=8),
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=12),
)
def test_a_further_dependency_never_shortens_the_promise(lengths: list[int], pairs: list[tuple[int, int]]) -> None:
    days = {f"I{n}": length for n, length in enumerate(lengths)}
    chain = [Dependency(f"I{a}", f"I{b}", "hard", "因") for a, b in pairs if a < b]
    before = 0
    for count in range(len(chain) + 1):
        total, items = longest_chain(days, chain[:count])
        assert total == sum(days[item] for item in items) >= max(before, max(lengths))
        before = total
