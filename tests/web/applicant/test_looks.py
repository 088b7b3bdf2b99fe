"""Every page of the applicant, on a phone: usable by everyone, and no wider than the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import make
from tests.machines.accessible import assert_accessible, assert_fits
from yizheng.cases.commands import add_point, issue_supplement
from yizheng.cases.commands.notices import give_notice

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.django_db(transaction=True)


def test_every_page_is_accessible_and_fits_a_phone(phone: Page) -> None:
    made, moment = make.office(), timezone.now()
    phone.set_viewport_size({"width": 320, "height": 720})
    draft = make.draft(moment=moment, form={"credit_code": "123"}, without=["M_PLAN_BASE"])
    case_id = make.filed(moment=moment)
    food = make.items(case_id)["FOOD_CATERING"]
    add_point(case_id, food.id, target="M_PLAN_BASE", problem="不清楚", remedy="重画", who=made.window, at=moment)
    issue_supplement(case_id, who=made.window, at=moment)
    number = str(make.case(case_id).number)
    notice = give_notice("RESTAURANT", {**make.RESTAURANT, "q_dishes": ("hot", "cold")}, moment)

    phone.goto(reverse("resume"))
    assert_accessible(phone)
    phone.fill("#code", make.case(draft).query_code)
    phone.click("main button")
    phone.goto(reverse("query"))
    assert_accessible(phone)
    phone.fill("#number", number)
    phone.fill("#code", make.case(case_id).query_code)
    phone.click("main button")
    for address in (
        reverse("home"),
        reverse("deadline") + "?since=2026-12-25&n=10&unit=wd",
        reverse("figures"),
        reverse("start", args=["RESTAURANT"]),
        reverse("guide", args=["KTV"]),
        reverse("sample", args=["KTV"]),
        reverse("ask", args=["RESTAURANT", "q_type"]),
        reverse("notice", args=[notice]),
        reverse("draft", args=[draft]),
        reverse("section", args=[draft, "part-1"]),
        reverse("section", args=[draft, "part-2"]),
        reverse("section", args=[draft, "FOOD_CATERING"]),
        reverse("materials", args=[draft]),
        reverse("check", args=[draft]),
        reverse("receipt", args=[number]),
        reverse("progress", args=[number]),
        reverse("withdraw", args=[number, make.items(case_id)["TOBACCO"].id]),
        reverse("supplement", args=[number]),
    ):
        phone.goto(address)
        for each in phone.locator("details").all():
            each.evaluate("folded => { folded.open = true }")
        assert_accessible(phone)
        assert_fits(phone)
