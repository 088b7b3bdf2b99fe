"""Plots with a hearing: told of, called for a day to come, held; and one that took so long that its cap is near."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from yizheng.demo.pace import before
from yizheng.demo.plots import accepted, decided, received
from yizheng.demo.teller import Teller

HEARD = "ENTERTAIN"
"""The item for which the law wants a hearing (娱乐场所管理条例 10)."""
NOTICE = 8
"""Working days from the call to the hearing: seven are the least (行政许可法 48)."""


def told_of_hearing(t: Teller) -> Iterator[datetime]:
    """Neighbours have much at stake: for five days they and the applicant may ask for a hearing."""
    yield from accepted(t)
    yield from decided(t, 1, t.quick())
    yield t.on(3)
    t.tell_of_hearing(next(code for code in t.slow() if code.startswith("FOOD")))


def hearing_called(t: Teller) -> Iterator[datetime]:
    """The rest is decided; the hearing is announced, and called for a day that has not come."""
    yield from accepted(t)
    yield from decided(t, 2, tuple(code for code in t.in_order() if code != HEARD))
    yield from _called(t)


def hearing_held(t: Teller) -> Iterator[datetime]:
    """Held, and granted on its record."""
    yield from hearing_called(t)
    yield from _held(t)
    yield from decided(t, 4 + NOTICE + 1, (HEARD,))


def close_to_its_cap(t: Teller) -> Iterator[datetime]:
    """One item was long in being supplemented, another was heard and extended: the cap on the case ran on meanwhile."""
    yield from received(t)
    first = before(t, HEARD)
    aside = tuple(code for code in t.items if code not in {HEARD, *first})
    yield t.on(1)
    for code in aside:
        t.doubt(code, "premises_address", "地址没有写到门牌号，设置位置对不上。", "请补写门牌号和楼层。")
    yield t.on(1)
    t.issue()
    yield t.on(1)
    t.accept(HEARD, *first)
    yield from decided(t, 2, first)
    yield from _called(t)
    yield from _held(t)
    yield t.on(4 + NOTICE)
    t.supply("门牌号已向派出所核对，执照上即为此地址，无需更改。")
    yield t.on(5 + NOTICE)
    t.accept(*aside)
    yield from decided(t, 6 + NOTICE, aside)
    yield t.on(20)
    t.extend(HEARD)


def _called(t: Teller) -> Iterator[datetime]:
    """Looked at on the spot, announced, called the day after."""
    yield t.on(3)
    t.look_first(HEARD)
    t.announce_hearing(HEARD)
    yield t.on(4)
    t.call_hearing(HEARD, t.city.calendar.nth_workday_after(t.start, 4 + NOTICE))


def _held(t: Teller) -> Iterator[datetime]:
    """Held in the morning of its day, its record signed in the afternoon."""
    yield t.on(4 + NOTICE).replace(hour=15)
    t.hold_hearing(HEARD)
