"""From the citation of a row to words for a citizen."""

from __future__ import annotations

import pytest

from yizheng.law.citation import cited


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("行政许可法 29", "《行政许可法》第二十九条"),
        ("行政许可法 32(1)", "《行政许可法》第三十二条第一款"),
        ("行政许可法 32(1)(4)", "《行政许可法》第三十二条第一款第四项"),
        ("行政许可法 32(1)(1)(2)", "《行政许可法》第三十二条第一款第一项、第二项"),
        ("行政许可法 70(6)", "《行政许可法》第七十条第六项"),
        ("餐饮服务食品安全操作规范", "《餐饮服务食品安全操作规范》"),
        ("国发〔2016〕12号", "国发〔2016〕12号"),
        ("GB50016", "GB50016"),
        ("高新区一业一证方案 三(一)", "高新区一业一证方案三(一)"),
        ("", ""),
    ],
)
def test_a_citation_reads_as_a_citizen_would_say_it(row: str, words: str) -> None:
    assert cited(row) == words
