"""Delivery proof: what lies in a drawer, or went to an address without consent, is not served (domain §7-15)."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests import make
from tests.web.applicant import walking
from tests.web.staff.desks import clock_at, signed_in
from yizheng.cases.commands import Move, step
from yizheng.cases.models import PaperRecord
from yizheng.cases.papers import read
from yizheng.cases.queries.progress import progress
from yizheng.cases.queries.window_desk import Tray, window_desk
from yizheng.law.papers import ArchiveIndex, DeliveryAttempt, ServiceReceipt
from yizheng.law.words import Service, Verb
from yizheng.ledger.command import Refused

pytestmark = pytest.mark.django_db

DECIDED, LATER = make.at(2026, 3, 9), make.at(2026, 3, 12)


@pytest.fixture
def office():
    return make.office()


@pytest.fixture
def tobacco(office):
    """A refusal made on a Monday."""
    case_id = make.accepted(office, moment=make.at(2026, 3, 2))
    make.refused(office, make.items(case_id)["TOBACCO"], moment=DECIDED)
    return make.items(case_id)["TOBACCO"]


def served(office, item_case, **paper):
    step(item_case.case_id, [Move(item_case.id, Verb.SERVE, ServiceReceipt(**paper))], who=office.window, at=LATER)


def seen(item_case, at=LATER):
    return progress(item_case.case_id, at).item(item_case.id)


@pytest.mark.parametrize(
    ("paper", "why"),
    [
        ({"way": "electronic", "recipient": "张三"}, "没有收件人同意"),
        ({"way": "post", "recipient": "张三"}, "写明凭据"),
        ({"way": "left", "recipient": "张三"}, "写明凭据"),
        ({"way": "window"}, "签收人"),
    ],
)
def test_without_proof_the_time_to_serve_runs_on_and_no_remedy_has_begun(office, tobacco, paper, why):
    with pytest.raises(Refused, match=why):
        served(office, tobacco, **paper)
    stands = seen(tobacco)
    assert stands.service is Service.MADE
    assert stands.count_of("delivery").due == date(2026, 3, 23), "ten working days from the decision"
    assert stands.remedies == ()


def test_an_attempt_that_failed_is_on_record_and_the_time_to_serve_runs_on_until_the_receipt(office, tobacco):
    def attempted(**said):
        paper = DeliveryAttempt(way="post", why="无人签收，邮件退回。", **said)
        step(tobacco.case_id, [Move(tobacco.id, Verb.ATTEMPT, paper)], who=office.window, at=LATER)

    with pytest.raises(Refused, match="不能早于作出决定的那一天"):
        attempted(tried_on=date(2026, 3, 6))
    attempted(tried_on=date(2026, 3, 11))
    stands = seen(tobacco)
    assert (stands.service, stands.count_of("delivery").due) == (Service.MADE, date(2026, 3, 23))
    told = progress(tobacco.case_id, LATER).messages[0]
    assert "的决定没有送到您手里" in told.text
    assert "无人签收，邮件退回。" in read(PaperRecord.objects.get(id=told.paper)).paragraphs[0]
    served(office, tobacco, recipient="张三")
    with pytest.raises(Refused, match="决定已经送达"):
        attempted(tried_on=date(2026, 3, 12))


def test_with_proof_the_clock_stops_and_the_remedies_are_counted(office, tobacco):
    served(office, tobacco, recipient="张三")
    stands = seen(tobacco)
    assert (stands.service, stands.served_on, stands.count_of("delivery")) == (Service.SERVED, date(2026, 3, 12), None)
    assert [(each.label, each.due) for each in stands.remedies] == [
        ("申请行政复议的期限", date(2026, 5, 11)),
        ("提起行政诉讼的期限", date(2026, 9, 14)),
    ], "the twelfth of September is a Saturday"
    assert all(each.days for each in stands.remedies), "every day can be explained"
    with pytest.raises(Refused, match="已经送达"):
        served(office, tobacco, recipient="张三")


def test_the_receipt_names_the_decision_that_was_served(office, tobacco):
    served(office, tobacco, recipient="张三")
    (table,) = read(PaperRecord.objects.get(kind="service_receipt")).tables
    assert [row[0] for row in table.rows] == ["不予行政许可决定书"]
    fire = make.items(tobacco.case_id)["FIRE_OPEN"]
    make.granted(office, fire, moment=LATER)
    served(office, fire, recipient="张三")
    (table,) = read(PaperRecord.objects.get(kind="service_receipt", item_case=fire)).tables
    assert [row[0] for row in table.rows] == ["准予行政许可决定书", "公众聚集场所投入使用、营业前消防安全检查意见书"]


def test_what_waits_to_be_served_stands_on_the_windows_desk_by_day(office, tobacco):
    rows = window_desk(on=date(2026, 3, 24), tray=Tray.SERVE).rows
    assert [(row.serve.on, row.serve.lamp) for row in rows] == [(date(2026, 3, 23), "red")]
    served(office, tobacco, recipient="张三")
    assert window_desk(on=date(2026, 3, 24), tray=Tray.SERVE).rows == ()


def test_what_is_archived_was_served_and_its_index_names_every_paper(office, tobacco):
    def archived():
        step(tobacco.case_id, [Move(tobacco.id, Verb.ARCHIVE, ArchiveIndex())], who=office.window, at=LATER)

    with pytest.raises(Refused, match="送达后才能归档"):
        archived()
    served(office, tobacco, recipient="张三")
    archived()
    (table,) = read(PaperRecord.objects.get(kind="archive_index")).tables
    assert [row[0] for row in table.rows][-2:] == ["不予行政许可决定书", "送达回证"]
    assert seen(tobacco).service is Service.ARCHIVED


def test_the_applicant_confirms_receipt_with_consent_given_there_and_then(office, tobacco, monkeypatch):
    clock_at(monkeypatch, LATER)
    client, case = Client(), make.case(tobacco.case_id)
    client.post(reverse("query"), {"number": case.number, "code": case.query_code})
    assert "还没有送达" in walking.text_of(client.get(reverse("progress", args=[case.number])))
    address = reverse("receive", args=[case.number, tobacco.id])
    page = client.get(address)
    refused = client.post(address, {"key": walking.key_in(page), "recipient": "张喆堃"})
    assert refused.status_code == 422
    assert "张喆堃" in walking.text_of(refused), "nothing typed is lost"
    assert (
        client.post(address, {"key": walking.key_in(page), "recipient": "张喆堃", "consent": "yes"}).status_code == 302
    )
    told = walking.text_of(client.get(reverse("progress", args=[case.number])))
    assert "2026年3月12日送达" in told
    assert "提起行政诉讼的期限到2026年9月14日" in told
    assert client.get(address).status_code == 302, "what is served is not served again"


def test_the_window_does_not_confirm_in_the_applicants_place(office, tobacco, monkeypatch):
    clock_at(monkeypatch, LATER)
    client, case = signed_in(office.window), make.case(tobacco.case_id)
    client.post(reverse("query"), {"number": case.number, "code": case.query_code})
    said = {"key": "k", "recipient": "张三", "consent": "yes"}
    refused = client.post(reverse("receive", args=[case.number, tobacco.id]), said)
    assert refused.status_code == 409
    assert "当面领取" in walking.text_of(refused)
