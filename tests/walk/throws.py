"""Dice whose every throw is drawn by Hypothesis: what failed can be made small, and is remembered."""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

MOST = 8
"""So few bits at a time, that Hypothesis draws them evenly: of wide ranges it prefers the small numbers."""
THROWS = [st.integers(0, 2**bits - 1) for bits in range(MOST + 1)]


class Drawn(Random):
    """Every choice of ``Random`` comes down to these two; the smallest throw chooses what stands first."""

    def __init__(self, draw: DrawFn) -> None:
        self.draw = draw
        super().__init__(0)

    def getrandbits(self, k: int, /) -> int:
        """So many bits, thrown a few at a time."""
        thrown = 0
        for bits in [MOST] * (k // MOST) + [k % MOST]:
            thrown = thrown << bits | self.draw(THROWS[bits])
        return thrown

    def random(self) -> float:
        """A chance."""
        return self.getrandbits(2 * MOST) / 2 ** (2 * MOST)


@st.composite
def drawn(draw: DrawFn) -> Random:
    """Dice to throw for as long as the example lasts."""
    return Drawn(draw)
