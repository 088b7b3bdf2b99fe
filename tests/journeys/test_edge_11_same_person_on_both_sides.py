"""Edge case 11: 受审分离, the same person on both sides; each organ decides its own item (domain §7-11)."""

import pytest

from tests import make
from yizheng.cases.commands import Move, step
from yizheng.cases.models import Decision, PaperRecord
from yizheng.law.authority import Post, Who
from yizheng.law.papers import Acceptance, Assignment, Cosignature, Return, SeparationException
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


# --- a small office: substitutes first, then an exception, and never fewer than the least number ---------------------


def excepted(office, item_case, person, pair, at=DAY):
    """The head of the organ lets one person do two things in this item-case."""
    head = make.person("周局长", Role.HEAD, item_case.organ)
    paper = SeparationException(person=person.id, pair=pair, reasons="本科室只有一人，已问过药械科，没有替补人员。")
    step(item_case.case_id, [Move(item_case.id, Verb.EXCEPT, paper)], who=head, at=at)


def test_a_substitute_who_has_had_no_hand_in_it_decides_for_whoever_reviewed(office):
    case_id = make.accepted(office, moment=DAY)
    tobacco = make.items(case_id)["TOBACCO"]
    chief = make.person("丁科长", Role.DECIDER, tobacco.organ)
    make.person("丁科长", Role.REVIEWER, tobacco.organ)
    chief = Who(chief.id, chief.name, (Post(Role.DECIDER, tobacco.organ), Post(Role.REVIEWER, tobacco.organ)))
    step(case_id, [Move(tobacco.id, verb, paper) for verb, paper in make.visit_papers(DAY)][:1], who=chief, at=DAY)
    step(case_id, [Move(tobacco.id, verb, paper) for verb, paper in make.visit_papers(DAY)][1:], who=chief, at=DAY)
    step(case_id, [Move(tobacco.id, Verb.REVIEW, make.opinion(tobacco))], who=chief, at=DAY)
    grant = Move(tobacco.id, Verb.GRANT, make.grant_paper())
    with pytest.raises(Refused, match="审查与决定应当由不同人员办理"):
        step(case_id, [grant], who=chief, at=DAY)
    step(case_id, [grant], who=office.deciders[tobacco.organ], at=DAY)
    assert make.items(case_id)["TOBACCO"].state == "granted"


def test_nobody_is_assigned_an_item_of_a_case_they_received(office):
    both = make.person("李审查", Role.REVIEWER, "YCZM")
    wang = Who(both.id, both.name, (*both.posts, Post(Role.WINDOW, "XZSP")))
    case_id = make.filed(moment=DAY, by=wang)
    make.accepted(office, moment=DAY, case_id=case_id)
    tobacco = make.items(case_id)["TOBACCO"]
    assign = Move(tobacco.id, Verb.ASSIGN, Assignment(to=both.id))
    with pytest.raises(Refused, match="请在给出的选项中选择"):
        step(case_id, [assign], who=office.deciders["YCZM"], at=DAY)
    excepted(office, tobacco, both, "receive-review")
    step(case_id, [assign], who=office.deciders["YCZM"], at=DAY)
    assert make.items(case_id)["TOBACCO"].reviewer_id == both.id


def test_an_exception_of_the_head_lets_one_person_do_two_things_in_one_item_with_the_reason_on_paper(office):
    case_id = make.accepted(office, moment=DAY)
    items = make.items(case_id)
    tobacco, food = items["TOBACCO"], items["FOOD_CATERING"]
    li = everywhere(office.reviewers["YCZM"])
    make.reviewed(office, tobacco, moment=DAY)
    grant = Move(tobacco.id, Verb.GRANT, make.grant_paper())
    with pytest.raises(Refused, match="受审分离"):
        step(case_id, [grant], who=li, at=DAY)
    excepted(office, tobacco, li, "review-decide")
    step(case_id, [grant], who=li, at=DAY)
    assert make.items(case_id)["TOBACCO"].state == "granted"
    told = PaperRecord.objects.get(kind=SeparationException.KIND)
    assert "本科室只有一人" in told.data["reasons"]
    assert make.items(case_id)["FOOD_CATERING"].exceptions == [], "for this item alone"
    assert food.organ != tobacco.organ


