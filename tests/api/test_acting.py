"""Acting through the API: the same papers, commands and refusals as on the pages."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.test import Client

from tests import make
from tests.api.asking import Asking, applicant, nobody, staff
from tests.web.staff.desks import MONDAY
from yizheng.law.papers import PAPERS, asked
from yizheng.law.words import State
from yizheng.ledger.book import entries_of
from yizheng.people.models import Person

pytestmark = pytest.mark.django_db


def test_an_item_goes_all_the_way_through_the_api(office: make.Office, received: UUID) -> None:
    item = make.items(received)["TOBACCO"]
    told = staff(office.window).post(f"items/{item.id}/accept", {"note": "齐全"}).json()
    assert (told["item"]["state"], told["repeated"]) == ("reviewing", False)
    reviewer, decider = staff(office.reviewers["YCZM"]), staff(office.deciders["YCZM"])
    assert reviewer.post(f"items/{item.id}/claim").status_code == 200
    for verb, paper in make.visit_papers(MONDAY):
        asked_for = {name: getattr(paper, name) for name in asked(type(paper))}
        assert reviewer.post(f"items/{item.id}/{verb}", asked_for).status_code == 200
    checks = [{"code": each.code, "passed": True} for each in make.opinion(item).checks]
    opinion = {"checks": checks, "proposal": "grant", "reasons": "符合条件。"}
    assert reviewer.post(f"items/{item.id}/review", opinion).status_code == 200
    granted = decider.post(f"items/{item.id}/grant", {"scope": "卷烟零售"})
    assert granted.status_code == 200, granted.json()
    assert granted.json()["item"]["state"] == "granted"
    assert make.items(received)["TOBACCO"].state == State.GRANTED


def test_the_same_request_twice_does_one_thing_once(office: make.Office, received: UUID) -> None:
    item, asking = make.items(received)["TOBACCO"], staff(office.window)
    first = asking.post(f"items/{item.id}/accept", {}, key="one")
    again = asking.post(f"items/{item.id}/accept", {}, key="one")
    assert (first.json()["repeated"], again.json()["repeated"]) == (False, True)
    assert len([each for each in entries_of(received) if each.kind == "item.accept"]) == 1
    other = asking.post(f"items/{item.id}/accept", {"note": "别的"}, key="one")
    assert (other.status_code, "请求编号" in other.json()["sentence"]) == (409, True)


def test_what_the_law_forbids_is_409_with_its_sentence(office: make.Office, accepted: UUID) -> None:
    item = make.items(accepted)["TOBACCO"]
    answer = staff(office.window).post(f"items/{item.id}/accept", {})
    assert answer.status_code == 409
    assert answer.json() == {"sentence": "本事项现为「审查中」，这一步不能办理「受理」。", "faults": []}
    window = staff(office.window).post(f"items/{item.id}/claim")
    assert (window.status_code, "第三十四条" in window.json()["sentence"]) == (409, True)


def test_what_is_wrong_in_a_paper_is_422_by_field(office: make.Office, received: UUID) -> None:
    item, asking = make.items(received)["TOBACCO"], staff(office.window)
    answer = asking.post(f"items/{item.id}/not_accept", {"ground": "wrong_organ", "reasons": "不属于本机关。"})
    assert answer.status_code == 422
    assert [each["field"] for each in answer.json()["faults"]] == ["right_organ"]
    unknown = asking.post(f"items/{item.id}/accept", {"notes": "错字"})
    assert (unknown.status_code, unknown.json()["sentence"]) == (422, "不认识「notes」，请删去或改正拼写。")
    number = asking.post(f"items/{item.id}/accept", {"note": 5})
    assert (number.status_code, number.json()["faults"][0]["field"]) == (422, "note")


def test_nobody_sets_what_the_paper_does_not_ask(office: make.Office, accepted: UUID) -> None:
    item = make.items(accepted)["TOBACCO"]
    make.reviewed(office, item, moment=MONDAY, proposal="refuse")
    refusal = {"found": "距离不足", "reasons": "《烟草专卖许可证管理办法》第十二条", "bars": True}
    assert staff(office.deciders["YCZM"]).post(f"items/{item.id}/refuse", refusal).status_code == 422


def test_the_applicant_withdraws_with_number_and_code_and_does_nothing_else(accepted: UUID) -> None:
    items = make.items(accepted)
    asking = applicant(accepted)
    assert asking.post(f"items/{items['TOBACCO'].id}/withdraw", {}).json()["item"]["state"] == "withdrawn"
    assert asking.post(f"items/{items['SEWER'].id}/claim").status_code == 409
    other = make.items(make.filed(moment=MONDAY))["TOBACCO"]
    assert asking.post(f"items/{other.id}/withdraw", {}).status_code == 404


def test_another_organs_item_is_not_there(office: make.Office, accepted: UUID) -> None:
    item = make.items(accepted)["TOBACCO"]
    assert staff(office.reviewers["SCJG"]).post(f"items/{item.id}/claim").status_code == 404
    assert nobody().post(f"items/{item.id}/claim").status_code == 401


def test_a_session_acts_only_with_its_csrf_token(office: make.Office, received: UUID) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(Person.objects.get(pk=office.window.id))
    item = make.items(received)["TOBACCO"]
    asking = Asking(browser)
    answer = asking.post(f"items/{item.id}/accept", {})
    assert (answer.status_code, "X-CSRFToken" in answer.json()["sentence"]) == (403, True)
    browser.get("/window/new")
    token = browser.cookies["csrftoken"].value
    assert Asking(browser, **{"X-CSRFToken": token}).post(f"items/{item.id}/accept", {}).status_code == 200


def test_what_can_be_chosen_on_a_paper_stands_beside_the_choices(office: make.Office, accepted: UUID) -> None:
    other = make.accepted(office, moment=MONDAY)
    item = make.items(other)["TOBACCO"]
    make.reviewed(office, item, moment=MONDAY)
    decider = staff(office.deciders["YCZM"])
    ahead = decider.get(f"items/{item.id}").json()["among"]["ahead"]
    assert [each["value"] for each in ahead] == [make.case(accepted).number]
    unseen = decider.post(f"items/{item.id}/grant", {"scope": "卷烟零售"})
    assert (unseen.status_code, unseen.json()["faults"][0]["field"]) == (422, "ahead")
    seen = decider.post(f"items/{item.id}/grant", {"scope": "卷烟零售", "ahead": [each["value"] for each in ahead]})
    assert seen.status_code == 200
    grant = nobody().get("openapi.json").json()["components"]["schemas"]["Grant"]
    assert grant["properties"]["ahead"]["x-among"] == "ahead"


def test_every_paper_of_a_step_is_a_schema_with_what_it_asks() -> None:
    schema = nobody().get("openapi.json").json()
    bodies = schema["components"]["schemas"]
    steps = [each["post"] for each in schema["paths"].values() if "post" in each]
    named = {
        each["requestBody"]["content"]["application/json"]["schema"]["$ref"].split("/")[-1]
        for each in steps
        if "requestBody" in each
    }
    papers = {paper.__name__: paper for paper in PAPERS.values()}
    assert named >= {"Acceptance", "ReviewOpinion", "Grant", "Refusal"}
    for name in named:
        assert set(bodies[name]["properties"]) == set(asked(papers[name]))
        assert bodies[name]["additionalProperties"] is False
