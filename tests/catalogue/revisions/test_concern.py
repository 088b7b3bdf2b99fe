"""What a change of an entry concerns, through everything that rests on it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.published import catalogue
from yizheng.catalogue.revisions.concern import ZONE, Key, concern
from yizheng.statistics.names import Names

ALL = tuple(sorted(catalogue().industries))


def using(item: str) -> tuple[str, ...]:
    """The industries that have this item, as the texts say it."""
    return tuple(code for code in ALL if item in {use.item for use in catalogue().industries[code].items})


def test_an_item_concerns_itself_and_every_industry_that_has_it_and_nothing_else() -> None:
    found = concern({("items", "TOBACCO")}, catalogue())
    assert found.items == {"TOBACCO"}
    assert found.industries == using("TOBACCO")
    assert 1 < len(found.industries) < len(ALL)
    assert not found.itself
    assert found.has("RESTAURANT", "TOBACCO")
    assert not found.has("RESTAURANT", "FOOD_CATERING")


def test_an_industry_concerns_all_its_items_there_and_none_of_them_elsewhere() -> None:
    found = concern({("industries", "CAFE")}, catalogue())
    assert (found.items, found.itself, found.industries) == (frozenset(), {"CAFE"}, ("CAFE",))
    assert found.has("CAFE", "FOOD_CATERING")
    assert not found.has("RESTAURANT", "FOOD_CATERING")


@pytest.mark.parametrize("kind", ["materials", "fields"])
def test_a_material_or_field_concerns_the_items_that_ask_for_it_and_through_them_the_industries(kind: str) -> None:
    item = catalogue().items["TOBACCO"]
    code = item.materials[0].material if kind == "materials" else item.fields[0].field
    found = concern({(kind, code)}, catalogue())
    assert "TOBACCO" in found.items
    assert set(using("TOBACCO")) <= set(found.industries)
    assert found.because["RESTAURANT"] == ((kind, code),)


def test_a_shared_field_concerns_the_industries_that_ask_for_it_and_all_their_items() -> None:
    code = catalogue().industries["CAFE"].shared_fields[0]
    found = concern({("fields", code)}, catalogue())
    assert "CAFE" in found.itself
    assert found.has("CAFE", "FOOD_CATERING")


def test_an_organ_concerns_the_items_it_decides_or_supervises() -> None:
    found = concern({("organs", "GAFJ")}, catalogue())
    theirs = {item.code for item in catalogue().items.values() if "GAFJ" in (item.organ, item.supervisor)}
    assert found.items == theirs
    assert "NETBAR_2" in theirs


@pytest.mark.parametrize("name", sorted(catalogue().thresholds))
def test_a_threshold_concerns_somebody_or_no_rule_names_it(name: str) -> None:
    found = concern({("thresholds", name)}, catalogue())
    named = {code for code in ALL if f"'{name}'" in repr(catalogue().industries[code])}
    assert named <= found.itself
    items = {code for code, item in catalogue().items.items() if f"'{name}'" in repr(item)}
    assert items <= found.items


def test_a_law_concerns_what_cites_it_and_what_rests_on_that() -> None:
    found = concern({("laws", "烟草专卖法")}, catalogue())
    assert "TOBACCO" in found.items
    assert set(using("TOBACCO")) <= set(found.industries)


def test_the_zone_concerns_everything() -> None:
    found = concern({ZONE}, catalogue())
    assert found.industries == ALL
    assert found.items == set(catalogue().items)


def test_what_is_new_is_concerned_by_what_it_will_use() -> None:
    cafe = catalogue().industries["CAFE"]
    new = replace(cafe, code="TEA", name="茶馆")
    after = replace(catalogue(), industries={**catalogue().industries, "TEA": new})
    assert concern({("industries", "TEA")}, catalogue(), after).industries == ("TEA",)
    assert "TEA" in concern({("items", cafe.items[0].item)}, catalogue(), after).industries
    assert Names((catalogue(), after)).industry("TEA").name == "茶馆"


def test_no_change_concerns_nobody() -> None:
    found = concern(set[Key](), catalogue())
    assert (found.items, found.itself, found.industries) == (frozenset(), frozenset(), ())


def test_entries_are_called_by_the_names_people_know() -> None:
    names = Names((catalogue(),))
    assert names.entry(ZONE) == "本区信息"
    assert names.entry(("items", "TOBACCO")) == catalogue().items["TOBACCO"].short
    assert names.entry(("items", "NOWHERE")) == "NOWHERE"
