"""受审分离: receiver, reviewer and decider are different people, and each organ decides its own item."""

import pytest

from tests import make
from yizheng.cases.commands import Move, step
from yizheng.law.authority import Post, Who
from yizheng.law.papers import Acceptance, Return
from yizheng.law.words import Role, Verb
from yizheng.ledger.command import Refused

pytestmark = pytest.mark.django_db

DAY = make.at(2026, 3, 2)


@pytest.fixture
def office():
    return make.office()


def everywhere(who: Who) -> Who:
    """The same person with every post in the hall, as happens in a small zone."""
    roles = (Role.WINDOW, Role.REVIEWER, Role.DECIDER)
    organs = ("XZSP", "SCJG", "XFJY", "YCZM")
    return Who(who.id, who.name, tuple(Post(role, organ) for role in roles for organ in organs))


def test_who_accepted_one_item_may_review_none_of_the_case(office):
    case_id = make.filed(moment=DAY)
    items = make.items(case_id)
    wang = everywhere(office.window)
    step(case_id, [Move(items["TOBACCO"].id, Verb.ACCEPT, Acceptance())], who=wang, at=DAY)
    others = [Move(each.id, Verb.ACCEPT, Acceptance()) for each in items.values() if each.item != "TOBACCO"]
    step(case_id, others, who=make.person("另一窗口", Role.WINDOW, "XZSP"), at=DAY)
    for code in ("TOBACCO", "FOOD_CATERING"):
        with pytest.raises(Refused, match="受审分离"):
            step(case_id, [Move(items[code].id, Verb.CLAIM)], who=wang, at=DAY)


def test_who_entered_the_application_at_the_window_may_not_review_it(office):
    wang = everywhere(office.window)
    case_id = make.filed(moment=DAY, by=wang)
    make.accepted(office, moment=DAY, case_id=case_id)
    with pytest.raises(Refused, match="您收件或受理了本件"):
        step(case_id, [Move(make.items(case_id)["TOBACCO"].id, Verb.CLAIM)], who=wang, at=DAY)


def test_who_reviewed_may_not_decide(office):
    case_id = make.accepted(office, moment=DAY)
    tobacco = make.items(case_id)["TOBACCO"]
    li = everywhere(office.reviewers[tobacco.organ])
    make.visited(office, tobacco, moment=DAY)
    step(case_id, [Move(tobacco.id, Verb.REVIEW, make.opinion(tobacco))], who=li, at=DAY)
    with pytest.raises(Refused, match="审查与决定应当由不同人员办理"):
        step(case_id, [Move(tobacco.id, Verb.GRANT, make.grant_paper())], who=li, at=DAY)


def test_no_organ_decides_for_another(office):
    case_id = make.accepted(office, moment=DAY)
    items = make.items(case_id)
    make.reviewed(office, items["TOBACCO"], moment=DAY)
    with pytest.raises(Refused, match="由青岛市烟草专卖局高新区专卖管理所实施"):
        step(case_id, [Move(items["TOBACCO"].id, Verb.GRANT, make.grant_paper())], who=office.deciders["XFJY"], at=DAY)


def test_what_one_reviewer_claimed_another_does_not_take(office):
    case_id = make.accepted(office, moment=DAY)
    tobacco = make.items(case_id)["TOBACCO"]
    step(case_id, [Move(tobacco.id, Verb.CLAIM)], who=office.reviewers[tobacco.organ], at=DAY)
    with pytest.raises(Refused, match="已由李审查认领"):
        step(case_id, [Move(tobacco.id, Verb.CLAIM)], who=make.person("孙审查", Role.REVIEWER, "YCZM"), at=DAY)


def test_nothing_is_granted_against_the_opinion_until_it_was_returned_and_given_anew(office):
    case_id = make.accepted(office, moment=DAY)
    tobacco = make.items(case_id)["TOBACCO"]
    decider = office.deciders[tobacco.organ]
    grant = Move(tobacco.id, Verb.GRANT, make.grant_paper())
    make.reviewed(office, tobacco, moment=DAY, proposal="refuse")
    with pytest.raises(Refused, match="审查意见为「建议不予」，不能直接准予"):
        step(case_id, [grant], who=decider, at=DAY)
    step(case_id, [Move(tobacco.id, Verb.RETURN, Return(reasons="请复核距离。"))], who=decider, at=DAY)
    assert make.items(case_id)["TOBACCO"].proposal == ""
    make.reviewed(office, tobacco, moment=DAY)
    step(case_id, [grant], who=decider, at=DAY)
    assert make.items(case_id)["TOBACCO"].state == "granted"


def test_an_opinion_for_a_grant_does_not_bind_who_decides_to_refuse(office):
    case_id = make.accepted(office, moment=DAY)
    tobacco = make.items(case_id)["TOBACCO"]
    make.reviewed(office, tobacco, moment=DAY)
    step(case_id, [Move(tobacco.id, Verb.REFUSE, make.refusal_paper())], who=office.deciders[tobacco.organ], at=DAY)
    assert make.items(case_id)["TOBACCO"].state == "refused"
