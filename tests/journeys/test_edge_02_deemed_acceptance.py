"""Edge case 2: deemed acceptance 视为受理, the example of the domain to the day (行政许可法 32(1)(4))."""

from datetime import date

import pytest

from tests import make
from yizheng.cases.commands import Move, add_point, issue_supplement, settle_case, step
from yizheng.cases.timing import lapsed, runs_of
from yizheng.catalogue import publishing
from yizheng.jobs import perform_lapses
from yizheng.law.clocks import due
from yizheng.law.papers import Acceptance, NonAcceptance
from yizheng.law.words import State, Verb
from yizheng.ledger.book import entries_of
from yizheng.ledger.command import Refused

pytestmark = pytest.mark.django_db

RECEIVED = make.at(2021, 2, 5, 16, 45)
LAST_MINUTE = make.at(2021, 2, 18, 23, 59)
NEXT_MORNING = make.at(2021, 2, 19, 8, 30)


@pytest.fixture
def office():
    return make.office()


@pytest.fixture
def case_id(office):
    return make.filed(moment=RECEIVED)


def statutory(item_case):
    run = next(run for run in runs_of(item_case) if run.clock == "statutory")
    return due(run, publishing.calendar()).on


def test_until_the_last_minute_of_the_fifth_working_day_the_window_may_still_tell(office, case_id):
    tobacco = make.items(case_id)["TOBACCO"]
    assert tobacco.due_on == date(2021, 2, 18)
    add_point(
        case_id,
        tobacco.id,
        target="premises_address",
        problem="没有门牌号",
        remedy="补写门牌号",
        who=office.window,
        at=LAST_MINUTE,
    )
    issue_supplement(case_id, who=office.window, at=LAST_MINUTE)
    assert make.items(case_id)["TOBACCO"].state == State.SUPPLEMENTING


def test_after_the_fifth_working_day_every_item_is_accepted_from_the_day_of_receipt(case_id):
    assert perform_lapses(NEXT_MORNING) == 1
    tobacco = make.items(case_id)["TOBACCO"]
    assert (tobacco.state, tobacco.deemed) == (State.REVIEWING, True)
    assert tobacco.accepted_at == RECEIVED
    assert statutory(tobacco) == date(2021, 3, 10), "counted from 02-05, not from the day the law spoke (03-17)"


def test_the_book_says_that_the_law_acted_at_the_midnight_after_the_last_day(case_id):
    settle_case(case_id, at=make.at(2021, 2, 25))
    spoken = [entry for entry in entries_of(case_id) if entry.kind == "item.lapse"]
    assert {entry.at for entry in spoken} == {make.at(2021, 2, 19, 0, 0)}
    assert {entry.who_name for entry in spoken} == {"法定期限届满"}


def test_it_holds_at_every_read_though_nobody_performed_it(case_id):
    tobacco = make.items(case_id)["TOBACCO"]
    calendar = publishing.calendar()
    assert not lapsed(tobacco, date(2021, 2, 18), calendar)
    assert lapsed(tobacco, date(2021, 2, 19), calendar)


@pytest.mark.parametrize(
    ("verb", "paper"),
    [
        (Verb.ACCEPT, Acceptance()),
        (Verb.NOT_ACCEPT, NonAcceptance(ground="other", reasons="材料不齐")),
    ],
)
def test_the_door_lets_the_clock_speak_before_it_hears_the_window(office, case_id, verb, paper):
    tobacco = make.items(case_id)["TOBACCO"]
    with pytest.raises(Refused, match="自收到申请材料之日起即为受理"):
        step(case_id, [Move(tobacco.id, verb, paper)], who=office.window, at=NEXT_MORNING)


def test_the_supplement_is_locked_once_the_law_has_accepted(office, case_id):
    tobacco = make.items(case_id)["TOBACCO"]
    with pytest.raises(Refused, match="第三十二条第一款第四项"):
        add_point(
            case_id, tobacco.id, target="premises_address", problem="x", remedy="y", who=office.window, at=NEXT_MORNING
        )


def test_the_reviewer_can_claim_at_once_because_the_door_has_accepted(office, case_id):
    tobacco = make.items(case_id)["TOBACCO"]
    step(case_id, [Move(tobacco.id, Verb.CLAIM)], who=office.reviewers[tobacco.organ], at=NEXT_MORNING)
    assert make.items(case_id)["TOBACCO"].reviewer_name == "李审查"
    assert make.items(case_id)["SEWER"].state == State.REVIEWING


def test_a_receipt_on_a_rest_day_is_due_on_the_same_day_as_one_on_friday(office):
    saturday = make.filed(moment=make.at(2021, 2, 6, 22, 30))
    assert make.items(saturday)["TOBACCO"].due_on == date(2021, 2, 18)
