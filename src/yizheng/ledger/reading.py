"""What an act reads under its lock: statements worked out once in a process, rows made of what comes back.

The same rows as a queryset gives, without building and compiling it anew at every act; that was a third of an act's
time (see ``make bench``). What is not on the way of every act reads by querysets.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import orjson
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import JSONField, Model
from django.db.models.expressions import Col

if TYPE_CHECKING:
    from django.db.models import Field

Row = TypeVar("Row", bound=Model)
Reader = Callable[[Any], Any]


@dataclass(frozen=True)
class Newest:
    """The id of the row of a table that comes last by a column, put on the rows read beside it under a name."""

    model: type[Model]
    by: str
    name: str


@dataclass(frozen=True)
class Reading(Generic[Row]):
    """The rows of a table by one column: in an order, locked, each with the row that a foreign key of it names, or
    with the id of the newest row of another table, asked for in the same statement.
    """

    model: type[Row]
    by: str
    order: str = ""
    lock: bool = False
    along: str = ""
    beside: Newest | None = None

    def __call__(self, value: Any) -> list[Row]:
        """The rows as the database has them now."""
        database = connections[DEFAULT_DB_ALIAS]
        asked = _asked(self).get_db_prep_value(value, database)
        with database.cursor() as cursor:
            cursor.execute(_statement(self, database.vendor), [asked])
            found = cursor.fetchall()
        return [self._row(told, database) for told in found]

    def _row(self, told: Sequence[Any], database: BaseDatabaseWrapper) -> Row:
        width = len(_columns(self.model))
        row = _made(self.model, told[:width], database)
        if self.along:
            setattr(row, self.along, _made(_named(self), told[width:], database))
        if self.beside:
            setattr(row, self.beside.name, _id_of(self.beside.model, told[-1], database))
        return row


def _id_of(model: type[Model], told: Any, database: BaseDatabaseWrapper) -> Any:
    """An id as rows of this table have it; None where there was no row."""
    assert model._meta.pk.column == model._meta.concrete_fields[0].column, "ids stand first"
    reader = dict(_readers(model, database.vendor)).get(0)
    return reader(told) if reader and told is not None else told


def _made(model: type[Row], told: Sequence[Any], database: BaseDatabaseWrapper) -> Row:
    values = list(told)
    for place, reader in _readers(model, database.vendor):
        if values[place] is not None:
            values[place] = reader(values[place])
    return model.from_db(database.alias, _columns(model), values)


@cache
def _statement(reading: Reading[Any], vendor: str) -> str:
    table, listed = reading.model._meta.db_table, _listed(reading.model)
    joined = ""
    if reading.along:
        other, key = _named(reading), reading.model._meta.get_field(reading.along).column
        listed += ", " + _listed(other)
        joined = (
            f' JOIN "{other._meta.db_table}" ON "{table}"."{key}" = "{other._meta.db_table}"."{other._meta.pk.column}"'
        )
    if reading.beside:
        aside = reading.beside.model._meta
        listed += f', (SELECT "{aside.pk.column}" FROM "{aside.db_table}" ORDER BY "{reading.beside.by}" DESC LIMIT 1)'
    order = f' ORDER BY "{table}"."{reading.order}"' if reading.order else ""
    lock = f' FOR UPDATE OF "{table}"' if reading.lock and vendor == "postgresql" else ""
    return f'SELECT {listed} FROM "{table}"{joined} WHERE "{table}"."{reading.by}" = %s{order}{lock}'


@cache
def _asked(reading: Reading[Any]) -> Field[Any, Any]:
    return next(each for each in reading.model._meta.concrete_fields if each.column == reading.by)


def _named(reading: Reading[Any]) -> type[Model]:
    """The table that the foreign key ``along`` points to."""
    model: type[Model] = reading.model._meta.get_field(reading.along).related_model
    return model


@cache
def _columns(model: type[Model]) -> tuple[str, ...]:
    return tuple(each.attname for each in model._meta.concrete_fields)


def _listed(model: type[Model]) -> str:
    return ", ".join(f'"{model._meta.db_table}"."{each.column}"' for each in model._meta.concrete_fields)


@cache
def _readers(model: type[Model], vendor: str) -> tuple[tuple[int, Reader], ...]:
    """The columns whose values the database gives in another form than rows have them, and how they are read."""
    database = connections[DEFAULT_DB_ALIAS]
    found = ((place, _reader(each, database)) for place, each in enumerate(model._meta.concrete_fields))
    return tuple((place, reader) for place, reader in found if reader)


def _reader(column: Field[Any, Any], database: BaseDatabaseWrapper) -> Reader | None:
    if isinstance(column, JSONField):
        return orjson.loads
    as_read = Col(column.model._meta.db_table, column)
    steps = [*database.ops.get_db_converters(as_read), *column.get_db_converters(database)]
    if not steps:
        return None

    def reader(value: Any) -> Any:
        for step in steps:
            value = step(value, as_read, database)
        return value

    return reader
