"""Who has entered the hall, and what it means for whoever applies."""

from __future__ import annotations

import pytest

from yizheng.law.authority import Post, Who
from yizheng.law.presence import Placed, placed_of, placing_faults, why_not_place
from yizheng.law.words import Presence, Role

HERE = Placed(organ="SCJG", item="", presence=Presence.ENTERED, counter="3号窗口", reason="", hand_on="")
AWAY = Placed(
    organ="SCJG",
    item="FOOD_SALE",
    presence=Presence.AWAY,
    counter="",
    reason="场地不够",
    hand_on="当天系统转市场监管部",
)


def test_what_was_said_of_an_item_goes_before_what_was_said_of_its_organ() -> None:
    assert placed_of("FOOD_SALE", "SCJG", [HERE, AWAY]) == AWAY
    assert placed_of("FOOD_CATERING", "SCJG", [HERE, AWAY]) == HERE
    assert placed_of("TOBACCO", "YCZM", [HERE, AWAY]) is None


def test_the_applicant_learns_the_counter_or_that_the_hall_hands_it_on() -> None:
    assert HERE.effect == "在政务服务大厅3号窗口办"
    assert AWAY.effect == "由政务服务大厅“一业一证”窗口收件，当天系统转市场监管部，您不用另跑"


@pytest.mark.parametrize(
    ("presence", "said", "faulty"),
    [
        (Presence.ENTERED, ("3号窗口", "", ""), set()),
        (Presence.ENTERED, ("", "", ""), {"counter"}),
        (Presence.AWAY, ("", "场地不够", "当天转办"), set()),
        (Presence.AWAY, ("", "", "当天转办"), {"reason"}),
        (Presence.AWAY, ("", "场地不够", ""), {"hand_on"}),
        (Presence.AWAY, ("", "", ""), {"reason", "hand_on"}),
    ],
)
def test_whoever_entered_has_a_counter_and_whoever_did_not_says_why(
    presence: Presence, said: tuple[str, str, str], faulty: set[str]
) -> None:
    assert placing_faults(presence, *said).keys() == faulty
    assert presence.label in {"已进驻", "未进驻"}


def test_only_the_lead_department_says_who_has_entered() -> None:
    assert why_not_place(Who(id="1", name="乔远山", posts=(Post(Role.LEAD, "XZSP"),))) == ""
    assert "由牵头部门登记" in why_not_place(Who(id="2", name="周", posts=(Post(Role.HEAD, "SCJG"),)))
