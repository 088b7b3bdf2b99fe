"""Papers 文书 for those who may see them: the applicant who opened the case, the staff of its organs, hall and lead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from yizheng.cases.models import Case, PaperRecord
from yizheng.cases.papers import read, title_of
from yizheng.cases.queries.results import is_handed_over
from yizheng.cases.queries.sight import item_cases_of_the_organs
from yizheng.law.authority import Who
from yizheng.law.papers import PAPERS, GapPromise, Sheet, SupplementNotice, SupplementReply
from yizheng.law.words import Role
from yizheng.ledger.command import NotFound

INTERNAL = tuple(kind for kind, paper in PAPERS.items() if not paper.SERIES or paper.BETWEEN_ORGANS)
"""Opinions within an organ and letters between organs: not served, so the applicant does not read them."""

OF_EVERY_ORGAN = (SupplementNotice.KIND, SupplementReply.KIND, GapPromise.KIND)
"""Papers of the whole case that concern every organ."""

EVERYWHERE = frozenset({Role.WINDOW, Role.LEAD})
"""Roles that see the cases of every organ: one window, one lead."""

NO_SUCH_CASE = "没有查到这个办件，或者您无权查看。"
NO_SUCH_PAPER = "没有查到这份文书，或者您无权查看。"


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who is looking: the cases opened in this browser, and the member of staff who is signed in, if anybody is."""

    opened: frozenset[str] = frozenset()
    who: Who | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSeen:
    """The least a page of a case has to say; ``home`` is the case whose licence its permits are on."""

    id: UUID
    home: UUID
    number: str
    industry: str
    holder: str
    for_staff: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSeen:
    """A paper as it is shown."""

    id: UUID
    case_id: UUID
    case_number: str
    kind: str
    made_at: datetime
    sheet: Sheet
    for_staff: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperListed:
    """A paper in the list of a case."""

    id: UUID
    kind: str
    title: str
    number: str
    organ: str
    item: str
    made_at: datetime
    internal: bool


def case_seen(number: str, viewer: Viewer) -> CaseSeen:
    """A filed case by its number. Raises NotFound when it is not there, or not for this viewer."""
    case = Case.objects.filter(_may_see(viewer), number=number).first()
    if case is None:
        raise NotFound(NO_SUCH_CASE)
    return CaseSeen(
        id=case.id,
        home=case.home,
        number=case.number or "",
        industry=case.industry,
        holder=case.holder,
        for_staff=str(case.id) not in viewer.opened,
    )


def paper_seen(paper_id: UUID, viewer: Viewer) -> PaperSeen:
    """A paper. Raises NotFound when it is not there, or not for this viewer."""
    found = PaperRecord.objects.filter(_may_read(viewer), id=paper_id).select_related("case").first()
    found = found or _handed_over(paper_id, viewer)
    if found is None:
        raise NotFound(NO_SUCH_PAPER)
    return PaperSeen(
        id=found.id,
        case_id=found.case_id,
        case_number=found.case.number or "",
        kind=found.kind,
        made_at=found.made_at,
        sheet=read(found),
        for_staff=str(found.case_id) not in viewer.opened,
    )


def _handed_over(paper_id: UUID, viewer: Viewer) -> PaperRecord | None:
    """A result that another organ passes on to this person's own item (在线政务服务规定 7)."""
    paper = PaperRecord.objects.filter(id=paper_id).select_related("case", "item_case").first()
    return paper if paper and viewer.who and is_handed_over(paper, viewer.who) else None


def papers_of(case_id: UUID, viewer: Viewer) -> tuple[PaperListed, ...]:
    """The papers of a case that this viewer may read, oldest first."""
    found = PaperRecord.objects.filter(_may_read(viewer), case_id=case_id).order_by("made_at", "number")
    return tuple(_listed(found))


def _listed(records: Iterable[PaperRecord]) -> Iterable[PaperListed]:
    for record in records:
        yield PaperListed(
            id=record.id,
            kind=record.kind,
            title=title_of(record),
            number=record.number or "",
            organ=record.head["organ"],
            item=record.head["item"],
            made_at=record.made_at,
            internal=record.kind in INTERNAL,
        )


def _may_see(viewer: Viewer, to_case: str = "") -> Q:
    """Which cases this viewer sees; ``to_case`` is the way to the case from another table."""
    sees = Q(**{f"{to_case}id__in": sorted(viewer.opened)})
    if viewer.who is None:
        return sees
    if any(viewer.who.has(role) for role in EVERYWHERE):
        return sees | Q(**{f"{to_case}received_at__isnull": False})
    return sees | Q(**{f"{to_case}id__in": item_cases_of_the_organs(viewer.who).values("case_id")})


def _may_read(viewer: Viewer) -> Q:
    """Which papers this viewer reads: all that was served in one's own case or at the window; in an organ only what
    concerns its own items (S-068), and its own opinions. The receipt, which bears the query code, is not for organs.
    """
    opened = Q(case_id__in=sorted(viewer.opened)) & ~Q(kind__in=INTERNAL)
    if viewer.who is None:
        return opened
    if any(viewer.who.has(role) for role in EVERYWHERE):
        served = _may_see(viewer, "case__")
        return served if viewer.who.has(Role.LEAD) else served & ~Q(kind__in=INTERNAL)
    ours = item_cases_of_the_organs(viewer.who)
    told = Q(kind__in=OF_EVERY_ORGAN, case_id__in=ours.values("case_id"))
    return opened | told | Q(item_case_id__in=ours.values("id"))
