"""One material, two wishes: each organ says for itself, a correction for one changes nothing for others (§7-8)."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests import make
from tests.web.applicant import walking
from tests.web.staff.desks import clock_at, signed_in
from yizheng.cases.commands import Move, add_point, hand_in, issue_supplement, step, supply
from yizheng.cases.models import Material, MaterialUse, PaperRecord
from yizheng.cases.papers import read
from yizheng.cases.queries.case_page import case_page
from yizheng.law.papers import Acceptance, SupplementReply
from yizheng.law.words import Verb

pytestmark = pytest.mark.django_db

FILED, TOLD, ANSWERED, LATER = make.at(2026, 3, 2), make.at(2026, 3, 3), make.at(2026, 3, 5), make.at(2026, 3, 6)
PLAN = "M_PLAN_BASE"


@pytest.fixture
def office():
    return make.office()


def accept(office, case_id, *items, at):
    moves = [Move(make.items(case_id)[item].id, Verb.ACCEPT, Acceptance()) for item in items]
    step(case_id, moves, who=office.window, at=at)


@pytest.fixture
def corrected(office):
    """Fire and sewer accept the drawing; food doubts it, and the applicant hands in a second one for food."""
    case_id = make.filed(moment=FILED)
    food = make.items(case_id)["FOOD_CATERING"]
    said = {"target": PLAN, "problem": "图上没有标出专间", "remedy": "标出专间"}
    add_point(case_id, food.id, who=office.reviewers["SCJG"], at=TOLD, **said)
    accept(office, case_id, "FIRE_OPEN", "SEWER", at=TOLD)
    issue_supplement(case_id, who=office.window, at=TOLD)
    hand_in(case_id, PLAN, [make.kept("改好的图.png", 90)], who=make.applicant_of(case_id), at=ANSWERED)
    supply(case_id, SupplementReply(), corrections={}, who=make.applicant_of(case_id), at=ANSWERED)
    return case_id


def uses(case_id):
    found = MaterialUse.objects.filter(item_case__case_id=case_id, code=PLAN)
    ordered = found.order_by("item_case__place", "version")
    return [(each.item_case.item, each.version, each.standing) for each in ordered]


def test_each_item_accepts_the_version_that_it_uses(office, corrected):
    before = [("FIRE_OPEN", 1, "accepted"), ("SEWER", 1, "accepted")]
    assert uses(corrected) == [("FOOD_CATERING", 1, "doubted"), ("FOOD_CATERING", 2, "offered"), *before]
    accept(office, corrected, "FOOD_CATERING", at=LATER)
    assert uses(corrected) == [("FOOD_CATERING", 1, "doubted"), ("FOOD_CATERING", 2, "accepted"), *before]


def test_the_old_version_stays_with_the_items_that_decided_on_it(office, corrected):
    assert [each.version for each in Material.objects.filter(code=PLAN, removed_at=None).order_by("version")] == [1, 2]


def test_only_the_point_of_the_organ_that_doubts_stands_in_the_one_notice(corrected):
    (table,) = read(PaperRecord.objects.get(kind="supplement")).tables
    assert [row[0] for row in table.rows] == ["食品经营许可（餐饮）"]


def test_each_organ_sees_which_version_is_its_own(office, corrected, monkeypatch):
    clock_at(monkeypatch, LATER)
    pages = {}
    for item in ("FOOD_CATERING", "SEWER"):
        row = make.items(corrected)[item]
        page = signed_in(office.reviewers[row.organ]).get(reverse("organ-item", args=[row.id]))
        pages[item] = walking.text_of(page)
    assert pages["SEWER"].count("为其他事项更正，本事项仍用第1版") == 1
    assert "本事项仍用第1版" not in pages["FOOD_CATERING"]


def test_each_item_keeps_its_own_wish_and_its_own_answer_for_the_same_material(office, corrected):
    shown = case_page(corrected, office.window, LATER.date()).materials
    plan = next(each for each in shown if each.code == PLAN)
    assert len({each.requirement for each in plan.uses}) == 3, "one drawing, three layers"
    assert [(each.standing, each.version) for each in plan.uses] == [("已提交", 2), ("符合", 1), ("符合", 1)]
