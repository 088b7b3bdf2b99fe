"""The vocabulary: states, verbs, roles and clocks, each with its one official term (docs/glossary.md)."""

from yizheng.law.words.batches import BatchState, BatchVerb, Presence, TaskState
from yizheng.law.words.clock_names import ORGANS_CLOCKS, ClockName
from yizheng.law.words.deeds import Role, Verb
from yizheng.law.words.revisions import Offer, OfferVerb, RevisionState, RevisionVerb
from yizheng.law.words.states import (
    BEFORE_ACCEPTANCE,
    DECIDED_ON,
    ENDS,
    HOLDING,
    TO_SERVE,
    UNDER_REVIEW,
    UNHEARD,
    CaseState,
    Handling,
    HearingState,
    InquiryKind,
    LicenceState,
    Service,
    Standing,
    State,
)

__all__ = [
    "BEFORE_ACCEPTANCE",
    "DECIDED_ON",
    "ENDS",
    "HOLDING",
    "ORGANS_CLOCKS",
    "TO_SERVE",
    "UNDER_REVIEW",
    "UNHEARD",
    "BatchState",
    "BatchVerb",
    "CaseState",
    "ClockName",
    "Handling",
    "HearingState",
    "InquiryKind",
    "LicenceState",
    "Offer",
    "OfferVerb",
    "Presence",
    "RevisionState",
    "RevisionVerb",
    "Role",
    "Service",
    "Standing",
    "State",
    "TaskState",
    "Verb",
]
