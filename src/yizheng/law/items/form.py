"""What a citizen is asked: everyday questions, fields of the one form, materials (行政许可法 31)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from yizheng.law.items.sources import Confidence
from yizheng.law.rules import ALWAYS, NEVER, Rule

AnswerKind = Literal["choice", "multi", "number", "bool"]
FieldKind = Literal[
    "text", "long_text", "number", "date", "choice", "multi", "bool", "credit_code", "id_number", "phone"
]
MaterialSource = Literal["applicant", "sharing", "generated", "third_party", "internal"]


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
