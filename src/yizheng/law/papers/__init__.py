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
from yizheng.law.papers.permit_ends import Cancellation, Expiry, Forfeiture, Recall, Restoration, Suspension
from yizheng.law.papers.permit_requests import (
    ChangeApplication,
    ChangeDecision,
    ChangeRefusal,
    DeemedRenewal,
    RenewalApplication,
    RenewalDecision,
    RenewalRefusal,
)
from yizheng.law.papers.sheet import SEAL_NOTE, Sheet, Table
from yizheng.law.papers.supervision import ClosureNote, Letter, PostCheckRecord, RectificationOrder

IN_LIFE: tuple[type[Paper], ...] = (
    ChangeApplication,
    ChangeDecision,
    ChangeRefusal,
    RenewalApplication,
    RenewalDecision,
    RenewalRefusal,
    DeemedRenewal,
    Expiry,
    Recall,
    Suspension,
    Restoration,
    Forfeiture,
    Cancellation,
    PostCheckRecord,
    RectificationOrder,
    Letter,
    ClosureNote,
)
"""The papers in the life of a permit after its grant, beside its revocation."""

ALL: tuple[type[Paper], ...] = (
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
    *IN_LIFE,
)

PAPERS: dict[str, type[Paper]] = {paper.KIND: paper for paper in ALL}
"""Every paper by its kind."""

__all__ = [
    "IN_LIFE",
    "PAPERS",
    "SEAL_NOTE",
    "Acceptance",
    "Ask",
    "Cancellation",
    "ChangeApplication",
    "ChangeDecision",
    "ChangeRefusal",
    "Check",
    "ClosureNote",
    "DeemedAcceptance",
    "DeemedRenewal",
    "Expiry",
    "Fault",
    "Forfeiture",
    "Grant",
    "Head",
    "Letter",
    "NonAcceptance",
    "Paper",
    "PaperFacts",
    "Point",
    "PostCheckRecord",
    "Recall",
    "Receipt",
    "RectificationOrder",
    "Refusal",
    "RenewalApplication",
    "RenewalDecision",
    "RenewalRefusal",
    "Restoration",
    "Return",
    "ReviewOpinion",
    "Revocation",
    "Sheet",
    "SupplementNotice",
    "SupplementReply",
    "Suspension",
    "Table",
    "Withdrawal",
    "asked",
    "chinese_date",
    "remedies_text",
]
