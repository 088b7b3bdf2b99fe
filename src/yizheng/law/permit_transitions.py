"""The table of the life of a permit: from, verb, to, by whom, with which paper, where it is written (domain §2.14).

From this one table come the check in the command, the buttons, the diagram in the docs and the tests.
"""

from __future__ import annotations

from dataclasses import dataclass

from yizheng.law.papers import Paper, Revocation
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


PERMIT_TRANSITIONS = (
    PermitLine(Standing.IN_FORCE, Verb.REVOKE, Standing.REVOKED, (Role.DECIDER,), Revocation, "行政许可法 69"),
)

PERMIT_LINES = {(line.from_, line.verb): line for line in PERMIT_TRANSITIONS}
"""The life of a permit by its key; expiry needs no act: it is worked out at every read (行政许可法 70(1))."""
