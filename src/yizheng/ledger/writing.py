"""What an act writes, gathered first and written at the end in as few statements as the database allows.

PostgreSQL takes everything in one statement (a chain of data-modifying CTEs); SQLite, which has no round trips, takes one per
table and changed row. Measured in ``make bench``; the reasons stand in ``docs/decisions``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Field, Model

Statement = tuple[str, list[Any]]


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

    def flush(self) -> None:
        """Write everything; nothing is kept for a second flush."""
        statements = [*self._inserts(), *self._updates()]
        self._new, self._changed = {}, {}
        if not statements:
            return
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql" and len(statements) > 1:
                cursor.execute(*_combined(statements))
            else:
                for sql, values in statements:
                    cursor.execute(sql, values)

    def _inserts(self) -> Iterator[Statement]:
        for model, rows in self._new.items():
            columns = _columns(model)
            row_of_marks = "(" + ", ".join(["%s"] * len(columns)) + ")"
            head = _insert_head(model)
            values = [_prepared(field, row) for row in rows for field in columns]
            yield f"{head} {', '.join([row_of_marks] * len(rows))}", values

    def _updates(self) -> Iterator[Statement]:
        for (model, _), (row, names) in self._changed.items():
            fields = [_field(model, name) for name in sorted(names)]
            table = connection.ops.quote_name(model._meta.db_table)
            marks = ", ".join(f"{connection.ops.quote_name(str(field.column))} = %s" for field in fields)
            key = model._meta.pk
            where = connection.ops.quote_name(str(key.column))
            values = [_prepared(field, row) for field in (*fields, key)]
            yield f"UPDATE {table} SET {marks} WHERE {where} = %s", values


def _combined(statements: Sequence[Statement]) -> Statement:
    parts = ", ".join(f"w{place} AS ({sql})" for place, (sql, _) in enumerate(statements[:-1]))
    last, _ = statements[-1]
    return f"WITH {parts} {last}", [value for _, values in statements for value in values]


def _prepared(field: Field[Any, Any], row: Model) -> Any:
    return field.get_db_prep_save(getattr(row, field.attname), connection)


@cache
def _columns(model: type[Model]) -> tuple[Field[Any, Any], ...]:
    return tuple(model._meta.concrete_fields)


@cache
def _insert_head(model: type[Model]) -> str:
    quote = connection.ops.quote_name
    names = ", ".join(quote(str(field.column)) for field in _columns(model))
    return f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES"


@cache
def _field(model: type[Model], name: str) -> Field[Any, Any]:
    return next(field for field in _columns(model) if name in {field.name, field.attname})
