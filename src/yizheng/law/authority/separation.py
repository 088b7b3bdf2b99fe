"""受审分离: who receives does not examine, who examines does not decide; exceptions are acts of their own.

Small offices have few people: the head of the organ may except one person from one pair in one item-case, with the
reason, on paper (domain §7-11); the least number of people that the zone's data sets holds all the same.
"""

from __future__ import annotations

from dataclasses import replace

from yizheng.law.authority.facts import Facts, Line, Pair
from yizheng.law.authority.roles import stood_in_for
from yizheng.law.authority.who import Who
from yizheng.law.words import Role, State, Verb

EXAMINING = frozenset(
    {
        Verb.CLAIM,
        Verb.CALL_VISIT,
        Verb.VISIT,
        Verb.RECTIFY,
        Verb.RECHECK,
        Verb.PAUSE,
        Verb.PROLONG,
        Verb.RESUME,
        Verb.REVIEW,
        Verb.COSIGN,
        Verb.TELL_HEARING,
        Verb.ANNOUNCE_HEARING,
        Verb.CALL_HEARING,
        Verb.CONSULT,
        Verb.TELL_PARTY,
    }
)
DECIDING = frozenset({Verb.RETURN, Verb.GRANT, Verb.REFUSE, Verb.TERMINATE})
SIGNING = frozenset({Verb.GRANT, Verb.REFUSE, Verb.TERMINATE})


def examines(line: Line) -> bool:
    """Whether it is a step of the examination; a hearing that the decider finds needed is the decider's own step."""
    return line.verb in EXAMINING and Role.REVIEWER in line.by


def decides(line: Line) -> bool:
    """Whether it is a step of the decision, the one that sends back what was proposed among them."""
    return line.verb in DECIDING or (line.verb in EXAMINING and not examines(line))


def not_receiver_and_reviewer(line: Line, who: Who, facts: Facts) -> str:
    """Who received the case or accepted any item may neither review nor decide: 受审分离 (高新区一业一证方案 四)."""
    if not (examines(line) or decides(line)) or who.id not in facts.receivers:
        return ""
    pair: Pair = "receive-review" if examines(line) else "receive-decide"
    if (who.id, pair) in facts.excepted:
        return ""
    return (
        f"您收件或受理了本件，不能再{line.verb.label}："
        "受理与审查、决定应当由不同人员办理（改革方案第四部分，受审分离）。"
    )


def not_reviewer_and_decider(line: Line, who: Who, facts: Facts) -> str:
    """Who reviewed may not decide, nor sign a second time under the opinion (高新区一业一证方案 四; domain §7-11).

    An exception lets them decide; a second signature under one's own opinion is none, whatever is excepted.
    """
    examined = who.id in facts.reviewed_by or (who.id == facts.reviewer and facts.state == State.PROPOSED)
    excepted = decides(line) and (who.id, "review-decide") in facts.excepted
    if examined and not excepted and (decides(line) or line.verb == Verb.COSIGN):
        return f"您审查了本件，不能再{line.verb.label}：审查与决定应当由不同人员办理（改革方案第四部分，受审分离）。"
    return ""


def no_further_than_the_principal(line: Line, who: Who, facts: Facts) -> str:
    """What bars the holder of a post bars the deputy 代理, too (高新区一业一证方案 四)."""
    principal = stood_in_for(line, who, facts)
    if not principal:
        return ""
    as_principal = replace(who, id=principal)
    barred = (not_receiver_and_reviewer, not_reviewer_and_decider, not_cosigner_and_decider)
    if any(rule(line, as_principal, facts) for rule in barred):
        return (
            f"被代理人收件、受理、审查或会签过本件，代理人也不能以其岗位{line.verb.label}："
            "受理与审查、审查与决定应当由不同人员办理（改革方案第四部分，受审分离）。"
        )
    return ""


def not_cosigner_and_decider(line: Line, who: Who, facts: Facts) -> str:
    """A second signature is another person's than the decision (domain §7-11)."""
    if line.verb in SIGNING and who.id in facts.cosigned_by:
        return f"您会签了本件，不能再{line.verb.label}：会签与决定应当由不同人员办理（改革方案第四部分）。"
    if line.verb == Verb.COSIGN and who.id in facts.cosigned_by:
        return "您已经会签了本件。"
    return ""


def enough_people(line: Line, who: Who, facts: Facts) -> str:
    """No exception goes below the least number of people that the data sets (domain §7-11)."""
    people = facts.receivers | facts.reviewed_by | {who.id}
    if line.verb in SIGNING and len(people) < facts.least_people:
        return (
            f"一个事项从收件到决定至少要有{facts.least_people}个人经手，现在只有{len(people)}人；"
            "请先由另一位人员审查（改革方案第四部分，受审分离）。"
        )
    return ""
