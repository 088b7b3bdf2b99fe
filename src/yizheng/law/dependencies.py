"""Which items wait for which: all run in parallel unless a dependency is declared, with its reason (一链一流程)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import Literal

from yizheng.law.words import State


@dataclass(frozen=True, slots=True)
class Dependency:
    """`then` follows `first`, for a reason. "hard": cannot be decided before it; "info": its organ wants to know,
    nobody waits.

    Raises ValueError when an item is to wait for itself or no reason is given: an unexplained wait is none.
    """

    first: str
    then: str
    kind: Literal["hard", "info"]
    why: str

    def __post_init__(self) -> None:
        if self.first == self.then:
            raise ValueError(f"事项 {self.first} 不能以自身为前置")
        if not self.why.strip():
            raise ValueError(f"{self.then} 以 {self.first} 为前置，须写明理由")


def waiting_for(item: str, dependencies: Iterable[Dependency], states: Mapping[str, State]) -> tuple[str, ...]:
    """The items of the case, by their states, that this one still waits for, in the order declared.

    An item that is not part of the case, or has ended however it ended, holds nobody up: a refusal is itself the
    answer.
    """
    firsts = (each.first for each in dependencies if each.kind == "hard" and each.then == item)
    return tuple(dict.fromkeys(first for first in firsts if first in states and states[first].is_open))


def circle(dependencies: Iterable[Dependency]) -> tuple[str, ...]:
    """Items that would wait for each other for ever, in waiting order, the first repeated at the end; () when there are
    none.
    """
    try:
        _sorter(dependencies).prepare()
    except CycleError as error:
        return tuple(error.args[1])
    return ()


def _sorter(dependencies: Iterable[Dependency]) -> TopologicalSorter[str]:
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for each in dependencies:
        if each.kind == "hard":
            sorter.add(each.then, each.first)
    return sorter
