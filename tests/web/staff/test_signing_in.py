"""Signing in and out, and whose pages are whose."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.test import Client

from tests import make
from tests.web.staff.desks import FIRE, food, signed_in
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
