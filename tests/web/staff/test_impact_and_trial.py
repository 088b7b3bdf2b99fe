"""Before a revision is published: whom it concerns is listed, and its industries are tried piece by piece."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests import holders, make
from tests.published import HR_AGENCY
from tests.web.staff.desks import MONDAY, signed_in
from yizheng.catalogue import publishing
from yizheng.catalogue.commands import amend, open_revision
from yizheng.catalogue.revisions.overlay import published_entries
from yizheng.law.authority import Who
from yizheng.law.words import Role
from yizheng.statistics.models import Trial

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead_person(office: make.Office) -> Who:
    return holders.lead(office)


@pytest.fixture
def lead(lead_person: Who) -> Client:
    return signed_in(lead_person)


@pytest.fixture
def revision(lead_person: Who) -> UUID:
    return begun(lead_person)


def begun(lead: Who) -> UUID:
    return open_revision("劳务派遣提速", "企业反映办得慢", "", who=lead, at=MONDAY).case_id


def amended(revision: UUID, lead: Who, code: str = "HR_SERVICE", **changes: Any) -> None:
    """An item of the version in force, with some of it changed."""
    data = {**published_entries(publishing.newest_id())["items"][code], **changes}
    amend(revision, "items", code, data, who=lead, at=MONDAY)


def promise(days: int) -> dict[str, Any]:
    return {"term": {"n": days, "unit": "wd"}, "start": "receipt", "basis": ["高新区一业一证方案 三(五)"]}


def text_of(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, answer.content.decode()
    return str(answer.content.decode())


def page_of(revision: UUID, page: str) -> str:
    return f"/lead/catalogue/{revision}/{page}"


# --- whom it concerns -----------------------------------------------------------------------------------------------


def test_the_impact_names_what_is_concerned_and_leads_to_it_one_by_one(
    lead: Client, lead_person: Who, office: make.Office, revision: UUID
) -> None:
    agency = make.filed(HR_AGENCY, industry="HR_AGENCY", moment=MONDAY)
    restaurant = holders.with_permits(office, "SEWER", "FIRE_OPEN", moment=MONDAY)
    assert "还没有修改任何条目" in text_of(lead, page_of(revision, "impact"))
    amended(revision, lead_person, short="人力服务")
    page = text_of(lead, page_of(revision, "impact"))
    assert "人力资源公司（中介、劳务派遣）</strong>" in page
    assert "1件，1个事项" in page
    assert "没有有效的许可涉及改过的条目" in page
    rows = text_of(lead, page_of(revision, "impact/cases"))
    assert str(make.case(agency).number) in rows
    assert str(make.case(restaurant).number) not in rows
    amended(revision, lead_person, "SEWER", short="排水")
    assert holders.permit(restaurant, "SEWER").number in text_of(lead, page_of(revision, "impact/permits"))
    assert "1本" in text_of(lead, page_of(revision, "impact"))


def test_a_head_who_signs_sees_the_figures_and_not_the_single_cases(revision: UUID, lead_person: Who) -> None:
    amended(revision, lead_person, short="人力服务")
    head = signed_in(make.person("林局长", Role.HEAD, "XZSP"))
    assert "impact/cases" not in text_of(head, page_of(revision, "impact"))
    text_of(head, page_of(revision, "impact/cases"), 404)
    text_of(head, page_of(revision, "impact/permits"), 404)


def test_the_head_of_government_looks_and_tries_nothing(revision: UUID, lead_person: Who) -> None:
    amended(revision, lead_person, short="人力服务")
    governor = signed_in(make.person("万承平", Role.GOVERNOR, "XZSP"))
    assert "人力资源公司" in text_of(governor, page_of(revision, "impact"))
    assert "trial/go" not in text_of(governor, page_of(revision, "trial"))
    assert governor.post(page_of(revision, "trial/go")).status_code == 404


def test_nobody_else_finds_these_pages_and_there_are_none_of_a_revision_that_is_not(
    window: Client, lead: Client, revision: UUID
) -> None:
    for page in ("impact", "trial"):
        text_of(window, page_of(revision, page), 404)
        text_of(lead, page_of(UUID(int=0), page), 404)
    assert window.post(page_of(revision, "trial/go")).status_code == 404


# --- trying it ------------------------------------------------------------------------------------------------------


def through(client: Client, revision: UUID) -> list[int]:
    """Press the button until it is gone; the percents seen on the way."""
    percents = []
    while (page := text_of(client, page_of(revision, "trial"))).count("trial/go"):
        percents.append(int((re.findall(r"试到(\d+)%", page) or ["0"])[0]))
        assert client.post(page_of(revision, "trial/go")).status_code == 302
    return percents


def test_a_revision_is_tried_piece_by_piece_without_scripts(
    lead: Client, lead_person: Who, revision: UUID, monkeypatch: Any
) -> None:
    monkeypatch.setattr("yizheng.statistics.commands.trials.PIECE", 8)
    assert "还没有修改任何条目" in text_of(lead, page_of(revision, "trial"))
    amended(revision, lead_person, promised=[promise(4)])
    percents = through(lead, revision)
    assert len(percents) > 2
    assert percents == sorted(percents)
    page = text_of(lead, page_of(revision, "trial"))
    assert "22种回答，没有问题。" in page
    assert "饭店" not in page
    assert Trial.objects.count() == 2, "before and after"


def test_a_fault_leads_to_the_entry_it_stands_in(lead: Client, lead_person: Who, revision: UUID) -> None:
    amended(revision, lead_person, promised=[promise(60)])
    through(lead, revision)
    page = text_of(lead, page_of(revision, "trial"))
    assert "处不对" in page
    assert f'href="{page_of(revision, "items/HR_SERVICE/")}"' in page


def test_what_is_written_wrong_is_named_before_anything_is_tried(
    lead: Client, lead_person: Who, revision: UUID
) -> None:
    amended(revision, lead_person, materials=[{"material": "NO_SUCH", "basis": []}])
    page = text_of(lead, page_of(revision, "trial"))
    assert "先改好，才能试算" in page
    assert f'href="{page_of(revision, "items/HR_SERVICE/")}"' in page
    assert lead.post(page_of(revision, "trial/go")).status_code == 302
    assert not Trial.objects.exists()
    assert "人力资源公司" in text_of(lead, page_of(revision, "impact")), "whom it concerns can be said all the same"
