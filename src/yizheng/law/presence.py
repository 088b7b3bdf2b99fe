"""Whether an organ and its items have entered the hall 进驻, and what follows for the applicant (S-103, S-105).

The applicant comes to one window either way: what has not entered is taken in there and handed on
(高新区一业一证方案 五(一)).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from yizheng.law.articles import in_words
from yizheng.law.authority import Who
from yizheng.law.words import Presence, Role

ENTERING = "高新区一业一证方案 五(一)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """What was said last of an organ, or of one item: entered at a counter, or not, why, and how it is handed on."""

    organ: str
    item: str
    presence: Presence
    counter: str
    reason: str
    hand_on: str

    @property
    def effect(self) -> str:
        """What it means for whoever applies, in one sentence."""
        if self.presence == Presence.ENTERED:
            return f"在政务服务大厅{self.counter}办"
        return f"由政务服务大厅“一业一证”窗口收件，{self.hand_on}，您不用另跑"


def placed_of(item: str, organ: str, said: Iterable[Placed]) -> Placed | None:
    """What holds for an item: what was said of it alone, else of its organ; None when nobody has said anything."""
    found = {(each.organ, each.item): each for each in said}
    return found.get((organ, item)) or found.get((organ, ""))


def placing_faults(presence: Presence, counter: str, reason: str, hand_on: str) -> dict[str, str]:
    """What is missing, by field: whoever entered has a counter, whoever did not says why and how it is handed on."""
    if presence == Presence.ENTERED:
        return {} if counter else {"counter": "请写明在大厅哪个窗口或者柜台，申请人要找得到。"}
    faults = {} if reason else {"reason": "请写明为什么没有进驻。"}
    return faults if hand_on else {**faults, "hand_on": "请写明窗口收件后怎样转给承办机关，例如：当天系统转办。"}


def why_not_place(who: Who) -> str:
    """Why ``who`` may not say who has entered; empty when nothing stands against it."""
    return "" if who.has(Role.LEAD) else f"进驻情况由牵头部门登记（{in_words(ENTERING)}）。"
