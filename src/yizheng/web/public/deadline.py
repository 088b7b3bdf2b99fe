"""期限计算: any limit counted day by day, open to all; pages that name a day without its count link here."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yizheng.cases.queries.dates import MOST, TOO_LONG, Count, any_limit
from yizheng.catalogue import publishing
from yizheng.law.calendar import NoCalendar
from yizheng.law.clocks import Term, Unit
from yizheng.ledger.command import Refused
from yizheng.web.kinds import reads

UNITS = {Unit.WORKING_DAY: "个工作日", Unit.CALENDAR_DAY: "日（自然日）", Unit.MONTH: "个月"}
WRONG_DAY = "「从哪天起」请选一个日期，例如 2026-03-02。"


@reads
def deadline(request: HttpRequest) -> HttpResponse:
    """When a limit ends, and why that day."""
    typed = {name: request.GET.get(name, "")[:10] for name in ("since", "n", "unit", "rolls")}
    said: dict[str, object] = {"typed": typed, "units": UNITS, "count": None, "sentence": ""}
    if "since" in request.GET:
        try:
            said["count"] = _count(typed)
        except (Refused, NoCalendar) as sorry:
            said["sentence"] = str(sorry)
    return render(request, "public/deadline.html", said, status=422 if said["sentence"] else 200)


def _count(typed: dict[str, str]) -> Count:
    """The limit that was asked for. Raises Refused, NoCalendar."""
    unit = Unit(typed["unit"]) if typed["unit"] in set(Unit) else Unit.WORKING_DAY
    try:
        since = date.fromisoformat(typed["since"])
    except ValueError as wrong:
        raise Refused(WRONG_DAY) from wrong
    if not (typed["n"].isascii() and typed["n"].isdecimal()):
        raise Refused(TOO_LONG.format(MOST[unit]))
    return any_limit(since, Term(int(typed["n"]), unit, bool(typed["rolls"])), publishing.calendar())
