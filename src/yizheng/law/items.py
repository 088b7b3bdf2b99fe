"""What the catalogue is made of: organs, fields, materials, items 事项 and industries 行业, as immutable data.

The texts live in ``regulations/``; the room ``catalogue`` reads, checks and publishes them. A published catalogue never
changes and is pinned by every case (行政许可法 30, 31; domain §7-5).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from yizheng.law.clocks import Term
from yizheng.law.rules import ALWAYS, NEVER, Rule

Confidence = Literal["real", "plausible", "unconfirmed"]
Start = Literal["receipt", "accept"]
ItemKind = Literal["permit", "filing", "registration"]
AnswerKind = Literal["choice", "multi", "number", "bool"]
FieldKind = Literal[
    "text", "long_text", "number", "date", "choice", "multi", "bool", "credit_code", "id_number", "phone"
]
MaterialSource = Literal["applicant", "sharing", "generated", "third_party", "internal"]
Subject = Literal["场所", "设备", "人员", "制度", "资金"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """A law, regulation or policy that rows cite by ``short`` (行政许可法, 消防法 …)."""

    short: str
    title: str
    number: str = ""
    level: str
    in_force_from: str = ""
    in_force_until: str = ""
    confidence: Confidence = "real"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedies:
    """Whom a citizen turns to against this organ's decisions (行政复议法 20, 行政诉讼法 46)."""

    reconsideration: str
    reconsideration_url: str
    court: str
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section 科室 of an organ: where people sit and item-cases arrive."""

    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Organ:
    """A deciding organ 实施机关 (or the lead department 牵头部门)."""

    code: str
    name: str
    short: str
    credit_code: str
    document_prefix: str
    phone: str
    address: str
    hours: str
    vertical: bool = False
    sections: tuple[Section, ...]
    remedies: Remedies
    confidence: Confidence = "plausible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer a citizen may pick; ``value`` is what rules look at.

    On the form, an option whose ``chosen_when`` holds is filled in from the everyday answers (在线政务服务规定 7).
    """

    value: str
    label: str = ""
    hint: str = ""
    chosen_when: Rule = NEVER


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One everyday question 情形引导; asked only when ``show_when`` holds.

    A ``multi`` with a ``none_label`` (以上都没有) may be answered with nothing; its answer is then the empty tuple.
    """

    code: str
    ask: str
    kind: AnswerKind
    hint: str = ""
    unit: str = ""
    options: tuple[Option, ...] = ()
    none_label: str = ""
    minimum: float = 0
    maximum: float = 100_000
    show_when: Rule = ALWAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """A fact the form asks for, once in the whole case; ``purpose`` and ``basis`` say why it may be (行政许可法 31).

    ``filled_from`` names the question whose answer is the fact, so that nobody is asked twice; ``show_when`` keeps a
    field away from those whom it does not concern; ``future`` says that a date must not lie in the past.
    """

    code: str
    label: str
    kind: FieldKind
    group: str
    help: str
    example: str
    mistakes: str = ""
    options: tuple[Option, ...] = ()
    unit: str = ""
    required: bool = True
    minimum: float | None = None
    maximum: float | None = None
    max_length: int = 200
    personal: bool = False
    filled_from: str = ""
    show_when: Rule = ALWAYS
    future: bool = False
    purpose: str
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """A material 申请材料 of the library: handed in once, whatever the number of items that use it."""

    code: str
    name: str
    source: MaterialSource
    gap_allowed: bool
    on_site: bool = False
    help: str
    example: str
    mistakes: str = ""
    accepts: tuple[str, ...] = ("pdf", "jpg", "png")
    max_megabytes: int = 20
    validity: str = ""
    basis: tuple[str, ...]
    confidence: Confidence = "plausible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A time limit 时限: how long, counted from receipt or acceptance, for which answers, written where."""

    term: Term
    start: Start
    when: Rule = ALWAYS
    note: str = ""
    basis: tuple[str, ...]
    confidence: Confidence = "real"


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
    hearing: bool = False
    number_limited: bool = False
    rectification_pauses: bool = False
    renewal: str = ""
    conditions: tuple[Condition, ...]
    materials: tuple[MaterialUse, ...]
    fields: tuple[FieldUse, ...] = ()
    review_points: tuple[ReviewPoint, ...]
    refusal_risks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    confidence: Confidence = "plausible"


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
class Threshold:
    """A local figure that rules name, e.g. the smallest area for the fire check."""

    name: str
    value: float
    unit: str
    meaning: str
    basis: tuple[str, ...]
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """The zone this catalogue is for: names and codes used in numbers and on papers."""

    name: str
    region: str
    food_region: str
    document_head: str
    licence_type_code: str
    issuer: str
    hall: str
    hall_address: str
    hall_hours: str
    hall_phone: str
    specialist_phone: str
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
