"""Filters kept under a name: saved, used again from a link, thrown away; one person's are no other's."""

from __future__ import annotations

import pytest
from django.test import Client

from tests import make
from tests.web.staff.desks import FOOD
from yizheng.people.models import SavedFilter

pytestmark = pytest.mark.django_db
MINE = {"pile": "open", "item": FOOD, "state": "reviewing"}


def test_a_filter_is_kept_shown_as_a_link_replaced_and_dropped(reviewer: Client, decider: Client) -> None:
    answer = reviewer.post("/organ/filters", {**MINE, "name": "食品审查中"}, follow=True)
    page = answer.content.decode()
    assert "已保存常用筛选「食品审查中」" in page
    assert answer.request["QUERY_STRING"].endswith("pile=open&item=FOOD_CATERING&state=reviewing")
    kept = SavedFilter.objects.get()
    assert kept.fields == MINE
    assert "食品审查中" not in decider.get("/organ/").content.decode()
    reviewer.post("/organ/filters", {"pile": "todo", "reviewer": "nobody", "name": "食品审查中"})
    assert SavedFilter.objects.get().fields == {"pile": "todo", "reviewer": "nobody"}
    assert decider.post(f"/organ/filters/{kept.pk}/drop").status_code == 404
    assert "已删除" in reviewer.post(f"/organ/filters/{kept.pk}/drop", follow=True).content.decode()
    assert not SavedFilter.objects.exists()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"name": "全部"}, "还没有选任何筛选条件"),
        ({**MINE, "name": ""}, "请给常用筛选起个名字"),
        ({**MINE, "name": "长" * 21}, "名字最多20个字"),
    ],
)
def test_a_filter_that_is_not_kept_says_why_and_loses_nothing(
    reviewer: Client, said: dict[str, str], sentence: str
) -> None:
    answer = reviewer.post("/organ/filters", said)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert said["name"] in answer.content.decode()


def test_nobody_keeps_filters_without_end(reviewer: Client, office: make.Office) -> None:
    for n in range(12):
        reviewer.post("/organ/filters", {**MINE, "name": f"第{n}个"})
    assert "最多保存12个" in reviewer.post("/organ/filters", {**MINE, "name": "再来一个"}).content.decode()
    assert reviewer.post("/organ/filters", {**MINE, "name": "第1个"}).status_code == 302
