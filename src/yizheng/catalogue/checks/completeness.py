"""Nothing that the law wants published may be missing, stand twice or stand unused (行政许可法 30, 31; domain §4.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import MISSING, fields
from typing import Any

from yizheng.catalogue.text.faults import Fault
from yizheng.catalogue.text.reading import Reading
from yizheng.catalogue.walking import entries, inner_rules, parts, rules
from yizheng.law.items import FieldSpec, Item, Question
from yizheng.law.rules import ALWAYS

LEAST_REVIEW_POINTS = 4
LONGEST_NAME = 100
CATCH_ALL = re.compile(r"其[他它].{0,6}(?:材料|资料|文件)|(?:相关|有关)(?:证明)?(?:材料|资料|文件)|等材料")
"""兜底条款: a demand that names nothing (优化营商环境条例 44)."""
DRESS = re.compile(r"[（(][^（()）]*[）)]|复印件|原件|副本|正本|扫描件|电子版|打印件|彩色|及其?|[的和与、/ ]")
"""What the same material may be dressed in: without it, two names of one thing are one name."""


def completeness_faults(reading: Reading) -> Iterator[Fault]:
    """What is blank, without basis, without limit, twice, unused, or a catch-all."""
    for kind, code, entry in entries(reading):
        yield from _blank_faults(reading, kind, code, entry)
        yield from _long_faults(reading, kind, code, entry)
        yield from _option_faults(reading, kind, code, entry)
    for code, item in reading.entries["items"].items():
        yield from _item_faults(reading, code, item)
    yield from _catch_all_faults(reading)
    yield from _same_name_faults(reading)
    yield from _same_material_faults(reading)
    yield from _unused_faults(reading)


def _blank_faults(reading: Reading, kind: str, code: str, entry: Any) -> Iterator[Fault]:
    """Whatever has no default must say something."""
    for path, part in parts(entry):
        for each in fields(part):
            value = getattr(part, each.name)
            is_blank = value == () or (isinstance(value, str) and not value.strip())
            if is_blank and each.default is MISSING and each.default_factory is MISSING:
                yield reading.fault(kind, code, (*path, each.name), "不能空着", f"“{each.name}”不能空着")


def _long_faults(reading: Reading, kind: str, code: str, entry: Any) -> Iterator[Fault]:
    """A name stands on papers and permits, and in columns that hold no more."""
    for path, part in parts(entry):
        for name in ("name", "short", "label"):
            if len(getattr(part, name, "")) > LONGEST_NAME:
                sentence = f"“{name}”最多{LONGEST_NAME}个字，印在证上、文书上要放得下"
                yield reading.fault(kind, code, (*path, name), "名称的长短", sentence)


def _option_faults(reading: Reading, kind: str, code: str, entry: Any) -> Iterator[Fault]:
    """A choice has options, each once; nothing else has any."""
    for path, part in parts(entry):
        if not isinstance(part, Question | FieldSpec):
            continue
        values = [option.value for option in part.options]
        where = (*path, "options")
        if (part.kind in ("choice", "multi")) != bool(values):
            yield reading.fault(kind, code, where, "选项", f"{part.code} 的类型是 {part.kind}，选项与类型不符")
        for value in sorted({value for value in values if values.count(value) > 1}):
            yield reading.fault(kind, code, where, "编码不重复", f"{part.code} 的选项 {value} 写了两次")


def _item_faults(reading: Reading, code: str, item: Item) -> Iterator[Fault]:
    if len(item.review_points) < LEAST_REVIEW_POINTS:
        sentence = f"审查要点至少{LEAST_REVIEW_POINTS}条，现在{len(item.review_points)}条"
        yield reading.fault("items", code, ("review_points",), "审查要点", sentence)
    for name, limits in (("statutory", item.statutory), ("promised", item.promised)):
        if limits and limits[-1].when != ALWAYS:
            yield reading.fault("items", code, (name,), "期限齐全", "最后一条期限不能带 when，否则有人没有期限")
    if item.extension and any(limit.term.unit is not item.extension.unit for limit in item.statutory):
        sentence = f"延长的期限（{item.extension}）须与法定期限单位相同"
        yield reading.fault("items", code, ("extension",), "延长期限", sentence)
    used = [use.material for use in item.materials]
    for place, use in enumerate(item.materials):
        if use.material in used[:place]:
            sentence = f"{use.material} 写了两次，同一份材料只要一次"
            yield reading.fault("items", code, ("materials", place), "材料不重复", sentence)


def _catch_all_faults(reading: Reading) -> Iterator[Fault]:
    named = [("materials", code, ("name",), each.name) for code, each in reading.entries["materials"].items()]
    wanted = [
        ("items", code, ("materials", place, "requirement"), use.requirement)
        for code, item in reading.entries["items"].items()
        for place, use in enumerate(item.materials)
    ]
    for kind, code, path, text in (*named, *wanted):
        if found := CATCH_ALL.search(text):
            sentence = f"“{found.group()}”是兜底条款，要写明是什么材料（优化营商环境条例 44）"
            yield reading.fault(kind, code, path, "没有兜底条款", sentence)


def _same_name_faults(reading: Reading) -> Iterator[Fault]:
    for kind in ("materials", "items", "industries"):
        seen: dict[str, str] = {}
        for code, entry in reading.entries[kind].items():
            if entry.name in seen:
                sentence = f"“{entry.name}”与 {seen[entry.name]} 同名，同一样东西只列一次"
                yield reading.fault(kind, code, ("name",), "材料不重复", sentence)
            seen.setdefault(entry.name, code)


def _same_material_faults(reading: Reading) -> Iterator[Fault]:
    """The same material demanded in two versions, such as 营业执照 and 营业执照副本复印件 (一套材料)."""
    seen: dict[str, str] = {}
    for code, material in reading.entries["materials"].items():
        bare = DRESS.sub("", material.name)
        other = seen.setdefault(bare, code)
        if other != code and reading.entries["materials"][other].name != material.name:
            sentence = f"“{material.name}”与 {other} 是同一份材料的两种写法，只列一份，要求写在各事项的 requirement 里"
            yield reading.fault("materials", code, ("name",), "材料不重复", sentence)


def _unused_faults(reading: Reading) -> Iterator[Fault]:
    items, industries = reading.entries["items"].values(), reading.entries["industries"].values()
    named = {
        "items": {use.item for industry in industries for use in industry.items},
        "materials": {use.material for item in items for use in item.materials},
        "fields": {use.field for item in items for use in item.fields}.union(*(i.shared_fields for i in industries)),
        "thresholds": _thresholds(reading),
    }
    for kind, used in named.items():
        for code in sorted(reading.entries[kind].keys() - used):
            yield reading.fault(kind, code, (), "没有闲置", f"{code} 没有任何地方用到，请删去")


def _thresholds(reading: Reading) -> set[str]:
    tests = [each for *_, entry in entries(reading) for _, rule in rules(entry) for _, each in inner_rules(rule)]
    return {bound for each in tests for bound in (each.at_least, each.less_than) if isinstance(bound, str)}
