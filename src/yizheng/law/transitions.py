"""The table of transitions: from, verb, to, by whom, with which paper, what it does to the clocks, where it is written.

From this one table come the check in the command, the buttons, the diagram in the docs and the tests.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from yizheng.law.hearings import LINE_OF
from yizheng.law.inquiries import INQUIRIES
from yizheng.law.papers import (
    Acceptance,
    ArchiveIndex,
    Assignment,
    Cosignature,
    DeemedAcceptance,
    DeliveryAttempt,
    Extension,
    GapAcceptance,
    GapReply,
    Grant,
    MissedDecision,
    NonAcceptance,
    OverdueExplanation,
    Paper,
    ProcedureEnded,
    ProcedureProlonged,
    Receipt,
    Recheck,
    Rectification,
    RectificationReport,
    Refusal,
    Return,
    ReviewOpinion,
    SeparationException,
    ServiceReceipt,
    SpecialProcedure,
    SupplementNotice,
    SupplementReply,
    Termination,
    Transfer,
    VisitCall,
    VisitRecord,
    Withdrawal,
)
from yizheng.law.words import DECIDED_ON, ENDS, TO_SERVE, UNDER_REVIEW, ClockName, Handling, Role, State, Verb

Deed = Literal["start", "stop", "pause", "prolong", "resume", "extend"]
Group = Literal["acceptance", "decision", "delivery", "gap", "rectification", "request", "hearing"]
"""``acceptance`` is clock C1; ``decision`` is C2 and C3, promised and statutory, together; then C6, C8, C9 and C16."""
CountsFrom = Literal["receipt", "accept", ""]


@dataclass(frozen=True, slots=True)
class Effect:
    """What a step does to a group of clocks.

    ``counts_from`` names the decision clocks meant: those whose limit counts from receipt run from the receipt, the
    others from acceptance; empty means both (domain §7-13). ``since`` "receipt" dates the start back to the start of
    the acceptance clock (行政许可法 32(1)(4)). ``where`` names the one circumstance in which it takes place: the item's
    own rule takes the rectification out of the count, there is a gap that is still open, or as far as the table of the
    hearing (``law/hearings.py``) has come.
    """

    does: Deed
    group: Group
    counts_from: CountsFrom = ""
    since: Literal["now", "receipt"] = "now"
    where: Literal["rectification_pauses", "gap_open", "hearing", ""] = ""


A: Group = "acceptance"
D: Group = "decision"
S: Group = "delivery"
G: Group = "gap"
R: Group = "rectification"


def start(group: Group, counts_from: CountsFrom = "", since: Literal["now", "receipt"] = "now") -> Effect:
    """Start the clocks of ``group``."""
    return Effect("start", group, counts_from, since)


def stop(group: Group, counts_from: CountsFrom = "") -> Effect:
    """Stop the clocks of ``group``."""
    return Effect("stop", group, counts_from)


END_GAP = Effect("stop", G, where="gap_open")
"""A decision or an end stops the clock of a gap that is still open."""
ASKED_IN_TIME = Effect("stop", "request", where="hearing")
HELD = Effect("stop", "hearing", where="hearing")
"""A hearing announced by the organ itself has no clock of these; one that was asked for has."""
START_GAP = Effect("start", G, where="gap_open")
"""Accepted by lapse of time with a material promised for later: its time begins when the law has spoken."""
PAUSE_FOR_RECTIFICATION = Effect("pause", D, where="rectification_pauses")
RESUME_AFTER_RECTIFICATION = Effect("resume", D, where="rectification_pauses")

GROUP_OF: dict[ClockName, Group] = {
    ClockName.ACCEPTANCE: A,
    ClockName.PROMISED: D,
    ClockName.STATUTORY: D,
    ClockName.DELIVERY: S,
    ClockName.GAP: G,
    ClockName.RECTIFICATION: R,
    ClockName.HEARING_REQUEST: "request",
    ClockName.HEARING: "hearing",
}
"""To which group each clock of an item-case belongs; the cap of the case is derived (``law/joint.py``)."""

EVERY = frozenset(Handling)


@dataclass(frozen=True, slots=True)
class T:
    """One line of the table: one sentence of law; ``of`` are the kinds of handling it is for (分类审批)."""

    from_: State
    verb: Verb
    to: State
    by: tuple[Role, ...]
    paper: type[Paper] | None
    clocks: tuple[Effect, ...]
    written_in: str
    of: frozenset[Handling] = EVERY


BY_APPLICANT = (Role.APPLICANT, Role.WINDOW)
"""The applicant, or the window on their behalf: the channel is the applicant's choice (优化营商环境条例 37)."""
OF_THE_ORGAN = (Role.REVIEWER, Role.DECIDER)
ON_THE_SPOT = frozenset({Handling.IMMEDIATE, Handling.COMMITMENT})
"""Handled without an opinion before: complete papers are decided at once (行政许可法 34(2); 消防法 15)."""
VISITED_BEFORE = frozenset({Handling.GENERAL, Handling.INSPECTED})
"""Handled with a visit before the decision: prescribed, or to verify the substance (行政许可法 34(3))."""

