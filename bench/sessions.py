"""A database of our own that is thrown away afterwards, and sessions to it without Django."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
from django.db import connection


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
    told = connection.settings_dict
    if connection.vendor == "postgresql":
        where = {"dbname": told["NAME"], "user": told["USER"], "host": told["HOST"], "port": told["PORT"]}
        known = {name: value for name, value in where.items() if value}
        return psycopg.connect(**known, password=told["PASSWORD"] or None, autocommit=True)
    session = sqlite3.connect(told["NAME"], isolation_level=None, timeout=told["OPTIONS"]["timeout"])
    session.executescript(told["OPTIONS"]["init_command"])
    return session
