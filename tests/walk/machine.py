"""The walk as a machine that Hypothesis drives (stateful): rules that it chooses, dice that it throws.

A failure shrinks to the few acts that it takes, and is tried first the next time.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from random import Random
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from tests.walk import changing_law, joining, on_items, on_permits
from tests.walk.throws import drawn
from tests.walk.walking import Walk, telling, walking
from tests.walk.world import World

FEW, VERSIONS = st.integers(1, 3), 4


class Walking(RuleBasedStateMachine):
    """What may happen next; what must hold is looked at after everything that was done."""

    world: ClassVar[World]

    def __init__(self) -> None:
        super().__init__()
        self.until = ExitStack()
        self.walk: Walk | None = None

    @initialize(dice=drawn())
    def a_walk_begins(self, dice: Random) -> None:
        """With a case that was just filed, or in a shop that has its permits."""
        self.walk = self.until.enter_context(walking(self.world, dice))

    @rule(times=FEW)
    def somebody_tries_something(self, times: int) -> None:
        """Whatever the dice say, as in the walks of ``make walk``."""
        for _ in range(times):
            self._tries(lambda walk: walk.something())

    @precondition(lambda self: self.walk and self.walk.undecided)
    @rule(times=FEW)
    def somebody_acts_on_an_item(self, times: int) -> None:
        """A clerk, an applicant or anybody, on an item that is open."""
        for _ in range(times):
            self._tries(lambda walk: walk.tries(part := walk.some_part(), on_items.something(walk, part)))

    @precondition(lambda self: self.walk and self.walk.index.cards)
    @rule(times=FEW)
    def somebody_acts_on_a_permit(self, times: int) -> None:
        """A decider, a supervisor, the holder or anybody."""
        for _ in range(times):
            self._tries(lambda walk: walk.tries(part := walk.some_part(), on_permits.something(walk, part)))

    @precondition(lambda self: self.walk and joining.possible(self.walk))
    @rule()
    def an_item_is_applied_for_beside_the_others(self) -> None:
        """增项: a draft and its filing."""
        self._tries(lambda walk: walk.an_item_more())

    @precondition(lambda self: self.walk and len(self.walk.law.versions) < VERSIONS)
    @rule()
    def the_law_changes(self) -> None:
        """A new version is published."""
        self._tries(lambda walk: walk.tries(walk.parts[0], changing_law.published(walk)))

    def _tries(self, act: Callable[[Walk], object]) -> None:
        """Some time later somebody acts."""
        assert self.walk is not None
        with telling(self.walk.told):
            self.walk.time_passes()
            act(self.walk)

    def teardown(self) -> None:
        """Everything is undone, so that the next walk begins in the same world."""
        self.until.close()
