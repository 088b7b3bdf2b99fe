"""What people do with their hands in a browser, as steps for the journeys."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from tests import make
from yizheng.cases.file import day_of
from yizheng.law.words import Role
from yizheng.people.commands import appoint

PASSWORD = "corridor-window-teapot"

RESTAURANT: Mapping[str, Any] = {
    "q_type": ["dinner"],
    "q_dishes": ["hot", "cold"],
    "q_area": "320",
    "q_floor": ["first"],
    "q_fire_mode": ["commit"],
    "q_sewer": ["yes"],
    "q_sign": ["none"],
    "q_tobacco": ["yes"],
    "q_school": ["no"],
    "q_stay": ["no"],
    "q_agent": ["no"],
}
"""A restaurant with cold dishes, 320 m², tobacco on sale."""

WRITTEN: Mapping[str, str] = {
    "applicant_name": "青岛喆味轩餐饮有限公司",
    "credit_code": "91370214MACDEF2941",
    "rep_name": "张喆堃",
    "rep_id_number": "370214188801010015",
    "rep_phone": "13800000000",
    "contact_phone": "13800000000",
    "food_equipment": "六门冷柜 2台\n消毒柜 1台",
}
"""What the owner writes; all else is filled in as the example beside the field says."""


def answer(page: Page, answers: Mapping[str, Any]) -> None:
    """Answer the question on this page and go on."""
    said = answers[page.url.rsplit("/", 1)[1]]
    if isinstance(said, str):
        page.locator("main input[name=answer]").fill(said)
    else:
        for value in said:
            page.locator(f'main input[value="{value}"]').check()
    page.locator("main button").click()


def answer_everything(page: Page, answers: Mapping[str, Any]) -> None:
    """Answer question after question, one thing per page."""
    for _ in range(40):
        if "/ask/RESTAURANT/" not in page.url:
            return
        answer(page, answers)
    raise AssertionError(f"still asked: {page.url}")


def fill_in_section(page: Page) -> None:
    """Fill in what is on the page: names as written above, the example beside each other field, the first choice."""
    for box in page.locator("main input[type=text]:visible, main input[type=tel]:visible, main textarea:visible").all():
        name = box.get_attribute("name") or ""
        if not box.input_value():
            box.fill(WRITTEN.get(name) or _example(page, name, box))
    for group in page.locator("main fieldset:has(input[type=radio]), main fieldset:has(input[type=checkbox])").all():
        if not group.locator("input:checked").count():
            group.locator("input").first.check()
    page.get_by_role("button", name="保存并继续").click()


def _example(page: Page, name: str, box: Any) -> str:
    """The example of a field as the page itself gives it; a date's parts are year, month and day in turn."""
    group = box.locator("xpath=ancestor::*[contains(@class,'govuk-form-group')][last()]")
    found = re.search(r"例如：\s*(.+)", group.inner_text())
    assert found, f"no example beside {name}"
    example = found.group(1).strip()
    parts = re.fullmatch(r"(\d{4})\D(\d{1,2})\D(\d{1,2})\D?", example)
    fields = page.locator(f'main input[name="{name}"]')
    if parts and fields.count() == 3:
        place = [each.get_attribute("id") for each in fields.all()].index(box.get_attribute("id"))
        return parts.group(place + 1)
    return example


def upload_everything(page: Page) -> int:
    """Choose a picture for each material that is asked for (it is handed in at once); gives how many there are."""
    forms = page.locator("main form:has(input[type=file])").count()
    for place in range(forms):
        form = page.locator("main form:has(input[type=file])").nth(place)
        form.locator("input[type=file]").set_input_files(
            {"name": f"材料{place + 1}.png", "mimeType": "image/png", "buffer": make.png(50 + place)}
        )
        expect(page.get_by_text(f"材料{place + 1}.png").first).to_be_visible()
    return forms


def employ(name: str, role: Role, organ: str) -> str:
    """Give somebody a post and a password; gives the name they sign in with."""
    username = f"{organ}-{role.value}".lower()
    appoint(username=username, name=name, role=role, organ=organ, from_on=make.FIRST_DAY, password=PASSWORD)
    return username


def sign_in(page: Page, username: str) -> None:
    """Sign in as staff; one's own desk opens."""
    page.goto("/sign-in")
    page.get_by_label("用户名").fill(username)
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    expect(page.get_by_role("button", name="退出")).to_be_visible()


def review(page: Page, holder: str) -> None:
    """Claim the item of this applicant, visit where one is prescribed, find every point met and propose to grant."""
    page.goto("/organ/")
    page.get_by_role("link", name=holder).first.click()
    page.get_by_role("button", name="认领").click()
    expect(page.get_by_text("已办理「认领」。")).to_be_visible()
    if page.locator("form[action$='/call_visit']").count():
        _visit(page)
    form = page.locator("form[action$='/review']")
    for box in form.locator("input[value=passed]").all():
        box.check()
    form.get_by_label("建议准予").check()
    form.get_by_label("意见", exact=True).fill("材料齐全，符合条件。")
    form.get_by_role("button", name="提交审查意见").click()
    expect(page.get_by_text("待决定").first).to_be_visible()


def _visit(page: Page) -> None:
    """Call a visit for today and write down what two people found there."""
    today = day_of(timezone.now()).isoformat()
    form = _form(page, "call_visit")
    form.get_by_label("核查日期").fill(today)
    form.get_by_role("button").last.click()
    form = _form(page, "visit")
    form.get_by_label("核查日期").fill(today)
    form.get_by_label("核查人员").fill("李审查 370001\n钱同行 370002")
    form.get_by_label("核查情况").fill("与图纸一致。")
    form.get_by_label("合格", exact=True).check()
    form.get_by_role("button").last.click()
    expect(page.get_by_text("轮到")).to_be_visible()


def _form(page: Page, verb: str) -> Locator:
    """The form of a verb, unfolded where it is not the next step."""
    form = page.locator(f"form[action$='/{verb}']")
    if not form.is_visible():
        page.locator("details.verb", has=form).locator("> summary").click()
    return form


def grant(page: Page, holder: str) -> None:
    """Grant the item of this applicant that waits for a decision."""
    form = _decision(page, holder, "准予许可", "grant")
    form.get_by_label("许可范围").fill("热食类、冷食类食品制售")
    form.get_by_role("button", name="准予许可").click()
    expect(page.locator("main").get_by_text("准予许可").first).to_be_visible()


def refuse(page: Page, holder: str) -> None:
    """Refuse the item of this applicant that waits for a decision, with reasons."""
    form = _decision(page, holder, "不予许可", "refuse")
    form.get_by_label("查明的事实").fill("距最近的零售点38米。")
    form.get_by_label("理由和依据").fill("不符合烟草制品零售点合理布局要求（烟草专卖法实施条例第九条）。")
    form.get_by_role("button", name="不予许可").click()
    expect(page.locator("main").get_by_text("不予许可").first).to_be_visible()


def _decision(page: Page, holder: str, label: str, verb: str) -> Any:
    page.goto("/organ/")
    page.get_by_role("link", name=holder).first.click()
    page.locator("details.verb > summary", has_text=label).click()
    return page.locator(f"form[action$='/{verb}']")
