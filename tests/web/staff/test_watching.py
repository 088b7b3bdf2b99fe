"""The page of whoever runs the system: what is stuck or wrong, and what mends it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests import make
from tests.web.staff.desks import signed_in
from yizheng.law.words import Role
from yizheng.people.models import Post

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator(office: make.Office) -> Client:
    return signed_in(make.person("简恒", Role.OPERATOR, "XZSP"))


def test_whoever_runs_the_system_has_the_watch_for_a_desk(operator: Client) -> None:
    page = operator.get("/desk", follow=True)
    assert page.redirect_chain == [("/watch/", 302)]
    assert "没有卡住的办件" in page.content.decode()


def test_what_is_stuck_is_listed_with_what_mends_it(operator: Client, accepted: UUID) -> None:
    food = make.items(accepted)["FOOD_CATERING"]
    Post.objects.filter(organ=food.organ, role=Role.REVIEWER).delete()
    said = operator.get("/watch/").content.decode()
    assert "今天没有人在" in said
    assert f"yizheng appoint 登录名 姓名 reviewer {food.organ} --section {food.section}" in said
    assert f"/organ/item/{food.id}" in said


def test_a_long_list_goes_on_on_the_next_page(operator: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr("yizheng.licences.watch.MOST", 1)
    monkeypatch.setattr("yizheng.cases.queries.watch.AT_ONCE", 1)
    ids = sorted(make.filed(moment=make.at(2026, 3, 2)) for _ in range(2))
    assert f'href="/watch/?after={ids[0]}"' in operator.get("/watch/").content.decode()
    assert operator.get("/watch/?after=nonsense").status_code == 200


def test_nobody_else_finds_it(reviewer: Client, window: Client) -> None:
    assert reviewer.get("/watch/").status_code == 404
    assert window.get("/watch/").status_code == 404