_RECEIPT = (
    T(State.DRAFT, Verb.FILE, State.SUBMITTED, BY_APPLICANT, Receipt,
      (start(A), start(D, "receipt")), "行政许可法 29"),
    T(State.SUBMITTED, Verb.ACCEPT, State.REVIEWING, (Role.WINDOW,), Acceptance,
      (stop(A), start(D, "accept")), "行政许可法 32(1)(5)"),
    T(State.SUBMITTED, Verb.GAP_ACCEPT, State.REVIEWING, (Role.WINDOW,), GapAcceptance,
      (stop(A), start(D, "accept"), start(G)), "青岛市优化营商环境条例 24"),
    T(State.SUBMITTED, Verb.LAPSE, State.REVIEWING, (Role.CLOCK,), DeemedAcceptance,
      (start(D, "accept", since="receipt"), stop(A), START_GAP), "行政许可法 32(1)(4)"),
    T(State.SUBMITTED, Verb.SUPPLEMENT, State.SUPPLEMENTING, (Role.WINDOW,), SupplementNotice,
      (stop(A),), "行政许可法 32(1)(4)"),
    T(State.SUBMITTED, Verb.NOT_ACCEPT, State.NOT_ACCEPTED, (Role.WINDOW,), NonAcceptance,
      (stop(A), stop(D, "receipt"), start(S)), "行政许可法 32(1)(1)(2)"),
    T(State.SUBMITTED, Verb.WITHDRAW, State.WITHDRAWN, BY_APPLICANT, Withdrawal,
      (stop(A), stop(D, "receipt")), "行政许可法 29"),
    T(State.SUPPLEMENTING, Verb.SUPPLY, State.SUPPLIED, BY_APPLICANT, SupplementReply,
      (start(A),), "行政许可法 32(1)(5)"),
    T(State.SUPPLEMENTING, Verb.WITHDRAW, State.WITHDRAWN, BY_APPLICANT, Withdrawal,
      (stop(D, "receipt"),), "行政许可法 29"),
    T(State.SUPPLIED, Verb.ACCEPT, State.REVIEWING, (Role.WINDOW,), Acceptance,
      (stop(A), start(D, "accept")), "行政许可法 32(1)(5)"),
    T(State.SUPPLIED, Verb.GAP_ACCEPT, State.REVIEWING, (Role.WINDOW,), GapAcceptance,
      (stop(A), start(D, "accept"), start(G)), "青岛市优化营商环境条例 24"),
    T(State.SUPPLIED, Verb.LAPSE, State.REVIEWING, (Role.CLOCK,), DeemedAcceptance,
      (start(D, "accept", since="receipt"), stop(A), START_GAP), "行政许可法 32(1)(4)"),
    T(State.SUPPLIED, Verb.NOT_ACCEPT, State.NOT_ACCEPTED, (Role.WINDOW,), NonAcceptance,
      (stop(A), stop(D, "receipt"), start(S)), "行政许可法 32(1)(1)(2)"),
    T(State.SUPPLIED, Verb.WITHDRAW, State.WITHDRAWN, BY_APPLICANT, Withdrawal,
      (stop(A), stop(D, "receipt")), "行政许可法 29"),
)  # fmt: skip

