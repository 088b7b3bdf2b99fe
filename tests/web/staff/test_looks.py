"""The workbench can be used by everyone, on a desk and on a phone; one case is worked through in a real browser."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.utils import timezone

from tests import holders, make
from tests.machines.accessible import assert_accessible, assert_fits
from tests.statistics.test_reported import file, vets
from tests.web.staff.desks import FOOD, MONDAY, food, signed_in
from tests.web.staff.test_impact_and_trial import amended, begun, page_of, promise
from yizheng.catalogue.commands.batches import TaskPlan, open_batch, plan_task
from yizheng.law.authority import Who
from yizheng.law.words import State
from yizheng.statistics.commands import report

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.django_db(transaction=True)


def sit_down(page: Page, url: str, person: Who) -> None:
    """Sign this person in, in the browser."""
    kept = signed_in(person).cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies([{"name": kept.key, "value": kept.value, "url": url}])


@pytest.fixture
def office() -> make.Office:
    return make.office()


def planned(lead: Who) -> str:
    """The address of a batch with a task that is late."""
    batch = open_batch("第二批", "面馆办件量最大", who=lead, at=MONDAY).case_id
    days = {"from_on": date(2026, 2, 2), "due_on": date(2026, 2, 27)}
    plan_task(
        batch, TaskPlan(title="核对材料", organ="SCJG", owner="", before="pass_review", **days), who=lead, at=MONDAY
    )
    return f"/lead/catalogue/batches/{batch}"


@pytest.mark.browser
@pytest.mark.parametrize("screen", ["desk", "phone"])
def test_every_page_of_the_workbench_is_accessible_and_fits(
    request: pytest.FixtureRequest, live_server: Any, office: make.Office, screen: str
) -> None:
    page: Page = request.getfixturevalue(screen)
    received = make.filed(moment=MONDAY)
    decided = make.accepted(office, moment=MONDAY)
    make.granted(office, make.items(decided)[FOOD], moment=MONDAY)
    accepted = make.accepted(office, moment=MONDAY)
    windows = ("/window/", "/window/?tray=all", "/window/new", f"/window/case/{received}", f"/window/case/{decided}")
    organs = (
        "/organ/",
        "/organ/?pile=done",
        "/organ/?pile=open&lamp=green",
        "/deputies",
        food(received),
        food(accepted),
        food(decided),
    )
    holders.asks_change(decided, MONDAY, representative="李新任")
    permits = ("/organ/permits", f"/organ/permit/{holders.permit(decided, FOOD).id}")
    fire = make.items(decided)["FIRE_OPEN"]
    make.granted(office, fire, moment=MONDAY)
    holders.changed(office, decided, FOOD, MONDAY)
    seats = (
        (office.window, (*windows, "/window/licences")),
        (office.reviewers["SCJG"], organs),
        (office.deciders["SCJG"], permits),
        (
            lead := holders.lead(office),
            ("/lead/", *(f"/lead/catalogue/{name}" for name in ("candidates", "batches", "entered")), planned(lead)),
        ),
    )
    report(file(vets(4)), who=lead, at=MONDAY)
    for person, addresses in seats:
        sit_down(page, live_server.url, person)
        for address in addresses:
            page.goto(address)
            for each in page.locator("details").all():
                each.evaluate("each => { each.open = true }")
            assert_accessible(page)
            assert_fits(page)


def test_a_trial_goes_on_by_itself_to_its_end(
    desk: Page, live_server: Any, office: make.Office, monkeypatch: Any
) -> None:
    monkeypatch.setattr("yizheng.statistics.commands.trials.PIECE", 8)
    lead = holders.lead(office)
    amended(revision := begun(lead), lead, promised=[promise(60)])
    sit_down(desk, live_server.url, lead)
    desk.goto(page_of(revision, "trial"))
    desk.get_by_role("button", name="开始试算").click()
    desk.get_by_text("试完了").wait_for()
    assert_accessible(desk)
    desk.set_viewport_size({"width": 320, "height": 780})
    for page in ("trial", "impact"):
        desk.goto(page_of(revision, page))
        assert_accessible(desk)
        assert_fits(desk)


def test_a_case_goes_over_the_desks_by_keyboard_and_mouse(desk: Page, live_server: Any, office: make.Office) -> None:
    case_id = make.filed(moment=MONDAY)
    sit_down(desk, live_server.url, office.window)
    desk.goto("/window/")
    desk.keyboard.press("/")
    desk.keyboard.type(str(make.case(case_id).number)[-6:])
    desk.keyboard.press("Enter")
    desk.locator("a.row-link").click()
    desk.get_by_role("button", name="受理勾选的事项").click()
    desk.get_by_text("已受理5个事项。").wait_for()

    sit_down(desk, live_server.url, office.reviewers["SCJG"])
    desk.goto("/organ/")
    desk.keyboard.press("?")
    desk.get_by_role("heading", name="键盘快捷键").wait_for()
    desk.get_by_role("button", name="知道了").click()
    desk.keyboard.press("j")
    desk.keyboard.press("x")
    desk.get_by_text("已勾选1件：").wait_for()
    desk.get_by_role("cell", name="食品经营许可（餐饮）", exact=True).click(force=True)  # the row is one link
    desk.get_by_role("button", name="认领").click()
    desk.get_by_text("已办理「认领」。").wait_for()
    make.visited(office, make.items(case_id)[FOOD], moment=timezone.now())
    desk.goto(food(case_id))
    for each in desk.get_by_label("符合", exact=True).all():
        each.check()
    desk.get_by_role("button", name="提交审查意见").click()
    desk.get_by_text("请填写「建议」。").first.wait_for()
    desk.get_by_label("建议准予").check()
    desk.get_by_label("意见", exact=True).fill("材料齐全，符合条件。")
    desk.get_by_role("button", name="提交审查意见").click()
    desk.get_by_text("已办理「提交审查意见」。").wait_for()

    sit_down(desk, live_server.url, office.deciders["SCJG"])
    desk.goto(food(case_id))
    desk.locator("summary", has_text="准予许可").click()
    desk.get_by_label("许可范围").fill("热食类食品制售")
    desk.get_by_role("button", name="准予许可").click()
    desk.get_by_text("已办理「准予许可」。").wait_for()
    assert make.items(case_id)[FOOD].state == State.GRANTED
