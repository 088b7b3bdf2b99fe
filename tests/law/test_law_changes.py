"""Which law decides when it changes while a case is open (行政许可案件规定 9; domain §7-5)."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from yizheng.law.law_changes import NEW, OLD, TABLE, Bearing, Came, Days, LawChange, bearing_on, came, decides, said

FILED, DUE, DECIDED = date(2026, 3, 2), date(2026, 3, 11), date(2026, 3, 16)
DAYS = Days(filed_on=FILED, due_on=DUE, decided_on=DECIDED)


def change(on: date, bearing: Bearing = Bearing.WORSE) -> LawChange:
    return LawChange(on=on, bearing=bearing, text="间距改为100米", basis=("烟草专卖法 16",))


def test_the_table_knows_every_combination() -> None:
    assert set(TABLE) == set(product(Came, Bearing))
    assert all(bearing.label for bearing in Bearing)


@pytest.mark.parametrize(
    ("on", "when"),
    [
        (FILED, Came.BEFORE_FILING),
        (date(2026, 3, 3), Came.IN_TIME),
        (DUE, Came.IN_TIME),
        (date(2026, 3, 12), Came.WHEN_LATE),
        (DECIDED, Came.WHEN_LATE),
        (date(2026, 3, 17), Came.NOT_YET),
    ],
)
def test_when_a_change_came_is_seen_from_three_days(on: date, when: Came) -> None:
    assert came(change(on), DAYS) is when


def test_with_no_limit_running_nobody_is_late() -> None:
    assert came(change(DECIDED), replace(DAYS, due_on=None)) is Came.IN_TIME


@pytest.mark.parametrize(
    ("on", "bearing", "law"),
    [
        (date(2026, 3, 12), Bearing.WORSE, OLD),
        (date(2026, 3, 12), Bearing.BETTER, NEW),
        (date(2026, 3, 12), Bearing.ABOLISHED, NEW),
        (date(2026, 3, 5), Bearing.WORSE, NEW),
        (date(2026, 4, 1), Bearing.BETTER, OLD),
    ],
)
def test_the_old_law_decides_only_for_whoever_suffers_by_the_delay(on: date, bearing: Bearing, law: str) -> None:
    assert decides(change(on, bearing), DAYS) == law


def test_only_what_comes_after_the_filing_bears_on_a_case() -> None:
    later, sooner, before = change(DECIDED), change(DUE), change(FILED)
    assert bearing_on([later, before, sooner], FILED) == (sooner, later)


def test_the_decision_says_which_law_was_applied_and_why() -> None:
    assert said(change(DUE), NEW) == "申请后法律自2026年3月11日起改变（间距改为100米），依照决定时的规定办理。"
    assert "因本机关逾期" in said(change(DUE), OLD)
