"""§7-12 Number-limited item: the legal instant of acceptance decides, nobody jumps ahead unnoticed (行政许可法 57)."""

from datetime import timedelta

import pytest

from tests import make
from yizheng.cases.commands import Move, settle_case, step
from yizheng.cases.queries.item_page import item_page
from yizheng.law.papers import Acceptance, Grant
from yizheng.law.words import Verb
from yizheng.ledger.command import Refused

pytestmark = pytest.mark.django_db

FRIDAY = make.at(2021, 2, 5)
TOBACCO = "TOBACCO"


@pytest.fixture
def office():
    return make.office()


def shop(office, moment, name):
    """A restaurant that sells tobacco, filed under this name."""
    return make.filed(moment=moment, form={"applicant_name": name})


def accept(office, case_id, moment):
    step(case_id, [Move(make.items(case_id)[TOBACCO].id, Verb.ACCEPT, Acceptance())], who=office.window, at=moment)


def grant(office, case_id, moment, *checked):
    move = Move(make.items(case_id)[TOBACCO].id, Verb.GRANT, Grant(scope="卷烟零售", ahead=checked))
    step(case_id, [move], who=office.deciders["YCZM"], at=moment)


def number(case_id):
    return make.case(case_id).number


def queue(office, case_id, moment):
    """Whom the organ sees in the queue, in order."""
    page = item_page(make.items(case_id)[TOBACCO].id, office.reviewers["YCZM"], moment.date())
    return [each.number for each in page.queue]


def test_whoever_was_accepted_a_second_sooner_comes_first_whatever_the_channel(office):
    first, second = shop(office, FRIDAY, "甲店"), shop(office, FRIDAY, "乙店")
    accept(office, second, FRIDAY + timedelta(seconds=1))
    accept(office, first, FRIDAY + timedelta(seconds=2))
    assert queue(office, first, FRIDAY) == [number(second), number(first)]


def test_accepted_in_the_same_instant_the_receipt_decides(office):
    later, sooner = shop(office, FRIDAY + timedelta(seconds=1), "甲店"), shop(office, FRIDAY, "乙店")
    for case_id in (later, sooner):
        accept(office, case_id, FRIDAY + timedelta(hours=1))
    assert queue(office, later, FRIDAY) == [number(sooner), number(later)]


def test_nobody_is_granted_past_an_earlier_one_that_was_not_looked_at(office):
    first, second = shop(office, FRIDAY, "甲店"), shop(office, FRIDAY, "乙店")
    accept(office, first, FRIDAY + timedelta(minutes=1))
    accept(office, second, FRIDAY + timedelta(minutes=2))
    make.reviewed(office, make.items(second)[TOBACCO], moment=FRIDAY + timedelta(hours=2))
    with pytest.raises(Refused, match="受理在先、还没有决定的有1件没有核对，不能越过（行政许可法第五十七条）"):
        grant(office, second, FRIDAY + timedelta(hours=3))
    grant(office, second, FRIDAY + timedelta(hours=3), number(first))
    assert make.items(second)[TOBACCO].state == "granted"


def test_the_first_in_the_queue_has_nobody_to_look_at(office):
    first, second = shop(office, FRIDAY, "甲店"), shop(office, FRIDAY, "乙店")
    accept(office, first, FRIDAY + timedelta(minutes=1))
    accept(office, second, FRIDAY + timedelta(minutes=2))
    make.reviewed(office, make.items(first)[TOBACCO], moment=FRIDAY + timedelta(hours=2))
    grant(office, first, FRIDAY + timedelta(hours=3))
    assert make.items(first)[TOBACCO].state == "granted"


@pytest.mark.parametrize("performed", [True, False])
def test_a_later_deemed_acceptance_does_not_jump_ahead_unnoticed(office, performed):
    """Received first and never answered: from 02-19 on the law says that it was accepted on 02-05, before the other."""
    unanswered = shop(office, FRIDAY, "甲店")
    other = shop(office, FRIDAY + timedelta(days=5), "乙店")
    accept(office, other, FRIDAY + timedelta(days=5, hours=1))
    make.reviewed(office, make.items(other)[TOBACCO], moment=FRIDAY + timedelta(days=5, hours=2))
    assert queue(office, other, make.at(2021, 2, 18)) == [number(other)]
    lapsed = make.at(2021, 2, 19)
    if performed:
        settle_case(unanswered, at=lapsed)
    assert queue(office, other, lapsed) == [number(unanswered), number(other)]
    with pytest.raises(Refused, match="受理在先"):
        grant(office, other, lapsed)
    grant(office, other, lapsed, number(unanswered))


def test_an_item_without_a_limit_has_no_queue(office):
    case_id = make.accepted(office, moment=FRIDAY)
    make.accepted(office, moment=FRIDAY)
    page = item_page(make.items(case_id)["FOOD_CATERING"].id, office.reviewers["SCJG"], FRIDAY.date())
    assert page.queue == ()


def test_whoever_was_decided_while_the_form_stood_open_is_not_ahead_any_more(office):
    first, second = shop(office, FRIDAY, "甲店"), shop(office, FRIDAY, "乙店")
    accept(office, first, FRIDAY + timedelta(minutes=1))
    accept(office, second, FRIDAY + timedelta(minutes=2))
    for case_id in (first, second):
        make.reviewed(office, make.items(case_id)[TOBACCO], moment=FRIDAY + timedelta(hours=2))
    grant(office, first, FRIDAY + timedelta(hours=3))
    grant(office, second, FRIDAY + timedelta(hours=3), number(first))
    assert make.items(second)[TOBACCO].state == "granted"
