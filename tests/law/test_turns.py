"""Whose turn it is: in every state and under all circumstances somebody's, until it has ended."""

from __future__ import annotations

from itertools import chain, combinations
from typing import Any

import pytest

from yizheng.law.authority import Facts
from yizheng.law.transitions import LINES
from yizheng.law.turns import BEARS, NOBODY, OTHERS_FIRST, TURNS, Bearing, turn_in, turn_of, whose
from yizheng.law.words import ENDS, Handling, Role, State

SETS = [frozenset(some) for some in chain(*(combinations(Bearing, n) for n in range(len(Bearing) + 1)))]

PLAIN: dict[str, Any] = {
    "case_id": "1", "item_name": "烟草", "organ": "YC", "organ_name": "烟草局", "section": "",
    "receivers": frozenset({"wang"}),
}  # fmt: skip


@pytest.mark.parametrize("state", State)
def test_the_table_answers_for_every_state_under_all_circumstances(state: State) -> None:
    for bearing in SETS:
        turn = turn_in(state, bearing)
        assert turn == NOBODY or turn.does, (state, bearing)


def test_every_line_of_the_table_is_reached() -> None:
    assert {(line.state, line.when) for line in TURNS} == {
        next((line.state, line.when) for line in TURNS if line.state == state and line.when <= bearing)
        for state in State
        for bearing in SETS
    }


def test_nobody_has_a_turn_only_where_it_has_ended() -> None:
    for line in TURNS:
        assert line.turn.roles or line.turn is OTHERS_FIRST or line.state in ENDS
        assert line.turn is not OTHERS_FIRST or Bearing.FIRSTS in line.when


def test_whoever_has_the_turn_may_do_these_things_by_the_table_of_transitions() -> None:
    for line in TURNS:
        for verb in line.turn.verbs:
            assert set(LINES[(line.state, verb)].by) & set(line.turn.roles), (line.state, verb)


def test_every_circumstance_is_found_in_the_facts() -> None:
    assert set(BEARS) == set(Bearing)


@pytest.mark.parametrize(
    ("state", "facts", "who", "does"),
    [
        ("draft", {}, "您", "提交申请"),
        ("submitted", {}, "一业一证窗口", "答复是否受理"),
        ("supplementing", {}, "您", "补正"),
        ("supplied", {}, "一业一证窗口", "答复是否受理"),
        ("reviewing", {}, "烟草局", "审查"),
        ("reviewing", {"gap": ("合同",)}, "烟草局", "审查"),
        ("reviewing", {"handling": Handling.INSPECTED}, "烟草局", "安排踏勘"),
        ("reviewing", {"handling": Handling.INSPECTED, "visited": True}, "烟草局", "审查"),
        ("reviewing", {"handling": Handling.IMMEDIATE}, "烟草局", "当场决定"),
        ("reviewing", {"handling": Handling.IMMEDIATE, "reviewer": "li"}, "烟草局", "审查"),
        ("reviewing", {"handling": Handling.IMMEDIATE, "receivers": frozenset()}, "烟草局", "审查"),
        ("reviewing", {"handling": Handling.COMMITMENT, "waits_for": ("消防",)}, "「消防」", "先办结"),
        ("reviewing", {"handling": Handling.COMMITMENT, "failed_firsts": ("消防",)}, "烟草局", "审查"),
        ("reviewing", {"handling": Handling.COMMITMENT, "gap": ("合同",)}, "您", "补交容缺材料"),
        ("reviewing", {"handling": Handling.COMMITMENT, "gap": ("合同",), "gap_over": True}, "烟草局", "当场决定"),
        ("paused", {}, "烟草局", "进行特别程序"),
        ("to_visit", {}, "烟草局", "现场核查"),
        ("visited", {}, "烟草局", "审查"),
        ("rectifying", {}, "您", "整改并报告"),
        ("rectifying", {"rectification_over": True}, "烟草局", "复审整改"),
        ("rectified", {}, "烟草局", "复审整改"),
        ("proposed", {"proposal": "grant"}, "烟草局", "决定"),
        ("proposed", {"proposal": "grant", "cosigners": 1}, "烟草局", "会签"),
        ("proposed", {"proposal": "grant", "cosigners": 1, "cosigned_by": frozenset({"x"})}, "烟草局", "决定"),
        ("proposed", {"proposal": "refuse", "cosigners": 1, "gap": ("合同",)}, "烟草局", "决定"),
        ("proposed", {"proposal": "grant", "cosigners": 1, "disagreed": True}, "烟草局", "退回重审"),
        ("proposed", {"proposal": "grant", "gap": ("合同",)}, "您", "补交容缺材料"),
        ("proposed", {"proposal": "grant", "waits_for": ("消防", "食品")}, "「消防」、「食品」", "先办结"),
        ("proposed", {"proposal": "refuse", "waits_for": ("消防",)}, "烟草局", "决定"),
        ("reviewing", {"hearing": "needed", "handling": Handling.INSPECTED}, "烟草局", "组织听证"),
        ("reviewing", {"hearing": "told", "handling": Handling.IMMEDIATE}, "您", "决定是否申请听证"),
        ("visited", {"hearing": "asked"}, "烟草局", "组织听证"),
        ("paused", {"hearing": "announced"}, "烟草局", "组织听证"),
        ("paused", {"hearing": "called"}, "烟草局", "举行听证"),
        ("proposed", {"proposal": "grant", "hearing": "needed"}, "烟草局", "退回重审，组织听证"),
        ("proposed", {"proposal": "grant", "hearing": "told"}, "您", "决定是否申请听证"),
        ("proposed", {"proposal": "grant", "hearing": "held", "unheard": ("邻居",)}, "烟草局", "听取利害关系人意见"),
        ("granted", {}, "一业一证窗口", "送达"),
        ("refused", {"served": True}, "一业一证窗口", "归档"),
        ("granted", {"served": True, "archived": True}, "", ""),
        ("withdrawn", {}, "一业一证窗口", "归档"),
        ("withdrawn", {"archived": True}, "", ""),
    ],
)
def test_whose_turn_it_is(state: str, facts: dict[str, Any], who: str, does: str) -> None:
    stands = Facts(**(PLAIN | facts), state=State(state))
    assert (whose(stands, organ="烟草局", applicant="您"), turn_of(stands).does) == (who, does)


def test_a_second_signature_is_the_reviewers_or_the_deciders() -> None:
    assert turn_in(State.PROPOSED, frozenset({Bearing.COSIGN})).roles == (Role.REVIEWER, Role.DECIDER)
