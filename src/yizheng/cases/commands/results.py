"""What items tell each other 内部流转: a result goes to the items that come after it (domain §4.3, §7-6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from yizheng.cases.file import ITEMS_OF_CASE, CaseFile
from yizheng.cases.models import Case, ItemCase
from yizheng.catalogue import publishing
from yizheng.law.items import Order
from yizheng.law.words import State
from yizheng.ledger.models import Entry


def tell_dependants(file: CaseFile, entry: Entry) -> None:
    """Tell the open items that named this one how it ended; what it does not carry any more is looked at again."""
    assert entry.item_id is not None  # a result is of an item
    first = file.item_case(entry.item_id)
    told = {
        "first": first.item,
        "name": file.item(first).short,
        "result": State(first.state).label,
        "number": entry.data.get("number", ""),
    }
    for case, orders, items in _where_it_is_waited_for(file):
        waiting = {each.item: each for each in items if State(each.state).is_open}
        for order in orders:
            if order.first != first.item or order.then not in waiting:
                continue
            then = waiting[order.then]
            file.act.enter(case, "item.informed", told, item_id=then.id, at=entry.at)
            if order.kind == "hard" and first.state != State.GRANTED:
                file.act.enter(case, "item.look_again", told, item_id=then.id, at=entry.at)


def _where_it_is_waited_for(file: CaseFile) -> Iterator[tuple[Case, Iterable[Order], Iterable[ItemCase]]]:
    """This case, and the one that it joins: there an item may wait for what was applied for anew (decision 0016)."""
    yield file.case, file.industry.order, file.items
    if home := file.home:
        yield home, publishing.version(home.catalogue_id).industries[home.industry].order, ITEMS_OF_CASE(home.id)
