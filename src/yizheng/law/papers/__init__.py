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
from yizheng.law.papers.delivery import ArchiveIndex, ServiceReceipt
from yizheng.law.papers.desk import Assignment, Cosignature, SeparationException, Transfer
from yizheng.law.papers.gap import Commitment, GapAcceptance, GapPromise, GapReply
from yizheng.law.papers.paper import Ask, Fault, Head, Options, Paper, PaperFacts, asked, chinese_date, remedies_text
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
from yizheng.law.papers.procedure import (
    Extension,
    MissedDecision,
    OverdueExplanation,
    ProcedureEnded,
    ProcedureProlonged,
    SpecialProcedure,
    Termination,
    missed_remedy,
)
from yizheng.law.papers.sheet import SEAL_NOTE, Sheet, Table
from yizheng.law.papers.supervision import ClosureNote, Letter, PostCheckRecord, RectificationOrder
from yizheng.law.papers.visit import Recheck, Rectification, RectificationReport, VisitCall, VisitRecord

IN_PROCEDURE: tuple[type[Paper], ...] = (
    Assignment,
    Cosignature,
    SeparationException,
    Transfer,
    Commitment,
    GapPromise,
    GapAcceptance,
    GapReply,
    Extension,
    MissedDecision,
    OverdueExplanation,
    ProcedureEnded,
    ProcedureProlonged,
    SpecialProcedure,
    Termination,
    ArchiveIndex,
    ServiceReceipt,
    Recheck,
    Rectification,
    RectificationReport,
    VisitCall,
    VisitRecord,
)
"""The papers of procedures, visits, gaps, desks and service."""

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
    *IN_PROCEDURE,
    *IN_LIFE,
)

PAPERS: dict[str, type[Paper]] = {paper.KIND: paper for paper in ALL}
"""Every paper by its kind."""

__all__ = [
    "IN_LIFE",
    "PAPERS",
    "SEAL_NOTE",
    "Acceptance",
    "ArchiveIndex",
    "Ask",
    "Assignment",
    "Cancellation",
    "ChangeApplication",
    "ChangeDecision",
    "ChangeRefusal",
    "Check",
    "ClosureNote",
    "Commitment",
    "Cosignature",
    "DeemedAcceptance",
    "DeemedRenewal",
    "Expiry",
    "Extension",
    "Fault",
    "Forfeiture",
    "GapAcceptance",
    "GapPromise",
    "GapReply",
    "Grant",
    "Head",
    "Letter",
    "MissedDecision",
    "NonAcceptance",
    "Options",
    "OverdueExplanation",
    "Paper",
    "PaperFacts",
    "Point",
    "PostCheckRecord",
    "ProcedureEnded",
    "ProcedureProlonged",
    "Recall",
    "Receipt",
    "Recheck",
    "Rectification",
    "RectificationOrder",
    "RectificationReport",
    "Refusal",
    "RenewalApplication",
    "RenewalDecision",
    "RenewalRefusal",
    "Restoration",
    "Return",
    "ReviewOpinion",
    "Revocation",
    "SeparationException",
    "ServiceReceipt",
    "Sheet",
    "SpecialProcedure",
    "SupplementNotice",
    "SupplementReply",
    "Suspension",
    "Table",
    "Termination",
    "Transfer",
    "VisitCall",
    "VisitRecord",
    "Withdrawal",
    "asked",
    "chinese_date",
    "missed_remedy",
    "remedies_text",
]
