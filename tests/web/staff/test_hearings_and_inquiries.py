"""Hearings and inquiries on the pages: at the organ, the organ that is asked, the window, for applicant and public."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests import make
from tests.web.staff.desks import FOOD, MONDAY, clock_at, food, signed_in
from yizheng.cases.commands import Move, settle_case, step
from yizheng.cases.models import Inquiry
from yizheng.law.authority import Who
from yizheng.law.papers import (
    APPLICANT_AS_PARTY,
    DefenceNotice,
    HearingAnnouncement,
    HearingRight,
    OpinionRequest,
    OverdueExplanation,
    Paper,
    UrgingNote,
)
from yizheng.law.words import Verb

pytestmark = pytest.mark.django_db


def do(case_id: UUID, verb: Verb, paper: Paper, who: Who, moment: Any = MONDAY) -> None:
    step(case_id, [Move(make.items(case_id)[FOOD].id, verb, paper)], who=who, at=moment)


def text_of(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def applicant_of(case_id: UUID) -> Client:
    """The browser in which the applicant has opened the case."""
    case, client = make.case(case_id), Client()
    client.post("/query", {"number": case.number, "code": case.query_code})
    return client


def progress(case_id: UUID) -> str:
    return f"/case/{make.case(case_id).number}"


ANNOUNCED = HearingAnnouncement(matter="设立餐馆。", sign_up="到窗口。", until_on=date(2026, 3, 27))
RIGHT = HearingRight(interest="油烟影响住户。", parties="楼上住户")


# --- hearing --------------------------------------------------------------------------------------------------------


def test_no_section_stands_where_there_is_no_hearing_and_nothing_was_asked(reviewer, accepted):
    page = text_of(reviewer, food(accepted))
    assert 'id="hearing"' not in page
    assert 'id="inquiries"' not in page


def test_a_reviewer_announces_a_hearing_and_everybody_reads_of_it(reviewer, accepted):
    sent = {"matter": "设立餐馆。", "sign_up": "到窗口。", "until_on": "2026-03-27"}
    assert reviewer.post(f"{food(accepted)}/announce_hearing", sent).status_code == 302
    page = text_of(reviewer, food(accepted))
    assert "已公告听证" in page
    assert "今天通知，最早可以举行：2026年3月11日" in page
    public = text_of(Client(), "/hearings")
    assert "设立餐馆。" in public
    assert "预计2026年3月27日以前举行" in public
    assert make.case(accepted).premises in public
    assert make.case(accepted).holder not in public, "nothing personal"
    assert "听证已经" in text_of(applicant_of(accepted), progress(accepted))


def test_a_hearing_called_with_a_bad_hour_keeps_what_was_entered(reviewer, office, accepted):
    do(accepted, Verb.ANNOUNCE_HEARING, ANNOUNCED, office.reviewers["SCJG"])
    chair = office.deciders["SCJG"].id
    sent = {"set_on": "2026-03-20", "hour": "上午", "place": "三楼", "chair": chair}
    answer = reviewer.post(f"{food(accepted)}/call_hearing", sent)
    assert answer.status_code == 422
    assert "请按二十四小时写成 09:30 的样子" in answer.content.decode()
    assert 'value="三楼"' in answer.content.decode()
    assert reviewer.post(f"{food(accepted)}/call_hearing", {**sent, "hour": "09:30"}).status_code == 302
    assert "2026年3月20日 09:30:00，三楼" in text_of(reviewer, food(accepted))
    assert "2026年3月20日 09:30:00" in text_of(Client(), "/hearings")


def test_the_applicant_asks_for_a_hearing_on_the_progress_page_as_long_as_they_may(office, accepted, monkeypatch):
    do(accepted, Verb.TELL_HEARING, RIGHT, office.reviewers["SCJG"])
    browser, item = applicant_of(accepted), make.items(accepted)[FOOD].id
    page = text_of(browser, progress(accepted))
    assert "最迟2026年3月9日" in page
    ask = f"{progress(accepted)}/hearing/{item}"
    assert "二十四时以前提出" in text_of(browser, ask)
    clock_at(monkeypatch, make.at(2026, 3, 10))
    late = browser.post(ask, {"key": "late", "reasons": "想说明隔油设施。"})
    assert late.status_code == 409
    assert "想说明隔油设施。" in late.content.decode(), "a refused form loses nothing"
    clock_at(monkeypatch, make.at(2026, 3, 9, 20))
    assert browser.post(ask, {"key": "in-time"}).status_code == 302
    assert "已有人申请听证" in text_of(browser, progress(accepted))


def test_the_window_asks_for_a_third_party(window, office, accepted):
    do(accepted, Verb.TELL_HEARING, RIGHT, office.reviewers["SCJG"])
    assert "2026年3月9日前可以申请" in text_of(window, f"/window/case/{accepted}")
    item = make.items(accepted)[FOOD].id
    sent = {"asked_by": "楼上住户刘某", "reasons": ""}
    assert window.post(f"/window/item/{item}/ask_hearing", sent).status_code == 302
    assert make.items(accepted)[FOOD].hearing == "asked"


# --- inquiries ------------------------------------------------------------------------------------------------------


def test_the_asked_organ_finds_the_question_on_its_desk_and_answers_it(office, accepted, reviewer):
    asked = {"organ": "XFJY", "question": "排烟管是否影响疏散？", "until_on": "2026-03-06"}
    assert reviewer.post(f"{food(accepted)}/consult", asked).status_code == 302
    fire = signed_in(office.reviewers["XFJY"])
    inquiry = Inquiry.objects.get()
    address = f"/organ/asked/{inquiry.id}"
    assert address in text_of(fire, "/organ/")
    page = text_of(fire, address)
    assert "排烟管是否影响疏散？" in page
    assert "身份证" not in page
    assert fire.post(f"{address}/reply", {"answer": ""}).status_code == 422
    assert fire.post(f"{address}/reply", {"answer": "不影响。"}).status_code == 302
    assert "答：不影响。" in text_of(reviewer, food(accepted))
    assert address not in text_of(fire, "/organ/")
    text_of(signed_in(office.reviewers["YCZM"]), address, status=404)


def test_the_applicant_states_a_view_and_the_organ_reads_it(office, accepted, reviewer):
    do(
        accepted, Verb.TELL_PARTY, DefenceNotice(party=APPLICANT_AS_PARTY, interest="拟不予许可。"),
        office.reviewers["SCJG"],
    )  # fmt: skip
    browser, inquiry = applicant_of(accepted), Inquiry.objects.get()
    address = f"{progress(accepted)}/statement/{inquiry.id}"
    assert address in text_of(browser, progress(accepted))
    assert "拟不予许可。" in text_of(browser, address)
    assert browser.post(address, {"key": "none", "words": ""}).status_code == 422
    assert browser.post(address, {"key": "said", "words": "已整改。"}).status_code == 302
    assert "答：已整改。" in text_of(reviewer, food(accepted))
    text_of(browser, address, status=404)


def test_the_window_urges_and_reads_the_answer(window, decider, office, accepted):
    item = make.items(accepted)[FOOD].id
    assert window.post(f"/window/item/{item}/urge", {"words": "申请人催问。"}).status_code == 302
    assert "有1件催办、督办等待答复" in text_of(decider, food(accepted))
    sent = {"inquiry": str(Inquiry.objects.get().id), "answer": "周五前决定。"}
    assert decider.post(f"{food(accepted)}/report_back", sent).status_code == 302
    assert "答：周五前决定。" in text_of(window, f"/window/case/{accepted}")


def test_the_window_records_what_a_neighbour_says(window, office, accepted):
    do(accepted, Verb.TELL_PARTY, DefenceNotice(party="刘某", interest="油烟。"), office.reviewers["SCJG"])
    item = make.items(accepted)[FOOD].id
    sent = {"inquiry": str(Inquiry.objects.get().id), "words": "要求加装净化器。"}
    assert window.post(f"/window/item/{item}/defend", sent).status_code == 302
    assert "答：要求加装净化器。" in text_of(window, f"/window/case/{accepted}")


# --- late -----------------------------------------------------------------------------------------------------------


def test_who_is_late_is_asked_to_explain_and_everybody_reads_why(office, accepted, decider, monkeypatch):
    assert "应当公开说明原因" not in text_of(decider, food(accepted))
    late = make.at(2026, 5, 11)
    clock_at(monkeypatch, late)
    assert "应当公开说明原因" in text_of(decider, food(accepted))
    sent = {"reasons": "系统迁移。", "expected_on": "2026-05-15"}
    assert decider.post(f"{food(accepted)}/explain", sent).status_code == 302
    assert "应当公开说明原因" not in text_of(decider, food(accepted))
    page = text_of(Client(), "/overdue")
    assert "系统迁移。" in page
    assert "2026年5月15日" in page
    assert make.case(accepted).holder not in page, "nothing personal"


def test_a_decision_that_came_late_is_explained_afterwards_without_an_expected_day(
    office, accepted, decider, monkeypatch
):
    item, late = make.items(accepted)["FOOD_CATERING"], make.at(2026, 5, 11)
    make.granted(office, item, moment=late)
    clock_at(monkeypatch, make.at(2026, 5, 13))
    assert "应当公开说明原因" in text_of(decider, food(accepted))
    sent = {"reasons": "系统迁移。", "expected_on": "2026-05-15"}
    refused = decider.post(f"{food(accepted)}/explain", sent)
    assert "已经办结，不再填写「预计办结日」。" in refused.content.decode()
    assert decider.post(f"{food(accepted)}/explain", {"reasons": "系统迁移。"}).status_code == 302
    assert "应当公开说明原因" not in text_of(decider, food(accepted))
    page = text_of(Client(), "/overdue")
    assert "系统迁移。" in page
    assert "已于2026年5月11日" in page


def test_explanations_are_paged_the_newest_first(office, accepted, monkeypatch):
    clock_at(monkeypatch, make.at(2026, 5, 20))
    for code in ("FOOD_CATERING", "TOBACCO"):
        item = make.items(accepted)[code]
        paper = OverdueExplanation(reasons=f"{code}的原因。", expected_on=date(2026, 5, 29))
        moment = make.at(2026, 5, 11 if code == "TOBACCO" else 12)
        step(accepted, [Move(item.id, Verb.EXPLAIN, paper)], who=office.deciders[item.organ], at=moment)
    monkeypatch.setattr("yizheng.ledger.paging.ROWS", 1)
    first = text_of(Client(), "/overdue")
    assert "FOOD_CATERING的原因" in first
    assert "TOBACCO的原因" not in first
    following = first.split('rel="next" href="?')[1].split('"')[0].replace("&amp;", "&")
    assert "TOBACCO的原因" in text_of(Client(), f"/overdue?{following}")


def test_when_the_limit_of_the_law_has_passed_the_applicant_is_told_what_may_be_done(accepted, monkeypatch):
    late = make.at(2026, 5, 11)
    clock_at(monkeypatch, late)
    browser = applicant_of(accepted)
    assert "应当先向" in text_of(browser, progress(accepted)), "worked out at the read"
    assert settle_case(accepted, at=late)
    assert "您可以先申请行政复议" in text_of(browser, progress(accepted)), "and told in a message"


def test_an_item_that_was_urged_stands_in_the_pile_of_what_is_urged(reviewer, office, accepted):
    do(accepted, Verb.URGE, UrgingNote(words="请抓紧。"), office.window)
    do(
        accepted,
        Verb.CONSULT,
        OpinionRequest(organ="XFJY", question="？", until_on=date(2026, 3, 6)),
        office.reviewers["SCJG"],
    )
    assert make.case(accepted).holder in text_of(reviewer, "/organ/?pile=urged")
