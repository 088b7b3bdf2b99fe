"""The candidates for the next industries, from our own cases and what the organs reported, in words (S-018)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from uuid import UUID

from django.db.models import Count, Max

from yizheng.cases.file import CHINA, day_of
from yizheng.cases.models import Case, ItemCase
from yizheng.catalogue import publishing
from yizheng.law.authority import Who
from yizheng.law.words import Role
from yizheng.ledger.command import NotFound
from yizheng.statistics.applicants import digest_of
from yizheng.statistics.candidates import Applied, Candidate, Ranking, ranking
from yizheng.statistics.models import ReportedApplication, ReportedFile
from yizheng.statistics.names import Named, Names
from yizheng.statistics.reported import kept_from

WINDOWS = (90, 180, 365)
"""Days within which applications of one applicant count as one undertaking; the second is the usual one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateShown:
    """A candidate with the names of its items, organs and the nearest industry, and the figures behind its place."""

    found: Candidate
    items: tuple[Named, ...]
    organs: tuple[str, ...]
    nearest: Named | None
    missing: tuple[str, ...]
    window: int

    @property
    def words(self) -> str:
        """Why it stands where it stands."""
        found, items = self.found, len(self.items)
        return (
            f"有{found.applicants}家申请人在{self.window}天之内把这{items}项都申请了，要找{len(self.organs)}个机关"
            f"（{'、'.join(self.organs)}），每年约{found.applications}件申请。合成一个行业，每家由申请{items}次变为1次，"
            f"每年约少申请{found.spared}次。"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class FileShown:
    """A file that was reported."""

    id: UUID
    organ: str
    name: str
    rows: int
    first_on: date
    last_on: date
    reported_at: datetime
    reported_by: str
    taken_back_at: datetime | None
    taken_back_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """The page: the candidates, from how much they were found, and the files, the newest first."""

    window: int
    rows: tuple[CandidateShown, ...]
    ranking: Ranking
    files: tuple[FileShown, ...]
    organs: tuple[Named, ...]


def candidates(who: Who, at: datetime, window: int) -> Candidates:
    """The ranking for applications within ``window`` days of each other. Raises NotFound for all but the lead."""
    if not who.has(Role.LEAD):
        raise NotFound("另一种职责的页面。")
    version = publishing.in_force_id(at)
    catalogue = publishing.version(version)
    files = list(ReportedFile.objects.order_by("-reported_at"))
    own = Case.objects.filter(received_at__isnull=False).aggregate(Count("pk"), Max("received_at"))
    live = tuple(each.pk for each in files if each.taken_back_at is None)
    state = (version, live, *own.values())
    found = _ranking(state, day_of(at), window)
    names = Names((catalogue,))
    return Candidates(
        window=window,
        rows=tuple(_shown(each, names, window) for each in found.candidates),
        ranking=found,
        files=tuple(_file(each, names) for each in files),
        organs=tuple(Named(code=code, name=organ.name) for code, organ in catalogue.organs.items()),
    )


@lru_cache(maxsize=8)
def _ranking(state: tuple[object, ...], on: date, window: int) -> Ranking:
    """Worked out once while nothing changes: ``state`` says the version, the files, how many cases there are."""
    version = state[0]
    assert isinstance(version, UUID)  # as it was called above
    catalogue = publishing.version(version)
    industries = {
        code: frozenset(use.item for use in industry.items) for code, industry in catalogue.industries.items()
    }
    since = kept_from(on)
    # what an organ reports may have been filed here, too: it counts once
    once = {(each.applicant, each.item, each.on): each for each in (*_own(since), *_reported(since))}
    return ranking(list(once.values()), industries, timedelta(days=window))


def _own(since: date) -> Iterator[Applied]:
    """What was applied for here."""
    begun = datetime.combine(since, time(), CHINA)
    rows = ItemCase.objects.filter(case__received_at__gte=begun).exclude(case__holder_code="")
    for holder, item, organ, at in rows.values_list("case__holder_code", "item", "organ", "case__received_at"):
        assert at is not None  # by the filter
        yield Applied(digest_of(holder), item, organ, day_of(at))


def _reported(since: date) -> Iterator[Applied]:
    rows = ReportedApplication.objects.filter(on__gte=since, file__taken_back_at__isnull=True)
    for applicant, item, organ, on, gbt in rows.values_list("applicant", "item", "file__organ", "on", "gbt"):
        yield Applied(applicant, item, organ, on, gbt)


def _shown(each: Candidate, names: Names, window: int) -> CandidateShown:
    return CandidateShown(
        found=each,
        items=tuple(names.item(code) for code in each.items),
        organs=tuple(names.entry(("organs", code)) for code in each.organs),
        nearest=names.industry(each.nearest) if each.nearest else None,
        missing=tuple(names.item(code).name for code in each.missing),
        window=window,
    )


def _file(each: ReportedFile, names: Names) -> FileShown:
    return FileShown(
        id=each.pk,
        organ=names.entry(("organs", each.organ)),
        name=each.name,
        rows=each.rows,
        first_on=each.first_on,
        last_on=each.last_on,
        reported_at=each.reported_at,
        reported_by=each.reported_by,
        taken_back_at=each.taken_back_at,
        taken_back_by=each.taken_back_by,
    )
