"""分类审批: every item is handled by one line, and a gap is allowed only where the law and the catalogue allow it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.law.samples import TWENTY_DAYS, item
from yizheng.law.clocks import Term, Unit
from yizheng.law.handling import GAP_BARRED, gap_barred_by, handling_of, may_be_missing
from yizheng.law.intake import MaterialNeed, NeededItem, NeededMaterial
from yizheng.law.items import Item, Limit, Material
from yizheng.law.rules import ALWAYS, NEVER, Rule
from yizheng.law.words import Handling

AT_ONCE = Limit(term=Term(0, Unit.WORKING_DAY), start="accept", basis=("优化营商环境条例 36",))
ON_COMMITMENT = Rule(question="q_commit", equals=True)


def needed(item: Item, *, visit: bool = False, promised: Limit = TWENTY_DAYS) -> NeededItem:
    nothing: dict[str, Any] = dict.fromkeys(("because", "basis", "conditions", "review_points", "fields", "asks"), ())
    return NeededItem(item=item, why="", statutory=TWENTY_DAYS, promised=promised, visit=visit, **nothing)


# --- by which line --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("committed", "visit", "promised", "handling"),
    [
        (ALWAYS, False, TWENTY_DAYS, Handling.COMMITMENT),
        (ALWAYS, True, AT_ONCE, Handling.COMMITMENT),
        (NEVER, True, TWENTY_DAYS, Handling.INSPECTED),
        (NEVER, True, AT_ONCE, Handling.INSPECTED),
        (NEVER, False, AT_ONCE, Handling.IMMEDIATE),
        (NEVER, False, TWENTY_DAYS, Handling.GENERAL),
    ],
)
def test_commitment_before_visit_before_on_the_spot_before_general(
    committed: Rule, visit: bool, promised: Limit, handling: Handling
) -> None:
    assert handling_of(needed(item(committed=committed), visit=visit, promised=promised), {}, {}) == handling


@pytest.mark.parametrize(("answer", "handling"), [(True, Handling.COMMITMENT), (False, Handling.INSPECTED)])
def test_whether_on_a_commitment_may_be_the_choice_of_the_applicant(answer: bool, handling: Handling) -> None:
    fire = needed(item(committed=ON_COMMITMENT), visit=True)
    assert handling_of(fire, {"q_commit": answer}, {}) == handling


# --- what may be missing --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("concern", sorted(GAP_BARRED))
def test_what_concerns_security_or_industrial_policy_is_not_accepted_with_a_gap(concern: str) -> None:
    assert gap_barred_by(item(exclusions=("人身健康", concern))) == (concern,)


def test_what_concerns_nothing_of_the_kind_may_be() -> None:
    assert gap_barred_by(item(exclusions=("人身健康",), exclusions_more=("公共安全",))) == ()


def material(*uses: str, gap_allowed: bool = True, source: str = "applicant", at_check: bool = False) -> NeededMaterial:
    needs = tuple(MaterialNeed(item=code, requirement="", basis=(), because=(), at_check=at_check) for code in uses)
    plain: dict[str, Any] = {
        "code": "M_PLAN",
        "name": "平面图",
        "source": source,
        "help": "",
        "example": "",
        "basis": (),
    }
    return NeededMaterial(material=Material(gap_allowed=gap_allowed, **plain), uses=needs)


FREE, BARRED = item(code="FOOD", exclusions=()), item(code="FIRE", exclusions=("公共安全",))
ITEMS = {"FOOD": FREE, "FIRE": BARRED}


@pytest.mark.parametrize(
    ("one", "missing"),
    [
        (material("FOOD"), ("M_PLAN",)),
        (material("FOOD", gap_allowed=False), ()),
        (material("FOOD", "FIRE"), ()),
        (material("FIRE"), ()),
        (material("FOOD", source="shared"), ()),
        (material("FOOD", at_check=True), ()),
        (material("FOOD", "ELSEWHERE"), ("M_PLAN",)),
    ],
)
def test_a_material_may_come_later_if_it_is_asked_for_may_be_missing_and_every_item_allows_it(
    one: NeededMaterial, missing: tuple[str, ...]
) -> None:
    assert may_be_missing([one], ITEMS) == missing
