"""The page of the caps: the head of government extends, the lead department sees; the window sees the count."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests import make
from tests.web.staff.desks import clock_at, signed_in
from yizheng.cases.models import Case
from yizheng.law.words import Role

pytestmark = pytest.mark.django_db

NEAR, LATE = make.at(2026, 5, 7), make.at(2026, 6, 30)


@pytest.fixture
def case_id(office: make.Office, monkeypatch: Any) -> UUID:
    found = make.accepted(office, moment=make.at(2026, 3, 2))
    clock_at(monkeypatch, NEAR)
    return found


@pytest.fixture
def governor(office: make.Office) -> Client:
    return signed_in(make.person("万承平", Role.GOVERNOR, "XZSP"))


def test_the_head_of_government_comes_to_the_list_and_extends(governor: Client, case_id: UUID) -> None:
    assert governor.get("/desk", follow=True).redirect_chain[-1][0] == "/lead/caps"
    page = governor.get("/lead/caps").content.decode()
    assert "批准延长十五个工作日" in page
    assert "没有超过总时限的办件" in page
    answer = governor.post(f"/lead/caps/{case_id}", {"reasons": "须市级专家评审。", "key": "k1"}, follow=True)
    assert "已批准延长总时限" in answer.content.decode()
    assert Case.objects.get(id=case_id).cap_extension["reasons"] == "须市级专家评审。"


def test_a_form_without_reasons_comes_back_with_the_fault(governor: Client, case_id: UUID) -> None:
    answer = governor.post(f"/lead/caps/{case_id}", {"reasons": " ", "key": "k1"})
    assert answer.status_code == 422
    assert "请填写「延长的理由」。" in answer.content.decode()


def test_what_has_passed_is_reported_and_cannot_be_extended(governor: Client, case_id: UUID, monkeypatch: Any) -> None:
    clock_at(monkeypatch, LATE)
    page = governor.get("/lead/caps").content.decode()
    assert "已超过总时限、还没有办结的有1件，报本级政府负责人。" in page
    assert "届满后不能再批准延长" in page
    assert governor.post(f"/lead/caps/{case_id}", {"reasons": "晚了。", "key": "k1"}).status_code == 409


def test_the_lead_department_sees_the_list_and_does_not_extend(case_id: UUID, office: make.Office) -> None:
    lead = signed_in(make.person("牵头", Role.LEAD, "XZSP"))
    assert "由本级政府负责人批准延长。" in lead.get("/lead/caps").content.decode()
    assert lead.post(f"/lead/caps/{case_id}", {"reasons": "理由。", "key": "k1"}).status_code == 404


def test_nobody_else_finds_the_page(window: Client) -> None:
    assert window.get("/lead/caps").status_code == 404


def test_the_window_sees_the_cap_counted_day_by_day(window: Client, case_id: UUID) -> None:
    page = window.get(f"/window/case/{case_id}").content.decode()
    assert "并联办理总时限：2026年5月8日" in page
    assert "第45天" in page
