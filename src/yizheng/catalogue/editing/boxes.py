"""The boxes of a part's form as a page shows them: name, help, what stands in them, what is offered, what is wrong."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from yizheng.catalogue.editing.anatomy import Shape
from yizheng.catalogue.editing.naming import NAMED
from yizheng.catalogue.editing.naming.word import UNIT
from yizheng.catalogue.editing.part_form import asked
from yizheng.catalogue.editing.picking import SEARCHED
from yizheng.catalogue.editing.rule_boxes import RuleBox, rule_box
from yizheng.catalogue.editing.rule_form import Entered, Faults, count, first
from yizheng.catalogue.editing.words import Words, items_in

Offers = Sequence[tuple[str, str]]
"""What may be chosen: value and label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One field of a form; ``inner`` are the boxes of a part, ``rows`` those of each row that is filled in here."""

    name: str
    way: str
    label: str
    help: str
    required: bool
    optional: bool
    there: bool = True
    value: str = ""
    chosen: tuple[str, ...] = ()
    offers: Offers = ()
    groups: tuple[tuple[str, Offers], ...] = ()
    fault: str = ""
    coined: bool = False
    inner: tuple[Box, ...] = ()
    rows: tuple[tuple[Box, ...], ...] = ()
    kept: tuple[str, ...] = ()
    rule: RuleBox | None = None


@dataclass(frozen=True, slots=True)
class Boxes:
    """Makes the boxes of one form."""

    entered: Entered
    words: Words
    faults: Faults

    def grouped(self, of: type, without: Collection[str] = ()) -> list[tuple[str, tuple[Box, ...]]]:
        """The boxes of a form under their headings."""
        there = {each.name: each for each in asked(of, without)}
        found = [
            (group.heading, tuple(self._box(there[name], name) for name in group.words if name in there))
            for group in NAMED[of].groups
        ]
        return [(heading, boxes) for heading, boxes in found if boxes]

    def of(self, of: type, prefix: str, without: Collection[str] = ()) -> tuple[Box, ...]:
        """The boxes of a part."""
        return tuple(self._box(each, f"{prefix}{each.name}") for each in asked(of, without))

    def _box(self, each: Shape, name: str) -> Box:
        value = first(self.entered, name) if each.way != "lines" else "\n".join(self.entered.get(name, ()))
        return Box(
            name=name,
            way=self._way(each),
            label=each.word.label,
            help=each.word.help,
            required=each.required,
            optional=not each.required and each.way in ("part", "term"),
            there=each.required or bool(first(self.entered, f"{name}.there")),
            value=value,
            chosen=tuple(self.entered.get(name, ())),
            offers=self._offers(each),
            groups=self._groups(each, self.entered.get(name, ())) if each.way == "codes" else (),
            fault=self.faults.get(name, ""),
            coined=bool(each.word.coined),
            inner=self._inner(each, name),
            rows=self._rows(each, name),
            kept=tuple(first(self.entered, f"{name}.{place}.kept") for place in range(count(self.entered, name))),
            rule=rule_box(self.entered, name, self.words, self.faults) if each.way == "rule" else None,
        )

    def _way(self, each: Shape) -> str:
        if each.way == "code":
            return "search" if each.word.names in SEARCHED else "choice"
        return each.way

    def _inner(self, each: Shape, name: str) -> tuple[Box, ...]:
        if each.way == "term":
            return (
                Box(
                    name=f"{name}.n", way="whole", label="多少", help="", required=each.required, optional=False,
                    value=first(self.entered, f"{name}.n"), fault=self.faults.get(f"{name}.n", ""),
                ),
                Box(
                    name=f"{name}.unit", way="choice", label="单位", help="", required=True, optional=False,
                    value=first(self.entered, f"{name}.unit") or "wd", offers=tuple(UNIT.items()),
                    fault=self.faults.get(f"{name}.unit", ""),
                ),
            )  # fmt: skip
        return self.of(each.of, f"{name}.") if each.way == "part" and each.of else ()

    def _rows(self, each: Shape, name: str) -> tuple[tuple[Box, ...], ...]:
        if each.way != "rows" or not each.of:
            return ()
        places = range(count(self.entered, name))
        return tuple(self.of(each.of, f"{name}.{place}.", each.word.without) for place in places)

    def _offers(self, each: Shape) -> Offers:
        if each.labels:
            return tuple(each.labels.items())
        if each.word.names and each.way == "code":
            return tuple(self.words.choices(each.word.names).items())
        return tuple((value, value) for value in self.words.used(each.name)) if each.word.known else ()

    def _groups(self, each: Shape, chosen: Collection[str]) -> tuple[tuple[str, Offers], ...]:
        """What may be ticked, fields under the headings of the form; an industry is offered its own items alone."""
        kind = each.word.names
        own = set().union(*map(items_in, self.words.near)) if kind == "items" else set()
        grouped: dict[str, list[tuple[str, str]]] = {}
        for code, name in self.words.choices(kind).items():
            if not own or code in own or code in chosen:
                heading = str(self.words.entries[kind][code].get("group", ""))
                grouped.setdefault(heading, []).append((code, name))
        in_use = [any(code in chosen for code, _ in offers) for offers in grouped.values()]
        return tuple(group for _, group in sorted(zip(in_use, grouped.items(), strict=True), key=lambda it: not it[0]))