_EXAMINATION = (
    T(State.REVIEWING, Verb.CLAIM, State.REVIEWING, (Role.REVIEWER,), None,
      (), "行政许可法 34(1)"),
    T(State.REVIEWING, Verb.CALL_VISIT, State.TO_VISIT, (Role.REVIEWER,), VisitCall,
      (), "行政许可法 34(3)", VISITED_BEFORE),
    T(State.TO_VISIT, Verb.VISIT, State.VISITED, (Role.REVIEWER,), VisitRecord,
      (), "行政许可法 34(3)", VISITED_BEFORE),
    T(State.VISITED, Verb.RECTIFY, State.RECTIFYING, (Role.REVIEWER,), Rectification,
      (start(R), PAUSE_FOR_RECTIFICATION), "高新区一业一证方案 三(四)", VISITED_BEFORE),
    T(State.RECTIFYING, Verb.REPORT, State.RECTIFIED, BY_APPLICANT, RectificationReport,
      (stop(R), RESUME_AFTER_RECTIFICATION), "高新区一业一证方案 三(四)", VISITED_BEFORE),
    T(State.RECTIFYING, Verb.RECHECK, State.VISITED, (Role.REVIEWER,), Recheck,
      (stop(R), RESUME_AFTER_RECTIFICATION), "高新区一业一证方案 三(四)", VISITED_BEFORE),
    T(State.RECTIFIED, Verb.RECHECK, State.VISITED, (Role.REVIEWER,), Recheck,
      (), "高新区一业一证方案 三(四)", VISITED_BEFORE),
    T(State.REVIEWING, Verb.PAUSE, State.PAUSED, (Role.REVIEWER,), SpecialProcedure,
      (Effect("pause", D),), "行政许可法 45"),
    T(State.VISITED, Verb.PAUSE, State.PAUSED, (Role.REVIEWER,), SpecialProcedure,
      (Effect("pause", D),), "行政许可法 45"),
    T(State.PAUSED, Verb.PROLONG, State.PAUSED, (Role.REVIEWER,), ProcedureProlonged,
      (Effect("prolong", D),), "行政许可法 45"),
    T(State.PAUSED, Verb.RESUME, State.REVIEWING, (Role.REVIEWER,), ProcedureEnded,
      (Effect("resume", D),), "行政许可法 45"),
    T(State.REVIEWING, Verb.REVIEW, State.PROPOSED, (Role.REVIEWER,), ReviewOpinion,
      (), "行政许可法 34(1)"),
    T(State.VISITED, Verb.REVIEW, State.PROPOSED, (Role.REVIEWER,), ReviewOpinion,
      (), "行政许可法 34(1)"),
)  # fmt: skip

_DECISION = (
    T(State.REVIEWING, Verb.GRANT, State.GRANTED, (Role.DECIDER,), Grant,
      (stop(D), END_GAP, start(S)), "行政许可法 34(2)", ON_THE_SPOT),
    T(State.PROPOSED, Verb.COSIGN, State.PROPOSED, OF_THE_ORGAN, Cosignature,
      (), "行政许可法 37"),
    T(State.PROPOSED, Verb.RETURN, State.REVIEWING, (Role.DECIDER,), Return,
      (), "行政许可法 34(1)"),
    T(State.PROPOSED, Verb.GRANT, State.GRANTED, (Role.DECIDER,), Grant,
      (stop(D), END_GAP, start(S)), "行政许可法 38(1)"),
    T(State.PROPOSED, Verb.REFUSE, State.REFUSED, (Role.DECIDER,), Refusal,
      (stop(D), END_GAP, start(S)), "行政许可法 38(2)"),
)  # fmt: skip


ANY_TIME_OF_A_HEARING: dict[Verb, tuple[Effect, ...]] = {
    Verb.ASK_HEARING: (ASKED_IN_TIME, Effect("start", "hearing", where="hearing")),
    Verb.WAIVE_HEARING: (ASKED_IN_TIME,),
}
"""The right to a hearing and its days do not ask where the item-case stands meanwhile."""


def _of_a_hearing(state: State, verb: Verb, to: State, *effects: Effect) -> T:
    line = LINE_OF[verb]
    return T(state, verb, to, line.by, line.paper, effects, line.written_in)


