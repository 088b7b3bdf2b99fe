"""Whether an industry is offered: suspended, opened again, retired, each with a reason and where to go instead."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests import make
from yizheng.catalogue import publishing
from yizheng.catalogue.commands import change_offer
from yizheng.catalogue.offers import not_offered, notices_of, offered
from yizheng.law.authority import Who
from yizheng.law.words import Offer, OfferVerb, Role
from yizheng.ledger.command import NotFound, Refused

DAY = make.at(2026, 9, 1)
LATER = DAY + timedelta(days=1)

pytestmark = pytest.mark.django_db


@pytest.fixture
def head() -> Who:
    make.publish_regulations()
    return make.person("林局长", Role.HEAD, "XZSP")


def test_a_suspended_industry_is_not_offered_and_says_where_to_go(head: Who) -> None:
    change_offer("KTV", OfferVerb.SUSPEND, "消防规定修订", "文化旅游科，电话12345", who=head, at=DAY)
    closed = not_offered("KTV", LATER)
    assert closed is not None
    assert closed.offer == Offer.SUSPENDED
    assert closed.sentence.endswith("暂停受理：消防规定修订。改到这里办：文化旅游科，电话12345。")
    assert "KTV" not in offered(publishing.in_force(LATER), LATER)
    assert not_offered("KTV", DAY - timedelta(days=1)) is None, "it was offered the day before"
    change_offer("KTV", OfferVerb.REOPEN, "规定已经明确", "", who=head, at=LATER)
    assert not_offered("KTV", LATER) is None
    assert [each.seq for each in notices_of("KTV")] == [1, 2]


def test_nobody_is_sent_away_without_a_reason_and_a_place_to_go(head: Who) -> None:
    with pytest.raises(Refused) as refused:
        change_offer("KTV", OfferVerb.RETIRE, " ", "", who=head, at=DAY)
    assert {fault.field for fault in refused.value.faults} == {"reason", "instead"}
    with pytest.raises(Refused, match="最多1000个字"):
        change_offer("KTV", OfferVerb.RETIRE, "因" * 1001, "地" * 1001, who=head, at=DAY)
    with pytest.raises(Refused, match="由牵头部门负责人签发"):
        change_offer("KTV", OfferVerb.RETIRE, "因", "地", who=make.person("乔远山", Role.LEAD, "XZSP"), at=DAY)
    with pytest.raises(NotFound):
        change_offer("CIRCUS", OfferVerb.RETIRE, "因", "地", who=head, at=DAY)


def test_an_industry_that_left_the_catalogue_is_remembered_with_its_items(head: Who) -> None:
    known = publishing.in_force(DAY)
    make.changed(replace(known, industries={"KTV": known.industries["KTV"]}), DAY)
    closed = not_offered("BAKERY", LATER)
    assert closed is not None
    assert (closed.offer, closed.gone, closed.catalogue.version) == (Offer.RETIRED, True, known.version)
    assert "各项许可请分别向主管机关申请" in closed.sentence
    assert not_offered("CIRCUS", LATER) is None
    assert not_offered("KTV", LATER) is None
