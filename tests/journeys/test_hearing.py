"""A place to sing: the law wants a hearing, whose time is left out and on whose record the decision rests.

Announced, called seven days ahead, chaired by somebody who did not examine, held, resumed, granted (行政许可法 45–48).
"""

from __future__ import annotations

from datetime import date

import pytest

from tests import make, published
from yizheng.cases.commands import Move, settle_case, step
from yizheng.cases.models import Hearing, ItemCase, PaperRecord
from yizheng.cases.papers import read
from yizheng.cases.queries.messages import messages
from yizheng.cases.queries.timeline import timeline
from yizheng.cases.timing import runs_of
from yizheng.catalogue import publishing
from yizheng.jobs import perform_lapses
from yizheng.law.authority import Who
from yizheng.law.clocks import due, working
from yizheng.law.papers import (
    Assignment,
    Grant,
    HearingAnnouncement,
    HearingCall,
    HearingRecord,
    HearingRequest,
    HearingRight,
    Paper,
    ProcedureEnded,
    Return,
    SpecialProcedure,
    Withdrawal,
)
from yizheng.law.words import ClockName, Role, State, Verb
from yizheng.ledger.command import Refused

pytestmark = pytest.mark.django_db

MONDAY = make.at(2026, 3, 2)
ANNOUNCED = make.at(2026, 3, 9)
CALLED = make.at(2026, 3, 11)
HEARING = date(2026, 3, 23)
ITEM = "ENTERTAIN"


@pytest.fixture
def office() -> make.Office:
    return make.office()


@pytest.fixture
def karaoke(office: make.Office) -> ItemCase:
    """The entertainment item of a karaoke bar, accepted on a Monday; the items before it are decided."""
    case_id = make.accepted(
        office, moment=MONDAY, case_id=make.filed(published.SITUATIONS["KTV"], industry="KTV", moment=MONDAY)
    )
    return make.items(case_id)[ITEM]


def do(item: ItemCase, verb: Verb, paper: Paper | None, who: Who, moment: object) -> ItemCase:
    step(item.case_id, [Move(item.id, verb, paper)], who=who, at=moment)  # type: ignore[arg-type]
    return now(item)


def now(item: ItemCase) -> ItemCase:
    return make.items(item.case_id)[item.item]


def announcement(until: date = date(2026, 3, 27)) -> HearingAnnouncement:
    return HearingAnnouncement(matter="设立歌舞娱乐场所，条例第十条。", sign_up="到窗口报名。", until_on=until)


def call(chair: Who, set_on: date = HEARING) -> HearingCall:
    return HearingCall(set_on=set_on, hour="09:30", place="大厅三楼会议室", chair=chair.id)


def record(held_on: date = HEARING, *, signed: bool = True) -> HearingRecord:
    return HearingRecord(
        held_on=held_on, present="申请人、邻居两户、审查人员。", said="邻居担心噪声，申请人已做隔声。",
        found="噪声检测达标。", signed=signed,
    )  # fmt: skip


def statutory_due(item: ItemCase) -> date:
    run = next(each for each in runs_of(now(item)) if each.clock == ClockName.STATUTORY)
    return due(run, publishing.calendar()).on


def refuses(item: ItemCase, verb: Verb, paper: Paper | None, who: Who, moment: object, says: str) -> None:
    with pytest.raises(Refused, match=says):
        do(item, verb, paper, who, moment)


