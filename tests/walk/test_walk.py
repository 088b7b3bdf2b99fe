"""Random walks: lawful and unlawful acts by anybody at any time; what must hold is looked at after every one.

``make walk RUNS=3000`` goes on for longer; ``WALK_SEED=…`` begins where a failure was told.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from random import SystemRandom

import pytest

from tests.walk.deeds import GOOD
from tests.walk.walking import walk
from tests.walk.world import make_world
from yizheng.law.transitions import TRANSITIONS
from yizheng.law.words import Role, Verb

RUNS = int(os.environ.get("WALK_RUNS", "0"))
SEED = os.environ.get("WALK_SEED", "") or f"{SystemRandom().randrange(10**6):06d}"
SECONDS = 8.0
"""How long they may take when nobody asked for a number of runs."""
EVERY = 100


def test_every_verb_of_the_table_has_a_paper_to_try() -> None:
    assert {line.verb for line in TRANSITIONS} - {Verb.FILE} == set(GOOD)


@pytest.mark.django_db
def test_whatever_anybody_tries_at_any_time_the_law_holds() -> None:
    world, counted, begun, done = make_world(), Counter[str](), time.monotonic(), 0
    print(f"\nwalk {SEED}", flush=True)
    while done < RUNS or (not RUNS and time.monotonic() - begun < SECONDS):
        counted += walk(world, f"{SEED}:{done}" if ":" not in SEED else SEED)
        done += 1
        if RUNS and done % EVERY == 0:
            acts = sum(n for what, n in counted.items() if not what.startswith("case"))
            print(f"  {done}/{RUNS} walks, {acts} acts, {time.monotonic() - begun:.0f} s", flush=True)
    if RUNS:
        _report(counted)


def _report(counted: Counter[str]) -> None:
    for what, n in sorted(counted.items()):
        print(f"    {what:28} {n}")
    by_hand = {line.verb for line in TRANSITIONS if line.by != (Role.CLOCK,)} - {Verb.FILE}
    if RUNS >= 1000:
        assert not {verb for verb in by_hand if not counted[f"done {verb}"]}, "a verb that no walk has done"
