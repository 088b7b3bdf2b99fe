"""Which grounds are open to a permit as it stands: the form offers these alone (行政许可法 69, 70)."""

from __future__ import annotations

from yizheng.law.papers.permit import BREACH, GROUNDS
from yizheng.law.post_check import Checking
from yizheng.law.words import Standing, Verb

AFTER_THE_END = {Standing.EXPIRED: ("70-1",)}
WHILE_IT_RUNS = ("70-2", "70-3", "70-5", "70-6")


def grounds(verb: Verb, standing: Standing, checking: Checking) -> tuple[str, ...]:
    """The grounds of a revocation or a cancellation; empty for a step that asks for none, or leaves all open."""
    if verb == Verb.REVOKE:
        return (BREACH,) if checking == Checking.BREACHED else tuple(ground for ground in GROUNDS if ground != BREACH)
    if verb != Verb.CANCEL:
        return ()
    if standing.holds or standing == Standing.SUSPENDED:
        return WHILE_IT_RUNS
    return AFTER_THE_END.get(standing, ("70-4",))
