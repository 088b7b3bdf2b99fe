"""The lead department changes the catalogue in forms made for people: nothing is lost, everything is told."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests import make
from tests.web.forms import form_on, send
from tests.web.staff.desks import MONDAY, signed_in
from yizheng.catalogue.commands import amend, open_revision
from yizheng.catalogue.revisions.overlay import published_entries
from yizheng.catalogue.revisions.revision import opened
from yizheng.law.authority import Who
from yizheng.law.words import Role
from yizheng.web.lead.catalogue.addresses import entry_url

pytestmark = pytest.mark.django_db
PET = "industries/PET_HOSPITAL"
CLINIC = "items/ANIMAL_CLINIC"


@pytest.fixture
def qiao() -> Who:
    make.publish_regulations()
    return make.person("乔远山", Role.LEAD, "XZSP")


@pytest.fixture
def lead(qiao: Who) -> Client:
    return signed_in(qiao)


@pytest.fixture
def revision(qiao: Who) -> UUID:
    return open_revision("宠物医院提速", "企业反映办得慢", "", who=qiao, at=MONDAY).case_id


def address(revision: UUID, rest: str) -> str:
    return f"/lead/catalogue/{revision}/{rest}"


def page(client: Client, revision: UUID, rest: str, status: int = 200) -> str:
    answer = client.get(address(revision, rest))
    assert answer.status_code == status, answer.content.decode()[:2000]
    return answer.content.decode()


def proposed(revision: UUID, kind: str, code: str) -> Any:
    return opened(revision).overlay.wanted((kind, code))


def test_an_entry_is_found_by_words_and_by_how_they_are_said(lead: Client, revision: UUID) -> None:
    for wanted in ("猫狗", "cwyy", "chongwu", "PET_"):
        found = page(lead, revision, f"industries/?q={wanted}")
        assert "PET_HOSPITAL" in found
        assert "KTV" not in found
    assert "没有找到" in page(lead, revision, "industries/?q=没有这种店")
    assert "食品安全法" in page(lead, revision, "laws/")
    page(lead, revision, "nothing/", 404)


def test_an_entry_is_a_sheet_to_read(lead: Client, revision: UUID) -> None:
    said = page(lead, revision, f"{PET}/")
    for words in ("给动物看病，要有动物诊疗许可证。", "“有X光机、CT吗？”答“是”", "受理之日起", "审批部"):
        assert words in said
    assert "改了什么" not in said
    assert "青岛高新区政务服务大厅" in page(lead, revision, "zone/-/")
    page(lead, revision, "industries/NONE/", 404)
    page(lead, revision, "zone/X/", 404)


def test_a_promise_is_shortened_and_the_difference_told(lead: Client, revision: UUID) -> None:
    form = form_on(page(lead, revision, f"{CLINIC}/promised/0"), "/save").fill(term__n="4")
    sheet = send(lead, form, do="save")
    assert "承诺时限 · 受理后4个工作日 · 多久" in sheet
    assert "5个工作日" in sheet
    assert proposed(revision, "items", "ANIMAL_CLINIC")["promised"][0]["term"] == {"n": 4, "unit": "wd"}
    assert "已修改" in page(lead, revision, "items/?q=动物")
    undone = send(lead, form_on(sheet, "/undo"))
    assert "改了什么" not in undone


def test_what_is_sent_unchanged_changes_nothing(lead: Client, revision: UUID) -> None:
    for rest in (
        f"{PET}/edit",
        f"{CLINIC}/edit",
        "zone/-/edit",
        f"{PET}/advice/0",
        "laws/消防法/edit",
        "organs/NYNC/edit",
    ):
        send(lead, form_on(page(lead, revision, rest), "/save"), do="save")
    assert opened(revision).changed == ()


def test_a_rule_is_put_together_without_javascript(lead: Client, revision: UUID) -> None:
    form = form_on(page(lead, revision, f"{PET}/advice/1"), "/save")
    form.fill(when__add="question:q_xray")
    again = form_on(send(lead, form, 200, do="add when"), "/save")
    refused = send(lead, again, 422, do="save")
    assert "请选答案。" in refused
    send(lead, form_on(refused, "/save").fill(when__1__test="yes"), do="save")
    assert proposed(revision, "industries", "PET_HOSPITAL")["advice"][1]["when"] == {
        "all": [{"question": "q_pet_kind", "equals": "hospital"}, {"question": "q_xray", "equals": True}]
    }


def test_what_is_wrong_is_said_beside_the_box_and_nothing_is_lost(lead: Client, revision: UUID) -> None:
    form = form_on(page(lead, revision, f"{PET}/items/new"), "/save").fill(
        item="修自行车", why="好看", basis="动物防疫法62"
    )
    refused = send(lead, form, 422, do="save")
    assert 'href="#f-item"' in refused
    assert "没有叫“修自行车”的事项" in refused
    assert "例如：动物防疫法 62" in refused
    assert form_on(refused, "/save").values["why"] == ["好看"]


def test_a_row_may_begin_as_a_copy_and_more_may_follow(lead: Client, revision: UUID) -> None:
    form = form_on(page(lead, revision, f"{PET}/questions/new"), "", "like").pick("like", "店铺建筑面积有多大？")
    copied = lead.get(address(revision, f"{PET}/questions/new"), form.values).content.decode()
    assert form_on(copied, "/save").values["code"] == ["q_area"]
    next_one = send(lead, form_on(copied, "/save"), do="save-more")
    assert form_on(next_one, "/save").values["ask"] == [""]
    assert proposed(revision, "industries", "PET_HOSPITAL")["questions"][-1]["code"] == "q_area"


def test_rows_are_moved_and_taken_out(lead: Client, revision: UUID) -> None:
    moved = send(lead, form_on(page(lead, revision, f"{PET}/"), "items/0/down"))
    assert "从第2个移到第1个" in moved or "从第1个移到第2个" in moved
    gone = send(lead, form_on(moved, "order/0/remove"))
    assert "删去" in gone
    assert "order" not in proposed(revision, "industries", "PET_HOSPITAL")


def test_an_entry_is_taken_out_and_put_back(lead: Client, revision: UUID) -> None:
    gone = send(lead, form_on(page(lead, revision, f"{PET}/"), "/remove"))
    assert "已删除" in gone
    assert proposed(revision, "industries", "PET_HOSPITAL") is None
    send(lead, form_on(gone, "/undo"))
    assert opened(revision).changed == ()


def test_a_new_entry_gets_a_code_and_may_be_finished_later(lead: Client, revision: UUID) -> None:
    nameless = send(lead, form_on(page(lead, revision, "industries/+/edit"), "/save"), 422, do="save")
    assert "请先填写“行业名称”" in nameless
    sheet = send(lead, form_on(nameless, "/save").fill(name="自习室"), do="save")
    assert "还没有填：日常叫法、搜索词" in sheet
    begun = proposed(revision, "industries", "ZI_XI_SHI")
    assert (begun["name"], begun["lead"]) == ("自习室", "XZSP")
    assert "credit_code" in begun["shared_fields"]
    again = send(lead, form_on(page(lead, revision, "industries/+/edit"), "/save").fill(name="自习室"), do="save")
    assert "ZI_XI_SHI_2" in again


@pytest.mark.parametrize(
    ("kind", "box", "code", "sentence"),
    [
        ("industries", "code", "PET_HOSPITAL", "已经有了"),
        ("industries", "code", "pet-2", "请只用大写字母"),
        ("laws", "short", "某 法", "不能有空格和斜线"),
        ("laws", "short", "+", "不能有空格和斜线"),
        ("laws", "short", "某法" * 21, "最多40个字"),
    ],
)
def test_a_code_that_cannot_be_one_is_refused(
    lead: Client, revision: UUID, kind: str, box: str, code: str, sentence: str
) -> None:
    form = form_on(page(lead, revision, f"{kind}/+/edit"), "/save")
    refused = send(lead, form.fill(**{box: code}), 422, do="save")
    assert sentence in refused


def test_every_entry_has_an_address(lead: Client, revision: UUID) -> None:
    for kind, known in opened(revision).overlay.entries.items():
        for code in known:
            assert entry_url(revision, kind, code).endswith("/")


def test_a_new_industry_may_begin_as_a_copy(lead: Client, revision: UUID) -> None:
    form = form_on(page(lead, revision, "industries/+/edit?like=PET_HOSPITAL"), "/save").fill(name="宠物美容店")
    send(lead, form, do="save")
    copy = proposed(revision, "industries", "CHONG_WU_MEI_RONG_DIAN")
    assert len(copy["questions"]) == 6
    assert copy["name"] == "宠物美容店"


def test_the_second_of_two_loses_nothing(lead: Client, qiao: Who, revision: UUID) -> None:
    form = form_on(page(lead, revision, f"{PET}/items/0"), "/save").fill(why="给动物看病的，都要办。")
    theirs = dict(published_entries(opened(revision).revision.base_id)["industries"]["PET_HOSPITAL"])
    theirs["items"] = [*theirs["items"][1:], theirs["items"][0]]
    amend(revision, "industries", "PET_HOSPITAL", theirs, who=qiao, at=MONDAY)
    refused = send(lead, form, 409, do="save")
    assert "已被别人修改" in refused
    again = form_on(refused, "/items/4/save")
    assert again.values["why"] == ["给动物看病的，都要办。"]
    send(lead, again, do="save")
    written = proposed(revision, "industries", "PET_HOSPITAL")["items"]
    assert [use["item"] for use in written] == [use["item"] for use in theirs["items"]]
    assert written[4]["why"] == "给动物看病的，都要办。"


def test_a_row_that_somebody_took_out_meanwhile_is_offered_as_a_new_one(
    lead: Client, qiao: Who, revision: UUID
) -> None:
    form = form_on(page(lead, revision, f"{PET}/items/0"), "/save")
    theirs = dict(published_entries(opened(revision).revision.base_id)["industries"]["PET_HOSPITAL"])
    amend(revision, "industries", "PET_HOSPITAL", {**theirs, "items": theirs["items"][1:]}, who=qiao, at=MONDAY)
    refused = send(lead, form, 409, do="save")
    assert "作为新的一条加上" in refused
    form_on(refused, "/items/new/save")


def test_a_button_in_a_form_does_not_hide_what_somebody_else_changed_before_it_was_pressed(
    lead: Client, qiao: Who, revision: UUID
) -> None:
    form = form_on(page(lead, revision, f"{PET}/items/0"), "/save").fill(why="给动物看病的，都要办。")
    theirs = dict(published_entries(opened(revision).revision.base_id)["industries"]["PET_HOSPITAL"])
    amend(revision, "industries", "PET_HOSPITAL", {**theirs, "everyday": "开宠物店"}, who=qiao, at=MONDAY)
    again = form_on(send(lead, form, 200, do="add when"), "/save")
    refused = send(lead, again, 409, do="save")
    assert "已被别人修改" in refused
    assert proposed(revision, "industries", "PET_HOSPITAL")["everyday"] == "开宠物店"
    send(lead, form_on(refused, "/save"), do="save")
    written = proposed(revision, "industries", "PET_HOSPITAL")
    assert (written["everyday"], written["items"][0]["why"]) == ("开宠物店", "给动物看病的，都要办。")


@pytest.mark.parametrize("part", ["edit", "items/4"])
def test_what_was_typed_is_not_lost_when_somebody_takes_out_the_row_or_the_entry_meanwhile(
    lead: Client, qiao: Who, revision: UUID, part: str
) -> None:
    entry = dict(published_entries(opened(revision).revision.base_id)["industries"]["PET_HOSPITAL"])
    box = "everyday" if part == "edit" else "why"
    form = form_on(page(lead, revision, f"{PET}/{part}"), "/save").fill(**{box: "这句话不能丢。"})
    fewer = None if part == "edit" else {**entry, "items": entry["items"][:4]}
    amend(revision, "industries", "PET_HOSPITAL", fewer, who=qiao, at=MONDAY)
    refused = send(lead, form, 409, do="save")
    assert "已被别人修改" in refused
    assert "这句话不能丢。" in send(lead, form_on(refused, "/save"), do="save")


@pytest.mark.parametrize("row", ["[" * 9000, '{"code":', "[]", '{"code": 1e999}'])
def test_whatever_stands_in_the_hidden_boxes_of_a_form_breaks_nothing(
    lead: Client, qiao: Who, revision: UUID, row: str
) -> None:
    for rest in (f"{PET}/items/0", f"{PET}/questions/0"):
        form = form_on(page(lead, revision, rest), "/save")
        hidden = {name: row for name in form.values if name == "row" or name.endswith(".kept")}
        answer = lead.post(form.action, {**form.values, **hidden, "seen": "x", "do": "save"})
        assert answer.status_code in (409, 422)
    for rest in (f"{PET}/items/first/save", f"{PET}/items/99/save", f"{PET}/items/{'9' * 500}/save"):
        assert lead.post(address(revision, rest), {"do": "save"}).status_code in (404, 409, 422)


def test_others_read_and_strangers_find_nothing(lead: Client, revision: UUID) -> None:
    head = signed_in(make.person("周局长", Role.HEAD, "NYNC"))
    assert "由牵头部门办理" in page(head, revision, f"{PET}/")
    page(head, revision, f"{PET}/edit", 404)
    window = signed_in(make.person("孙窗口", Role.WINDOW, "XZSP"))
    page(window, revision, f"{PET}/", 404)
    nowhere = UUID(int=7)
    page(lead, nowhere, f"{PET}/", 404)


@pytest.mark.parametrize(
    "rest", ["items/NONE/edit", f"{PET}/items/99", f"{PET}/nothing/0", f"{PET}/items/first", f"{PET}/overall/0"]
)
def test_what_is_not_there_is_not_there(lead: Client, revision: UUID, rest: str) -> None:
    page(lead, revision, rest, 404)


@pytest.mark.parametrize(("rest", "status"), [(f"{PET}/items/0/jump", 404), (f"{PET}/items/99/up", 409)])
def test_a_row_that_is_not_there_is_not_moved(lead: Client, revision: UUID, rest: str, status: int) -> None:
    assert lead.post(address(revision, rest), {"seen": ""}).status_code == status
