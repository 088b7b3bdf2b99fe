"""The window: accept, refuse acceptance, gather and issue the one supplement notice."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.test import Client

from tests import make
from tests.web.staff.desks import FIRE, FOOD, MONDAY, TOBACCO
from yizheng.cases.commands import supply
from yizheng.cases.models import PaperRecord, SupplementPoint
from yizheng.law.papers import SupplementReply
from yizheng.law.words import State, Verb
from yizheng.ledger.book import entries_of

pytestmark = pytest.mark.django_db
POINT = {"target": "premises_address", "problem": "没有门牌号", "remedy": "补写门牌号"}


def state(case_id: UUID, item: str) -> str:
    return make.items(case_id)[item].state


def item_url(case_id: UUID, item: str, verb: str) -> str:
    return f"/window/item/{make.items(case_id)[item].id}/{verb}"


def test_the_page_shows_form_materials_and_the_last_day_with_its_count(window: Client, received: UUID) -> None:
    page = window.get(f"/window/case/{received}").content.decode()
    assert "2026年3月9日 周一" in page, "the fifth working day after Monday 2 March"
    assert "第5天" in page
    assert "M_PLAN_BASE.png" in page
    assert "138****" in page
    assert "（已遮盖）" in page
    assert "提出补正" in page


def test_the_ticked_items_are_accepted_in_one_act(window: Client, received: UUID) -> None:
    items = make.items(received)
    before = len(entries_of(received))
    said = {"item": [str(items[FOOD].id), str(items[FIRE].id)], "note": "原件已核对", "key": "once"}
    for _ in range(2):
        assert window.post(f"/window/case/{received}/accept", said).status_code == 302
    assert [state(received, each) for each in (FOOD, FIRE, TOBACCO)] == ["reviewing", "reviewing", "submitted"]
    assert len(entries_of(received)) == before + 2, "sent twice, done once"
    assert PaperRecord.objects.filter(kind="acceptance", data__note="原件已核对").count() == 2


def test_nothing_ticked_gets_a_sentence(window: Client, received: UUID) -> None:
    answer = window.post(f"/window/case/{received}/accept", {"note": "备注还在"})
    assert answer.status_code == 409
    assert "请至少勾选一个要受理的事项" in answer.content.decode()
    assert "备注还在" in answer.content.decode()


def test_refusing_acceptance_wants_the_right_organ_named(window: Client, received: UUID) -> None:
    said = {"ground": "wrong_organ", "reasons": "不属于本区管辖。"}
    answer = window.post(item_url(received, TOBACCO, "not_accept"), said)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "应当向哪个机关申请" in page
    assert "不属于本区管辖。" in page
    assert state(received, TOBACCO) == State.SUBMITTED
    said["right_organ"] = "青岛市城阳区烟草专卖局"
    assert window.post(item_url(received, TOBACCO, "not_accept"), said).status_code == 302
    assert state(received, TOBACCO) == State.NOT_ACCEPTED


def test_the_points_of_the_notice_are_gathered_taken_back_and_issued_once(window: Client, received: UUID) -> None:
    assert window.post(item_url(received, FOOD, "point"), POINT).status_code == 302
    assert window.post(item_url(received, FIRE, "point"), POINT).status_code == 302
    gone = SupplementPoint.objects.get(item=FIRE)
    assert window.post(f"/window/case/{received}/point/{gone.id}/remove").status_code == 302
    assert window.post(f"/window/case/{received}/supplement").status_code == 302
    assert (state(received, FOOD), state(received, FIRE)) == (State.SUPPLEMENTING, State.SUBMITTED)
    page = window.get(f"/window/case/{received}").content.decode()
    assert "本办件已一次性告知补正内容，不能再次要求补正" in page
    assert window.post(item_url(received, FIRE, "point"), POINT).status_code == 409


def test_a_point_that_lacks_something_keeps_what_was_written(window: Client, received: UUID) -> None:
    answer = window.post(item_url(received, FOOD, "point"), {**POINT, "remedy": ""})
    assert answer.status_code == 422
    assert "请填写「怎样改」" in answer.content.decode()
    assert "没有门牌号" in answer.content.decode()


def test_no_points_no_notice(window: Client, received: UUID) -> None:
    assert "还没有补正内容" in window.get(f"/window/case/{received}").content.decode()
    assert window.post(f"/window/case/{received}/supplement").status_code == 409


def test_a_doubted_item_is_not_ticked_to_be_accepted(window: Client, received: UUID) -> None:
    window.post(item_url(received, FOOD, "point"), POINT)
    page = window.get(f"/window/case/{received}").content.decode()
    item = make.items(received)[FOOD].id
    assert f'value="{item}" form="accept-{received}" checked' not in page
    assert f'value="{make.items(received)[FIRE].id}" form="accept-{received}" checked' in page
    assert "有1条补正内容还没有告知申请人" in page


def test_what_was_supplied_is_accepted_and_cannot_be_refused(window: Client, received: UUID) -> None:
    window.post(item_url(received, FOOD, "point"), POINT)
    window.post(f"/window/case/{received}/supplement")
    answer = SupplementReply(note="已改")
    said = {"premises_address": "青岛高新区智力岛路8号"}
    supply(received, answer, corrections=said, who=make.applicant_of(received), at=MONDAY)
    assert window.post(item_url(received, FOOD, "not_accept"), {"ground": "other", "reasons": "x"}).status_code == 409
    assert window.post(item_url(received, FOOD, "accept")).status_code == 302
    assert state(received, FOOD) == State.REVIEWING


def test_every_closed_button_shows_why(window: Client, received: UUID, accepted: UUID) -> None:
    page = window.get(f"/window/case/{accepted}").content.decode()
    for verb in (Verb.ACCEPT, Verb.NOT_ACCEPT):
        assert page.count(f"本事项现为「审查中」，这一步不能办理「{verb.label}」。") == 5, "one for each item"


def test_a_verb_that_is_not_the_windows_does_not_exist(window: Client, accepted: UUID) -> None:
    for verb in ("grant", "review", "lapse", "file", "nonsense"):
        assert window.post(item_url(accepted, FOOD, verb)).status_code == 404


def test_a_draft_is_no_case_yet(window: Client, office: make.Office) -> None:
    assert window.get(f"/window/case/{make.draft(moment=MONDAY)}").status_code == 404
