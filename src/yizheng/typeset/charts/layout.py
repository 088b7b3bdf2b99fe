"""Where every card, row and wire of a chart stands: layers in one column, each wire in a lane of its own (pure)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from yizheng.law.flow import Card, Chart, Row, Wire
from yizheng.typeset.lines import width

WIDTH = 330.0
"""The chart's width in its own units, those of a phone's screen of 360 without its margins."""

LANE, ARROW = 8.0, 10.0
PAD = 8.0
GAP = 12.0
BIG, SMALL = 14.0, 12.0
LINE = 1.4
"""Sizes of type, and the height of a line in them."""

Side = Literal["left", "right"]
Class = Literal["title", "text", "then", "note"]


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text at its place; ``end`` when its right end stands there."""

    x: float
    y: float
    text: str
    kind: Class
    end: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A card at its place; ``rows`` are the heights at which its rows are met, ``rules`` those of the lines between."""

    card: Card
    x: float
    y: float
    width: float
    height: float
    head: float
    rows: tuple[float, ...]
    rules: tuple[float, ...]
    words: tuple[Words, ...]

    def at(self, row: int) -> float:
        """The height at which a wire meets a row, or the card."""
        return self.rows[row] if row >= 0 else self.head


@dataclass(frozen=True, slots=True)
class Run:
    """A wire in its lane: down or up beside the cards, from the heights of its sources to those of its targets."""

    side: Side
    lane: int
    sources: tuple[float, ...]
    targets: tuple[float, ...]

    @property
    def ends(self) -> tuple[float, float]:
        """The highest and the lowest point."""
        every = (*self.sources, *self.targets)
        return min(every), max(every)


@dataclass(frozen=True, slots=True)
class Layout:
    """A chart with every part at its place."""

    chart: Chart
    height: float
    left: float
    right: float
    boxes: tuple[Box, ...]
    runs: tuple[Run, ...]


def layout(chart: Chart) -> Layout:
    """Place every part; the lanes are counted first, since they decide how wide the cards are."""
    order = {card.key: place for place, card in enumerate(chart.cards)}
    parts = [part for wire in chart.wires for part in _parts(wire, order)]
    laned = _lanes(parts, order)
    left, right = (_edge(side, laned) for side in ("left", "right"))
    boxes = tuple(_boxes(chart.cards, left, WIDTH - left - right))
    there = {box.card.key: box for box in boxes}
    runs = tuple(
        Run(
            side,
            lane,
            tuple(there[key].at(row) for key, row in wire.sources),
            tuple(there[key].head for key in wire.targets),
        )
        for (side, wire), lane in laned
    )
    last = boxes[-1]
    return Layout(chart, last.y + last.height + 1, left, WIDTH - right, boxes, runs)


def _parts(wire: Wire, order: dict[str, int]) -> Iterator[tuple[Side, Wire]]:
    """A wire that leads down is drawn at the right, one that leads back up at the left."""
    if wire.left:
        yield "left", wire
        return
    (target,) = wire.targets
    down = tuple(each for each in wire.sources if order[each[0]] < order[target])
    back = tuple(each for each in wire.sources if order[each[0]] > order[target])
    if down:
        yield "right", Wire(down, wire.targets)
    if back:
        yield "left", Wire(back, wire.targets)


def _lanes(parts: Sequence[tuple[Side, Wire]], order: dict[str, int]) -> list[tuple[tuple[Side, Wire], int]]:
    """A lane for each part, so that no two overlap; the shorter ones stand nearer to the cards."""
    spans = {part: _span(part[1], order) for part in parts}
    taken: dict[tuple[Side, int], list[tuple[int, int]]] = {}
    found: list[tuple[tuple[Side, Wire], int]] = []
    for part in sorted(parts, key=lambda part: spans[part][1] - spans[part][0]):
        top, bottom = spans[part]
        lane = 0
        while any(top <= last and first <= bottom for first, last in taken.get((part[0], lane), ())):
            lane += 1
        taken.setdefault((part[0], lane), []).append(spans[part])
        found.append((part, lane))
    return found


def _span(wire: Wire, order: dict[str, int]) -> tuple[int, int]:
    """From which to which place a wire reaches, in places that every row has before it is measured."""
    places = [order[key] * 1000 + row + 1 for key, row in wire.sources]
    places += [order[key] * 1000 for key in wire.targets]
    return min(places), max(places)


def _edge(side: str, laned: Collection[tuple[tuple[Side, Wire], int]]) -> float:
    lanes = max((lane + 1 for (where, _), lane in laned if where == side), default=0)
    return ARROW + lanes * LANE + 2 if lanes else 1.0


def _boxes(cards: Sequence[Card], x: float, wide: float) -> Iterator[Box]:
    y = 1.0
    for card in cards:
        box = _box(card, x, y, wide)
        yield box
        y += box.height + GAP


def _box(card: Card, x: float, y: float, wide: float) -> Box:
    words: list[Words] = []
    room = wide - 2 * PAD
    at = y + PAD / 2
    at = _set(words, card.title, "title", (x + PAD, at, room), BIG)
    head = (y + at) / 2 + 2
    at = _set(words, card.note, "note", (x + PAD, at, room), SMALL)
    rows, rules = [], []
    for row in card.rows:
        at += PAD / 2
        rules.append(at)
        at += PAD / 4
        top = at
        at = _row(words, row, (x + PAD, at, room))
        rows.append(top + BIG * LINE / 2 if row.text else (top + at) / 2)
    return Box(card, x, y, wide, at + PAD / 2 - y, head, tuple(rows), tuple(rules), tuple(words))


def _row(words: list[Words], row: Row, place: tuple[float, float, float]) -> float:
    x, at, room = place
    then = f"→ {row.then}" if row.then else ""
    beside = then and width(row.text) * BIG + (width(then) + 1) * SMALL <= room
    if beside:
        words.append(Words(x + room, at + BIG, then, "then", end=True))
    at = _set(words, row.text, "text", (x, at, room), BIG)
    at = _set(words, row.note, "note", (x, at, room), SMALL)
    return at if beside else _set(words, then, "then", (x, at, room), SMALL)


def _set(words: list[Words], text: str, kind: Class, place: tuple[float, float, float], size: float) -> float:
    """Set a text in lines; gives the height below it."""
    x, at, room = place
    for line in broken(text, room / size):
        words.append(Words(x, at + size, line, kind))
        at += size * LINE
    return at


def broken(text: str, room: float) -> Iterator[str]:
    """A text in lines no wider than ``room`` em; no line begins with a sign that closes."""
    line = ""
    for sign in text:
        if line and width(line + sign) > room and sign not in "，。；、：）》”！？":
            yield line
            line = ""
        line += sign
    if line:
        yield line
