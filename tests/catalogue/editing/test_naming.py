"""Everything in the catalogue has a name in plain Chinese, so that nobody has to read YAML to keep it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import EnumType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest

from tests.catalogue.plain_entries import entries
from yizheng.catalogue.editing.anatomy import plain, shapes, typed
from yizheng.catalogue.editing.naming import KINDS, NAMED, kind_label
from yizheng.law.rules import Rule


def parts_of(hint: Any) -> Iterator[type]:
    """The dataclasses that a type is made of; rules are told in sentences."""
    for inner in (hint, *get_args(hint)):
        if is_dataclass(inner) and isinstance(inner, type) and inner is not Rule:
            yield inner
        elif get_args(inner) and inner is not hint:
            yield from parts_of(inner)


def made_of(of: type) -> set[type]:
    found = {of}
    for hint in get_type_hints(of).values():
        for inner in parts_of(hint):
            found |= made_of(inner)
    return found


ALL = sorted(set().union(*(made_of(of) for of in KINDS.values())), key=lambda of: of.__name__)


def values_of(hint: Any) -> set[str]:
    if get_origin(hint) is Literal:
        return set(get_args(hint))
    if isinstance(hint, EnumType):
        return {each.value for each in hint}
    return set().union(*(values_of(inner) for inner in get_args(hint) if get_origin(hint) is not tuple), set())


@pytest.mark.parametrize("of", ALL, ids=lambda of: of.__name__)
def test_every_field_of_everything_has_a_name_and_a_sentence_of_help(of: type) -> None:
    words = NAMED[of].words
    assert set(words) == {each.name for each in fields(of)}
    assert all(word.label and word.help.endswith(("。", "？")) for word in words.values())


@pytest.mark.parametrize("of", ALL, ids=lambda of: of.__name__)
def test_every_value_that_may_be_chosen_has_a_word(of: type) -> None:
    for each in shapes(of):
        assert set(each.labels) == values_of(get_type_hints(of)[each.name]), each.name


@pytest.mark.parametrize("of", ALL, ids=lambda of: of.__name__)
def test_a_thing_is_known_by_fields_it_has(of: type) -> None:
    named = NAMED[of]
    assert {named.title, *named.keys} <= set(named.words)
    assert {word.from_ for word in named.words.values() if word.coined} <= set(named.words)


def test_nothing_is_named_that_is_not_there() -> None:
    assert set(NAMED) == set(ALL)


def test_every_kind_of_entry_has_a_name() -> None:
    assert [kind_label(kind) for kind in KINDS][:3] == ["行业", "事项", "申请材料"]


def test_plain_data_and_entries_are_the_same_thing_twice() -> None:
    for kind, known in entries().items():
        for raw in known.values():
            assert plain(typed(KINDS[kind], raw)) == raw
