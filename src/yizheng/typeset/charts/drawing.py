"""A chart as SVG: classes alone in a page (CSP), with a style sheet of its own in print; cut in pieces for pages."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from yizheng.law.flow import Chart
from yizheng.typeset.charts.layout import ARROW, BIG, LANE, WIDTH, Box, Layout, Run, Words, layout

TONES = 5
"""So many colours of wires follow each other."""

STYLE = """
.chart-title{font:600 14px 'Noto Sans SC';fill:#0c3766}.chart-text{font:500 14px 'Noto Sans SC';fill:#17212e}
.chart-note{font:12px 'Noto Sans SC';fill:#4b5767}.chart-then{font:12px 'Noto Sans SC';fill:#12549b}
.chart-card{fill:#fff;stroke:#77869a;stroke-width:1.2}.chart-rule{stroke:#d3dbe5;stroke-width:1}
.chart-card--start{fill:#e9f1fa;stroke:#12549b}.chart-card--wait{fill:#fff4d1;stroke:#7a5200}
.chart-card--good{fill:#e5f3ea;stroke:#14683f}.chart-card--bad{fill:#fcebea;stroke:#b01f1f}
.chart-card--side{fill:#f3f6fa;stroke:#77869a;stroke-dasharray:4 3}
.chart-wire{fill:none;stroke-width:1.5}.chart-wire--0{stroke:#12549b}.chart-wire--1{stroke:#9c4106}
.chart-wire--2{stroke:#14683f}.chart-wire--3{stroke:#6b3fa0}.chart-wire--4{stroke:#525e6d}
.chart-tip--0{fill:#12549b}.chart-tip--1{fill:#9c4106}.chart-tip--2{fill:#14683f}.chart-tip--3{fill:#6b3fa0}
.chart-tip--4{fill:#525e6d}
"""
"""What a print needs beside the classes; on a page ``css/guide.css`` says the same."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a chart for print, as SVG, and how tall it is in units of the chart."""

    svg: str
    height: float


def svg(chart: Chart, name: str) -> str:
    """The whole chart for a page, named for screen readers; ``name`` keeps its ids apart from others'."""
    made = layout(chart)
    told = f'<title id="{name}-title">{escape(chart.title)}</title><desc id="{name}-told">{escape(chart.told)}</desc>'
    head = f'class="chart" role="img" aria-labelledby="{name}-title" aria-describedby="{name}-told"'
    return f"<svg {head} {_frame(0, made.height)}>{told}{''.join(_drawn(made))}</svg>"


def pieces(chart: Chart, tallest: float) -> list[Piece]:
    """The chart for print, cut between rows into pieces no taller than ``tallest``, in units of the chart."""
    made = layout(chart)
    drawn = "".join(_drawn(made))
    cuts = _cuts(made, tallest)
    head = 'xmlns="http://www.w3.org/2000/svg"'
    return [
        Piece(f"<svg {head} {_frame(top, bottom - top)}><style>{STYLE}</style>{drawn}</svg>", bottom - top)
        for top, bottom in pairwise(cuts)
    ]


def balanced(chart: Chart, tallest: float = math.inf) -> list[Piece]:
    """The chart in pairs of pieces to stand side by side, as few as keep below ``tallest``, as even as can be."""
    count = 2
    cut = _in_so_many(chart, count)
    while max(piece.height for piece in cut) > tallest:
        count += 2
        cut = _in_so_many(chart, count)
    return cut


def _in_so_many(chart: Chart, count: int) -> list[Piece]:
    """The chart in at most so many pieces, the tallest as low as can be."""
    tallest = layout(chart).height / count
    while len(cut := pieces(chart, tallest)) > count:
        tallest += BIG
    return cut


def _frame(top: float, height: float) -> str:
    return f'viewBox="0 {top:g} {WIDTH:g} {height:g}" width="{WIDTH:g}" height="{height:g}"'


def _cuts(made: Layout, tallest: float) -> list[float]:
    """Where to cut: before the last card that begins in the lower half of a piece, else before the last row."""
    cards = [box.y - 6 for box in made.boxes]
    every = sorted((*cards, *(rule for box in made.boxes for rule in box.rules), made.height))
    cuts = [0.0]
    while cuts[-1] < made.height:
        top = cuts[-1]
        if made.height - top <= tallest:
            cuts.append(made.height)
        else:
            good = [at for at in cards if top + tallest * 0.5 < at <= top + tallest]
            cuts.append(max(good or [at for at in every if top < at <= top + tallest]))
    return cuts


def _drawn(made: Layout) -> Iterator[str]:
    for place, run in enumerate(made.runs):
        yield _run(run, made, place % TONES)
    for box in made.boxes:
        yield _box(box)


def _run(run: Run, made: Layout, tone: int) -> str:
    """A line along the lane, with one to every source and an arrow to every target."""
    at_right = run.side == "right"
    edge = made.right if at_right else made.left
    away = ARROW + run.lane * LANE
    x = edge + away if at_right else edge - away
    top, bottom = run.ends
    path = f"M{x:g} {top:g}V{bottom:g}" + "".join(f"M{edge:g} {y:g}H{x:g}" for y in (*run.sources, *run.targets))
    tip = 6 if at_right else -6
    tips = "".join(f"M{edge:g} {y:g}l{tip} -4v8z" for y in run.targets)
    return f'<path class="chart-wire chart-wire--{tone}" d="{path}"/><path class="chart-tip--{tone}" d="{tips}"/>'


def _box(box: Box) -> str:
    tone = f" chart-card--{box.card.tone}" if box.card.tone else ""
    frame = f'x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}" rx="4"'
    rules = "".join(f'<path class="chart-rule" d="M{box.x + 1:g} {at:g}h{box.width - 2:g}"/>' for at in box.rules)
    return f'<rect class="chart-card{tone}" {frame}/>{rules}{"".join(map(_words, box.words))}'


def _words(words: Words) -> str:
    end = ' text-anchor="end"' if words.end else ""
    place = f'x="{words.x:g}" y="{words.y:g}"{end}'
    return f'<text class="chart-{words.kind}" {place}>{escape(words.text)}</text>'
