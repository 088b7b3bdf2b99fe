"""Django empties the tables between transactional tests; the triggers that refuse that step aside meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction
from django.db.backends.base.operations import BaseDatabaseOperations


def _sqlite_triggers(cursor: Any) -> list[tuple[str, str]]:
    """Every trigger's name and the SQL that made it."""
    cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    return list(cursor.fetchall())


def _postgres_tables(cursor: Any) -> list[str]:
    """Every table that has a trigger of ours, quoted."""
    cursor.execute("SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal")
    return [table for (table,) in cursor.fetchall()]


@contextmanager
def aside() -> Iterator[None]:
    """Take the triggers away and put them back, in one transaction."""
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            triggers = _sqlite_triggers(cursor)
            for name, _ in triggers:
                cursor.execute(f'DROP TRIGGER "{name}"')
            yield
            for _, sql in triggers:
                cursor.execute(sql)
        else:
            tables = _postgres_tables(cursor)
            for table in tables:
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            yield
            for table in tables:
                cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


@contextmanager
def stepping_aside_for_flush() -> Iterator[None]:
    """While this holds, every flush of Django's finds the triggers out of its way."""
    flush: Callable[..., None] = BaseDatabaseOperations.execute_sql_flush

    def flush_freely(self: BaseDatabaseOperations, sql_list: list[str]) -> None:
        with aside():
            flush(self, sql_list)

    BaseDatabaseOperations.execute_sql_flush = flush_freely  # type: ignore[method-assign]
    try:
        yield
    finally:
        BaseDatabaseOperations.execute_sql_flush = flush  # type: ignore[method-assign]
