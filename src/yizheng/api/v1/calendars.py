"""Working days of a year, and any limit counted day by day: for everybody, without signing in."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from yizheng.api.refusals import Told
from yizheng.api.v1.counts import CountTold
from yizheng.cases.queries.dates import MOST, any_limit
from yizheng.catalogue import publishing
from yizheng.law.clocks import Term, Unit
from yizheng.ledger.command import NotFound

router = Router(tags=["日历和期限"])


class DayNamed(Schema):
    """A day that the notice names."""

    day: date
    festival: str
    notice: str


class YearTold(Schema):
    """A year's working days as the State Council fixed them; ``provisional`` until its notice is out."""

    year: int
    status: Literal["official", "provisional"]
    notice: str
    basis: str
    working_days: int
    days_off: list[DayNamed]
    workdays: list[DayNamed]


@router.get("/calendar/{int:year}", auth=None, response={200: YearTold, 404: Told}, summary="一年的工作日")
def calendar(request: HttpRequest, year: int) -> YearTold:
    """放假日和调休上班日，各注明通知的文号；没有载入的年份回 404，不猜。"""
    days = publishing.calendar()
    if year not in days.years:
        raise NotFound(str(year))
    told, new_year = days.year(year), date(year, 1, 1)
    return YearTold(
        year=year,
        status=told.status,
        notice=told.notice,
        basis=told.basis,
        working_days=days.workdays_between(new_year, date(year, 12, 31)) + days.is_workday(new_year),
        days_off=[_named(day, told.days_off[day], told.source_of(day)) for day in sorted(told.days_off)],
        workdays=[_named(day, told.workdays[day], told.source_of(day)) for day in sorted(told.workdays)],
    )


def _named(day: date, festival: str, notice: str) -> DayNamed:
    return DayNamed(day=day, festival=festival, notice=notice)


class Limit(Schema):
    """A limit to be counted: from when (not counted itself), how long, in what; rolled on past rest days or not."""

    since: date
    n: Annotated[int, Field(ge=0, le=max(MOST.values()))]
    unit: Unit = Unit.WORKING_DAY
    rolls: bool = False


@router.get("/deadline", auth=None, response={200: CountTold, 422: Told}, summary="任何期限哪天届满，逐日说明")
def deadline(request: HttpRequest, limit: Query[Limit]) -> CountTold:
    """`unit`：wd 工作日，cal 自然日，month 月；`rolls`：最后一日休息的顺延（民法典第二百零三条，救济期限用）。"""
    return CountTold.of(any_limit(limit.since, Term(limit.n, limit.unit, limit.rolls), publishing.calendar()))
