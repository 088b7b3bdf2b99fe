"""The life of a statutory permit 法定许可: its number, its term, how it stands on a day (行政许可法 39, 50, 69, 70)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Literal

from yizheng.law.items import Item, Zone
from yizheng.law.numbers import food_permit_number
from yizheng.law.words import HOLDING, Standing

Asked = Literal["change", "renewal"]
"""What the holder of a permit may ask for."""


def permit_number(item: Item, zone: Zone, year: int, serial: int) -> str:
    """The number of the statutory certificate; where no national rule is certain, the organ's pattern (domain §3.7)."""
    if item.certificate.scheme == "food":
        return food_permit_number(item.certificate.food_kind, zone.food_region, serial)
    return item.certificate.pattern.format(year=year, serial=f"{serial:05d}", region=zone.region)


def permit_series(item: Item, year: int) -> str:
    """In what the numbers of an item's permits are counted: anew each year only where the number says the year."""
    yearly = item.certificate.scheme == "plain" and "{year}" in item.certificate.pattern
    return f"permit:{item.code}:{year}" if yearly else f"permit:{item.code}"


def last_day(from_on: date, years: int | None) -> date | None:
    """The last day of a term of whole years: 2026-03-19 for 5 years holds until 2031-03-18; None is 长期."""
    if years is None:
        return None
    try:
        anniversary = from_on.replace(year=from_on.year + years)
    except ValueError:
        anniversary = date(from_on.year + years, 3, 1)
    return anniversary - timedelta(days=1)


def why_last_day(from_on: date, until_on: date | None) -> str:
    """Why a term of whole years ends on that day, in words (民法典 202); empty for another term, and for 长期."""
    years = (until_on + timedelta(days=1)).year - from_on.year if until_on else 0
    if until_on is None or last_day(from_on, years) != until_on:
        return ""
    begun = f"{from_on.year}年{from_on.month}月{from_on.day}日"
    return f"自{begun}起{years}年，当日计入，到第{years}年对应日的前一天24时为止"


def settled(to: Standing, waiting: Collection[Asked], *, by_law: bool = False) -> Standing:
    """How a permit stands after a step to ``to``, while these requests of its holder wait for a decision.

    ``by_law``: the law has answered the renewal that waits (行政许可法 50(2)).
    """
    if to not in HOLDING or to == Standing.DEEMED_RENEWED:
        return to
    if "renewal" in waiting:
        return Standing.DEEMED_RENEWED if by_law else Standing.RENEWING
    return Standing.CHANGING if "change" in waiting else Standing.IN_FORCE


def nothing_left_to_decide(to: Standing, waiting: Collection[Asked], *, by_law: bool) -> bool:
    """Whether a step to ``to`` leaves nothing that the holder asked for to be decided any more (行政许可法 70).

    Only what has expired can come back, by a renewal that nobody has answered yet (50(2)).
    """
    if to == Standing.EXPIRED:
        return "renewal" not in waiting or by_law
    return to not in {*HOLDING, Standing.SUSPENDED}


def lapse_on(standing: Standing, until_on: date | None, renewed_until_on: date | None, on: date) -> Standing | None:
    """How a permit stands from midnight after its last day, when that has passed by ``on``; None when it has not.

    ``renewed_until_on`` is until when the law renews it, because a renewal applied for in time is undecided (行政许可法
    50(2)); without one it has expired (70(1)).
    """
    if until_on is None or on <= until_on or standing not in {*HOLDING, Standing.SUSPENDED}:
        return None
    if renewed_until_on is None:
        return Standing.EXPIRED
    return Standing.SUSPENDED if standing == Standing.SUSPENDED else Standing.DEEMED_RENEWED


def stands_on(
    standing: Standing, until_on: date | None, renewed_until_on: date | None, on: date
) -> tuple[Standing, date | None]:
    """How a permit stands on a day and until when: by an act, else by the calendar alone (行政许可法 50(2), 70(1))."""
    lapsed = lapse_on(standing, until_on, renewed_until_on, on)
    if lapsed is None or lapsed == Standing.EXPIRED:
        return lapsed or standing, until_on
    return stands_on(lapsed, renewed_until_on, None, on)
