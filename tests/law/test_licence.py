"""The comprehensive licence: of two permits or more, and without any force of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from yizheng.law.licence import NOTES, LicenceLine, licence_state, why_no_licence
from yizheng.law.words import LicenceState


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


@pytest.mark.parametrize(
    ("retired", "newest", "out", "earlier_out", "returned", "state"),
    [
        (False, True, False, False, False, LicenceState.DRAWN_UP),
        (False, True, True, False, False, LicenceState.ISSUED),
        (False, True, False, True, False, LicenceState.TO_REISSUE),
        (False, False, True, False, False, LicenceState.REPLACED),
        (False, False, False, False, True, LicenceState.REPLACED),
        (False, False, True, False, True, LicenceState.TAKEN_BACK),
        (True, True, True, False, False, LicenceState.RETIRED),
    ],
)
def test_a_version_stands_by_the_hand_outs(
    retired: bool, newest: bool, out: bool, earlier_out: bool, returned: bool, state: LicenceState
) -> None:
    found = licence_state(retired=retired, newest=newest, out=out, earlier_out=earlier_out, returned=returned)
    assert found == state
    assert state.label


def test_a_line_remarks_on_what_it_states_otherwise_and_on_a_commitment() -> None:
    line = LicenceLine(item="F", name="消防安全检查", number="1", organ="消防", until="长期")
    assert line.remarks == ""
    other = replace(line, states="名称载明“旧名”", by_commitment=True)
    assert other.remarks == "以告知承诺方式取得；名称载明“旧名”"
