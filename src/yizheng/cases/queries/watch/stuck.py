"""Every open item-case has somebody whose turn it is, and who exists: else it is stuck, and here is what frees it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from yizheng.cases.models import ItemCase
from yizheng.cases.queries.watch.finding import Batch, Finding, Watched
from yizheng.law.authority import OF_AN_ORGAN, Facts, Post, Who, post_for, why_not
from yizheng.law.transitions import LINES, T
from yizheng.law.turns import Turn, turn_of
from yizheng.law.words import Role

NOBODY = "轮到{role}{does}，但是今天没有人在{place}担任{role}。"
LEFT = "轮到认领的{name}{does}，但是{name}今天不在岗，也没有人代理。"
CANNOT = "轮到认领的{name}{does}，但是{name}收件或者受理过本件，不能再审查。"
BARRED = "轮到{role}{does}，但是在岗的{role}都不能办：{why}"


def somebodys_turn(batch: Batch) -> Iterator[Finding]:
    """Whoever's turn it is holds a post today, and no rule of authority stands in everybody's way."""
    for watched in batch.cases:
        for item_case in watched.items:
            facts = watched.facts(item_case)
            turn = turn_of(facts)
            if turn.roles and Role.APPLICANT not in turn.roles:
                yield from _stuck(watched, item_case, facts, turn, batch.on_duty)


def _stuck(
    watched: Watched, item_case: ItemCase, facts: Facts, turn: Turn, on_duty: Iterable[Who]
) -> Iterator[Finding]:
    lines = [LINES[(facts.state, verb)] for verb in turn.verbs]
    there = [who for who in on_duty if _holds_a_post(turn, who, facts)]
    if any(not why_not(line, who, facts) for who in there for line in lines) or (there and not lines):
        return
    said = {"role": turn.roles[0].label, "does": turn.does, "place": facts.organ_name}
    appoint = _appoint(watched, facts, turn.roles[0])
    if not there:
        yield watched.finding("nobody", NOBODY.format(**said), appoint, item_case)
    elif _free_without_claim(facts, lines, there):
        present = {name for who in there for name in (who.id, *(post.for_id for post in who.posts))}
        sentence = CANNOT if facts.reviewer in present else LEFT
        mend = "决定人在事项页「分派」给别的审查人，或者 yizheng deputise 设定代理"
        said = {"name": facts.reviewer_name, "does": turn.does}
        yield watched.finding("claimed", sentence.format(**said), mend, item_case)
    else:
        why = why_not(_line_of(lines, there, facts), there[0], facts)
        mend = f"机关负责人在事项页「批准受审分离例外」，或者 {appoint}"
        yield watched.finding("barred", BARRED.format(**said, why=why), mend, item_case)


def _holds_a_post(turn: Turn, who: Who, facts: Facts) -> bool:
    return any(_is_theirs(role, post, facts) for role in turn.roles for post in who.posts)


def _is_theirs(role: Role, post: Post, facts: Facts) -> bool:
    """Whether a post is one whose turn it is: a role of the hall anywhere, one of an organ in this one and section."""
    ours = post.organ == facts.organ and post.section in {"", facts.section}
    return post.role == role and (role not in OF_AN_ORGAN or ours)


def _free_without_claim(facts: Facts, lines: list[T], there: list[Who]) -> bool:
    """Whether somebody could act if nobody had claimed it."""
    unclaimed = replace(facts, reviewer="", reviewer_name="")
    return bool(facts.reviewer) and any(not why_not(line, who, unclaimed) for who in there for line in lines)


def _line_of(lines: list[T], there: list[Who], facts: Facts) -> T:
    """The line whose refusal tells most: one for which the first of them has the post."""
    return next((line for line in lines if post_for(line, there[0], facts)), lines[0])


def _appoint(watched: Watched, facts: Facts, role: Role) -> str:
    organ = watched.catalogue.zone.issuer if role == Role.WINDOW else facts.organ
    section = f" --section {facts.section}" if facts.section and role != Role.WINDOW else ""
    return f"yizheng appoint 登录名 姓名 {role.value} {organ}{section}"
