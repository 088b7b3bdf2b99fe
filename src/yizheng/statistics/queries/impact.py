"""The impact of a change: what is open, drafted, granted and told that it concerns, and what is made anew (S-022).

Open cases stay on the version they were filed under (domain §7-5); drafts are asked anew; permits stay as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet

from yizheng.cases.file import day_of
from yizheng.cases.models import Case, ItemCase, Notice
from yizheng.catalogue.models import CatalogueVersion
from yizheng.catalogue.revisions.concern import Concern
from yizheng.law.words import ENDS, HOLDING, CaseState, Standing
from yizheng.licences.models import Permit
from yizheng.statistics.names import Named, Names

OPEN = tuple(state for state in CaseState if state.is_open)
FILED = tuple(state for state in CaseState if state not in {CaseState.DRAFT, CaseState.EXPIRED})
LIVE = (*sorted(HOLDING), Standing.SUSPENDED)
"""A suspended permit can come back into force: it is concerned, too."""

NOTICE_DAYS = 90
"""A draft is kept as long: who was told something earlier has to be told anew in any case."""

DOCUMENTS = ("办事指南", "办理流程图", "申请表", "填写示范", "宣传页（A4）", "海报（A3）", "工作规范")
"""What is made from the data of an industry, and is made anew with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCount:
    """How many open item-cases of one industry and item are pinned to one version."""

    industry: Named
    item: Named
    version: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftCount:
    """How many drafts of one industry were last asked by one version."""

    industry: Named
    version: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many of an item's permits, or of an industry's notices."""

    of: Named
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """Everything a change concerns, counted; ``itself`` and ``because`` as in `Concern`, with names."""

    industries: tuple[Named, ...]
    open: tuple[OpenCount, ...]
    open_cases: int
    drafts: tuple[DraftCount, ...]
    permits: tuple[Counted, ...]
    licences: int
    notices: tuple[Counted, ...]
    notices_since: date

    @property
    def open_items(self) -> int:
        """How many open item-cases."""
        return sum(each.number for each in self.open)

    @property
    def open_drafts(self) -> int:
        """How many drafts."""
        return sum(each.number for each in self.drafts)

    @property
    def live_permits(self) -> int:
        """How many permits."""
        return sum(each.number for each in self.permits)

    @property
    def given_notices(self) -> int:
        """How many notices."""
        return sum(each.number for each in self.notices)


def impact(concern: Concern, names: Names, at: datetime, days: int = NOTICE_DAYS) -> Impact:
    """What a change concerns at a moment, with the notices of the last ``days`` days; in seven statements."""
    since = at - timedelta(days=days)
    versions = dict(CatalogueVersion.objects.values_list("id", "number"))
    items = open_items(concern)
    drafts = Case.objects.filter(state=CaseState.DRAFT, industry__in=concern.industries)
    permits = live_permits(concern, day_of(at))
    notices = Notice.objects.filter(industry__in=concern.industries, given_at__gte=since)
    return Impact(
        industries=tuple(names.industry(code) for code in concern.industries),
        open=tuple(
            OpenCount(industry=names.industry(code), item=names.item(item), version=versions[version], number=number)
            for code, item, version, number in _counted(items, "case__industry", "item", "case__catalogue_id")
        ),
        open_cases=items.aggregate(cases=Count("case", distinct=True))["cases"],
        drafts=tuple(
            DraftCount(industry=names.industry(code), version=versions[version], number=number)
            for code, version, number in _counted(drafts, "industry", "catalogue_id")
        ),
        permits=tuple(Counted(of=names.item(code), number=number) for code, number in _counted(permits, "item")),
        licences=permits.filter(licence__version__gt=0).aggregate(of=Count("licence", distinct=True))["of"],
        notices=tuple(
            Counted(of=names.industry(code), number=number) for code, number in _counted(notices, "industry")
        ),
        notices_since=day_of(since),
    )


def open_items(concern: Concern) -> QuerySet[ItemCase]:
    """The item-cases that a change concerns and that somebody still has to decide, whatever version they are on."""
    theirs = Q(item__in=sorted(concern.items)) | Q(case__industry__in=sorted(concern.itself))
    return ItemCase.objects.filter(theirs, case__state__in=OPEN).exclude(state__in=sorted(ENDS))


def live_permits(concern: Concern, on: date) -> QuerySet[Permit]:
    """The permits that a change concerns and that stand on a day, by an act and by the calendar (行政许可法 50, 70)."""
    theirs = Q(item__in=sorted(concern.items))
    if concern.itself:
        cases = Case.objects.filter(state__in=FILED, industry__in=sorted(concern.itself))
        theirs |= Q(licence__in=cases.values("id"))
    not_run_out = Q(until_on__isnull=True) | Q(until_on__gte=on) | Q(renewed_until_on__gte=on)
    return Permit.objects.filter(theirs, not_run_out, standing__in=LIVE)


def _counted(rows: QuerySet[Any], *columns: str) -> list[tuple[Any, ...]]:
    """How many rows have the same values in these columns, in their order."""
    return list(rows.values_list(*columns).annotate(number=Count("pk")).order_by(*columns))
