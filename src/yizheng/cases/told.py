"""What a one-time notice 一次告知单 says, as plain data: kept as it was told, whatever the catalogue says later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from yizheng.cases.queries.dates import Count
from yizheng.law.papers import Table

Pairs = tuple[tuple[str, str], ...]
How = Literal["upload", "check", "fetched", "made", "internal"]
"""How a material comes in: 需上传, 核查时查看, 免提交, 系统生成, 内部流转."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldItem:
    """One item 事项: who decides, why it is needed, how long it takes at most, by when."""

    code: str
    name: str
    short: str
    kind: str
    organ: str
    organ_phone: str
    organ_address: str
    why: str
    because: Pairs
    basis: tuple[str, ...]
    statutory: str
    promised: str
    promised_note: str
    due: date
    validity: str
    certificate: str
    visit: str
    risks: tuple[str, ...]
    notes: tuple[str, ...]
    sample: bool
    limit_sample: bool
    counted: tuple[Table, ...] = ()
    """How the day is counted; notices of before this was told have none."""
    provisional: bool = False
    necessary: tuple[str, ...] = ()
    """The materials that must come with the application (青岛市优化营商环境条例 24)."""
    later: tuple[str, ...] = ()
    """Those that may be promised for after acceptance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldCondition:
    """A condition 许可条件 told once, with the items that set it."""

    subject: str
    text: str
    items: tuple[str, ...]
    basis: tuple[str, ...]
    because: Pairs = ()
    """The answers that call for it where not every such shop must meet it; notices of before this was told say none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldUse:
    """What one item wants to see in a material, because of which answers, by which article."""

    item: str
    requirement: str
    because: Pairs
    basis: tuple[str, ...]
    at_check: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldMaterial:
    """One material, told once."""

    code: str
    name: str
    how: How
    third_party: bool
    help: str
    example: str
    mistakes: str
    accepts: tuple[str, ...]
    validity: str
    uses: tuple[ToldUse, ...]
    sample: bool
    why_now: str = ""
    """Why it cannot be promised for later; empty where it can."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldFinish:
    """When everything can be in hand if complete papers came in on the day of the notice, and why that day."""

    received_on: date
    acceptance_on: date
    on: date
    chain: tuple[str, ...]
    provisional: bool
    count: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldAdvice:
    """A warning, or a better industry."""

    kind: str
    text: str
    basis: tuple[str, ...]
    industry: str = ""
    industry_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The whole notice."""

    industry: str
    industry_name: str
    scope: str
    answers: Pairs
    items: tuple[ToldItem, ...]
    conditions: tuple[ToldCondition, ...]
    materials: tuple[ToldMaterial, ...]
    finish: ToldFinish | None
    overall: str
    order: tuple[tuple[str, str, str, str], ...]
    advice: tuple[ToldAdvice, ...]
    stops: tuple[ToldAdvice, ...]
    not_covered: Pairs
    needs_licence: bool
    sample: bool
    version: str
    hall: str
    hall_address: str
    hall_hours: str
    hall_phone: str
    specialist_phone: str

    @property
    def subjects(self) -> tuple[str, ...]:
        """The subjects of the conditions, in order."""
        return tuple(dict.fromkeys(each.subject for each in self.conditions))

    def by(self, *ways: How) -> tuple[ToldMaterial, ...]:
        """The materials that come in one of these ways."""
        return tuple(each for each in self.materials if each.how in ways)

    @property
    def organs(self) -> tuple[str, ...]:
        """The deciding organs, each once."""
        return tuple(dict.fromkeys(each.organ for each in self.items))
