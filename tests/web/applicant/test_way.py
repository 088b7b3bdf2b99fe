"""The way of the applicant, from the first question to the receipt and the progress page."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests import make
from tests.web.applicant import walking
from yizheng.cases.models import Case, Notice
from yizheng.catalogue import publishing
from yizheng.web.kinds import now

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def published() -> None:
    make.publish_regulations()


def test_the_home_page_offers_every_industry_and_finds_one_by_an_everyday_word(client: Client) -> None:
    home = walking.text_of(client.get("/"))
    assert "饭店" in home
    found = walking.text_of(client.get("/", {"q": "我想开个面馆"}))
    assert "的查找结果" in found
    assert "饭店" in found
    assert "没有找到“造船厂”" in walking.text_of(client.get("/", {"q": "造船厂"}))


def test_a_restaurant_walks_from_the_first_question_to_the_progress_page(client: Client) -> None:
    number = walking.filed(client)
    receipt = walking.text_of(client.get(reverse("receipt", args=[number])))
    case = Case.objects.get(number=number)
    assert number in receipt
    assert case.query_code in receipt
    assert "本凭证不代表受理" in receipt
    progress = walking.text_of(client.get(reverse("progress", args=[number])))
    assert "食品经营许可（餐饮）" in progress
    assert "烟草零售许可" in progress
    assert "为什么是这一天" in progress
    assert "一业一证窗口" in progress
    assert "起算日不计入" in progress


def test_the_notice_says_what_why_by_whom_until_when_and_is_kept(client: Client) -> None:
    address = walking.told(client, dict(make.RESTAURANT))
    page = walking.text_of(client.get(address))
    for said in (
        "需上传",
        "不用您交",
        "因为您说",
        "示例数据",
        "为什么是这一天",
        "继续填写申请表",
        "这里不办的",
        "《消防法》第十五条",
    ):
        assert said in page, said
    assert "<svg" in page
    assert walking.told(client, dict(make.RESTAURANT)) == address
    assert Notice.objects.count() == 1


@pytest.mark.parametrize("says_yes", [True, False])
def test_every_industry_can_be_answered_told_and_opened(client: Client, says_yes: bool) -> None:
    for code, industry in publishing.in_force(now()).industries.items():
        answers = {
            each.code: (
                says_yes
                if each.kind == "bool"
                else each.minimum + 10
                if each.kind == "number"
                else [each.options[-1 if says_yes else 0].value]
                if each.kind == "multi"
                else each.options[-1 if says_yes else 0].value
            )
            for each in industry.questions
        }
        address = walking.told(client, answers, code)
        page = client.get(address)
        assert page.status_code == 200
        if "继续填写申请表" in walking.text_of(page):
            draft = client.post(address, {"key": walking.key_in(page)})["Location"]
            assert client.get(draft).status_code == client.get(f"{draft}/check").status_code == 200


def test_a_notice_is_open_to_whoever_has_its_code_and_to_nobody_without(client: Client) -> None:
    address = walking.told(client, dict(make.RESTAURANT))
    assert Client().get(address).status_code == 200
    assert Client().get("/notice/20260101-AAAAAAAA").status_code == 404


def test_a_wrong_answer_is_said_beside_the_question_and_the_step_is_shown(client: Client) -> None:
    page = client.post(reverse("ask", args=["RESTAURANT", "q_type"]), {})
    assert page.status_code == 422
    assert "请选一个答案" in walking.text_of(page)
    assert "第1题" in walking.text_of(page)


def test_the_same_form_sent_twice_files_once(client: Client) -> None:
    case_id = walking.begun(client)
    walking.fill_in(client, case_id)
    walking.hand_in_everything(client, case_id)
    key = walking.key_in(client.get(reverse("check", args=[case_id])))
    sent = {"truth": "yes", "data": "yes", "key": key}
    first = client.post(reverse("check", args=[case_id]), sent)
    again = client.post(reverse("check", args=[case_id]), sent)
    assert first.status_code == again.status_code == 302
    assert Case.objects.exclude(number=None).count() == 1


def test_the_same_start_sent_twice_opens_one_draft(client: Client) -> None:
    address = walking.told(client, dict(make.RESTAURANT))
    key = walking.key_in(client.get(address))
    assert client.post(address, {"key": key})["Location"] == client.post(address, {"key": key})["Location"]
    assert Case.objects.count() == 1


def test_changed_answers_lead_back_into_the_same_draft_and_keep_what_was_typed(client: Client) -> None:
    case_id = walking.begun(client)
    walking.fill_in(client, case_id)
    client.post(reverse("change-answers", args=[case_id]))
    client.post(reverse("ask", args=["RESTAURANT", "q_area"]), {"answer": "400"})
    address = str(client.post(reverse("answers", args=["RESTAURANT"]))["Location"])
    assert "更新我的草稿" in walking.text_of(client.get(address))
    client.post(f"{address}/for/{case_id}")
    case = Case.objects.get(id=case_id)
    assert case.answers["q_area"] == case.form["premises_area"] == 400
    assert case.form["applicant_name"]


def test_who_needs_no_permit_is_told_after_the_first_question_and_may_change_the_answer(client: Client) -> None:
    answered = client.post(reverse("ask", args=["FREIGHT", "q_trucks"]), {"answer": "light"})
    page = walking.text_of(client.get(str(answered["Location"])))
    assert "不用办道路运输经营许可证" in page
    assert reverse("ask", args=["FREIGHT", "q_trucks"]) in page


def test_a_place_where_none_may_be_is_told_above_the_next_question(client: Client) -> None:
    answered = client.post(reverse("ask", args=["KTV", "q_place"]), {"answer": "home"})
    page = walking.text_of(client.get(str(answered["Location"])))
    assert "这些地方不能开歌舞娱乐场所" in page
    assert "店铺建筑面积" in page
