"""Items limited in number: those who qualify are granted in the order of acceptance 受理的先后 (行政许可法 57).

The instant that counts is the legal one: a deemed acceptance counts from the receipt (行政许可法 32(1)(4)), so it may
come in before others that were accepted sooner; ties go by the receipt.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """One application in the queue of an item; ``deemed``: the law has accepted it, dated back to the receipt."""

    number: str
    holder: str
    accepted_at: datetime
    received_at: datetime
    deemed: bool = False
    mine: bool = False

    @property
    def place(self) -> tuple[datetime, datetime, str]:
        """What its place in the order is by."""
        return self.accepted_at, self.received_at, self.number


def in_order(queued: Iterable[Queued]) -> tuple[Queued, ...]:
    """The queue in the order of legal acceptance."""
    return tuple(sorted(queued, key=lambda each: each.place))


def ahead_of_mine(queued: Iterable[Queued]) -> tuple[Queued, ...]:
    """Those that come before the application looked at; none when it is not in the queue."""
    ordered = in_order(queued)
    place = next((n for n, each in enumerate(ordered) if each.mine), 0)
    return ordered[:place]
