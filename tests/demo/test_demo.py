"""The demo: told by commands, told once, and its role picker impossible anywhere else."""

from datetime import datetime
from unittest.mock import Mock
from uuid import uuid4

import pytest
from django.contrib.auth import get_user_model
from django.urls import NoReverseMatch, reverse

from tests import make
from yizheng.cases.models import Case, ItemCase
from yizheng.cases.queries.papers import Viewer, papers_of
from yizheng.catalogue import publishing
from yizheng.config import urls
from yizheng.demo import stories
from yizheng.demo.city import make_city
from yizheng.demo.people import DECIDERS, GOVERNOR, HEADS, REVIEWERS, SUPERVISORS, NotADemo
from yizheng.demo.shops import credit_code, id_number
from yizheng.demo.stories import STORIES, Story
from yizheng.law.authority import Post, Who
from yizheng.law.numbers import credit_code_fault, id_number_fault
from yizheng.law.words import CaseState, Role
from yizheng.ledger.book import entries_of, fault_in_chain
from yizheng.ledger.models import Entry
from yizheng.licences.models import HandOut, Letter, Licence, Permit
from yizheng.people.commands import appoint
from yizheng.web.kinds import now

pytestmark = pytest.mark.django_db

NOW = make.at(2026, 11, 23, 15)
FEW = (
    Story("RESTAURANT", 30, stories.revoked, "撤销", (3, 99)),
    Story("CONVENIENCE", 9, stories.deemed_accepted, "视为受理"),
    Story("PHARMACY", 5, stories.told_to_supplement, "补正"),
    Story("HOTEL", 12, stories.one_refused, "不予", (3, 99)),
)


@pytest.fixture
def city(capsys, monkeypatch) -> int:
    monkeypatch.setattr("yizheng.demo.city.work_on_the_catalogue", Mock())  # test_workbench.py has it
    deeds = make_city(NOW, FEW)
    assert f"{deeds} 步" in capsys.readouterr().out
    return deeds


def test_the_stories_cover_every_industry_and_state():
    assert {each.industry for each in STORIES} == {"RESTAURANT", "CONVENIENCE", "PHARMACY", "HOTEL", "KTV"}
    plots = {each.plot.__name__ for each in STORIES}
    assert {"received", "told_to_supplement", "deemed_accepted", "revoked", "retired", "withdrawn"} <= plots
    assert len(STORIES) >= 40


def test_every_story_is_told_by_commands_with_its_chain_sealed(city):
    for case in Case.objects.all():
        assert fault_in_chain(entries_of(case.id)) == ""
    assert {case.state for case in Case.objects.filter(number__isnull=False)} >= {
        CaseState.ALL_GRANTED,
        CaseState.PARTLY_GRANTED,
        CaseState.RECEIVED,
    }
    assert Permit.objects.filter(standing="revoked").count() == 1


def test_what_was_decided_is_served_handed_out_and_checked(city):
    told = Case.objects.filter(opened_at__lt=make.at(2026, 10, 20))
    assert not ItemCase.objects.filter(case__in=told, serve_by__isnull=False).exists()
    assert HandOut.objects.exists()
    assert not Letter.objects.filter(acknowledged_at=None, sent_at__lt=make.at(2026, 11, 1)).exists()
    assert not Permit.objects.filter(checking="due", granted_on__lt=make.at(2026, 11, 1).date()).exists()


def test_everybody_of_the_city_has_a_name_and_the_governor_a_desk(client, city, in_demo):
    organs = publishing.in_force(now()).organs
    assert set(organs) <= set(REVIEWERS) & set(DECIDERS) & set(SUPERVISORS) & set(HEADS)
    assert GOVERNOR in client.get("/demo").content.decode()


def test_told_again_nothing_changes(city):
    before = Entry.objects.count(), Licence.objects.count(), get_user_model().objects.count()
    assert make_city(NOW, FEW) == 0
    assert (Entry.objects.count(), Licence.objects.count(), get_user_model().objects.count()) == before


def test_a_start_that_was_broken_off_is_taken_up_where_it_ended(monkeypatch):
    def stop(deeds: int, at: datetime) -> None:
        if deeds >= 20:
            raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr("yizheng.demo.city._progress", stop)
        with pytest.raises(KeyboardInterrupt):
            make_city(NOW, FEW)
    assert make_city(NOW, FEW) > 20
    assert Case.objects.filter(number__isnull=False).count() == len(FEW)


def test_numbers_follow_the_days(city):
    every = Viewer(who=Who(id="", name="", posts=(Post(Role.LEAD, "XZSP"),)))
    receipts = [each for case in Case.objects.all() for each in papers_of(case.id, every) if each.kind == "receipt"]
    in_time = sorted(receipts, key=lambda each: each.made_at)
    assert [each.number for each in in_time] == sorted(each.number for each in receipts)


def somebody_real():
    """A member of staff who signs in with a password."""
    return appoint(
        username="someone", name="某人", role=Role.WINDOW, organ="XZSP", from_on=NOW.date(), password="a-real-password"
    )


def test_made_up_numbers_pass_their_checks_and_belong_to_nobody():
    for place in range(1, 1200):
        assert credit_code_fault(credit_code(place)) == ""
        assert id_number_fault(id_number(place)) == ""
        assert int(id_number(place)[6:10]) < 1890


def test_a_database_with_real_people_is_left_alone():
    somebody_real()
    with pytest.raises(NotADemo):
        make_city(NOW, FEW)
    assert not Case.objects.exists()


def test_outside_the_demo_the_role_picker_does_not_exist(client, city):
    assert not any("demo" in str(each.pattern) or "demo" in each.urlconf_module.__name__ for each in urls.urlpatterns)
    person = get_user_model().objects.first()
    for address in ("/demo", f"/demo/as/{person.pk}", f"/demo/open/{uuid4()}"):
        assert client.get(address).status_code == 404
        assert client.post(address).status_code == 404
    with pytest.raises(NoReverseMatch):
        reverse("demo")


def test_even_when_included_by_mistake_it_answers_nothing_outside_the_demo(client, city, settings):
    settings.ROOT_URLCONF = "tests.demo.urls"
    person = get_user_model().objects.first()
    assert client.get("/demo").status_code == 404
    assert client.post(f"/demo/as/{person.pk}").status_code == 404
    assert "_auth_user_id" not in client.session


def test_in_the_demo_one_picks_a_role(client, city, in_demo):
    page = client.get("/demo").content.decode()
    assert "王晓喆" in page
    person = get_user_model().objects.get(username="xzsp-window-1")
    assert client.post(f"/demo/as/{person.pk}").status_code == 302
    assert client.session["_auth_user_id"] == str(person.pk)


def test_nobody_with_a_password_and_nobody_unknown_can_be_picked(client, city, in_demo):
    real = somebody_real()
    named = get_user_model().objects.get(username="xzsp-window-1")
    named.set_password("a-real-password")
    named.save()
    for person_id in (real.pk, named.pk, uuid4()):
        assert client.post(f"/demo/as/{person_id}").status_code == 404
    assert "_auth_user_id" not in client.session


def test_in_the_demo_one_opens_the_case_of_an_applicant_and_no_other(client, city, in_demo, monkeypatch):
    monkeypatch.setattr("yizheng.demo.pages.STORIES", FEW)
    case = Case.objects.filter(number__isnull=False).earliest("opened_at")
    other = make.filed(moment=now())
    assert client.post(f"/demo/open/{other}").status_code == 404
    answer = client.post(f"/demo/open/{case.id}")
    assert answer["Location"] == f"/case/{case.number}"
    assert client.get(answer["Location"]).status_code == 200
