"""整改: told once, reported by the applicant, looked at again once; without a report the facts decide (C9)."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests import make
from tests.web.applicant import walking
from tests.web.staff.desks import clock_at, signed_in
from yizheng.cases.commands import Move, step
from yizheng.cases.queries.progress import progress
from yizheng.law.papers import Recheck, Rectification
from yizheng.law.words import State, Verb
from yizheng.ledger.command import Refused

pytestmark = pytest.mark.django_db

TOLD, REPORTED = make.at(2026, 3, 4), make.at(2026, 3, 6)


@pytest.fixture
def office():
    return make.office()


@pytest.fixture
def case_id(office):
    """A restaurant whose kitchen has something to put right by the tenth of March."""
    case_id = make.accepted(office, moment=make.at(2026, 3, 2))
    make.visited(office, food(case_id), moment=TOLD, result="rectify")
    notice = Rectification(findings="1. 专间没有空气消毒灯，请安装。", until_on=date(2026, 3, 10))
    step(case_id, [Move(food(case_id).id, Verb.RECTIFY, notice)], who=office.reviewers["SCJG"], at=TOLD)
    return case_id


def food(case_id):
    return make.items(case_id)["FOOD_CATERING"]


def recheck(office, case_id, at, result="passed"):
    people = "李审查 370001\n钱同行 370002"
    paper = Recheck(visited_on=at.date(), inspectors=people, found="已安装。", result=result)
    step(case_id, [Move(food(case_id).id, Verb.RECHECK, paper)], who=office.reviewers["SCJG"], at=at)


def test_the_applicant_sees_what_to_put_right_until_when_and_reports_it(office, case_id, monkeypatch):
    clock_at(monkeypatch, REPORTED)
    client, case = Client(), make.case(case_id)
    client.post(reverse("query"), {"number": case.number, "code": case.query_code})
    told = walking.text_of(client.get(reverse("progress", args=[case.number])))
    assert "有地方要改" in told
    address = reverse("rectify", args=[case.number, food(case_id).id])
    page = client.get(address)
    assert "专间没有空气消毒灯" in walking.text_of(page)
    assert "最迟<strong>2026年3月10日（周二）</strong>" in walking.text_of(page)
    refused = client.post(address, {"key": walking.key_in(page), "done": ""})
    assert refused.status_code == 422
    said = {"key": walking.key_in(page), "done": "已安装消毒灯。"}
    assert client.post(address, said).status_code == 302
    assert food(case_id).state == State.RECTIFIED
    assert progress(case_id, REPORTED).item(food(case_id).id).count_of("rectification") is None
    assert client.get(address).status_code == 302, "with nothing to put right, the progress"
    recheck(office, case_id, REPORTED)
    assert food(case_id).state == State.VISITED


def test_the_window_reports_it_for_an_applicant_who_came_in_person(office, case_id, monkeypatch):
    clock_at(monkeypatch, REPORTED)
    window = signed_in(office.window)
    assert "整改情况" in walking.text_of(window.get(reverse("window-case", args=[case_id])))
    window.post(reverse("window-act", args=[food(case_id).id, "report"]), {"key": "k", "done": "已安装消毒灯。"})
    assert food(case_id).state == State.RECTIFIED


def test_without_a_report_the_organ_looks_again_only_when_the_time_is_over(office, case_id):
    with pytest.raises(Refused, match="整改期限也没有届满"):
        recheck(office, case_id, make.at(2026, 3, 10), "failed")
    recheck(office, case_id, make.at(2026, 3, 11), "failed")
    assert food(case_id).state == State.VISITED
    make.refused(office, food(case_id), moment=make.at(2026, 3, 11))
    assert food(case_id).state == State.REFUSED
