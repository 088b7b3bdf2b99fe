"""The same case by hand: the rows that the door wrote, written again with fresh identifiers through psycopg or sqlite3.

One separate, parameterised statement for each kind of row; the case is locked, read and numbered as the door does, and
every entry is sealed. What to write is recorded from one case through the door, so that the two never drift apart.
"""

from __future__ import annotations

import hashlib
import secrets
import uuid
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC
from typing import Any
from unittest.mock import patch

import orjson
from django.db import connection
from django.db.models import Field, JSONField, Model, UniqueConstraint, UUIDField

from bench.office import Work, acts
from bench.sessions import own_session
from yizheng.cases.models import Case, ItemCase, Material
from yizheng.ledger.command import Act
from yizheng.ledger.models import Entry
from yizheng.ledger.writing import Writes
from yizheng.licences.models import Licence, Permit

Execute = Callable[[str, Sequence[Any]], Any]
Values = list[Any]


@dataclass
class Written:
    """What one act wrote: rows by table, changed columns by row, and the series it took numbers from."""

    name: str
    new: list[Model] = field(default_factory=list)
    changed: list[tuple[Model, tuple[str, ...]]] = field(default_factory=list)
    series: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Fresh:
    """The place of an identifier that is new in every case."""

    place: int


@dataclass(frozen=True)
class Said:
    """Something told as JSON: written out anew each time, as the door does."""

    what: Any


@dataclass(frozen=True)
class Step:
    """One statement with its rows of values; a read has one row and is fetched; ``seals`` marks entries of the book."""

    sql: str
    rows: list[Values]
    reads: bool = False
    seals: bool = False


def recorded(work: Work) -> list[Written]:
    """Take one case through the door and note what each act writes."""
    told: list[Written] = []
    with _noting(told):
        for name, act in acts(work):
            told.append(Written(name))
            act()
    return told


@contextmanager
def _noting(told: list[Written]) -> Iterator[None]:
    flush, numbers = Writes.flush, Act.numbers

    def noted_flush(writes: Writes) -> None:
        told[-1].new += writes.new
        told[-1].changed += writes.changed
        flush(writes)

    def noted_numbers(act: Act, series: Sequence[str]) -> list[int]:
        told[-1].series += series
        return numbers(act, series)

    with patch.object(Writes, "flush", noted_flush), patch.object(Act, "numbers", noted_numbers):
        yield


