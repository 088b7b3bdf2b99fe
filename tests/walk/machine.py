"""The walk as a machine that Hypothesis drives (stateful): rules that it chooses, dice that it throws.

A failure shrinks to the few acts that it takes, and is tried first the next time.
"""

from __future__ import annotations

from contextlib import ExitStack
from random import Random
from typing import ClassVar

from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from tests.walk import changing_law, joining, on_items, on_permits
from tests.walk.throws import drawn
from tests.walk.walking import Walk, telling, walking
from tests.walk.world import World


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

    @rule()
    def time_passes(self) -> None:
        """From minutes to months."""
        self._walk.time_passes()

    @rule()
    def somebody_tries_something(self) -> None:
        """Whatever the dice say, as in the walks of ``make walk``."""
        with telling(self._walk.told):
            self._walk.time_passes()
            self._walk.something()

    @precondition(lambda self: self.walk and self.walk.undecided)
    @rule()
    def somebody_acts_on_an_item(self) -> None:
        """A clerk, an applicant or anybody, on an item that is open."""
        walk = self._walk
        with telling(walk.told):
            walk.time_passes()
            part = walk.some_part()
            walk.tries(part, on_items.something(walk, part))

    @precondition(lambda self: self.walk and self.walk.index.cards)
    @rule()
    def somebody_acts_on_a_permit(self) -> None:
        """A decider, a supervisor, the holder or anybody."""
        walk = self._walk
        with telling(walk.told):
            walk.time_passes()
            part = walk.some_part()
            walk.tries(part, on_permits.something(walk, part))

    @rule()
    def an_item_is_applied_for_beside_the_others(self) -> None:
        """增项, in two steps: a draft, and its filing."""
        walk = self._walk
        with telling(walk.told):
            if joins := joining.joins(walk):
                walk.tries(*joins)

    @rule()
    def the_law_changes(self) -> None:
        """A new version is published."""
        walk = self._walk
        with telling(walk.told):
            walk.tries(walk.parts[0], changing_law.published(walk))

    @rule()
    def the_watcher_wakes(self) -> None:
        """After minutes or after months: no legal date depends on it."""
        walk = self._walk
        with telling(walk.told):
            part = walk.some_part()
            walk.tries(part, walk.watcher(part))

    @property
    def _walk(self) -> Walk:
        assert self.walk is not None
        return self.walk

    def teardown(self) -> None:
        """Everything is undone, so that the next walk begins in the same world."""
        self.until.close()
