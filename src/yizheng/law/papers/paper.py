"""What every paper 文书 has in common: no paper, no step.

A paper's dataclass is at once the data a step needs, the form on the screen (through ``ask``), the notice served and
the sheet in the archive.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, asdict, astuple, dataclass, field, fields, is_dataclass
from datetime import date
from typing import Any, ClassVar, Literal

from yizheng.law.characters import has_unseen
from yizheng.law.items import ItemKind, Remedies
from yizheng.law.papers.head import Head as Head
from yizheng.law.papers.sheet import Sheet

PROVISIONAL_NOTE = (
    "标“暂定”的日期跨入放假安排尚未公布的年份，先按法定节假日推算；国务院办公厅公布后重新推算，有变动的另行告知。"
)

Widget = Literal["text", "long_text", "choice", "several", "bool", "date", "checks", "points", "hidden"]
Options = tuple[tuple[str, str], ...]
"""What can be chosen: a key and its label each."""


EMPTY: Mapping[Widget, Any] = {"bool": False, "checks": (), "points": (), "several": (), "date": None}
"""What a field holds before it is filled in; text for all others."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a field, in a sentence that names the field and the rule."""

    field: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Ask:
    """How a field of a paper is asked for on the screen; ``among`` names the options that depend on the case."""

    label: str
    widget: Widget
    help: str = ""
    options: Options = ()
    required: bool = True
    max_length: int = 2000
    among: str = ""


def ask(
    label: str,
    widget: Widget = "long_text",
    *,
    help: str = "",
    options: Options = (),
    required: bool = True,
    max_length: int = 2000,
    default: Any = MISSING,
    among: str = "",
) -> Any:
    """A dataclass field that a person fills in."""
    metadata = {"ask": Ask(label, widget, help, options, required, max_length, among)}
    if default is MISSING:
        default = EMPTY.get(widget, "")
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFacts:
    """What a paper is checked against."""

    today: date
    review_points: tuple[str, ...] = ()
    required_points: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()
    """The grounds that are open to a permit as it stands; empty when all are."""
    stated: tuple[tuple[str, str], ...] = ()
    """What a permit states about its holder now, by fact."""
    supplied: bool = False
    """Whether the applicant has answered the supplement notice."""
    among: Mapping[str, Options] = field(default_factory=dict)
    """What can be chosen in this case, by the name of the options."""
    visited: bool = False
    """Whether somebody of the organ has been there already."""
    hearing_from: date | None = None
    """The first day on which a hearing can be held that is called today."""
    hearing_until: date | None = None
    """The last day to hold a hearing that was asked for."""
    hearing_set_on: date | None = None
    """The day for which a hearing was called."""
    gap_over: bool = False
    """Whether the time to hand in what was accepted as missing has passed."""
    decided_on: date | None = None
    """The day on which it ended; None while it is open."""
    signers: frozenset[str] = frozenset()
    """Who signs, and for whom if a deputy does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper; subclasses add what a person fills in."""

    KIND: ClassVar[str] = ""
    TITLE: ClassVar[str] = ""
    TITLES: ClassVar[Mapping[ItemKind, str]] = {}
    """The title where it is another one for a kind of item: a filing is no permit."""
    SERIES: ClassVar[str] = ""
    """The word in its document number (综受, 补 …); empty for internal papers without a number."""
    NAMES_A_DAY: ClassVar[bool] = False
    """Whether it names the day something is due, and so prints how that day is counted."""
    BETWEEN_ORGANS: ClassVar[bool] = False
    """Whether it has a number, but goes from one organ to another and not to the applicant."""
    SERIES_OF: ClassVar[Mapping[ItemKind, str]] = {}
    """The same where it is another one for a kind of item."""

    @classmethod
    def title(cls, kind: ItemKind) -> str:
        """What the paper is called for an item of this kind."""
        return cls.TITLES.get(kind, cls.TITLE)

    @classmethod
    def series(cls, kind: ItemKind) -> str:
        """The word in its document number for an item of this kind."""
        return cls.SERIES_OF.get(kind, cls.SERIES)

    def faults(self, facts: PaperFacts) -> tuple[Fault, ...]:
        """What is wrong with what was filled in; subclasses add their own rules."""
        return tuple(
            Fault(name, sentence)
            for name, how in asked(type(self)).items()
            if (sentence := _fault(how, getattr(self, name), facts))
        )

    def sheet(self, head: Head) -> Sheet:
        """The paper as it is read and printed."""
        raise NotImplementedError(f"{type(self).__name__} is not printed")

    def as_data(self) -> dict[str, Any]:
        """Plain data, for the book and the archive."""
        return asdict(self)