def test_only_the_head_of_the_organ_makes_an_exception(office):
    case_id = make.accepted(office, moment=DAY)
    tobacco = make.items(case_id)["TOBACCO"]
    paper = SeparationException(person=office.window.id, pair="receive-review", reasons="没有别人。")
    for who in (office.deciders["YCZM"], office.window, make.person("别局长", Role.HEAD, "SCJG")):
        with pytest.raises(Refused):
            step(case_id, [Move(tobacco.id, Verb.EXCEPT, paper)], who=who, at=DAY)


def test_a_head_who_also_decides_has_an_exception_from_another_head_and_never_from_themselves(office):
    case_id = make.accepted(office, moment=DAY)
    tobacco = make.items(case_id)["TOBACCO"]
    zhao = office.deciders["YCZM"]
    head = Who(zhao.id, zhao.name, (*zhao.posts, Post(Role.HEAD, "YCZM")))
    deputy = Who("other", "别人", (Post(Role.HEAD, "YCZM", for_id=zhao.id, for_name=zhao.name),))
    paper = SeparationException(person=zhao.id, pair="review-decide", reasons="没有别人。")
    for who in (head, deputy):
        with pytest.raises(Refused, match=r"不能为自己批准例外.*改革方案第四部分"):
            step(case_id, [Move(tobacco.id, Verb.EXCEPT, paper)], who=who, at=DAY)
    excepted(office, tobacco, zhao, "review-decide")
    assert make.items(case_id)["TOBACCO"].exceptions == [[zhao.id, "review-decide"]]


def test_no_exception_goes_below_two_people(office):
    """Filed online and accepted by lapse of time, so that nobody of the hall had a hand in it."""
    case_id = make.filed(moment=DAY)
    late = make.at(2026, 3, 16)
    tobacco = make.items(case_id)["TOBACCO"]
    li = everywhere(office.reviewers["YCZM"])
    make.reviewed(office, tobacco, moment=late)
    excepted(office, tobacco, li, "review-decide", at=late)
    with pytest.raises(Refused, match="至少要有2个人经手，现在只有1人"):
        step(case_id, [Move(tobacco.id, Verb.GRANT, make.grant_paper())], who=li, at=late)
    step(case_id, [Move(tobacco.id, Verb.GRANT, make.grant_paper())], who=office.deciders["YCZM"], at=late)


def test_what_bars_the_holder_of_a_post_bars_whoever_stands_in(office):
    case_id = make.accepted(office, moment=DAY)
    tobacco = make.items(case_id)["TOBACCO"]
    make.reviewed(office, tobacco, moment=DAY)
    li = office.reviewers["YCZM"]
    deputy = Who("chu", "褚代理", (Post(Role.DECIDER, "YCZM", "", li.id, li.name),))
    with pytest.raises(Refused, match="代理人也不能以其岗位"):
        step(case_id, [Move(tobacco.id, Verb.GRANT, make.grant_paper())], who=deputy, at=DAY)


def test_who_signed_second_does_not_decide_by_a_deputy_either(office):
    """Found by walking at random: the second signature barred its writer, but not whoever stood in for them."""
    case_id = make.accepted(office, moment=DAY)
    tobacco = make.items(case_id)["TOBACCO"]
    make.reviewed(office, tobacco, moment=DAY)
    zhao = office.deciders["YCZM"]
    signed = Cosignature(agrees="yes", words="同意。")
    step(case_id, [Move(tobacco.id, Verb.COSIGN, signed)], who=zhao, at=DAY)
    deputy = Who("chu", "褚代理", (Post(Role.DECIDER, "YCZM", "", zhao.id, zhao.name),))
    with pytest.raises(Refused, match="被代理人收件、受理、审查或会签过本件"):
        step(case_id, [Move(tobacco.id, Verb.REFUSE, make.refusal_paper())], who=deputy, at=DAY)


def test_a_claim_takes_no_paper_and_makes_no_decision(office):
    """Found by walking at random: a grant that came along with a claim was kept as a decision."""
    case_id = make.accepted(office, moment=DAY)
    tobacco = make.items(case_id)["TOBACCO"]
    with pytest.raises(Refused, match="「认领」不附文书"):
        step(case_id, [Move(tobacco.id, Verb.CLAIM, make.grant_paper())], who=office.reviewers["YCZM"], at=DAY)
    assert not Decision.objects.exists()