def test_announced_called_held_and_granted_with_the_time_of_the_hearing_left_out(office, karaoke):
    reviewer, decider = office.reviewers["WLTY"], office.deciders["WLTY"]
    head = make.person("孙科长", Role.DECIDER, "WLTY")
    before = statutory_due(karaoke)
    make.visited(office, karaoke, moment=MONDAY)
    refuses(karaoke, Verb.REVIEW, make.opinion(karaoke), reviewer, MONDAY, "须先听证，再根据听证笔录提出审查意见")
    refuses(karaoke, Verb.CALL_HEARING, call(head), reviewer, MONDAY, "先公告听证")
    refuses(karaoke, Verb.TELL_HEARING, HearingRight(interest="x", parties="y"), reviewer, MONDAY, "请公告听证")

    item = do(karaoke, Verb.ANNOUNCE_HEARING, announcement(), reviewer, ANNOUNCED)
    assert (item.state, item.hearing) == (State.PAUSED, "announced")
    refuses(karaoke, Verb.RESUME, ProcedureEnded(result="没有。"), reviewer, CALLED, "听证还没有举行")
    refuses(karaoke, Verb.CALL_HEARING, call(head, date(2026, 3, 19)), reviewer, CALLED, "最早2026年3月20日举行")
    refuses(karaoke, Verb.CALL_HEARING, call(reviewer), reviewer, CALLED, "「主持人」请在给出的选项中选择")

    item = do(karaoke, Verb.CALL_HEARING, call(head), reviewer, CALLED)
    assert (item.state, item.hearing) == (State.PAUSED, "called")
    refuses(karaoke, Verb.HOLD_HEARING, record(), decider, make.at(2026, 3, 23, 16), "由主持人孙科长记录")
    refuses(karaoke, Verb.HOLD_HEARING, record(date(2026, 3, 20)), head, make.at(2026, 3, 23, 16), "2026年3月23日")
    refuses(karaoke, Verb.HOLD_HEARING, record(signed=False), head, make.at(2026, 3, 23, 16), "签字或者盖章")
    item = do(karaoke, Verb.HOLD_HEARING, record(), head, make.at(2026, 3, 23, 16))
    assert (item.state, item.hearing) == (State.REVIEWING, "held")

    calendar = publishing.calendar()
    left_out = calendar.workdays_between(date(2026, 3, 8), HEARING)
    assert left_out == 11, "from the announcement through the hearing"
    assert statutory_due(karaoke) == calendar.nth_workday_after(before, left_out)
    run = next(each for each in runs_of(item) if each.clock == ClockName.STATUTORY)
    skipped = [each for each in working(run, calendar) if "听证期间不计入" in each.why]
    assert {each.basis for each in skipped} == {"行政许可法 45"}
    assert len([each for each in skipped if calendar.is_workday(each.day)]) == left_out


def test_the_decision_names_the_record_and_the_book_tells_it_all(office, karaoke):
    reviewer, chair = office.reviewers["WLTY"], make.person("孙科长", Role.DECIDER, "WLTY")
    for first in ("FIRE_OPEN", "HEALTH_PUBLIC"):
        if first in make.items(karaoke.case_id):
            make.granted(office, make.items(karaoke.case_id)[first], moment=MONDAY)
    make.visited(office, karaoke, moment=MONDAY)
    do(karaoke, Verb.ANNOUNCE_HEARING, announcement(), reviewer, ANNOUNCED)
    do(karaoke, Verb.CALL_HEARING, call(chair), reviewer, CALLED)
    do(karaoke, Verb.HOLD_HEARING, record(), chair, make.at(2026, 3, 23, 16))
    refuses(karaoke, Verb.REVIEW, make.opinion(karaoke), chair, make.at(2026, 3, 24), "只能由审查人办理")
    make.reviewed(office, now(karaoke), moment=make.at(2026, 3, 24))
    item = do(karaoke, Verb.GRANT, Grant(scope="歌舞娱乐，包厢十二间"), office.deciders["WLTY"], make.at(2026, 3, 25))
    assert item.state == State.GRANTED
    decision = PaperRecord.objects.get(item_case_id=item.id, kind="grant")
    number = PaperRecord.objects.get(item_case_id=item.id, kind="hearing_record").number
    assert f"本决定根据听证笔录（{number}）作出" in "".join(read(decision).paragraphs)

    catalogue = publishing.version(make.case(item.case_id).catalogue_id)
    told = [each.text for each in messages(item.case_id, catalogue, make.at(2026, 3, 25))]
    assert any("依法要先听证，已经公告" in text for text in told)
    assert any("听证时间和地点定了" in text for text in told)
    happened = [each.text for each in timeline(item.case_id, catalogue, item.id)]
    assert any(text.startswith("公告听证") for text in happened)
    assert any(text.startswith("听证已举行") for text in happened)


def test_a_hearing_called_for_later_than_announced_is_told_anew_and_left_out_to_its_day(office, karaoke):
    reviewer, chair = office.reviewers["WLTY"], make.person("孙科长", Role.DECIDER, "WLTY")
    do(karaoke, Verb.ANNOUNCE_HEARING, announcement(date(2026, 3, 18)), reviewer, ANNOUNCED)
    item = do(karaoke, Verb.CALL_HEARING, call(chair), reviewer, CALLED)
    pauses = next(each for each in runs_of(item) if each.clock == ClockName.STATUTORY).pauses
    assert [(each.from_on, each.told_until) for each in pauses] == [
        (date(2026, 3, 9), date(2026, 3, 18)),
        (date(2026, 3, 19), HEARING),
    ]
    item = do(karaoke, Verb.CALL_HEARING, call(chair, date(2026, 3, 25)), reviewer, CALLED)
    assert Hearing.objects.get(item_case_id=item.id).set_for.date() == date(2026, 3, 25), "called anew for another day"


