"""The table of the life of a permit: from, verb, to, by whom, with which paper, where it is written (domain §2.14).

From this one table come the check in the command, the buttons, the diagram in the docs and the tests. 撤销, 撤回, 吊销
and 届满 lead to 注销, an act of its own with a date of its own (行政许可法 70).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from yizheng.law.papers import (
    Cancellation,
    ChangeApplication,
    ChangeDecision,
    ChangeRefusal,
    ClosureNote,
    DeemedRenewal,
    Expiry,
    Forfeiture,
    Letter,
    Paper,
    PostCheckRecord,
    Recall,
    RectificationOrder,
    RenewalApplication,
    RenewalDecision,
    RenewalRefusal,
    Restoration,
    Revocation,
    Suspension,
)
from yizheng.law.words import Role, Standing, Verb


@dataclass(frozen=True, slots=True)
class PermitLine:
    """One line of the life of a permit."""

    from_: Standing
    verb: Verb
    to: Standing
    by: tuple[Role, ...]
    paper: type[Paper]
    written_in: str


S, V = Standing, Verb
HOLDS = (S.IN_FORCE, S.CHANGING, S.RENEWING, S.DEEMED_RENEWED)
RUNS = (*HOLDS, S.SUSPENDED)
"""Standings in which the term of a permit runs."""
ENDED = (S.EXPIRED, S.RECALLED, S.REVOKED, S.FORFEITED)
"""Standings in which a permit has lost its force and is not yet cancelled."""
HOLDER = (Role.APPLICANT, Role.WINDOW)
ORGAN, SUPERVISOR, CLOCK = (Role.DECIDER,), (Role.SUPERVISOR,), (Role.CLOCK,)

_Rest = tuple[tuple[Role, ...], type[Paper], str]


def _each(froms: Collection[Standing], verb: Verb, to: Standing | None, *rest: *_Rest) -> tuple[PermitLine, ...]:
    """The same sentence for several standings; without ``to`` the permit stands as it stood."""
    return tuple(PermitLine(standing, verb, to or standing, *rest) for standing in froms)


CHANGED: _Rest = (ORGAN, ChangeDecision, "行政许可法 49")
NOT_CHANGED: _Rest = (ORGAN, ChangeRefusal, "行政许可法 49")
RENEWED: _Rest = (ORGAN, RenewalDecision, "行政许可法 50(2)")
NOT_RENEWED: _Rest = (ORGAN, RenewalRefusal, "行政许可法 50(2)")
DEEMED: _Rest = (CLOCK, DeemedRenewal, "行政许可法 50(2)")

PERMIT_TRANSITIONS = (
    PermitLine(S.IN_FORCE, V.ASK_CHANGE, S.CHANGING, HOLDER, ChangeApplication, "行政许可法 49"),
    *_each((S.RENEWING, S.DEEMED_RENEWED, S.SUSPENDED), V.ASK_CHANGE, None, HOLDER, ChangeApplication, "行政许可法 49"),
    PermitLine(S.CHANGING, V.CHANGE, S.IN_FORCE, *CHANGED),
    *_each((S.RENEWING, S.DEEMED_RENEWED, S.SUSPENDED), V.CHANGE, None, *CHANGED),
    PermitLine(S.CHANGING, V.REFUSE_CHANGE, S.IN_FORCE, *NOT_CHANGED),
    *_each((S.RENEWING, S.DEEMED_RENEWED, S.SUSPENDED), V.REFUSE_CHANGE, None, *NOT_CHANGED),
    *_each(
        (S.IN_FORCE, S.CHANGING, S.DEEMED_RENEWED),
        V.ASK_RENEWAL,
        S.RENEWING,
        HOLDER,
        RenewalApplication,
        "行政许可法 50(1)",
    ),
    *_each((S.RENEWING, S.DEEMED_RENEWED, S.EXPIRED), V.RENEW, S.IN_FORCE, *RENEWED),
    PermitLine(S.SUSPENDED, V.RENEW, S.SUSPENDED, *RENEWED),
    PermitLine(S.RENEWING, V.REFUSE_RENEWAL, S.IN_FORCE, *NOT_RENEWED),
    *_each((S.EXPIRED, S.SUSPENDED), V.REFUSE_RENEWAL, None, *NOT_RENEWED),
    PermitLine(S.RENEWING, V.DEEM_RENEWED, S.DEEMED_RENEWED, *DEEMED),
    PermitLine(S.SUSPENDED, V.DEEM_RENEWED, S.SUSPENDED, *DEEMED),
    *_each(RUNS, V.EXPIRE, S.EXPIRED, CLOCK, Expiry, "行政许可法 70(1)"),
    *_each(HOLDS, V.SUSPEND, S.SUSPENDED, SUPERVISOR, Suspension, "行政处罚法 9"),
    PermitLine(S.SUSPENDED, V.RESTORE, S.IN_FORCE, SUPERVISOR, Restoration, "行政处罚法 9"),
    *_each(RUNS, V.FORFEIT, S.FORFEITED, SUPERVISOR, Forfeiture, "行政处罚法 9"),
    *_each(RUNS, V.HALT, None, SUPERVISOR, ClosureNote, "行政处罚法 9"),
    *_each(RUNS, V.RECALL, S.RECALLED, ORGAN, Recall, "行政许可法 8(2)"),
    *_each(RUNS, V.REVOKE, S.REVOKED, ORGAN, Revocation, "行政许可法 69"),
    *_each((*RUNS, *ENDED), V.CANCEL, S.CANCELLED, ORGAN, Cancellation, "行政许可法 70"),
    *_each(RUNS, V.POST_CHECK, None, SUPERVISOR, PostCheckRecord, "青岛市优化营商环境条例 26"),
    *_each(RUNS, V.ORDER, None, SUPERVISOR, RectificationOrder, "青岛市优化营商环境条例 26(2)"),
    *_each(RUNS, V.PROPOSE, None, SUPERVISOR, Letter, "青岛市优化营商环境条例 27(2)"),
)

PERMIT_LINES = {(line.from_, line.verb): line for line in PERMIT_TRANSITIONS}
"""The life of a permit by its key; a test proves that no two lines begin alike."""

PERMIT_PAPER: dict[Verb, type[Paper]] = {line.verb: line.paper for line in PERMIT_TRANSITIONS}
"""The paper of each verb; a test proves that a verb has the same one on every line."""

VERB_OF_PAPER: dict[type[Paper], Verb] = {paper: verb for verb, paper in PERMIT_PAPER.items()}
"""What each paper does to a permit."""

EVENTS = (
    V.CHANGE, V.RENEW, V.DEEM_RENEWED, V.EXPIRE, V.SUSPEND, V.RESTORE, V.RECALL, V.REVOKE, V.FORFEIT, V.CANCEL, V.HALT,
)  # fmt: skip
"""What the lead department and the other side are told of (高新区一业一证方案 四(三); C11)."""


CANNOT_REFUSE_ANY_MORE = "有效期届满前没有作出决定，已视为准予延续，不能再不予延续（行政许可法第五十条第二款）。"


def no_permit_line(standing: Standing, verb: Verb) -> str:
    """Why ``verb`` cannot be done to a permit that stands so: a sentence fit for the citizen."""
    if standing == Standing.CANCELLED:
        return f"该许可已注销，不能再办理「{verb.label}」（行政许可法第七十条）。"
    if verb == Verb.REFUSE_RENEWAL and standing == Standing.DEEMED_RENEWED:
        return CANNOT_REFUSE_ANY_MORE
    if verb in {Verb.ASK_CHANGE, Verb.ASK_RENEWAL} and not standing.holds:
        return f"该许可现为「{standing.label}」，不能{verb.label}；需要继续经营的，请重新申请（行政许可法第七十条）。"
    return f"该许可现为「{standing.label}」，这一步不能办理「{verb.label}」。"
