"""The diagram and the table of states: item-case, case, permit."""

from __future__ import annotations

from collections.abc import Iterable

from yizheng.house.tables import table
from yizheng.law.articles import ARTICLES, in_words
from yizheng.law.hearings import HEARINGS, H
from yizheng.law.inquiries import INQUIRIES, Q
from yizheng.law.items import Catalogue
from yizheng.law.outcome import case_state
from yizheng.law.permit_transitions import PERMIT_TRANSITIONS, PermitLine
from yizheng.law.revisions import REVISIONS, RevisionLine
from yizheng.law.transitions import EVERY, TRANSITIONS, Effect, T
from yizheng.law.words import ENDS, CaseState, Handling, RevisionState, Standing, State

GROUPS = {
    "acceptance": "C1 acceptance",
    "decision": "C2, C3 decision",
    "delivery": "C6 delivery",
    "gap": "C8 gap material",
    "rectification": "C9 rectification",
    "request": "C16 to ask for a hearing",
    "hearing": "C16 to hold the hearing",
}
WHERE = {
    "": "",
    "gap_open": ", if a gap is open",
    "hearing": ", as far as the hearing has come",
    "rectification_pauses": ", if the item's rule leaves the rectification out",
}

EXAMPLES = (
    ("submitted submitted", False),
    ("submitted reviewing", False),
    ("reviewing reviewing", False),
    ("reviewing reviewing", True),
    ("reviewing proposed", True),
    ("granted reviewing", True),
    ("granted granted", True),
    ("granted withdrawn", True),
    ("granted refused", True),
    ("granted not_accepted", True),
    ("refused not_accepted", True),
    ("granted terminated", True),
    ("withdrawn terminated", True),
    ("withdrawn withdrawn", False),
)
"""States of two items, and whether an organ has begun to review."""


AnyState = State | Standing | RevisionState


def page(_: Catalogue) -> str:
    """states.md"""
    return "\n".join(
        (
            "# States\n",
            "## Item-case 单项办件\n",
            diagram(State, TRANSITIONS, State.DRAFT, ENDS),
            "Every line is a sentence of law. No paper, no step.\n",
            table(("from", "verb", "to", "by", "for", "paper", "clocks", "written in"), map(_line, TRANSITIONS)),
            "## Hearing 听证\n",
            "Within the item-case; the time of a hearing is left out of the limit by the lines above.\n",
            table(("stands", "verb", "then", "by", "paper", "written in"), map(_hearing_line, HEARINGS)),
            "## Inquiries 问询\n",
            "An inquiry moves nothing on; the clocks run.\n",
            table(("kind", "asked by", "paper", "answered by", "paper", "written in"), map(_inquiry, INQUIRIES)),
            "## Case 综合办件\n",
            "Derived from its item-cases, never set by hand. What was withdrawn or terminated takes no part, unless "
            "all of it was.\n",
            table(("two items stand", "the case stands"), map(_example, EXAMPLES)),
            f"Before it is filed a case is {CaseState.DRAFT.label}; nobody comes back to it in time: "
            f"{CaseState.EXPIRED.label}.\n",
            "## Permit 法定许可\n",
            diagram(Standing, PERMIT_TRANSITIONS, Standing.IN_FORCE, {Standing.CANCELLED}),
            "What the clock does is worked out at every read, from midnight after the last day, and performed with the "
            "date of the law (行政许可法 50(2), 70(1)).\n",
            table(("from", "verb", "to", "by", "paper", "written in"), map(_permit_line, PERMIT_TRANSITIONS)),
            "## Revision of the catalogue 目录修订\n",
            diagram(RevisionState, REVISIONS, RevisionState.DRAFTING, {RevisionState.IN_FORCE, RevisionState.DROPPED}),
            "Each organ signs what is its own; who published does not bring into force.\n",
            table(("from", "verb", "to", "by", "written in"), map(_revision_line, REVISIONS)),
        )
    )


def diagram(
    states: Iterable[AnyState], lines: Iterable[T | PermitLine | RevisionLine], first: AnyState, last: Iterable[object]
) -> str:
    """A state diagram in Mermaid; what moves nothing on stands in the table alone."""
    ends = set(last)
    drawn = ["```mermaid", "stateDiagram-v2", "    direction TB"]
    drawn += [f"    {state.value} : {state.label}" for state in states]
    drawn.append(f"    [*] --> {first.value}")
    moving = [line for line in lines if line.from_ != line.to]
    drawn += [f"    {line.from_.value} --> {line.to.value} : {line.verb.label}" for line in moving]
    drawn += [f"    {state.value} --> [*]" for state in states if state in ends]
    return "\n".join([*drawn, "```\n"])


def _line(line: T) -> tuple[str, ...]:
    paper = f"{line.paper.__name__} {line.paper.TITLE}" if line.paper else "—"
    clocks = "; ".join(_effect(effect) for effect in line.clocks) or "—"
    by = ", ".join(role.label for role in line.by)
    of = "every item" if line.of == EVERY else ", ".join(each.label for each in Handling if each in line.of)
    return (line.from_.label, line.verb.label, line.to.label, by, of, paper, clocks, _article(line.written_in))


def _permit_line(line: PermitLine) -> tuple[str, ...]:
    by = ", ".join(role.label for role in line.by)
    paper = f"{line.paper.__name__} {line.paper.TITLE}"
    return (line.from_.label, line.verb.label, line.to.label, by, paper, _article(line.written_in))


def _revision_line(line: RevisionLine) -> tuple[str, ...]:
    return (line.from_.label, line.verb.label, line.to.label, line.by.label, _article(line.written_in))


def _hearing_line(line: H) -> tuple[str, ...]:
    by = ", ".join(role.label for role in line.by)
    paper = f"{line.paper.__name__} {line.paper.TITLE}"
    return (line.from_.label, line.verb.label, line.to.label, by, paper, _article(line.written_in))


def _inquiry(line: Q) -> tuple[str, ...]:
    asked_by, answered_by = (", ".join(role.label for role in roles) for roles in (line.asked_by, line.answered_by))
    papers = (f"{paper.__name__} {paper.TITLE}" for paper in (line.question, line.answer))
    return (line.kind.label, asked_by, next(papers), answered_by, next(papers), _article(line.written_in))


def _article(cited: str) -> str:
    return f"{in_words(cited)}：{ARTICLES[cited]}"


def _effect(effect: Effect) -> str:
    counted = {"receipt": " counted from receipt", "accept": " counted from acceptance", "": ""}[effect.counts_from]
    since = ", dated back to the receipt" if effect.since == "receipt" else ""
    return f"{effect.does} {GROUPS[effect.group]}{counted}{since}{WHERE[effect.where]}"


def _example(example: tuple[str, bool]) -> tuple[str, str]:
    names, touched = example
    items = [State(name) for name in names.split()]
    begun = "（已有机关开始审查）" if touched and set(items) == {State.REVIEWING} else ""
    return (" + ".join(state.label for state in items) + begun, case_state(items, touched=touched).label)
