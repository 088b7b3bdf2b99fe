"""In which role, for which organ: nobody else decides an organ's item (行政许可法 22; 高新区一业一证方案 一(三)2)."""

from __future__ import annotations

from dataclasses import replace

from yizheng.law.articles import in_words
from yizheng.law.authority.facts import Facts, Line
from yizheng.law.authority.who import Post, Who
from yizheng.law.words import Handling, Role, Verb

OF_AN_ORGAN = frozenset({Role.REVIEWER, Role.DECIDER, Role.HEAD})
"""Roles that somebody holds for one organ alone."""

ONES_OWN = frozenset(
    {Verb.CALL_VISIT, Verb.VISIT, Verb.RECTIFY, Verb.RECHECK, Verb.PAUSE, Verb.PROLONG, Verb.RESUME, Verb.REVIEW}
    | {Verb.TELL_HEARING, Verb.ANNOUNCE_HEARING, Verb.CALL_HEARING, Verb.CONSULT, Verb.TELL_PARTY}
)
"""What the reviewer who works on an item does, and no other."""


def post_for(line: Line, who: Who, facts: Facts) -> Post | None:
    """The post in which ``who`` does ``line``; one of their own before one they stand in for; None without any."""
    fit = (
        post
        for post in who.posts
        if post.role in line.by and (post.role not in OF_AN_ORGAN or _is_ours(post, line.verb, facts))
    )
    return min(fit, key=lambda post: bool(post.for_id), default=None)


def _is_ours(post: Post, verb: Verb, facts: Facts) -> bool:
    """Whether the post is of the deciding organ and section; of an organ that was asked, for its answer."""
    if verb == Verb.REPLY:
        return post.organ in facts.asked_organs
    return post.organ == facts.organ and post.section in {"", facts.section}


def signing(line: Line, who: Who, facts: Facts) -> Who:
    """Who signs: a deputy says for whom, 「王某（代理李某）」."""
    post = post_for(line, who, facts)
    return replace(who, name=f"{who.name}（代理{post.for_name}）") if post and post.for_id else who


def stood_in_for(line: Line, who: Who, facts: Facts) -> str:
    """The id of the person in whose post ``who`` acts; empty for a post of one's own."""
    post = post_for(line, who, facts)
    return post.for_id if post else ""


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
    their_own = Role.APPLICANT in line.by and who.applies_for == facts.case_id
    if OF_AN_ORGAN.isdisjoint(line.by) or line.verb == Verb.REPLY or their_own or post_for(line, who, facts):
        return ""
    return (
        f"「{facts.item_name}」由{facts.organ_name}实施，其他机关或科室不能代为{line.verb.label}"
        "（行政许可法第二十二条）。"
    )


def of_this_handling(line: Line, who: Who, facts: Facts) -> str:
    """Immediate, commitment, general and inspected items take their own lines (分类审批, domain S-081)."""
    of = getattr(line, "of", None)
    if of is None or facts.handling in of:
        return ""
    allowed = "、".join(handling.label for handling in Handling if handling in of)
    return (
        f"本事项按「{facts.handling.label}」办理，「{line.verb.label}」在这一步只用于「{allowed}」的事项"
        f"（{in_words(line.written_in)}）。"
    )


def not_claimed_by_another(line: Line, who: Who, facts: Facts) -> str:
    """What one reviewer has claimed, another does not take silently; it is transferred 转办."""
    ours = {"", who.id, stood_in_for(line, who, facts)}
    if line.verb in {Verb.CLAIM, *ONES_OWN} and Role.REVIEWER in line.by and facts.reviewer not in ours:
        return f"本件已由{facts.reviewer_name or '其他审查人'}认领；换人办理请先转办。"
    if line.verb == Verb.CLAIM and facts.reviewer == who.id:
        return "您已经认领了本件。"
    if line.verb == Verb.TRANSFER and (not facts.reviewer or facts.reviewer not in ours):
        return "只有正在审查本件的人可以转办；还没有人认领的，由决定人分派。"
    return ""
