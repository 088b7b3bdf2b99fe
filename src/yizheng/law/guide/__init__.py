"""What is published about one industry: the guide 办事指南, the filled sample, the work specification 工作规范.

All of it is made from the catalogue and the table of transitions, so that nobody is told what the process does not do
(行政许可法 30; S-036, S-104, S-112, S-113).
"""

from yizheng.law.guide.blank import blank_of
from yizheng.law.guide.document import Document, Section
from yizheng.law.guide.making import guide_of
from yizheng.law.guide.own import own_items
from yizheng.law.guide.sample import sample_of
from yizheng.law.guide.specification import specification_of
from yizheng.law.guide.told import Guide, GuideCondition, GuideItem, GuideMaterial, GuideOrgan, GuideUse, Place

__all__ = [
    "Document",
    "Guide",
    "GuideCondition",
    "GuideItem",
    "GuideMaterial",
    "GuideOrgan",
    "GuideUse",
    "Place",
    "Section",
    "blank_of",
    "guide_of",
    "own_items",
    "sample_of",
    "specification_of",
]
