"""What an act writes, gathered first and written at the end in as few statements as the database allows.

PostgreSQL takes everything in one statement, a chain of data-modifying CTEs; the new rows of a table travel as one JSON
array, so that the statement reads the same however many they are, and its plan is kept. SQLite has no round trips and
takes one statement for each table. Measured in ``make bench``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BooleanField, CharField, DateTimeField, IntegerField, JSONField, Model, TextField

if TYPE_CHECKING:
    from django.db.models import Field

Prepare = Callable[[Any], Any]


class Column(NamedTuple):
    """A column: its name in the table, the attribute of the row, and how its value is told to the database."""

    name: str
    attribute: str
    prepare: Prepare | None


Columns = Sequence[Column]
New = dict[type[Model], list[Model]]
Changed = Sequence[tuple[Model, tuple[str, ...]]]


class Writes:
    """New rows and changed columns of one act; every row is written once."""

    def __init__(self) -> None:
        self._new: dict[type[Model], list[Model]] = {}
        self._changed: dict[tuple[type[Model], Any], tuple[Model, set[str]]] = {}

    def add(self, row: Model) -> None:
        """Write a new row."""
        self._new.setdefault(type(row), []).append(row)

    def change(self, row: Model, **columns: Any) -> None:
        """Set columns of a row, and write those that are not already so."""
        changed = {name for name, value in columns.items() if getattr(row, name) != value}
        for name in changed:
            setattr(row, name, columns[name])
        if not changed or row in self._new.get(type(row), ()):
            return
        _, names = self._changed.setdefault((type(row), row.pk), (row, set()))
        names |= changed

    @property
    def new(self) -> list[Model]:
        """The rows that are written for the first time, in the order of their tables."""
        return [row for rows in self._new.values() for row in rows]

    @property
    def changed(self) -> list[tuple[Model, tuple[str, ...]]]:
        """The rows that are there already, each with the columns that change."""
        return [(row, tuple(sorted(names))) for row, names in self._changed.values()]

    def flush(self) -> None:
        """Write everything; nothing is kept for a second flush."""
        new, changed = self._new, self.changed
        self._new, self._changed = {}, {}
        if new or changed:
            database = connections[DEFAULT_DB_ALIAS]
            write = _write_at_once if database.vendor == "postgresql" else _write_by_table
            write(database, new, changed)


def _write_at_once(database: BaseDatabaseWrapper, new: New, changed: Changed) -> None:
    told: list[Any] = [_as_json(_columns(model), rows) for model, rows in new.items()]
    for row, names in changed:
        told += _values(_named(type(row), names), row)
    with database.cursor() as cursor:
        cursor.execute(_chain(tuple(new), tuple((type(row), names) for row, names in changed)), told)


def _as_json(columns: Columns, rows: Sequence[Model]) -> str:
    return orjson.dumps([{each.name: getattr(row, each.attribute) for each in columns} for row in rows]).decode()


@cache
def _chain(new: tuple[type[Model], ...], changed: tuple[tuple[type[Model], tuple[str, ...]], ...]) -> str:
    """The one statement of an act that writes to these tables and changes these columns."""
    parts = [*(_inserting(model) for model in new), *(_updating(model, names) for model, names in changed)]
    before = ", ".join(f"w{place} AS ({part})" for place, part in enumerate(parts[:-1]))
    return f"WITH {before} {parts[-1]}" if before else parts[-1]


def _inserting(model: type[Model]) -> str:
    table, names = model._meta.db_table, _listed(_columns(model))
    return f'INSERT INTO "{table}" ({names}) SELECT {names} FROM json_populate_recordset(NULL::"{table}", %s)'


def _updating(model: type[Model], names: tuple[str, ...]) -> str:
    *columns, key = _named(model, names)
    sets = ", ".join(f'"{each.name}" = %s' for each in columns)
    return f'UPDATE "{model._meta.db_table}" SET {sets} WHERE "{key.name}" = %s'


def _write_by_table(database: BaseDatabaseWrapper, new: New, changed: Changed) -> None:
    with database.cursor() as cursor:
        for model, rows in new.items():
            columns = _columns(model)
            marks = ", ".join([f"({', '.join(['%s'] * len(columns))})"] * len(rows))
            sql = f'INSERT INTO "{model._meta.db_table}" ({_listed(columns)}) VALUES {marks}'
            cursor.execute(sql, [value for row in rows for value in _values(columns, row)])
        alike: dict[str, list[list[Any]]] = {}
        for row, names in changed:
            told = _values(_named(type(row), names), row)
            alike.setdefault(_updating(type(row), names), []).append(told)
        for sql, several in alike.items():
            cursor.executemany(sql, several)


def _values(columns: Columns, row: Model) -> list[Any]:
    told = []
    for each in columns:
        value = getattr(row, each.attribute)
        told.append(each.prepare(value) if each.prepare and value is not None else value)
    return told


@cache
def _columns(model: type[Model]) -> Columns:
    return tuple(_column(each) for each in model._meta.concrete_fields)


@cache
def _named(model: type[Model], names: tuple[str, ...]) -> Columns:
    """The columns of these names, in their order, and the key last."""
    found = {name: each for each in model._meta.concrete_fields for name in (each.name, each.attname)}
    return tuple(_column(each) for each in (*(found[name] for name in names), model._meta.pk))


def _column(field: Field[Any, Any]) -> Column:
    return Column(str(field.column), field.attname, _preparing(getattr(field, "target_field", field)))


def _preparing(field: Field[Any, Any]) -> Prepare | None:
    """How a value of a column is told to the database; None for one that is told as it is."""
    database = connections[DEFAULT_DB_ALIAS]
    if isinstance(field, JSONField):
        return lambda value: orjson.dumps(value).decode()
    if isinstance(field, DateTimeField):
        return database.ops.adapt_datetimefield_value
    if database.vendor == "postgresql" or isinstance(field, CharField | TextField | IntegerField | BooleanField):
        return None
    return lambda value: field.get_db_prep_save(value, database)


def _listed(columns: Columns) -> str:
    return ", ".join(f'"{each.name}"' for each in columns)
