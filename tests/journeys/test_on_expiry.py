"""On expiry: what was not served, checked, acknowledged or answered goes up to the lead; who must fetch is reminded.

Domain §2.13: C6, C10, C11, C12, C17.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests import holders, make
from tests.web.staff.desks import clock_at, signed_in
from yizheng import jobs
from yizheng.cases.commands import Move, rate, step
from yizheng.cases.queries.messages import messages
from yizheng.catalogue import publishing
from yizheng.law.papers import DeliveryAttempt, PostCheckRecord, ServiceReceipt
from yizheng.law.words import Verb
from yizheng.ledger.book import entries_of, fault_in_chain
from yizheng.licences.commands import acknowledge, hand_out
from yizheng.licences.models import Letter, LicenceVersion

pytestmark = pytest.mark.django_db

GRANTED = make.at(2026, 3, 4)


@pytest.fixture
def office() -> make.Office:
    return make.office()


@pytest.fixture
def case_id(office: make.Office) -> UUID:
    return holders.with_permits(office, "FIRE_OPEN", "SEWER", moment=GRANTED)


@pytest.fixture
def lead(office: make.Office) -> Client:
    return signed_in(holders.lead(office))


def page(lead: Client, kind: str, monkeypatch: Any, moment: Any, more: str = "") -> str:
    clock_at(monkeypatch, moment)
    answer = lead.get(f"/lead/late?kind={kind}{more}")
    assert answer.status_code == 200
    return answer.content.decode()


def rows(text: str) -> int:
    return text.count('<tr class="row--red">')


def test_what_was_not_served_in_ten_days_goes_up_with_the_attempts_that_failed(
    office: make.Office, case_id: UUID, lead: Client, monkeypatch: Any
) -> None:
    sewer, last, after = make.items(case_id)["SEWER"], make.at(2026, 3, 18), make.at(2026, 3, 19)
    tried = DeliveryAttempt(way="post", tried_on=date(2026, 3, 6), why="退回。")
    step(case_id, [Move(sewer.id, Verb.ATTEMPT, tried)], who=office.window, at=make.at(2026, 3, 9))
    assert rows(page(lead, "delivery", monkeypatch, last)) == 0, "the last day is in time"
    late = page(lead, "delivery", monkeypatch, after)
    assert rows(late) == 2
    assert "送达未成1次" in late
    assert "没有送达未成的记录" in late
    assert "已逾期1个工作日" in late
    assert lead.get(f"/lead/item/{sewer.id}").status_code == 200
    step(case_id, [Move(sewer.id, Verb.SERVE, ServiceReceipt(recipient="张三"))], who=office.window, at=after)
    assert rows(page(lead, "delivery", monkeypatch, after)) == 1, "the receipt ends it"


def test_a_late_check_is_told_once_to_organ_and_supervisor_and_goes_up(
    case_id: UUID, lead: Client, monkeypatch: Any
) -> None:
    supervisor = holders.supervisor(holders.permit(case_id, "FIRE_OPEN").supervisor)
    last, after = make.at(2026, 4, 1), make.at(2026, 4, 2)
    assert jobs.alarm_of_checks(last) == 0
    assert (jobs.alarm_of_checks(after), jobs.alarm_of_checks(after)) == (1, 0)
    sent = Letter.objects.filter(event="check.late")
    assert {(each.role, each.organ) for each in sent} == {("decider", "XFJY"), ("supervisor", "XFJY")}
    assert "2026年4月1日到期，还没有办" in sent[0].matter
    assert fault_in_chain(entries_of(case_id)) == ""
    assert rows(late := page(lead, "check", monkeypatch, after)) == 1
    assert "监管人员" in late
    met = PostCheckRecord(result="met", checkers="甲、乙", found="符合承诺。")
    holders.does(case_id, "FIRE_OPEN", met, supervisor, after)
    assert rows(page(lead, "check", monkeypatch, after)) == 0


def test_a_letter_without_a_receipt_goes_up_after_its_working_day(
    case_id: UUID, lead: Client, monkeypatch: Any
) -> None:
    (told,) = Letter.objects.all()
    assert rows(page(lead, "letter", monkeypatch, make.at(2026, 3, 5))) == 0
    late = page(lead, "letter", monkeypatch, make.at(2026, 3, 6))
    assert rows(late) == 1
    assert told.matter in late
    acknowledge(case_id, told.id, who=holders.supervisor(told.organ), at=make.at(2026, 3, 6))
    assert rows(page(lead, "letter", monkeypatch, make.at(2026, 3, 6))) == 0


def test_a_bad_rating_that_nobody_answered_goes_up_and_names_nobody_who_rated(
    office: make.Office, case_id: UUID, lead: Client, monkeypatch: Any
) -> None:
    sewer, case = make.items(case_id)["SEWER"], make.case(case_id)
    step(case_id, [Move(sewer.id, Verb.SERVE, ServiceReceipt(recipient="张三"))], who=office.window, at=GRANTED)
    rate(case_id, {sewer.organ: (1, "太慢")}, who=make.applicant_of(case_id), at=GRANTED)
    assert rows(page(lead, "rating", monkeypatch, make.at(2026, 3, 25))) == 0
    late = page(lead, "rating", monkeypatch, make.at(2026, 3, 26))
    assert rows(late) == 1
    assert case.holder not in late
    assert str(case.number) not in late


def test_whoever_leaves_a_version_at_the_window_is_reminded_once_and_not_after_it_was_taken(
    office: make.Office, case_id: UUID
) -> None:
    def told() -> list[str]:
        texts = messages(case_id, publishing.version(make.case(case_id).catalogue_id), GRANTED)
        return [each.text for each in texts if "还没有领取" in each.text]

    assert jobs.remind_of_versions(make.at(2026, 3, 9)) == 0, "the third working day is in time"
    assert (jobs.remind_of_versions(make.at(2026, 3, 10)), jobs.remind_of_versions(make.at(2026, 3, 11))) == (1, 0)
    assert told() == ["行业综合许可证第1版已经制好，还没有领取，请到窗口领取。"]
    make.granted(office, make.items(case_id)["TOBACCO"], moment=make.at(2026, 3, 11))
    hand_out(case_id, 2, to_name="张三", old_returned=False, who=office.window, at=make.at(2026, 3, 12))
    assert LicenceVersion.objects.count() == 2
    assert jobs.remind_of_versions(make.at(2026, 3, 30)) == 0


def test_a_page_of_each_kind_goes_on_where_the_last_one_ended_and_counts_every_kind(
    office: make.Office, case_id: UUID, lead: Client, monkeypatch: Any, django_assert_max_num_queries: Any
) -> None:
    holders.with_permits(office, "FIRE_OPEN", moment=make.at(2026, 3, 5))
    after = make.at(2026, 4, 10)
    monkeypatch.setattr("yizheng.ledger.paging.ROWS", 1)
    monkeypatch.setattr("yizheng.licences.queries.late.ROWS", 1)
    for kind in ("delivery", "check", "letter"):
        with django_assert_max_num_queries(9):
            first = page(lead, kind, monkeypatch, after)
        following = first.split('rel="next" href="?')[1].split('"')[0].replace("&amp;", "&")
        second = page(lead, kind, monkeypatch, after, "&" + following.partition("&")[2])
        assert (rows(first), rows(second)) == (1, 1)
        assert first.split("<tbody>")[1] != second.split("<tbody>")[1]
        assert '<span class="tabs__many">2' in first


def test_nobody_but_the_lead_sees_what_is_late(office: make.Office, case_id: UUID) -> None:
    for who in (office.window, office.reviewers["SCJG"]):
        assert signed_in(who).get("/lead/late?kind=check").status_code == 404
