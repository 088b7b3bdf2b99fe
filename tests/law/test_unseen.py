"""What cannot be seen does not get into an official paper."""

from __future__ import annotations

from datetime import date

import pytest

from yizheng.law.papers import Acceptance, Check, Fault, PaperFacts, ReviewOpinion

FACTS = PaperFacts(today=date(2026, 3, 20))
SENTENCE = "里有看不见的符号，请重新输入，不要从别处粘贴。"


@pytest.mark.parametrize("sign", ["\0", "\x1b", "\r", "\u200b", "\u202e", "\u2028", "\ufeff", "\ud800"])
def test_a_sign_that_cannot_be_seen_is_refused_by_the_name_of_its_field(sign: str) -> None:
    assert Acceptance(note=f"原件{sign}已核对").faults(FACTS) == (Fault("note", f"「备注」{SENTENCE}"),)


@pytest.mark.parametrize("text", ["两\n行", "制\t表", "全角　空格", "不间断\u00a0空格", "😀", "生僻字𱍐", "Ω≥1"])
def test_what_people_write_is_let_be(text: str) -> None:
    assert Acceptance(note=text).faults(FACTS) == ()


def test_remarks_within_a_list_are_looked_at_too() -> None:
    checks = (Check(code="F1", passed=True, remark="符合\0"),)
    faults = ReviewOpinion(checks=checks, proposal="grant", reasons="齐全。").faults(FACTS)
    assert Fault("checks", f"「审查要点」{SENTENCE}") in faults
