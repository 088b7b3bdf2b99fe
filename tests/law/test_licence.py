"""The comprehensive licence: of two permits or more, and without any force of its own."""

from __future__ import annotations

import pytest

from yizheng.law.licence import NOTES, why_no_licence


@pytest.mark.parametrize("permits", [0, 1])
def test_fewer_than_two_permits_make_no_licence_and_the_applicant_is_told_why(permits: int) -> None:
    sentence = why_no_licence(permits)
    assert f"目前有效许可{permits}项" in sentence
    assert ("照常有效" in sentence) == bool(permits)


@pytest.mark.parametrize("permits", [2, 3, 9])
def test_two_permits_or_more_make_one(permits: int) -> None:
    assert why_no_licence(permits) == ""


def test_the_licence_says_that_it_has_no_force_of_its_own() -> None:
    assert "不改变各项许可的实施主体、法律效力和法律关系" in NOTES[0]
