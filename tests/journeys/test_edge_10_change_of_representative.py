"""§7-10: one change fans out to every permit by its own rule; nothing is overwritten before each organ has decided."""

import pytest

from tests import holders, make
from yizheng.law.changes import Request
from yizheng.law.papers import ChangeRefusal, Revocation
from yizheng.law.words import Standing
from yizheng.ledger.book import entries_of
from yizheng.ledger.command import Refused
from yizheng.licences import queries
from yizheng.licences.models import LicenceVersion, PermitRequest

pytestmark = pytest.mark.django_db

GRANTED, ASKED, LATER = make.at(2026, 3, 4), make.at(2026, 4, 1), make.at(2026, 4, 2)
OLD, NEW = "孙晓梅", "李新任"


@pytest.fixture
def office():
    return make.office()


@pytest.fixture
def case_id(office):
    """Four permits; the representative is stated on each."""
    form = {"rep_name": OLD}
    return holders.with_permits(office, "FOOD_CATERING", "FIRE_OPEN", "SEWER", "TOBACCO", moment=GRANTED, form=form)


def states(case_id):
    return {
        each.permit.item: each.state for each in PermitRequest.objects.select_related("permit").order_by("asked_at")
    }


def newest():
    return LicenceVersion.objects.latest("version")


def scan(case_id, at):
    return queries.scanned(newest().token, at)


def test_each_permit_takes_the_change_by_its_own_rule(case_id):
    holders.asks_change(case_id, ASKED, representative=NEW)
    assert states(case_id) == {
        "FOOD_CATERING": Request.WAITING,
        "FIRE_OPEN": Request.NOT_NEEDED,
        "SEWER": Request.WAITING,
        "TOBACCO": Request.WAITING,
    }
    assert holders.seen(case_id, "SEWER", ASKED).standing == Standing.CHANGING
    assert holders.seen(case_id, "FIRE_OPEN", ASKED).standing == Standing.IN_FORCE


def test_until_each_organ_has_decided_the_licence_and_the_scan_say_old_and_new(office, case_id):
    before = newest().version
    holders.asks_change(case_id, ASKED, representative=NEW)
    assert newest().version == before, "an application changes no licence"
    assert scan(case_id, ASKED).listed[0].states == (f"法定代表人（负责人）载明“{OLD}”；变更为“{NEW}”：等待机关决定",)
    assert newest().face["representative"] == OLD

    holders.changed(office, case_id, "FOOD_CATERING", LATER)
    face = newest().face
    assert (newest().version, face["representative"]) == (before + 1, OLD)
    assert [line["states"] for line in face["lines"]] == [f"法定代表人（负责人）载明“{NEW}”", "", "", ""]
    assert scan(case_id, LATER).listed[0].states == ()


def test_when_the_last_organ_has_decided_the_licence_states_the_new_one_and_fire_keeps_its_own(office, case_id):
    holders.asks_change(case_id, ASKED, representative=NEW)
    for item in ("FOOD_CATERING", "SEWER", "TOBACCO"):
        holders.changed(office, case_id, item, LATER)
    face = newest().face
    assert face["representative"] == NEW
    assert {line["item"]: line["states"] for line in face["lines"] if line["states"]} == {
        "FIRE_OPEN": f"法定代表人（负责人）载明“{OLD}”"
    }
    assert holders.seen(case_id, "FIRE_OPEN", LATER).states == (
        f"法定代表人（负责人）载明“{OLD}”；变更为“{NEW}”：依规定不需要变更",
    )


def test_a_refused_change_keeps_the_old_name_on_that_permit_and_flags_it(office, case_id):
    holders.asks_change(case_id, ASKED, representative=NEW)
    holders.changed(office, case_id, "FOOD_CATERING", LATER)
    holders.changed(office, case_id, "SEWER", LATER)
    refusal = ChangeRefusal(found="新负责人不符合条件。", reasons="不符合烟草专卖许可证管理办法的规定。")
    holders.does(case_id, "TOBACCO", refusal, office.deciders["YCZM"], LATER)
    tobacco = holders.seen(case_id, "TOBACCO", LATER)
    assert (tobacco.standing, tobacco.states) == (
        Standing.IN_FORCE,
        (f"法定代表人（负责人）载明“{OLD}”；变更为“{NEW}”：未获准",),
    )
    assert newest().face["representative"] == OLD, "not every organ has decided for the new one"


def test_new_premises_ask_for_new_permits_where_the_permit_is_bound_to_the_place(case_id):
    holders.asks_change(case_id, ASKED, premises="青岛高新区和源路9号", holder="青岛新名餐饮有限公司")
    rows = PermitRequest.objects.select_related("permit")
    by_fact = {(each.permit.item, fact): each.state for each in rows for fact in each.facts}
    assert by_fact["FOOD_CATERING", "premises"] == Request.REAPPLY
    assert by_fact["FIRE_OPEN", "premises"] == Request.REAPPLY
    assert by_fact["FOOD_CATERING", "holder"] == Request.WAITING
    assert by_fact["FIRE_OPEN", "holder"] == Request.NOT_NEEDED
    assert by_fact["SEWER", "premises"] == Request.WAITING


def test_a_second_change_waits_for_the_first_and_an_empty_one_is_refused(case_id):
    with pytest.raises(Refused, match="至少填写一项"):
        holders.asks_change(case_id, ASKED)
    with pytest.raises(Refused, match="和许可证上的一样"):
        holders.asks_change(case_id, ASKED, representative=OLD)
    holders.asks_change(case_id, ASKED, representative=NEW)
    with pytest.raises(Refused, match="该许可现为「变更中（仍有效）」"):
        holders.asks_change(case_id, LATER, holder="青岛新名餐饮有限公司")


def test_a_permit_that_ends_meanwhile_has_its_request_closed_and_nobody_else_may_ask(office, case_id):
    holders.asks_change(case_id, ASKED, representative=NEW)
    paper = Revocation(ground="69-2", found="以虚假租赁合同取得许可。")
    holders.does(case_id, "TOBACCO", paper, office.deciders["YCZM"], LATER)
    assert states(case_id)["TOBACCO"] == Request.MOOT
    assert holders.seen(case_id, "TOBACCO", LATER).states == ()
    with pytest.raises(Refused, match="由决定人办理"):
        holders.does(case_id, "SEWER", paper, make.applicant_of(case_id), LATER)


def test_the_past_stays_as_it_was(office, case_id):
    holders.asks_change(case_id, ASKED, representative=NEW)
    holders.changed(office, case_id, "SEWER", LATER)
    assert holders.seen(case_id, "SEWER", GRANTED).standing == Standing.IN_FORCE
    assert holders.seen(case_id, "SEWER", ASKED).states == (
        f"法定代表人（负责人）载明“{OLD}”；变更为“{NEW}”：等待机关决定",
    )
    assert holders.seen(case_id, "SEWER", LATER).states == ()
    kinds = [entry.kind for entry in entries_of(case_id)]
    assert kinds.count("change.ask") == 1
    assert kinds.count("permit.ask_change") == 4
