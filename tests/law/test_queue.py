"""Items limited in number: the order of acceptance (行政许可法 57)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from yizheng.law.queue import Queued, ahead_of_mine, in_order

NINE = datetime(2026, 3, 2, 1, tzinfo=UTC)


def queued(number: str, accepted: int, received: int = 0, *, mine: bool = False) -> Queued:
    """An application accepted and received so many seconds after nine."""
    at, since = NINE + timedelta(seconds=accepted), NINE + timedelta(seconds=received)
    return Queued(number=number, holder="", accepted_at=at, received_at=since, mine=mine)


def test_the_second_of_acceptance_decides() -> None:
    assert [each.number for each in in_order([queued("b", 2), queued("a", 1)])] == ["a", "b"]


def test_ties_go_by_the_receipt_and_then_by_the_number() -> None:
    same = [queued("c", 5, 2), queued("b", 5, 1), queued("a", 5, 2)]
    assert [each.number for each in in_order(same)] == ["b", "a", "c"]


def test_ahead_are_those_accepted_before_mine() -> None:
    three = [queued("a", 1), queued("b", 2, mine=True), queued("c", 3)]
    assert [each.number for each in ahead_of_mine(three)] == ["a"]
    assert ahead_of_mine([replace(each, mine=False) for each in three]) == ()
