"""The pages on which the catalogue is changed can be used by everyone, on a desk and on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests import make
from tests.machines.accessible import assert_accessible, assert_fits
from tests.web.staff.desks import MONDAY
from tests.web.staff.test_looks import sit_down
from yizheng.catalogue.commands import amend, open_revision
from yizheng.catalogue.revisions.overlay import published_entries
from yizheng.catalogue.revisions.revision import opened
from yizheng.law.words import Role

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.browser
@pytest.mark.parametrize("screen", ["desk", "phone"])
def test_every_page_that_changes_the_catalogue_is_accessible_and_fits(
    request: pytest.FixtureRequest, live_server: Any, screen: str
) -> None:
    page: Page = request.getfixturevalue(screen)
    make.publish_regulations()
    qiao = make.person("乔远山", Role.LEAD, "XZSP")
    revision = open_revision("宠物医院提速", "企业反映办得慢", "", who=qiao, at=MONDAY).case_id
    pet: Any = dict(published_entries(opened(revision).revision.base_id)["industries"]["PET_HOSPITAL"])
    rows = {"items": pet["items"][1:], "advice": [*pet["advice"][1:], {**pet["advice"][0], "text": "先问再办。"}]}
    amend(revision, "industries", "PET_HOSPITAL", {**pet, **rows, "scope": f"新的{pet['scope']}"}, who=qiao, at=MONDAY)
    sit_down(page, live_server.url, qiao)
    for rest in (
        "industries/",
        "industries/PET_HOSPITAL/",
        "industries/PET_HOSPITAL/edit",
        "industries/PET_HOSPITAL/questions/0",
        "industries/PET_HOSPITAL/advice/3",
        "industries/PET_HOSPITAL/items/new",
        "items/ANIMAL_CLINIC/edit",
    ):
        page.goto(f"{live_server.url}/lead/catalogue/{revision}/{rest}")
        for each in page.locator("details").all():
            each.evaluate("each => { each.open = true }")
        assert_accessible(page)
        if screen == "phone":
            page.set_viewport_size({"width": 320, "height": 700})
        assert_fits(page)
    page.goto(f"{live_server.url}/lead/catalogue/{revision}/industries/PET_HOSPITAL/items/new")
    page.get_by_role("button", name="保存", exact=True).first.click()
    assert_accessible(page)
