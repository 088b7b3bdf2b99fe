"""An industry that is not offered is stopped at the first question, with where to go, never at submission."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from django.test import Client
from django.utils import timezone

from tests import make
from yizheng.cases.commands import file_case
from yizheng.catalogue import publishing
from yizheng.catalogue.commands import change_offer
from yizheng.catalogue.offers import ONE_BY_ONE, NotOffered
from yizheng.law.words import Offer, OfferVerb, Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def moment() -> datetime:
    make.publish_regulations()
    return timezone.now()


def retire(moment: datetime) -> None:
    head = make.person("林局长", Role.HEAD, "XZSP")
    change_offer("RESTAURANT", OfferVerb.RETIRE, "试点结束", "市场监管部一楼，电话0532-00000010", who=head, at=moment)


def test_every_door_to_a_retired_industry_says_where_to_go_instead(client: Client, moment: datetime) -> None:
    retire(moment)
    first = publishing.in_force(moment).industries["RESTAURANT"].questions[0].code
    for address in ("/start/RESTAURANT", f"/ask/RESTAURANT/{first}", "/ask/RESTAURANT"):
        page = client.get(address)
        assert page.status_code == 410
        assert "市场监管部一楼" in page.content.decode()
        assert "各项许可照常可以单独申请" in page.content.decode()
    assert client.post(f"/ask/RESTAURANT/{first}", {"answer": "yes"}).status_code == 410
    assert "/start/RESTAURANT" not in client.get("/").content.decode()
    assert "/start/RESTAURANT" in client.get("/", {"q": "饭店"}).content.decode(), "who looks for it is told"
    guide = client.get("/guide/RESTAURANT").content.decode()
    assert "试点结束" in guide
    assert "开始回答" not in guide
    for invitation in ("leaflet", "poster"):
        assert f"/guide/RESTAURANT/{invitation}.pdf" not in guide
        page = client.get(f"/guide/RESTAURANT/{invitation}.pdf")
        assert page.status_code == 410
        assert "市场监管部一楼" in page.content.decode()


def test_an_industry_that_waits_for_its_batch_is_not_gone_for_ever_and_its_leaflet_can_be_printed(
    client: Client, moment: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = publishing.in_force(moment)
    waits = NotOffered(known.industries["CAFE"], Offer.WAITING, "还没有上线实施", ONE_BY_ONE, known)
    for door in ("applicant.choosing", "public.guides"):
        monkeypatch.setattr(f"yizheng.web.{door}.not_offered", lambda code, at: waits)
    page = client.get("/start/CAFE")
    assert page.status_code == 409, "browsers remember 410"
    assert "还没有上线实施" in page.content.decode()
    assert client.get("/guide/CAFE/leaflet.pdf").status_code == 200


def test_an_industry_that_left_the_catalogue_is_gone_but_not_forgotten(client: Client, moment: datetime) -> None:
    known = publishing.in_force(moment)
    make.changed(replace(known, industries={"KTV": known.industries["KTV"]}), moment)
    assert client.get("/start/BAKERY").status_code == 410
    assert client.get("/guide/BAKERY").status_code == 410
    assert client.get("/start/CIRCUS").status_code == 404


def test_what_was_begun_before_is_filed_all_the_same(client: Client, moment: datetime) -> None:
    kept, left = make.draft(moment=moment), make.draft(moment=moment)
    retire(moment)
    file_case(kept, who=make.applicant_of(kept), at=moment)
    known = publishing.in_force(moment)
    make.changed(replace(known, industries={"KTV": known.industries["KTV"]}), moment)
    file_case(left, who=make.applicant_of(left), at=moment)
    assert make.case(left).catalogue_id == make.case(kept).catalogue_id
