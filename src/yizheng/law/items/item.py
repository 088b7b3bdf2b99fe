"""One item 事项 that one organ decides: limits, conditions, materials, review points, certificate (行政许可法 30)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from yizheng.law.clocks import Term
from yizheng.law.items.life import ChangeRule, PostCheck, RenewalWindow
from yizheng.law.items.sources import Confidence
from yizheng.law.law_changes import LawChange
from yizheng.law.rules import ALWAYS, NEVER, Rule

Start = Literal["receipt", "accept"]
ItemKind = Literal["permit", "filing", "registration"]
Subject = Literal["场所", "设备", "人员", "制度", "资金"]

SAFETY = frozenset({"公共安全", "人身健康", "生命财产安全"})
"""What an item may concern, as its exclusions say, so that false material and fraud bar (行政许可法 78, 79)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A time limit 时限: how long, counted from receipt or acceptance, for which answers, written where."""

    term: Term
    start: Start
    when: Rule = ALWAYS
    note: str = ""
    basis: tuple[str, ...]
    confidence: Confidence = "real"

    def __str__(self) -> str:
        """In words: 受理后5个工作日."""
        start = {"accept": "受理后", "receipt": "收到申请后"}[self.start]
        return f"{start}{self.term}" if self.term.n else "当场办结"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A condition 许可条件 of an item, by subject, and how it is tested."""

    subject: Subject
    text: str
    tested_by: Literal["document", "on_site", "data", "commitment"]
    when: Rule = ALWAYS
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialUse:
    """That an item needs a material, with what this item wants to see in it (one drawing, several layers: domain §7-8).

    When ``at_check`` holds it is shown at the visit instead of handed in (消防法 15, 优化营商环境条例 36).
    """

    material: str
    requirement: str = ""
    when: Rule = ALWAYS
    at_check: Rule = NEVER
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldUse:
    """That an item needs a field of its own; the shared fields are named by the industry."""

    field: str
    when: Rule = ALWAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPoint:
    """A point 审查要点 the reviewer answers."""

    code: str
    text: str
    when: Rule = ALWAYS
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Validity:
    """How long the permit holds: ``years`` or None for 长期."""

    years: int | None
    note: str = ""
    confidence: Confidence = "real"

    def __str__(self) -> str:
        """In words: 有效期5年, 长期有效."""
        if self.years is None:
            return self.note or "长期有效"
        return f"有效期{self.years}年{'（' + self.note + '）' if self.note else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Onsite:
    """Whether a visit 现场核查 is needed, before the decision or after the grant."""

    needed: bool
    after_grant: bool = False
    when: Rule = ALWAYS
    note: str = ""
    basis: tuple[str, ...] = ()
    confidence: Confidence = "real"


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """The statutory certificate 法定许可证: its name and how it is numbered.

    ``scheme`` is "food" (JY + digit + region + serial + check, domain §3.7) or "plain": ``pattern``, {year} {serial}.
    """

    name: str
    scheme: Literal["food", "plain"]
    pattern: str
    food_kind: int = 0
    confidence: Confidence = "plausible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item 事项 that one organ decides."""

    code: str
    name: str
    short: str
    kind: ItemKind
    organ: str
    section: str
    level: str
    power_confirmed: bool = False
    basis: tuple[str, ...]
    statutory: tuple[Limit, ...]
    promised: tuple[Limit, ...]
    extension: Term | None = None
    validity: Validity
    onsite: Onsite
    certificate: Certificate
    exclusions: tuple[str, ...] = ()
    exclusions_more: tuple[str, ...] = ()
    commitment: str = ""
    committed: Rule = NEVER
    """For which answers it is handled on a commitment 告知承诺."""
    cosigners: int = 0
    """How many second signatures 会签 a grant needs."""
    hearing: bool = False
    number_limited: bool = False
    rectification_pauses: str = ""
    """The rule by which the time of a rectification is left out of the limit; empty where it counts (行政许可法 45)."""
    renewal: str = ""
    renewal_window: RenewalWindow | None = None
    change: ChangeRule | None = None
    post_check: PostCheck | None = None
    supervisor: str = ""
    """The organ that supervises after the grant, if another than the one that decides (青岛市优化营商环境条例 27)."""
    conditions: tuple[Condition, ...]
    materials: tuple[MaterialUse, ...]
    fields: tuple[FieldUse, ...] = ()
    review_points: tuple[ReviewPoint, ...]
    changes: tuple[LawChange, ...] = ()
    """Changes of its law, from when, for better or worse; open cases are told (domain §7-5)."""
    refusal_risks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    confidence: Confidence = "plausible"

    @property
    def concerns_safety(self) -> bool:
        """Whether it concerns public safety, health, life or property (行政许可法 78, 79)."""
        return bool(SAFETY & {*self.exclusions, *self.exclusions_more})
