"""What goes up to the lead department once its last day has passed: whose duty it is, and where it is written.

Domain §2.13, on expiry: C2 and C3, C6, C10, C11, C17. A new version of the licence that nobody has taken (C12) goes to
its holder, who is reminded.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from yizheng.law.calendar import Calendar
from yizheng.law.citation import cited
from yizheng.law.ratings import ANSWER_BASIS
from yizheng.law.terms import DELIVERY_BASIS, Term


class Escalated(StrEnum):
    """What is late."""

    DECISION = "decision"
    DELIVERY = "delivery"
    CHECK = "check"
    LETTER = "letter"
    RATING = "rating"

    @property
    def label(self) -> str:
        """As it stands on the tab."""
        return {
            "decision": "未决定",
            "delivery": "未送达",
            "check": "未核查",
            "letter": "未回执",
            "rating": "差评未答复",
        }[self.value]

    @property
    def duty(self) -> str:
        """What should have been done, by its article."""
        return {
            "decision": f"超过承诺或者法定的期限还没有决定：由实施机关公开说明原因（{cited('优化营商环境条例 36')}）。",
            "delivery": f"作出决定十日后还没有送达回证：由实施机关送达，窗口代办（{cited(DELIVERY_BASIS)}）。",
            "check": f"承诺核查、责令改正或者复查到期没有办：由监管部门办（{cited('青岛市优化营商环境条例 26(2)')}）。",
            "letter": f"通报、函告一个工作日内没有回执：由收函部门回执（{cited('青岛市优化营商环境条例 27(2)')}）。",
            "rating": f"差评十五个工作日内没有核实、整改和答复：由被评价的机关答复（{cited(ANSWER_BASIS)}）。",
        }[self.value]


def begun_before(term: Term, on: date, calendar: Calendar) -> date:
    """Whatever began before this day is late on ``on``, for a term in working days: found without a count of each.

    Raises NoCalendar.
    """
    return calendar.nth_workday_before(on, term.n)
