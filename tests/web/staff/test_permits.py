"""Permits on the desks: the verbs of the table with their papers, receipts for letters, checks, hand-outs."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests import holders, make
from tests.web.staff.desks import FIRE, FOOD, MONDAY, clock_at, food, signed_in
from yizheng.licences.models import HandOut, Letter, Permit

pytestmark = pytest.mark.django_db


@pytest.fixture
def case_id(office: make.Office) -> UUID:
    """Food and fire are granted: licence v1."""
    return holders.with_permits(office, FOOD, FIRE, moment=MONDAY)


def address(case_id: UUID, item: str = FOOD) -> str:
    return f"/organ/permit/{holders.permit(case_id, item).id}"


def text(browser: Client, where: str) -> str:
    answer = browser.get(where)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_item_page_leads_to_the_permit_and_only_its_organ_sees_it(
    office: make.Office, decider: Client, window: Client, case_id: UUID
) -> None:
    assert address(case_id) in text(decider, food(case_id))
    assert "状态沿革" in text(decider, address(case_id))
    assert signed_in(office.deciders["YCZM"]).get(address(case_id)).status_code == 404
    assert window.get(address(case_id)).status_code == 404
    assert decider.post(f"{address(case_id)}/ask_change").status_code == 404
    assert decider.post(f"{address(case_id)}/expire").status_code == 404


def test_a_decider_revokes_and_the_page_says_so(decider: Client, reviewer: Client, case_id: UUID) -> None:
    assert "现在没有您可以办理的" in text(reviewer, address(case_id))
    refused = decider.post(f"{address(case_id)}/revoke", {"ground": "69-2", "found": ""})
    assert refused.status_code == 422
    assert "请填写「查明的事实」" in refused.content.decode()
    said = {"ground": "69-2", "found": "以虚假材料取得许可。"}
    assert decider.post(f"{address(case_id)}/revoke", said).status_code == 302
    page = text(decider, address(case_id))
    assert "该许可现为「已撤销」" in page
    assert "依法被撤销、撤回或者吊销" in page, "what is left to do is the cancellation, on its own ground"
    assert "持证人申请注销" not in page
    assert "已撤销" in text(decider, food(case_id))
    assert decider.post(f"{address(case_id)}/revoke", said).status_code == 409


def test_a_request_waits_on_the_desk_with_its_day_and_is_decided_there(decider: Client, case_id: UUID) -> None:
    assert "没有等待决定的变更、延续申请" in text(decider, "/organ/permits")
    holders.asks_change(case_id, MONDAY, representative="李新任")
    waiting = text(decider, "/organ/permits")
    assert "食品经营许可" in waiting
    assert "不计时" not in waiting
    assert "由“孙晓梅”变更为“李新任”" in text(decider, address(case_id)) or "李新任" in text(decider, address(case_id))
    assert decider.post(f"{address(case_id)}/change", {"found": "营业执照已变更。"}).status_code == 302
    assert Permit.objects.get(item=FOOD).representative == "李新任"


def test_a_supervisor_checks_and_sees_no_more_than_the_permit(office: make.Office, case_id: UUID) -> None:
    browser = signed_in(holders.supervisor("XFJY"))
    assert browser.get("/desk").headers["Location"] == "/organ/permits"
    waiting = text(browser, "/organ/permits")
    assert "待核查" in waiting
    assert "2026年3月30日 周一" in waiting, "the list names the day as the permit does"
    assert "变更和延续申请" not in waiting, "requests are decided by the organ, not by who supervises"
    assert "2026年3月30日" in text(browser, address(case_id, FIRE)), "twenty working days from the grant"
    assert browser.get(f"/organ/item/{make.items(case_id)[FIRE].id}").status_code == 404
    said = {"result": "unmet", "checkers": "甲、乙", "found": "安全出口上锁。"}
    assert browser.post(f"{address(case_id, FIRE)}/post_check", {**said, "checkers": "甲"}).status_code == 422
    assert browser.post(f"{address(case_id, FIRE)}/post_check", said).status_code == 302
    order = {"demands": "打开安全出口。", "mend_by": "2026-03-09"}
    assert browser.post(f"{address(case_id, FIRE)}/order", order).status_code == 302
    assert browser.post(f"{address(case_id, FIRE)}/post_check", said).status_code == 302
    decider = signed_in(office.deciders["XFJY"])
    page = text(decider, address(case_id, FIRE))
    assert "未履行告知承诺，责令限期改正后仍未改正" in page
    assert "以欺骗、贿赂" not in page
    assert "应当撤销许可，不能办理「撤回许可」" in page


def test_the_lead_department_acknowledges_and_repairs_credit(office: make.Office, case_id: UUID) -> None:
    holders.broken(case_id, FIRE, holders.supervisor("XFJY"), MONDAY, MONDAY, make.at(2026, 3, 9))
    said = {"ground": "26-2", "found": "复查时安全出口仍然上锁。"}
    assert signed_in(office.deciders["XFJY"]).post(f"{address(case_id, FIRE)}/revoke", said).status_code == 302
    lead = signed_in(holders.lead(office))
    assert lead.get("/desk").headers["Location"] == "/lead/"
    page = text(lead, "/lead/")
    assert "撤销许可" in page
    assert make.case(case_id).holder_code in page
    letter = Letter.objects.get(role="lead")
    assert lead.get(f"/paper/{letter.paper_id}").status_code == 200
    assert "2026年3月3日 周二" in page, "one working day to acknowledge a letter of the 2nd (C11)"
    assert lead.post(f"/organ/letter/{letter.id}").status_code == 404
    assert lead.post(f"/lead/letter/{letter.id}").status_code == 302
    again = lead.post(f"/lead/letter/{letter.id}")
    assert (again.status_code, "暂不适用告知承诺" in again.content.decode()) == (409, True), "on its own page"
    bar = page.split("/lead/credit/")[1].split('"')[0]
    assert lead.post(f"/lead/credit/{bar}").status_code == 302
    assert lead.post(f"/lead/credit/{bar}").status_code == 409
    page = text(lead, "/lead/")
    assert "没有等待回执的函告" in page
    assert make.case(case_id).holder_code not in page


def test_the_deciding_organ_gives_its_receipt_and_nobody_else(office: make.Office, case_id: UUID) -> None:
    holders.broken(case_id, FIRE, holders.supervisor("XFJY"), MONDAY, MONDAY, make.at(2026, 3, 9))
    letter = Letter.objects.get(role="decider")
    other = signed_in(office.deciders["SCJG"]).post(f"/organ/letter/{letter.id}")
    assert other.status_code == 409
    browser = signed_in(office.deciders["XFJY"])
    assert "应当撤销许可" in text(browser, "/organ/permits")
    assert browser.post(f"/organ/letter/{letter.id}").status_code == 302
    assert "没有等待回执的函告" in text(browser, "/organ/permits")


def test_a_version_is_handed_out_at_the_window(window: Client, case_id: UUID, monkeypatch: Any) -> None:
    assert "第1版" in text(window, "/window/licences")
    clock_at(monkeypatch, make.at(2026, 3, 3))
    nobody = window.post(f"/window/licences/{case_id}/1", {"to_name": ""})
    assert (nobody.status_code, "请填写领证人姓名" in nobody.content.decode()) == (422, True)
    assert "2026年3月5日 周四" in text(window, "/window/licences"), "three working days to hand it out (C12)"
    assert window.post(f"/window/licences/{case_id}/1", {"to_name": "孙晓梅"}).status_code == 302
    assert HandOut.objects.get().to_name == "孙晓梅"
    assert "没有待发放的综合许可证" in text(window, "/window/licences")
