"""A process killed in the middle, a connection cut off in the middle: nothing lost, nothing doubled, no number missing.

Every organ's decider is a process of its own. ``make crowd`` does it with eight organs and five hundred cases.
"""

from __future__ import annotations

import os
import signal
import time
from collections import Counter as Tally
from typing import Any

import pytest
from django.db import connection

from tests import make
from tests.decider import sit_down, url_of
from tests.journeys.test_parallel import City, assert_numbered_without_gaps, assert_whole, city
from yizheng.cases.models import Case, ItemCase
from yizheng.law.words import CaseState, State
from yizheng.licences.watch import look_over

ORGANS, CASES = int(os.environ.get("CROWD_ORGANS", "4")), int(os.environ.get("CROWD_CASES", "10"))
PATIENCE = 60 + CASES * ORGANS * 0.5
"""Seconds after which a crowd that hangs is given up."""


def work_of(here: City, organ: str, chosen: list[list[ItemCase]]) -> dict[str, Any]:
    """What one organ's decider has to do, in the order of acceptance: so all of them meet at the same cases."""
    items = [each for case in chosen for each in case if each.organ == organ]
    who = here.office.deciders[organ]
    return {
        "id": who.id, "name": who.name, "organ": organ, "items": [[str(each.case_id), str(each.id)] for each in items],
    }  # fmt: skip


def granted() -> int:
    """How many items are granted by now."""
    return ItemCase.objects.filter(state=State.GRANTED).count()


def wait_until(there: int) -> None:
    """Until so many are granted."""
    ends = time.monotonic() + PATIENCE
    while granted() < there:
        assert time.monotonic() < ends, f"{granted()} granted, waiting for {there}"
        time.sleep(0.02)


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
    organs = sorted({each.organ for each in chosen[0]})
    prepared, url = time.monotonic(), url_of(str(connection.settings_dict["NAME"]))
    deciders = {organ: sit_down(url, work_of(here, organ, chosen)) for organ in organs}
    wait_until(CASES * ORGANS // 4)
    victim = deciders[organs[0]]
    victim.send_signal(signal.SIGKILL)
    assert victim.wait(PATIENCE) == -signal.SIGKILL
    left_by_it = [line.split() for line in victim.stdout or ()]
    cut = cut_one_off()
    successor = sit_down(url, work_of(here, organs[0], chosen))
    said = {organ: each.communicate(timeout=PATIENCE)[0] for organ, each in deciders.items() if each is not victim}
    again = Tally(line.split()[1] for line in successor.communicate(timeout=PATIENCE)[0].splitlines())
    assert all(each.wait() == 0 for each in [*deciders.values(), successor] if each is not victim)
    assert all(len(lines.splitlines()) == CASES for lines in said.values())
    assert sum(again.values()) == CASES
    assert again["again"] >= len(left_by_it), "what the killed one had done is answered, not done again"
    for case in chosen:
        assert_whole(case)
    assert Case.objects.filter(state=CaseState.ALL_GRANTED).count() == CASES
    assert_numbered_without_gaps()
    assert [each for _, found in look_over(make.at(2026, 3, 4), all_of_them=True) for each in found] == []
    print(
        f"\n{ORGANS} organs × {CASES} cases: prepared in {prepared - begun:.0f} s, granted in "
        f"{time.monotonic() - prepared:.0f} s; killed after {len(left_by_it)} of {CASES}, {cut} connection cut off, "
        f"{again['again']} asked again, {again['granted']} granted by the one who took over"
    )
