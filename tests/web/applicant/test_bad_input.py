"""Bad input: a sentence that names the field and the rule, nothing entered is lost, nothing leaks."""

from __future__ import annotations

import io
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from tests import make
from tests.web.applicant import walking
from yizheng.cases.commands import expire_draft
from yizheng.cases.models import Case, Material
from yizheng.people.trying import AT_ONE_FROM_HERE
from yizheng.web.kinds import now

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def published() -> None:
    make.publish_regulations()


@pytest.fixture
def draft(client: Client) -> UUID:
    return walking.begun(client)


def save(client: Client, draft: UUID, section: str, **sent: object) -> str:
    page = client.post(reverse("section", args=[draft, section]), sent)
    assert page.status_code == 422
    return walking.text_of(page)


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("credit_code", "91370214MACDEF2942", "校验不符"),
        ("credit_code", "9137", "18位"),
        ("rep_id_number", "370214188801010016", "校验不符"),
        ("rep_phone", "123", "11位手机号"),
    ],
)
def test_a_wrong_number_is_said_shown_back_and_kept(
    client: Client, draft: UUID, field: str, typed: str, said: str
) -> None:
    page = save(client, draft, "part-1", **{field: typed, "applicant_name": "青岛海味轩餐饮有限公司"})
    assert said in page
    assert f'value="{typed}"' in page
    assert f'href="#{field}"' in page
    again = walking.text_of(client.get(reverse("section", args=[draft, "part-1"])))
    assert f'value="{typed}"' in again
    assert 'value="青岛海味轩餐饮有限公司"' in again
    assert said in again


def test_of_a_wrong_value_no_more_is_kept_than_can_be_shown_and_of_what_was_not_asked_nothing(
    client: Client, draft: UUID
) -> None:
    sent = {"applicant_name": "长" * 30_000, "credit_code": "9" * 30_000, "holder": "x", "premises_area": "1"}
    client.post(reverse("section", args=[draft, "part-1"]), sent)
    form = Case.objects.get(id=draft).form
    assert all(len(form[code]) <= 20_000 for code in ("applicant_name", "credit_code"))
    assert len(form["credit_code"]) == 4 * 18
    assert "holder" not in form
    assert form["premises_area"] == 320


def test_an_impossible_date_is_named_and_shown_back(client: Client, draft: UUID) -> None:
    page = save(client, draft, "part-2", premises_until=["2029", "2", "30"])
    assert "没有 2029-2-30 这一天" in page
    assert 'value="30"' in page


def test_a_section_saved_for_later_complains_of_nothing(client: Client, draft: UUID) -> None:
    page = client.post(reverse("section", args=[draft, "part-1"]), {"applicant_name": "海味轩", "then": "later"})
    assert page["Location"] == reverse("draft", args=[draft])
    assert "进行中" in walking.text_of(client.get(page["Location"]))


def test_what_the_answers_say_cannot_be_changed_in_the_form(client: Client, draft: UUID) -> None:
    client.post(reverse("section", args=[draft, "part-2"]), {"premises_area": "1"})
    assert Case.objects.get(id=draft).form["premises_area"] == 320


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("平面图.pdf", b"hello, I am no PDF", "的内容不是PDF、JPG、PNG格式"),
        ("空.png", b"", "请重新选择|空文件"),
        ("破.png", make.png()[:40], "打不开"),
    ],
)
def test_a_bad_file_is_named_and_the_good_ones_are_kept(
    client: Client, draft: UUID, name: str, content: bytes, said: str
) -> None:
    bad = io.BytesIO(content)
    bad.name = name
    key = walking.key_in(client.get(reverse("materials", args=[draft])))
    page = client.post(
        reverse("upload", args=[draft, "M_PLAN_BASE"]), {"files": [walking.picture("好.png"), bad], "key": key}
    )
    text = walking.text_of(page)
    assert page.status_code == 422
    assert any(each in text for each in said.split("|"))
    assert f"“{name}”" in text
    assert [each.name for each in Material.objects.filter(case_id=draft)] == ["好.png"]


def test_a_file_that_is_too_large_is_refused_with_its_limit(client: Client, draft: UUID, settings: object) -> None:
    settings.UPLOAD_MEGABYTES = 1  # type: ignore[attr-defined]
    large = io.BytesIO(make.png() + b"0" * 1_100_000)
    large.name = "大.png"
    page = client.post(reverse("upload", args=[draft, "M_PLAN_BASE"]), {"files": large, "key": "k"})
    assert page.status_code == 422
    assert "超过1兆" in walking.text_of(page)


def test_uploading_nothing_and_a_material_that_is_not_asked_for(client: Client, draft: UUID) -> None:
    page = client.post(reverse("upload", args=[draft, "M_PLAN_BASE"]), {"key": "k"})
    assert "还没有选择文件" in walking.text_of(page)
    assert client.post(reverse("upload", args=[draft, "M_FORM"]), {"files": walking.picture()}).status_code == 404


