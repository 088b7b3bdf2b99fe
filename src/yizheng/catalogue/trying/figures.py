"""What a situation costs an applicant, all in one application or every item for itself, worked out from the data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor

from yizheng.catalogue.trying.applicants import situations
from yizheng.law.clocks import Term, Unit
from yizheng.law.intake import Assessment, NeededItem, assess
from yizheng.law.items import Catalogue, Industry

WORKDAYS_A_YEAR, DAYS_A_YEAR, MONTHS_A_YEAR = 248, 365, 12
"""365 days less 104 days of rest and 13 festivals (人社部发〔2025〕2号): how other units become working days."""

STEPS = 3
"""What one application takes: asking what is needed, handing in, fetching the certificate; a visit is one more."""

TRIES = 40
"""Made-up applicants, besides who needs least and who needs most, among whom the one in the middle is found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Steps 环节, materials 材料, fields 字段 and visits 现场核查 of one applicant, and the limit in working days."""

    steps: int
    materials: int
    fields: int
    visits: int
    days: int


PUDONG = {"days": (95, 5), "materials": (53, 10), "fields": (313, 98)}
"""A convenience store in 上海浦东 before and after 一业一证, as its government made known: the figures to beat."""

NAMES = {"steps": "办理环节", "materials": "材料", "fields": "填写字段", "visits": "现场核查", "days": "工作日"}
"""The measures, in the words of the policy."""


def spared(apart: int, together: int) -> int:
    """How much less it is, in whole per cent, rounded down."""
    return (apart - together) * 100 // apart if apart else 0


@dataclass(frozen=True)
class Comparison:
    """One applicant's figures, in one application and every item for itself."""

    assessment: Assessment

    @cached_property
    def together(self) -> Figures:
        """One form, one set of materials, one visit for what is checked together, the promised limits side by side."""
        joint = set(self.assessment.industry.inspection)
        visited = [needed.item.code for needed in self.assessment.items if needed.visit]
        visits = sum(code not in joint for code in visited) + any(code in joint for code in visited)
        return Figures(
            steps=STEPS + visits,
            materials=sum(each.asked for each in self.assessment.materials),
            fields=len(self.assessment.fields),
            visits=visits,
            days=max((workdays(needed.promised.term, up=True) for needed in self.assessment.items), default=0),
        )

    @cached_property
    def apart(self) -> Figures:
        """Each item with a form, materials, a visit and the statutory limit of its own, one item after the other.

        What an organ looks at during the visit only is counted on neither side.
        """
        items = self.assessment.items
        visits = sum(needed.visit for needed in items)
        uses = [use for material in self.assessment.materials for use in material.uses]
        return Figures(
            steps=STEPS * len(items) + visits,
            materials=sum(not use.at_check for use in uses),
            fields=sum(len(self._form(needed)) for needed in items),
            visits=visits,
            days=sum(workdays(needed.statutory.term, up=False) for needed in items),
        )

    def of(self, measure: str) -> tuple[int, int]:
        """One measure: every item for itself, and in one application."""
        return getattr(self.apart, measure), getattr(self.together, measure)

    @property
    def slowest(self) -> int:
        """The longest statutory limit, in working days: so long it takes whoever applies for all at once by himself."""
        return max((workdays(each.statutory.term, up=False) for each in self.assessment.items), default=0)

    @property
    def weight(self) -> tuple[int, ...]:
        """What is compared to say of whom more is asked."""
        apart = self.apart
        return len(self.assessment.items), apart.materials, apart.fields, apart.days

    def _form(self, needed: NeededItem) -> set[str]:
        return {spec.code for spec in (*self.assessment.shared_fields, *needed.fields)}


@dataclass(frozen=True, slots=True)
class IndustryFigures:
    """The applicants of one industry who stand for the others: the one in the middle, and who needs most."""

    industry: Industry
    middle: Comparison
    fullest: Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class Burden:
    """What one item asks beyond all others of the same application, and its promised limit in working days."""

    needed: NeededItem
    materials: int
    fields: int
    days: int


def workdays(term: Term, *, up: bool) -> int:
    """A limit in working days; other units are counted so that the present way is never made to look worse than it is:
    ``up`` for what is promised, down for what it is compared with.
    """
    a_year = {Unit.WORKING_DAY: WORKDAYS_A_YEAR, Unit.CALENDAR_DAY: DAYS_A_YEAR, Unit.MONTH: MONTHS_A_YEAR}[term.unit]
    days = term.n * WORKDAYS_A_YEAR / a_year
    return ceil(days) if up else floor(days)


def figures_of(catalogue: Catalogue) -> tuple[IndustryFigures, ...]:
    """The figures of every industry in which somebody may apply, in the order of their codes."""
    found = (industry_figures(catalogue.industries[code], catalogue) for code in sorted(catalogue.industries))
    return tuple(each for each in found if each)


def industry_figures(industry: Industry, catalogue: Catalogue) -> IndustryFigures | None:
    """The figures of those who may apply; where somebody gets a comprehensive licence, of those who do."""
    found = [assess(industry, answers, catalogue) for answers in situations(industry, catalogue, TRIES)]
    may = [each for each in found if each.items and not each.stops]
    several = [each for each in may if len(each.items) > 1]
    ranked = sorted((Comparison(each) for each in several or may), key=lambda each: each.weight)
    return IndustryFigures(industry, ranked[len(ranked) // 2], ranked[-1]) if ranked else None


def burdens(assessment: Assessment) -> tuple[Burden, ...]:
    """The items by what they alone ask, most first."""
    times = Counter(spec.code for needed in assessment.items for spec in needed.fields)
    shared = {spec.code for spec in assessment.shared_fields}
    alone = Counter(each.uses[0].item for each in assessment.materials if each.asked and len(each.uses) == 1)
    found = (
        Burden(
            needed=needed,
            materials=alone[needed.item.code],
            fields=sum(times[spec.code] == 1 and spec.code not in shared for spec in needed.fields),
            days=workdays(needed.promised.term, up=True),
        )
        for needed in assessment.items
    )
    return tuple(sorted(found, key=lambda each: -(each.materials + each.fields)))


def groups_of_fields(assessment: Assessment) -> Mapping[str, int]:
    """How many fields the form has under each of its headings besides those that everybody is asked, most first."""
    own = (spec for needed in assessment.items for spec in needed.asks)
    return dict(Counter(spec.group for spec in own).most_common())
