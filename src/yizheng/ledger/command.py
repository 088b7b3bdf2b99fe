"""The one door: every change is one durable transaction under the lock of its case, then its consequences.

``doing`` locks the case, lets the clock speak first, does the step, follows the reactions, seals the entries and writes
all at once. Nothing here looks at a clock for the law: ``at`` comes from the edge; only ``recorded_at`` is stamped.
"""

from __future__ import annotations

import uuid
from collections import Counter as Tally
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any, Protocol, TypeVar
from uuid import UUID

import orjson
from django.conf import settings
from django.db import IntegrityError, OperationalError, connection, transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.module_loading import import_string

from yizheng.law.authority import Who
from yizheng.law.papers import Fault
from yizheng.ledger.book import fingerprint, said_before, seal_of
from yizheng.ledger.models import Entry
from yizheng.ledger.writing import Writes


class Refused(Exception):
    """The law or the state of things says no, in a sentence for the citizen; faults name the fields they belong to."""

    def __init__(self, sentence: str, faults: Sequence[Fault] = ()) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.faults = tuple(faults)


class NotFound(Exception):
    """There is no such case, or not for this person: the two are never told apart."""


class Locked(Protocol):
    """What the door needs of the row it locks: the head of its chain."""

    pk: Any
    entries: int
    seal: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command answers; the same for the same request, however often it is sent."""

    case_id: UUID
    entry_id: UUID
    item_id: UUID | None
    data: Mapping[str, Any]
    repeated: bool = False


@dataclass
class Act:
    """One passage through the door: who, when, what will be written, what was entered."""

    who: Who
    at: datetime
    key: str = ""
    asked: str = ""
    writes: Writes = field(default_factory=Writes)
    entered: list[Entry] = field(default_factory=list)
    causes: list[Entry] = field(default_factory=list)
    followed: int = 0
    """How many of the entries have had their consequences."""
    read: dict[str, Any] = field(default_factory=dict)
    """What a room has read in this act, by its name, so that it reads once."""

    def add(self, row: Model) -> None:
        """Write a new row at the end of the act."""
        self.writes.add(row)

    def change(self, row: Model, **columns: Any) -> None:
        """Change columns of a row, now in memory and at the end of the act in the database."""
        self.writes.change(row, **columns)

    def enter(
        self,
        case: Locked,
        kind: str,
        data: Mapping[str, Any],
        *,
        item_id: UUID | None = None,
        who: Who | None = None,
        at: datetime | None = None,
    ) -> Entry:
        """Enter what happened into the book, sealed to the entry before; a consequence points to its cause."""
        doer = who or self.who
        first = not any(entry.key for entry in self.entered) and not self.causes and doer is self.who
        entry = Entry(
            id=uuid.uuid4(),
            case_id=case.pk,
            item_id=item_id,
            seq=case.entries + 1,
            kind=kind,
            who_id=doer.id,
            who_name=doer.name,
            at=at or self.at,
            recorded_at=timezone.now(),
            data=_plain({**data, "asked": self.asked} if first and self.asked else data),
            key=(self.key or None) if first else None,
            cause_id=self.causes[-1].id if self.causes else None,
            previous_seal=case.seal,
        )
        entry.seal = seal_of(entry)
        self.change(case, entries=entry.seq, seal=entry.seal)  # type: ignore[arg-type]  # a Locked row is a model row
        self.add(entry)
        self.entered.append(entry)
        return entry

    def numbers(self, series: Sequence[str]) -> list[int]:
        """The next number of each series, gap-free, one statement for all; a series may be asked for more than once."""
        wanted = Tally(series)
        if not wanted:
            return []
        ordered = sorted(wanted.items())
        marks = ", ".join(["(%s, %s)"] * len(ordered))
        sql = (
            f"INSERT INTO ledger_counter (series, n) VALUES {marks} "
            "ON CONFLICT (series) DO UPDATE SET n = ledger_counter.n + excluded.n RETURNING series, n"
        )
        with connection.cursor() as cursor:
            cursor.execute(sql, [value for pair in ordered for value in pair])
            last = dict(cursor.fetchall())
        following = {name: last[name] - count for name, count in ordered}
        given = []
        for name in series:
            following[name] += 1
            given.append(following[name])
        return given

    def answer(self) -> Answer:
        """The answer of this act: its first own entry."""
        own = next((entry for entry in self.entered if entry.who_id == self.who.id), self.entered[0])
        return _answer(own, repeated=False)


DEADLOCK = "40P01"
"""PostgreSQL's word for having ended one of two transactions that waited for each other."""

Consequence = Callable[[Any, Entry], None]
Subject = TypeVar("Subject")


def doing(
    opened: Callable[[Act], Subject],
    step: Callable[[Subject], None],
    *,
    who: Who,
    at: datetime,
    key: str = "",
    asked: Sequence[Any] = (),
) -> Answer:
    """Do one step in one transaction: ``opened`` locks and reads, ``step`` changes, the reactions follow.

    The same ``key`` again gives the same answer once more and changes nothing; with another request behind it, it is
    refused.
    Raises Refused (a sentence) and NotFound.
    """
    request = fingerprint(*asked) if key else ""
    try:
        return _in_one_transaction(lambda: Act(who=who, at=at, key=key, asked=request), opened, step)
    except (Refused, IntegrityError):
        # The happy path asks nothing: a repetition shows itself by being refused, or by its key.
        before = said_before(key)
        if before is None:
            raise
        if before.data.get("asked", "") != request:
            raise Refused("这个请求编号已用于另一项操作，请刷新页面后重试。") from None
        return _answer(before, repeated=True)


def _in_one_transaction(
    begun: Callable[[], Act], opened: Callable[[Act], Subject], step: Callable[[Subject], None]
) -> Answer:
    """The act from lock to commit. Two acts that number papers in turn can wait for each other: the one that the
    database gives up has done nothing and begins anew.
    """
    for last in (False, False, True):
        act = begun()
        try:
            with transaction.atomic(durable=True):
                subject = opened(act)
                follow(act, subject)
                step(subject)
                follow(act, subject)
                act.writes.flush()
            return act.answer()
        except OperationalError as error:
            if last or getattr(error.__cause__, "sqlstate", "") != DEADLOCK:
                raise
    raise AssertionError("the last attempt answers or raises")


def follow(act: Act, subject: Any) -> None:
    """Let every entry have its consequences, and theirs, each pointing to its cause; what had them has them once.

    The door does so after the clock has spoken and again after the step; whoever performs one thing after another, each
    with its own day, does so in between.
    """
    reactions = _reactions()
    while act.followed < len(act.entered):
        entry = act.entered[act.followed]
        act.followed += 1
        for consequence in reactions.get(entry.kind, ()):
            act.causes.append(entry)
            consequence(subject, entry)
            act.causes.pop()


def _plain(data: Mapping[str, Any]) -> dict[str, Any]:
    """The data as the database gives it back, so that a seal can be worked out again from it."""
    return orjson.loads(orjson.dumps(data))  # type: ignore[no-any-return]  # a mapping in, a mapping out


def _answer(entry: Entry, *, repeated: bool) -> Answer:
    return Answer(entry.case_id, entry.id, entry.item_id, entry.data, repeated)


@cache
def _reactions() -> Mapping[str, Sequence[Consequence]]:
    """What follows from what: named in the settings, because the page of reactions stands above this room."""
    table: Mapping[str, Sequence[Consequence]] = import_string(settings.REACTIONS)
    return table
