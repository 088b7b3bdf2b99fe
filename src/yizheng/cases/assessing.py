"""What a case calls for: the answers of its applicant before a catalogue, or the items that it is about alone."""

from __future__ import annotations

from uuid import UUID

from yizheng.cases.models import Case
from yizheng.cases.timing import answers_of
from yizheng.catalogue import publishing
from yizheng.law.intake import Assessment, assess
from yizheng.law.items import Catalogue
from yizheng.law.renewed import standing
from yizheng.law.rules import Answer


def assessed(case: Case, catalogue: Catalogue) -> Assessment:
    """What this case calls for by a version of the catalogue."""
    return assess(catalogue.industries[case.industry], answers_of(case.answers), catalogue, case.only)


def answers_under(case: Case, current: UUID) -> dict[str, Answer]:
    """The answers of a draft that still stand under the version in force (domain §4.5(4))."""
    answers = answers_of(case.answers)
    if current == case.catalogue_id:
        return answers
    before, now = (publishing.version(each).industries[case.industry] for each in (case.catalogue_id, current))
    return standing(before, now, answers)
