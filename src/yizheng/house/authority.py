"""Who may do what, and every rule that says why not, with the sentences it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from yizheng.house.tables import first_line, table
from yizheng.law.authority import CLOCK, RULES, AuthorityRule, Facts, Line, Post, Who
from yizheng.law.items import Catalogue
from yizheng.law.permit_transitions import PERMIT_TRANSITIONS
from yizheng.law.transitions import TRANSITIONS
from yizheng.law.words import Handling, HearingState, Role, State, Verb

LINES: tuple[Line, ...] = (*TRANSITIONS, *PERMIT_TRANSITIONS)

ORGAN = "（决定机关）"
SUPPLIED = Facts(
    case_id="此件",
    item_name="（事项）",
    organ=ORGAN,
    organ_name=ORGAN,
    section="",
    state=State.SUPPLIED,
    receivers=frozenset({"receiver"}),
    reviewer="reviewer",
    reviewer_name="（另一审查人）",
    supplement_issued=True,
    proposal="refuse",
    waits_for=("（在先事项）",),
)
PROPOSED = replace(
    SUPPLIED,
    state=State.PROPOSED,
    handling=Handling.INSPECTED,
    waits_for=(),
    cosigners=1,
    hearing=HearingState.NEEDED,
    rectified=True,
    law_moved=("（法律的改变）",),
    extended=True,
    failed_firsts=("（在先事项）",),
    served=True,
    archived=True,
)
FACTS: tuple[Facts, ...] = (
    SUPPLIED,
    PROPOSED,
    replace(
        PROPOSED,
        failed_firsts=(),
        outdated_by=("（在先事项）",),
        hearing=HearingState.NONE,
        unheard=("（利害关系人）",),
    ),
    replace(PROPOSED, extended=False, limit_over=True, missed=True, disagreed=True, served=False, archived=False),
    replace(
        PROPOSED, extended=False, no_extension_because="（本事项不能延长的原因）", cosigned_by=frozenset({"somebody"})
    ),
    replace(SUPPLIED, state=State.SUBMITTED, no_gap_because="（本事项不能容缺的原因）"),
    replace(
        SUPPLIED, state=State.RECTIFYING, handling=Handling.COMMITMENT, gap=("（容缺的材料）",), receivers=frozenset()
    ),
    replace(
        SUPPLIED, state=State.REVIEWING, handling=Handling.IMMEDIATE, reviewer="", no_longer_needed="（法律的改变）"
    ),
    replace(SUPPLIED, state=State.PAUSED, hearing=HearingState.CALLED, chair="reviewer", chair_name="（主持人）"),
    replace(SUPPLIED, state=State.PAUSED, hearing=HearingState.ASKED),
)
"""An item-case in every circumstance that the rules look at."""
EVERYBODY = (
    Who(id="nobody", name="路人"),
    Who(id="elsewhere", name="他机关", posts=tuple(Post(role, "他机关") for role in Role)),
    *(
        Who(id=known_as, name=known_as, posts=tuple(Post(role, ORGAN) for role in Role))
        for known_as in ("receiver", "reviewer", "somebody")
    ),
    Who(id="deputy", name="代理人", posts=tuple(Post(role, ORGAN, "", "reviewer", "reviewer") for role in Role)),
    CLOCK,
)
"""People in every relation to a case that the rules look at: with no post, of another organ, who took part already."""


def page(_: Catalogue) -> str:
    """authority.md"""
    parts = [
        "# Authority\n",
        "## Who may\n",
        table(
            ("verb", *(role.label for role in Role)),
            (_may(verb) for verb in dict.fromkeys(line.verb for line in LINES)),
        ),
        "## Why not\n",
        "The rules are asked in this order. The first that has something to say is the answer: the reason of a closed "
        "button, the refusal of the command.\n",
    ]
    for rule in RULES:
        parts += [f"### {rule.__name__}\n", f"{first_line(rule.__doc__)}\n"]
        parts.append("\n".join(f"- {sentence}" for sentence in sentences(rule)) + "\n")
    return "\n".join(parts)


def _may(verb: Verb) -> tuple[str, ...]:
    roles = {role for line in LINES if line.verb == verb for role in line.by}
    return (f"{verb.label} `{verb.value}`", *("●" if role in roles else "" for role in Role))


def sentences(rule: AuthorityRule) -> list[str]:
    """What a rule says, once for each way of saying it, with the verbs it says it of."""
    first: dict[str, str] = {}
    verbs: dict[str, dict[str, None]] = {}
    for line, sentence in _said(rule):
        said = first.setdefault(sentence.replace(line.verb.label, "…"), sentence)
        verbs.setdefault(said, {})[line.verb.label] = None
    return [f"{sentence} — {'、'.join(labels)}" for sentence, labels in verbs.items()]


def _said(rule: AuthorityRule) -> Iterator[tuple[Line, str]]:
    for facts, line, who in product(FACTS, LINES, EVERYBODY):
        if sentence := rule(line, who, facts):
            yield line, sentence
