"""Ratings 好差评 as pages show them; an organ reads what was said and never who said it (domain §2.12)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yizheng.cases.file import day_of
from yizheng.cases.models import Case, ItemCase, Rating
from yizheng.cases.queries.as_of import DueDay, near
from yizheng.cases.queries.seats import names_on
from yizheng.cases.ratings import answers_for, name_of, rated_services
from yizheng.catalogue import publishing
from yizheng.law.authority import Who
from yizheng.law.ratings import GRADES, answer_run
from yizheng.ledger.command import NotFound

MOST = 100
"""Ratings on the list; the first due stand first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedService:
    """One service of a case, with what the applicant has said of it; grade 0 where nothing was said."""

    code: str
    name: str
    grade: int
    answer: str

    @property
    def label(self) -> str:
        """What the grade is called."""
        return GRADES.get(self.grade, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class BadRating:
    """A bad rating that waits for an answer: no case, no name, nothing by which the rater is known."""

    id: UUID
    name: str
    grade: str
    words: str
    rated_on: date
    due: DueDay


def services_of(case_id: UUID) -> tuple[RatedService, ...]:
    """The services of a case that have reached the applicant."""
    case = Case.objects.get(id=case_id)
    catalogue = publishing.version(case.catalogue_id)
    said = {each.organ: each for each in Rating.objects.filter(case_id=case_id)}
    rows = ItemCase.objects.filter(case_id=case_id).order_by("place")
    return tuple(
        RatedService(
            code=code,
            name=name_of(code, catalogue),
            grade=said[code].grade if code in said else 0,
            answer=said[code].outcome if code in said else "",
        )
        for code in rated_services(rows)
    )


def bad_ratings(who: Who, on: date) -> tuple[BadRating, ...]:
    """The bad ratings that this person's organ still has to answer, the first due first."""
    names = names_on(on)
    services = answers_for(who, names.zone.issuer)
    waiting = Rating.objects.filter(due_on__isnull=False, closed_at__isnull=True)
    if services is not None:
        waiting = waiting.filter(organ__in=sorted(services))
    found = []
    for each in waiting.order_by("due_on", "id")[:MOST]:
        run = answer_run(each.grade, day_of(each.rated_at))
        assert run is not None  # a rating that is due is a bad one
        found.append(
            BadRating(
                id=each.id,
                name=name_of(each.organ, names),
                grade=GRADES[each.grade],
                words=each.words,
                rated_on=day_of(each.rated_at),
                due=near(run, publishing.calendar(), on),
            )
        )
    return tuple(found)


def case_of_rating(rating_id: UUID) -> UUID:
    """The case behind a rating, which its page does not show. Raises NotFound."""
    found = Rating.objects.filter(id=rating_id).values_list("case_id", flat=True).first()
    if found is None:
        raise NotFound("没有这条评价。")
    return found
