"""After filing: progress with the law's lapses, supplement, withdrawal, licence; and the window's own forms."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import make
from tests.web.applicant import walking
from yizheng.cases.commands import add_point, issue_supplement
from yizheng.cases.models import Case, Material
from yizheng.cases.queries.progress import progress
from yizheng.law.words import Role, State
from yizheng.people.models import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> make.Office:
    return make.office()


def opened(client: Client, case_id: UUID) -> str:
    """Open a filed case in this browser; its number."""
    case = make.case(case_id)
    assert client.post(reverse("query"), {"number": case.number, "code": case.query_code}).status_code == 302
    return str(case.number)


def doubted(office: make.Office, case_id: UUID) -> None:
    """The window has told what to supplement: the plan and the kitchen's area."""
    moment, food = timezone.now(), make.items(case_id)["FOOD_CATERING"]
    add_point(
        case_id, food.id, target="M_PLAN_BASE", problem="没有标出专间", remedy="标出专间", who=office.window, at=moment
    )
    add_point(
        case_id, food.id, target="kitchen_area", problem="与平面图不一致", remedy="更正", who=office.window, at=moment
    )
    issue_supplement(case_id, who=office.window, at=moment)


def test_the_progress_shows_a_deemed_acceptance_that_nobody_has_performed(office: make.Office) -> None:
    case_id = make.filed(moment=make.at(2021, 2, 5))
    before = progress(case_id, make.at(2021, 2, 18, 23))
    after = progress(case_id, make.at(2021, 2, 19))
    assert {each.state for each in before.items} == {State.SUBMITTED}
    assert {each.state for each in after.items} == {State.REVIEWING}
    sewer = next(each for each in after.items if each.item == "SEWER")
    statutory = next(each for each in sewer.counts if each.clock == "statutory")
    assert sewer.deemed
    assert statutory.due.isoformat() == "2021-03-10"
    assert "视为已受理" in sewer.said


def test_only_what_the_notice_asks_can_be_supplemented_and_nothing_typed_is_lost(
    client: Client, office: make.Office
) -> None:
    case_id = make.filed(moment=timezone.now())
    number = opened(client, case_id)
    doubted(office, case_id)
    assert "轮到您了" in walking.text_of(client.get(reverse("progress", args=[number])))
    address = reverse("supplement", args=[number])
    page = client.get(address)
    assert "没有标出专间" in walking.text_of(page)

    key = walking.key_in(page)
    bad = {"do": "supply", "key": key, "kitchen_area": "0", "note": "", "file-M_PLAN_BASE": walking.picture("新.png")}
    refused = client.post(address, bad)
    text = walking.text_of(refused)
    assert refused.status_code == 422
    assert "不能小于 1 平方米" in text
    assert 'value="0"' in text
    assert "新.png" in text

    good = {"do": "supply", "key": walking.key_in(refused), "kitchen_area": "99", "note": "已更正"}
    assert client.post(address, good)["Location"] == reverse("progress", args=[number])
    case = make.case(case_id)
    assert float(case.form["kitchen_area"]) == 99
    assert make.items(case_id)["FOOD_CATERING"].state == State.SUPPLIED
    versions = Material.objects.filter(case_id=case_id, code="M_PLAN_BASE").values_list("version", flat=True)
    assert sorted(versions) == [1, 2]
    assert client.get(address)["Location"] == reverse("progress", args=[number])


def test_an_answer_to_only_half_of_the_points_is_refused_with_their_names(client: Client, office: make.Office) -> None:
    case_id = make.filed(moment=timezone.now())
    number = opened(client, case_id)
    doubted(office, case_id)
    address = reverse("supplement", args=[number])
    kept = client.post(address, {"do": "upload", "key": "k1", "kitchen_area": "77", "note": "半句话"})
    assert kept.status_code == 200
    assert 'value="77"' in walking.text_of(kept)
    assert "半句话" in walking.text_of(kept)
    refused = client.post(address, {"do": "supply", "key": "k2", "kitchen_area": "77", "note": ""})
    assert refused.status_code == 422
    assert "还有补正内容没有处理：经营场所平面图" in walking.text_of(refused)


def test_one_item_is_withdrawn_and_the_others_go_on(client: Client, office: make.Office) -> None:
    case_id = make.filed(moment=timezone.now())
    number, tobacco = opened(client, case_id), make.items(case_id)["TOBACCO"]
    address = reverse("withdraw", args=[number, tobacco.id])
    page = client.get(address)
    assert "不影响信用" in walking.text_of(page)
    sent = {"key": walking.key_in(page), "reasons": "不卖烟了"}
    assert client.post(address, sent).status_code == client.post(address, sent).status_code == 302
    states = {each.item: each.state for each in make.items(case_id).values()}
    assert states.pop("TOBACCO") == State.WITHDRAWN
    assert set(states.values()) == {State.SUBMITTED}
    again = client.post(address, {"key": "another"})
    assert again.status_code == 409
    assert "已办结" in walking.text_of(again)


