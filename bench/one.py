"""One database, measured from empty to its pages: ``python -m bench.one OUT`` with DATABASE_URL or YIZHENG_DATA set."""

from __future__ import annotations

import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import django
import orjson

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yizheng.config.settings")
django.setup()

from django.core.management import call_command  # noqa: E402 - after the settings
from django.db import connection  # noqa: E402

from bench.contestants import Contestant, Door, Floor, make_floor  # noqa: E402
from bench.days import measured  # noqa: E402
from bench.office import acts, prepared  # noqa: E402
from bench.pages import pages  # noqa: E402
from bench.raw import Hand, recorded  # noqa: E402
from bench.rounds import Result, alone, milliseconds, together  # noqa: E402
from bench.statements import told  # noqa: E402

Told = dict[str, Any]


def main() -> None:
    """Measure and write what was found as JSON."""
    out, plan = Path(sys.argv[1]), orjson.loads(sys.argv[2])
    call_command("migrate", verbosity=0)
    make_floor()
    work = prepared()
    hand, door = Hand(recorded(work)), Door(work)
    contestants: dict[str, Contestant] = {"floor": Floor(), "raw": hand, "door": door}
    statements = _statements(door)
    one = alone(contestants, plan["rounds"], plan["seconds"])
    found = {
        "database": connection.vendor,
        "one": _rates(one) | {"cpu_ms": {name: one.client_ms(name) for name in contestants}},
        "acts": _acts(door, statements),
        "raw_statements": hand.statements,
        "many": _rates(together(contestants, plan["clients"], plan["rounds_together"], plan["seconds"])),
        "days": asdict(measured(plan["dates"], plan["dates"] // 20)),
        "pages": [asdict(page) for page in pages(work, plan["cases"], plan["times"])],
    }
    out.write_bytes(orjson.dumps(found))


def _statements(door: Door) -> dict[str, list[int]]:
    """Statements of every act of one case, by name."""
    counts: dict[str, list[int]] = {}
    for name, act in acts(door.work):
        with told() as sent:
            act()
        counts.setdefault(name, []).append(len(sent))
    return counts


def _acts(door: Door, statements: dict[str, list[int]]) -> dict[str, Told]:
    found: dict[str, Told] = {}
    for name, seconds in door.seconds.items():
        p50, p95 = milliseconds(seconds)
        found[name] = {"p50_ms": p50, "p95_ms": p95, "statements": statements[name]}
    return found


def _rates(result: Result) -> Told:
    names = list(result.rates)
    return {
        "rate": {name: result.rate(name) for name in names},
        "of_raw": {name: result.share(name, "raw") for name in names},
        "of_floor": {name: result.share(name, "floor") for name in names},
    }


if __name__ == "__main__":
    main()
