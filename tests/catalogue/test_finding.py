"""What a person types on the first page, in everyday words or by its sound, and the industry that is meant."""

from __future__ import annotations

import pytest

from tests.published import catalogue
from yizheng.catalogue.finding import found


def meant(typed: str) -> list[str]:
    """The codes of the industries found, the likeliest first."""
    return [industry.code for industry in found(catalogue().industries.values(), typed)]


@pytest.mark.parametrize(
    ("typed", "industry"),
    [
        ("奶茶", "CAFE"), ("naicha", "CAFE"), ("nai cha", "CAFE"), ("NaiCha", "CAFE"),
        ("我想开一家卖奶茶的小店", "CAFE"),
        ("开个洗脚店", "BATH"), ("xijiao", "BATH"), ("洗浴", "BATH"), ("理发", "BEAUTY"), ("lifa", "BEAUTY"),
        ("面馆", "RESTAURANT"), ("huoguo", "RESTAURANT"), ("ｋｔｖ", "KTV"), ("牙科", "CLINIC"), ("yayi", "CLINIC"),
        ("开个宠物美容店", "PET_HOSPITAL"), ("youyong", "GYM_POOL"), ("网咖", "NETBAR"), ("F5243", "BOOKSTORE"),
        ("劳务派遣", "HR_AGENCY"), ("jiayou", "GAS_STATION"), ("补习班", "EDUCATION"), ("拉货", "FREIGHT"),
        ("农药", "AGRI_SHOP"), ("打印", "PRINT_SHOP"), ("民宿", "HOTEL"), ("xiche", "CAR_SERVICE"), ("nc", "CAFE"),
    ],
)  # fmt: skip
def test_everyday_words_and_their_sound_find_the_industry(typed: str, industry: str) -> None:
    assert meant(typed)[:1] == [industry], meant(typed)


@pytest.mark.parametrize("typed", ["", "   ", "x", "修鞋", "xyzxyz", "核电站", "<script>"])
def test_what_nobody_means_finds_nothing(typed: str) -> None:
    assert meant(typed) == []


def test_half_a_sound_that_begins_within_a_syllable_finds_nothing() -> None:
    assert "CAFE" not in meant("aicha")


@pytest.mark.parametrize("code", sorted(catalogue().industries))
def test_every_industry_is_found_by_each_of_its_own_words(code: str) -> None:
    industry = catalogue().industries[code]
    assert [word for word in industry.search_words if code not in meant(word)] == []
