"""What a walk is made of: its cases, and the deeds that are tried on them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from tests.walk.oracle import Memory
from yizheng.cases.models import ItemCase
from yizheng.law.authority import Who
from yizheng.law.words import State


@dataclass
class Part:
    """One case of a walk, the first or one that joins its licence: who applies, who did what, its item-cases."""

    case_id: UUID
    applicant: Who
    memory: Memory
    items: list[ItemCase] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Whether an item still waits for its decision."""
        return any(State(each.state).is_open for each in self.items)


@dataclass
class Deed:
    """What is tried, what it counts as, doing it, and what to remember once it is done."""

    said: str
    counts_as: str
    do: Callable[[], Any]
    remember: Callable[[Any], None] = lambda _: None
    settles: bool = True
    """Whether the clock of the case speaks in it."""
