"""What the papers of an item-case are checked against, and what can be chosen on them in this case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from yizheng.cases.file import CaseFile
from yizheng.cases.gaps import missing_of
from yizheng.cases.law_in_force import applied_law, item_in_force
from yizheng.cases.models import Case, ItemCase
from yizheng.cases.papers import moment
from yizheng.cases.queue import queue_of
from yizheng.cases.timing import answers_of, due_of, runs_of
from yizheng.catalogue import publishing
from yizheng.law.items import Catalogue
from yizheng.law.papers import Options, Paper, PaperFacts, asked
from yizheng.law.queue import Queued, ahead_of_mine
from yizheng.law.rules import judge
from yizheng.law.words import ClockName, Role, State
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
        among=choosable((type(paper),) if paper else (), Choosing(file.case, item_case, file.today)),
    )


def _is_over(clock: ClockName, file: CaseFile, item_case: ItemCase) -> bool:
    last = due_of(clock, runs_of(item_case), file.calendar)
    return last is not None and file.today > last


def choosable(papers: Iterable[type[Paper]], choosing: Choosing) -> dict[str, Options]:
    """What can be chosen on these papers in this item-case, by the names that they use."""
    names = {how.among for paper in papers for how in asked(paper).values() if how.among}
    return {name: AMONG[name](choosing) for name in sorted(names)}


def _reviewers(choosing: Choosing) -> Options:
    """The reviewers of the item's section, or of the whole organ."""
    return holders({Role.REVIEWER}, choosing.item_case.organ, choosing.item_case.section, choosing.on)


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


AMONG: Mapping[str, Callable[[Choosing], Options]] = {
    "reviewers": _reviewers,
    "staff": _staff,
    "gap": _gap,
    "ahead": _ahead,
}
"""What papers let somebody choose from, by name."""
