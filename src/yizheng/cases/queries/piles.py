"""The piles of an organ's desk, and how a pile is narrowed: conditions alone, each answered by an index."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from django.db.models import Q

from yizheng.cases.file import CHINA
from yizheng.cases.timing import AWAITING_ANSWER
from yizheng.law.clocks import Lamp
from yizheng.law.transitions import ON_THE_SPOT
from yizheng.law.words import UNDER_REVIEW, Handling, Role, State

NOBODY = "nobody"
"""Asks for items that nobody has claimed."""

IN_HAND = UNDER_REVIEW - {State.PROPOSED, State.PAUSED, State.RECTIFYING}
"""States in which it is a reviewer's turn; in the others it is the decider's, a procedure's or the applicant's."""


class Pile(StrEnum):
    """What of the desk is looked at, in the words that clerks know."""

    TODO = "todo"
    MINE = "mine"
    DECIDE = "decide"
    COSIGN = "cosign"
    URGED = "urged"
    PAUSED = "paused"
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
    Pile.COSIGN: "会签",
    Pile.URGED: "催办",
    Pile.PAUSED: "特别程序",
    Pile.BEFORE: "窗口收件中",
    Pile.OPEN: "全部在办",
    Pile.DONE: "已办",
}
_EMPTY = {
    Pile.TODO: "没有待办的事项。",
    Pile.MINE: "您手上没有事项。在“待办”里打开一件，点“认领”。",
    Pile.DECIDE: "没有等待决定的事项。",
    Pile.COSIGN: "没有等您会签的事项。",
    Pile.URGED: "没有被催办的事项。",
    Pile.PAUSED: "没有在办特别程序（听证、检验、检测、检疫、鉴定、专家评审）的事项。",
    Pile.BEFORE: "没有窗口正在核对的申请。",
    Pile.OPEN: "没有在办的事项。",
    Pile.DONE: "还没有办结的事项。",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """Who sits at a desk: themselves and those for whom they stand in, and in which roles."""

    people: tuple[str, ...] = ()
    roles: frozenset[Role] = frozenset({Role.REVIEWER})
    cosigners: Mapping[str, int] = field(default_factory=dict)
    """How many second signatures an item of this organ needs."""


def which(pile: Pile, sitting: Sitting, on: date) -> Q:
    """The item-cases of a pile, but for 已办, which goes by the day of the decision."""
    lapsed = Q(state__in=sorted(AWAITING_ANSWER), due_on__lt=on)
    piles = {
        Pile.TODO: _waiting(sitting, lapsed),
        Pile.MINE: Q(reviewer_id__in=sitting.people, state__in=sorted(UNDER_REVIEW)),
        Pile.DECIDE: _to_decide(),
        Pile.COSIGN: Q(state=State.PROPOSED) & _unsigned(sitting),
        Pile.URGED: Q(urged__gt=0, state__in=sorted(UNDER_REVIEW)),
        Pile.PAUSED: Q(state=State.PAUSED),
        Pile.BEFORE: Q(state__in=sorted(AWAITING_ANSWER), due_on__gte=on),
        Pile.OPEN: Q(state__in=sorted(UNDER_REVIEW)) | lapsed,
        Pile.DONE: Q(decided_at__isnull=False),
    }
    return piles[pile]


def _waiting(sitting: Sitting, lapsed: Q) -> Q:
    """What waits for these people, by their roles: to be examined and nobody else's, or to be decided."""
    waiting = Q(pk__in=[])
    if Role.REVIEWER in sitting.roles:
        waiting |= Q(state__in=sorted(IN_HAND), reviewer_id__in=["", *sitting.people]) | lapsed
    return waiting | _to_decide() if Role.DECIDER in sitting.roles else waiting


def _to_decide() -> Q:
    """With an opinion, or handled on the spot, where none is needed (行政许可法 34(2))."""
    return Q(state=State.PROPOSED) | Q(state=State.REVIEWING, handling__in=sorted(ON_THE_SPOT))


def _unsigned(sitting: Sitting) -> Q:
    """That a second signature is wanting, which these people may give: they have neither signed nor reviewed."""
    wanting = Q(pk__in=[])
    for item, count in sitting.cosigners.items():
        lacking = Q(item=item, **{f"cosigned_by__{count - 1}__isnull": True})
        for place in range(count - 1):
            theirs = Q(**{f"cosigned_by__{place}__in": list(sitting.people)})
            lacking &= Q(**{f"cosigned_by__{place}__isnull": True}) | ~theirs
        wanting |= lacking
    return wanting & ~Q(reviewer_id__in=sitting.people)


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """What of a pile is wanted; empty fields want everything. It is what an address says and what is saved."""

    lamp: str = ""
    item: str = ""
    reviewer: str = ""
    state: str = ""
    handling: str = ""
    received_from: date | None = None
    received_until: date | None = None

    @classmethod
    def read(cls, said: Mapping[str, str], items: Collection[str]) -> Narrowed:
        """From the fields of an address; what nobody understands wants everything."""
        return cls(
            lamp=_one_of(said.get("lamp", ""), set(Lamp)),
            item=_one_of(said.get("item", ""), items),
            reviewer=said.get("reviewer", "")[:40],
            state=_one_of(said.get("state", ""), UNDER_REVIEW),
            handling=_one_of(said.get("handling", ""), set(Handling)),
            received_from=_day(said.get("received_from", "")),
            received_until=_day(said.get("received_until", "")),
        )

    @property
    def fields(self) -> dict[str, str]:
        """As the fields of an address; only what is said."""
        return {name: str(value) for name, value in asdict(self).items() if value}

    def condition(self, on: date) -> Q:
        """The item-cases that are wanted."""
        wanted = Q()
        for name in ("item", "state", "handling"):
            if value := getattr(self, name):
                wanted &= Q(**{name: value})
        if self.reviewer:
            wanted &= Q(reviewer_id="" if self.reviewer == NOBODY else self.reviewer)
        if self.received_from:
            wanted &= Q(case__received_at__gte=_begin(self.received_from))
        if self.received_until:
            wanted &= Q(case__received_at__lt=_begin(self.received_until + timedelta(days=1)))
        return wanted & _lit(self.lamp, on) if self.lamp else wanted


def _lit(lamp: str, on: date) -> Q:
    """By the days on which the lamp turns, which are kept with the day due."""
    return {
        Lamp.GREEN: Q(half_on__gt=on),
        Lamp.YELLOW: Q(half_on__lte=on, near_on__gt=on),
        Lamp.ORANGE: Q(near_on__lte=on, due_on__gte=on),
        Lamp.RED: Q(due_on__lt=on),
    }[Lamp(lamp)]


def _begin(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=CHINA)


def _one_of(said: str, known: Collection[str]) -> str:
    return said if said in known else ""


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None
