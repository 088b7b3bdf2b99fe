"""Telling all stories at once in the order of time, so that numbers follow the days; told twice, nothing changes."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from yizheng.catalogue import publishing
from yizheng.demo.aftercare import looked_after
from yizheng.demo.stories import STORIES, Story
from yizheng.demo.teller import City, Teller, key_of
from yizheng.ledger.book import said_before

Progress = Callable[[int, datetime], None]
"""Told how many deeds are done and which day it is."""

LAST = 999
DONE = key_of(LAST, 1)
"""The key of the last deed of all: somebody has just begun a draft."""


def tell(city: City, now: datetime, progress: Progress, stories: Sequence[Story] = STORIES) -> int:
    """Tell the stories up to now; gives how many deeds were done."""
    tellers = [
        Teller(city, place, story.industry, story.days_ago, story.items) for place, story in enumerate(stories, start=1)
    ]
    told = zip(stories, tellers, strict=True)
    plots: list[Iterator[datetime]] = [looked_after(t, story.plot(t)) for story, t in told]
    waiting: list[tuple[datetime, int]] = []
    for place, plot in enumerate(plots):
        _wait(waiting, plot, place, now)
    while waiting:
        at, place = heapq.heappop(waiting)
        tellers[place].at = at
        _wait(waiting, plots[place], place, now)
        progress(sum(each.deeds for each in tellers), at)
    return sum(each.deeds for each in tellers)


def finish(city: City, now: datetime) -> int:
    """The last deed of all: a draft begun just now, under what is in force now."""
    current = publishing.in_force_id(now)
    there = replace(city, catalogue_id=current, catalogue=publishing.version(current))
    last = Teller(there, LAST, "RESTAURANT", 1, at=now)
    last.draft(whole=False)
    return last.deeds


def told_before() -> bool:
    """Whether everything has been told: the last deed of all has been done."""
    return said_before(DONE) is not None


def _wait(waiting: list[tuple[datetime, int]], plot: Iterator[datetime], place: int, now: datetime) -> None:
    """Go on to the next deed of a story, if it lies in the past."""
    moment = next(plot, None)
    if moment is not None and moment <= now:
        heapq.heappush(waiting, (moment, place))
