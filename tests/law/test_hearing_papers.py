"""What is wrong with a paper of a hearing or an inquiry, and what it says in each case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from tests.law.hearing_papers import BAD_IN_HEARING, IN_HEARING
from tests.law.procedure_papers import LATER, TODAY
from tests.law.test_papers import FACTS, HEAD
from yizheng.law.papers import (
    APPLICANT_AS_PARTY,
    DefenceNotice,
    HearingAnnouncement,
    HearingCall,
    HearingRequest,
    Paper,
    asked,
)

CALL = HearingCall(set_on=LATER, hour="09:30", place="三楼", chair="qian")


@pytest.mark.parametrize(("paper", "field", "says"), BAD_IN_HEARING)
def test_a_fault_names_the_field_and_the_rule(paper: Paper, field: str, says: str) -> None:
    assert [(fault.field, says in fault.sentence) for fault in paper.faults(FACTS)] == [(field, True)]


def test_every_paper_with_something_to_fill_in_has_a_bad_example() -> None:
    demanding = {type(paper) for paper in IN_HEARING if any(how.required for how in asked(type(paper)).values())}
    assert {type(paper) for paper, _, _ in BAD_IN_HEARING} == demanding


@pytest.mark.parametrize(
    ("set_on", "says"),
    [
        (date(2026, 3, 30), "最早2026年3月31日举行"),
        (date(2026, 3, 31), ""),
        (date(2026, 4, 17), ""),
        (date(2026, 4, 18), "二十日内组织听证（行政许可法第四十七条），最迟2026年4月17日"),
    ],
)
def test_a_hearing_is_called_seven_days_ahead_and_held_in_twenty_days(set_on: date, says: str) -> None:
    faults = replace(CALL, set_on=set_on).faults(FACTS)
    assert [fault.field for fault in faults] == (["set_on"] if says else [])
    assert says in "".join(fault.sentence for fault in faults)


@pytest.mark.parametrize(
    ("set_on", "says"),
    [
        (date(2026, 3, 30), "最早2026年3月31日举行"),
        (date(2026, 3, 31), ""),
        (date(2026, 4, 1), "二十日的组织期限到2026年3月27日为止，已经赶不上"),
    ],
)
def test_a_hearing_called_too_late_is_held_on_the_first_day_that_can_be_instead_of_never(
    set_on: date, says: str
) -> None:
    late = replace(FACTS, hearing_until=date(2026, 3, 27))
    faults = replace(CALL, set_on=set_on).faults(late)
    assert [fault.field for fault in faults] == (["set_on"] if says else [])
    assert says in "".join(fault.sentence for fault in faults)


def test_a_hearing_that_nobody_asked_for_has_no_last_day() -> None:
    assert replace(CALL, set_on=date(2027, 4, 18)).faults(replace(FACTS, hearing_until=None)) == ()


@pytest.mark.parametrize(
    ("hour", "at"),
    [("09:30", time(9, 30)), ("9：05", time(9, 5)), ("23:59", time(23, 59)), ("24:00", None), ("", None)],
)
def test_an_hour_is_read_as_it_is_written(hour: str, at: time | None) -> None:
    assert replace(CALL, hour=hour).at == at


def test_the_time_told_for_a_hearing_is_left_out_of_the_count() -> None:
    for paper in (CALL, HearingAnnouncement(matter="布点。", sign_up="电话。", until_on=LATER)):
        told = "".join(paper.sheet(HEAD).paragraphs)
        assert "自2026年3月20日起至2026年4月10日止，不计算在办理期限内（《行政许可法》第四十五条）" in told


def test_who_asks_for_a_hearing_need_not_say_why() -> None:
    assert HearingRequest().faults(FACTS) == ()
    assert "申请人就「食品经营许可」要求听证。" in HearingRequest().sheet(HEAD).paragraphs[0]


def test_the_applicant_is_told_of_a_defence_as_the_applicant() -> None:
    sheet = DefenceNotice(party=APPLICANT_AS_PARTY, interest="拟不予许可。").sheet(HEAD)
    assert sheet.addressee.startswith(HEAD.applicant)


def test_a_record_may_be_of_today() -> None:
    assert FACTS.hearing_set_on == FACTS.today == TODAY
