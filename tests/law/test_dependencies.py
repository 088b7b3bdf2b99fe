"""Which items wait for which: parallel unless declared, never in a circle."""

from __future__ import annotations

from itertools import pairwise

import pytest

from yizheng.law.dependencies import Dependency, circle, waiting_for
from yizheng.law.words import ENDS, State

FIRE_THEN_HOTEL = Dependency("FIRE", "HOTEL", "hard", "特种行业许可须先取得消防安全检查意见")
HEALTH_THEN_HOTEL = Dependency("HEALTH", "HOTEL", "info", "卫生监督部门抄送")
SIGN_THEN_FIRE = Dependency("SIGN", "FIRE", "hard", "消防检查须看已设置的招牌")


def test_an_item_waits_for_the_hard_ones_that_are_open() -> None:
    states = {"FIRE": State.REVIEWING, "HEALTH": State.REVIEWING, "HOTEL": State.REVIEWING}
    both = (FIRE_THEN_HOTEL, HEALTH_THEN_HOTEL, FIRE_THEN_HOTEL)
    assert waiting_for("HOTEL", both, states) == ("FIRE",)
    assert waiting_for("FIRE", both, states) == ()


@pytest.mark.parametrize("state", [state for state in State if state.is_open])
def test_it_waits_as_long_as_they_are_open_however_they_stand(state: State) -> None:
    assert waiting_for("HOTEL", (FIRE_THEN_HOTEL,), {"FIRE": state}) == ("FIRE",)


@pytest.mark.parametrize("end", sorted(ENDS))
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


def test_a_dependency_without_reason_or_on_itself_is_refused() -> None:
    with pytest.raises(ValueError, match="须写明理由"):
        Dependency("FIRE", "HOTEL", "hard", " ")
    with pytest.raises(ValueError, match="不能以自身为前置"):
        Dependency("FIRE", "FIRE", "hard", "误填")
