"""The invariant watch 值守检查: every open case has somebody whose turn it is; what is kept follows from the facts.

Pure checks over cases read whole, a batch at a time; each finding says which command or page mends it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from yizheng.cases.facts import Look
from yizheng.cases.file import day_of
from yizheng.cases.models import Case, Decision, ItemCase, PaperRecord
from yizheng.cases.queries.watch.book import chain_holds, papers_are_there, rows_as_the_book_says
from yizheng.cases.queries.watch.clocks import cases_as_derived, days_as_derived, lapses_performed, pauses_told
from yizheng.cases.queries.watch.finding import Batch, Check, Finding, Watched
from yizheng.cases.queries.watch.numbering import series_without_gaps
from yizheng.cases.queries.watch.stuck import somebodys_turn
from yizheng.catalogue import publishing
from yizheng.law.words import CaseState
from yizheng.ledger.models import Entry
from yizheng.people.queries import on_duty

__all__ = ["CHECKS", "Batch", "Check", "Finding", "Watched", "again", "batch_of", "batches", "series_without_gaps"]

CHECKS: tuple[Check, ...] = (
    somebodys_turn,
    days_as_derived,
    cases_as_derived,
    lapses_performed,
    pauses_told,
    chain_holds,
    rows_as_the_book_says,
    papers_are_there,
)
"""What is asked of every case."""

AT_ONCE = 200
"""Cases read in one go."""
STILL_OPEN = sorted(state for state in CaseState if state.is_open)


def batches(at: datetime, *, after: UUID | None = None, all_of_them: bool = False) -> Iterator[Batch]:
    """The cases in which something is still to do, or all that were ever filed, in the order of their ids."""
    wanted = Case.objects.filter(received_at__isnull=False).order_by("id")
    if not all_of_them:
        wanted = wanted.filter(Q(state__in=STILL_OPEN) | Q(item_cases__serve_by__isnull=False)).distinct()
    last = after
    while cases := list((wanted.filter(id__gt=last) if last else wanted)[:AT_ONCE]):
        yield batch_of(cases, at)
        last = cases[-1].id


def batch_of(cases: Sequence[Case], at: datetime) -> Batch:
    """These cases, read whole in a handful of statements."""
    ids, on, calendar = [case.id for case in cases], day_of(at), publishing.calendar()
    items = _by_case(ItemCase.objects.filter(case_id__in=ids).order_by("case_id", "place"))
    entries = _by_case(Entry.objects.filter(case_id__in=ids).order_by("case_id", "seq"))
    papers = _by_case(PaperRecord.objects.filter(case_id__in=ids).order_by("case_id"))
    decided = frozenset(Decision.objects.filter(item_case__case_id__in=ids).values_list("item_case_id", flat=True))
    watched = [
        Watched(
            case,
            Look(case, publishing.version(case.catalogue_id), items.get(case.id, []), calendar, on),
            items.get(case.id, []),
            entries.get(case.id, []),
            {str(each.id): each for each in papers.get(case.id, [])},
            decided,
        )
        for case in cases
    ]
    return Batch(watched, on_duty(on), at, on)


def again(batch: Batch, case_ids: Collection[UUID]) -> Batch:
    """Some cases of a batch, read once more."""
    return batch_of(list(Case.objects.filter(id__in=case_ids).order_by("id")), batch.at)


def _by_case(rows: QuerySet[Any]) -> dict[UUID, list[Any]]:
    return {case_id: list(there) for case_id, there in groupby(rows, key=lambda row: row.case_id)}
