"""Who may do what, on one page: small rules that say why not, in a sentence with its article, or nothing.

A refusal is the tooltip of a closed button, the answer of the API and the assertion of the test.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from yizheng.law.articles import in_words
from yizheng.law.words import Role, State, Verb


@dataclass(frozen=True, slots=True)
class Post:
    """That a person holds ``role`` in a section 科室 of an organ."""

    role: Role
    organ: str
    section: str = ""
    for_id: str = ""
    for_name: str = ""
    """Whose post it is, when this person stands in for another (代理); empty for a post of one's own."""


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody who acts: a person with posts, the applicant of one case, or the clock of the law."""

    id: str
    name: str
    posts: tuple[Post, ...] = ()
    applies_for: str = ""
    """The id of the case whose applicant this is, if it is one."""

    def has(self, role: Role) -> bool:
        """Whether this person holds a post with ``role``."""
        return any(post.role == role for post in self.posts)


CLOCK = Who(id="clock", name="法定期限届满", posts=(Post(Role.CLOCK, ""),))
"""The law itself, acting by mere lapse of time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the rules look at in an item-case."""

    case_id: str
    item_name: str
    organ: str
    organ_name: str
    section: str
    state: State
    receivers: frozenset[str] = frozenset()
    """Who received the case or accepted any of its items."""
    reviewer: str = ""
    reviewer_name: str = ""
    supplement_issued: bool = False
    deemed: bool = False
    open_points: int = 0
    """Points of the supplement that the applicant's answer left open."""
    proposal: str = ""
    """What the reviewer's opinion proposes: grant or refuse; empty while there is none."""
    waits_for: tuple[str, ...] = ()


class Line(Protocol):
    """What a rule needs to know of a line of a table of transitions."""

    @property
    def verb(self) -> Verb: ...
    @property
    def by(self) -> tuple[Role, ...]: ...
    @property
    def written_in(self) -> str: ...


OF_AN_ORGAN = frozenset({Role.REVIEWER, Role.DECIDER})
"""Roles that are held in one organ and count nowhere else."""


def post_for(line: Line, who: Who, facts: Facts) -> Post | None:
    """The post in which ``who`` does ``line``: one of their own before one they stand in for; None without any."""
    fit = (
        post
        for post in who.posts
        if post.role in line.by
        and (post.role not in OF_AN_ORGAN or (post.organ == facts.organ and post.section in {"", facts.section}))
    )
    return min(fit, key=lambda post: bool(post.for_id), default=None)


def signing(line: Line, who: Who, facts: Facts) -> Who:
    """Who signs: a deputy says for whom, 「王某（代理李某）」."""
    post = post_for(line, who, facts)
    return replace(who, name=f"{who.name}（代理{post.for_name}）") if post and post.for_id else who


AuthorityRule = Callable[[Line, Who, Facts], str]


def in_a_fitting_role(line: Line, who: Who, facts: Facts) -> str:
    """Only the roles of the line may act (行政许可法 22)."""
    if any(who.has(role) for role in line.by):
        return ""
    if Role.APPLICANT in line.by and who.applies_for == facts.case_id:
        return ""
    roles = "、".join(role.label for role in line.by)
    return f"「{line.verb.label}」只能由{roles}办理（{in_words(line.written_in)}）。"


def of_the_deciding_organ(line: Line, who: Who, facts: Facts) -> str:
    """Each organ reviews and decides its own item; nobody else does (高新区一业一证方案 一(三)2; 行政许可法 22)."""
    if OF_AN_ORGAN.isdisjoint(line.by) or post_for(line, who, facts):
        return ""
    return (
        f"「{facts.item_name}」由{facts.organ_name}实施，其他机关或科室不能代为{line.verb.label}"
        "（行政许可法第二十二条）。"
    )


def not_receiver_and_reviewer(line: Line, who: Who, facts: Facts) -> str:
    """Who received the case or accepted any item may neither review nor decide: 受审分离 (高新区一业一证方案 四)."""
    if line.verb not in {Verb.CLAIM, Verb.REVIEW, Verb.RETURN, Verb.GRANT, Verb.REFUSE}:
        return ""
    if who.id in facts.receivers:
        return (
            f"您收件或受理了本件，不能再{line.verb.label}："
            "受理与审查、决定应当由不同人员办理（改革方案第四部分，受审分离）。"
        )
    return ""


