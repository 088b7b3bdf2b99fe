"""What an act writes, gathered first and written at the end in as few statements as the database allows.

PostgreSQL takes everything in one statement, a chain of data-modifying CTEs; the rows of a table travel as one JSON array, so
that the statement reads the same however many rows there are, and its plan is kept. SQLite, which has no round trips, takes one
statement for each table. Measured in ``make bench``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import orjson
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BooleanField, CharField, Field, IntegerField, JSONField, Model, TextField

Columns = Sequence["Field[Any, Any]"]
Alike = tuple[type[Model], tuple[str, ...]]
"""A table and the columns that change in it."""
New = dict[type[Model], list[Model]]
Changed = dict[Alike, list[Model]]


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
        new, changed = self._new, self._alike()
        self._new, self._changed = {}, {}
        if new or changed:
            database = connections[DEFAULT_DB_ALIAS]
            write = _write_at_once if database.vendor == "postgresql" else _write_by_table
            write(database, new, changed)

    def _alike(self) -> Changed:
        """The changed rows, those together whose same columns change."""
        alike: Changed = {}
        for row, names in self.changed:
            alike.setdefault((type(row), names), []).append(row)
        return alike


def _write_at_once(database: BaseDatabaseWrapper, new: New, changed: Changed) -> None:
    told = [_as_json(_columns(model), rows) for model, rows in new.items()]
    told += [_as_json(_named(model, names), rows) for (model, names), rows in changed.items()]
    with database.cursor() as cursor:
        cursor.execute(_chain(tuple(new), tuple(changed)), told)


def _as_json(columns: Columns, rows: Sequence[Model]) -> str:
    names = [(str(each.column), each.attname) for each in columns]
    return orjson.dumps([{column: getattr(row, name) for column, name in names} for row in rows]).decode()


@cache
def _chain(new: tuple[type[Model], ...], changed: tuple[Alike, ...]) -> str:
    """The one statement of an act that writes to these tables and changes these columns."""
    parts = [*(_inserting(model) for model in new), *(_updating(model, names) for model, names in changed)]
    before = ", ".join(f"w{place} AS ({part})" for place, part in enumerate(parts[:-1]))
    return f"WITH {before} {parts[-1]}" if before else parts[-1]


def _inserting(model: type[Model]) -> str:
    table, names = model._meta.db_table, _listed(_columns(model))
    return f'INSERT INTO "{table}" ({names}) SELECT {names} FROM json_populate_recordset(NULL::"{table}", %s)'


def _updating(model: type[Model], names: tuple[str, ...]) -> str:
    table, (*columns, key) = model._meta.db_table, _named(model, names)
    sets = ", ".join(f'"{each.column}" = told."{each.column}"' for each in columns)
    told = f'json_populate_recordset(NULL::"{table}", %s) told'
    return f'UPDATE "{table}" kept SET {sets} FROM {told} WHERE kept."{key.column}" = told."{key.column}"'


def _write_by_table(database: BaseDatabaseWrapper, new: New, changed: Changed) -> None:
    with database.cursor() as cursor:
        for model, rows in new.items():
            columns = _columns(model)
            marks = ", ".join([f"({', '.join(['%s'] * len(columns))})"] * len(rows))
            sql = f'INSERT INTO "{model._meta.db_table}" ({_listed(columns)}) VALUES {marks}'
            cursor.execute(sql, [value for row in rows for value in _values(columns, row, database)])
        for (model, names), rows in changed.items():
            *columns, key = _named(model, names)
            sets = ", ".join(f'"{each.column}" = %s' for each in columns)
            sql = f'UPDATE "{model._meta.db_table}" SET {sets} WHERE "{key.column}" = %s'
            cursor.executemany(sql, [_values((*columns, key), row, database) for row in rows])


def _values(columns: Columns, row: Model, database: BaseDatabaseWrapper) -> list[Any]:
    return [_prepared(each, getattr(row, each.attname), database) for each in columns]


def _prepared(column: Field[Any, Any], value: Any, database: BaseDatabaseWrapper) -> Any:
    """A value as SQLite keeps it; most are kept as they are."""
    if value is None or _is_plain(column):
        return value
    if isinstance(column, JSONField):
        return orjson.dumps(value).decode()
    return column.get_db_prep_save(value, database)


@cache
def _is_plain(column: Field[Any, Any]) -> bool:
    return isinstance(column, CharField | TextField | IntegerField | BooleanField)


@cache
def _columns(model: type[Model]) -> Columns:
    return tuple(model._meta.concrete_fields)


@cache
def _named(model: type[Model], names: tuple[str, ...]) -> Columns:
    """The columns of these names, and the key last."""
    found = {name: each for each in _columns(model) for name in (each.name, each.attname)}
    return (*(found[name] for name in names), model._meta.pk)


def _listed(columns: Columns) -> str:
    return ", ".join(f'"{each.column}"' for each in columns)
