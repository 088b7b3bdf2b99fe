"""Which acts may be done to many applications at once: those that decide nothing about any of them."""

from __future__ import annotations

from yizheng.law.words import Verb

IN_BULK = frozenset({Verb.ACCEPT, Verb.CLAIM, Verb.ASSIGN, Verb.TRANSFER})
"""Taking up work and handing it on; accepting what is complete is no free choice (行政许可法 32(1)(5))."""


def why_not_in_bulk(verb: Verb) -> str:
    """Why ``verb`` is done to one application at a time; empty when it may be done to many (行政许可法 34, 37)."""
    if verb in IN_BULK:
        return ""
    return (
        f"「{verb.label}」不能批量办理：每一件申请都应当分别审查、分别作出决定"
        "（行政许可法第三十四条、第三十七条），请逐件打开办理。"
    )
