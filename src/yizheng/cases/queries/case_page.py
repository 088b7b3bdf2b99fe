"""A whole case as the window sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from yizheng.cases.assessing import assessed
from yizheng.cases.models import Case, ItemCase
from yizheng.cases.queries.as_of import DueDay
from yizheng.cases.queries.caps import cap_of
from yizheng.cases.queries.choices import WINDOW_VERBS
from yizheng.cases.queries.dates import Count
from yizheng.cases.queries.filled_in import Group, groups_of, said
from yizheng.cases.queries.handed_in import MaterialShown, materials_of
from yizheng.cases.queries.hearings import HearingShown, hearing_shown
from yizheng.cases.queries.inquiries import InquiryShown, inquiries_in
from yizheng.cases.queries.item_shown import ClockShown, ItemShown, Looking, item_shown
from yizheng.cases.queries.papers import PaperListed, Viewer, papers_of
from yizheng.cases.queries.sight import cases_of_the_window
from yizheng.cases.queries.supplement_points import Gathering, Target, gathering, targets_for, why_no_point
from yizheng.cases.queries.timeline import Happened, timeline
from yizheng.cases.timing import AWAITING_ANSWER
from yizheng.catalogue import publishing
from yizheng.law.authority import Who
from yizheng.law.outcome import case_state
from yizheng.law.words import CaseState, ClockName
from yizheng.ledger.command import NotFound

NO_CASE = "没有这个办件。"


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowItem:
    """One item with what a supplement point of it may be about, and why none can be added (empty: one can)."""

    shown: ItemShown
    targets: tuple[tuple[str, tuple[Target, ...]], ...]
    why_no_point: str
    hearing: HearingShown | None
    inquiries: tuple[InquiryShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    """Everything the window's page says of a case; ``answer`` is the last day to answer on acceptance."""

    id: UUID
    number: str
    industry: str
    state: CaseState
    holder: str
    holder_code: str
    premises: str
    channel: str
    received_at: datetime | None
    receiver: str
    catalogue: str
    answer: DueDay | None
    answer_clock: ClockShown | None
    cap: Count | None
    """The cap on the items handled together, while it runs (行政许可法 42(2))."""
    items: tuple[WindowItem, ...]
    groups: tuple[Group, ...]
    said: tuple[tuple[str, str], ...]
    materials: tuple[MaterialShown, ...]
    supplement: Gathering
    papers: tuple[PaperListed, ...]
    timeline: tuple[Happened, ...]

    @property
    def acceptable(self) -> tuple[WindowItem, ...]:
        """The items that this person may accept now."""
        return tuple(each for each in self.items if each.shown.choice("accept").open)


def case_page(case_id: UUID, who: Who, on: date) -> CasePage:
    """A case for the window. Raises NotFound for everybody else."""
    case = cases_of_the_window(who).filter(id=case_id).first()
    if case is None:
        raise NotFound(NO_CASE)
    return _page(case, Looking(who, on))


def case_of_item(item_id: UUID, who: Who) -> UUID:
    """The case of an item-case, for the window. Raises NotFound for everybody else."""
    found = (
        ItemCase.objects.filter(id=item_id, case__in=cases_of_the_window(who)).values_list("case_id", flat=True).first()
    )
    if found is None:
        raise NotFound(NO_CASE)
    return found


def _page(case: Case, looking: Looking) -> CasePage:
    catalogue = publishing.version(case.catalogue_id)
    assessment = assessed(case, catalogue)
    rows = list(ItemCase.objects.filter(case=case).order_by("place"))
    asked = inquiries_in([each.id for each in rows], catalogue.organs, looking.on)
    items = tuple(
        WindowItem(
            shown=item_shown(case, each, rows, looking, WINDOW_VERBS),
            targets=targets_for(assessment, each.item),
            why_no_point=why_no_point(case, each, rows, looking),
            hearing=hearing_shown(each, catalogue.items[each.item], looking.on) if each.accepted_at else None,
            inquiries=asked.get(each.id, ()),
        )
        for each in rows
    )
    waiting = [each.shown for each in items if each.shown.state in AWAITING_ANSWER]
    first = min(waiting, key=_answer_day, default=None)
    return CasePage(
        id=case.id,
        number=case.number or "",
        industry=catalogue.industries[case.industry].name,
        state=case_state([each.shown.state for each in items], touched=any(each.reviewer_id for each in rows)),
        holder=case.holder,
        holder_code=case.holder_code,
        premises=case.premises,
        channel="窗口提交" if case.channel == "window" else "网上提交",
        received_at=case.received_at,
        receiver=case.receiver_name,
        catalogue=catalogue.version,
        answer=first.due if first else None,
        answer_clock=_acceptance(first) if first else None,
        cap=cap_of(case, rows, looking.on),
        items=items,
        groups=groups_of(assessment, case.form),
        said=said(assessment),
        materials=materials_of(assessment, rows, catalogue, promised=case.gap),
        supplement=gathering(case, rows, looking),
        papers=papers_of(case.id, Viewer(who=looking.who)),
        timeline=timeline(case.id, catalogue),
    )


def _acceptance(item: ItemShown) -> ClockShown | None:
    clocks = (each for each in item.clocks if each.runs and each.count.clock == ClockName.ACCEPTANCE)
    return next(clocks, None)


def _answer_day(item: ItemShown) -> date:
    clock = _acceptance(item)
    return clock.count.due if clock else date.max
