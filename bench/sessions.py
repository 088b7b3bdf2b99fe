"""A database of our own that is thrown away afterwards, and sessions to it without Django."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg


@contextmanager
def fresh_postgres(server: str) -> Iterator[str]:
    """A new database on a server; gives its URL. What else is on the server is not touched."""
    name = f"yizheng_bench_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as session:
        session.execute(f"CREATE DATABASE {name}")
        try:
            yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
        finally:
            session.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def own_session() -> Any:
    """A bare session to the database that Django uses: psycopg with its own defaults, or sqlite3 with our pragmas."""
    if url := os.environ.get("DATABASE_URL"):
        return psycopg.connect(url, autocommit=True)
    from django.conf import settings

    told = settings.DATABASES["default"]
    session = sqlite3.connect(Path(told["NAME"]), isolation_level=None, timeout=told["OPTIONS"]["timeout"])
    session.executescript(told["OPTIONS"]["init_command"])
    return session
