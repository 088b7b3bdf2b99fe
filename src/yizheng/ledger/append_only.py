"""Tables that only grow: the database itself refuses UPDATE and DELETE, on SQLite and on PostgreSQL alike."""

from __future__ import annotations

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import RunPython
from django.db.migrations.state import StateApps

SENTENCE = "append-only: what is written here is never changed"


def append_only(table: str) -> RunPython:
    """Make ``table`` append-only, as a migration: triggers ``<table>_no_update`` and ``<table>_no_delete``."""
    return _refusing(table, ("UPDATE", "DELETE"))


def never_deleted(table: str) -> RunPython:
    """Make rows of ``table`` stay, as a migration: what was granted may change its standing, never vanish."""
    return _refusing(table, ("DELETE",))


def stepping_aside(table: str, *deeds: str) -> RunPython:
    """Let a migration change the columns of ``table``: its triggers step aside until they are set again."""
    allow = _refusing(table, deeds).reverse_code
    assert allow is not None  # refusing can be undone
    return RunPython(allow, RunPython.noop)


def _refusing(table: str, deeds: tuple[str, ...]) -> RunPython:
    """Triggers that are set whether or not they are there: SQLite makes a table anew for a column with a default, and
    loses its triggers; the migration that adds such a column sets them again.
    """

    def forbid(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        allow(apps, editor)
        for deed in deeds:
            for sql in _statements(editor.connection.vendor, table, deed):
                editor.execute(sql)

    def allow(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        on_table = f" ON {table}" if editor.connection.vendor == "postgresql" else ""
        for deed in deeds:
            editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{deed.lower()}{on_table}")

    return RunPython(forbid, allow)


def _statements(vendor: str, table: str, deed: str) -> list[str]:
    name = f"{table}_no_{deed.lower()}"
    if vendor == "sqlite":
        return [f"CREATE TRIGGER {name} BEFORE {deed} ON {table} BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END"]
    return [
        "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{SENTENCE}'; END $$",
        f"CREATE TRIGGER {name} BEFORE {deed} ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change()",
    ]
