"""Whose turn it is 轮到谁: from the state and what bears on it, to role and deed; total, the first line that fits.

Every open item-case has somebody whose turn it is; ``yizheng watch`` asks every hour whether that somebody exists.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from yizheng.law.authority import Facts
from yizheng.law.transitions import ON_THE_SPOT
from yizheng.law.words import TO_SERVE, UNHEARD, HearingState, Role, State, Verb


class Bearing(StrEnum):
    """What decides whose turn it is, beside the state."""

    SPOT = "spot"
    VISIT = "visit"
    GAP = "gap"
    FIRSTS = "firsts"
    AGAINST = "against"
    DISAGREED = "disagreed"
    COSIGN = "cosign"
    HEARING = "hearing"
    RIGHT = "right"
    CALLED = "called"
    PARTIES = "parties"
    OVER = "over"
    SERVED = "served"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class Turn:
    """In which role somebody has to act, with which verbs, and what that is in words.

    Without roles nobody has to: it has ended, or other items of the case come first (``FIRSTS``).
    """

    roles: tuple[Role, ...]
    verbs: tuple[Verb, ...]
    does: str


NOBODY = Turn((), (), "")
OTHERS_FIRST = Turn((), (), "先办结")
ANSWER = Turn((Role.WINDOW,), (Verb.ACCEPT, Verb.GAP_ACCEPT, Verb.SUPPLEMENT, Verb.NOT_ACCEPT), "答复是否受理")
REVIEW = Turn((Role.REVIEWER,), (Verb.REVIEW, Verb.CALL_VISIT, Verb.PAUSE), "审查")
DECIDE = Turn((Role.DECIDER,), (Verb.GRANT, Verb.REFUSE, Verb.RETURN, Verb.TERMINATE), "决定")
HEAR = Turn((Role.REVIEWER,), (Verb.ANNOUNCE_HEARING, Verb.CALL_HEARING), "组织听证")
HOLD = Turn((Role.REVIEWER, Role.DECIDER, Role.HEAD), (Verb.HOLD_HEARING, Verb.CALL_HEARING), "举行听证")
ASK_TO_BE_HEARD = Turn((Role.APPLICANT,), (), "决定是否申请听证")
SEND_BACK_TO_HEAR = Turn((Role.DECIDER,), (Verb.ANNOUNCE_HEARING, Verb.RETURN), "退回重审，组织听证")
FILE_AWAY = Turn((Role.WINDOW,), (Verb.ARCHIVE,), "归档")
CLOSE_GAP = Turn((Role.APPLICANT,), (Verb.FILL_GAP,), "补交容缺材料")


@dataclass(frozen=True, slots=True)
class TurnLine:
    """In this state, when all of these bear on it, it is this turn."""

    state: State
    when: frozenset[Bearing]
    turn: Turn


def _line(state: State, turn: Turn, *when: Bearing) -> TurnLine:
    return TurnLine(state, frozenset(when), turn)


TURNS = (
    _line(State.DRAFT, Turn((Role.APPLICANT,), (Verb.FILE,), "提交申请")),
    _line(State.SUBMITTED, ANSWER),
    _line(State.SUPPLEMENTING, Turn((Role.APPLICANT,), (Verb.SUPPLY,), "补正")),
    _line(State.SUPPLIED, Turn((Role.WINDOW,), (Verb.ACCEPT, Verb.GAP_ACCEPT, Verb.NOT_ACCEPT), "答复是否受理")),
    _line(State.REVIEWING, HEAR, Bearing.HEARING),
    _line(State.REVIEWING, ASK_TO_BE_HEARD, Bearing.SPOT, Bearing.RIGHT),
    _line(State.REVIEWING, OTHERS_FIRST, Bearing.SPOT, Bearing.FIRSTS),
    _line(State.REVIEWING, CLOSE_GAP, Bearing.SPOT, Bearing.GAP),
    _line(State.REVIEWING, Turn((Role.DECIDER,), (Verb.GRANT, Verb.TERMINATE), "当场决定"), Bearing.SPOT),
    _line(State.REVIEWING, Turn((Role.REVIEWER,), (Verb.CALL_VISIT, Verb.PAUSE), "安排踏勘"), Bearing.VISIT),
    _line(State.REVIEWING, REVIEW),
    _line(State.PAUSED, HOLD, Bearing.CALLED),
    _line(State.PAUSED, Turn((Role.REVIEWER,), (Verb.CALL_HEARING, Verb.RESUME), "组织听证"), Bearing.HEARING),
    _line(State.PAUSED, Turn((Role.REVIEWER,), (Verb.RESUME, Verb.PROLONG), "进行特别程序")),
    _line(State.TO_VISIT, Turn((Role.REVIEWER,), (Verb.VISIT,), "现场核查")),
    _line(State.VISITED, HEAR, Bearing.HEARING),
    _line(State.VISITED, Turn((Role.REVIEWER,), (Verb.REVIEW, Verb.RECTIFY, Verb.PAUSE), "审查")),
    _line(State.RECTIFYING, Turn((Role.REVIEWER,), (Verb.RECHECK,), "复审整改"), Bearing.OVER),
    _line(State.RECTIFYING, Turn((Role.APPLICANT,), (Verb.REPORT,), "整改并报告")),
    _line(State.RECTIFIED, Turn((Role.REVIEWER,), (Verb.RECHECK,), "复审整改")),
    _line(State.PROPOSED, ASK_TO_BE_HEARD, Bearing.RIGHT),
    _line(State.PROPOSED, SEND_BACK_TO_HEAR, Bearing.HEARING),
    _line(State.PROPOSED, Turn((Role.REVIEWER,), (), "听取利害关系人意见"), Bearing.PARTIES),
    _line(State.PROPOSED, Turn((Role.DECIDER,), (Verb.RETURN, Verb.REFUSE), "退回重审"), Bearing.DISAGREED),
    _line(State.PROPOSED, DECIDE, Bearing.AGAINST),
    _line(State.PROPOSED, Turn((Role.REVIEWER, Role.DECIDER), (Verb.COSIGN,), "会签"), Bearing.COSIGN),
    _line(State.PROPOSED, OTHERS_FIRST, Bearing.FIRSTS),
    _line(State.PROPOSED, CLOSE_GAP, Bearing.GAP),
    _line(State.PROPOSED, DECIDE),
    *(
        line
        for state in State
        if state in TO_SERVE
        for line in (
            _line(state, NOBODY, Bearing.ARCHIVED),
            _line(state, FILE_AWAY, Bearing.SERVED),
            _line(state, Turn((Role.WINDOW,), (Verb.SERVE, Verb.ATTEMPT), "送达"))
        )
    ),
    _line(State.WITHDRAWN, NOBODY, Bearing.ARCHIVED),
    _line(State.WITHDRAWN, FILE_AWAY),
)  # fmt: skip
"""The table; of the lines of a state the first holds whose circumstances are all there (a test proves it total)."""


def _decided_at_once(facts: Facts) -> bool:
    """Whether no opinion is needed before: not claimed, and with the decider enough people have had a hand in it."""
    hands = len(facts.receivers | facts.reviewed_by)
    at_once = facts.handling in ON_THE_SPOT and hands + 1 >= facts.least_people
    return at_once and not (facts.reviewer or facts.failed_firsts)


BEARS: Mapping[Bearing, Callable[[Facts], bool]] = {
    Bearing.SPOT: _decided_at_once,
    Bearing.VISIT: lambda facts: facts.handling == "inspected" and not facts.visited,
    Bearing.GAP: lambda facts: bool(facts.gap) and not facts.gap_over,
    Bearing.FIRSTS: lambda facts: bool(facts.waits_for),
    Bearing.AGAINST: lambda facts: facts.proposal == "refuse",
    Bearing.DISAGREED: lambda facts: facts.disagreed,
    Bearing.COSIGN: lambda facts: len(facts.cosigned_by) < facts.cosigners,
    Bearing.HEARING: lambda facts: facts.hearing in UNHEARD - {HearingState.TOLD},
    Bearing.CALLED: lambda facts: facts.hearing == HearingState.CALLED,
    Bearing.RIGHT: lambda facts: facts.hearing == HearingState.TOLD,
    Bearing.PARTIES: lambda facts: bool(facts.unheard),
    Bearing.OVER: lambda facts: facts.rectification_over,
    Bearing.SERVED: lambda facts: facts.served,
    Bearing.ARCHIVED: lambda facts: facts.archived,
}
"""When each of them is there."""


def turn_of(facts: Facts) -> Turn:
    """Whose turn it is in an item-case."""
    return turn_in(facts.state, frozenset(each for each, bears in BEARS.items() if bears(facts)))


def turn_in(state: State, bearing: frozenset[Bearing]) -> Turn:
    """Whose turn it is in a state under these circumstances."""
    return next(line.turn for line in TURNS if line.state == state and line.when <= bearing)


def whose(facts: Facts, *, organ: str, applicant: str) -> str:
    """Who that is on a page: the applicant, the window, the organ, or the items that come first; "" when nobody is."""
    turn = turn_of(facts)
    if turn == OTHERS_FIRST:
        return "、".join(f"「{name}」" for name in facts.waits_for)
    if not turn.roles:
        return ""
    return {Role.APPLICANT: applicant, Role.WINDOW: "一业一证窗口"}.get(turn.roles[0], organ)
