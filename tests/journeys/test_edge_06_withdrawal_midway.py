"""Withdrawal midway: one item goes, the rest stays, and what came after it is looked at again (domain §7-6)."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests import make
from tests.published import HOTEL
from tests.web.applicant import walking
from yizheng.cases.commands import Move, step
from yizheng.cases.models import Material, MaterialUse, PaperRecord
from yizheng.cases.papers import read
from yizheng.cases.queries.progress import progress
from yizheng.law.papers import ArchiveIndex, Withdrawal
from yizheng.law.words import CaseState, Service, State, Verb
from yizheng.ledger.command import Refused
from yizheng.licences.models import Permit

pytestmark = pytest.mark.django_db

MONDAY, TUESDAY, THURSDAY = make.at(2026, 3, 2), make.at(2026, 3, 3), make.at(2026, 3, 5)


@pytest.fixture
def office():
    return make.office()


@pytest.fixture
def hotel(office):
    """A hotel whose health permit is already granted."""
    case_id = make.accepted(office, moment=MONDAY, answers=HOTEL, industry="HOTEL")
    make.granted(office, make.items(case_id)["HEALTH_PUBLIC"], moment=TUESDAY)
    return case_id


def withdraw(case_id, item):
    move = Move(make.items(case_id)[item].id, Verb.WITHDRAW, Withdrawal(reasons="改做别的"))
    step(case_id, [move], who=make.applicant_of(case_id), at=THURSDAY)


def test_the_rest_goes_on_with_the_materials_that_are_shared(office, hotel):
    uses, files = MaterialUse.objects.count(), Material.objects.filter(removed_at=None).count()
    withdraw(hotel, "FIRE_OPEN")
    states = {code: each.state for code, each in make.items(hotel).items()}
    assert states == {
        "FIRE_OPEN": State.WITHDRAWN,
        "HOTEL_SPECIAL": State.REVIEWING,
        "HEALTH_PUBLIC": State.GRANTED,
    }
    assert (MaterialUse.objects.count(), Material.objects.filter(removed_at=None).count()) == (uses, files)


def test_what_was_withdrawn_is_archived_without_anything_to_serve(office, hotel):
    withdraw(hotel, "FIRE_OPEN")
    fire = make.items(hotel)["FIRE_OPEN"]
    step(hotel, [Move(fire.id, Verb.ARCHIVE, ArchiveIndex())], who=office.window, at=THURSDAY)
    (table,) = read(PaperRecord.objects.get(kind="archive_index")).tables
    assert "撤回申请确认书" in [row[0] for row in table.rows], "with its reason"
    shown = progress(hotel, THURSDAY).item(fire.id)
    assert (shown.service, shown.turn) == (Service.ARCHIVED, "")
    client, case = Client(), make.case(hotel)
    client.post(reverse("query"), {"number": case.number, "code": case.query_code})
    assert "已归档" in walking.text_of(client.get(reverse("progress", args=[case.number])))


def test_the_applicant_is_asked_whether_the_item_that_came_after_it_still_makes_sense(office, hotel):
    withdraw(hotel, "FIRE_OPEN")
    client, case = Client(), make.case(hotel)
    client.post(reverse("query"), {"number": case.number, "code": case.query_code})
    page = walking.text_of(client.get(reverse("progress", args=[case.number])))
    assert "原来要等它办完：这一项还要不要办，请您考虑" in page
    assert "您已撤回这一项，不影响信用" in page


def test_what_is_granted_stays_and_is_not_withdrawn_any_more(office, hotel):
    with pytest.raises(Refused, match="决定作出后不得更改"):
        withdraw(hotel, "HEALTH_PUBLIC")
    for item in ("FIRE_OPEN", "HOTEL_SPECIAL"):
        withdraw(hotel, item)
    assert [each.item for each in Permit.objects.all()] == ["HEALTH_PUBLIC"]
    assert make.case(hotel).state == CaseState.ALL_GRANTED, "withdrawn items take no part in the outcome"
