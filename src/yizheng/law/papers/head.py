"""The head of a paper: the facts that stand on every sheet, as they were when it was made (domain §5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yizheng.law.items import ItemKind, Remedies
from yizheng.law.papers.sheet import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The facts that stand on every sheet: snapshot of the moment the paper was made (domain §5)."""

    number: str
    organ: str
    hall: str
    contact: str
    case_number: str
    industry: str
    applicant: str
    applicant_code: str
    made_on: date
    item: str = ""
    item_kind: ItemKind = "permit"
    item_basis: tuple[str, ...] = ()
    concerns_safety: bool = False
    """Whether the item concerns public safety, health, life or property (行政许可法 78, 79)."""
    kinds: tuple[ItemKind, ...] = ()
    """What the items of the case are, on papers of the whole case."""
    conditions: tuple[str, ...] = ()
    """The conditions of the item in full, on a commitment (domain §5.7)."""
    named: tuple[tuple[str, str], ...] = ()
    """The labels of what was chosen on the paper, by key."""
    organ_of_item: str = ""
    """Whose item it is, where another organ issues the paper."""
    hearing_until: date | None = None
    """The last day to ask for a hearing, to hold one, or to state one's view."""
    hearing_record: str = ""
    """The number of the record of the hearing, on a decision that rests on it (行政许可法 48)."""
    law: tuple[str, ...] = ()
    """Which law was applied where it changed after the filing, and why (domain §7-5)."""
    gap_until: date | None = None
    """The last day to hand in what an acceptance with a gap leaves open."""
    pause_basis: str = ""
    """The rule that takes a rectification out of the count; empty where it counts."""
    files: tuple[tuple[str, ...], ...] = ()
    """The files of the item, on the index of its archive: title, number, organ, day, digest."""
    received_at: str = ""
    accepted_on: date | None = None
    place: str = ""
    statutory: str = ""
    promised: str = ""
    due_on: date | None = None
    statutory_due_on: date | None = None
    cap_on: date | None = None
    """The last day for the whole case (行政许可法 42(2))."""
    counted: tuple[Table, ...] = ()
    """How each day that the paper names is counted: kept with it, so that a later calendar does not change it."""
    provisional: tuple[date, ...] = ()
    """Those of these days that run through a year whose holidays are not announced yet."""
    permit_number: str = ""
    certificate: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    items: tuple[tuple[str, str], ...] = ()
    materials: tuple[tuple[str, str], ...] = ()
    corrected: tuple[str, ...] = ()
    """The labels of the fields that an answer to a supplement notice corrects."""
    permits_left: int = 0
    """The permits in force that a revocation leaves."""
    has_licence: bool = False
    """Whether a comprehensive licence is in use when a permit is revoked."""
    query_code: str = ""
    acceptance_due: date | None = None
    remedies: Remedies | None = None
    handler: str = ""
    code: str = ""
