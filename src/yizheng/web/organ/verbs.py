"""The verbs of an item's page, in the order in which a clerk looks for them; the likely next one stands open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from yizheng.cases.queries.choices import Choice
from yizheng.law.words import Verb

HANDLE, HAND_ON, LIMIT, OTHER = "审查和决定", "交办", "听证和期限", "其他"

GROUP_OF = {
    Verb.CLAIM: HANDLE,
    Verb.CALL_VISIT: HANDLE,
    Verb.VISIT: HANDLE,
    Verb.RECTIFY: HANDLE,
    Verb.RECHECK: HANDLE,
    Verb.REVIEW: HANDLE,
    Verb.RETURN: HANDLE,
    Verb.GRANT: HANDLE,
    Verb.REFUSE: HANDLE,
    Verb.ASSIGN: HAND_ON,
    Verb.TRANSFER: HAND_ON,
    Verb.COSIGN: HAND_ON,
    Verb.CONSULT: HAND_ON,
    Verb.REPORT_BACK: HAND_ON,
    Verb.ANNOUNCE_HEARING: LIMIT,
    Verb.TELL_HEARING: LIMIT,
    Verb.CALL_HEARING: LIMIT,
    Verb.HOLD_HEARING: LIMIT,
    Verb.EXTEND: LIMIT,
    Verb.PAUSE: LIMIT,
    Verb.PROLONG: LIMIT,
    Verb.RESUME: LIMIT,
    Verb.EXPLAIN: LIMIT,
}
"""Under which heading a verb stands; those that are not named stand under the last."""

NEXT = (
    Verb.CLAIM, Verb.CALL_HEARING, Verb.HOLD_HEARING, Verb.VISIT, Verb.RECHECK, Verb.COSIGN, Verb.REVIEW,
    Verb.CALL_VISIT, Verb.GRANT, Verb.REFUSE, Verb.RESUME,
)  # fmt: skip
"""What is likely to be done next, the first of these that may be."""


@dataclass(frozen=True, slots=True)
class Group:
    """The verbs under one heading: those that may be done, and those of the way itself that may not, and why."""

    name: str
    open: tuple[Choice, ...]
    closed: tuple[Choice, ...]


def grouped(choices: Iterable[Choice]) -> tuple[tuple[Group, ...], tuple[Choice, ...]]:
    """The verbs by their headings, and those that are folded away: nothing for this person to do, or not now."""
    found = list(choices)
    groups = []
    for name in (HANDLE, HAND_ON, LIMIT, OTHER):
        ours = [each for each in found if GROUP_OF.get(each.verb, OTHER) == name]
        may = tuple(each for each in ours if each.open)
        may_not = tuple(each for each in ours if not each.open and each.written_in and name == HANDLE)
        if may or may_not:
            groups.append(Group(name, may, may_not))
    shown = {each.verb for group in groups for each in (*group.open, *group.closed)}
    return tuple(groups), tuple(each for each in found if each.verb not in shown)


def likely(choices: Iterable[Choice], proposal: str) -> Verb | None:
    """The verb that is likely to be done next; after an opinion against a grant that is the refusal."""
    may = {each.verb for each in choices if each.open}
    if proposal == "refuse" and Verb.REFUSE in may:
        return Verb.REFUSE
    return next((verb for verb in NEXT if verb in may), None)
