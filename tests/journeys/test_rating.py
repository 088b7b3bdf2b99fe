"""好差评: voluntary, once for each organ and the window, after service; a bad one is answered, unseen whose (C17)."""

from __future__ import annotations

import shutil
from datetime import date

import pytest
import yaml
from django.test import Client
from django.urls import reverse

from tests import make
from tests.web.applicant import walking
from tests.web.staff.desks import clock_at, signed_in
from yizheng.cases.commands import Move, rate, step
from yizheng.cases.models import Rating
from yizheng.cases.queries.ratings import bad_ratings
from yizheng.catalogue import publishing
from yizheng.jobs import redate_clocks
from yizheng.law.papers import ServiceReceipt
from yizheng.law.ratings import MOST_WORDS
from yizheng.law.words import Role, Verb
from yizheng.ledger.book import entries_of, fault_in_chain
from yizheng.ledger.command import Refused

pytestmark = pytest.mark.django_db

SERVED = make.at(2026, 3, 9)


@pytest.fixture
def office():
    return make.office(whole=True)


@pytest.fixture
def fire(office):
    """The fire item, granted and served."""
    case_id = make.accepted(office, moment=make.at(2026, 3, 2))
    item_case = make.items(case_id)["FIRE_OPEN"]
    make.granted(office, item_case, moment=SERVED)
    receipt = ServiceReceipt(recipient="张喆堃")
    step(case_id, [Move(item_case.id, Verb.SERVE, receipt)], who=office.window, at=SERVED)
    return item_case


def given(fire, who=None, **grades):
    said = {service: (grade, "") for service, grade in grades.items()}
    rate(fire.case_id, said, who=who or make.applicant_of(fire.case_id), at=SERVED)


@pytest.mark.parametrize(
    ("grades", "why"),
    [
        ({}, "还没有选择评价"),
        ({"SCJG": 5}, "送达以后才能评价"),
        ({"window": 6}, "五个等级"),
    ],
)
def test_what_is_rated_was_served_and_has_one_of_five_grades(fire, grades, why):
    with pytest.raises(Refused, match=why):
        given(fire, **grades)


def test_each_service_is_rated_once_and_by_the_applicant_alone(office, fire):
    given(fire, **{fire.organ: 5})
    with pytest.raises(Refused, match="一次服务评价一次"):
        given(fire, **{fire.organ: 4})
    with pytest.raises(Refused, match="工作人员不能代评"):
        given(fire, who=office.window, window=5)
    long = {"window": (5, "好" * (MOST_WORDS + 1))}
    with pytest.raises(Refused, match="最多500个字"):
        rate(fire.case_id, long, who=make.applicant_of(fire.case_id), at=SERVED)


def test_a_bad_rating_waits_at_its_organ_with_its_day_and_lamp(office, fire):
    given(fire, **{fire.organ: 2, "window": 5})
    (shown,) = bad_ratings(office.reviewers[fire.organ], date(2026, 3, 31))
    assert (shown.grade, shown.due.on, shown.due.lamp) == ("不满意", date(2026, 3, 30), "red")
    assert bad_ratings(office.reviewers["SCJG"], SERVED.date()) == (), "another organ's"
    lead = make.person("钱牵头", Role.LEAD, "XZSP")
    assert len(bad_ratings(lead, SERVED.date())) == 1


def test_the_window_is_answered_for_by_the_lead_departments_people(office, fire):
    given(fire, window=1)
    answering = [code for code, who in office.deciders.items() if bad_ratings(who, SERVED.date())]
    assert answering == [office.window.posts[0].organ]


def test_from_the_rating_to_its_answer_and_nowhere_the_raters_name(office, fire, monkeypatch):
    clock_at(monkeypatch, SERVED)
    client, case = Client(), make.case(fire.case_id)
    client.post(reverse("query"), {"number": case.number, "code": case.query_code})
    assert "评价这次服务" in walking.text_of(client.get(reverse("progress", args=[case.number])))
    address = reverse("rating", args=[case.number])
    nothing = client.post(address, {"key": "n"})
    assert nothing.status_code == 409
    said = {"key": walking.key_in(nothing), f"grade-{fire.organ}": "1", f"words-{fire.organ}": "等了很久"}
    assert client.post(address, said).status_code == 302
    assert "已评：非常不满意" in walking.text_of(client.get(address))

    organ = signed_in(office.reviewers[fire.organ])
    page = walking.text_of(organ.get(reverse("ratings")))
    assert "等了很久" in page
    assert case.number not in page
    assert case.holder not in page
    item = walking.text_of(organ.get(reverse("organ-item", args=[fire.id])))
    assert "等了很久" not in item
    answer = reverse("rating-answer", args=[Rating.objects.get().id])
    assert organ.post(answer, {"key": "a", "outcome": ""}).status_code == 422
    assert signed_in(office.reviewers["SCJG"]).post(answer, {"key": "b", "outcome": "x"}).status_code == 404
    assert organ.post(answer, {"key": "c", "outcome": "已改进排班。"}).status_code == 302
    assert organ.post(answer, {"key": "d", "outcome": "再答一次。"}).status_code == 409
    told = walking.text_of(client.get(reverse("progress", args=[case.number])))
    assert "答复了您的评价：已改进排班。" in told
    assert fault_in_chain(entries_of(case.id)) == ""


def test_without_anything_served_there_is_nothing_to_rate(office, monkeypatch):
    clock_at(monkeypatch, SERVED)
    client, case = Client(), make.case(make.filed(moment=SERVED))
    client.post(reverse("query"), {"number": case.number, "code": case.query_code})
    assert client.get(reverse("rating", args=[case.number])).status_code == 302


def test_a_late_notice_of_days_off_moves_the_day_by_which_a_bad_rating_is_answered(fire, settings, tmp_path):
    given(fire, XFJY=1, window=5)
    bad = Rating.objects.get(grade=1)
    folder = tmp_path / "regulations"
    shutil.copytree(settings.REGULATIONS, folder)
    file = folder / "calendar" / "2026.yaml"
    year = yaml.safe_load(file.read_text())
    year["festivals"].append({"name": "临时放假", "days_off": [date(2026, 3, 12)], "notice": "临时通知"})
    file.write_text(yaml.safe_dump(year, allow_unicode=True))
    settings.REGULATIONS = folder
    publishing.publish(folder, SERVED, "牵头部门")
    later = make.at(2026, 3, 10)
    assert redate_clocks(later) == 1
    assert Rating.objects.get(grade=1).due_on == date(2026, 3, 31)
    assert bad.due_on == date(2026, 3, 30)
    (entry,) = [each for each in entries_of(fire.case_id) if each.kind == "rating.redate"]
    assert (entry.data["before"], entry.data["became"]) == ("2026-03-30", "2026-03-31")
    assert redate_clocks(later) == 0
    assert fault_in_chain(entries_of(fire.case_id)) == ""