def test_a_file_can_be_taken_out_again_but_not_twice(client: Client, draft: UUID) -> None:
    walking.hand_in_everything(client, draft)
    file = Material.objects.filter(case_id=draft, code="M_PLAN_BASE").get()
    assert client.post(reverse("remove-file", args=[draft, file.id]), {"key": "a"}).status_code == 302
    again = client.post(reverse("remove-file", args=[draft, file.id]), {"key": "b"})
    assert again.status_code == 422
    assert "已经不在材料里" in walking.text_of(again)


def test_submitting_with_gaps_names_each_and_leads_to_it(client: Client, draft: UUID) -> None:
    key = walking.key_in(client.get(reverse("check", args=[draft])))
    page = client.post(reverse("check", args=[draft]), {"truth": "yes", "data": "yes", "key": key})
    text = walking.text_of(page)
    assert page.status_code == 422
    assert "请填写“统一社会信用代码”" in text
    assert "请上传「经营场所平面图" in text
    assert f"{reverse('section', args=[draft, 'part-1'])}#credit_code" in text


def test_submitting_without_the_declarations_is_refused(client: Client, draft: UUID) -> None:
    page = client.post(reverse("check", args=[draft]), {"truth": "yes", "key": "k"})
    text = walking.text_of(page)
    assert page.status_code == 422
    assert "个人信息处理说明" in text
    assert 'value="k"' in text
    assert 'id="truth" name="truth" type="checkbox" value="yes" checked' in text


def test_somebody_elses_draft_and_case_do_not_exist(client: Client, draft: UUID) -> None:
    walking.fill_in(client, draft)
    stranger = Client()
    for address in (reverse("draft", args=[draft]), reverse("check", args=[draft]), reverse("materials", args=[draft])):
        assert stranger.get(address).status_code == 404
    walking.hand_in_everything(client, draft)
    key = walking.key_in(client.get(reverse("check", args=[draft])))
    client.post(reverse("check", args=[draft]), {"truth": "yes", "data": "yes", "key": key})
    number = Case.objects.get(id=draft).number
    theirs = stranger.get(reverse("progress", args=[number]))
    nobodys = stranger.get(reverse("progress", args=["YYYZ37027120261124000099"]))
    assert theirs.status_code == nobodys.status_code == 404
    assert theirs.content == nobodys.content
    assert stranger.get(reverse("receipt", args=[number])).status_code == 404


def test_a_wrong_number_and_a_wrong_code_are_answered_alike_and_not_for_ever(client: Client) -> None:
    case_id = make.filed(moment=make.at(2026, 11, 20))
    case, stranger = make.case(case_id), Client()
    other = make.case(make.filed(moment=make.at(2026, 11, 20, 11)))
    tries = [
        {"number": case.number, "code": "AAAA-BBBB-CCCC"},
        {"number": case.number, "code": other.query_code},
    ]
    for sent in tries:
        page = stranger.post(reverse("query"), sent)
        assert page.status_code == 422
        assert "对不上" in walking.text_of(page)
    wrong = stranger.post(reverse("query"), {"number": "YYYZ12", "code": "x"})
    assert "办件编号应为24位" in walking.text_of(wrong)
    spelt = str(case.query_code).lower().replace("-", " ")
    assert stranger.post(reverse("query"), {"number": f" {case.number} ", "code": spelt}).status_code == 302
    assert stranger.get(reverse("progress", args=[case.number])).status_code == 200
    for _ in range(AT_ONE_FROM_HERE):
        assert stranger.post(reverse("query"), tries[0]).status_code == 422
    stopped = stranger.post(reverse("query"), tries[0])
    assert stopped.status_code == 429
    assert "请15分钟后再试" in walking.text_of(stopped)


def test_an_expired_draft_says_so_and_its_code_opens_nothing(client: Client, draft: UUID) -> None:
    code = Case.objects.get(id=draft).query_code
    expire_draft(draft, at=now(), untouched_since=now() + timedelta(days=1))
    page = client.get(reverse("draft", args=[draft]))
    assert page.status_code == 410
    assert "已过期" in walking.text_of(page)
    assert client.post(reverse("section", args=[draft, "part-1"]), {"applicant_name": "x"}).status_code == 410
    assert Client().post(reverse("resume"), {"code": code}).status_code == 422


def test_a_draft_is_resumed_with_its_code_on_another_machine(client: Client, draft: UUID) -> None:
    other = Client()
    opened = other.post(reverse("resume"), {"code": Case.objects.get(id=draft).query_code.lower()})
    assert opened["Location"] == reverse("draft", args=[draft])
    assert other.get(opened["Location"]).status_code == 200


def test_a_filed_application_is_no_longer_a_draft(client: Client) -> None:
    number = walking.filed(client)
    case = Case.objects.get(number=number)
    assert client.get(reverse("draft", args=[case.id]))["Location"] == reverse("progress", args=[number])
    assert client.post(reverse("section", args=[case.id, "part-1"]), {"applicant_name": "x"}).status_code == 302
    case.refresh_from_db()
    assert case.form["applicant_name"] != "x"


def test_a_situation_that_stops_the_way_has_no_form(client: Client) -> None:
    address = walking.told(client, {**make.RESTAURANT, "q_stay": True})
    text = walking.text_of(client.get(address))
    assert "换一个行业更合适" in text
