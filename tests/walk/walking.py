"""One walk: a case, the permits it comes to and the cases that join it, through acts of anybody at any time.

What must hold is looked at after every act; what was refused has changed nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction

from tests.walk import begun, changing_law, joining, looking, on_items, on_permits
from tests.walk.cards import Index
from tests.walk.parts import Deed, Part
from tests.walk.world import World
from yizheng.cases.commands import redate_case, settle_case
from yizheng.cases.file import day_of
from yizheng.cases.models import Case, ItemCase
from yizheng.cases.queries.progress import progress
from yizheng.catalogue import publishing
from yizheng.catalogue.publishing import Earlier
from yizheng.law.calendar import Calendar
from yizheng.law.words import CaseState
from yizheng.ledger.command import NotFound, Refused
from yizheng.licences.commands import settle_permits_of

STEPS = 45
"""Acts tried in one walk."""
LAST_DAY = date(2027, 10, 31)
"""No walk goes on after this day: the holidays of the year after are not announced."""
CALLED = {"called"}


@dataclass
class Walk:
    """Its cases, the dice that choose, and what was tried so far."""

    world: World
    dice: Random
    patch: pytest.MonkeyPatch
    counted: Counter[str] = field(default_factory=Counter)
    told: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.calendar = publishing.calendar()
        self.law = changing_law.Law.of(self.world)
        self.index = Index()
        self.parts: list[Part] = []
        self.at, first = begun.begin(self)
        self.parts.append(first)
        self.look(first)
        if self.index.cards and self.dice.random() < 0.4:
            self.an_item_more()

    @property
    def today(self) -> date:
        """The day."""
        return day_of(self.at)

    @property
    def home(self) -> UUID:
        """The case whose licence it is all about."""
        return self.parts[0].case_id

    @property
    def filed(self) -> list[Part]:
        """The cases that are more than drafts."""
        return [each for each in self.parts if each.items]

    @property
    def undecided(self) -> bool:
        """Whether any item still waits for its decision."""
        return any(each.is_open for each in self.filed)

    def go(self) -> None:
        """Try one thing after another until the steps are used up; then look at every case once more."""
        for _ in range(STEPS):
            self.time_passes()
            self.something()
        for part in self.filed:
            self.tries(part, self.watcher(part, 0))
            self.look(part)
        for part in self.parts:
            self.counted[f"case {Case.objects.get(id=part.case_id).state}"] += 1

    def something(self) -> None:
        """Try what the dice say."""
        chance = self.dice.random()
        part = self.some_part()
        if chance < 0.03:
            self.tries(part, self.watcher(part))
        elif chance < 0.04:
            self.tries(part, self.announcement())
        elif chance < 0.055:
            self.tries(part, changing_law.published(self))
        elif chance < (0.1 if self.undecided else 0.2) and (joins := joining.joins(self)):
            self.tries(*joins)
        elif self.index.cards and chance < (0.25 if self.undecided else 0.9):
            self.tries(part, on_permits.something(self, part))
        else:
            self.tries(part, on_items.something(self, part))

    def an_item_more(self) -> None:
        """A case that joins the licence is opened and filed, so that there is time for it to be decided."""
        for _ in range(2):
            if joins := joining.joins(self):
                self.tries(*joins)

    def some_part(self) -> Part:
        """Mostly a case that is still open."""
        open_ = [each for each in self.filed if each.is_open]
        return self.dice.choice(open_ if open_ and self.dice.random() < 0.85 else self.filed)

    def time_passes(self) -> None:
        """Mostly minutes or hours, at times days, seldom weeks; months and years where nothing is left to decide."""
        self.at += self._while()
        while self.today > LAST_DAY:
            self.at -= timedelta(days=90)
        self.at = max(self.at, self.last_at)

    def _while(self) -> timedelta:
        chance = self.dice.random()
        if any(each.hearing in CALLED for part in self.filed for each in part.items) and chance < 0.1:
            return timedelta(days=self.dice.randrange(5, 15))
        if not self.undecided and chance < 0.25:
            return timedelta(days=self.dice.randrange(20, 250), minutes=self.dice.randrange(600))
        if chance < 0.6:
            return timedelta(minutes=self.dice.randrange(1, 90))
        if chance < 0.85:
            return timedelta(hours=self.dice.randrange(2, 30))
        return timedelta(days=self.dice.randrange(1, 5 if chance < 0.97 else 40), minutes=self.dice.randrange(600))

    def look(self, part: Part, *, settled: bool = True) -> None:
        """Look at everything there is to see of a case and of the licence it is on."""
        self.last_at = self.at
        rows = list(ItemCase.objects.filter(case_id__in=[each.case_id for each in self.parts]).order_by("place"))
        for each in self.parts:
            each.items = [row for row in rows if row.case_id == each.case_id]
        looking.at(self, part, settled=settled)
        self.before = looking.everything([each.case_id for each in self.parts])

    def watcher(self, part: Part, chosen: int | None = None) -> Deed:
        """The watcher wakes and settles what has lapsed, of items and of permits, and tells of laws that changed."""
        at, id_ = self.at, part.case_id
        ways: list[Callable[[], Any]] = [
            lambda: settle_case(id_, at=at),
            lambda: settle_permits_of(id_, at=at),
            lambda: changing_law.told(self, at),
        ]
        if chosen is None:
            chosen = self.dice.choice([0, 1, 2, 2] if len(self.law.versions) > 1 else [0, 1])
        remember = (lambda _: None, lambda _: self.index.turn(self.today), lambda _: None)[chosen]
        return Deed(f"the watcher wakes ({chosen})", "watcher", ways[chosen], remember, settles=chosen < len(ways) - 1)

    def announcement(self) -> Deed:
        """The State Council announces: a day off, or a rest day worked; every clock is worked out again at once."""
        day = day_of(self.at) + timedelta(days=self.dice.randrange(1, 25))
        old, at = self.calendar, self.at

        def announce() -> None:
            year = old.year(day.year)
            off, work = dict(year.days_off), dict(year.workdays)
            if old.is_workday(day):
                work.pop(day, None)
                off[day] = "临时放假"
            else:
                off.pop(day, None)
                work |= {day: "临时上班"} if day.weekday() > 4 else {}
            years = [old.year(each) for each in old.years if each != day.year]
            changed = replace(year, days_off=off, workdays=work)
            self.calendar = Calendar([*years, changed])
            self.patch.setattr(publishing, "calendar", lambda: self.calendar)
            self.patch.setattr(publishing, "calendar_before", lambda _: Earlier(old, at))
            for part in self.filed:
                redate_case(part.case_id, at=at)

        return Deed(f"announced for {day}", "calendar", announce)

    def tries(self, part: Part, deed: Deed) -> bool:
        """Do it, and look; whatever is refused has changed nothing at all. Whether it was done."""
        self.told.append(f"{self.at:%Y-%m-%d %H:%M} {deed.said}")
        try:
            answer = deed.do()
        except Refused as refusal:
            self.told[-1] += f" → {refusal.sentence}"
            self.counted[f"refused {deed.counts_as}"] += 1
            assert refusal.sentence.strip().endswith(("。", "；", "）")), "a refusal is a sentence"
            assert looking.everything([each.case_id for each in self.parts]) == self.before, (
                "a refusal changed something"
            )
            return False
        except NotFound:
            assert looking.everything([each.case_id for each in self.parts]) == self.before
            return False
        deed.remember(answer)
        self.counted[f"done {deed.counts_as}"] += 1
        self.look(part, settled=deed.settles)
        return True

    def read_it(self, part: Part) -> None:
        """What the applicant reads of it."""
        shown = progress(part.case_id, self.at)
        assert shown.state != CaseState.DRAFT
        assert all(each.turn or not each.state.is_open for each in shown.items)


@contextmanager
def walking(world: World, dice: Random) -> Iterator[Walk]:
    """A walk; everything done in it is undone, so that every walk begins in the same world."""
    mark = transaction.savepoint()
    try:
        with pytest.MonkeyPatch.context() as patch:
            yield Walk(world, dice, patch)
    finally:
        transaction.savepoint_rollback(mark)
        publishing.version.cache_clear()


@contextmanager
def telling(told: list[str]) -> Iterator[None]:
    """A failure says the last things tried."""
    try:
        yield
    except Exception as wrong:
        last = "\n  ".join(told[-14:])
        raise AssertionError(f"{type(wrong).__name__}: {wrong}\n  {last}") from wrong


def walk(world: World, seed: str) -> Counter[str]:
    """Walk once by the dice of a seed, which a failure says. What was done and refused, counted."""
    try:
        with walking(world, Random(seed)) as one, telling(one.told):
            one.go()
            return one.counted
    except AssertionError as wrong:
        raise AssertionError(f"seed {seed}: {wrong}") from wrong
