"""分类审批: by which line an item is handled, and what may be missing at acceptance (domain S-081, L-64, L-67)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from yizheng.law.intake import NeededItem, NeededMaterial
from yizheng.law.items import Item
from yizheng.law.rules import Answers, judge
from yizheng.law.words import Handling

GAP_BARRED = frozenset({"国家安全", "公共安全", "生态安全", "产业政策"})
"""What an item may not concern if it is to be accepted with a gap (高新区一业一证方案 三(二); domain L-64)."""


def handling_of(needed: NeededItem, answers: Answers, figures: Mapping[str, float]) -> Handling:
    """How this item is handled: on commitment, with a visit before the decision, on the spot, or else in general."""
    if judge(needed.item.committed, answers, figures).holds:
        return Handling.COMMITMENT
    if needed.visit:
        return Handling.INSPECTED
    return Handling.IMMEDIATE if needed.promised.term.n == 0 else Handling.GENERAL


def gap_barred_by(item: Item) -> tuple[str, ...]:
    """What the item concerns that bars an acceptance with a gap (高新区一业一证方案 三(二))."""
    return tuple(each for each in item.exclusions if each in GAP_BARRED)


def may_be_missing(materials: Iterable[NeededMaterial], items: Mapping[str, Item]) -> tuple[str, ...]:
    """The materials that may come after acceptance: all items that use them allow it (青岛市优化营商环境条例 24).

    ``items`` are the items of the case by code; what is not asked of the applicant is never missing.
    """
    return tuple(
        each.material.code
        for each in materials
        if each.asked
        and each.material.gap_allowed
        and not any(gap_barred_by(items[use.item]) for use in each.uses if use.item in items)
    )
