"""What an item says of its permits: renewal, change, check after the grant (行政许可法 49, 50; domain §2.5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from yizheng.law.items.sources import Confidence
from yizheng.law.terms import Term, Unit

Treatment = Literal["none", "on_spot", "review", "reapply"]
"""What a change of one fact asks of a permit: nothing, a change on the spot, a review, or a new application."""


TWENTY_DAYS = Term(20, Unit.WORKING_DAY)


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewalWindow:
    """When renewal 延续 may be applied for, counted back from the last day of the term (行政许可法 50(1)).

    ``late`` says what an application after ``closes`` is: refused, or without the right to deemed renewal.
    ``continues``: a term renewed in time begins on the day after the old one, otherwise at the approval.
    """

    opens: Term | None = None
    closes: Term
    late: Literal["refused", "undeemed"] = "undeemed"
    continues: bool = False
    basis: tuple[str, ...]
    confidence: Confidence = "real"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRule:
    """What a change 变更 of name, representative or premises asks of a permit, and how long a review may take."""

    holder: Treatment = "review"
    representative: Treatment = "review"
    premises: Treatment = "review"
    term: Term = TWENTY_DAYS
    basis: tuple[str, ...]
    confidence: Confidence = "real"


@dataclass(frozen=True, slots=True, kw_only=True)
class PostCheck:
    """A check 核查 after the grant, of every permit or of those granted on commitment alone (domain C10)."""

    within: Term
    commitment: bool = True
    order_within: Term | None = None
    recheck_within: Term | None = None
    basis: tuple[str, ...]
    confidence: Confidence = "real"


RENEWAL = RenewalWindow(closes=Term(30, Unit.CALENDAR_DAY), basis=("行政许可法 50(1)",))
"""The rule where the sector has none of its own."""

CHANGE = ChangeRule(basis=("行政许可法 49",))
"""The rule where the sector has none of its own."""
