"""Edge case 1: one item refused, four granted: nothing waits for the slowest, nothing is held back (domain §7-1)."""

from datetime import date

import pytest

from tests import make
from yizheng.cases.commands import Move, step
from yizheng.cases.models import Decision, PaperRecord
from yizheng.cases.papers import read
from yizheng.law.licence import why_no_licence
from yizheng.law.papers import ServiceReceipt
from yizheng.law.words import CaseState, State, Verb
from yizheng.licences.models import LicenceVersion, Permit

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return make.office()


@pytest.fixture
def case_id(office):
    return make.accepted(office, moment=make.at(2026, 3, 2))


def versions(case_id):
    return [(each.version, len(each.face["lines"])) for each in LicenceVersion.objects.order_by("version")]


def test_each_grant_is_out_on_its_own_day_and_the_refusal_stands_alone(office, case_id):
    items = make.items(case_id)
    make.granted(office, items["FIRE_OPEN"], moment=make.at(2026, 3, 3))
    assert Permit.objects.get().from_on.isoformat() == "2026-03-03", "deliverable on the day of its own decision"
    assert versions(case_id) == [], "one permit makes no comprehensive licence"
    make.granted(office, items["SIGN_OUTDOOR"], moment=make.at(2026, 3, 4))
    make.granted(office, items["SEWER"], moment=make.at(2026, 3, 4))
    make.refused(office, items["TOBACCO"], moment=make.at(2026, 3, 9))
    assert make.case(case_id).state == CaseState.PARTLY_DECIDED
    make.granted(office, items["FOOD_CATERING"], moment=make.at(2026, 3, 10))
    assert make.case(case_id).state == CaseState.PARTLY_GRANTED
    assert versions(case_id) == [(1, 2), (2, 3), (3, 4)]
    assert "TOBACCO" not in [line["item"] for line in LicenceVersion.objects.latest("version").face["lines"]]


def test_the_refusal_says_reasons_and_remedies_of_its_own_organ(office, case_id):
    make.refused(office, make.items(case_id)["TOBACCO"], moment=make.at(2026, 3, 9))
    decision = Decision.objects.get()
    assert (decision.granted, decision.organ) == (False, make.items(case_id)["TOBACCO"].organ)
    sheet = read(PaperRecord.objects.get(kind="refusal"))
    assert sheet.organ == "青岛市烟草专卖局高新区专卖管理所"
    assert any("合理布局" in text for text in sheet.paragraphs)
    assert "六十日内" in sheet.remedies[0]
    assert "六个月内" in sheet.remedies[0]
    assert "线上渠道" in sheet.remedies[0], "行政复议法 22(2): delivered through the internet, so an internet channel"


def test_with_a_single_grant_there_is_no_licence_and_a_sentence_says_why(office, case_id):
    items = make.items(case_id)
    make.granted(office, items.pop("SEWER"), moment=make.at(2026, 3, 4))
    for item_case in items.values():
        make.refused(office, item_case, moment=make.at(2026, 3, 5))
    assert make.case(case_id).state == CaseState.PARTLY_GRANTED
    assert Permit.objects.count() == 1
    assert versions(case_id) == []
    assert "至少载明两项有效许可" in why_no_licence(1)


def test_when_all_are_refused_the_case_is_decided_without_a_permit(office, case_id):
    for item_case in make.items(case_id).values():
        make.refused(office, item_case, moment=make.at(2026, 3, 5))
    assert make.case(case_id).state == CaseState.NONE_GRANTED
    assert {each.state for each in make.items(case_id).values()} == {State.REFUSED}
    assert not Permit.objects.exists()


def test_the_first_permit_is_delivered_on_its_own_day_and_each_has_ten_working_days_of_its_own(office, case_id):
    """Decided on the second, third, third and fifteenth, refused on the eighteenth day (domain §7-1)."""
    items = make.items(case_id)
    make.granted(office, items["FIRE_OPEN"], moment=make.at(2026, 3, 3))
    served = Move(items["FIRE_OPEN"].id, Verb.SERVE, ServiceReceipt(way="window", recipient="张喆堃"))
    step(case_id, [served], who=office.window, at=make.at(2026, 3, 3, 15))
    for code in ("SIGN_OUTDOOR", "SEWER"):
        make.granted(office, items[code], moment=make.at(2026, 3, 4))
    make.granted(office, items["FOOD_CATERING"], moment=make.at(2026, 3, 20))
    make.refused(office, items["TOBACCO"], moment=make.at(2026, 3, 25))
    items = make.items(case_id)
    assert items["FIRE_OPEN"].served_at == make.at(2026, 3, 3, 15), "long before the last decision"
    assert (items["FIRE_OPEN"].serve_by, items["SEWER"].serve_by) == (None, date(2026, 3, 18))
    assert items["FOOD_CATERING"].serve_by == date(2026, 4, 3)
    assert items["TOBACCO"].serve_by == date(2026, 4, 9), "the refusal, too, with the rest day of Qingming in between"
    assert make.case(case_id).state == CaseState.PARTLY_GRANTED
    assert versions(case_id) == [(1, 2), (2, 3), (3, 4)]