def not_reviewer_and_decider(line: Line, who: Who, facts: Facts) -> str:
    """Who reviewed may not decide (高新区一业一证方案 四; domain §7-11)."""
    if line.verb in {Verb.GRANT, Verb.REFUSE, Verb.RETURN} and who.id == facts.reviewer:
        return f"您审查了本件，不能再{line.verb.label}：审查与决定应当由不同人员办理（改革方案第四部分，受审分离）。"
    return ""


def not_claimed_by_another(line: Line, who: Who, facts: Facts) -> str:
    """What one reviewer has claimed, another does not take silently."""
    ours = {"", who.id, _stood_in_for(line, who, facts)}
    if line.verb in {Verb.CLAIM, Verb.REVIEW} and facts.reviewer not in ours:
        return f"本件已由{facts.reviewer_name or '其他审查人'}认领。"
    if line.verb == Verb.CLAIM and facts.reviewer == who.id:
        return "您已经认领了本件。"
    return ""


def _stood_in_for(line: Line, who: Who, facts: Facts) -> str:
    post = post_for(line, who, facts)
    return post.for_id if post else ""


def no_further_than_the_principal(line: Line, who: Who, facts: Facts) -> str:
    """What bars the holder of a post bars the deputy 代理, too (高新区一业一证方案 四)."""
    principal = _stood_in_for(line, who, facts)
    if not principal:
        return ""
    as_principal = replace(who, id=principal)
    if not_receiver_and_reviewer(line, as_principal, facts) or not_reviewer_and_decider(line, as_principal, facts):
        return (
            f"被代理人收件、受理或审查过本件，代理人也不能以其岗位{line.verb.label}："
            "受理与审查、审查与决定应当由不同人员办理（改革方案第四部分，受审分离）。"
        )
    return ""


def supplement_only_once(line: Line, who: Who, facts: Facts) -> str:
    """One supplement notice for the case, with everything in it (行政许可法 32(1)(4))."""
    if line.verb == Verb.SUPPLEMENT and facts.supplement_issued:
        return "本办件已一次性告知补正内容，不能再次要求补正（行政许可法第三十二条第一款第四项）。"
    return ""


def accepted_when_all_is_supplied(line: Line, who: Who, facts: Facts) -> str:
    """Whoever has supplied everything demanded must be accepted (行政许可法 32(1)(5))."""
    if line.verb == Verb.NOT_ACCEPT and facts.state == State.SUPPLIED and not facts.open_points:
        return "申请人已按要求全部补正，应当受理（行政许可法第三十二条第一款第五项）。"
    return ""


def not_against_the_opinion(line: Line, who: Who, facts: Facts) -> str:
    """A grant needs an opinion for it; a refusal gives its own reasons, so it may differ (行政许可法 37, 38(2))."""
    if line.verb == Verb.GRANT and facts.proposal == "refuse":
        return "审查意见为「建议不予」，不能直接准予：请先退回重审，由审查人重新提出意见（行政许可法第三十七条）。"
    return ""


def not_before_what_it_waits_for(line: Line, who: Who, facts: Facts) -> str:
    """A grant waits for the items that must be decided before it (domain §4.3)."""
    if line.verb == Verb.GRANT and facts.waits_for:
        return f"须先办结{'、'.join(f'「{name}」' for name in facts.waits_for)}，才能准予「{facts.item_name}」。"
    return ""


RULES: tuple[AuthorityRule, ...] = (
    in_a_fitting_role,
    of_the_deciding_organ,
    not_receiver_and_reviewer,
    not_reviewer_and_decider,
    no_further_than_the_principal,
    not_claimed_by_another,
    supplement_only_once,
    accepted_when_all_is_supplied,
    not_against_the_opinion,
    not_before_what_it_waits_for,
)


def why_not(line: Line, who: Who, facts: Facts) -> str:
    """The first reason why ``who`` may not do ``line``; empty when they may."""
    return next((reason for rule in RULES if (reason := rule(line, who, facts))), "")
