"""好差评: five grades, voluntary and once for each service; a bad one is looked into and answered (domain §2.12)."""

from __future__ import annotations

from datetime import date

from yizheng.law.terms import Run, Term, Unit

GRADES = {5: "非常满意", 4: "满意", 3: "基本满意", 2: "不满意", 1: "非常不满意"}
"""The grades and what they are called; the best stands first."""
BAD = frozenset({1, 2})
"""Grades that somebody must follow up."""
WINDOW = "window"
"""What the window's service is rated under; organs are rated under their codes."""
MOST_WORDS = 500
"""Characters of a rating's words, and of its answer."""
ANSWER_TERM = Term(15, Unit.WORKING_DAY)
ANSWER_BASIS = "GB/T39735-2020《政务服务评价工作指南》"
ANSWER_CLOCK = "差评整改期限"


def answer_run(grade: int, rated_on: date) -> Run | None:
    """By when a bad rating must be put right and answered; None for the others."""
    return Run(ANSWER_CLOCK, rated_on, ANSWER_TERM, ANSWER_BASIS) if grade in BAD else None
