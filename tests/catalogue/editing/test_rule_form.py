"""A rule is put together from questions and answers by people, and none is too deep for that."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.catalogue.plain_entries import REGULATIONS, entries
from yizheng.catalogue.editing.anatomy import plain
from yizheng.catalogue.editing.rule_boxes import rule_box
from yizheng.catalogue.editing.rule_form import filled_rule, first, read_rule, settled, stepped
from yizheng.catalogue.editing.words import Words
from yizheng.catalogue.text.reading import read_folder
from yizheng.catalogue.walking import entries as walked
from yizheng.catalogue.walking import rules

WORDS = Words(entries())
LEAVES = (
    {"question": "q_kind", "equals": "a"},
    {"question": "q_kind", "one_of": ["a", "b"]},
    {"question": "q_many", "includes": "a"},
    {"question": "q_many", "includes_any": ["a", "b"]},
    {"question": "q_many", "only": ["a"]},
    {"question": "q_yes", "equals": True},
    {"question": "q_yes", "equals": False},
    {"question": "q_area", "at_least": 300},
    {"question": "q_area", "less_than": 0.5},
    {"question": "q_area", "at_least": "FIRE_MIN_AREA"},
    {"item": "FIRE_OPEN"},
)
RULES = st.recursive(
    st.sampled_from(LEAVES),
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(lambda rows: {"all": rows}),
        st.lists(inner, min_size=2, max_size=3).map(lambda rows: {"any": rows}),
        inner.map(lambda row: {"unless": row}),
        st.sampled_from([{"unless": {"never": True}}, {"unless": {}}]),
    ),
    max_leaves=8,
)


def test_every_rule_of_the_regulations_survives_its_form() -> None:
    for kind, code, entry in walked(read_folder(REGULATIONS)):
        for path, rule in rules(entry):
            raw = plain(rule)
            assert read_rule(filled_rule(raw, "when"), "when") == (raw, {}), (kind, code, path)


@given(RULES)
def test_any_rule_however_deep_survives_its_form(raw: Any) -> None:
    assert read_rule(filled_rule(raw, "when"), "when") == (raw, {})


@given(RULES)
def test_any_rule_can_be_shown_with_its_conditions(raw: Any) -> None:
    box = rule_box(filled_rule(raw, "when"), "when", WORDS, {})
    assert box.rows
    assert box.join in dict(box.joins)


def test_a_condition_is_added_by_picking_its_question() -> None:
    form = stepped({"when.join": ["always"], "when.n": ["0"], "when.add": ["question:q_xray"]}, "add when")
    assert (first(form, "when.join"), first(form, "when.0.code"), first(form, "when.add")) == ("all", "q_xray", "")
    assert read_rule(form, "when")[1] == {"when.0.value": "请选答案。"}
    assert read_rule({**form, "when.0.test": ["yes"]}, "when") == ({"question": "q_xray", "equals": True}, {})


def test_a_group_is_added_and_filled() -> None:
    form = stepped({"when.add": ["group:"]}, "add when")
    form = stepped({**form, "when.0.add": ["item:SEWER"]}, "add when.0")
    form = stepped({**form, "when.0.add": ["item:VETDRUG"]}, "add when.0")
    assert read_rule(form, "when") == ({"any": [{"item": "SEWER"}, {"item": "VETDRUG"}]}, {})


def test_saving_means_the_condition_that_was_picked_but_not_yet_added() -> None:
    form = settled({"when.join": ["always"], "when.n": ["0"], "when.add": ["item:SEWER"]})
    assert read_rule(form, "when") == ({"item": "SEWER"}, {})


def test_taking_a_condition_out_leaves_the_others() -> None:
    raw = {"any": [{"item": "A"}, {"all": [{"item": "B"}, {"item": "C"}]}, {"item": "D"}]}
    form = filled_rule(raw, "when")
    assert read_rule(stepped(form, "drop when.1"), "when")[0] == {"any": [{"item": "A"}, {"item": "D"}]}
    left = {"any": [{"item": "A"}, {"item": "C"}, {"item": "D"}]}
    assert read_rule(stepped(form, "drop when.1.0"), "when")[0] == left


@pytest.mark.parametrize("do", ["", "drop when", "drop when.x", "drop other.0", "add when", "add ", "jump when.0"])
def test_a_button_that_is_none_changes_nothing(do: str) -> None:
    form = filled_rule({"item": "SEWER"}, "when")
    assert read_rule(stepped({**form, "when.add": ["nothing"]}, do), "when")[0] == {"item": "SEWER"}


AREA = {"w.join": ["all"], "w.n": ["1"], "w.0.is": ["question"], "w.0.code": ["q"], "w.0.test": ["at_least"]}


@pytest.mark.parametrize(
    ("form", "place"),
    [
        ({"w.join": ["all"], "w.n": ["0"]}, "w.add"),
        ({**AREA, "w.0.test": ["is"]}, "w.0.value"),
        ({**AREA, "w.0.value": ["三百"]}, "w.0.value"),
        ({**AREA, "w.0.value": ["3"], "w.0.figure": ["F"]}, "w.0.value"),
    ],
)
def test_what_is_not_finished_is_said_at_its_place(form: dict[str, list[str]], place: str) -> None:
    assert list(read_rule(form, "w")[1]) == [place]


def test_an_answer_that_is_gone_is_still_shown() -> None:
    words = Words(entries())
    box = rule_box(filled_rule({"question": "q_pet_kind", "equals": "zoo"}, "when"), "when", words, {})
    assert ("zoo", "zoo（问题里没有这个选项）") in list(box.rows[0].answers)
    gone = rule_box(filled_rule({"question": "q_gone", "less_than": 3}, "when"), "when", words, {})
    assert (gone.rows[0].said, gone.rows[0].kind, gone.rows[0].value) == ("q_gone", "number", "3")


def test_an_industry_and_its_items_are_offered_its_own_questions() -> None:
    known = entries()
    words = Words(known)
    industry = words.within("industries", known["industries"]["PET_HOSPITAL"])
    own = list(dict(rule_box({}, "when", industry, {}).adds)["问题"])
    assert own[1] == ("question:q_xray", "有X光机、CT吗？")
    assert len(own) == 6
    item = words.within("items", known["items"]["ANIMAL_CLINIC"])
    assert list(dict(rule_box({}, "when", item, {}).adds)["问题"]) == own
    assert len(dict(rule_box({}, "when", words, {}).adds)["问题"]) > 50
