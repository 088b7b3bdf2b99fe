"""A decider at a computer of their own: a process that grants one item after another and says which.

It asks again under the same key when the database has cut it off, and so may whoever takes its place when it is killed.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from django.db import InterfaceError, OperationalError, connection, connections

from yizheng.cases.commands import Move, step
from yizheng.cases.models import ItemCase
from yizheng.law.authority import Who
from yizheng.law.papers import Grant
from yizheng.law.words import Verb

FORK = multiprocessing.get_context("fork")
TRIES = 20


@dataclass
class Decider:
    """One of them: its process, and the end of the line on which it speaks."""

    process: BaseProcess
    line: Connection

    @property
    def pid(self) -> int:
        """The number of its process."""
        assert self.process.pid is not None
        return self.process.pid

    def said(self, most: int) -> list[str]:
        """What it said next, until it falls silent for good."""
        found: list[str] = []
        while len(found) < most:
            try:
                found.append(self.line.recv())
            except EOFError:
                break
        return found

    def kill(self) -> None:
        """End it without a word."""
        os.kill(self.pid, signal.SIGKILL)
        self.process.join()
        assert self.process.exitcode == -signal.SIGKILL


def sit_down(who: Who, items: Sequence[ItemCase]) -> Decider:
    """Start one. Its connection to the database is its own: ours is closed first, so that they share none."""
    connections.close_all()
    ours, theirs = FORK.Pipe(duplex=False)
    process = FORK.Process(target=_decide, args=(who, items, theirs), daemon=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # since 3.12: a fork beside threads
        process.start()
    theirs.close()
    return Decider(process, ours)


def _decide(who: Who, items: Sequence[ItemCase], out: Connection) -> None:
    """Grant everything; a connection that was cut is opened anew, and the same request sent once more."""
    for item_case in items:
        out.send(_granted(who, item_case))
    connections.close_all()


def _granted(who: Who, item_case: ItemCase) -> str:
    move = Move(item_case.id, Verb.GRANT, Grant(scope="按申请的范围"))
    key, at = f"grant:{item_case.id}", item_case.accepted_at
    assert at is not None
    for _ in range(TRIES):
        try:
            answer = step(item_case.case_id, [move], who=who, at=at, key=key)
        except (OperationalError, InterfaceError):
            connection.close()
            time.sleep(0.05)
        else:
            return "again" if answer.repeated else "granted"
    raise AssertionError("it was never granted")
