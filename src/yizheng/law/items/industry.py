"""One industry 行业, and all of them in one version of the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from yizheng.law.items.form import FieldSpec, Material, Question
from yizheng.law.items.item import Item, Limit
from yizheng.law.items.sources import Confidence, Law, Organ, Threshold, Zone
from yizheng.law.rules import ALWAYS, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemUse:
    """That an industry needs an item, when, and why in everyday words."""

    item: str
    when: Rule = ALWAYS
    why: str
    basis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """That ``first`` must be decided before ``then`` (hard), or that its result is told to it (info)."""

    first: str
    then: str
    kind: Literal["hard", "info"]
    why: str
    basis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """A word to the applicant for certain answers: a warning, a better industry, or a stop before the form."""

    kind: Literal["warning", "other_industry", "stop"]
    when: Rule
    text: str
    industry: str = ""
    basis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NotCovered:
    """What this industry's notice does not cover, and where to go for it (S-029)."""

    text: str
    where: str
    when: Rule = ALWAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Industry:
    """One industry 行业: questions, items and their order; the applicant's entry point."""

    code: str
    name: str
    everyday: str
    search_words: tuple[str, ...]
    gbt4754: tuple[str, ...]
    scope: str
    lead: str
    questions: tuple[Question, ...]
    shared_fields: tuple[str, ...]
    items: tuple[ItemUse, ...]
    order: tuple[Order, ...] = ()
    overall: Limit
    advice: tuple[Advice, ...] = ()
    not_covered: tuple[NotCovered, ...] = ()
    inspection: tuple[str, ...] = ()
    confidence: Confidence = "plausible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """One version of everything: immutable, keyed by code."""

    zone: Zone
    laws: Mapping[str, Law]
    organs: Mapping[str, Organ]
    thresholds: Mapping[str, Threshold]
    fields: Mapping[str, FieldSpec]
    materials: Mapping[str, Material]
    items: Mapping[str, Item]
    industries: Mapping[str, Industry]
    version: str = field(default="", compare=False)

    @property
    def figures(self) -> dict[str, float]:
        """The thresholds by name, as rules want them."""
        return {name: threshold.value for name, threshold in self.thresholds.items()}


def widened(catalogue: Catalogue, other: Catalogue, item: str) -> Catalogue:
    """A version with what only the other one knows of items, organs, materials and fields; it alone says what holds of
    ``item``, which was granted under it (domain §7-5).
    """
    return replace(
        catalogue,
        items={**other.items, **catalogue.items, item: other.items[item]},
        organs={**other.organs, **catalogue.organs},
        materials={**other.materials, **catalogue.materials},
        fields={**other.fields, **catalogue.fields},
    )
