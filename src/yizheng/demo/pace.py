"""Which items of a case go fast and which one takes longest, so that the offices of the demo keep their promises."""

from __future__ import annotations

from yizheng.demo.teller import Teller


def promised_within(t: Teller, days: int) -> tuple[str, ...]:
    """The items promised within so many working days that wait for nothing slower, in the order they can be decided."""
    found: list[str] = []
    for code in t.in_order():
        if _promised(t)[code] <= days and _waits_for(t, code) <= set(found):
            found.append(code)
    return tuple(found)


def slowest(t: Teller) -> str:
    """The item promised latest among those that no other waits for."""
    waited_for = {first for code in t.items for first in _waits_for(t, code)}
    return max((code for code in t.items if code not in waited_for), key=lambda code: _promised(t)[code])


def before(t: Teller, code: str) -> tuple[str, ...]:
    """The items that one waits for, in the order they can be decided."""
    return tuple(each for each in t.in_order() if each in _waits_for(t, code))


def _promised(t: Teller) -> dict[str, int]:
    return {each.item.code: each.promised.term.n for each in t.shop.assessment.items}


def _waits_for(t: Teller, code: str) -> set[str]:
    orders = t.city.catalogue.industries[t.industry].order
    return {o.first for o in orders if o.kind == "hard" and o.then == code and o.first in t.items}
