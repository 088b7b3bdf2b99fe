"""What a case calls for: the answers of its applicant before a catalogue, or the items that it is about alone."""

from __future__ import annotations

from yizheng.cases.models import Case
from yizheng.cases.timing import answers_of
from yizheng.law.intake import Assessment, assess
from yizheng.law.items import Catalogue


def assessed(case: Case, catalogue: Catalogue) -> Assessment:
    """What this case calls for by a version of the catalogue."""
    return assess(catalogue.industries[case.industry], answers_of(case.answers), catalogue, case.only)
