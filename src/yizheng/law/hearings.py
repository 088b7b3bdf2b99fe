"""The table of the hearing 听证: how far it has come, verb, how far then, by whom, with which paper, where written.

A hearing that the law wants is announced to the public (行政许可法 46); where others have much at stake, they and the
applicant are told their right and ask for it within five days (47); it is called seven days ahead, chaired by nobody
who examined, and the decision rests on its record (48).
"""

from __future__ import annotations

from dataclasses import dataclass

from yizheng.law.papers import (
    HearingAnnouncement,
    HearingCall,
    HearingRecord,
    HearingRequest,
    HearingRight,
    HearingWaived,
    Paper,
)
from yizheng.law.terms import Term, Unit
from yizheng.law.words import HearingState, Role, Verb

REQUEST_TERM = Term(5, Unit.WORKING_DAY)
"""To ask for a hearing; in working days, which is never less than the five days of the law for whoever asks."""
REQUEST_BASIS = "行政许可法 47"
HOLDING_TERM = Term(20, Unit.WORKING_DAY)
"""To hold a hearing that was asked for (行政许可法 47, 82)."""
HOLDING_BASIS = "行政许可法 47"
NOTICE_TERM = Term(7, Unit.WORKING_DAY)
"""Between the call and the hearing (行政许可法 48(1)(1), 82)."""
NOTICE_BASIS = "行政许可法 48"


@dataclass(frozen=True, slots=True)
class H:
    """One line: one sentence of law about hearings."""

    from_: HearingState
    verb: Verb
    to: HearingState
    by: tuple[Role, ...]
    paper: type[Paper]
    written_in: str


OF_THE_ORGAN = (Role.REVIEWER, Role.DECIDER, Role.HEAD)
BY_WHOM_IT_TOUCHES = (Role.APPLICANT, Role.WINDOW)
"""The applicant; a third party through the window, whose people enter it for them."""

HEARINGS = (
    H(HearingState.NEEDED, Verb.ANNOUNCE_HEARING, HearingState.ANNOUNCED, (Role.REVIEWER,), HearingAnnouncement,
      "行政许可法 46"),
    H(HearingState.NONE, Verb.ANNOUNCE_HEARING, HearingState.ANNOUNCED, (Role.REVIEWER,), HearingAnnouncement,
      "行政许可法 46"),
    H(HearingState.NONE, Verb.TELL_HEARING, HearingState.TOLD, (Role.REVIEWER,), HearingRight,
      "行政许可法 47"),
    H(HearingState.TOLD, Verb.ASK_HEARING, HearingState.ASKED, BY_WHOM_IT_TOUCHES, HearingRequest,
      "行政许可法 47"),
    H(HearingState.TOLD, Verb.WAIVE_HEARING, HearingState.WAIVED, (Role.CLOCK,), HearingWaived,
      "行政许可法 47"),
    H(HearingState.ANNOUNCED, Verb.CALL_HEARING, HearingState.CALLED, (Role.REVIEWER,), HearingCall,
      "行政许可法 48"),
    H(HearingState.ASKED, Verb.CALL_HEARING, HearingState.CALLED, (Role.REVIEWER,), HearingCall,
      "行政许可法 48"),
    H(HearingState.CALLED, Verb.CALL_HEARING, HearingState.CALLED, (Role.REVIEWER,), HearingCall,
      "行政许可法 48"),
    H(HearingState.CALLED, Verb.HOLD_HEARING, HearingState.HELD, OF_THE_ORGAN, HearingRecord,
      "行政许可法 48"),
)  # fmt: skip
"""A hearing that was called may be called anew for another day, seven days ahead again."""

HEARING_LINES = {(line.from_, line.verb): line for line in HEARINGS}
"""The table by its key; a test proves that no two lines begin alike."""

LINE_OF = {line.verb: line for line in HEARINGS}
"""A line for each verb: who, which paper and where it is written are the same on all of its lines."""

_FIRST = {
    Verb.CALL_HEARING: "先公告听证，或者告知听证权利并有人申请，才能通知听证",
    Verb.HOLD_HEARING: "先提前七日通知听证，才能记录听证",
    Verb.ASK_HEARING: "没有告知听证权利，或者已过五日的申请期限，不能申请听证",
    Verb.TELL_HEARING: "依法应当听证的事项请公告听证；已经启动的听证不再告知",
}


def no_hearing_line(stands: HearingState, verb: Verb) -> str:
    """Why ``verb`` cannot be done to a hearing that stands so; empty for a verb of something else, or when it can."""
    if verb not in LINE_OF or (stands, verb) in HEARING_LINES:
        return ""
    why = _FIRST.get(verb, "这一步已经办理过，或者不需要")
    return f"听证现为「{stands.label}」：{why}（行政许可法第四十六条至第四十八条）。"
