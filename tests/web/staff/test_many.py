"""Many at once: each in an act of its own, told row by row; what decides on an application is done one by one."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.test import Client

from tests import make
from tests.web.staff.desks import FOOD, MONDAY, TOBACCO, signed_in
from yizheng.cases.commands import Move, add_point, step
from yizheng.cases.queries.choices import ORGAN_VERBS
from yizheng.law.bulk import IN_BULK
from yizheng.law.words import Role, State, Verb
from yizheng.ledger.models import Entry

pytestmark = pytest.mark.django_db


def foods(office: make.Office, count: int) -> list[UUID]:
    return [make.items(make.accepted(office, moment=MONDAY))[FOOD].id for _ in range(count)]


def test_many_are_claimed_and_what_was_refused_is_told_with_the_reason(reviewer: Client, office: make.Office) -> None:
    chu = make.person("褚文静", Role.REVIEWER, "SCJG")
    taken, *free = foods(office, 3)
    step(next(each.case_id for each in [_item(taken)]), [Move(taken, Verb.CLAIM)], who=chu, at=MONDAY)
    said = {"verb": "claim", "ticked": [str(each) for each in (taken, *free)], "key": "k"}
    page = reviewer.post("/organ/many", said).content.decode()
    assert "共3件：已办2件，没有办成1件" in page
    assert "本件已由褚文静认领" in page
    assert {_item(each).reviewer_id for each in free} == {office.reviewers["SCJG"].id}
    claims = Entry.objects.filter(kind="item.claim").count()
    assert "已办2件" in reviewer.post("/organ/many", said).content.decode(), "sent twice, done once"
    assert Entry.objects.filter(kind="item.claim").count() == claims


def _item(item_id: UUID) -> make.ItemCase:
    return make.ItemCase.objects.get(id=item_id)


def test_many_are_assigned_by_the_decider_and_handed_on_by_the_reviewer(
    reviewer: Client, decider: Client, office: make.Office
) -> None:
    chu, li = make.person("褚文静", Role.REVIEWER, "SCJG"), office.reviewers["SCJG"]
    items = foods(office, 2)
    ticked = [str(each) for each in items]
    page = decider.post("/organ/many", {"verb": "assign", "ticked": ticked, "to": li.id}).content.decode()
    assert "共2件：已办2件" in page
    assert {_item(each).reviewer_id for each in items} == {li.id}
    said = {"verb": "transfer", "ticked": ticked, "to": chu.id}
    assert "没有办成2件" in reviewer.post("/organ/many", said).content.decode(), "a transfer says why"
    assert "已办2件" in reviewer.post("/organ/many", {**said, "reasons": "休假"}).content.decode()
    assert {_item(each).reviewer_name for each in items} == {"褚文静"}


@pytest.mark.parametrize("verb", sorted(set(ORGAN_VERBS) - IN_BULK))
def test_what_examines_or_decides_is_refused_for_all_of_them_with_the_article(
    decider: Client, office: make.Office, verb: Verb
) -> None:
    (item,) = foods(office, 1)
    answer = decider.post("/organ/many", {"verb": verb, "ticked": [str(item)]})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert f"「{verb.label}」不能批量办理" in page
    assert "行政许可法第三十四条、第三十七条" in page


def test_another_organs_items_are_not_touched_and_nothing_ticked_is_said(reviewer: Client, office: make.Office) -> None:
    tobacco = make.items(make.accepted(office, moment=MONDAY))[TOBACCO]
    for ticked in ([], ["nonsense"], [str(tobacco.id)]):
        answer = reviewer.post("/organ/many", {"verb": "claim", "ticked": ticked})
        assert answer.status_code == 409
        assert "请先勾选要办理的办件" in answer.content.decode()
    assert reviewer.post("/organ/many", {"verb": "lapse", "ticked": []}).status_code == 404
    assert _item(tobacco.id).reviewer_id == ""


def test_the_window_accepts_complete_cases_and_leaves_one_with_a_doubt_untold(
    window: Client, office: make.Office
) -> None:
    good, doubted = make.filed(moment=MONDAY), make.filed(moment=MONDAY)
    point = {"target": "premises_address", "problem": "没有门牌号", "remedy": "补写"}
    add_point(doubted, make.items(doubted)[FOOD].id, who=office.window, at=MONDAY, **point)
    said = {"ticked": [str(good), str(doubted)], "key": "k"}
    assert "受理前应当逐件核对" in window.post("/window/many", said).content.decode()
    for _ in range(2):
        page = window.post("/window/many", {**said, "checked": "on"}).content.decode()
        assert "共2件：已办1件，没有办成1件" in page
        assert "有补正内容还没有告知申请人" in page
    assert {each.state for each in make.items(good).values()} == {State.REVIEWING}
    assert {each.state for each in make.items(doubted).values()} == {State.SUBMITTED}
    again = window.post("/window/many", {"ticked": [str(good)], "checked": "on", "key": "another"}).content.decode()
    assert "没有办成1件" in again


def test_accepting_many_is_the_windows_alone(office: make.Office, received: UUID) -> None:
    organ = signed_in(office.reviewers["SCJG"])
    assert organ.post("/window/many", {"ticked": [str(received)], "checked": "on"}).status_code == 404
    assert "请先勾选" in signed_in(office.window).post("/window/many", {"checked": "on"}).content.decode()
