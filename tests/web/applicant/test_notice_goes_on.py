"""The code of a notice opens it again, on a phone or at the window, and goes on to the form with its answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests import make, published
from tests.typeset import reading
from tests.web.applicant import walking
from tests.web.staff.desks import clock_at, signed_in
from yizheng.cases.commands.notices import give_notice
from yizheng.cases.models import Case
from yizheng.catalogue.commands import change_offer
from yizheng.law.intake import assess
from yizheng.law.items import Catalogue, Question
from yizheng.law.words import OfferVerb, Role
from yizheng.people.trying import FROM_HERE

pytestmark = pytest.mark.django_db

MONDAY = make.at(2026, 3, 2)
LATER = MONDAY + timedelta(days=8)


@pytest.fixture
def window() -> Client:
    return signed_in(make.office().window)


@pytest.fixture
def code(window: Client, monkeypatch: pytest.MonkeyPatch) -> str:
    """The code of a notice of this Monday, after whose giving a week has passed."""
    clock_at(monkeypatch, LATER)
    return give_notice("RESTAURANT", {**make.RESTAURANT, "q_dishes": ("hot", "cold")}, MONDAY)


def changed(**other: Any) -> None:
    """Another version, in force since Tuesday."""
    make.changed(replace(published.catalogue(), **other), MONDAY + timedelta(days=1))


def shop_without_tobacco() -> Catalogue:
    """The restaurant as a newer version has it: nobody is told of tobacco."""
    known = published.catalogue()
    shop = known.industries["RESTAURANT"]
    items = tuple(each for each in shop.items if each.item != "TOBACCO")
    return replace(known, industries={**known.industries, "RESTAURANT": replace(shop, items=items)})


def asking_otherwise() -> dict[str, Any]:
    """The restaurant, asked for its area in other words."""
    known = published.catalogue()
    shop = known.industries["RESTAURANT"]

    def worded(each: Question) -> Question:
        return replace(each, ask="连厨房、仓库一共多大？") if each.code == "q_area" else each

    return {**known.industries, "RESTAURANT": replace(shop, questions=tuple(map(worded, shop.questions)))}


def at_the_window(window: Client, typed: str, **other: Any) -> Any:
    return window.post(reverse("window-notice"), {"code": typed, **other})


@pytest.mark.parametrize(
    "typed",
    [
        "{code}",
        " {lower} ",
        "{bare}",
        "{wide}",
        "https://yizheng.example/notice/{code}",
    ],
    ids=["as printed", "small letters", "without the dash", "full width", "scanned"],
)
def test_at_the_window_the_code_opens_the_draft_with_the_answers_however_it_is_entered(
    window: Client, code: str, typed: str
) -> None:
    wide = "".join(chr(ord(each) + 0xFEE0) for each in code)
    entered = typed.format(code=code, lower=code.lower(), bare=code.replace("-", ""), wide=wide)
    opened = at_the_window(window, entered, key="once")
    case = Case.objects.get()
    assert opened["Location"] == reverse("draft", args=[case.id])
    assert case.channel == "window"
    assert case.form["premises_area"] == make.RESTAURANT["q_area"]
    assert code in walking.text_of(window.get(opened["Location"]))


def test_the_same_form_sent_twice_at_the_window_opens_one_draft(window: Client, code: str) -> None:
    assert at_the_window(window, code, key="x")["Location"] == at_the_window(window, code, key="x")["Location"]
    assert Case.objects.count() == 1


def test_a_wrong_code_is_said_beside_the_box_and_what_was_typed_stays(window: Client, code: str) -> None:
    for typed, said in (("ABC", "请扫告知单上的二维码"), (f"{code[:-1]}5", "没有这份告知单")):
        page = at_the_window(window, typed)
        assert page.status_code == 422
        assert said in walking.text_of(page)
        assert f'value="{typed}"' in walking.text_of(page)
    assert not Case.objects.exists()


def test_guessing_codes_of_notices_is_slowed_down(window: Client, client: Client, code: str) -> None:
    for number in range(FROM_HERE):
        typed = f"20260302-{number:08}"
        assert at_the_window(window, typed).status_code == 422
        assert client.post(reverse("resume"), {"code": typed}).status_code == 422
    assert at_the_window(window, code).status_code == 429
    assert client.post(reverse("resume"), {"code": code}).status_code == 429
    assert not Case.objects.exists()


def test_only_the_window_opens_a_notice_at_the_window(client: Client, code: str) -> None:
    assert at_the_window(client, code)["Location"] == reverse("sign-in") + "?ended=1"
    assert not Case.objects.exists()


def test_on_a_phone_the_code_opens_the_notice_and_the_notice_begins_the_draft(client: Client, code: str) -> None:
    notice = client.post(reverse("resume"), {"code": code.lower()})
    assert notice["Location"] == reverse("notice", args=[code])
    page = client.get(notice["Location"])
    assert "继续填写申请表" in walking.text_of(page)
    opened = client.post(notice["Location"], {"key": walking.key_in(page)})
    case = Case.objects.get()
    assert opened["Location"] == reverse("draft", args=[case.id])
    assert case.channel == "online"


def test_a_wrong_code_on_a_phone_is_said_and_stays(client: Client, code: str) -> None:
    page = client.post(reverse("resume"), {"code": "20260302-AAAAAAAA"})
    assert page.status_code == 422
    assert "没有找到这份告知单" in walking.text_of(page)
    assert "20260302-AAAAAAAA" in walking.text_of(page)


def test_a_newer_version_that_changes_nothing_for_them_is_said_and_goes_on(window: Client, code: str) -> None:
    changed(zone=replace(published.catalogue().zone, hall_phone="0532-11111111"))
    assert "都没有变化" in walking.text_of(window.get(reverse("notice", args=[code])))
    assert at_the_window(window, code).status_code == 302
    assert Case.objects.count() == 1


def test_what_a_newer_version_changes_is_said_before_the_form_is_opened(window: Client, code: str) -> None:
    changed(industries=shop_without_tobacco().industries)
    shown = at_the_window(window, code)
    assert shown["Location"] == reverse("notice", args=[code])
    page = window.get(shown["Location"])
    assert "不用再办：烟草专卖零售许可证核发" in walking.text_of(page)
    assert "按现行版本继续填写申请表" in walking.text_of(page)
    assert not Case.objects.exists()
    window.post(shown["Location"], {"key": walking.key_in(page)})
    assert Case.objects.get().channel == "window"


def test_what_is_asked_otherwise_now_is_asked_again_and_the_other_answers_stay(client: Client, code: str) -> None:
    changed(industries=asking_otherwise())
    address = reverse("notice", args=[code])
    page = client.get(address)
    assert "要再答1个有变化的问题" in walking.text_of(page)
    asked = client.post(address, {"key": walking.key_in(page)})
    assert asked["Location"] == reverse("ask", args=["RESTAURANT", "q_area"])
    assert "其他回答都还在" in walking.text_of(client.get(asked["Location"]))
    answered = client.post(asked["Location"], {"answer": "500"})
    assert answered["Location"] == reverse("answers", args=["RESTAURANT"]), "nothing else is asked again"
    newer = str(client.post(answered["Location"])["Location"])
    assert newer != address
    page = client.get(newer)
    client.post(newer, {"key": walking.key_in(page)})
    case = Case.objects.get()
    assert case.form["premises_area"] == 500
    assert case.answers == {**make.RESTAURANT, "q_area": 500}


def test_an_industry_that_is_gone_is_said_on_the_notice_and_at_the_window(window: Client, code: str) -> None:
    others = {each: shop for each, shop in published.catalogue().industries.items() if each != "RESTAURANT"}
    changed(industries=others)
    page = window.get(reverse("notice", args=[code]))
    assert "重新选择行业" in walking.text_of(page)
    assert "继续填写申请表" not in walking.text_of(page).split("</main>")[0].split("note--warn")[0]
    assert at_the_window(window, code).status_code == 409
    assert window.post(reverse("notice", args=[code])).status_code == 410
    assert not Case.objects.exists()


def test_a_draft_begun_before_its_industry_left_the_catalogue_goes_on_as_it_was_begun(
    client: Client, code: str
) -> None:
    address = reverse("notice", args=[code])
    draft = str(client.post(address, {"key": walking.key_in(client.get(address))})["Location"])
    others = {each: shop for each, shop in published.catalogue().industries.items() if each != "RESTAURANT"}
    changed(industries=others)
    assert "可以按原来的版本" in walking.text_of(client.get(draft))
    section = reverse("section", args=[Case.objects.get().id, "part-1"])
    client.post(section, {"applicant_name": "海岸线"})
    assert Case.objects.get().form["applicant_name"] == "海岸线"


def test_a_notice_of_an_industry_that_is_suspended_goes_on_to_no_form(window: Client, code: str) -> None:
    head = make.person("林局长", Role.HEAD, "XZSP")
    change_offer("RESTAURANT", OfferVerb.SUSPEND, "系统升级。", "请到市场监管部分别申请。", who=head, at=MONDAY)
    page = at_the_window(window, code)
    assert page.status_code == 409
    assert "系统升级。改到这里办：请到市场监管部分别申请。" in walking.text_of(page)
    assert not Case.objects.exists()


def test_a_draft_follows_a_newer_version_and_asks_again_what_is_asked_otherwise(client: Client, code: str) -> None:
    address = reverse("notice", args=[code])
    draft = str(client.post(address, {"key": walking.key_in(client.get(address))})["Location"])
    changed(industries=asking_otherwise())
    assert "请先<strong>更改回答</strong>" in walking.text_of(client.get(draft))
    case = Case.objects.get()
    client.post(reverse("section", args=[case.id, "part-1"]), {"applicant_name": "海岸线"})
    assert "q_area" not in Case.objects.get().answers
    assert "请先<strong>更改回答</strong>" in walking.text_of(client.get(draft)), "saving does not forget it"


def test_the_blank_form_asks_only_what_this_notice_asks_and_bears_its_answers(client: Client, code: str) -> None:
    address = reverse("blank-form", args=[code])
    assert address in walking.text_of(client.get(reverse("notice", args=[code])))
    text = reading.text(client.get(address).content)
    assert code in text
    assert "320平方米" in text, "what was answered is printed"
    assert "□" in text
    assert "签名或者盖章" in text
    shown = published.catalogue()
    asked = assess(shown.industries["RESTAURANT"], {**make.RESTAURANT, "q_dishes": ("hot", "cold")}, shown)
    assert [each.label for each in asked.fields if each.label not in text] == []
    elsewhere = {each.label for each in shown.fields.values()} - {each.label for each in asked.fields}
    assert [each for each in elsewhere if len(each) > 5 and each in text] == []


def test_a_better_industry_is_offered_with_the_very_answer_that_says_so(client: Client) -> None:
    client.post(reverse("ask", args=["CAFE", "q_drink_kind"]), {"answer": "bar"})
    asked = reverse("ask", args=["CAFE", "q_drink_kind"])
    assert reverse("start", args=["KTV"]) not in walking.text_of(client.get(asked))
    walking.answer_all(client, {**published.CAFE, "q_live": "dance"}, "CAFE")
    for address in (asked, reverse("answers", args=["CAFE"])):
        page = walking.text_of(client.get(address))
        assert reverse("start", args=["KTV"]) in page
        assert "改按“KTV、歌舞厅”办" in page
