"""Every code that an entry names must exist; every basis names a known law and its article (行政许可法 31)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from yizheng.catalogue.text.faults import Fault
from yizheng.catalogue.text.reading import Reading
from yizheng.catalogue.walking import Path_, entries, parts
from yizheng.law.dependencies import Dependency, circle
from yizheng.law.items import Industry, Item, Zone
from yizheng.law.numbers import credit_code_fault

ARTICLE_NEEDED = frozenset({"法律", "行政法规", "地方性法规"})
"""For these levels a basis names the article; of rules and policies the whole may be meant."""

Named = Iterator[tuple[Path_, str, str]]
"""Where a code stands, the kind it should be of, the code."""

_CALLED = {
    "organs": "机关",
    "items": "事项",
    "materials": "材料",
    "fields": "字段",
    "industries": "行业",
}


def reference_faults(reading: Reading) -> Iterator[Fault]:
    """Codes that name nothing, laws not known, orders that go round in a circle, credit codes that do not check."""
    for kind, code, entry in entries(reading):
        for path, target, named in _NAMING.get(kind, _nothing)(entry):
            if named not in reading.entries[target]:
                yield reading.fault(kind, code, path, "引用存在", f"没有{_CALLED[target]} {named}")
        yield from _basis_faults(reading, kind, code, entry)
    yield from _law_faults(reading)
    yield from _section_faults(reading)
    yield from _order_faults(reading)
    for code, organ in reading.entries["organs"].items():
        if fault := credit_code_fault(organ.credit_code):
            yield reading.fault("organs", code, ("credit_code",), "统一社会信用代码", fault)


def _nothing(_: Any) -> Named:
    return iter(())


def _of_zone(zone: Zone) -> Named:
    yield ("issuer",), "organs", zone.issuer


def _of_item(item: Item) -> Named:
    yield ("organ",), "organs", item.organ
    if item.supervisor:
        yield ("supervisor",), "organs", item.supervisor
    for place, use in enumerate(item.materials):
        yield ("materials", place, "material"), "materials", use.material
    for place, each in enumerate(item.fields):
        yield ("fields", place, "field"), "fields", each.field


def _of_industry(industry: Industry) -> Named:
    yield ("lead",), "organs", industry.lead
    for place, use in enumerate(industry.items):
        yield ("items", place, "item"), "items", use.item
    for place, order in enumerate(industry.order):
        yield ("order", place, "first"), "items", order.first
        yield ("order", place, "then"), "items", order.then
    for place, code in enumerate(industry.inspection):
        yield ("inspection", place), "items", code
    for place, code in enumerate(industry.shared_fields):
        yield ("shared_fields", place), "fields", code
    for place, advice in enumerate(industry.advice):
        if advice.industry:
            yield ("advice", place, "industry"), "industries", advice.industry


_NAMING: Mapping[str, Callable[[Any], Named]] = {"zone": _of_zone, "items": _of_item, "industries": _of_industry}


def _basis_faults(reading: Reading, kind: str, code: str, entry: Any) -> Iterator[Fault]:
    laws = reading.entries["laws"]
    for path, part in parts(entry):
        for place, basis in enumerate(getattr(part, "basis", ())):
            short, _, article = basis.partition(" ")
            where = (*path, "basis", place)
            if short not in laws:
                yield reading.fault(kind, code, where, "依据是已知的法", f"laws.yaml 里没有“{short}”")
            elif laws[short].level in ARTICLE_NEEDED and not article:
                yield reading.fault(kind, code, where, "依据写明条款", f"“{short}”要写明第几条，例如 {short} 12")


def _law_faults(reading: Reading) -> Iterator[Fault]:
    """The days of a law are days, in order; what replaced it is known."""
    for short, law in reading.entries["laws"].items():
        days = {"in_force_from": law.in_force_from, "in_force_until": law.in_force_until}
        wrong = [name for name, day in days.items() if day and not _is_day(day)]
        for name in wrong:
            sentence = f"“{days[name]}”不是日期，请写成 2021-02-02 这样"
            yield reading.fault("laws", short, (name,), "施行日期", sentence)
        if not wrong and law.in_force_until and law.in_force_until < law.in_force_from:
            sentence = f"废止的日子{law.in_force_until}早于施行的日子{law.in_force_from}"
            yield reading.fault("laws", short, ("in_force_until",), "施行日期", sentence)
        if law.replaced_by and law.replaced_by not in reading.entries["laws"]:
            sentence = f"laws.yaml 里没有“{law.replaced_by}”"
            yield reading.fault("laws", short, ("replaced_by",), "依据是已知的法", sentence)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _section_faults(reading: Reading) -> Iterator[Fault]:
    organs = reading.entries["organs"]
    for code, item in reading.entries["items"].items():
        organ = organs.get(item.organ)
        if organ and item.section not in {section.code for section in organ.sections}:
            yield reading.fault("items", code, ("section",), "引用存在", f"{organ.short}没有科室 {item.section}")


def _order_faults(reading: Reading) -> Iterator[Fault]:
    for code, industry in reading.entries["industries"].items():
        used = {use.item for use in industry.items}
        for place, order in enumerate(industry.order):
            if strange := {order.first, order.then} - used:
                names = "、".join(sorted(strange))
                yield reading.fault("industries", code, ("order", place), "引用存在", f"本行业没有事项 {names}")
        orders = [each for each in industry.order if each.kind == "hard"]
        if found := _circle([(each.first, each.then) for each in orders]):
            yield reading.fault("industries", code, ("order",), "没有循环", f"先后顺序绕成了圈：{' → '.join(found)}")


def _circle(pairs: list[tuple[str, str]]) -> tuple[str, ...]:
    if alone := next((first for first, then in pairs if first == then), ""):
        return alone, alone
    return circle([Dependency(first, then, "hard", "check") for first, then in pairs])
