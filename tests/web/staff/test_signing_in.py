"""Signing in and out, and whose pages are whose."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.test import Client

from tests import make
from tests.web.staff.desks import FIRE, food, signed_in
from yizheng.law.words import Role
from yizheng.people.models import Person

pytestmark = pytest.mark.django_db
PASSWORD = "correct-horse-battery"


@pytest.fixture
def clerk(office: make.Office) -> Person:
    person = Person.objects.get(pk=office.window.id)
    person.set_password(PASSWORD)
    person.save()
    return person


def test_whoever_is_not_signed_in_is_asked_to_and_comes_back_to_the_page(client: Client, clerk: Person) -> None:
    asked = client.get("/window/?tray=all")
    assert asked["Location"] == "/sign-in?next=/window/%3Ftray%3Dall"
    said = {"username": clerk.username, "password": PASSWORD, "next": "/window/?tray=all"}
    assert client.post("/sign-in", said)["Location"] == "/window/?tray=all"


def test_a_wrong_password_gets_a_sentence_and_the_name_stays(client: Client, clerk: Person) -> None:
    answer = client.post("/sign-in", {"username": clerk.username, "password": "wrong"})
    assert answer.status_code == 422
    assert "用户名或密码不正确" in answer.content.decode()
    assert f'value="{clerk.username}"' in answer.content.decode()


def test_signing_in_never_leads_to_another_site(client: Client, clerk: Person) -> None:
    said = {"username": clerk.username, "password": PASSWORD, "next": "https://evil.example/"}
    assert client.post("/sign-in", said)["Location"] == "/desk"


@pytest.mark.parametrize("wanted", ["abc", "//evil.example", "/\\evil.example", "javascript:alert(1)", "http:/x"])
def test_what_is_no_path_of_this_site_leads_to_the_desk(client: Client, clerk: Person, wanted: str) -> None:
    said = {"username": clerk.username, "password": PASSWORD, "next": wanted}
    assert client.post("/sign-in", said)["Location"] == "/desk"
    assert client.get("/sign-in", {"next": wanted})["Location"] == "/desk"


def test_after_ten_wrong_passwords_one_waits_and_a_right_one_counts_anew(client: Client, clerk: Person) -> None:
    right, wrong = ({"username": clerk.username, "password": each} for each in (PASSWORD, "wrong"))
    for _ in range(2):
        assert [client.post("/sign-in", wrong).status_code for _ in range(9)] == [422] * 9
        assert client.post("/sign-in", right).status_code == 302
    assert [client.post("/sign-in", wrong).status_code for _ in range(11)] == [422] * 10 + [429]
    stopped = client.post("/sign-in", right)
    assert stopped.status_code == 429
    assert "请15分钟后再试" in stopped.content.decode()
    assert client.post("/sign-in", right, REMOTE_ADDR="10.0.0.9").status_code == 302, "nobody is locked out elsewhere"


def test_a_form_sent_after_the_session_ended_is_said_to_be_lost(window: Client, received: UUID) -> None:
    window.cookies.clear()
    sent = window.post(f"/window/case/{received}/accept", {"note": "x"})
    assert sent["Location"] == "/sign-in?ended=1"
    assert "请重新登录后再做一次" in window.get(sent["Location"]).content.decode()


def test_a_cookie_kept_from_before_signing_out_opens_nothing(window: Client, received: UUID) -> None:
    case = make.case(received)
    window.post("/query", {"number": case.number, "code": case.query_code})
    old = window.cookies["sessionid"].value
    window.post("/sign-out")
    thief = Client()
    thief.cookies["sessionid"] = old
    assert thief.get(f"/window/case/{received}").status_code == 302
    assert thief.get(f"/case/{case.number}").status_code == 404
    assert thief.get(f"/case/{case.number}/licence").status_code == 404


def test_the_way_to_ones_own_desk(window: Client, reviewer: Client) -> None:
    assert window.get("/desk")["Location"] == "/window/"
    assert reviewer.get("/desk")["Location"] == "/organ/"


def test_signing_out_ends_it(window: Client) -> None:
    assert window.post("/sign-out")["Location"] == "/sign-in"
    assert window.get("/window/").status_code == 302


def test_another_role_finds_nothing(window: Client, reviewer: Client, accepted: UUID) -> None:
    assert window.get("/organ/").status_code == 404
    assert window.get(food(accepted)).status_code == 404
    assert reviewer.get("/window/").status_code == 404
    assert reviewer.get(f"/window/case/{accepted}").status_code == 404


def test_another_organs_person_finds_nothing_and_can_do_nothing(office: make.Office, accepted: UUID) -> None:
    fire = signed_in(office.reviewers["XFJY"])
    assert fire.get(food(accepted)).status_code == 404
    assert fire.post(f"{food(accepted)}/claim").status_code == 404
    assert fire.get(f"/organ/item/{make.items(accepted)[FIRE].id}").status_code == 200


def test_a_section_sees_its_own_items_alone(office: make.Office, accepted: UUID) -> None:
    drugs = make.person("钱药械", make.Role.REVIEWER, "SCJG", "YXKE")
    kitchen = make.person("周食品", make.Role.REVIEWER, "SCJG", "SPJY")
    assert signed_in(drugs).get(food(accepted)).status_code == 404
    assert signed_in(kitchen).get(food(accepted)).status_code == 200


def test_the_head_of_an_organ_begins_with_all_that_is_open(office: make.Office, accepted: UUID) -> None:
    head = signed_in(make.person("庄局长", Role.HEAD, "SCJG"))
    assert head.get("/desk")["Location"] == "/organ/"
    page = head.get("/organ/").content.decode()
    assert make.case(accepted).holder in page
    assert 'name="ticked"' not in page, "there is nothing that the head does to many"
    assert 'href="/organ/" aria-current="true">审批' in page


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.OPERATOR, Role.GOVERNOR, Role.HEAD, Role.LEAD, Role.WINDOW])
def test_nobody_is_shown_the_way_to_a_page_that_is_not_theirs(office: make.Office, role: Role) -> None:
    browser = signed_in(make.person("某人", role, "XZSP"))
    page = browser.get(browser.get("/desk")["Location"]).content.decode()
    links = page.split('aria-label="工作台"')[1].split("</nav>")[0].split('href="')[1:]
    assert links
    for each in links:
        assert browser.get(each.split('"')[0]).status_code == 200
