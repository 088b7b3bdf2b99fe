"""The internal view: every line of the table of transitions with by whom and paper, and nothing else (S-037)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from yizheng.law.flow.chart import Card, Chart, Row, Tone, wires_of
from yizheng.law.transitions import EVERY, T
from yizheng.law.words import BEFORE_ACCEPTANCE, ENDS, TO_SERVE, UNDER_REVIEW, Handling, State

PHASES: Mapping[str, frozenset[State]] = {
    "收件之前": frozenset({State.DRAFT}),
    "收件以后、受理以前，随时都可以": BEFORE_ACCEPTANCE,
    "受理以后、决定以前，随时都可以": UNDER_REVIEW,
    "决定以后": TO_SERVE,
    "撤回以后": ENDS - TO_SERVE,
}
"""The phases in their order; what may be done in every state of one is told once, under this heading."""


def inside(table: Iterable[T]) -> Chart:
    """The chart of a table: what stands earlier on the way stands higher."""
    lines = tuple(table)
    ranks = _ranks(lines)
    cards: list[Card] = []
    for heading, states in PHASES.items():
        there = sorted(states, key=lambda state: (ranks[state], tuple(State).index(state)))
        own = tuple(line for line in lines if line.from_ in states)
        common = _common(own, there)
        cards += [_card(state, (line for line in own if line not in common)) for state in there]
        if common:
            cards.append(Card(f"any {there[0]}", heading, _rows(common), _named(there), "side"))
    return Chart(
        "内部办理流程图",
        "由转换表生成：每一步由谁办、用什么文书、办完到哪一步。图上每一行都在下面的文字版里。",
        tuple(cards),
        tuple(wires_of(cards)),
    )


def _ranks(lines: Iterable[T]) -> dict[State, int]:
    """How many steps a state is from the start at most, by the lines that do not lead back."""
    onward: dict[State, list[State]] = {state: [] for state in State}
    for line in lines:
        if line.to not in (line.from_, *onward[line.from_]):
            onward[line.from_].append(line.to)
    ranks = dict.fromkeys(State, 0)
    _deepen(State.DRAFT, onward, ranks, ())
    return ranks


def _deepen(state: State, onward: Mapping[State, list[State]], ranks: dict[State, int], way: tuple[State, ...]) -> None:
    for to in onward[state]:
        if to not in way and ranks[to] <= len(way):
            ranks[to] = len(way) + 1
            _deepen(to, onward, ranks, (*way, state))


def _common(lines: Collection[T], states: Collection[State]) -> tuple[T, ...]:
    """The lines that are there in every one of several states, and say the same there."""
    there: dict[tuple[object, ...], list[T]] = {}
    for line in lines:
        there.setdefault(_said(line), []).append(line)
    return tuple(line for same in there.values() if len(same) == len(states) > 1 for line in same)


def _said(line: T) -> tuple[object, ...]:
    """What a row says of a line, whatever state it starts from."""
    return (line.verb, line.by, line.paper, line.of, line.written_in, line.to if line.to != line.from_ else "")


def _card(state: State, lines: Iterable[T]) -> Card:
    own = tuple(line for line in lines if line.from_ == state)
    return Card(state.value, state.label, _rows(own), tone=_tone(state))


def _tone(state: State) -> Tone:
    if state is State.DRAFT:
        return "start"
    if state in ENDS:
        return "good" if state is State.GRANTED else "bad"
    return "wait" if state in (State.SUPPLEMENTING, State.PAUSED, State.RECTIFYING) else ""


def _rows(lines: Iterable[T]) -> tuple[Row, ...]:
    there: dict[tuple[object, ...], list[T]] = {}
    for line in lines:
        there.setdefault(_said(line), []).append(line)
    return tuple(_row(tuple(same)) for same in there.values())


def _row(lines: tuple[T, ...]) -> Row:
    line = lines[0]
    moves = line.to != line.from_
    return Row(
        text=line.verb.label,
        note=f"{by_whom(line)} · {line.paper.TITLE if line.paper else '不用文书'}{_only(line)}",
        to=line.to.value if moves else "",
        then=line.to.label if moves else "",
        lines=lines,
    )


def by_whom(line: T) -> str:
    """Who does it, in words."""
    return "、".join(role.label for role in line.by)


def _only(line: T) -> str:
    """For which kinds of handling alone; nothing where it is for all."""
    return "" if line.of == EVERY else f"（限{'、'.join(each.label for each in Handling if each in line.of)}）"


def _named(states: Iterable[State]) -> str:
    return "、".join(state.label for state in states)
