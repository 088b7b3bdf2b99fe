"""Which characters may stand in what people write."""

import pytest

from yizheng.law.characters import has_unseen


@pytest.mark.parametrize("text", ["张喆堃", "䶮", "𬭚", "\U00031350", "一　二", "a\u00a0b", "奶茶🧋"])
def test_what_prints_may_be_written_rare_characters_of_names_included(text):
    assert not has_unseen(text)


@pytest.mark.parametrize("text", ["a\0b", "a\u200bb", "a\u202eb", "a\u2028b", "a\nb"])
def test_what_nobody_sees_may_not(text):
    assert has_unseen(text)


def test_a_line_may_end_where_lines_are_allowed():
    assert not has_unseen("第一行\n第二行", but="\n")
