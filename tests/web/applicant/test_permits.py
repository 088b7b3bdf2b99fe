"""The holder after the grant: one change for all permits, renewal in its window, and what the pages say meanwhile."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from tests import holders, make
from tests.web.applicant.test_after_filing import opened
from tests.web.staff.desks import clock_at
from yizheng.licences import queries

pytestmark = pytest.mark.django_db
GRANTED = make.at(2021, 10, 8)


@pytest.fixture
def case_id() -> UUID:
    """Food until 2026-10-07, fire for ever."""
    return holders.with_permits(make.office(), "FOOD_CATERING", "FIRE_OPEN", moment=GRANTED)


def page(client: Client, number: str) -> str:
    return client.get(reverse("own-permits", args=[number])).content.decode()


def test_a_change_is_asked_once_and_the_scan_says_old_and_new(client: Client, case_id: UUID, monkeypatch: Any) -> None:
    clock_at(monkeypatch, make.at(2022, 3, 1))
    number = opened(client, case_id)
    assert reverse("own-permits", args=[number]) in client.get(reverse("progress", args=[number])).content.decode()
    assert "经营场所须重新申请许可" in page(client, number)
    empty = client.post(reverse("ask-change", args=[number]), {"holder": ""})
    assert (empty.status_code, "请至少填写一项" in empty.content.decode()) == (422, True)
    said = {"representative": "李新任", "premises": "", "holder": ""}
    assert client.post(reverse("ask-change", args=[number]), said).status_code == 302
    assert "该许可现为「变更中（仍有效）」" in page(client, number)
    token = queries.licence_of(case_id, make.at(2022, 3, 1)).token
    scan = client.get(reverse("verify-licence", args=[token])).content.decode()
    assert "变更为“李新任”：等待机关决定" in scan
    assert "全部有效" in scan


def test_renewal_is_asked_in_its_window_and_both_ends_are_explained(
    client: Client, case_id: UUID, monkeypatch: Any
) -> None:
    clock_at(monkeypatch, make.at(2026, 3, 2))
    number = opened(client, case_id)
    food = holders.permit(case_id, "FOOD_CATERING")
    early = client.post(reverse("ask-renewal", args=[number, food.id]), {"note": ""})
    assert (early.status_code, "还没有到延续申请期" in early.content.decode()) == (409, True)
    assert "往前数15个工作日是2026年9月10日" in page(client, number)
    clock_at(monkeypatch, make.at(2026, 9, 10))
    assert "不到30天到期" in page(client, number)
    assert client.post(reverse("ask-renewal", args=[number, food.id]), {"note": "没有变化"}).status_code == 302
    assert "延续审查中（仍有效）" in page(client, number)
    clock_at(monkeypatch, make.at(2026, 10, 8, 0, 1))
    assert "视为准予延续" in page(client, number)


def test_somebody_elses_permits_are_not_there(client: Client, case_id: UUID) -> None:
    number = make.case(case_id).number
    food = holders.permit(case_id, "FOOD_CATERING")
    assert client.get(reverse("own-permits", args=[number])).status_code == 404
    assert client.post(reverse("ask-change", args=[number]), {"holder": "新"}).status_code == 404
    assert client.post(reverse("ask-renewal", args=[number, food.id])).status_code == 404
