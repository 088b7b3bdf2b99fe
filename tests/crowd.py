"""People who act at the same instant: threads with a database session each, let go together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier
from typing import Any

from django.db import connections

Deed = Callable[[], Any]
AtOnce = Callable[..., list[Any]]

PATIENCE = 60
"""Seconds after which a crowd that hangs is given up."""


@contextmanager
def crowd(people: int) -> Iterator[AtOnce]:
    """``at_once(*deeds)`` does one deed for each person and gives what each answered, or the exception raised."""
    barrier = Barrier(people)

    def act(deed: Deed) -> Any:
        barrier.wait(PATIENCE)
        try:
            return deed()
        except Exception as sorry:
            return sorry

    with ThreadPoolExecutor(people) as threads:

        def at_once(*deeds: Deed) -> list[Any]:
            assert len(deeds) == people, "everybody has something to do"
            return list(threads.map(act, deeds, timeout=PATIENCE))

        try:
            yield at_once
        finally:
            at_once(*[connections.close_all] * people)
