"""A day explained, as JSON: the count of a limit day by day, with the article of every day that does not count."""

from __future__ import annotations

from datetime import date

from ninja import Schema

from yizheng.cases.queries.dates import Count, CountedDay


class DayCounted(Schema):
    """One day of a count: whether it counts, as which unit, why, and the article where it is not the limit's own."""

    day: date
    counts: bool
    number: int | None
    why: str
    basis: str

    @classmethod
    def of(cls, day: CountedDay) -> DayCounted:
        """From the query."""
        return cls(day=day.day, counts=day.counts, number=day.number, why=day.why, basis=day.basis)


class CountTold(Schema):
    """From when, how long, by which article, until which day; ``provisional`` until the year's notice is out."""

    label: str
    since: date
    term: str
    basis: str
    due: date
    provisional: bool
    days: list[DayCounted]

    @classmethod
    def of(cls, count: Count) -> CountTold:
        """From the query."""
        return cls(
            label=count.label,
            since=count.since,
            term=count.term,
            basis=count.basis,
            due=count.due,
            provisional=count.provisional,
            days=[DayCounted.of(each) for each in count.days],
        )
