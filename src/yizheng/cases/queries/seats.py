"""The desks at which a person of an organ sits: a section, or the whole organ and each of its sections."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from uuid import UUID

from yizheng.cases.file import CHINA, day_of
from yizheng.cases.queries.sight import seats_of
from yizheng.catalogue import publishing
from yizheng.law.authority import Who
from yizheng.law.items import Catalogue


@dataclass(frozen=True, slots=True)
class Seat:
    """One desk: an organ's section, or with an empty section the whole organ."""

    organ: str
    section: str
    organ_name: str
    name: str

    @property
    def key(self) -> str:
        """How a link names it."""
        return f"{self.organ}.{self.section}"


def seats(who: Who, at: datetime) -> tuple[Seat, ...]:
    """The desks of this person, the first shown when none is chosen; at least one for people of an organ."""
    catalogue = names_at(at)
    return tuple(dict.fromkeys(seat for post in seats_of(who) for seat in _of(post.organ, post.section, catalogue)))


def _of(organ_code: str, section: str, catalogue: Catalogue) -> Iterable[Seat]:
    organ = catalogue.organs.get(organ_code)
    if organ is None:
        yield Seat(organ_code, section, organ_code, section)
        return
    if not section:
        yield Seat(organ.code, "", organ.name, "全部科室")
    for each in organ.sections:
        if section in {"", each.code}:
            yield Seat(organ.code, each.code, organ.name, each.name)


def place_of(organ: str, section: str, at: datetime) -> str:
    """An organ and its section as people say it."""
    return next((f"{seat.organ_name} {seat.name}" for seat in _of(organ, section, names_at(at))), organ)


def names_at(at: datetime) -> Catalogue:
    """The catalogue in force when the day began: its names of organs and sections stand on the pages of that day.

    Asked for once a day and process, so that a desk does not pay for it; on the first day, by today's catalogue.
    """
    begun = datetime.combine(day_of(at), time(), tzinfo=CHINA)
    try:
        return publishing.version(_in_force(begun))
    except publishing.NothingPublished:
        return publishing.in_force(at)


def names_on(day: date) -> Catalogue:
    """The same, seen at the end of a day."""
    return names_at(datetime.combine(day, time.max, tzinfo=CHINA))


@cache
def _in_force(at: datetime) -> UUID:
    return publishing.in_force_id(at)
