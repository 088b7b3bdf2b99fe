"""The page where texts are handed in can be used by everyone, on a phone and when something is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests import holders, make
from tests.machines.accessible import assert_accessible, assert_fits
from tests.web.staff.desks import MONDAY
from tests.web.staff.test_looks import sit_down
from yizheng.catalogue.commands import open_revision

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


def test_texts_with_a_fault_are_refused_in_words_that_everyone_can_use(phone: Page, live_server: Any) -> None:
    lead = holders.lead(make.office())
    revision = open_revision("宠物医院提速", "企业反映办得慢", "", who=lead, at=MONDAY).case_id
    sit_down(phone, live_server.url, lead)
    phone.goto(f"/lead/catalogue/{revision}/texts")
    assert_accessible(phone)
    assert_fits(phone)
    wrong = {"name": "laws.yaml", "mimeType": "text/yaml", "buffer": b"- short: a\n  short: b\n"}
    phone.get_by_label("YAML 文件或者 zip 压缩包").set_input_files(wrong)
    phone.get_by_role("button", name="上传并核对").click()
    phone.get_by_text("laws.yaml 第2行：“short”写了两次").wait_for()
    assert_accessible(phone)
    assert_fits(phone)
