"""分类审批: by which line an item is handled, and what may be missing at acceptance (domain S-081, L-64, L-67)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from yizheng.law.intake import Assessment, NeededItem, NeededMaterial
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


def on_the_spot(items: Iterable[NeededItem]) -> frozenset[str]:
    """The codes of the items that are decided at once, so that nothing can come later (行政许可法 34(2))."""
    return frozenset(each.item.code for each in items if not each.promised.term.n)


def why_needed_now(needed: NeededMaterial, items: Mapping[str, Item], at_once: Collection[str] = ()) -> str:
    """Why a material must come with the application; empty where it may come after acceptance, because every item that
    uses it allows that (青岛市优化营商环境条例 24). ``items`` are those of the case, ``at_once`` those decided at once.
    """
    if not needed.material.gap_allowed:
        return "属于必要材料，须随申请提交（青岛市优化营商环境条例第二十四条）。"
    for item in (items[use.item] for use in needed.uses if use.item in items):
        if barred := gap_barred_by(item):
            return f"「{item.short}」涉及{'、'.join(barred)}，不适用容缺受理（改革方案三（二））。"
        if item.code in at_once:
            return f"「{item.short}」当场办结，材料须一次交齐（行政许可法第三十四条第二款）。"
    return ""


def why_not_later(assessment: Assessment) -> dict[str, str]:
    """Of every material that is handed in, why it must come with the application; empty where it may come later."""
    items, at_once = {each.item.code: each.item for each in assessment.items}, on_the_spot(assessment.items)
    return {each.material.code: why_needed_now(each, items, at_once) for each in assessment.materials if each.asked}


def may_be_missing(
    materials: Iterable[NeededMaterial], items: Mapping[str, Item], at_once: Collection[str] = ()
) -> tuple[str, ...]:
    """The materials that may come after acceptance; what is not asked of the applicant is never missing."""
    return tuple(each.material.code for each in materials if each.asked and not why_needed_now(each, items, at_once))
