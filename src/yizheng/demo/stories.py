"""The stories of the demo: each yields the moment of its next deed, so that all are told in the order of time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from yizheng.demo.pace import promised_within, slowest
from yizheng.demo.teller import Teller

Plot = Callable[[Teller], Iterator[datetime]]
R, C, P, H = "RESTAURANT", "CONVENIENCE", "PHARMACY", "HOTEL"
A_LONG_TIME = 1330
"""Working days: long enough for permits of five years to have ended."""


@dataclass(frozen=True)
class Story:
    """One case: where, when it began (working days ago), what happens; ``told`` names it on the page of the demo."""

    industry: str
    days_ago: int
    plot: Plot
    told: str = ""
    items: tuple[int, int] = (2, 99)


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


def _visits(t: Teller) -> tuple[str, ...]:
    """The slow items that somebody has to look at on the spot."""
    needed = {each.item.code for each in t.shop.assessment.items if each.visit}
    return tuple(code for code in t.slow() if code in needed)


def to_be_visited(t: Teller) -> Iterator[datetime]:
    """Called for a visit; nobody has been there yet."""
    yield from under_way(t)
    for code in _visits(t):
        yield t.on(2)
        t.call_visit(code)


def told_to_rectify(t: Teller) -> Iterator[datetime]:
    """Visited; something has to be put right, and the limit runs on."""
    yield from to_be_visited(t)
    for code in _visits(t)[:1]:
        yield t.on(3)
        t.visit(code, "rectify")
        yield t.on(3)
        t.rectify(code)


def in_a_procedure(t: Teller) -> Iterator[datetime]:
    """A test is made, told in writing: that long the limit stands still."""
    yield from under_way(t)
    for code in t.slow()[:1]:
        yield t.on(2)
        t.pause(code)


def extended(t: Teller) -> Iterator[datetime]:
    """The head of an organ has extended the limit, in time and with reasons."""
    yield from claimed(t)
    for code in t.slow()[:1]:
        yield t.on(3)
        t.extend(code)


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


STORIES = (
    Story(R, A_LONG_TIME, all_granted, "五年前的许可，有的已届满失效", (4, 99)),
    Story(R, 60, all_granted, "全部准予，综合许可证已换发几版", (4, 99)),
    Story(C, 55, all_granted), Story(P, 52, all_granted), Story(H, 50, all_granted),
    Story(R, 48, revoked, "一项许可被撤销，扫旧版就看得到", (4, 99)),
    Story(C, 46, retired, "许可不足两项，综合许可证停止使用", (2, 3)),
    Story(R, 45, one_refused, "一项不予许可，其余照发", (3, 99)),
    Story(P, 43, one_refused), Story(H, 42, one_refused),
    Story(C, 40, only_one_granted, "只准予一项，不制发综合许可证", (2, 3)),
    Story(R, 38, none_granted), Story(H, 37, all_granted),
    Story(R, 36, granted_after_supplement, "补正以后准予"),
    Story(C, 35, granted_after_supplement),
    Story(R, 33, item_withdrawn, "撤回一项，其余准予", (3, 99)),
    Story(H, 32, withdrawn), Story(P, 31, all_granted),
    Story(C, 30, not_accepted, "一项不予受理，写明有权机关"),
    Story(R, 11, left_lying, "有一项已逾期"),
    Story(C, 24, all_granted), Story(R, 20, all_granted), Story(R, 16, all_granted),
    Story(P, 5, partly_decided), Story(H, 6, partly_decided, "部分办结"), Story(R, 6, partly_decided),
    Story(R, 7, deemed_accepted, "逾期未告知，视为受理", (3, 99)),
    Story(C, 7, deemed_accepted),
    Story(R, 4, sent_back), Story(H, 3, proposed, "待决定"), Story(C, 3, proposed),
    Story(R, 5, supplemented, "已补正，等待受理"), Story(P, 5, told_to_supplement),
    Story(R, 4, told_to_supplement, "待补正，等申请人"),
    Story(P, 3, claimed), Story(R, 3, claimed, "审查中"), Story(H, 2, under_way), Story(C, 2, under_way),
    Story(R, 2, partly_accepted),
    Story(R, 3, to_be_visited, "待踏勘"), Story(R, 4, told_to_rectify, "整改中，期限照常计算", (4, 99)),
    Story(R, 3, in_a_procedure, "特别程序中，期限停算", (4, 99)), Story(P, 4, extended, "法定期限已依法延长"),
    Story(C, 4, received, "快到答复受理的期限"), Story(R, 3, received), Story(H, 2, received_at_the_window),
    Story(P, 1, received_at_the_window), Story(R, 1, received, "刚收件"), Story(C, 1, received),
    Story(R, 3, drafted), Story(P, 2, filled_in, "草稿已填好，还没提交"), Story(R, 1, drafted),
)  # fmt: skip
"""Every case of the demo."""
