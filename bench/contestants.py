"""Who runs: the door, the hand and the bare disk; each does one case when called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from time import perf_counter

from django.db import connection

from bench.office import ACTS, Work, acts
from bench.raw import Hand
from bench.sessions import own_session

FLOOR_TABLE = "CREATE TABLE bench_floor (id bigint, n bigint)"


@dataclass
class Door:
    """Every law, the book and the licence: the commands that the pages call."""

    work: Work
    seconds: dict[str, list[float]] = field(default_factory=dict)

    def connect(self) -> None:
        """Open Django's session."""
        connection.ensure_connection()

    def case(self) -> None:
        """One case, each act timed."""
        for name, act in acts(self.work):
            begun = perf_counter()
            act()
            self.seconds.setdefault(name, []).append(perf_counter() - begun)


class Floor:
    """Thirteen bare commits of one small row: what the disk and one round trip cost."""

    def connect(self) -> None:
        """Open a bare session."""
        self._session = own_session()
        self._sql = f"INSERT INTO bench_floor VALUES ({'%s, %s' if connection.vendor == 'postgresql' else '?, ?'})"

    def case(self) -> None:
        """Thirteen commits."""
        for n in range(ACTS):
            self._session.execute(self._sql, (n, n))


Contestant = Door | Hand | Floor
Count = Callable[[], int]


def make_floor() -> None:
    """The table that the bare commits write to."""
    with connection.cursor() as cursor:
        cursor.execute(FLOOR_TABLE)
