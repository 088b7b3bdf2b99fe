"""The piles of an organ's desk, and how a pile is narrowed: conditions alone, each answered by an index."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from django.db.models import Q

from yizheng.cases.file import CHINA
from yizheng.cases.timing import AWAITING_ANSWER
from yizheng.law.words import UNDER_REVIEW, Role, State

NOBODY = "nobody"
"""Asks for items that nobody has claimed."""

IN_HAND = UNDER_REVIEW - {State.PROPOSED}
"""States in which a reviewer has to do something."""


class Pile(StrEnum):
    """What of the desk is looked at, in the words that clerks know."""

    TODO = "todo"
    MINE = "mine"
    DECIDE = "decide"
    BEFORE = "before"
    OPEN = "open"
    DONE = "done"

    @property
    def label(self) -> str:
        """As it stands on the tab."""
        return _LABELS[self]

    @property
    def empty(self) -> str:
        """What an empty pile says."""
        return _EMPTY[self]


_LABELS = {
    Pile.TODO: "待办",
    Pile.MINE: "我的",
    Pile.DECIDE: "待决定",
    Pile.BEFORE: "窗口收件中",
    Pile.OPEN: "全部在办",
    Pile.DONE: "已办",
}
_EMPTY = {
    Pile.TODO: "没有待办的事项。",
    Pile.MINE: "您手上没有事项。在“待办”里打开一件，点“认领”。",
    Pile.DECIDE: "没有等待决定的事项。",
    Pile.BEFORE: "没有窗口正在核对的申请。",
    Pile.OPEN: "没有在办的事项。",
    Pile.DONE: "还没有办结的事项。",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """Who sits at a desk: themselves and those for whom they stand in, and in which roles."""

    people: tuple[str, ...] = ()
    roles: frozenset[Role] = frozenset({Role.REVIEWER})


def which(pile: Pile, sitting: Sitting, on: date) -> Q:
    """The item-cases of a pile; of 已办 see there."""
    if pile is Pile.MINE:
        return Q(reviewer_id__in=sitting.people, state__in=sorted(UNDER_REVIEW))
    if pile is Pile.DECIDE:
        return Q(state=State.PROPOSED)
    if pile is Pile.BEFORE:
        return Q(state__in=sorted(AWAITING_ANSWER), due_on__gte=on)
    lapsed = Q(state__in=sorted(AWAITING_ANSWER), due_on__lt=on)
    if pile is Pile.OPEN:
        return Q(state__in=sorted(UNDER_REVIEW)) | lapsed
    waiting = Q()
    if Role.REVIEWER in sitting.roles:
        waiting |= Q(state__in=sorted(IN_HAND), reviewer_id__in=["", *sitting.people]) | lapsed
    if Role.DECIDER in sitting.roles:
        waiting |= Q(state=State.PROPOSED)
    return waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """What of a pile is wanted; empty fields want everything. It is what an address says and what is saved."""

    item: str = ""
    reviewer: str = ""
    state: str = ""
    received_from: date | None = None
    received_until: date | None = None

    @classmethod
    def read(cls, said: Mapping[str, str], items: Collection[str]) -> Narrowed:
        """From the fields of an address; what nobody understands wants everything."""
        return cls(
            item=_one_of(said.get("item", ""), items),
            reviewer=said.get("reviewer", "")[:40],
            state=_one_of(said.get("state", ""), UNDER_REVIEW),
            received_from=_day(said.get("received_from", "")),
            received_until=_day(said.get("received_until", "")),
        )

    @property
    def fields(self) -> dict[str, str]:
        """As the fields of an address; only what is said."""
        return {name: str(value) for name, value in asdict(self).items() if value}

    def condition(self) -> Q:
        """The item-cases that are wanted."""
        wanted = Q()
        for name in ("item", "state"):
            if value := getattr(self, name):
                wanted &= Q(**{name: value})
        if self.reviewer:
            wanted &= Q(reviewer_id="" if self.reviewer == NOBODY else self.reviewer)
        if self.received_from:
            wanted &= Q(case__received_at__gte=_begin(self.received_from))
        if self.received_until:
            wanted &= Q(case__received_at__lt=_begin(self.received_until + timedelta(days=1)))
        return wanted


def _begin(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=CHINA)


def _one_of(said: str, known: Collection[str]) -> str:
    return said if said in known else ""


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None
