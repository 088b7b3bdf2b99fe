"""分批纳入 and 进驻 on the pages of the lead department: forms lose nothing, applicants learn what follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client

from tests import make, published
from tests.web.staff.desks import MONDAY, signed_in
from yizheng.catalogue.models import Batch, BatchTask
from yizheng.law.words import BatchState, Role

pytestmark = pytest.mark.django_db
BATCHES, ENTERED = "/lead/catalogue/batches", "/lead/catalogue/entered"
TASK = {
    "title": "核对材料", "organ": "SCJG", "owner": "周科长", "from_on": "2026-02-02", "due_on": "2026-02-27",
    "before": "pass_review",
}  # fmt: skip


@pytest.fixture
def lead(office: make.Office) -> Client:
    known = published.catalogue()
    shop = replace(known.industries["RESTAURANT"], code="NOODLES", name="面馆")
    newer = replace(known, industries={**known.industries, "NOODLES": shop})
    make.changed(newer, MONDAY - timedelta(days=1), MONDAY + timedelta(days=1))
    return signed_in(make.person("乔远山", Role.LEAD, "XZSP"))


@pytest.fixture
def batch(lead: Client) -> str:
    made = lead.post(f"{BATCHES}/new", {"title": "第二批", "reason": "面馆最多", "key": "k"})
    return str(made["Location"])


def text(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_a_batch_is_set_up_enrolled_and_planned_and_shows_what_is_late(lead: Client, batch: str) -> None:
    assert "面馆" in text(lead, batch)
    assert lead.post(f"{batch}/industries", {"industry": ["NOODLES"], "key": "a"}).status_code == 302
    assert lead.post(f"{batch}/tasks", {**TASK, "key": "b"}).status_code == 302
    page = text(lead, batch)
    assert "1项迟了" in page
    assert "迟了3天" in page
    assert 'class="span__bar span__bar--late"' in page
    assert "1项迟了" in text(lead, BATCHES)
    task = BatchTask.objects.get()
    told = {"state": "done", "note": "核完了", "key": "c"}
    assert lead.post(f"{batch}/tasks/{task.id}/report", told).status_code == 302
    assert "项迟了" not in text(lead, batch)


def test_a_refused_form_loses_nothing_and_says_all_that_is_wrong(lead: Client, batch: str) -> None:
    page = lead.post(f"{batch}/tasks", {**TASK, "organ": "", "due_on": "2026-01-01"})
    assert page.status_code == 422
    shown = page.content.decode()
    assert "请选择由哪个机关承担" in shown
    assert "不能早于开始日期" in shown
    assert 'value="核对材料"' in shown
    assert 'value="2026-01-01"' in shown
    again = lead.post(f"{BATCHES}/new", {"title": "第三批", "reason": ""})
    assert again.status_code == 422
    assert 'value="第三批"' in again.content.decode()
    signed = lead.post(f"{batch}/pass_review", {"words": "都好"})
    assert signed.status_code == 409
    assert "还没有纳入任何行业" in signed.content.decode()


def test_who_has_entered_is_told_by_the_lead_department_and_shown_to_applicants_and_at_the_window(
    lead: Client, client: Client, window: Client, received: UUID
) -> None:
    faulty = lead.post(f"{ENTERED}/SCJG", {"presence": "away", "reason": "场地不够"})
    assert faulty.status_code == 422
    assert "场地不够" in faulty.content.decode()
    assert "怎样转给承办机关" in faulty.content.decode()
    away = {"presence": "away", "reason": "场地不够", "hand_on": "当天系统转市场监管部"}
    assert lead.post(f"{ENTERED}/SCJG", away).status_code == 302
    assert "场地不够" in text(lead, ENTERED)
    says = "由政务服务大厅“一业一证”窗口收件，当天系统转市场监管部，您不用另跑"
    assert says in text(client, "/guide/RESTAURANT")
    assert says in text(window, f"/window/case/{received}")


def test_heads_of_organs_read_and_others_find_nothing(lead: Client, batch: str, window: Client) -> None:
    head = signed_in(make.person("周局长", Role.HEAD, "SCJG"))
    assert head.get(batch).status_code == head.get(ENTERED).status_code == head.get(BATCHES).status_code == 200
    assert head.post(f"{BATCHES}/new", {"title": "第三批", "reason": "好"}).status_code == 409
    assert window.get(batch).status_code == window.get(ENTERED).status_code == 404
    assert lead.post(f"{batch}/enrol", {"words": "好"}).status_code == 404
    assert lead.post(f"{ENTERED}/SCJG", {"presence": "perhaps"}).status_code == 404
    assert lead.get(f"{BATCHES}/{UUID(int=0)}").status_code == 404
    assert Batch.objects.get().state == BatchState.PLANNED


def test_the_list_asks_the_database_as_often_for_many_batches_as_for_one(
    lead: Client, batch: str, django_assert_max_num_queries: object
) -> None:
    for number in range(5):
        lead.post(f"{BATCHES}/new", {"title": f"第{number}批", "reason": "好", "key": str(number)})
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        assert lead.get(BATCHES).status_code == 200
