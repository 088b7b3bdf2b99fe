"""Where things are written and who decides: laws, organs with their sections and remedies, local figures, the zone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Confidence = Literal["real", "plausible", "unconfirmed"]
"""How sure a row is: read in the law, a realistic figure, or still to be asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """A law, regulation or policy that rows cite by ``short`` (行政许可法, 消防法 …).

    ``in_force_until`` is its last day, once repealed; ``replaced_by`` names the law that stands in its place.
    """

    short: str
    title: str
    number: str = ""
    level: str
    in_force_from: str = ""
    in_force_until: str = ""
    replaced_by: str = ""
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
    least_people: int = 2
    """How many different people must have a hand in a decision, whatever is excepted (受审分离)."""
    confidence: Confidence = "plausible"
