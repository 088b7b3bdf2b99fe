"""A decider at a computer of their own: a process that grants one item after another, told to it as JSON.

It asks again under the same key when the database has cut it off, and so may whoever takes its place when it is killed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit
from uuid import UUID

HOUSE = Path(__file__).resolve().parent.parent


def sit_down(url: str, work: dict[str, Any]) -> subprocess.Popen[str]:
    """Start one; what it has to do goes to it, what it did comes line by line."""
    told = {**os.environ, "DATABASE_URL": url, "PYTHONPATH": str(HOUSE / "src")}
    started = subprocess.Popen(
        [sys.executable, "-m", "tests.decider"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=told,
        cwd=HOUSE,
    )  # fmt: skip
    assert started.stdin is not None
    json.dump(work, started.stdin)
    started.stdin.close()
    started.stdin = None
    return started


def url_of(database: str) -> str:
    """The address of a database of the server that tests run on."""
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{database}").geturl()


def decide(work: dict[str, Any], out: IO[str]) -> None:
    """Grant everything; a connection that was cut is opened anew, and the same request sent once more."""
    from django.db import InterfaceError, OperationalError, connection

    from tests import make
    from yizheng.cases.commands import Move, step
    from yizheng.law.authority import Post, Who
    from yizheng.law.papers import Grant
    from yizheng.law.words import Role, Verb

    who = Who(work["id"], work["name"], (Post(Role.DECIDER, work["organ"]),))
    at = make.at(2026, 3, 4)
    for case_id, item_id in work["items"]:
        move = Move(UUID(item_id), Verb.GRANT, Grant(scope="按申请的范围"))
        for attempt in range(5):
            try:
                answer = step(UUID(case_id), [move], who=who, at=at, key=f"grant:{item_id}")
            except (OperationalError, InterfaceError):
                connection.close()
                time.sleep(0.1 * (attempt + 1))
                continue
            out.write(f"{item_id} {'again' if answer.repeated else 'granted'}\n")
            out.flush()
            break
        else:
            raise SystemExit(f"{item_id} was never granted")


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yizheng.config.settings")
    django.setup()
    decide(json.load(sys.stdin), sys.stdout)
