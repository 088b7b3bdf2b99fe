"""How one thing of the catalogue is called and entered: what `naming` says of every field, in plain Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

CONFIDENCE = {"real": "已核对（原文可查）", "plausible": "合理示例（待公布值替换）", "unconfirmed": "待核实"}
UNIT = {"wd": "个工作日", "cal": "日（自然日）", "month": "个月"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One field: its name, a sentence that says what to enter, and what its type alone does not tell.

    ``long`` is a text of several lines; ``names`` the kind whose code it is (``laws``: citations, ``sections``: of the
    organ beside it); ``labels`` the values of a list in words; ``inline`` rows are filled in where they stand, without
    the fields in ``without``; ``coined`` a code that is made from ``from_`` when left blank; ``known`` offers what
    others wrote in the same place; ``nothing`` is what it means that nothing is entered.
    """

    label: str
    help: str
    long: bool = False
    names: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
    inline: bool = False
    without: tuple[str, ...] = ()
    coined: str = ""
    from_: str = ""
    known: bool = False
    nothing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Fields that belong together under one heading."""

    heading: str
    words: Mapping[str, Word]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One kind of thing: what it is called, which field is its title, which fields make it the same row again."""

    label: str
    title: str
    keys: tuple[str, ...]
    groups: tuple[Group, ...]

    @property
    def words(self) -> dict[str, Word]:
        """Every field with its word, in the order of the form."""
        return {name: word for group in self.groups for name, word in group.words.items()}


def group(heading: str, **words: Word) -> Group:
    """Fields under one heading."""
    return Group(heading=heading, words=words)


def basis(
    help: str = "一行一条，写“简称 空格 条款”，例如：食品安全法 35。法律、行政法规、地方性法规要写明第几条。",
) -> Word:
    """The articles something rests on."""
    return Word(label="依据", help=help, names="laws")


def confidence() -> Word:
    """How sure a row is."""
    return Word(label="核实情况", help="内容从哪里来、核对过没有；待核实的公布前要问清。", labels=CONFIDENCE)


def when(label: str, help: str) -> Word:
    """A rule over the answers."""
    return Word(label=label, help=help)
