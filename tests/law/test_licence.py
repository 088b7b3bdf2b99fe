"""The comprehensive licence: of two permits or more, and a new version whenever what it prints is no longer so."""

from __future__ import annotations

import pytest

from yizheng.law.licence import NOTES, LicenceLine, reissue_is_due, why_no_licence

FOOD = LicenceLine(item="FOOD", name="食品经营许可", number="JY2", organ="市场监督管理局", until="长期")
SIGN = LicenceLine(item="SIGN", name="户外招牌设置", number="HW1", organ="城市管理局", until="有效期至2029年3月18日")


@pytest.mark.parametrize("permits", [0, 1])
def test_fewer_than_two_permits_make_no_licence_and_the_applicant_is_told_why(permits: int) -> None:
    sentence = why_no_licence(permits)
    assert f"目前有效许可{permits}项" in sentence
    assert "照常有效" in sentence


@pytest.mark.parametrize("permits", [2, 3, 9])
def test_two_permits_or_more_make_one(permits: int) -> None:
    assert why_no_licence(permits) == ""


def test_a_new_version_is_due_when_a_permit_came_went_or_changed() -> None:
    changed = LicenceLine(item="SIGN", name="户外招牌设置", number="HW2", organ="城市管理局", until="长期")
    assert not reissue_is_due([FOOD, SIGN], (FOOD, SIGN))
    for now in ([FOOD], [FOOD, SIGN, changed], [FOOD, changed], []):
        assert reissue_is_due([FOOD, SIGN], now)


def test_the_licence_says_that_it_has_no_force_of_its_own() -> None:
    assert "不改变各项许可的实施主体、法律效力和法律关系" in NOTES[0]