class Hand:
    """A case by hand, as often as wanted."""

    def __init__(self, told: list[Written]) -> None:
        self._postgres = connection.vendor == "postgresql"
        self._mark = "%s" if self._postgres else "?"
        self._fresh: dict[Any, Fresh] = {}
        self._makers: list[Callable[[], Any]] = []
        for written in told:
            for row in (*written.new, *(row for row, _ in written.changed)):
                self._learn(row)
        self._acts = [self._steps(written) for written in told]
        self._session: Any = None

    def connect(self) -> None:
        """Open a session of its own, as a hand would: in this process, before the first case."""
        self._session = own_session()

    def close(self) -> None:
        """Close it again."""
        self._session.close()

    @property
    def statements(self) -> int:
        """Statements of one case, BEGIN and COMMIT included; a statement for many rows is one."""
        return sum(len(steps) + 2 for steps in self._acts)

    def case(self) -> None:
        """Write one case in 13 transactions."""
        fresh = [make() for make in self._makers]
        for steps in self._acts:
            self._act(steps, fresh)

    def _act(self, steps: list[Step], fresh: list[Any]) -> None:
        cursor = self._session.cursor()
        cursor.execute("BEGIN" if self._postgres else "BEGIN IMMEDIATE")
        for step in steps:
            rows = [[self._value(value, fresh) for value in row] for row in step.rows]
            if step.seals:
                for row in rows:
                    row[-1] = hashlib.sha256(orjson.dumps(row, default=str)).hexdigest()
            if len(rows) == 1:
                cursor.execute(step.sql, rows[0])
            else:
                cursor.executemany(step.sql, rows)
            if step.reads:
                cursor.fetchall()
        cursor.execute("COMMIT")

    def _value(self, value: Any, fresh: list[Any]) -> Any:
        if isinstance(value, Fresh):
            return fresh[value.place]
        return orjson.dumps(value.what).decode() if isinstance(value, Said) else value

    def _learn(self, row: Model) -> None:
        """What must be new in every case: keys and columns that may not repeat."""
        together = [c.fields for c in row._meta.constraints if isinstance(c, UniqueConstraint)]
        keys = {each.name for each in row._meta.concrete_fields if each.is_relation or isinstance(each, UUIDField)}
        alone = {names[0] for names in together if keys.isdisjoint(names)}
        for each in row._meta.concrete_fields:
            value = getattr(row, each.attname)
            once = (each.unique or each.name in alone) and not each.is_relation
            if once and value is not None and value not in self._fresh:
                self._fresh[value] = Fresh(len(self._makers))
                self._makers.append(self._maker(each))

    def _maker(self, column: Field[Any, Any]) -> Callable[[], Any]:
        if isinstance(column, UUIDField):
            return uuid.uuid4 if self._postgres else lambda: uuid.uuid4().hex
        length = min(column.max_length or 20, 20)
        return lambda: secrets.token_urlsafe(16)[:length]

    def _steps(self, written: Written) -> list[Step]:
        steps = [*self._reads(written), *self._numbers(written)]
        for model in dict.fromkeys(type(row) for row in written.new):
            steps.append(self._insert(model, [row for row in written.new if type(row) is model]))
        kinds = dict.fromkeys((type(row), names) for row, names in written.changed)
        for model, names in kinds:
            rows = [row for row, also in written.changed if (type(row), also) == (model, names)]
            steps.append(self._update(model, names, rows))
        return steps

    def _reads(self, written: Written) -> Iterator[Step]:
        if written.name == "open":
            return
        lock = " FOR UPDATE" if self._postgres else ""
        yield self._read(Case, "id", lock)
        yield self._read(Material if written.name == "file" else ItemCase, "case_id")
        if written.name == "grant" and not any(isinstance(row, Licence) for row in written.new):
            yield self._read(Permit, "licence_id")
            yield self._read(Licence, "case_id")

    def _read(self, model: type[Model], by: str, lock: str = "") -> Step:
        case_id = next(key for key in self._fresh if isinstance(key, uuid.UUID))
        sql = f"SELECT * FROM {model._meta.db_table} WHERE {by} = {self._mark}{lock}"
        return Step(sql, [[self._fresh[case_id]]], reads=True)

    def _numbers(self, written: Written) -> Iterator[Step]:
        wanted = sorted(Counter(written.series).items())
        if wanted:
            marks = ", ".join([f"({self._mark}, {self._mark})"] * len(wanted))
            yield Step(
                f"INSERT INTO ledger_counter (series, n) VALUES {marks} "
                "ON CONFLICT (series) DO UPDATE SET n = ledger_counter.n + excluded.n RETURNING series, n",
                [[value for pair in wanted for value in pair]],
                reads=True,
            )

    def _insert(self, model: type[Model], rows: list[Model]) -> Step:
        fields = model._meta.concrete_fields
        names = ", ".join(f'"{each.column}"' for each in fields)
        marks = ", ".join([self._mark] * len(fields))
        sql = f"INSERT INTO {model._meta.db_table} ({names}) VALUES ({marks})"
        return Step(sql, [[self._told(each, row) for each in fields] for row in rows], seals=model is Entry)

    def _update(self, model: type[Model], names: tuple[str, ...], rows: list[Model]) -> Step:
        fields = [each for name in names for each in model._meta.concrete_fields if name in {each.name, each.attname}]
        sets = ", ".join(f'"{each.column}" = {self._mark}' for each in fields)
        key = model._meta.pk
        sql = f'UPDATE {model._meta.db_table} SET {sets} WHERE "{key.column}" = {self._mark}'
        return Step(sql, [[self._told(each, row) for each in (*fields, key)] for row in rows])

    def _told(self, column: Any, row: Model) -> Any:
        value = getattr(row, column.attname)
        if isinstance(column, JSONField):
            return Said(value)
        if isinstance(value, str | uuid.UUID) and value in self._fresh:
            return self._fresh[value]
        if self._postgres:
            return value.astimezone(UTC) if hasattr(value, "astimezone") else value
        return column.get_db_prep_save(value, connection)
