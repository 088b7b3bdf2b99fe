"""Whom a permit touches is heard (行政许可法 36), other organs are asked inside the case, who is slow is urged.

All of it in the office's words; the clock of the deciding organ runs on meanwhile.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest

from tests import make
from yizheng.cases.commands import Move, step
from yizheng.cases.models import Inquiry, ItemCase, PaperRecord
from yizheng.cases.papers import read
from yizheng.cases.queries.inquiries import asked_of, asked_page
from yizheng.cases.queries.papers import Viewer, papers_of
from yizheng.cases.timing import runs_of
from yizheng.law.authority import Who
from yizheng.law.papers import (
    APPLICANT_AS_PARTY,
    DefenceNotice,
    DefenceRecord,
    Grant,
    OpinionReply,
    OpinionRequest,
    Paper,
    SupervisionOrder,
    SupervisionReply,
    UrgingNote,
)
from yizheng.law.words import InquiryKind, Role, Verb
from yizheng.ledger.command import NotFound, Refused

pytestmark = pytest.mark.django_db

MONDAY, TUESDAY = make.at(2026, 3, 2), make.at(2026, 3, 3)


@pytest.fixture
def office() -> make.Office:
    return make.office()


@pytest.fixture
def food(office: make.Office) -> ItemCase:
    """The food item of a restaurant, accepted on a Monday."""
    return make.items(make.accepted(office, moment=MONDAY))["FOOD_CATERING"]


def do(item: ItemCase, verb: Verb, paper: Paper | None, who: Who, moment: datetime = MONDAY) -> ItemCase:
    step(item.case_id, [Move(item.id, verb, paper)], who=who, at=moment)
    return make.items(item.case_id)[item.item]


def refuses(item: ItemCase, verb: Verb, paper: Any, who: Who, says: str, moment: datetime = MONDAY) -> None:
    with pytest.raises(Refused, match=says):
        do(item, verb, paper, who, moment)


def asked(item: ItemCase, kind: InquiryKind) -> UUID:
    return Inquiry.objects.filter(item_case_id=item.id, kind=kind).latest("asked_at").id


def neighbour(party: str = "楼上住户刘某") -> DefenceNotice:
    return DefenceNotice(party=party, interest="油烟排放影响居住，拟准予许可。")


def stated(item: ItemCase, words: str = "要求加装净化器。") -> DefenceRecord:
    return DefenceRecord(inquiry=str(asked(item, InquiryKind.STATEMENT)), words=words)


# --- whom it touches (行政许可法 36) --------------------------------------------------------------------------------


def test_no_decision_before_a_neighbour_who_was_told_has_spoken(office, food):
    reviewer, decider = office.reviewers["SCJG"], office.deciders["SCJG"]
    do(food, Verb.TELL_PARTY, neighbour(), reviewer)
    make.reviewed(office, food, moment=MONDAY)
    grant = Grant(scope="热食类食品制售")
    refuses(food, Verb.GRANT, grant, decider, "楼上住户刘某还可以陈述和申辩", TUESDAY)
    do(food, Verb.DEFEND, stated(food), office.window, TUESDAY)
    refuses(food, Verb.DEFEND, stated(food), office.window, "已经陈述、已过期限", TUESDAY)
    assert do(food, Verb.GRANT, grant, decider, TUESDAY).state == "granted"
    record = read(PaperRecord.objects.get(item_case_id=food.id, kind="defence_record"))
    assert record.paragraphs[0] == "楼上住户刘某就「食品经营许可（餐饮服务）」陈述申辩：要求加装净化器。"


def test_the_time_to_speak_lapses_on_the_day_that_the_notice_names(office, food):
    do(food, Verb.TELL_PARTY, neighbour(), office.reviewers["SCJG"])
    notice = read(PaperRecord.objects.get(item_case_id=food.id, kind="defence_notice"))
    assert notice.addressee == "楼上住户刘某"
    assert "最迟于2026年3月9日" in "".join(notice.paragraphs)
    make.reviewed(office, food, moment=MONDAY)
    grant, decider = Grant(scope="热食类食品制售"), office.deciders["SCJG"]
    refuses(food, Verb.GRANT, grant, decider, "还可以陈述和申辩", make.at(2026, 3, 9, 23))
    refuses(food, Verb.DEFEND, stated(food), office.window, "已过期限", make.at(2026, 3, 10, 0))
    assert do(food, Verb.GRANT, grant, decider, make.at(2026, 3, 10, 9)).state == "granted"


def test_the_applicant_speaks_for_themselves_alone(office, food):
    applicant = make.applicant_of(food.case_id)
    do(food, Verb.TELL_PARTY, neighbour(), office.reviewers["SCJG"])
    refuses(food, Verb.DEFEND, stated(food), applicant, "由本人提出，请到窗口记录")
    do(food, Verb.TELL_PARTY, neighbour(APPLICANT_AS_PARTY), office.reviewers["SCJG"], TUESDAY)
    item = do(food, Verb.DEFEND, stated(food, "已装净化器。"), applicant, TUESDAY)
    assert [party for _, party, _ in item.unheard] == ["楼上住户刘某"]


# --- another organ is asked (加签) ----------------------------------------------------------------------------------


def question(organ: str = "XFJY") -> OpinionRequest:
    return OpinionRequest(organ=organ, question="厨房排烟管是否影响疏散？", until_on=date(2026, 3, 6))


def test_another_organ_answers_what_it_is_asked_and_sees_nothing_else(office, food):
    reviewer, fire = office.reviewers["SCJG"], office.reviewers["XFJY"]
    refuses(food, Verb.CONSULT, question("SCJG"), reviewer, "请在给出的选项中选择")
    item = do(food, Verb.CONSULT, question(), reviewer)
    assert item.asked_organs == ["XFJY"]
    assert all(run.stopped_on is None for run in runs_of(item) if run.clock in {"promised", "statutory"})
    (row,) = asked_of("XFJY", MONDAY.date())
    page = asked_page(row.id, fire, MONDAY.date())
    assert page.inquiry.question == "厨房排烟管是否影响疏散？"
    assert page.reply.open
    with pytest.raises(NotFound):
        asked_page(row.id, office.reviewers["WSJK"], MONDAY.date())

    reply = OpinionReply(inquiry=str(row.id), answer="不影响。")
    refuses(food, Verb.REPLY, reply, office.reviewers["WSJK"], "没有向您所在的机关征求意见")
    refuses(food, Verb.REPLY, reply, office.window, "「答复征求意见」只能由")
    item = do(food, Verb.REPLY, reply, fire, TUESDAY)
    assert item.asked_organs == []
    assert asked_of("XFJY", MONDAY.date()) == ()
    letter = PaperRecord.objects.get(item_case_id=food.id, kind="opinion_reply")
    assert (letter.organ, read(letter).addressee) == ("XFJY", "青岛高新区市场监督管理部"), "the asked organ issues it"
    listed = {each.kind for each in papers_of(food.case_id, Viewer(opened=frozenset({str(food.case_id)})))}
    assert not listed & {"opinion_request", "opinion_reply"}, "letters between organs are not the applicant's"


def test_of_two_organs_that_are_asked_each_answers_for_itself(office, food):
    reviewer = office.reviewers["SCJG"]
    do(food, Verb.CONSULT, question(), reviewer)
    do(food, Verb.CONSULT, question("WSJK"), reviewer, TUESDAY)
    health = OpinionReply(inquiry=str(asked(food, InquiryKind.OPINION)), answer="没有意见。")
    refuses(food, Verb.REPLY, health, office.reviewers["XFJY"], "不是问您所在的机关", TUESDAY)
    assert do(food, Verb.REPLY, health, office.reviewers["WSJK"], TUESDAY).asked_organs == ["XFJY"]


def test_a_missing_opinion_holds_up_no_decision(office, food):
    do(food, Verb.CONSULT, question(), office.reviewers["SCJG"])
    make.granted(office, food, moment=TUESDAY)
    assert asked_of("XFJY", TUESDAY.date()) == (), "what is decided asks nobody any more"


# --- urging ---------------------------------------------------------------------------------------------------------


def test_window_and_lead_urge_and_the_organ_answers_both(office, food):
    lead = make.person("乔牵头", Role.LEAD, "XZSP")
    do(food, Verb.URGE, UrgingNote(words="申请人等着开业。"), office.window)
    order = SupervisionOrder(words="请说明为什么超过承诺时限。", until_on=date(2026, 3, 5))
    refuses(food, Verb.SUPERVISE, order, office.window, "「督办」只能由牵头部门办理")
    assert do(food, Verb.SUPERVISE, order, lead, TUESDAY).urged == 2
    for kind in (InquiryKind.URGING, InquiryKind.SUPERVISION):
        answer = SupervisionReply(inquiry=str(asked(food, kind)), answer="周五前决定。")
        item = do(food, Verb.REPORT_BACK, answer, office.deciders["SCJG"], TUESDAY)
    assert item.urged == 0
    refuses(food, Verb.REPORT_BACK, answer, office.deciders["SCJG"], "没有需要答复的催办、督办", TUESDAY)
    issued = PaperRecord.objects.get(item_case_id=food.id, kind="supervision_order")
    assert issued.organ == "XZSP", "the lead department issues it"


def test_no_organ_answers_for_another_what_it_is_urged(office, food):
    do(food, Verb.URGE, UrgingNote(words="请抓紧。"), office.window)
    answer = SupervisionReply(inquiry=str(asked(food, InquiryKind.URGING)), answer="尽快。")
    refuses(food, Verb.REPORT_BACK, answer, office.deciders["YCZM"], "其他机关或科室不能代为答复督办")