def test_permits_papers_and_the_reason_for_no_licence_are_shown(client: Client, office: make.Office) -> None:
    moment = timezone.now()
    case_id = make.accepted(office, moment=moment)
    number, items = opened(client, case_id), make.items(case_id)
    make.granted(office, items["FOOD_CATERING"], moment=moment)
    page = walking.text_of(client.get(reverse("progress", args=[number])))
    assert "JY2" in page
    assert "批准满两项就发" in page
    assert "现在已批准1项" in page
    assert "准予行政许可决定书" in page
    assert "审查意见" not in page
    make.granted(office, items["FIRE_OPEN"], moment=moment)
    assert reverse("licence", args=[number]) in walking.text_of(client.get(reverse("progress", args=[number])))


def test_the_window_files_for_somebody_who_came_in_person_with_the_same_pages(office: make.Office) -> None:
    clerk = Client()
    clerk.force_login(Person.objects.get(id=office.window.id))
    number = walking.filed(clerk)
    case = Case.objects.get(number=number)
    assert case.channel == "window"
    assert case.receiver_id == office.window.id
    assert "窗口服务专员" in walking.text_of(clerk.get(reverse("receipt", args=[number])))


def test_the_window_opens_what_an_applicant_began_online_only_with_its_code(
    client: Client, office: make.Office
) -> None:
    draft = walking.begun(client)
    number, code = opened(Client(), make.filed(moment=timezone.now())), make.case(draft).query_code
    clerk = Client()
    clerk.force_login(Person.objects.get(id=office.window.id))
    for address in (reverse("draft", args=[draft]), reverse("progress", args=[number])):
        assert clerk.get(address).status_code == 404
    assert clerk.post(reverse("section", args=[draft, "part-1"]), {"applicant_name": "x"}).status_code == 404
    assert clerk.post(reverse("resume"), {"code": code}).status_code == 302
    assert "替到场的申请人填写" in walking.text_of(clerk.get(reverse("draft", args=[draft])))


def test_one_window_person_goes_on_with_what_another_began(office: make.Office) -> None:
    first, second, reviewer = Client(), Client(), Client()
    first.force_login(Person.objects.get(id=office.window.id))
    second.force_login(Person.objects.get(id=make.person("柳窗口", Role.WINDOW, "XZSP").id))
    reviewer.force_login(Person.objects.get(id=office.reviewers["SCJG"].id))
    draft = walking.begun(first)
    walking.hand_in_everything(first, draft)
    file = Material.objects.filter(case_id=draft).first()
    assert file is not None
    for address in (reverse("draft", args=[draft]), reverse("material", args=[file.id])):
        assert second.get(address).status_code == 200
        assert reviewer.get(address).status_code == 404


def test_a_wrong_file_is_taken_out_of_an_answer_and_what_was_typed_stays(client: Client, office: make.Office) -> None:
    case_id = make.filed(moment=timezone.now())
    number = opened(client, case_id)
    doubted(office, case_id)
    address = reverse("supplement", args=[number])
    sent = {"do": "upload", "kitchen_area": "77", "note": "半句话"}
    client.post(address, {**sent, "file-M_PLAN_BASE": walking.picture("传错了.png")})
    file = Material.objects.get(case_id=case_id, name="传错了.png")
    take_out = reverse("take-out", args=[number, file.id])
    assert take_out in walking.text_of(client.get(address))
    page = client.post(take_out, sent)
    assert page.status_code == 200
    assert "传错了.png" not in walking.text_of(page)
    assert 'value="77"' in walking.text_of(page)
    assert "半句话" in walking.text_of(page)
    again = client.post(take_out, sent)
    assert again.status_code == 422
    assert "已经不在材料里" in walking.text_of(again)
    original = Material.objects.get(case_id=case_id, code="M_PREMISES")
    assert client.post(reverse("take-out", args=[number, original.id]), sent).status_code == 422
    assert Client().post(take_out, sent).status_code == 404


def test_without_a_key_two_answers_are_two_answers(office: make.Office) -> None:
    for _ in range(2):
        case_id, browser = make.filed(moment=timezone.now()), Client()
        number = opened(browser, case_id)
        doubted(office, case_id)
        sent = {"do": "upload", "file-M_PLAN_BASE": walking.picture("新.png")}
        assert browser.post(reverse("supplement", args=[number]), sent).status_code == 200
        assert Material.objects.filter(case_id=case_id, name="新.png").exists()


def test_reviewers_open_no_draft(client: Client, office: make.Office) -> None:
    draft = walking.begun(client)
    reviewer = Client()
    reviewer.force_login(Person.objects.get(id=office.reviewers["SCJG"].id))
    assert reviewer.get(reverse("draft", args=[draft])).status_code == 404
