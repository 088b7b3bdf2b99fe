"""Files of applications that two organs reported in the demo, of made-up applicants: they show what could come next."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from yizheng.demo.desk import Desk
from yizheng.demo.shops import credit_code
from yizheng.law.items import Catalogue
from yizheng.statistics.commands import report
from yizheng.statistics.commands.reports import Reported
from yizheng.statistics.queries.candidates import WINDOWS, candidates

HEAD = ("事项编码或名称", "申请人统一社会信用代码", "申请日期", "国民经济行业代码")
FIRST, A_YEAR, APART = 2000, 360, 23
"""The first made-up applicant, beyond those of the stories; days over which they come; days between one's items."""


@dataclass(frozen=True)
class Together:
    """What so many applicants of a class of GB/T 4754 asked for, one item after another."""

    items: tuple[str, ...]
    applicants: int
    gbt: str


ASKED = (
    Together(("PUBL_RETAIL", "COPY_FILING"), 9, "5243"),
    Together(("PUBL_RETAIL", "COPY_FILING", "FOOD_PREPACK"), 14, "5243"),
    Together(("CINEMA", "ENTERTAIN", "FOOD_PREPACK"), 6, "8760"),
    Together(("SPORT_HIGHRISK", "DEVICE_II"), 5, "8930"),
    Together(("FOOD_SALE",), 12, "5212"),
    Together(("PUBL_RETAIL",), 7, "5243"),
)
ORGANS = ("WLTY", "SCJG")


def report_files(desk: Desk) -> None:
    """The lead department keeps one file of each of the two organs, unless some are kept already."""
    if candidates(desk.lead, desk.at(1), WINDOWS[1]).files:
        return
    for n, organ in enumerate(ORGANS):
        short = desk.city.catalogue.organs[organ].short
        file = Reported(organ, f"{short}近一年办件.csv", as_csv(organ, desk.city.catalogue, desk.city.today))
        report(file, who=desk.lead, at=desk.at(4, n))


def as_csv(organ: str, catalogue: Catalogue, today: date) -> bytes:
    """What one organ reports: its own items, by name."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEAD)
    for item, applicant, on, gbt in _applied(today):
        if catalogue.items[item].organ == organ:
            writer.writerow((catalogue.items[item].name, applicant, on.isoformat(), gbt))
    return text.getvalue().encode("utf-8-sig")


def _applied(today: date) -> Iterator[tuple[str, str, date, str]]:
    """Every application: who came first is spread over a year that ended a while ago."""
    place = 0
    for together in ASKED:
        for _ in range(together.applicants):
            place += 1
            began = today - timedelta(days=100 + place * 37 % A_YEAR)
            for n, item in enumerate(together.items):
                yield item, credit_code(FIRST + place), began + timedelta(days=n * APART), together.gbt
