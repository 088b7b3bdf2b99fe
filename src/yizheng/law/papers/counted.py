"""期限怎样算 on paper: the count of a clock as a table, kept with the paper, so that it never changes (民法典 201)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from yizheng.law.calendar import Calendar
from yizheng.law.citation import cited
from yizheng.law.clocks import Run, Term, Unit, due, working
from yizheng.law.papers.paper import chinese_date
from yizheng.law.papers.sheet import Table
from yizheng.law.stretches import Stretch, stretches

HEAD = ("日期", "计不计入", "为什么")
PROVISIONAL = "（暂定）"
PLAIN = frozenset({"工作日", "自然日"})
"""Reasons that need no words: the day counts because it is such a day."""


def count_tables(clocks: Iterable[tuple[str, Run]], calendar: Calendar) -> tuple[Table, ...]:
    """How the day of each clock is counted; clocks of the same facts share a table. Raises as ``clocks.due``.

    Every case accepted on one day has the same counts, so that a table is made once a day and limit.
    """
    together: dict[Run, list[str]] = {}
    for label, run in clocks:
        together.setdefault(_facts(run), []).append(label)
    return tuple(_table("、".join(labels), run, calendar) for run, labels in together.items())


def _facts(run: Run) -> Run:
    """What a count depends on, whatever the clock is called."""
    return Run("", run.since, run.term, run.basis, run.pauses, run.extension, run.stopped_on)


@lru_cache(maxsize=1024)
def _table(label: str, run: Run, calendar: Calendar) -> Table:
    found = due(run, calendar)
    title = (
        f"{label}怎样算：自{chinese_date(run.since)}起{run.whole_term}，最后一天是{chinese_date(found.on)}"
        f"{PROVISIONAL if found.provisional else ''}"
    )
    rows = (_row(each, run) for each in stretches(working(run, calendar)))
    return Table(title=title, head=HEAD, rows=tuple(rows))


def _row(stretch: Stretch, run: Run) -> tuple[str, str, str]:
    days = _day(stretch.first, run.since.year)
    if stretch.last != stretch.first:
        days += f"—{_last(stretch)}"
    why = "" if stretch.why in PLAIN else stretch.why
    article = "" if stretch.basis == run.basis else cited(stretch.basis)
    return days, _number(stretch, run.term), "，".join(part for part in (why, article) if part)


def _day(day: date, year: int) -> str:
    return f"{day.month}月{day.day}日" if day.year == year else chinese_date(day)


def _last(stretch: Stretch) -> str:
    first, last = stretch.first, stretch.last
    return f"{last.day}日" if (first.year, first.month) == (last.year, last.month) else _day(last, first.year)


def _number(stretch: Stretch, term: Term) -> str:
    if stretch.numbers is None:
        return "不计入" if term.n else "当日"
    first, last = stretch.numbers
    word = "个工作日" if term.unit is Unit.WORKING_DAY else "日"
    return f"第{first}{word}" if first == last else f"第{first}—{last}{word}"