def asked(paper: type[Paper]) -> Mapping[str, Ask]:
    """The fields of a paper that a person fills in, in order."""
    return {each.name: each.metadata["ask"] for each in _fields(paper) if "ask" in each.metadata}


def _fields(paper: type[Paper]) -> tuple[Field[Any], ...]:
    return fields(paper)


def _fault(how: Ask, value: Any, facts: PaperFacts) -> str:
    if how.required and _is_nothing(how, value):
        return f"请填写「{how.label}」。"
    if any(key and key not in _keys(how, facts) for key in _chosen(how, value)):
        return f"「{how.label}」请在给出的选项中选择。"
    if isinstance(value, str) and len(value) > how.max_length:
        return f"「{how.label}」最多{how.max_length}个字，现有{len(value)}个字。"
    if any(has_unseen(text, but="\n\t") for text in _texts(value)):
        return f"「{how.label}」里有看不见的符号，请重新输入，不要从别处粘贴。"
    return ""


def _is_nothing(how: Ask, value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip()) or (how.widget == "several" and not value)


def _chosen(how: Ask, value: Any) -> tuple[Any, ...]:
    """What was chosen of options; nothing for a field that has none."""
    if not (how.options or how.among):
        return ()
    return value if isinstance(value, tuple) else (value,)


def _keys(how: Ask, facts: PaperFacts) -> set[str]:
    return {key for key, _ in (*how.options, *facts.among.get(how.among, ()))}


def _texts(value: Any) -> Iterator[str]:
    """Every text in what was filled in, also in the parts of a list."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(astuple(each) if is_dataclass(each) and not isinstance(each, type) else each)


def label_of(head: Head, key: str) -> str:
    """The label of what was chosen; the key itself for what is not known by another name."""
    return dict(head.named).get(key, key)


def chinese_date(day: date | None) -> str:
    """A day as official papers write it: 2026年3月20日."""
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def day_due(head: Head, day: date | None) -> str:
    """A day that is due, marked where it may still move."""
    return chinese_date(day) + ("（暂定）" if day in head.provisional else "")


def ended(text: str) -> str:
    """What a person typed, ended by one full stop, however they ended it; nothing stays nothing."""
    bare = bare_of(text)
    return bare and (bare if bare[-1] in "！？" else f"{bare}。")


def bare_of(text: str) -> str:
    """What a person typed without the stops at its end, to stand within a sentence."""
    return text.strip().rstrip("。．.；;，,、 　\n")


def remedies_text(remedies: Remedies | None, title: str = "决定书") -> tuple[str, ...]:
    """The remedies 救济方式 of a decision, with organs and online channel (行政复议法 20, 22; 行政诉讼法 46)."""
    if remedies is None:
        return ()
    channel = f"（线上渠道：{remedies.reconsideration_url}）" if remedies.reconsideration_url else ""
    paper = "告知书" if title.endswith("告知书") else "决定书"
    return (
        f"如不服本决定，可自收到本{paper}之日起六十日内向{remedies.reconsideration}申请行政复议{channel}，"
        f"也可自收到本{paper}之日起六个月内依法向{remedies.court}提起行政诉讼。",
    )


def sheet_of(paper: Paper, head: Head, **parts: Any) -> Sheet:
    """A sheet with the head that all official documents share."""
    parts["paragraphs"] = tuple(text for text in parts.get("paragraphs", ()) if text)
    parts["facts"] = tuple((label, value) for label, value in parts.get("facts", ()) if value)
    counted = head.counted if paper.NAMES_A_DAY else ()
    parts["tables"] = tuple(table for table in (*parts.get("tables", ()), *counted) if table.rows)
    may_move = (PROVISIONAL_NOTE,) if head.provisional and paper.NAMES_A_DAY else ()
    parts["notes"] = (*parts.get("notes", ()), *may_move)
    return Sheet(
        title=paper.title(head.item_kind),
        number=head.number,
        organ=head.organ,
        addressee=f"{head.applicant}（{head.applicant_code}）",
        made_on=chinese_date(head.made_on),
        handler=head.handler,
        contact=head.contact,
        code=head.code,
        **parts,
    )