def _hearing() -> Iterator[T]:
    """Announced or called, it takes its time out of the count; held on record, the review goes on (行政许可法 45).

    Before a decision the decider, too, may find that others must be heard: what was proposed goes back (46, 47).
    """
    told = Effect("start", "request", where="hearing")
    for state in (State.REVIEWING, State.VISITED):
        yield _of_a_hearing(state, Verb.TELL_HEARING, state, told)
        yield _of_a_hearing(state, Verb.ANNOUNCE_HEARING, State.PAUSED, Effect("pause", D))
        yield _of_a_hearing(state, Verb.CALL_HEARING, State.PAUSED, Effect("pause", D))
    for sent_back in (
        _of_a_hearing(State.PROPOSED, Verb.TELL_HEARING, State.REVIEWING, told),
        _of_a_hearing(State.PROPOSED, Verb.ANNOUNCE_HEARING, State.PAUSED, Effect("pause", D)),
    ):
        yield replace(sent_back, by=(Role.DECIDER,))
    yield _of_a_hearing(State.PAUSED, Verb.CALL_HEARING, State.PAUSED, Effect("prolong", D, where="hearing"))
    yield _of_a_hearing(State.PAUSED, Verb.HOLD_HEARING, State.REVIEWING, Effect("resume", D), HELD)


def _explained(state: State) -> T:
    return T(state, Verb.EXPLAIN, state, (Role.DECIDER, Role.HEAD), OverdueExplanation, (), "优化营商环境条例 36")


def _inquiries(state: State) -> Iterator[T]:
    """What is asked and answered meanwhile: an opinion of another organ, a defence, what takes so long."""
    lines = [(each.ask, each.asked_by, each.question, each.written_in) for each in INQUIRIES]
    lines += [(each.reply, each.answered_by, each.answer, each.written_in) for each in INQUIRIES]
    for verb, by, paper, written_in in dict.fromkeys(lines):
        yield T(state, verb, state, by, paper, (), written_in)


def _as_long_as_it_is_under_review(state: State) -> Iterator[T]:
    """What may be done at any time between acceptance and decision, without moving the item-case on."""
    rectifying = (stop(R),) if state is State.RECTIFYING else ()
    yield T(state, Verb.ASSIGN, state, (Role.DECIDER,), Assignment, (), "行政许可法 34(1)")
    yield T(state, Verb.TRANSFER, state, (Role.REVIEWER,), Transfer, (), "行政许可法 34(1)")
    yield T(state, Verb.EXTEND, state, (Role.HEAD,), Extension, (Effect("extend", D),), "行政许可法 42")
    yield T(state, Verb.FILL_GAP, state, BY_APPLICANT, GapReply, (END_GAP,), "青岛市优化营商环境条例 24")
    yield T(state, Verb.MISS, state, (Role.CLOCK,), MissedDecision, (), "行政复议法 23")
    yield _explained(state)
    yield T(state, Verb.EXCEPT, state, (Role.HEAD,), SeparationException, (), "高新区一业一证方案 四")
    for verb, effects in ANY_TIME_OF_A_HEARING.items():
        yield _of_a_hearing(state, verb, state, *effects)
    yield from _inquiries(state)
    ended = (*rectifying, stop(D), END_GAP, ASKED_IN_TIME, HELD)
    served = (*ended, start(S))
    yield T(state, Verb.TERMINATE, State.TERMINATED, (Role.DECIDER,), Termination, served, "行政许可法 32(1)(1)")
    yield T(state, Verb.WITHDRAW, State.WITHDRAWN, BY_APPLICANT, Withdrawal, ended, "行政许可法 29")


def _after_the_end(state: State) -> Iterator[T]:
    """What brings a decision to the applicant and into the archive; what was late is explained all the same."""
    if state in TO_SERVE:
        served_by = (Role.WINDOW, Role.APPLICANT)
        yield T(state, Verb.ATTEMPT, state, (Role.WINDOW,), DeliveryAttempt, (), "行政许可法 44")
        yield T(state, Verb.SERVE, state, served_by, ServiceReceipt, (stop(S),), "行政许可法 44")
    if state in DECIDED_ON:
        yield _explained(state)
    yield T(state, Verb.ARCHIVE, state, (Role.WINDOW,), ArchiveIndex, (), "在线政务服务规定 12")


TRANSITIONS = (
    *_RECEIPT,
    *_EXAMINATION,
    *_hearing(),
    *_DECISION,
    *(line for state in State if state in UNDER_REVIEW for line in _as_long_as_it_is_under_review(state)),
    *(line for state in State if state in ENDS for line in _after_the_end(state)),
)

LINES = {(line.from_, line.verb): line for line in TRANSITIONS}
"""The table by its key; a test proves that no two lines begin alike."""
