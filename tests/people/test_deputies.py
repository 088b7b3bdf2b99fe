"""Deputies 代理: who stands in for whom, from which day until which, and who may not."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from tests import make
from tests.web.staff.desks import FOOD
from yizheng.cases.commands import Move, step
from yizheng.cases.models import Decision, PaperRecord
from yizheng.law.authority import Who
from yizheng.law.words import Role, Verb
from yizheng.ledger.command import NotFound, Refused
from yizheng.ledger.models import Entry
from yizheng.people.commands import Asked, appoint, deputise, end_deputy
from yizheng.people.deputies import deputising
from yizheng.people.models import Deputy, Person, Post
from yizheng.people.queries import person, who

pytestmark = pytest.mark.django_db

MONDAY, FRIDAY = date(2026, 3, 2), date(2026, 3, 6)
AT = make.at(2026, 3, 2)


@pytest.fixture
def li() -> Person:
    return somebody("li", "李审查", Role.REVIEWER, "SCJG", "SPJY")


@pytest.fixture
def chu() -> Person:
    return somebody("chu", "褚文静", Role.REVIEWER, "SCJG", "YPJG")


def somebody(username: str, name: str, role: Role, organ: str, section: str = "") -> Person:
    return appoint(username=username, name=name, role=role, organ=organ, section=section, from_on=make.FIRST_DAY)


def stand_in(
    principal: Person, deputy: Person | None, first: date | None = MONDAY, last: date | None = FRIDAY, on: date = MONDAY
) -> None:
    posts = Post.objects.filter(person=principal).values_list("id", flat=True)
    asked = Asked(deputy.pk if deputy else None, first, last)
    deputise(list(posts), asked, of=principal.pk, by="李审查", on=on, at=AT)


def test_a_deputy_has_the_post_on_its_days_and_on_no_other(li: Person, chu: Person) -> None:
    stand_in(li, chu)
    assert [post.for_name for post in who(chu, MONDAY).posts] == ["", "李审查"]
    assert [post.section for post in who(chu, FRIDAY).posts if post.for_id == str(li.pk)] == ["SPJY"]
    assert [post.for_name for post in who(chu, date(2026, 3, 7)).posts] == [""]
    assert [post.for_name for post in who(chu, date(2026, 3, 1)).posts] == [""]


def test_a_deputy_has_no_more_than_the_principal_still_holds(li: Person, chu: Person) -> None:
    stand_in(li, chu)
    Post.objects.filter(person=li).update(until_on=date(2026, 3, 3))
    assert len(who(chu, date(2026, 3, 3)).posts) == 2
    assert len(who(chu, date(2026, 3, 4)).posts) == 1


def test_ending_it_works_at_once_and_the_record_stays(li: Person, chu: Person) -> None:
    stand_in(li, chu)
    (there,) = deputising(li.pk, MONDAY).deputies
    with pytest.raises(NotFound):
        end_deputy(there.id, of=chu.pk, at=AT)
    end_deputy(there.id, of=li.pk, at=AT)
    assert [post.for_name for post in who(chu, MONDAY).posts] == [""]
    assert Deputy.objects.get().ended_at == AT
    stand_in(li, chu)


def test_who_cannot_be_a_deputy_and_when_is_said_in_a_sentence(li: Person, chu: Person) -> None:
    fire = somebody("xing", "邢志强", Role.REVIEWER, "XFJY")
    Post.objects.filter(person=li).update(until_on=date(2026, 3, 31))
    stand_in(li, chu, first=date(2026, 3, 10), last=date(2026, 3, 12))
    for deputy, first, last, says in (
        (None, MONDAY, FRIDAY, "请选择由谁代理"),
        (li, MONDAY, FRIDAY, "不能由本人代理"),
        (fire, MONDAY, FRIDAY, "只能由本机关的工作人员代理"),
        (chu, None, FRIDAY, "从哪一天开始"),
        (chu, MONDAY, None, "到哪一天为止"),
        (chu, date(2026, 2, 27), FRIDAY, "不能倒填日期"),
        (chu, FRIDAY, MONDAY, "不能早于开始的一天"),
        (chu, MONDAY, date(2026, 4, 1), "不能超过该岗位的任职结束日"),
        (chu, MONDAY, date(2026, 3, 10), "已由褚文静代理"),
    ):
        with pytest.raises(Refused, match=says):
            stand_in(li, deputy, first, last)
    assert Deputy.objects.count() == 1


def test_two_names_too_long_for_a_paper_are_refused_before_a_paper_needs_them() -> None:
    li = somebody("ai", "艾" * 20, Role.REVIEWER, "SCJG")
    with pytest.raises(Refused, match="文书上写不下"):
        stand_in(li, somebody("long", "长" * 60, Role.REVIEWER, "SCJG"), last=date(2026, 3, 3))


def test_nobody_gives_away_the_post_of_another(li: Person, chu: Person) -> None:
    post: UUID = Post.objects.get(person=li).pk
    for posts in ([post], []):
        with pytest.raises(NotFound):
            deputise(posts, Asked(li.pk, MONDAY, FRIDAY), of=chu.pk, by="褚文静", on=MONDAY, at=AT)


def test_a_deputy_decides_in_the_name_of_the_principal_and_every_paper_says_so() -> None:
    office = make.office()
    zhao, zhou = person(UUID(office.deciders["SCJG"].id)), somebody("zhou", "周启航", Role.WINDOW, "SCJG")
    stand_in(zhao, zhou)
    deputy: Who = who(zhou, MONDAY)
    item = make.items(make.accepted(office, moment=AT))[FOOD]
    make.reviewed(office, item, moment=AT)
    grant = Move(item.id, Verb.GRANT, make.grant_paper())
    step(item.case_id, [grant], who=deputy, at=AT, key="once")
    assert step(item.case_id, [grant], who=deputy, at=AT, key="once").repeated
    decision = Decision.objects.get(item_case=item)
    assert (decision.person_id, decision.person_name) == (str(zhou.pk), "周启航（代理赵决定）")
    paper = PaperRecord.objects.get(item_case=item, kind="grant")
    assert (paper.maker_name, paper.head["handler"]) == ("周启航（代理赵决定）", "周启航（代理赵决定）")
    assert Entry.objects.get(kind="item.grant").who_name == "周启航（代理赵决定）"


def test_a_deputy_does_not_decide_on_what_they_reviewed_themselves() -> None:
    office = make.office()
    zhao, li = (person(UUID(each["SCJG"].id)) for each in (office.deciders, office.reviewers))
    stand_in(zhao, li)
    item = make.items(make.accepted(office, moment=AT))[FOOD]
    make.reviewed(office, item, moment=AT)
    with pytest.raises(Refused, match="您审查了本件"):
        step(item.case_id, [Move(item.id, Verb.GRANT, make.grant_paper())], who=who(li, MONDAY), at=AT)


def test_a_case_received_by_a_deputy_of_the_window_says_for_whom() -> None:
    office = make.office()
    window, miao = person(UUID(office.window.id)), somebody("miao", "苗春雨", Role.LEAD, office.window.posts[0].organ)
    stand_in(window, miao)
    case = make.case(make.filed(moment=AT, by=who(miao, MONDAY)))
    assert (case.receiver_id, case.receiver_name) == (str(miao.pk), "苗春雨（代理王窗口）")
