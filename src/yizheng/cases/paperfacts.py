"""What the papers of an item-case are checked against, and what can be chosen on them in this case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from yizheng.cases.file import CaseFile, day_of
from yizheng.cases.gaps import missing_of
from yizheng.cases.law_in_force import applied_law, item_in_force
from yizheng.cases.models import Case, Hearing, Inquiry, ItemCase
from yizheng.cases.papers import moment
from yizheng.cases.queue import queue_of
from yizheng.cases.timing import answers_of, due_of, runs_of
from yizheng.catalogue import publishing
from yizheng.law.calendar import Calendar
from yizheng.law.clocks import Run, due
from yizheng.law.hearings import NOTICE_BASIS, NOTICE_TERM
from yizheng.law.inquiries import DEFENCE_BASIS, DEFENCE_TERM
from yizheng.law.items import Catalogue
from yizheng.law.papers import HearingCall, HearingRecord, Options, Paper, PaperFacts, asked, chinese_date
from yizheng.law.queue import Queued, ahead_of_mine
from yizheng.law.rules import judge
from yizheng.law.words import ClockName, InquiryKind, Role, State
from yizheng.people.queries import holders


@dataclass(frozen=True, slots=True)
class Choosing:
    """An item-case of a case, on a day, in which somebody chooses."""

    case: Case
    item_case: ItemCase
    on: date

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue of the case."""
        return publishing.version(self.case.catalogue_id)


def paper_facts(file: CaseFile, item_case: ItemCase, paper: Paper | None = None) -> PaperFacts:
    """What a paper of this item-case is checked against; only what it asks for is looked up."""
    answers, figures = answers_of(file.case.answers), file.catalogue.figures
    applied = applied_law(file.case, item_case, runs_of(item_case), file.calendar, file.today)
    item = item_in_force(file.item(item_case), applied)
    points = tuple(point.code for point in item.review_points if judge(point.when, answers, figures).holds)
    return PaperFacts(
        today=file.today,
        review_points=points,
        required_points=points,
        supplied=item_case.state == State.SUPPLIED,
        visited=item_case.visited_at is not None,
        gap_over=_is_over(ClockName.GAP, file, item_case),
        decided_on=day_of(item_case.decided_at) if item_case.decided_at else None,
        among=choosable((type(paper),) if paper else (), Choosing(file.case, item_case, file.today)),
        **_hearing_days(file, item_case, paper),
    )


def _is_over(clock: ClockName, file: CaseFile, item_case: ItemCase) -> bool:
    last = due_of(clock, runs_of(item_case), file.calendar)
    return last is not None and file.today > last


def notice_run(on: date) -> Run:
    """The count from the day a hearing is called to the first day on which it can be held (行政许可法 48(1)(1))."""
    return Run("hearing_notice", on, NOTICE_TERM, NOTICE_BASIS)


def defence_run(on: date) -> Run:
    """The count of the time to state one's view (行政许可法 36)."""
    return Run("defence", on, DEFENCE_TERM, DEFENCE_BASIS)


def last_told(item_case: ItemCase, calendar: Calendar) -> date | None:
    """The last day to hold the hearing that was asked for."""
    return due_of(ClockName.HEARING, runs_of(item_case), calendar)


def _hearing_days(file: CaseFile, item_case: ItemCase, paper: Paper | None) -> dict[str, Any]:
    if isinstance(paper, HearingCall):
        first = due(notice_run(file.today), file.calendar).on
        return {"hearing_from": first, "hearing_until": last_told(item_case, file.calendar)}
    if isinstance(paper, HearingRecord):
        set_for = Hearing.objects.filter(item_case_id=item_case.id).values_list("set_for", flat=True).first()
        return {"hearing_set_on": day_of(set_for) if set_for else None}
    return {}


def choosable(papers: Iterable[type[Paper]], choosing: Choosing) -> dict[str, Options]:
    """What can be chosen on these papers in this item-case, by the names that they use."""
    names = {how.among for paper in papers for how in asked(paper).values() if how.among}
    return {name: AMONG[name](choosing) for name in sorted(names)}


