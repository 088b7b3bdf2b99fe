"""One item-case as its organ sees it: the shared facts, its own fields and materials, nothing of others (S-068)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from yizheng.cases.assessing import assessed
from yizheng.cases.law_in_force import applied_law, item_in_force
from yizheng.cases.models import ItemCase, PaperRecord
from yizheng.cases.queries.as_of import AsOf
from yizheng.cases.queries.choices import ORGAN_VERBS
from yizheng.cases.queries.filled_in import Group, groups_of
from yizheng.cases.queries.handed_in import MaterialShown, materials_of
from yizheng.cases.queries.hearings import HearingShown, hearing_shown
from yizheng.cases.queries.inquiries import InquiryShown, inquiries_of
from yizheng.cases.queries.item_shown import ItemShown, Looking, facts_now, item_shown, standing
from yizheng.cases.queries.papers import PaperListed, Viewer, papers_of
from yizheng.cases.queries.results import ResultShown, results_for
from yizheng.cases.queries.sight import item_cases_of_the_organs
from yizheng.cases.queries.supplement_points import Gathering, Target, gathering, targets_for, why_no_point
from yizheng.cases.queries.timeline import Happened, timeline
from yizheng.cases.queue import queue_of
from yizheng.cases.timing import answers_of
from yizheng.catalogue import publishing
from yizheng.law.authority import Facts, Who
from yizheng.law.intake import Assessment, NeededItem
from yizheng.law.items import Remedies, ReviewPoint
from yizheng.law.papers import ReviewOpinion, remedies_text
from yizheng.law.queue import Queued
from yizheng.law.rules import judge
from yizheng.law.words import DECIDED_ON, UNDER_REVIEW
from yizheng.ledger.command import NotFound

NO_ITEM = "没有这个事项。"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """The last review opinion: who gave it, its answers by review point, what was proposed and why."""

    by: str
    at: datetime
    checks: dict[str, tuple[bool, str]]
    proposal: str
    reasons: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPage:
    """Everything the organ's page says of an item-case; ``facts`` are what the rules of authority look at."""

    case_id: UUID
    home: UUID
    """The case whose licence its permit is on."""
    number: str
    industry: str
    holder: str
    holder_code: str
    premises: str
    received_at: datetime | None
    item: ItemShown
    basis: tuple[str, ...]
    why: str
    because: tuple[tuple[str, str], ...]
    visit: bool
    groups: tuple[Group, ...]
    materials: tuple[MaterialShown, ...]
    results: tuple[ResultShown, ...]
    review_points: tuple[ReviewPoint, ...]
    law: tuple[str, ...]
    """Which law decides where it changed since the filing, and why."""
    opinion: Opinion | None
    remedies: tuple[str, ...]
    supplement: Gathering
    targets: tuple[tuple[str, tuple[Target, ...]], ...]
    why_no_point: str
    queue: tuple[Queued, ...]
    to_explain: bool
    """Whether what was promised in public is over and nothing was explained (优化营商环境条例 36)."""
    hearing: HearingShown | None
    inquiries: tuple[InquiryShown, ...]
    papers: tuple[PaperListed, ...]
    timeline: tuple[Happened, ...]
    facts: Facts


def item_page(item_id: UUID, who: Who, on: date) -> ItemPage:
    """An item-case for the people of its organ and section. Raises NotFound for everybody else."""
    found = item_cases_of_the_organs(who).filter(id=item_id).select_related("case").first()
    if found is None:
        raise NotFound(NO_ITEM)
    return _page(found, Looking(who, on))


def case_of_own_item(item_id: UUID, who: Who) -> UUID:
    """The case of an item-case, for the people of its organ. Raises NotFound for everybody else."""
    found = item_cases_of_the_organs(who).filter(id=item_id).values_list("case_id", flat=True).first()
    if found is None:
        raise NotFound(NO_ITEM)
    return found


def _page(item_case: ItemCase, looking: Looking) -> ItemPage:
    case = item_case.case
    catalogue = publishing.version(case.catalogue_id)
    assessment = assessed(case, catalogue)
    needed = _needed(assessment, item_case.item)
    rows = list(ItemCase.objects.filter(case=case).order_by("place"))
    now = standing(case, item_case, catalogue, looking.on)
    facts = facts_now(case, item_case, rows, catalogue, now, looking.on)
    return ItemPage(
        case_id=case.id,
        home=case.home,
        number=case.number or "",
        industry=catalogue.industries[case.industry].name,
        holder=case.holder,
        holder_code=case.holder_code,
        premises=case.premises,
        received_at=case.received_at,
        item=item_shown(case, item_case, rows, looking, ORGAN_VERBS),
        basis=needed.item.basis,
        why=needed.why,
        because=needed.because,
        visit=needed.visit,
        groups=groups_of(assessment, case.form, item_case.item),
        materials=materials_of(assessment, rows, catalogue, item_case.item, case.gap),
        results=results_for(case, item_case, rows, catalogue),
        review_points=_points(item_case, needed, now, looking.on),
        law=tuple(each.words for each in applied_law(case, item_case, now.runs, publishing.calendar(), looking.on)),
        opinion=_opinion(item_case.id),
        remedies=_remedies(catalogue.organs[item_case.organ].remedies),
        supplement=gathering(case, rows, looking),
        targets=targets_for(assessment, item_case.item),
        why_no_point=why_no_point(case, item_case, rows, looking),
        queue=queue_of(case, item_case, looking.on) if now.state.is_open else (),
        to_explain=facts.promise_over and item_case.explained_at is None and now.state in UNDER_REVIEW | DECIDED_ON,
        hearing=hearing_shown(item_case, needed.item, looking.on),
        inquiries=inquiries_of(item_case.id, catalogue.organs, looking.on),
        papers=_papers(case.id, needed.item.name, looking.who),
        timeline=timeline(case.id, catalogue, item_case.id),
        facts=facts,
    )


def _points(item_case: ItemCase, needed: NeededItem, now: AsOf, on: date) -> tuple[ReviewPoint, ...]:
    """The review points of the law in force: those of the filing, unless the law has changed since (domain §7-5)."""
    applied = applied_law(item_case.case, item_case, now.runs, publishing.calendar(), on)
    item = item_in_force(needed.item, applied)
    if item is needed.item:
        return needed.review_points
    answers, figures = answers_of(item_case.case.answers), publishing.version(item_case.case.catalogue_id).figures
    return tuple(point for point in item.review_points if judge(point.when, answers, figures).holds)


def _needed(assessment: Assessment, item: str) -> NeededItem:
    return next(each for each in assessment.items if each.item.code == item)


def _remedies(remedies: Remedies) -> tuple[str, ...]:
    return remedies_text(remedies)


def _papers(case_id: UUID, item_name: str, who: Who) -> tuple[PaperListed, ...]:
    return tuple(each for each in papers_of(case_id, Viewer(who=who)) if each.item in {"", item_name})


def _opinion(item_id: UUID) -> Opinion | None:
    last = PaperRecord.objects.filter(item_case_id=item_id, kind=ReviewOpinion.KIND).order_by("made_at").last()
    if last is None:
        return None
    data: dict[str, Any] = last.data
    return Opinion(
        by=last.maker_name,
        at=last.made_at,
        checks={each["code"]: (each["passed"], each["remark"]) for each in data["checks"]},
        proposal=data["proposal"],
        reasons=data["reasons"],
    )
