"""The table: what was found, and the two targets in plain sight."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import mean
from typing import Any

RAW_AT_LEAST = 0.5
STATEMENTS_AT_MOST = 6
VIEWFLOW_OF_RAW = 0.13
"""Measured on another machine beside the same kind of raw (shared/perf.md)."""
VIEWFLOW_TIMES = 4
DESK, SEARCH = (7, 25.0), (16, 50.0)
PAGES = {"page behind the QR": (4, None)}
"""Statements at most, and milliseconds at p50 at most; every pile of a desk has the same."""

DATES_A_SECOND = 100_000

Found = dict[str, Any]


def lines(found: Found) -> Iterator[str]:
    """Everything about one database."""
    one, many, clients = found["one"], found["many"], found["clients"]
    yield f"== {found['database']}: one case = 13 durable acts (5 organs, 8 files, 5 permits, 4 licence versions)"
    yield ""
    yield f"             cases/s   × raw  × floor  CPU ms/case │ {clients} clients: cases/s   × raw"
    for name, what in (("floor", "13 commits"), ("raw", "by hand"), ("door", "the door")):
        yield (
            f"{what:<10} {one['rate'][name]:>9.1f} {one['of_raw'][name]:>7.2f} {one['of_floor'][name]:>8.2f}"
            f" {one['cpu_ms'][name]:>12.1f} │ {many['rate'][name]:>18.1f} {many['of_raw'][name]:>7.2f}"
        )
    yield ""
    yield "act        p50 ms  p95 ms  SQL statements (and BEGIN, COMMIT)"
    for name, act in found["acts"].items():
        shown = _span(act["statements"])
        yield f"{name:<9} {act['p50_ms']:>7.2f} {act['p95_ms']:>7.2f}  {shown}"
    yield ""
    yield from _targets(found)
    yield ""


def _targets(found: Found) -> Iterator[str]:
    counts = [count for act in found["acts"].values() for count in act["statements"]]
    share = found["one"]["of_raw"]["door"]
    counted = (
        f"{max(counts)} statements in the longest act, {mean(counts):.1f} on average (with BEGIN and COMMIT "
        f"{max(counts) + 2} and {mean(counts) + 2:.1f}); a case {sum(counts) + 2 * len(counts)}, by hand "
        f"{found['raw_statements']}"
    )
    if found["database"] == "postgresql":
        times = share / VIEWFLOW_OF_RAW
        yield _target(share >= RAW_AT_LEAST, f"{share:.2f} × raw (target ≥ {RAW_AT_LEAST})")
        viewflow = f"{times:.1f} × viewflow's place, {VIEWFLOW_OF_RAW} × raw (target ≥ {VIEWFLOW_TIMES})"
        yield _target(times >= VIEWFLOW_TIMES, viewflow)
        yield _target(max(counts) <= STATEMENTS_AT_MOST, f"{counted} (target ≤ {STATEMENTS_AT_MOST} an act)")
    else:
        yield f"        {share:.2f} × raw, {counted}: no targets here, a statement is a call and not a round trip"
    yield _days(found["days"])
    for page in found["pages"]:
        yield _page(page, found["items"])


def _days(days: Found) -> str:
    """A second for 100,000, counted in the time that the processor is at work."""
    rate, times = days["dates"] / days["seconds"], days["walked_seconds"] / days["seconds"]
    told = f"{days['dates']:,} due dates with pauses in {days['seconds']:.2f} s, {rate:,.0f} a second"
    good = rate >= DATES_A_SECOND
    return _target(good, f"{told}, {times:.1f} × a walk from day to day (target ≥ {DATES_A_SECOND:,} a second)")


def _page(page: Found, items: int) -> str:
    if page["why_not"]:
        return f"  –     {page['name']}: not measured, {page['why_not']}"
    most, slowest = PAGES.get(page["name"], SEARCH if page["name"].startswith("search") else DESK)
    good = page["statements"] <= most and (slowest is None or page["p50_ms"] <= slowest)
    limit = f"≤ {most} statements" + (f", ≤ {slowest:.0f} ms" if slowest else "")
    told = f"{page['statements']} statements, {page['p50_ms']:.1f} ms ({limit})"
    return _target(good, f"{page['name']}, {items:,} item-cases: {told}")


def _target(good: bool, text: str) -> str:
    return f"  {'met ' if good else 'OPEN'}  {text}"


def _span(counts: list[int]) -> str:
    low, high = min(counts), max(counts)
    return f"{low} (+2)" if low == high else f"{low}–{high} (+2)"
