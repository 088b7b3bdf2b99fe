"""The folder `regulations/calendar/` read into a `Calendar`; a fault names the file and the row."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import ErrorDetails

from yizheng.catalogue.text.documents import Document, head_of, read_document
from yizheng.catalogue.text.faults import CatalogueFaulty, Fault
from yizheng.law.calendar import Calendar, YearCalendar, day_fault, makeup_fault


class Festival(BaseModel):
    """One row of a notice: the days off, single or as [from, to], and the rest days worked instead (调休)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(min_length=1)
    days_off: tuple[date | tuple[date, date], ...]
    workdays: tuple[date, ...] = ()
    notice: str = ""
    note: str = ""

    def off(self) -> list[date]:
        """Every day off of this row, spans unrolled."""
        days: list[date] = []
        for entry in self.days_off:
            start, end = entry if isinstance(entry, tuple) else (entry, entry)
            days += [start + timedelta(days=n) for n in range((end - start).days + 1)]
        return days

    @model_validator(mode="after")
    def _spans_run_forward(self) -> Self:
        for entry in self.days_off:
            if isinstance(entry, tuple) and entry[0] > entry[1]:
                raise ValueError(f"起止日期颠倒：{entry[0]} 至 {entry[1]}")
        return self


class YearFile(BaseModel):
    """One file of the folder; an official year must carry its notice's number and date."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    year: int = Field(ge=1949, le=9998)
    status: Literal["official", "provisional"]
    notice: str
    published_on: date | None = None
    basis: str = Field(min_length=1)
    confidence: Literal["confirmed", "unconfirmed"]
    festivals: tuple[Festival, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _official_is_cited(self) -> Self:
        if self.status == "official" and not (self.notice and self.published_on):
            raise ValueError("正式日历（official）必须写明放假通知的文号（notice）和日期（published_on）")
        return self


def load_calendar(folder: Path) -> Calendar:
    """The calendar of all `<year>.yaml` files of a folder, read again whenever a file has changed, as by a new notice.

    Raises CatalogueFaulty with every fault, by file and row; NoCalendar when a year between two others is missing.
    """
    files = sorted(folder.glob("*.yaml"))
    return _loaded(tuple((file, *_stamp(file)) for file in files))


def _stamp(file: Path) -> tuple[int, int]:
    """What changes when a file is written anew: the time (ns) and its size (bytes)."""
    told = file.stat()
    return told.st_mtime_ns, told.st_size


@lru_cache(maxsize=8)
def _loaded(stamped: tuple[tuple[Path, int, int], ...]) -> Calendar:
    files = [file for file, *_ in stamped]
    if not files:
        raise CatalogueFaulty([Fault("calendar", 0, "文件齐全", "没有工作日历文件（例如 2026.yaml）")])
    years: list[YearCalendar] = []
    faults: list[Fault] = []
    for file in files:
        try:
            years.append(_year(read_document(head_of(file), f"calendar/{file.name}"), file.stem))
        except CatalogueFaulty as error:
            faults += error.faults
    if faults:
        raise CatalogueFaulty(faults)
    return Calendar(years)


def _year(document: Document, stem: str) -> YearCalendar:
    """One file as a year. Raises CatalogueFaulty."""
    try:
        year = YearFile.model_validate(document.data)
    except ValidationError as error:
        raise CatalogueFaulty([_shape_fault(document, each) for each in error.errors(include_url=False)]) from error
    if stem != str(year.year):
        row = document.row("year")
        raise CatalogueFaulty([Fault(document.file, row, "文件名与年份一致", f"应叫 {year.year}.yaml")])
    off: dict[date, str] = {}
    work: dict[date, str] = {}
    faults: list[Fault] = []
    for place, festival in enumerate(year.festivals):
        for listed, days, fault_of in ((festival.off(), off, day_fault), (festival.workdays, work, makeup_fault)):
            for day in listed:
                if said := fault_of(year.year, day) or _twice(day, off, work):
                    row = document.row("festivals", place, "days_off" if days is off else "workdays")
                    faults.append(Fault(document.file, row, "放假安排", f"{festival.name}：{said}"))
                days[day] = festival.name
    if faults:
        raise CatalogueFaulty(faults)
    return YearCalendar(year.year, year.status, year.notice, year.basis, off, work, _other_notices(year))


def _other_notices(year: YearFile) -> dict[date, str]:
    return {
        day: festival.notice
        for festival in year.festivals
        if festival.notice
        for day in (*festival.off(), *festival.workdays)
    }


def _twice(day: date, *seen: dict[date, str]) -> str:
    return next((f"{day}已列在“{days[day]}”中" for days in seen if day in days), "")


def _shape_fault(document: Document, error: ErrorDetails) -> Fault:
    said = error["msg"].removeprefix("Value error, ")
    where = ".".join(str(part) for part in error["loc"])
    sentence = f"“{where}”：{said}" if where else said
    return Fault(document.file, document.row(*error["loc"]), "字段和类型", sentence)
