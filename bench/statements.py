"""How many SQL statements an act makes, BEGIN and COMMIT apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

BEGIN_AND_COMMIT = 2


@contextmanager
def told() -> Iterator[list[str]]:
    """Every statement that Django sends meanwhile, but BEGIN (COMMIT is not a statement to Django)."""
    sent: list[str] = []

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if not sql.startswith("BEGIN"):
            sent.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield sent
