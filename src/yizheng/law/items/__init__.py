"""What the catalogue is made of: organs, fields, materials, items 事项 and industries 行业, as immutable data.

The texts live in ``regulations/``; the room ``catalogue`` reads, checks and publishes them. A published catalogue never
changes and is pinned by every case (行政许可法 30, 31; domain §7-5).
"""

from yizheng.law.items.form import AnswerKind, FieldKind, FieldSpec, Material, MaterialSource, Option, Question
from yizheng.law.items.industry import Advice, Catalogue, Industry, ItemUse, NotCovered, Order, widened
from yizheng.law.items.item import (
    Certificate,
    Condition,
    FieldUse,
    Item,
    ItemKind,
    Limit,
    MaterialUse,
    Onsite,
    ReviewPoint,
    Start,
    Subject,
    Validity,
)
from yizheng.law.items.life import ChangeRule, PostCheck, RenewalWindow, Treatment
from yizheng.law.items.sources import Confidence, Law, Organ, Remedies, Section, Threshold, Zone

__all__ = [
    "Advice",
    "AnswerKind",
    "Catalogue",
    "Certificate",
    "ChangeRule",
    "Condition",
    "Confidence",
    "FieldKind",
    "FieldSpec",
    "FieldUse",
    "Industry",
    "Item",
    "ItemKind",
    "ItemUse",
    "Law",
    "Limit",
    "Material",
    "MaterialSource",
    "MaterialUse",
    "NotCovered",
    "Onsite",
    "Option",
    "Order",
    "Organ",
    "PostCheck",
    "Question",
    "Remedies",
    "RenewalWindow",
    "ReviewPoint",
    "Section",
    "Start",
    "Subject",
    "Threshold",
    "Treatment",
    "Validity",
    "Zone",
    "widened",
]
