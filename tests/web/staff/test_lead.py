"""The lead department sees what is late, orders an organ to explain, and reads the answer (优化营商环境条例 36)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests import make
from tests.web.staff.desks import FOOD, clock_at, food, signed_in
from yizheng.cases.models import Inquiry
from yizheng.law.words import Role

pytestmark = pytest.mark.django_db
LATE = make.at(2026, 5, 11)


@pytest.fixture
def lead(office: make.Office) -> Client:
    return signed_in(make.person("乔牵头", Role.LEAD, "XZSP"))


def text_of(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def test_the_lead_finds_what_is_late_from_its_desk(lead: Client, accepted: UUID, monkeypatch: Any) -> None:
    assert 'href="/lead/late"' in text_of(lead, str(lead.get("/desk")["Location"]))
    assert "没有逾期未决定的" in text_of(lead, "/lead/late")
    clock_at(monkeypatch, LATE)
    page = text_of(lead, "/lead/late")
    assert make.case(accepted).holder in page
    assert "还没有公开" in page


def test_the_pages_of_late_items_follow_each_other(lead: Client, accepted: UUID, monkeypatch: Any) -> None:
    clock_at(monkeypatch, LATE)
    monkeypatch.setattr("yizheng.ledger.paging.ROWS", 2)
    first = text_of(lead, "/lead/late")
    following = first.split('rel="next" href="?')[1].split('"')[0].replace("&amp;", "&")
    second = text_of(lead, f"/lead/late?{following}")
    assert not set(addresses(first)) & set(addresses(second))


def addresses(page: str) -> list[str]:
    return [part.split('"')[0] for part in page.split('class="row-link" href="')[1:]]


def test_the_lead_orders_and_the_organ_answers(
    lead: Client, decider: Client, office: make.Office, accepted: UUID
) -> None:
    address = f"/lead/item/{make.items(accepted)[FOOD].id}"
    assert lead.post(f"{address}/supervise", {"words": "为什么慢？", "until_on": "2026-03-01"}).status_code == 422
    assert lead.post(f"{address}/supervise", {"words": "为什么慢？", "until_on": "2026-03-05"}).status_code == 302
    assert "为什么慢？" in text_of(decider, food(accepted))
    sent = {"inquiry": str(Inquiry.objects.get().id), "answer": "等检测报告。"}
    assert decider.post(f"{food(accepted)}/report_back", sent).status_code == 302
    assert "答：等检测报告。" in text_of(lead, address)


def test_the_lead_decides_nothing_and_opens_no_file(lead: Client, accepted: UUID) -> None:
    item = make.items(accepted)[FOOD]
    assert lead.post(f"/lead/item/{item.id}/claim").status_code == 404
    files = make.case(accepted).materials.values_list("id", flat=True)
    assert lead.get(f"/material/{files[0]}").status_code == 404


def test_nobody_else_supervises(reviewer: Client, window: Client, accepted: UUID) -> None:
    for browser in (reviewer, window):
        text_of(browser, "/lead/late", status=404)
        text_of(browser, f"/lead/item/{make.items(accepted)[FOOD].id}", status=404)
