"""The pages on which it is the applicant's turn after filing can be used by everyone and fit a small phone."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from tests import make
from tests.machines.accessible import assert_accessible, assert_fits
from yizheng.cases.commands import Move, file_case, promise_gap, step
from yizheng.law.papers import Acceptance, GapAcceptance, Rectification, ServiceReceipt
from yizheng.law.words import Verb

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.django_db(transaction=True)

HEALTH = "M_STAFF_HEALTH"


def test_what_is_asked_of_the_applicant_can_be_read_and_done_on_a_small_phone(phone: Page) -> None:
    office, now = make.office(), timezone.now()
    case_id = make.draft(moment=now, without=[HEALTH])
    applicant, case = make.applicant_of(case_id), make.case(case_id)
    promise_gap(case_id, HEALTH, promised=True, who=applicant, at=now)
    phone.set_viewport_size({"width": 320, "height": 700})
    phone.goto("/resume")
    phone.get_by_label("草稿码").fill(case.query_code)
    phone.locator("main button").first.click()
    pages = [f"/draft/{case_id}/materials", f"/draft/{case_id}/check"]
    look_at(phone, pages)
    file_case(case_id, who=applicant, at=now)
    number, items = make.case(case_id).number, make.items(case_id)
    moves = [Move(each.id, Verb.ACCEPT, Acceptance()) for code, each in items.items() if code != "FOOD_CATERING"]
    gap = GapAcceptance(missing=(HEALTH,), promised=True)
    step(case_id, [*moves, Move(items["FOOD_CATERING"].id, Verb.GAP_ACCEPT, gap)], who=office.window, at=now)
    make.refused(office, items["TOBACCO"], moment=now)
    make.granted(office, items["FIRE_OPEN"], moment=now)
    served = Move(items["FIRE_OPEN"].id, Verb.SERVE, ServiceReceipt(recipient="张喆堃"))
    step(case_id, [served], who=office.window, at=now)
    sewer = items["SEWER"]
    make.visited(office, sewer, moment=now, result="rectify")
    notice = Rectification(findings="1. 隔油池没有盖板，请加盖。", until_on=(now + timedelta(days=9)).date())
    step(case_id, [Move(sewer.id, Verb.RECTIFY, notice)], who=office.reviewers[sewer.organ], at=now)
    case_page = f"/case/{number}"
    turns = ["", "/later", f"/rectify/{sewer.id}", f"/receive/{items['TOBACCO'].id}", "/rating"]
    look_at(phone, [case_page + turn for turn in turns])


def look_at(page: Page, addresses: list[str]) -> None:
    for address in addresses:
        page.goto(address)
        assert page.url.endswith(address), "it is this page, not another to which it led"
        assert_accessible(page)
        assert_fits(page)
