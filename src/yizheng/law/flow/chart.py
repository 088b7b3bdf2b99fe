"""What a chart is made of: cards in a column, rows in a card, wires from rows to cards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from yizheng.law.transitions import T

Tone = Literal["", "start", "wait", "good", "bad", "side"]
"""What a card is, beside its words: where it begins, somebody waits, it ends well or ill, what may happen meanwhile."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing done: what, by whom with which paper, to which card it leads.

    ``then`` says where it leads in words; ``lines`` are the lines of the table that it stands for.
    """

    text: str
    note: str = ""
    to: str = ""
    then: str = ""
    lines: tuple[T, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """Where something stands, and what may be done there."""

    key: str
    title: str
    rows: tuple[Row, ...] = ()
    note: str = ""
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Wire:
    """From places, each a card and the number of its row (-1 is the card itself), to cards; ``left`` if drawn there."""

    sources: tuple[tuple[str, int], ...]
    targets: tuple[str, ...]
    left: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart, with what it shows in a sentence for those who cannot see it."""

    title: str
    told: str
    cards: tuple[Card, ...]
    wires: tuple[Wire, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every row, in the order of the cards."""
        return tuple(row for card in self.cards for row in card.rows)


def wires_of(cards: Iterable[Card]) -> Iterator[Wire]:
    """One wire to each card, from every row that leads there."""
    sources: dict[str, list[tuple[str, int]]] = {}
    for card in cards:
        for place, row in enumerate(card.rows):
            if row.to:
                sources.setdefault(row.to, []).append((card.key, place))
    return (Wire(tuple(there), (target,)) for target, there in sources.items())
