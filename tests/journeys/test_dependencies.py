"""Dependencies 内部流转: results flow between items, are never asked from the applicant, and waits are told (§4.3)."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from tests import make
from tests.published import HOTEL
from tests.web.applicant import walking
from tests.web.staff.desks import clock_at, signed_in
from yizheng.cases.commands import Move, add_items, file_case, step
from yizheng.cases.models import PaperRecord
from yizheng.cases.queries.drafts import draft
from yizheng.law.papers import Acceptance, Return, Withdrawal
from yizheng.law.words import State, Verb
from yizheng.ledger.book import entries_of, fault_in_chain
from yizheng.ledger.command import Refused
from yizheng.licences.watch import look_over

pytestmark = pytest.mark.django_db

MONDAY, TUESDAY, THURSDAY = make.at(2026, 3, 2), make.at(2026, 3, 3), make.at(2026, 3, 5)


@pytest.fixture
def office():
    return make.office()


@pytest.fixture
def hotel(office):
    """A hotel: the police decide after the fire brigade, the health office only wants to know."""
    return make.accepted(office, moment=MONDAY, answers=HOTEL, industry="HOTEL")


def told(case_id, kind):
    names = {each.id: each.item for each in make.items(case_id).values()}
    return [(names[each.item_id], each.data["result"]) for each in entries_of(case_id) if each.kind == kind]


def page_of(office, item_case):
    return walking.text_of(signed_in(office.reviewers[item_case.organ]).get(reverse("organ-item", args=[item_case.id])))


def test_the_result_of_another_item_is_never_asked_from_the_applicant(office):
    opened = draft(make.draft(HOTEL, industry="HOTEL", moment=MONDAY), MONDAY)
    assert "M_FIRE_RESULT" not in {each.told.code for each in opened.materials}
    assert "M_FIRE_RESULT" in {each.code for each in opened.told.by("internal")}


def test_a_waiting_item_says_for_what_and_since_when(office, hotel, monkeypatch):
    clock_at(monkeypatch, TUESDAY)
    police = make.items(hotel)["HOTEL_SPECIAL"]
    page = page_of(office, police)
    assert "」先办结：" in page
    assert "自2026年3月2日 10:00:00起等待" in page
    client, case = Client(), make.case(hotel)
    client.post(reverse("query"), {"number": case.number, "code": case.query_code})
    assert "2026年3月2日起在等；期限照常计算" in walking.text_of(client.get(reverse("progress", args=[case.number])))


def test_a_grant_stands_with_its_paper_and_permit_on_the_page_of_the_item_that_waited(office, hotel, monkeypatch):
    make.granted(office, make.items(hotel)["FIRE_OPEN"], moment=TUESDAY)
    assert told(hotel, "item.informed") == [("HOTEL_SPECIAL", "准予许可"), ("HEALTH_PUBLIC", "准予许可")]
    assert told(hotel, "item.look_again") == []
    paper = PaperRecord.objects.get(kind="grant")
    clock_at(monkeypatch, THURSDAY)
    page = page_of(office, make.items(hotel)["HOTEL_SPECIAL"])
    assert "内部转来" in page
    assert paper.number in page
    assert paper.head["permit_number"] in page
    make.granted(office, make.items(hotel)["HOTEL_SPECIAL"], moment=THURSDAY)
    assert fault_in_chain(entries_of(hotel)) == ""


def test_the_organ_that_was_told_opens_the_paper_and_no_other_does(office, hotel):
    make.granted(office, make.items(hotel)["FIRE_OPEN"], moment=TUESDAY)
    address = reverse("paper", args=[PaperRecord.objects.get(kind="grant").id])
    organs = {code: make.items(hotel)[code].organ for code in ("HOTEL_SPECIAL", "HEALTH_PUBLIC")}
    for organ in organs.values():
        assert signed_in(office.reviewers[organ]).get(address).status_code == 200
    assert signed_in(office.reviewers["SCJG"]).get(address).status_code == 404
    opinion = reverse("paper", args=[PaperRecord.objects.get(kind="review_opinion").id])
    assert signed_in(office.reviewers[organs["HOTEL_SPECIAL"]]).get(opinion).status_code == 404, "internal to its organ"


def test_a_refused_first_has_its_dependant_looked_at_again_and_bars_the_grant(office, hotel):
    police = make.items(hotel)["HOTEL_SPECIAL"]
    make.reviewed(office, police, moment=TUESDAY)
    make.refused(office, make.items(hotel)["FIRE_OPEN"], moment=THURSDAY)
    assert told(hotel, "item.look_again") == [("HOTEL_SPECIAL", "不予许可")], "who only wants to know decides alone"
    with pytest.raises(Refused, match="没有准予，不能准予"):
        step(hotel, [Move(police.id, Verb.GRANT, make.grant_paper())], who=office.deciders[police.organ], at=THURSDAY)
    assert "请重新核对本事项" in page_of(office, police)


def test_an_opinion_given_before_the_first_was_withdrawn_goes_back_to_its_reviewer(office, hotel):
    police, fire = make.items(hotel)["HOTEL_SPECIAL"], make.items(hotel)["FIRE_OPEN"]
    make.reviewed(office, police, moment=TUESDAY)
    step(hotel, [Move(fire.id, Verb.WITHDRAW, Withdrawal())], who=make.applicant_of(hotel), at=THURSDAY)
    decider = office.deciders[police.organ]
    grant = [Move(police.id, Verb.GRANT, make.grant_paper())]
    with pytest.raises(Refused, match="请退回重审"):
        step(hotel, grant, who=decider, at=THURSDAY)
    step(hotel, [Move(police.id, Verb.RETURN, Return(reasons="消防已撤回，请重新核对。"))], who=decider, at=THURSDAY)
    assert make.items(hotel)["HOTEL_SPECIAL"].state == State.REVIEWING


# --- applied for apart (domain §7-1): another case on the same licence ------------------------------------------------


def apart(office, case_id, code):
    """The item applied for anew, in a case of its own, and accepted."""
    draft = UUID(add_items(case_id, [code], who=make.applicant_of(case_id), at=TUESDAY).data["draft"])
    file_case(draft, who=make.applicant_of(draft), at=TUESDAY)
    item_case = make.items(draft)[code]
    step(draft, [Move(item_case.id, Verb.ACCEPT, Acceptance())], who=office.window, at=TUESDAY)
    return make.items(draft)[code]


def grant(office, item_case):
    decider = office.deciders[item_case.organ]
    step(item_case.case_id, [Move(item_case.id, Verb.GRANT, make.grant_paper())], who=decider, at=THURSDAY)


def test_an_item_applied_for_apart_waits_for_what_comes_first_in_the_other_case(office, hotel):
    step(hotel, [Move(make.items(hotel)["HOTEL_SPECIAL"].id, Verb.WITHDRAW, Withdrawal())],
         who=make.applicant_of(hotel), at=TUESDAY)  # fmt: skip
    police = apart(office, hotel, "HOTEL_SPECIAL")
    make.reviewed(office, police, moment=TUESDAY)
    with pytest.raises(Refused, match="须先办结「消防安全检查」"):
        grant(office, police)
    make.granted(office, make.items(hotel)["FIRE_OPEN"], moment=THURSDAY)
    grant(office, police)
    assert make.items(police.case_id)["HOTEL_SPECIAL"].state == State.GRANTED


def test_what_was_refused_and_is_applied_for_apart_holds_up_and_then_carries_its_dependant(office, hotel, monkeypatch):
    police = make.items(hotel)["HOTEL_SPECIAL"]
    make.refused(office, make.items(hotel)["FIRE_OPEN"], moment=MONDAY)
    make.reviewed(office, police, moment=TUESDAY)
    fire = apart(office, hotel, "FIRE_OPEN")
    with pytest.raises(Refused, match="须先办结「消防安全检查」"):
        grant(office, police)
    make.granted(office, fire, moment=TUESDAY)
    clock_at(monkeypatch, THURSDAY)
    paper = PaperRecord.objects.get(kind="grant", item_case_id=fire.id)
    assert paper.number in page_of(office, police), "the result is passed on from the other case"
    assert signed_in(office.reviewers[police.organ]).get(reverse("paper", args=[paper.id])).status_code == 200
    grant(office, police)
    assert make.items(hotel)["HOTEL_SPECIAL"].state == State.GRANTED


def test_an_item_that_waits_is_told_how_ended_what_was_applied_for_anew_in_a_case_of_its_own(office, hotel):
    make.refused(office, make.items(hotel)["FIRE_OPEN"], moment=TUESDAY)
    again = UUID(add_items(hotel, ["FIRE_OPEN"], who=make.applicant_of(hotel), at=TUESDAY).data["draft"])
    file_case(again, who=make.applicant_of(again), at=TUESDAY)
    make.accepted(office, moment=TUESDAY, case_id=again)
    make.granted(office, make.items(again)["FIRE_OPEN"], moment=THURSDAY)
    assert told(hotel, "item.informed")[-2:] == [("HOTEL_SPECIAL", "准予许可"), ("HEALTH_PUBLIC", "准予许可")]
    assert {fault_in_chain(entries_of(case_id)) for case_id in (hotel, again)} == {""}
    assert {fault.kind for _, found in look_over(THURSDAY) for fault in found} <= {"nobody"}, "the book is whole"
    make.granted(office, make.items(hotel)["HOTEL_SPECIAL"], moment=THURSDAY)
