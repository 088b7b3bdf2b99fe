"""The life of a statutory permit 法定许可: its number, its term, how it stands on a day (行政许可法 39, 69, 70)."""

from __future__ import annotations

from datetime import date, timedelta

from yizheng.law.items import Item, Zone
from yizheng.law.numbers import food_permit_number
from yizheng.law.words import Standing


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


def standing_on(standing: Standing, until_on: date | None, on: date) -> Standing:
    """How a permit stands on a day: an act decides, else it expires after its last day (行政许可法 70(1))."""
    if standing == Standing.IN_FORCE and until_on is not None and on > until_on:
        return Standing.EXPIRED
    return standing
