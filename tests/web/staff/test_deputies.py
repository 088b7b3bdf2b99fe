"""The page 「我的代理」: ask a colleague, see who stands in for whom, end it."""

from __future__ import annotations

import pytest
from django.test import Client

from tests import make
from tests.web.staff.desks import signed_in
from yizheng.law.authority import Who
from yizheng.law.words import Role
from yizheng.people.models import Deputy, Post

pytestmark = pytest.mark.django_db


@pytest.fixture
def chu(office: make.Office) -> Who:
    return make.person("褚文静", Role.WINDOW, "SCJG")


def asked(reviewer: Client, office: make.Office, chu: Who, **more: str) -> dict[str, str]:
    post = str(Post.objects.get(person_id=office.reviewers["SCJG"].id).pk)
    return {"post": post, "person": chu.id, "from_on": "2026-03-02", "until_on": "2026-03-06", **more}


def test_a_colleague_is_asked_and_has_the_desk_until_it_is_ended(
    reviewer: Client, office: make.Office, chu: Who
) -> None:
    assert signed_in(chu).get("/organ/").status_code == 404
    answer = reviewer.post("/deputies/appoint", asked(reviewer, office, chu), follow=True)
    assert "已设定代理" in answer.content.decode()
    theirs = signed_in(chu)
    assert theirs.get("/organ/").status_code == 200
    assert "代理李审查" in theirs.get("/deputies").content.decode()
    there = Deputy.objects.get()
    assert theirs.post(f"/deputies/{there.pk}/end").status_code == 404
    assert "代理已结束" in reviewer.post(f"/deputies/{there.pk}/end", follow=True).content.decode()
    assert theirs.get("/organ/").status_code == 404


def test_a_refused_form_keeps_what_was_entered_and_names_the_fields(
    reviewer: Client, office: make.Office, chu: Who
) -> None:
    answer = reviewer.post("/deputies/appoint", asked(reviewer, office, chu, until_on="2026-03-01", person="nobody"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "结束的一天不能早于开始的一天" in page
    assert "请选择由谁代理" in page
    assert 'value="2026-03-01"' in page


def test_nobody_gives_away_a_post_that_is_not_theirs(decider: Client, office: make.Office, chu: Who) -> None:
    assert decider.post("/deputies/appoint", asked(decider, office, chu)).status_code == 404
    assert decider.post("/deputies/appoint", asked(decider, office, chu, post="?")).status_code == 404


def test_the_page_is_for_staff_alone_and_says_when_there_is_nobody_to_ask(office: make.Office) -> None:
    assert Client().get("/deputies").status_code == 302
    alone = make.person("独", Role.REVIEWER, "ALONE")
    assert "没有其他工作人员可以代理" in signed_in(alone).get("/deputies").content.decode()


def test_a_head_and_a_supervisor_name_a_deputy_for_themselves_the_head_one_who_decides(
    decider: Client, office: make.Office, chu: Who
) -> None:
    head, supervisor = make.person("周局长", Role.HEAD, "SCJG"), make.person("聂监管", Role.SUPERVISOR, "SCJG")
    for who, stands_in in ((head, office.deciders["SCJG"]), (supervisor, chu)):
        browser = signed_in(who)
        assert "我的代理" in browser.get("/deputies").content.decode()
        said = asked(browser, office, stands_in, post=str(Post.objects.get(person_id=who.id).pk))
        if who is head:
            refused = browser.post("/deputies/appoint", said | {"person": chu.id})
            assert "机关负责人由本机关其他负责人或者决定人代理" in refused.content.decode()
        assert "已设定代理" in browser.post("/deputies/appoint", said, follow=True).content.decode()
    assert Deputy.objects.count() == 2
