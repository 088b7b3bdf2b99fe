"""The plots of the demo: each yields the moment of its next deed, so that all are told in the order of time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from yizheng.demo.pace import promised_within, slowest
from yizheng.demo.teller import Teller


def drafted(t: Teller) -> Iterator[datetime]:
    """A draft that somebody has begun and will come back to."""
    yield t.on(0)
    t.draft(whole=False)


def filled_in(t: Teller) -> Iterator[datetime]:
    """A draft with everything in it, not yet submitted."""
    yield t.on(0)
    t.draft()


def received(t: Teller) -> Iterator[datetime]:
    """Submitted; the hall has to answer."""
    yield t.on(0)
    t.file()


def received_at_the_window(t: Teller) -> Iterator[datetime]:
    """Entered by the window for somebody who came in person."""
    yield t.on(0)
    t.file(by_window=True)


def accepted(t: Teller) -> Iterator[datetime]:
    """All accepted."""
    yield from received(t)
    yield t.on(1)
    t.accept()


def under_way(t: Teller) -> Iterator[datetime]:
    """All accepted; what is decided at once is granted, nobody has claimed the rest yet."""
    yield from accepted(t)
    yield from decided(t, 1, t.quick())


def partly_accepted(t: Teller) -> Iterator[datetime]:
    """One item accepted, the others not yet answered."""
    yield from received(t)
    yield t.on(1)
    t.accept(next(iter(t.items)))


def deemed_accepted(t: Teller) -> Iterator[datetime]:
    """Nobody told in time: accepted by law from the day of receipt, so what is promised soon is decided at once."""
    yield from received(t)
    yield t.on(6)
    t.lapse()
    in_time = promised_within(t, 6)
    for code in in_time:
        yield from decided(t, 6, (code,))
    for code in [each for each in t.in_order() if each not in in_time][:1]:
        yield t.on(6)
        t.claim(code)


def told_to_supplement(t: Teller) -> Iterator[datetime]:
    """The one notice, with a point of the window and one of an organ."""
    yield from received(t)
    yield t.on(1)
    t.doubt(next(iter(t.items)), "premises_address", "地址没有写到门牌号，核查人员找不到。", "请补写门牌号和楼层。")
    item, material = t.doubtful()
    yield t.on(1)
    t.doubt(item, material, "字迹看不清。", "请重新拍照或者扫描后上传，字和尺寸要看得清楚。", by_organ=True)
    yield t.on(2)
    t.issue()


def supplemented(t: Teller) -> Iterator[datetime]:
    """The notice has been answered: the hall must accept."""
    yield from told_to_supplement(t)
    yield t.on(4)
    t.hand_in(t.doubtful()[1])
    yield t.on(4)
    t.supply("地址已按门牌号核对，执照上即为此地址，无需更改；图纸已重新扫描。")


def granted_after_supplement(t: Teller) -> Iterator[datetime]:
    """Supplemented, accepted and granted."""
    yield from supplemented(t)
    yield t.on(5)
    t.accept()
    yield from decided(t, 7, t.in_order())


def not_accepted(t: Teller) -> Iterator[datetime]:
    """One item is another organ's power; the rest goes on."""
    yield from received(t)
    *others, last = t.items
    yield t.on(1)
    t.not_accept(last)
    yield t.on(1)
    t.accept(*others)
    yield from decided(t, 2, tuple(code for code in t.in_order() if code in others))


def claimed(t: Teller) -> Iterator[datetime]:
    """The organs have begun."""
    yield from under_way(t)
    for code in t.slow():
        yield t.on(2)
        t.claim(code)


def proposed(t: Teller) -> Iterator[datetime]:
    """Reviewed: the deciders have it."""
    yield from under_way(t)
    for code in t.slow():
        yield t.on(2)
        t.review(code)


def sent_back(t: Teller) -> Iterator[datetime]:
    """A decider wants the reviewer to look again."""
    yield from proposed(t)
    for code in t.slow()[:1]:
        yield t.on(3)
        t.send_back(code)


def decided(t: Teller, day: int, codes: tuple[str, ...], refused: str = "") -> Iterator[datetime]:
    """Review and decide these items, one or two a day."""
    for n, code in enumerate(codes):
        yield t.on(day + n // 2)
        t.review(code, "refuse" if code == refused else "grant")
        yield t.on(day + n // 2)
        if code == refused:
            t.refuse(code)
        else:
            t.grant(code)


def partly_decided(t: Teller) -> Iterator[datetime]:
    """All but the slowest item are granted."""
    yield from accepted(t)
    yield from decided(t, 2, tuple(code for code in t.in_order() if code != slowest(t)))


def left_lying(t: Teller) -> Iterator[datetime]:
    """All but one are granted; the last has been claimed and lies there past its day."""
    yield from partly_decided(t)
    yield t.on(2)
    t.claim(slowest(t))


def all_granted(t: Teller) -> Iterator[datetime]:
    """Everything granted; the licence with its versions."""
    yield from accepted(t)
    yield from decided(t, 2, t.in_order())


def one_refused(t: Teller) -> Iterator[datetime]:
    """One item refused with reasons; the others do not wait for it."""
    yield from accepted(t)
    yield from decided(t, 2, t.in_order(), refused=t.in_order()[-1])


def only_one_granted(t: Teller) -> Iterator[datetime]:
    """One permit alone makes no comprehensive licence."""
    yield from accepted(t)
    first, *others = t.in_order()
    yield from decided(t, 2, (first,))
    for n, code in enumerate(others):
        yield from decided(t, 3 + n, (code,), refused=code)


def none_granted(t: Teller) -> Iterator[datetime]:
    """Everything refused."""
    yield from accepted(t)
    for n, code in enumerate(t.in_order()):
        yield from decided(t, 2 + n, (code,), refused=code)


def revoked(t: Teller) -> Iterator[datetime]:
    """All granted; later one permit is revoked and the licence gets its next version."""
    yield from all_granted(t)
    yield t.on(12)
    t.revoke(t.in_order()[-1])


def retired(t: Teller) -> Iterator[datetime]:
    """Revoked until fewer than two permits are left: the licence is retired, what is left stays valid alone."""
    yield from all_granted(t)
    for code in t.in_order()[1:]:
        yield t.on(12)
        t.revoke(code)


def item_withdrawn(t: Teller) -> Iterator[datetime]:
    """One item taken back, the rest granted."""
    yield from accepted(t)
    *others, last = t.in_order()
    yield t.on(2)
    t.withdraw(last)
    yield from decided(t, 3, tuple(others))


def withdrawn(t: Teller) -> Iterator[datetime]:
    """The whole application taken back."""
    yield from received(t)
    yield t.on(1)
    t.withdraw()
