"""The catalogue as immutable data: nothing in it can be changed once it is read."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, is_dataclass, replace

import pytest

from tests.law.samples import TWENTY_DAYS, item, threshold, zone
from yizheng.law import items
from yizheng.law.items import Catalogue, widened
from yizheng.law.rules import ALWAYS

SHAPES = [each for each in vars(items).values() if is_dataclass(each) and each.__module__.startswith(items.__name__)]


def catalogue(version: str = "") -> Catalogue:
    figures = {each.name: each for each in (threshold("fire_area", 300), threshold("health_area", 200.5))}
    nothing: dict[str, object] = {"laws": {}, "organs": {}, "fields": {}, "materials": {}, "industries": {}}
    return Catalogue(zone=zone(), thresholds=figures, items={"FIRE": item()}, version=version, **nothing)  # type: ignore[arg-type]


def test_rules_get_the_thresholds_by_name() -> None:
    assert catalogue().figures == {"fire_area": 300, "health_area": 200.5}


def test_two_catalogues_of_the_same_content_are_the_same_whatever_their_version_is_called() -> None:
    assert catalogue("2026.3.1") == catalogue("2026.3.2")


def test_a_version_widened_by_another_keeps_its_own_but_for_the_item_of_which_the_other_speaks() -> None:
    ours = catalogue()
    newer = replace(ours, items={"FIRE": item(short="新名"), "FOOD": item(code="FOOD")}, thresholds={})
    both = widened(ours, newer, "FOOD")
    assert both.items == {"FIRE": ours.items["FIRE"], "FOOD": newer.items["FOOD"]}
    assert both.figures == ours.figures
    assert widened(ours, newer, "FIRE").items == newer.items


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_nothing_in_a_catalogue_can_be_changed(shape: type) -> None:
    assert shape.__dataclass_params__.frozen, "a published catalogue never changes"  # type: ignore[attr-defined]
    assert all(each.kw_only for each in fields(shape)), "rows are read by name"


def test_changing_an_item_is_refused() -> None:
    with pytest.raises(FrozenInstanceError):
        item().name = "另一个"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("exclusions", "more", "concerns"),
    [((), (), False), (("产业政策",), (), False), (("公共安全",), (), True), ((), ("人身健康",), True)],
)
def test_an_item_concerns_safety_when_its_exclusions_say_so(
    exclusions: tuple[str, ...], more: tuple[str, ...], concerns: bool
) -> None:
    assert item(exclusions=exclusions, exclusions_more=more).concerns_safety is concerns


def test_a_limit_holds_for_everybody_unless_it_says_for_whom() -> None:
    assert TWENTY_DAYS.when == ALWAYS


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_every_shape_of_the_catalogue_says_what_it_is(shape: type) -> None:
    assert shape.__doc__
    assert not shape.__doc__.startswith(f"{shape.__name__}("), "a generated docstring says nothing"
