"""The desk of the lead department in the demo: who, when, and with which keys; twice changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from yizheng.cases.file import CHINA
from yizheng.demo.hall import KEY, City
from yizheng.law.authority import Who


@dataclass(frozen=True)
class Desk:
    """The lead department, which works on the city as a whole."""

    city: City

    @property
    def lead(self) -> Who:
        """The clerk of the lead department."""
        return self.city.staff.lead

    def head(self, organ: str) -> Who:
        """The head of an organ."""
        return self.city.staff.heads[organ]

    def at(self, days_ago: int, minutes: int = 0) -> datetime:
        """A moment of a working day in the past: how many working days ago, how many minutes after ten."""
        day = self.city.calendar.nth_workday_before(self.city.today, days_ago)
        return datetime(day.year, day.month, day.day, 10, tzinfo=CHINA) + timedelta(minutes=minutes)

    def key(self, deed: str) -> str:
        """The idempotency key of a deed: the same whenever the demo is told."""
        return f"{KEY}-lead-{deed}"
