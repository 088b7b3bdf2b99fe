"""Plots of what may come between acceptance and decision: visits, rectification, procedures, extension."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from yizheng.demo.plots import claimed, under_way
from yizheng.demo.teller import Teller


def _visits(t: Teller) -> tuple[str, ...]:
    """The slow items that somebody has to look at on the spot."""
    needed = {each.item.code for each in t.shop.assessment.items if each.visit}
    return tuple(code for code in t.slow() if code in needed)


def to_be_visited(t: Teller) -> Iterator[datetime]:
    """Called for a visit; nobody has been there yet."""
    yield from under_way(t)
    for code in _visits(t):
        yield t.on(2)
        t.call_visit(code)


def told_to_rectify(t: Teller) -> Iterator[datetime]:
    """Visited; something has to be put right, and the limit runs on."""
    yield from to_be_visited(t)
    for code in _visits(t)[:1]:
        yield t.on(3)
        t.visit(code, "rectify")
        yield t.on(3)
        t.rectify(code)


def in_a_procedure(t: Teller) -> Iterator[datetime]:
    """A test is made, told in writing: that long the limit stands still."""
    yield from under_way(t)
    for code in t.slow()[:1]:
        yield t.on(2)
        t.pause(code)


def extended(t: Teller) -> Iterator[datetime]:
    """The head of an organ has extended the limit, in time and with reasons."""
    yield from claimed(t)
    for code in t.slow()[:1]:
        yield t.on(3)
        t.extend(code)
