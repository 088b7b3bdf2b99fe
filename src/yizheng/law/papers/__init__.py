"""文书: every step of an approval is done by a paper; one dataclass each."""

from yizheng.law.papers.acceptance import (
    Acceptance,
    DeemedAcceptance,
    NonAcceptance,
    Point,
    Receipt,
    SupplementNotice,
    SupplementReply,
    Withdrawal,
)
from yizheng.law.papers.decision import Check, Grant, Refusal, Return, ReviewOpinion
from yizheng.law.papers.paper import Ask, Fault, Head, Paper, PaperFacts, asked, chinese_date, remedies_text
from yizheng.law.papers.permit import Revocation
from yizheng.law.papers.sheet import SEAL_NOTE, Sheet, Table

PAPERS: dict[str, type[Paper]] = {
    paper.KIND: paper
    for paper in (
        Receipt,
        Acceptance,
        DeemedAcceptance,
        NonAcceptance,
        SupplementNotice,
        SupplementReply,
        Withdrawal,
        ReviewOpinion,
        Return,
        Grant,
        Refusal,
        Revocation,
    )
}
"""Every paper by its kind."""

__all__ = [
    "PAPERS",
    "SEAL_NOTE",
    "Acceptance",
    "Ask",
    "Check",
    "DeemedAcceptance",
    "Fault",
    "Grant",
    "Head",
    "NonAcceptance",
    "Paper",
    "PaperFacts",
    "Point",
    "Receipt",
    "Refusal",
    "Return",
    "ReviewOpinion",
    "Revocation",
    "Sheet",
    "SupplementNotice",
    "SupplementReply",
    "Table",
    "Withdrawal",
    "asked",
    "chinese_date",
    "remedies_text",
]
