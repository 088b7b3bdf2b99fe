"""The lead department's workbench and the hearings of the demo: told by commands, and somebody can act on each."""

from __future__ import annotations

from datetime import timedelta
from unittest.mock import Mock
from uuid import UUID

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from tests import make
from yizheng.cases.models import ItemCase
from yizheng.cases.queries.caps import caps_near_their_end
from yizheng.cases.queries.hearings import public_hearings
from yizheng.catalogue import publishing
from yizheng.catalogue.batches import batch_seen, batches
from yizheng.catalogue.checks import faults_of
from yizheng.catalogue.placing import organs_placed
from yizheng.catalogue.revisions.overlay import Overlay
from yizheng.catalogue.revisions.revising import overview
from yizheng.catalogue.revisions.revision import opened
from yizheng.demo import hearings
from yizheng.demo.city import make_city
from yizheng.demo.people import username
from yizheng.demo.stories import Story
from yizheng.law.authority import Who
from yizheng.law.words import HearingState, RevisionState, Role
from yizheng.people.queries import person, person_named, who
from yizheng.statistics.queries.candidates import candidates

pytestmark = pytest.mark.django_db

NOW = make.at(2026, 11, 23, 15)
TODAY = NOW.date()
HEARD = (
    Story("KTV", 8, hearings.hearing_called, "听证", (3, 99)),
    Story("KTV", 32, hearings.hearing_held, "听证", (3, 99)),
    Story("RESTAURANT", 4, hearings.told_of_hearing, "听证", (4, 99)),
    Story("KTV", 34, hearings.close_to_its_cap, "总时限", (4, 99)),
)


def somebody(role: Role, organ: str) -> Who:
    known = person_named(username(role, organ, 1))
    assert isinstance(known, UUID)
    return who(person(known), TODAY)


def revisions_by_state() -> dict[RevisionState, UUID]:
    return {each.state: each.id for each in overview(somebody(Role.LEAD, "XZSP"), NOW).revisions}


def test_the_catalogue_is_revised_and_every_check_has_nothing_against_it() -> None:
    make_city(NOW, ())
    there = revisions_by_state()
    assert set(there) == {RevisionState.IN_FORCE, RevisionState.SIGNING, RevisionState.DRAFTING}
    assert publishing.in_force(NOW).items["SEWER"].promised[0].term.n == 5
    signing, drafting = opened(there[RevisionState.SIGNING]), opened(there[RevisionState.DRAFTING])
    assert list(signing.facts.waiting) == ["NYNC"]
    together = Overlay(publishing.newest_id(), {**signing.overlay.changed, **drafting.overlay.changed})
    assert faults_of(together.reading) == []
    assert make_city(NOW + timedelta(days=1), ()) == 0


def test_a_start_that_was_broken_off_in_the_middle_of_the_catalogue_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("yizheng.demo.batch.enrol", Mock(side_effect=KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            make_city(NOW, ())
    make_city(NOW, ())
    assert len(overview(somebody(Role.LEAD, "XZSP"), NOW).revisions) == 3
    (batch,) = batches(NOW, TODAY)
    assert batch.undone == 4


def test_the_batch_has_a_late_task_and_everybody_has_said_whether_they_entered() -> None:
    make_city(NOW, ())
    lead = somebody(Role.LEAD, "XZSP")
    (batch,) = batches(NOW, TODAY)
    assert (batch.industries, batch.late) == (("文印书店",), 1)
    seen = batch_seen(batch.id, somebody(Role.HEAD, "SCJG"), NOW, TODAY)
    assert [(each.organ, each.why_not) for each in seen.tasks if each.lamp == "late"] == [("SCJG", "")]
    assert all(each.placed for each in organs_placed(publishing.in_force(NOW)))
    found = candidates(lead, NOW, 180)
    assert len(found.files) == 2
    assert found.rows[0].found.items == ("COPY_FILING", "FOOD_PREPACK", "PUBL_RETAIL")
    assert min(each.found.applicants for each in found.rows) >= 3


def test_a_hearing_is_to_come_one_was_held_one_may_be_asked_for_and_a_cap_is_near() -> None:
    make_city(NOW, HEARD)
    (public,) = public_hearings()
    assert public.set_for is not None
    assert public.set_for > NOW
    stands = ItemCase.objects.exclude(hearing="").order_by("case__opened_at").values_list("hearing", flat=True)
    assert list(stands) == [HearingState.HELD, HearingState.HELD, HearingState.CALLED, HearingState.TOLD]
    (row,) = caps_near_their_end(somebody(Role.GOVERNOR, "XZSP"), TODAY).rows
    assert (row.open_items, row.why_not) == (("娱乐经营许可",), "")


def test_whoever_has_something_waiting_is_named_where_one_picks_a_role(client: Client, in_demo: None) -> None:
    make_city(NOW, HEARD[3:])
    page = client.get("/demo").content.decode()
    for words in (
        "等您会签：动物诊疗许可",
        "正在起草：新增行业：文印书店",
        "第三批（2027年上半年）的任务迟了",
        "总时限",
    ):
        assert words in page
    farming = get_user_model().objects.get(username=username(Role.HEAD, "NYNC", 1))
    client.post(f"/demo/as/{farming.pk}")
    address = f"/lead/catalogue/{revisions_by_state()[RevisionState.SIGNING]}"
    assert client.post(f"{address}/do/sign", {"words": "同意。", "round": "1"}).status_code == 302
    assert "等您会签" not in client.get("/demo").content.decode()