def _reviewers(choosing: Choosing) -> Options:
    """The reviewers of the item's section, or of the whole organ, but those who received the case (受审分离), and but
    who chairs its hearing (行政许可法 48(1)(3)).
    """
    item_case = choosing.item_case
    accepted = ItemCase.objects.filter(case_id=choosing.case.id).values_list("acceptor_id", flat=True)
    excepted = {person for person, pair in item_case.exceptions if pair == "receive-review"}
    barred = {choosing.case.receiver_id, *accepted} - excepted
    if item_case.hearing:
        barred |= set(Hearing.objects.filter(item_case_id=item_case.id).values_list("chair_id", flat=True))
    there = holders({Role.REVIEWER}, item_case.organ, item_case.section, choosing.on)
    return tuple(option for option in there if option[0] not in barred)


def _staff(choosing: Choosing) -> Options:
    """Everybody who may have a hand in this item: the hall and the organ."""
    item_case, on = choosing.item_case, choosing.on
    hall = holders({Role.WINDOW}, choosing.catalogue.zone.issuer, "", on)
    organ = holders({Role.REVIEWER, Role.DECIDER}, item_case.organ, item_case.section, on)
    return tuple(dict((*hall, *organ)).items())


def _gap(choosing: Choosing) -> Options:
    """The materials of this item that the applicant promised to hand in later, and has not yet."""
    catalogue = choosing.catalogue
    missing = missing_of(choosing.case, choosing.item_case.item, catalogue)
    return tuple((code, catalogue.materials[code].name) for code in missing)


def _ahead(choosing: Choosing) -> Options:
    """The applications for an item limited in number that were accepted before this one and are undecided."""
    queue = queue_of(choosing.case, choosing.item_case, choosing.on)
    return tuple((each.number, _told(each)) for each in ahead_of_mine(queue))


def _told(each: Queued) -> str:
    deemed = "，视为受理" if each.deemed else ""
    return f"{each.holder}（{each.number}，{moment(each.accepted_at)}受理{deemed}）"


def _chairs(choosing: Choosing) -> Options:
    """The people of the organ who have neither received the case nor examined this item (行政许可法 48(1)(3))."""
    item_case = choosing.item_case
    acceptors = ItemCase.objects.filter(case_id=choosing.case.id).values_list("acceptor_id", flat=True)
    took_part = {choosing.case.receiver_id, *acceptors, item_case.reviewer_id, *item_case.examined_by}
    roles = {Role.REVIEWER, Role.DECIDER, Role.HEAD}
    people = holders(roles, item_case.organ, item_case.section, choosing.on)
    return tuple((person, name) for person, name in people if person not in took_part)


def _organs(choosing: Choosing) -> Options:
    """The other organs, not asked already."""
    item_case = choosing.item_case
    but = {item_case.organ, *item_case.asked_organs}
    return tuple((code, organ.name) for code, organ in choosing.catalogue.organs.items() if code not in but)


def _inquiries(*kinds: InquiryKind) -> Callable[[Choosing], Options]:
    """The open inquiries of these kinds, by id; one to a party only as long as they may speak."""

    def options(choosing: Choosing) -> Options:
        found = Inquiry.objects.filter(item_case_id=choosing.item_case.id, kind__in=kinds, answered_at__isnull=True)
        still = [
            each
            for each in found.order_by("asked_at")
            if each.kind != InquiryKind.STATEMENT or (each.due_on and choosing.on <= each.due_on)
        ]
        return tuple((str(each.id), _called(each)) for each in still)

    return options


def _called(inquiry: Inquiry) -> str:
    """What an inquiry is called where one is chosen."""
    if inquiry.party:
        return inquiry.party
    return f"{InquiryKind(inquiry.kind).label}，{inquiry.asked_by}{chinese_date(day_of(inquiry.asked_at))}"


AMONG: Mapping[str, Callable[[Choosing], Options]] = {
    "reviewers": _reviewers,
    "staff": _staff,
    "gap": _gap,
    "ahead": _ahead,
    "chairs": _chairs,
    "organs": _organs,
    "opinions": _inquiries(InquiryKind.OPINION),
    "parties": _inquiries(InquiryKind.STATEMENT),
    "urgings": _inquiries(InquiryKind.URGING, InquiryKind.SUPERVISION),
}
"""What papers let somebody choose from, by name."""
