"""The items of one person as the flow chart shows them: only what their answers call for, as it is handled for them."""

from __future__ import annotations

from dataclasses import replace

from yizheng.law.guide.making import guide_of
from yizheng.law.guide.told import GuideItem
from yizheng.law.handling import handling_of
from yizheng.law.intake import Assessment, NeededItem
from yizheng.law.items import Catalogue
from yizheng.law.words import Handling


def own_items(assessment: Assessment, catalogue: Catalogue) -> tuple[GuideItem, ...]:
    """The items needed, each with its own limit, visit and handling; nobody waits for what is not applied for."""
    guide = guide_of(assessment.industry, catalogue)
    general = {each.code: each for each in guide.items}
    shorts = {each.item.short for each in assessment.items}

    def own(needed: NeededItem) -> GuideItem:
        committed = handling_of(needed, assessment.answers, catalogue.figures) is Handling.COMMITMENT
        item = general[needed.item.code]
        return replace(
            item,
            when="",
            promise=str(needed.promised),
            visit=_visit(needed),
            commitment="" if committed else None,
            waits_for=tuple(each for each in item.waits_for if each[0] in shorts),
        )

    return tuple(map(own, assessment.items))


def _visit(needed: NeededItem) -> str:
    if needed.visit:
        return "上门看一次"
    return "发证后抽查" if needed.item.onsite.needed else "不上门"
