"""The table of transitions: from, verb, to, by whom, with which paper, what it does to the clocks, where it is written.

From this one table come the check in the command, the buttons, the diagram in the docs and the tests.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from yizheng.law.papers import (
    Acceptance,
    DeemedAcceptance,
    Grant,
    NonAcceptance,
    Paper,
    Receipt,
    Refusal,
    Return,
    ReviewOpinion,
    SupplementNotice,
    SupplementReply,
    Withdrawal,
)
from yizheng.law.words import Role, State, Verb

Group = Literal["acceptance", "decision"]
"""``acceptance`` is clock C1; ``decision`` is C2 and C3, promised and statutory, together."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What a step does to a group of clocks.

    ``counts_from`` names the decision clocks meant: those whose limit counts from receipt run from the receipt, the
    others from acceptance; empty means both (domain §7-13). ``since`` "receipt" dates the start back to the start of
    the acceptance clock (行政许可法 32(1)(4)).
    """

    does: Literal["start", "stop"]
    group: Group
    counts_from: Literal["receipt", "accept", ""] = ""
    since: Literal["now", "receipt"] = "now"


A: Group = "acceptance"
D: Group = "decision"


def start(
    group: Group, counts_from: Literal["receipt", "accept", ""] = "", since: Literal["now", "receipt"] = "now"
) -> Effect:
    """Start the clocks of ``group``."""
    return Effect("start", group, counts_from, since)


def stop(group: Group, counts_from: Literal["receipt", "accept", ""] = "") -> Effect:
    """Stop the clocks of ``group``."""
    return Effect("stop", group, counts_from)


@dataclass(frozen=True, slots=True)
class T:
    """One line of the table: one sentence of law."""

    from_: State
    verb: Verb
    to: State
    by: tuple[Role, ...]
    paper: type[Paper] | None
    clocks: tuple[Effect, ...]
    written_in: str


BY_APPLICANT = (Role.APPLICANT, Role.WINDOW)
"""The applicant, or the window on their behalf: the channel is the applicant's choice (优化营商环境条例 37)."""

TRANSITIONS = (
    T(State.DRAFT, Verb.FILE, State.SUBMITTED, BY_APPLICANT, Receipt,
      (start(A), start(D, "receipt")), "行政许可法 29"),
    T(State.SUBMITTED, Verb.ACCEPT, State.REVIEWING, (Role.WINDOW,), Acceptance,
      (stop(A), start(D, "accept")), "行政许可法 32(1)(5)"),
    T(State.SUBMITTED, Verb.LAPSE, State.REVIEWING, (Role.CLOCK,), DeemedAcceptance,
      (start(D, "accept", since="receipt"), stop(A)), "行政许可法 32(1)(4)"),
    T(State.SUBMITTED, Verb.SUPPLEMENT, State.SUPPLEMENTING, (Role.WINDOW,), SupplementNotice,
      (stop(A),), "行政许可法 32(1)(4)"),
    T(State.SUBMITTED, Verb.NOT_ACCEPT, State.NOT_ACCEPTED, (Role.WINDOW,), NonAcceptance,
      (stop(A), stop(D, "receipt")), "行政许可法 32(1)(1)(2)"),
    T(State.SUBMITTED, Verb.WITHDRAW, State.WITHDRAWN, BY_APPLICANT, Withdrawal,
      (stop(A), stop(D, "receipt")), "行政许可法 29"),
    T(State.SUPPLEMENTING, Verb.SUPPLY, State.SUPPLIED, BY_APPLICANT, SupplementReply,
      (start(A),), "行政许可法 32(1)(5)"),
    T(State.SUPPLEMENTING, Verb.WITHDRAW, State.WITHDRAWN, BY_APPLICANT, Withdrawal,
      (stop(D, "receipt"),), "行政许可法 29"),
    T(State.SUPPLIED, Verb.ACCEPT, State.REVIEWING, (Role.WINDOW,), Acceptance,
      (stop(A), start(D, "accept")), "行政许可法 32(1)(5)"),
    T(State.SUPPLIED, Verb.LAPSE, State.REVIEWING, (Role.CLOCK,), DeemedAcceptance,
      (start(D, "accept", since="receipt"), stop(A)), "行政许可法 32(1)(4)"),
    T(State.SUPPLIED, Verb.NOT_ACCEPT, State.NOT_ACCEPTED, (Role.WINDOW,), NonAcceptance,
      (stop(A), stop(D, "receipt")), "行政许可法 32(1)(1)(2)"),
    T(State.SUPPLIED, Verb.WITHDRAW, State.WITHDRAWN, BY_APPLICANT, Withdrawal,
      (stop(A), stop(D, "receipt")), "行政许可法 29"),
    T(State.REVIEWING, Verb.CLAIM, State.REVIEWING, (Role.REVIEWER,), None,
      (), "行政许可法 34(1)"),
    T(State.REVIEWING, Verb.REVIEW, State.PROPOSED, (Role.REVIEWER,), ReviewOpinion,
      (), "行政许可法 34(1)"),
    T(State.REVIEWING, Verb.WITHDRAW, State.WITHDRAWN, BY_APPLICANT, Withdrawal,
      (stop(D),), "行政许可法 29"),
    T(State.PROPOSED, Verb.RETURN, State.REVIEWING, (Role.DECIDER,), Return,
      (), "行政许可法 34(1)"),
    T(State.PROPOSED, Verb.GRANT, State.GRANTED, (Role.DECIDER,), Grant,
      (stop(D),), "行政许可法 38(1)"),
    T(State.PROPOSED, Verb.REFUSE, State.REFUSED, (Role.DECIDER,), Refusal,
      (stop(D),), "行政许可法 38(2)"),
    T(State.PROPOSED, Verb.WITHDRAW, State.WITHDRAWN, BY_APPLICANT, Withdrawal,
      (stop(D),), "行政许可法 29"),
)  # fmt: skip

LINES = {(line.from_, line.verb): line for line in TRANSITIONS}
"""The table by its key; a test proves that no two lines begin alike."""


def no_line(state: State, verb: Verb, *, deemed: bool = False) -> str:
    """Why ``verb`` cannot be done in ``state``: a sentence fit for the citizen."""
    if deemed and verb in {Verb.SUPPLEMENT, Verb.NOT_ACCEPT, Verb.ACCEPT}:
        return (
            f"逾期未一次告知，本事项自收到申请材料之日起即为受理，不能再办理「{verb.label}」"
            "（行政许可法第三十二条第一款第四项）。"
        )
    if verb == Verb.SUPPLEMENT and state == State.SUPPLIED:
        return "补正只能一次性告知；申请人已按要求全部补正，应当受理（行政许可法第三十二条第一款第五项）。"
    if not state.is_open:
        return f"本事项已办结，结果为「{state.label}」；决定作出后不得更改，不能再办理「{verb.label}」。"
    return f"本事项现为「{state.label}」，这一步不能办理「{verb.label}」。"
