"""Dice whose every throw is drawn by Hypothesis: what failed can be made small, and is remembered."""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

SIDES = 2**20
THROW = st.integers(0, SIDES - 1)


class Drawn(Random):
    """Every choice of ``Random`` comes down to ``random``; the smallest throw chooses what stands first."""

    def __init__(self, draw: DrawFn) -> None:
        self.draw = draw
        super().__init__(0)

    def random(self) -> float:
        """A throw."""
        return self.draw(THROW) / SIDES


@st.composite
def drawn(draw: DrawFn) -> Random:
    """Dice to throw for as long as the example lasts."""
    return Drawn(draw)
