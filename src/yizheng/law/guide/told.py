"""What a guide 办事指南 says of one industry, whatever the answers: all it may need, and for whom (S-113).

The four blocks 可办事项、咨询方式、办理地点、办证流程 are always there; the fourth is drawn by ``law/flow``.
"""

from __future__ import annotations

from dataclasses import dataclass

from yizheng.law.guide.fields import SampleField

When = str
"""For whom, in words; "" for everybody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideItem:
    """One item 事项: for whom, who decides, how, how long, waiting for what."""

    code: str
    name: str
    short: str
    kind: str
    organ: str
    section: str
    phone: str
    address: str
    hours: str
    why: str
    when: When
    promise: str
    """The longest that is promised, in few words."""
    promised: tuple[str, ...]
    statutory: tuple[str, ...]
    visit: str
    hearing: bool
    commitment: When | None
    waits_for: tuple[tuple[str, str], ...]
    certificate: str
    validity: str
    basis: tuple[str, ...]
    risks: tuple[str, ...]
    notes: tuple[str, ...]
    sample: bool

    @property
    def marks(self) -> tuple[str, ...]:
        """How it is handled, beside its limit: visit, hearing, commitment."""
        committed = {None: "", "": "告知承诺"}.get(self.commitment, "可以告知承诺")
        return tuple(each for each in (self.visit, "要听证" if self.hearing else "", committed) if each)


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideCondition:
    """A condition 许可条件 told once, with the items that set it, for whom and how it is tested."""

    subject: str
    text: str
    items: tuple[str, ...]
    when: When
    tested_by: str
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideUse:
    """What one item wants to see in a material, and when."""

    item: str
    requirement: str
    when: When
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideMaterial:
    """One material 申请材料, told once."""

    name: str
    how: str
    by_hand: bool
    third_party: bool
    later: bool
    help: str
    example: str
    mistakes: str
    validity: str
    accepts: tuple[str, ...]
    uses: tuple[GuideUse, ...]
    sample: bool

    @property
    def used(self) -> tuple[tuple[str, GuideUse], ...]:
        """Its uses, said once for all the items that want the same of it."""
        same: dict[tuple[str, str], list[GuideUse]] = {}
        for use in self.uses:
            same.setdefault((use.requirement, use.when), []).append(use)
        return tuple(("、".join(use.item for use in uses), uses[0]) for uses in same.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideOrgan:
    """Whom to ask and where they are: an organ with what it decides here."""

    name: str
    phone: str
    address: str
    hours: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The hall 政务服务大厅 where everything can be handed in."""

    name: str
    address: str
    hours: str
    phone: str
    specialist: str
    lead: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """The whole guide of one industry in one version of the catalogue."""

    code: str
    name: str
    everyday: str
    scope: str
    zone: str
    version: str
    items: tuple[GuideItem, ...]
    organs: tuple[GuideOrgan, ...]
    place: Place
    conditions: tuple[GuideCondition, ...]
    materials: tuple[GuideMaterial, ...]
    fields: tuple[SampleField, ...]
    order: tuple[tuple[str, str, str, str], ...]
    not_covered: tuple[tuple[str, str, When], ...]
    overall: str
    sample: bool

    @property
    def subjects(self) -> tuple[str, ...]:
        """The subjects of the conditions, in order."""
        return tuple(dict.fromkeys(each.subject for each in self.conditions))

    def of(self, subject: str) -> tuple[GuideCondition, ...]:
        """The conditions of a subject 场所、设备、人员、制度、资金."""
        return tuple(each for each in self.conditions if each.subject == subject)

    @property
    def by_hand(self) -> tuple[GuideMaterial, ...]:
        """The materials that the applicant brings."""
        return tuple(each for each in self.materials if each.by_hand)

    @property
    def fetched(self) -> tuple[GuideMaterial, ...]:
        """Those that nobody has to bring."""
        return tuple(each for each in self.materials if not each.by_hand)

    @property
    def mistakes(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What goes wrong most: in the materials, in the form, and what is not granted."""
        told = (
            ("材料常见的错", tuple(f"{each.name}：{each.mistakes}" for each in self.by_hand if each.mistakes)),
            ("表格常见的错", tuple(f"{each.label}：{each.mistakes}" for each in self.fields if each.mistakes)),
            ("容易不批的", tuple(f"{each.short}：{risk}" for each in self.items for risk in each.risks)),
        )
        return tuple((heading, rows) for heading, rows in told if rows)
