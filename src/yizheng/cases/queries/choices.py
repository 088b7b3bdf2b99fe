"""What somebody may do now with an item-case, and why not: buttons and the API are made of this."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from yizheng.law.authority import Facts, Who, why_not
from yizheng.law.no_line import no_line
from yizheng.law.papers import Paper
from yizheng.law.transitions import LINES, TRANSITIONS
from yizheng.law.words import Role, Verb

BY_COMMANDS_OF_THEIR_OWN = frozenset(
    {Verb.FILE, Verb.LAPSE, Verb.MISS, Verb.WAIVE_HEARING, Verb.SUPPLEMENT, Verb.SUPPLY, Verb.REPLY}
)
"""Verbs that concern the whole case or the clock, or are done by an organ that does not see the item-case."""

PAPER_OF: dict[Verb, type[Paper] | None] = {line.verb: line.paper for line in TRANSITIONS}
"""The paper of each verb; a test proves that a verb has the same one on every line."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One verb: open when ``why`` is empty; else a sentence with its article that says why it is closed."""

    verb: Verb
    why: str
    paper: type[Paper] | None
    written_in: str = ""
    """Where the line of the table is written; empty when the table knows no such step from here."""

    @property
    def open(self) -> bool:
        """Whether it may be done now."""
        return not self.why


def verbs_of(*roles: Role) -> tuple[Verb, ...]:
    """The verbs that the table gives to these roles, in its order."""
    lines = (line for line in TRANSITIONS if set(line.by) & set(roles) and line.verb not in BY_COMMANDS_OF_THEIR_OWN)
    return tuple(dict.fromkeys(line.verb for line in lines))


WINDOW_VERBS = verbs_of(Role.WINDOW)
ORGAN_VERBS = verbs_of(Role.REVIEWER, Role.DECIDER, Role.HEAD)


def choice(verb: Verb, who: Who, facts: Facts) -> Choice:
    """Whether ``who`` may do ``verb`` now, by the table and by the rules of authority."""
    line = LINES.get((facts.state, verb))
    if line is None:
        return Choice(verb, no_line(facts.state, verb, deemed=facts.deemed), PAPER_OF.get(verb))
    return Choice(verb, why_not(line, who, facts), line.paper, line.written_in)


def choices(verbs: Iterable[Verb], who: Who, facts: Facts) -> tuple[Choice, ...]:
    """The same for several verbs."""
    return tuple(choice(verb, who, facts) for verb in verbs)
