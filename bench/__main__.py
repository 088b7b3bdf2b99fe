"""``python -m bench``: SQLite, then PostgreSQL; the table here, the figures in var/bench.json."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import orjson

from bench.report import lines
from bench.sessions import fresh_postgres
from tests.machines.postgres import NoPostgres, postgres

ROOT = Path(__file__).resolve().parents[1]
FULL = {"rounds": 7, "rounds_together": 5, "seconds": 1.5, "clients": 8, "cases": 20_000, "times": 60, "dates": 100_000}
QUICK = {"rounds": 3, "rounds_together": 1, "seconds": 0.5, "clients": 8, "cases": 2_000, "times": 20, "dates": 20_000}


def main() -> int:
    """Measure, print and keep."""
    asked = _asked()
    plan = QUICK if asked.quick else FULL
    found = [_measure(plan, "")] if asked.only != "postgresql" else []
    if asked.only != "sqlite":
        try:
            with postgres() as server, fresh_postgres(server) as url:
                found.append(_measure(plan, url))
        except NoPostgres as sorry:
            print(sorry)
    kept = ROOT / "var" / "bench.json"
    kept.parent.mkdir(exist_ok=True)
    kept.write_bytes(orjson.dumps(found, option=orjson.OPT_INDENT_2))
    print(f"All figures: {kept.relative_to(ROOT)}")
    return 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="How fast one case goes through the door.")
    parser.add_argument("--quick", action="store_true", help="a rough look in half a minute")
    parser.add_argument("--only", choices=("sqlite", "postgresql"), help="one database instead of both")
    return parser.parse_args()


def _measure(plan: dict[str, Any], url: str) -> dict[str, Any]:
    """Measure in a process of its own, with a folder and a database that are thrown away."""
    with tempfile.TemporaryDirectory(prefix="yizheng-bench-") as folder:
        out = Path(folder) / "found.json"
        (Path(folder) / "static").mkdir()
        told = os.environ | {"YIZHENG_DATA": folder, "DATABASE_URL": url, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
        command = [sys.executable, "-m", "bench.one", str(out), orjson.dumps(plan).decode()]
        subprocess.run(command, env=told, cwd=ROOT, check=True)
        found: dict[str, Any] = orjson.loads(out.read_bytes())
    found |= {"clients": plan["clients"], "items": plan["cases"] * 5}
    print("\n".join(lines(found)), flush=True)
    return found


if __name__ == "__main__":
    sys.exit(main())
