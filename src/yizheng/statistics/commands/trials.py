"""Trying the industries of a proposal in pieces, so that no request takes long (domain §4.5(6))."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from yizheng.catalogue.trying.simulation import begun, go_on
from yizheng.law.items import Catalogue
from yizheng.statistics.models import Trial
from yizheng.statistics.trials import Proposal, as_data, figures_told, from_data

PIECE = 600
"""Combinations tried in one piece: half a second, two where the machine is busy."""

BEGINNING = 100
"""What it costs to begin an industry, in combinations."""

KEPT = timedelta(days=90)


def go_on_with(proposal: Proposal, at: datetime) -> bool:
    """Do the next piece; gives whether anything is left to do."""
    after = proposal.after
    digests = {*proposal.before.values(), *after.values()}
    rows = {row.digest: row for row in Trial.objects.filter(digest__in=digests)}
    left = PIECE
    for row in _to_begin(proposal, rows, at):
        _keep(row, rows.get(row.digest))
        rows[row.digest] = row
        left -= BEGINNING
        if left <= 0:
            return True
    for code, digest in after.items():
        row = rows[digest]
        if row.tried < row.of:
            left -= _try(proposal, code, row, left, at)
        if left <= 0:
            break
    return any(rows[digest].tried < rows[digest].of for digest in after.values())


def _to_begin(proposal: Proposal, rows: dict[str, Trial], at: datetime) -> Iterator[Trial]:
    """What has not been begun, and then the figures of what there is already."""
    for code, digest in proposal.after.items():
        there = rows.get(digest)
        if there is None or there.data is None:
            found = begun(proposal.reading, proposal.proposed, code)
            row = _figures(proposal.proposed, code, digest, at)
            row.of, row.data = found.of, as_data(found)
            yield row
    for code, digest in proposal.before.items():
        if digest not in rows:
            yield _figures(proposal.base, code, digest, at)


def _figures(catalogue: Catalogue, code: str, digest: str, at: datetime) -> Trial:
    return Trial(digest=digest, industry=code, figures=figures_told(catalogue, code), touched_at=at)


def _keep(row: Trial, there: Trial | None) -> None:
    """Keep a row that was begun; where somebody else began it at the same moment, theirs stays."""
    if there is None:
        Trial.objects.bulk_create([row], ignore_conflicts=True)
    else:
        Trial.objects.filter(digest=row.digest, data__isnull=True).update(of=row.of, data=row.data)


def _try(proposal: Proposal, code: str, row: Trial, most: int, at: datetime) -> int:
    """Try the next combinations of one industry; gives how many. Who tried the same at the same moment has found the
    same: the second changes nothing.
    """
    before = row.tried
    found = from_data(row.data or {}, proposal.proposed.industries[code], row.of, before)
    go_on(found, proposal.reading, proposal.proposed, most)
    row.tried = found.tried if found.tried > before else row.of
    ours = Trial.objects.filter(digest=row.digest, tried=before)
    ours.update(tried=row.tried, data=as_data(found), touched_at=at)
    return row.tried - before


def forget_trials(at: datetime) -> int:
    """Delete the trials that nobody has gone on with for long; they can be tried anew. Gives how many."""
    return Trial.objects.filter(touched_at__lt=at - KEPT).delete()[0]
