"""Random walks: lawful and unlawful acts by anybody at any time; what must hold is looked at after every one.

Hypothesis throws the dice of a few; ``make walk RUNS=3000`` throws its own of thousands, faster, and ``WALK_SEED=…``
begins where a failure was told.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from random import SystemRandom

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.walk.begun import open_shops
from tests.walk.deeds import GOOD
from tests.walk.machine import Walking
from tests.walk.on_permits import GOOD as GOOD_FOR_PERMITS
from tests.walk.walking import walk
from tests.walk.world import World, make_world
from yizheng.law.permit_transitions import PERMIT_TRANSITIONS
from yizheng.law.transitions import TRANSITIONS
from yizheng.law.words import Role, Verb

RUNS = int(os.environ.get("WALK_RUNS", "0"))
SEED = os.environ.get("WALK_SEED", "") or f"{SystemRandom().randrange(10**6):06d}"
EVERY = 100
FEW = settings(
    max_examples=12, stateful_step_count=30, deadline=None, suppress_health_check=[*HealthCheck], print_blob=True
)
"""What the suite has the seconds for."""


@pytest.fixture
def world(db: None) -> World:
    made = make_world()
    open_shops(made)
    return made


def test_every_verb_of_the_table_has_a_paper_to_try() -> None:
    assert {line.verb for line in TRANSITIONS} - {Verb.FILE} == set(GOOD)
    assert {line.verb for line in PERMIT_TRANSITIONS} == set(GOOD_FOR_PERMITS)


@pytest.mark.skipif(RUNS > 0, reason="walks by its own dice")
def test_whatever_anybody_tries_at_any_time_the_law_holds(world: World) -> None:
    Walking.world = world
    run_state_machine_as_test(Walking, settings=FEW)


@pytest.mark.skipif(RUNS == 0, reason="make walk")
def test_thousands_of_walks(world: World) -> None:
    counted, begun = Counter[str](), time.monotonic()
    print(f"\nwalk {SEED}", flush=True)
    for done in range(1, RUNS + 1):
        counted += walk(world, f"{SEED}:{done}" if ":" not in SEED else SEED)
        if done % EVERY == 0:
            acts = sum(n for what, n in counted.items() if not what.startswith("case"))
            print(f"  {done}/{RUNS} walks, {acts} acts, {time.monotonic() - begun:.0f} s", flush=True)
    _report(counted)


def _report(counted: Counter[str]) -> None:
    for what, n in sorted(counted.items()):
        print(f"    {what:28} {n}")
    by_hand = {str(line.verb) for line in TRANSITIONS if line.by != (Role.CLOCK,)} - {"file"}
    by_hand |= {f"permit {line.verb}" for line in PERMIT_TRANSITIONS if line.by != (Role.CLOCK,)}
    if RUNS >= 1000:
        assert not {verb for verb in by_hand if not counted[f"done {verb}"]}, "a verb that no walk has done"
