"""A restaurant with cold dishes, 320 m², tobacco on sale: from the first question to a scanned licence."""

from __future__ import annotations

import re

import pytest
import zxingcpp
from django.conf import settings
from PIL import Image
from playwright.sync_api import expect

from tests import make
from tests.journeys import by_hand
from tests.machines.accessible import assert_accessible, assert_fits
from yizheng.law.words import Role

pytestmark = pytest.mark.django_db(transaction=True)

HOLDER = by_hand.WRITTEN["applicant_name"]
ORGANS = ("SCJG", "XFJY", "JSGL", "YCZM")


@pytest.fixture
def city():
    """The regulations are published and everybody has a desk."""
    make.publish_regulations()
    people = {"window": by_hand.employ("苗春雨", Role.WINDOW, "XZSP")}
    for organ in ORGANS:
        people[f"reviewer {organ}"] = by_hand.employ("李审查", Role.REVIEWER, organ)
        people[f"decider {organ}"] = by_hand.employ("赵决定", Role.DECIDER, organ)
    return people


def test_from_the_first_question_to_a_scanned_licence(city, phone, another_desk, tmp_path):
    # The owner answers everyday questions on the phone and learns at once what is needed and why.
    phone.goto("/")
    phone.get_by_role("link", name="饭店").click()
    phone.get_by_text("开始回答").click()
    by_hand.answer_everything(phone, by_hand.RESTAURANT)
    phone.get_by_role("button", name="看我的一次告知单").click()
    notice = phone.locator("main")
    expect(notice).to_contain_text("要办4项，由4个部门同时办")
    expect(notice).to_contain_text("因为您说：店里卖香烟吗——是")
    expect(notice).to_contain_text("专间")
    expect(notice).to_contain_text("饭馆不需要办理")
    assert_accessible(phone)
    assert_fits(phone)

    # One form, each fact once; one set of materials, each handed in once.
    phone.get_by_role("button", name="继续填写申请表").first.click()
    draft = phone.url
    for _ in range(8):
        phone.goto(draft)
        phone.locator(
            "main li:has-text('未开始') a[href*='/form/'], main tr:has-text('未开始') a[href*='/form/']"
        ).first.click()
        by_hand.fill_in_section(phone)
    phone.goto(f"{draft}/materials")
    assert by_hand.upload_everything(phone) == 5
    phone.goto(f"{draft}/check")
    assert_accessible(phone)
    phone.get_by_label("我保证所填内容").check()
    phone.get_by_label("我已阅读").check()
    phone.get_by_role("button", name="提交申请").click()

    # The receipt has number, query code and the second.
    receipt = phone.locator("main").inner_text()
    number = re.search(r"YYYZ\d+", receipt).group()
    assert re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}", receipt)
    assert re.search(r"\d{2}[时:]\d{2}[分:]\d{2}", receipt)

    # The window checks and accepts every item.
    window = another_desk()
    by_hand.sign_in(window, city["window"])
    window.get_by_role("link", name=HOLDER).first.click()
    assert_accessible(window)
    window.get_by_role("button", name="受理勾选的事项").click()
    expect(window.locator("main")).to_contain_text("审查中")

    # Every organ reviews and decides its own item; the tobacco office refuses; nothing holds the others.
    for organ in ORGANS:
        reviewer = another_desk()
        by_hand.sign_in(reviewer, city[f"reviewer {organ}"])
        by_hand.review(reviewer, HOLDER)
        decider = another_desk()
        by_hand.sign_in(decider, city[f"decider {organ}"])
        (by_hand.refuse if organ == "YCZM" else by_hand.grant)(decider, HOLDER)
        assert_accessible(decider)

    # The applicant sees all items side by side, and the licence.
    phone.goto(f"/case/{number}")
    progress = phone.locator("main")
    expect(progress).to_contain_text("办结（部分准予）")
    expect(progress).to_contain_text("没有批准")
    assert_accessible(phone)
    phone.get_by_role("link", name="查看综合许可证").click()
    expect(phone.locator("main")).to_contain_text(HOLDER)
    assert_fits(phone)

    # Anyone scans the printed QR and sees the truth of this second, without an account.
    picture = tmp_path / "licence.png"
    phone.screenshot(path=picture, full_page=True)
    codes = {found.text for found in zxingcpp.read_barcodes(Image.open(picture))}
    (address,) = {text for text in codes if "/v/" in text}
    passer_by = another_desk()
    passer_by.goto(address.removeprefix(settings.PUBLIC_URL))
    page = passer_by.locator("main").inner_text()
    assert "全部有效" in page
    assert "截至" in page
    assert "JY2" in page
    assert "烟草" not in page, "what was refused is not on the licence"
    assert "张喆堃" not in page, "no personal data"
    assert_accessible(passer_by)
