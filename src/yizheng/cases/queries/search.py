"""Search: by number, holder, credit code, premises, item, industry or the holder's initials, the newest case first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from yizheng.cases.models import ItemCase, SearchWord
from yizheng.cases.search_words import item_word, ways
from yizheng.law.items import Catalogue
from yizheng.ledger.paging import ROWS

ENOUGH = 200
"""Cases of a word that are counted, to begin with the word that the fewest have."""

TOO_LITTLE = "请至少输入两个字，或者编号的后四位。"


@dataclass(frozen=True, slots=True)
class Fitting:
    """A case that fits, and the item it fits by, when it is by the name of one."""

    received_at: datetime
    case_id: UUID
    item: str = ""


def cases_found(text: str, catalogue: Catalogue) -> list[UUID]:
    """The newest cases that fit, wherever they stand: for the window, which sees all."""
    found = [each for way in ways(text, catalogue) for each in _fitting(way, None)]
    return list(dict.fromkeys(each.case_id for each in _newest(found)))[:ROWS]


def items_found(text: str, ours: QuerySet[ItemCase], catalogue: Catalogue) -> list[UUID]:
    """The item-cases of ``ours`` in the newest cases that fit; by the name of an item, that item alone."""
    found: list[Fitting] = []
    for way in ways(text, catalogue):
        item = next((each.code for each in catalogue.items.values() if item_word(each.code) in way), "")
        mine = ours.filter(item=item) if item else ours
        found += [Fitting(each.received_at, each.case_id, item) for each in _fitting(way, mine)]
    newest = _newest(found)[:ROWS]
    wanted = {(each.case_id, each.item) for each in newest}
    place = {each.case_id: n for n, each in reversed(list(enumerate(newest)))}
    rows = ours.filter(case_id__in=place).order_by("place").values_list("id", "case_id", "item")
    fit = [(place[case], id_) for id_, case, item in rows if (case, "") in wanted or (case, item) in wanted]
    return [id_ for _, id_ in sorted(fit, key=lambda pair: pair[0])][:ROWS]


def _newest(found: Sequence[Fitting]) -> list[Fitting]:
    return sorted(dict.fromkeys(found), key=lambda each: (each.received_at, each.case_id), reverse=True)


def _fitting(way: Sequence[str], ours: QuerySet[ItemCase] | None) -> list[Fitting]:
    """The newest cases that have every word of this way, and an item of ``ours``."""
    first, *others = _rarest_first(way)
    rows = SearchWord.objects.filter(word=first)
    for word in others:
        same = {"received_at": OuterRef("received_at"), "case_id": OuterRef("case_id")}
        rows = rows.filter(Exists(SearchWord.objects.filter(word=word, **same)))
    if ours is not None:
        rows = rows.filter(Exists(ours.filter(case_id=OuterRef("case_id"))))
    newest = rows.order_by("-received_at", "-case_id").values_list("received_at", "case_id")
    return [Fitting(*each) for each in newest[:ROWS]]


def _rarest_first(way: Sequence[str]) -> list[str]:
    """The words of a way, first the one with the fewest cases: from there on the others are only looked up."""
    if len(way) == 1:
        return list(way)
    counted = {word: SearchWord.objects.filter(word=word)[:ENOUGH].count() for word in way}
    return sorted(way, key=lambda word: counted[word])
