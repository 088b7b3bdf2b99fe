"""Who may do what to a permit, and why not: the rules of authority, and a few of the life of a permit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from yizheng.law.articles import in_words
from yizheng.law.authority import Facts, Line, Who, why_not
from yizheng.law.permit_transitions import CANNOT_REFUSE_ANY_MORE, RUNS, PermitLine
from yizheng.law.permits import Asked
from yizheng.law.post_check import Checking, next_check
from yizheng.law.words import Role, Verb

ASKS: dict[Verb, Asked] = {Verb.ASK_CHANGE: "change", Verb.ASK_RENEWAL: "renewal"}
ANSWERS: dict[Verb, Asked] = {
    Verb.CHANGE: "change",
    Verb.REFUSE_CHANGE: "change",
    Verb.RENEW: "renewal",
    Verb.REFUSE_RENEWAL: "renewal",
}
WORDS: dict[Asked, str] = {"change": "变更", "renewal": "延续"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PermitFacts:
    """What the rules look at in a permit; ``item`` is its item-case as the rules of authority see it."""

    item: Facts
    supervisor: str
    supervisor_name: str
    waiting: frozenset[Asked] = frozenset()
    """What the holder has asked for and nobody has decided yet."""
    by_law: bool = False
    """Whether the law has answered the renewal that waits (行政许可法 50(2)): it is decided for the record alone."""
    checking: Checking = Checking.NONE
    why_no_renewal: str = ""
    """Why renewal cannot be applied for now: outside its window, or the permit has no term."""


PermitRule = Callable[[PermitLine, Who, PermitFacts], str]


def as_for_every_item(line: Line, who: Who, facts: PermitFacts) -> str:
    """The rules that hold for every item hold for its permit: role and organ (行政许可法 22, 49, 50, 69)."""
    return why_not(line, who, facts.item)


def of_the_supervising_organ(line: Line, who: Who, facts: PermitFacts) -> str:
    """The department that supervises a permit checks, orders and reports; nobody else (青岛市优化营商环境条例 27)."""
    if Role.SUPERVISOR not in line.by:
        return ""
    if any(post.role == Role.SUPERVISOR and post.organ == facts.supervisor for post in who.posts):
        return ""
    return (
        f"「{facts.item.item_name}」由{facts.supervisor_name}监管，其他部门不能办理「{line.verb.label}」"
        "（青岛市优化营商环境条例第二十七条）。"
    )


def asked_once(line: Line, who: Who, facts: PermitFacts) -> str:
    """One change waits for its answer before the next is asked for (行政许可法 49); for renewals the table says so, and
    one that the law has answered keeps nobody from asking again (50(2)).
    """
    if line.verb == Verb.ASK_CHANGE and "change" in facts.waiting:
        return f"这项许可已有变更申请在办，办结后才能再次{line.verb.label}（{in_words(line.written_in)}）。"
    return ""


def answered_when_asked(line: Line, who: Who, facts: PermitFacts) -> str:
    """An answer needs a request of the holder (行政许可法 49, 50(1))."""
    answered = ANSWERS.get(line.verb)
    if answered and answered not in facts.waiting:
        return f"没有等待决定的{WORDS[answered]}申请，不能{line.verb.label}（{in_words(line.written_in)}）。"
    return ""


def not_refused_once_deemed(line: Line, who: Who, facts: PermitFacts) -> str:
    """What the law has renewed, a suspended permit too, is not refused any more (行政许可法 50(2))."""
    return CANNOT_REFUSE_ANY_MORE if line.verb == Verb.REFUSE_RENEWAL and facts.by_law else ""


def renewal_in_its_window(line: Line, who: Who, facts: PermitFacts) -> str:
    """Renewal is applied for in its window (行政许可法 50(1))."""
    return facts.why_no_renewal if line.verb == Verb.ASK_RENEWAL else ""


def checked_in_order(line: Line, who: Who, facts: PermitFacts) -> str:
    """First the check, then the order to mend, then the check again (青岛市优化营商环境条例 26)."""
    if line.verb not in {Verb.POST_CHECK, Verb.ORDER} or next_check(facts.checking, line.verb):
        return ""
    return (
        f"承诺核查现为「{facts.checking.label}」，这一步不能办理「{line.verb.label}」"
        "（青岛市优化营商环境条例第二十六条）。"
    )


def revoked_after_breach(line: PermitLine, who: Who, facts: PermitFacts) -> str:
    """Who does not mend what was committed to is revoked; the organ has no other choice (26(2); domain §7-14).

    What has lost its force is cancelled all the same (行政许可法 70), and not renewed.
    """
    if facts.checking != Checking.BREACHED or line.by != (Role.DECIDER,) or line.verb == Verb.REVOKE:
        return ""
    if line.from_ in RUNS or line.verb == Verb.RENEW:
        return (
            f"承诺未履行、责令限期改正后仍未改正，应当撤销许可，不能办理「{line.verb.label}」"
            "（青岛市优化营商环境条例第二十六条第二款）。"
        )
    return ""


PERMIT_RULES: tuple[PermitRule, ...] = (
    as_for_every_item,
    of_the_supervising_organ,
    asked_once,
    answered_when_asked,
    not_refused_once_deemed,
    renewal_in_its_window,
    checked_in_order,
    revoked_after_breach,
)


def why_not_permit(line: PermitLine, who: Who, facts: PermitFacts) -> str:
    """The first reason why ``who`` may not do ``line`` to a permit; empty when they may."""
    return next((reason for rule in PERMIT_RULES if (reason := rule(line, who, facts))), "")