def test_nobody_gives_the_review_to_who_chairs_the_hearing(office, karaoke):
    reviewer, chair = office.reviewers["WLTY"], make.person("孙审查", Role.REVIEWER, "WLTY")
    do(karaoke, Verb.ANNOUNCE_HEARING, announcement(), reviewer, ANNOUNCED)
    do(karaoke, Verb.CALL_HEARING, call(chair), reviewer, CALLED)
    handed = Assignment(to=chair.id)
    refuses(karaoke, Verb.ASSIGN, handed, office.deciders["WLTY"], CALLED, "「分派给」请在给出的选项中选择")


def test_a_record_that_comes_late_leaves_out_no_more_than_was_told(office, karaoke):
    reviewer, chair = office.reviewers["WLTY"], make.person("孙科长", Role.DECIDER, "WLTY")
    do(karaoke, Verb.ANNOUNCE_HEARING, announcement(HEARING), reviewer, ANNOUNCED)
    do(karaoke, Verb.CALL_HEARING, call(chair), reviewer, CALLED)
    do(karaoke, Verb.HOLD_HEARING, record(), chair, make.at(2026, 4, 2))
    in_time = publishing.calendar().nth_workday_after(date(2026, 3, 30), 11)
    assert statutory_due(karaoke) == in_time


# --- where others have an interest: the right to ask ----------------------------------------------------------------

RIGHT = HearingRight(interest="油烟排放影响楼上住户。", parties="楼上住户刘某")


@pytest.fixture
def hotel(office: make.Office) -> ItemCase:
    """An item for which no law wants a hearing."""
    return make.items(make.accepted(office, moment=MONDAY))["FOOD_CATERING"]


def test_whoever_is_told_may_ask_within_five_days_and_it_is_held_within_twenty(office, hotel):
    reviewer, chair = office.reviewers["SCJG"], make.person("孙科长", Role.DECIDER, "SCJG")
    refuses(hotel, Verb.ASK_HEARING, HearingRequest(), make.applicant_of(hotel.case_id), MONDAY, "没有告知听证权利")
    item = do(hotel, Verb.TELL_HEARING, RIGHT, reviewer, MONDAY)
    assert (item.state, item.hearing) == (State.REVIEWING, "told")
    notice = read(PaperRecord.objects.get(item_case_id=item.id, kind="hearing_right"))
    assert "最迟2026年3月9日" in "".join(notice.paragraphs)
    assert notice.tables, "the notice prints how its day is counted"
    make.reviewed(office, item, moment=MONDAY)
    grant = Grant(scope="热食类食品制售")
    refuses(hotel, Verb.GRANT, grant, office.deciders["SCJG"], make.at(2026, 3, 4), "须先听证")

    asked = HearingRequest(asked_by="楼上住户刘某")
    item = do(hotel, Verb.ASK_HEARING, asked, office.window, make.at(2026, 3, 9, 23))
    assert item.hearing == "asked"
    refuses(hotel, Verb.CALL_HEARING, call(chair), reviewer, make.at(2026, 3, 10), "待决定")
    do(hotel, Verb.RETURN, Return(reasons="先听证。"), office.deciders["SCJG"], make.at(2026, 3, 10))
    late = call(chair, date(2026, 4, 8))
    refuses(hotel, Verb.CALL_HEARING, late, reviewer, make.at(2026, 3, 10), "最迟2026年4月7日")
    item = do(hotel, Verb.CALL_HEARING, call(chair), reviewer, make.at(2026, 3, 10))
    assert (item.state, item.hearing) == (State.PAUSED, "called")
    item = do(hotel, Verb.HOLD_HEARING, record(), chair, make.at(2026, 3, 23, 17))
    hearing = next(each for each in runs_of(item) if each.clock == ClockName.HEARING)
    assert hearing.stopped_on == HEARING


