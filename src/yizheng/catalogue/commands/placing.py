"""Saying who has entered the hall 进驻: an organ with all its items, or one item (高新区一业一证方案 五(一))."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from yizheng.catalogue import publishing
from yizheng.catalogue.models import HallWord
from yizheng.law.authority import Who
from yizheng.law.papers import Fault
from yizheng.law.presence import placing_faults, why_not_place
from yizheng.law.words import Presence
from yizheng.ledger.command import NotFound, Refused

LONGEST_COUNTER, LONGEST = 100, 500


def place(
    organ: str, item: str, presence: Presence, *, counter: str = "", reason: str = "", hand_on: str = "", who: Who,
    at: datetime,
) -> None:  # fmt: skip
    """Say of an organ, or of one item of it, whether it has entered. Raises Refused with every fault, NotFound."""
    catalogue = publishing.version(publishing.newest_id())
    theirs = {code for code, each in catalogue.items.items() if each.organ == organ}
    if not theirs or (item and item not in theirs):
        raise NotFound("目录里没有这个机关或者事项。")
    if sentence := why_not_place(who):
        raise Refused(sentence)
    said = {"counter": counter.strip(), "reason": reason.strip(), "hand_on": hand_on.strip()}
    faults = placing_faults(presence, **said)
    faults |= {name: f"最多{LONGEST}个字。" for name, text in said.items() if len(text) > LONGEST}
    if len(said["counter"]) > LONGEST_COUNTER:
        faults["counter"] = f"最多{LONGEST_COUNTER}个字。"
    if faults:
        raise Refused(next(iter(faults.values())), [Fault(name, text) for name, text in faults.items()])
    kept = {"counter": ""} if presence == Presence.AWAY else {"reason": "", "hand_on": ""}
    seq = HallWord.objects.filter(organ=organ, item=item).count() + 1
    word = HallWord(organ=organ, item=item, seq=seq, presence=presence, at=at, by=who.name, **{**said, **kept})
    try:
        with transaction.atomic():
            word.save(force_insert=True)
    except IntegrityError:
        raise Refused("进驻情况刚刚有人改过，请刷新后再登记。") from None
