"""How long a decision may be contested: counted from its service with proof, not before (domain §2.7, §7-15)."""

from __future__ import annotations

from datetime import date

from yizheng.law.terms import Run, Term, Unit

RECONSIDERATION = Term(60, Unit.CALENDAR_DAY, rolls=True)
"""How long reconsideration 复议 may be asked for."""
LITIGATION = Term(6, Unit.MONTH, rolls=True)
"""How long a court may be asked."""


def remedy_runs(served_on: date | None) -> tuple[Run, ...]:
    """The periods of both remedies (行政复议法 20; 行政诉讼法 46); none before the decision was served."""
    if served_on is None:
        return ()
    return (
        Run("申请行政复议的期限", served_on, RECONSIDERATION, "行政复议法 20"),
        Run("提起行政诉讼的期限", served_on, LITIGATION, "行政诉讼法 46"),
    )