def test_a_hearing_that_the_organ_forgot_to_call_can_still_be_held_and_the_case_goes_on(office, hotel):
    reviewer, chair = office.reviewers["SCJG"], make.person("孙科长", Role.DECIDER, "SCJG")
    do(hotel, Verb.TELL_HEARING, RIGHT, reviewer, MONDAY)
    do(hotel, Verb.ASK_HEARING, HearingRequest(), make.applicant_of(hotel.case_id), make.at(2026, 3, 9))
    forgotten, first = make.at(2026, 4, 1), date(2026, 4, 13)
    refuses(hotel, Verb.CALL_HEARING, call(chair, date(2026, 4, 14)), reviewer, forgotten, "最早的一天，2026年4月13日")
    do(hotel, Verb.CALL_HEARING, call(chair, first), reviewer, forgotten)
    item = do(hotel, Verb.HOLD_HEARING, record(first), chair, make.at(2026, 4, 13, 16))
    assert (item.state, item.hearing) == (State.REVIEWING, "held")


def test_who_lets_five_days_pass_is_heard_no_more_and_the_law_dates_it(office, hotel):
    do(hotel, Verb.TELL_HEARING, RIGHT, office.reviewers["SCJG"], MONDAY)
    late = make.at(2026, 3, 12)
    settle_case(hotel.case_id, at=make.at(2026, 3, 9, 23))
    assert now(hotel).hearing == "told", "the fifth day is in time until midnight"
    refuses(hotel, Verb.ASK_HEARING, HearingRequest(), make.applicant_of(hotel.case_id), late, "已过五日的申请期限")
    assert perform_lapses(late) == 1
    assert now(hotel).hearing == "waived"
    catalogue = publishing.version(make.case(hotel.case_id).catalogue_id)
    (waived,) = [each for each in timeline(hotel.case_id, catalogue, hotel.id) if "没有人申请听证" in each.text]
    assert make.day_of(waived.at) == date(2026, 3, 10)
    make.granted(office, now(hotel), moment=late)
    assert now(hotel).state == State.GRANTED


def test_while_experts_review_no_hearing_is_called(office, hotel):
    reviewer, chair = office.reviewers["SCJG"], make.person("孙科长", Role.DECIDER, "SCJG")
    do(hotel, Verb.TELL_HEARING, RIGHT, reviewer, MONDAY)
    experts = SpecialProcedure(procedure="experts", why="工艺复杂。", until_on=date(2026, 3, 13))
    do(hotel, Verb.PAUSE, experts, reviewer, MONDAY)
    do(hotel, Verb.ASK_HEARING, HearingRequest(), make.applicant_of(hotel.case_id), make.at(2026, 3, 3))
    refuses(hotel, Verb.CALL_HEARING, call(chair), reviewer, make.at(2026, 3, 4), "正在进行另一项特别程序")
    do(hotel, Verb.RESUME, ProcedureEnded(result="可行。"), reviewer, make.at(2026, 3, 5))
    assert do(hotel, Verb.CALL_HEARING, call(chair), reviewer, make.at(2026, 3, 6)).state == State.PAUSED


def test_who_withdraws_ends_the_clocks_of_the_hearing_too(office, hotel):
    do(hotel, Verb.TELL_HEARING, RIGHT, office.reviewers["SCJG"], MONDAY)
    withdrawn = do(hotel, Verb.WITHDRAW, Withdrawal(reasons=""), make.applicant_of(hotel.case_id), MONDAY)
    assert all(run.stopped_on for run in runs_of(withdrawn))


# --- the decider finds that others must be heard ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("verb", "paper", "state", "hearing"),
    [
        (Verb.ANNOUNCE_HEARING, announcement(), State.PAUSED, "announced"),
        (Verb.TELL_HEARING, HearingRight(interest="采光。", parties="邻居"), State.REVIEWING, "told"),
    ],
)
def test_the_decider_who_finds_that_others_must_be_heard_says_so_and_the_review_goes_on(
    office: make.Office, verb: Verb, paper: Paper, state: State, hearing: str
) -> None:
    tobacco = make.items(make.accepted(office, moment=MONDAY))["TOBACCO"]
    make.reviewed(office, tobacco, moment=MONDAY)
    with pytest.raises(Refused, match="只能由决定人办理"):
        do(tobacco, verb, paper, office.reviewers["YCZM"], ANNOUNCED)
    item = do(tobacco, verb, paper, office.deciders["YCZM"], ANNOUNCED)
    assert (item.state, item.hearing, item.proposal) == (state, hearing, "")
    assert item.reviewer_id == office.reviewers["YCZM"].id, "it goes back to whoever examined"
    with pytest.raises(Refused):
        do(item, Verb.GRANT, make.grant_paper(), office.deciders["YCZM"], ANNOUNCED)
