"""What the watch asks of permits and licences, and the whole watch: the checks of both rooms, batch after batch."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from yizheng.cases.fold import fold
from yizheng.cases.queries.watch import CHECKS, Batch, Check, Finding, Watched, again, batches, series_without_gaps
from yizheng.cases.queries.watch.book import FROM_BACKUP
from yizheng.cases.queries.watch.joined import told_of_permits
from yizheng.law.words import State
from yizheng.licences.models import Licence, LicenceVersion, Permit

FEW, MOST = 20, 1000
"""So many findings fill a page, and so many cases are looked at for it."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found, how many cases were looked at, and after which case the look goes on; None at the end."""

    findings: tuple[Finding, ...]
    cases: int
    after: UUID | None


def permits_of_grants(batch: Batch) -> Iterator[Finding]:
    """One permit for every grant, standing as the book says; as many versions of the licence as were issued."""
    told = told_of_permits({watched.case.home for watched in batch.cases})
    granted = Permit.objects.filter(item_case_id__in=[each.id for watched in batch.cases for each in watched.items])
    permits = {permit.item_case_id: permit for permit in granted}
    ids = [watched.case.id for watched in batch.cases]
    issued = Tally(LicenceVersion.objects.filter(licence_id__in=ids).values_list("licence_id", flat=True))
    version = dict(Licence.objects.filter(case_id__in=ids).values_list("case_id", "version"))
    for watched in batch.cases:
        id_, entries = watched.case.id, told.get(watched.case.home, [])
        yield from _permits(watched, permits, fold(entries).permits)
        said = sum(entry.kind == "licence.issue" for entry in entries)
        if watched.case.joins is None and not said == issued[id_] == version.get(id_, 0):
            sentence = f"综合许可证记录制发{said}版，存有{issued[id_]}版，现行第{version.get(id_, 0)}版。"
            yield watched.finding("licence", sentence, FROM_BACKUP)


def _permits(watched: Watched, permits: Mapping[UUID, Permit], said: Mapping[UUID, str]) -> Iterator[Finding]:
    for item_case in watched.items:
        permit = permits.get(item_case.id)
        if (item_case.state == State.GRANTED) != (permit is not None):
            sentence = "已准予，没有许可。" if permit is None else "没有准予，却有许可。"
            yield watched.finding("permit", sentence, FROM_BACKUP, item_case)
        if permit and said.get(permit.id) != permit.standing:
            sentence = f"许可{permit.number}的状态与记录不符。"
            yield watched.finding("permit", sentence, FROM_BACKUP, item_case)


ALL: tuple[Check, ...] = (*CHECKS, permits_of_grants)
"""What is asked of every case, in both rooms."""


def look_over(at: datetime, *, all_of_them: bool = False) -> Iterator[tuple[int, list[Finding]]]:
    """Everything: the findings of one batch after another, each with how many cases it had; then the numbers."""
    for batch in batches(at, all_of_them=all_of_them):
        yield len(batch.cases), found_in(batch)
    yield 0, list(series_without_gaps())


def look_at_some(at: datetime, after: UUID | None = None) -> Looked:
    """A page of findings: batch after batch until there are enough, or enough cases were looked at."""
    findings: list[Finding] = list(series_without_gaps()) if after is None else []
    cases = 0
    for batch in batches(at, after=after):
        findings += found_in(batch)
        cases += len(batch.cases)
        if len(findings) >= FEW or cases >= MOST:
            return Looked(tuple(findings), cases, batch.cases[-1].case.id)
    return Looked(tuple(findings), cases, None)


def found_in(batch: Batch) -> list[Finding]:
    """What is wrong in a batch, seen twice: an act that came between two reads leaves nothing wrong behind it."""
    suspected = {_what(finding) for finding in _checked(batch)}
    if not suspected:
        return []
    twice = _checked(again(batch, {case_id for case_id, _, _ in suspected if case_id}))
    return [finding for finding in twice if _what(finding) in suspected]


def _checked(batch: Batch) -> list[Finding]:
    return [finding for check in ALL for finding in check(batch)]


def _what(finding: Finding) -> tuple[UUID | None, UUID | None, str]:
    return finding.case_id, finding.item_id, finding.kind
