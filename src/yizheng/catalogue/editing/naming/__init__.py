"""What everything in the catalogue is called in plain Chinese, for forms, sheets and differences (行政许可法 30)."""

from __future__ import annotations

from yizheng.catalogue.editing.naming.form import FORMS
from yizheng.catalogue.editing.naming.industries import INDUSTRIES
from yizheng.catalogue.editing.naming.item_rows import ITEM_ROWS
from yizheng.catalogue.editing.naming.items import ITEMS
from yizheng.catalogue.editing.naming.sources import SOURCES
from yizheng.catalogue.editing.naming.word import Group, Named, Word
from yizheng.law.items import FieldSpec, Industry, Item, Law, Material, Organ, Threshold, Zone

__all__ = ["KINDS", "NAMED", "Group", "Named", "Word", "kind_label"]

NAMED: dict[type, Named] = {**FORMS, **INDUSTRIES, **ITEMS, **ITEM_ROWS, **SOURCES}
"""Every dataclass that an entry is made of; a test proves that none and no field of one is missing."""

KINDS: dict[str, type] = {
    "industries": Industry,
    "items": Item,
    "materials": Material,
    "fields": FieldSpec,
    "thresholds": Threshold,
    "organs": Organ,
    "laws": Law,
    "zone": Zone,
}
"""The kinds of entry, in the order a lead department thinks of them."""


def kind_label(kind: str) -> str:
    """A kind of entry in words: 行业, 事项."""
    return NAMED[KINDS[kind]].label
