"""What items tell each other 内部流转: a result goes to the items that come after it (domain §4.3, §7-6)."""

from __future__ import annotations

from yizheng.cases.file import CaseFile
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
    waiting = {each.item: each for each in file.items if State(each.state).is_open}
    for order in file.industry.order:
        if order.first != first.item or order.then not in waiting:
            continue
        then = waiting[order.then]
        file.act.enter(file.case, "item.informed", told, item_id=then.id, at=entry.at)
        if order.kind == "hard" and first.state != State.GRANTED:
            file.act.enter(file.case, "item.look_again", told, item_id=then.id, at=entry.at)
