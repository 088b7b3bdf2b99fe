"""The hearing in its order, chaired by nobody who examines, and answers only to those who asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.law.authority.people import (
    ALL_ROUND,
    ASK_HEARING,
    BOTH,
    CALL_AGAIN,
    CALL_HEARING,
    CASE,
    DEFEND,
    FOR_LI,
    GRANT,
    HOLD_HEARING,
    LI,
    OWNER,
    PAUSE,
    REPLY,
    REPORT_BACK,
    RESUME,
    REVIEW,
    TELL_HEARING,
    WANG,
    ZHAO,
    staff,
)
from yizheng.law.authority import Facts, Line, Post, Who, asked, why_not
from yizheng.law.words import UNHEARD, HearingState, Role, State

NOW = {stands: replace(CASE, hearing=stands) for stands in HearingState}
IN_PAUSE = {stands: replace(facts, state=State.PAUSED) for stands, facts in NOW.items()}
CALLED = replace(IN_PAUSE[HearingState.CALLED], chair="zhao", chair_name="赵主持")
ANOTHER_PROCEDURE = "正在进行另一项特别程序：请先结束它，再通知听证（行政许可法第四十五条）。"


# --- in its order ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "who", "facts", "says"),
    [
        (CALL_HEARING, LI, NOW[HearingState.NEEDED], "听证现为「应当听证」：先公告听证"),
        (CALL_AGAIN, LI, IN_PAUSE[HearingState.ASKED], ANOTHER_PROCEDURE),
        (ASK_HEARING, OWNER, NOW[HearingState.WAIVED], "听证现为「逾期未申请听证」：没有告知听证权利，或者已过五日"),
        (TELL_HEARING, LI, NOW[HearingState.TOLD], "听证现为「已告知听证权利」：依法应当听证的事项请公告听证"),
        (HOLD_HEARING, ZHAO, IN_PAUSE[HearingState.ANNOUNCED], "先提前七日通知听证，才能记录听证"),
    ],
)
def test_a_hearing_goes_one_step_after_the_other(line: Line, who: Who, facts: Facts, says: str) -> None:
    assert says in asked.hearing_in_order(line, who, facts)
    assert says in why_not(line, who, facts)


@pytest.mark.parametrize(
    ("line", "who", "facts"),
    [
        (TELL_HEARING, LI, NOW[HearingState.NONE]),
        (ASK_HEARING, OWNER, NOW[HearingState.TOLD]),
        (CALL_HEARING, LI, NOW[HearingState.ASKED]),
        (CALL_AGAIN, LI, IN_PAUSE[HearingState.ANNOUNCED]),
        (CALL_AGAIN, LI, IN_PAUSE[HearingState.CALLED]),
        (HOLD_HEARING, ZHAO, CALLED),
    ],
)
def test_the_next_step_is_open(line: Line, who: Who, facts: Facts) -> None:
    assert why_not(line, who, facts) == ""


@pytest.mark.parametrize("stands", HearingState)
def test_only_its_record_ends_the_time_of_a_hearing(stands: HearingState) -> None:
    says = "听证还没有举行：记录听证后，办理期限自动继续计算（行政许可法第四十五条、第四十八条）。"
    waits = stands in {HearingState.ANNOUNCED, HearingState.CALLED}
    assert asked.resumed_after_the_hearing(RESUME, LI, IN_PAUSE[stands]) == (says if waits else "")
    assert why_not(RESUME, LI, IN_PAUSE[stands]) == (says if waits else "")


@pytest.mark.parametrize("stands", HearingState)
def test_an_opinion_follows_the_hearing_and_may_be_prepared_while_one_may_still_be_asked_for(
    stands: HearingState,
) -> None:
    says = "本事项须先听证，再根据听证笔录提出审查意见（行政许可法第四十六条、第四十八条）。"
    waits = stands in UNHEARD - {HearingState.TOLD}
    assert asked.heard_before_the_opinion(REVIEW, LI, NOW[stands]) == (says if waits else "")


# --- who chairs -----------------------------------------------------------------------------------------------------


def test_who_chairs_keeps_the_record_and_nobody_else() -> None:
    says = "听证笔录由主持人赵主持记录（行政许可法第四十八条）。"
    assert asked.chaired_by_nobody_who_examines(HOLD_HEARING, BOTH, CALLED) == says
    assert why_not(HOLD_HEARING, BOTH, CALLED) == says
    assert why_not(HOLD_HEARING, ZHAO, CALLED) == ""


def test_a_deputy_keeps_the_record_for_the_chair() -> None:
    assert asked.chaired_by_nobody_who_examines(HOLD_HEARING, FOR_LI, replace(CALLED, chair="li")) == ""


@pytest.mark.parametrize(
    "examined",
    [replace(CALLED, chair="li", reviewer="chen"), replace(CALLED, chair="li", reviewed_by=frozenset({"chen"}))],
)
def test_who_examines_keeps_no_record_as_a_deputy_of_the_chair_either(examined: Facts) -> None:
    says = "您审查本件，不能代理主持人：主持人应当是审查人员以外的人（行政许可法第四十八条）。"
    assert asked.chaired_by_nobody_who_examines(HOLD_HEARING, FOR_LI, examined) == says
    assert why_not(HOLD_HEARING, FOR_LI, examined) == says


@pytest.mark.parametrize("line", [REVIEW, PAUSE], ids=lambda line: line.verb)
def test_who_chairs_does_not_examine(line: Line) -> None:
    chaired = replace(NOW[HearingState.HELD], chair="sun", chair_name="孙")
    says = f"您主持本件的听证，不能再{line.verb.label}：主持人应当是审查人员以外的人（行政许可法第四十八条）。"
    assert why_not(line, BOTH, chaired) == says
    assert why_not(line, LI, chaired) == ""
    assert asked.chaired_by_nobody_who_examines(GRANT, BOTH, chaired) == ""


# --- asked and answered ---------------------------------------------------------------------------------------------

XU = staff("xu", Role.DECIDER, "XFJY")
OF_THE_HALL_THERE = Who(id="wu", name="吴", posts=(Post(Role.WINDOW, "XFJY"), Post(Role.REVIEWER, "SCJG")))
"""Of the organ that is asked, but not of those who examine or decide in it."""


@pytest.mark.parametrize(
    ("line", "who", "facts", "says"),
    [
        (REPLY, XU, CASE, "没有向您所在的机关征求意见，或者已经答复（行政许可法第二十六条第二款）。"),
        (REPLY, ZHAO, replace(CASE, asked_organs=frozenset({"XFJY"})),
         "没有向您所在的机关征求意见，或者已经答复（行政许可法第二十六条第二款）。"),
        (REPLY, OF_THE_HALL_THERE, replace(CASE, asked_organs=frozenset({"XFJY"})),
         "没有向您所在的机关征求意见，或者已经答复（行政许可法第二十六条第二款）。"),
        (DEFEND, OWNER, CASE, "没有告知谁可以陈述申辩，或者已经陈述、已过期限（行政许可法第三十六条）。"),
        (REPORT_BACK, LI, CASE, "没有需要答复的催办、督办。"),
    ],
)  # fmt: skip
def test_only_who_is_asked_answers_while_somebody_is_asking(line: Line, who: Who, facts: Facts, says: str) -> None:
    assert asked.answered_when_asked(line, who, facts) == says
    assert why_not(line, who, facts) == says


@pytest.mark.parametrize(
    ("line", "who", "facts"),
    [
        (REPLY, XU, replace(CASE, asked_organs=frozenset({"XFJY"}))),
        (DEFEND, OWNER, replace(CASE, unheard=("申请人",))),
        (DEFEND, WANG, replace(CASE, unheard=("刘某",))),
        (DEFEND, LI, replace(CASE, unheard=("刘某",))),
        (REPORT_BACK, LI, replace(CASE, urged=1)),
        (REVIEW, ALL_ROUND, CASE),
    ],
)
def test_who_is_asked_may_answer(line: Line, who: Who, facts: Facts) -> None:
    assert why_not(line, who, facts) == ""
