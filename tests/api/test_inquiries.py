"""An organ reads through the API what it is asked, and answers; nobody else does (行政许可法 26(2))."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from tests import make
from tests.api.asking import applicant, staff
from tests.web.staff.desks import FOOD, MONDAY
from yizheng.cases.commands import Move, step
from yizheng.cases.models import Inquiry
from yizheng.law.papers import OpinionRequest
from yizheng.law.words import Role, Verb

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(office: make.Office, accepted: UUID) -> str:
    paper = OpinionRequest(organ="XFJY", question="排烟管是否影响疏散？", until_on=date(2026, 3, 6))
    move = Move(make.items(accepted)[FOOD].id, Verb.CONSULT, paper)
    step(accepted, [move], who=office.reviewers["SCJG"], at=MONDAY)
    return f"inquiries/{Inquiry.objects.get().id}"


def test_the_asked_organ_answers_once(office: make.Office, asked: str) -> None:
    fire = staff(office.reviewers["XFJY"])
    told = fire.get(asked).json()
    assert (told["question"], told["how"], told["why_closed"]) == ("排烟管是否影响疏散？", "等待答复", "")
    assert fire.post(f"{asked}/reply", {"answer": " "}).status_code == 422
    assert fire.post(f"{asked}/reply", {"answer": "不影响。"}, key="1").json()["how"] == "已答复"
    assert fire.post(f"{asked}/reply", {"answer": "不影响。"}, key="1").status_code == 200, (
        "the same request, done once"
    )
    assert fire.post(f"{asked}/reply", {"answer": "影响。"}, key="2").status_code == 409


def test_it_is_there_for_nobody_else(office: make.Office, accepted: UUID, asked: str) -> None:
    for asker in (staff(office.reviewers["SCJG"]), staff(office.window), applicant(accepted)):
        assert asker.get(asked).status_code == 404
        assert asker.post(f"{asked}/reply", {"answer": "好。"}).status_code == 404


def test_the_lead_sees_through_the_api_how_an_item_stands_and_supervises(office: make.Office, accepted: UUID) -> None:
    lead, item = staff(make.person("乔牵头", Role.LEAD, "XZSP")), make.items(accepted)[FOOD].id
    assert [each["verb"] for each in lead.get(f"items/{item}").json()["choices"] if each["open"]] == ["supervise"]
    order = {"words": "为什么慢？", "until_on": "2026-03-05"}
    assert lead.post(f"items/{item}/supervise", order).status_code == 200
