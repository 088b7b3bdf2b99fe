"""A fault of the checks names the article in its own words, and leads to the form that puts it right."""

from __future__ import annotations

from typing import Any

import pytest

from tests.catalogue.plain_entries import entries
from yizheng.catalogue.checks import text_faults
from yizheng.catalogue.editing.pointing import Pointed, pointed
from yizheng.catalogue.editing.words import Words
from yizheng.catalogue.text.reading import read_entries


def told(kind: str, code: str, **changes: Any) -> list[Pointed]:
    """The faults of an entry with some of it changed."""
    known = entries()
    known[kind][code] = {**known[kind][code], **changes}
    words = Words(known)
    faults = text_faults(read_entries(known))
    return [pointed(kind, known[kind][code], each, words) for each in faults if (each.kind, each.code) == (kind, code)]


def test_a_law_that_nobody_knows_is_pointed_out_in_the_row_that_cites_it() -> None:
    pet = entries()["industries"]["PET_HOSPITAL"]
    (fault,) = told("industries", "PET_HOSPITAL", items=[{**pet["items"][0], "basis": ["某某法 3"]}, *pet["items"][1:]])
    assert fault.where == ("事项", "动物诊疗许可", "依据")
    assert (fault.field, fault.place) == ("items", 0)


def test_what_is_blank_is_pointed_out_by_its_name() -> None:
    (fault,) = told("industries", "PET_HOSPITAL", scope=" ")
    assert fault == Pointed(where=("适用范围",), sentence="“适用范围”不能空着", rule="不能空着")


def test_a_rule_is_pointed_out_where_it_stands() -> None:
    pet = entries()["industries"]["PET_HOSPITAL"]
    advice = {
        "kind": "warning",
        "text": "小心。",
        "when": {"all": [{"question": "q_gone", "equals": True}, {"never": True}]},
    }
    (fault,) = told("industries", "PET_HOSPITAL", advice=[*pet["advice"], advice])
    assert fault.where == ("提醒和劝导", "小心。", "对谁说")
    assert (fault.field, fault.place) == ("advice", 4)


@pytest.mark.parametrize(
    "changes", [{"items": "many"}, {"overall": {"term": {"n": "x"}}}, {"questions": [{"options": [3]}]}]
)
def test_what_cannot_even_be_read_is_pointed_out_too(changes: dict[str, Any]) -> None:
    assert told("industries", "PET_HOSPITAL", **changes)
