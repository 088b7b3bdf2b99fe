"""By what a case is found: the words kept, and the words asked for."""

from __future__ import annotations

import pytest

from tests import make
from yizheng.cases.search_words import Named, initials, item_word, ways, words_of
from yizheng.catalogue import publishing
from yizheng.law.items import Catalogue

NAMED = Named(
    number="YYYZ370214202603020001",
    holder="青岛海岸线KFC餐饮",
    holder_code="91370214MACDEF2941",
    premises="河东路８８号 b座",
    industry="RESTAURANT",
    items=("FOOD_CATERING",),
)


@pytest.fixture
def catalogue(db: None) -> Catalogue:
    return publishing.version(make.publish_regulations())


@pytest.mark.parametrize(
    "asked",
    [
        "海岸", "海岸线", "河东路88", "河东路８８号", "ＫＦＣ", "kfc", "QDHAX", "haxkfc", "hax", "qd", "2941", "EF2941",
        "91370214macdef2941", "YYYZ370214202603020001", "yyyz370214202603020001", "0001", "海岸　2941", "食品经营",
        "饭店", "饭店 海岸 0001",
    ],
)  # fmt: skip
def test_a_case_is_found_by_what_stands_on_it_in_any_width_and_case(asked: str, catalogue: Catalogue) -> None:
    kept = words_of(NAMED)
    found = ways(asked, catalogue)
    assert any(kept.issuperset(way) for way in found), found


@pytest.mark.parametrize("asked", ["崂山", "海线", "烟草", "9999", "LSC", "药店", "饭店 崂山"])
def test_and_not_by_anything_else(asked: str, catalogue: Catalogue) -> None:
    assert not any(words_of(NAMED).issuperset(way) for way in ways(asked, catalogue))


@pytest.mark.parametrize("asked", ["", "  ", "海", "k", "。，", "%_"])
def test_too_little_looks_for_nothing(asked: str, catalogue: Catalogue) -> None:
    assert ways(asked, catalogue) == []


def test_a_word_may_be_the_name_of_a_shop_or_of_an_item(catalogue: Catalogue) -> None:
    found = ways("烟草", catalogue)
    assert ("烟草",) in found
    assert (item_word("TOBACCO"),) in found


def test_initials_are_those_of_the_name_as_it_is_said() -> None:
    assert initials("重庆小面") == "CQXM"
    assert initials("䶮记ABC") == "YJABC"
    assert initials("") == ""


def test_words_of_a_long_question_are_few(catalogue: Catalogue) -> None:
    (way,) = ways("海岸线餐饮管理有限公司青岛高新区第一分公司", catalogue)
    assert len(way) == 8
