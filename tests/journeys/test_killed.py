"""A process killed in the middle, a connection cut off in the middle: nothing lost, nothing doubled, no number missing.

Every organ's decider is a process of its own. ``make crowd`` does it with eight organs and five hundred cases.
"""

from __future__ import annotations

import os
import time
from collections import Counter as Tally

import pytest
from django.db import connection

from tests import make
from tests.decider import sit_down
from tests.journeys.test_parallel import assert_numbered_without_gaps, assert_whole, city
from yizheng.cases.models import Case, ItemCase
from yizheng.law.words import CaseState
from yizheng.licences.watch import look_over

ORGANS, CASES = int(os.environ.get("CROWD_ORGANS", "4")), int(os.environ.get("CROWD_CASES", "10"))
PATIENCE = 60 + CASES * ORGANS * 0.5
"""Seconds after which a crowd that hangs is given up."""


def cut_one_off() -> int:
    """End the database's own process that serves one of the deciders; how many were cut off."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid() ORDER BY backend_start DESC LIMIT 1"
        )
        return len(cursor.fetchall())


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_decider_killed_in_the_middle_loses_nothing_and_doubles_nothing() -> None:
    here, begun = city(ORGANS), time.monotonic()
    chosen = [here.reviewed() for _ in range(CASES)]
    work = {organ: [each for case in chosen for each in case if each.organ == organ] for organ in organs_of(chosen)}
    prepared, (first, *_) = time.monotonic(), work
    deciders = {organ: sit_down(here.office.deciders[organ], items) for organ, items in work.items()}
    before = deciders[first].said(CASES // 3)
    deciders[first].kill()
    before += deciders[first].said(CASES)
    cut = cut_one_off()
    successor = sit_down(here.office.deciders[first], work[first])
    after = Tally(successor.said(CASES))
    for organ, decider in deciders.items():
        if organ != first:
            assert decider.said(CASES) == ["granted"] * CASES or cut, "nobody was asked twice but whoever was cut off"
    for decider in (successor, *(each for organ, each in deciders.items() if organ != first)):
        decider.process.join(PATIENCE)
        assert decider.process.exitcode == 0
    assert set(before) == {"granted"}
    assert len(before) < CASES, "it was killed in the middle"
    assert sum(after.values()) == CASES
    assert after["again"] in {len(before), len(before) + 1}, "what it had done is answered again, and not done again"
    ended = time.monotonic()
    for case in chosen:
        assert_whole(case)
    assert Case.objects.filter(state=CaseState.ALL_GRANTED).count() == CASES
    assert_numbered_without_gaps()
    assert [each for _, found in look_over(make.at(2026, 3, 4), all_of_them=True) for each in found] == []
    print(
        f"\n{ORGANS} organs × {CASES} cases: prepared in {prepared - begun:.0f}, granted in {ended - prepared:.0f} s, "
        f"killed after {len(before)} of {CASES}, {cut} connection cut off, {after['again']} answered again, "
        f"{after['granted']} granted by the one who took over"
    )


def organs_of(chosen: list[list[ItemCase]]) -> list[str]:
    """The organs, in one order."""
    return sorted({each.organ for each in chosen[0]})
