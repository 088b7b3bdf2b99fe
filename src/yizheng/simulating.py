"""What ``yizheng simulate`` does: every industry tried, with a bar of progress, and what is wrong, by its answers."""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Callable
from contextlib import nullcontext
from typing import TextIO

from yizheng.catalogue.checks import text_faults
from yizheng.catalogue.checks.situations import in_words
from yizheng.catalogue.text.faults import CatalogueFaulty
from yizheng.catalogue.text.reading import Reading, read_folder
from yizheng.catalogue.trying.simulation import Simulated, asked_of, simulate
from yizheng.law.intake import Assessment
from yizheng.law.items import Catalogue

WIDE = 30
"""Characters of the bar."""

EVERY = 50
"""Combinations after which the bar is drawn anew."""

MOST_NAMED = 8
"""Items and materials named when one industry is asked for."""

Hear = Callable[[int, int, Assessment], None]


def run_simulation(asked: argparse.Namespace) -> int:
    """Simulate one industry or all; 1 when anything is wrong.

    Raises CatalogueFaulty for texts from which nothing can be worked out.
    """
    reading = read_folder(asked.folder)
    if faults := text_faults(reading):
        raise CatalogueFaulty(faults)
    catalogue = reading.catalogue()
    codes = [asked.industry] if asked.industry else sorted(catalogue.industries)
    if unknown := [code for code in codes if code not in catalogue.industries]:
        print(f"没有行业 {unknown[0]}，有：{'、'.join(sorted(catalogue.industries))}", file=sys.stderr)
        return 2
    with asked.csv.open("w", encoding="utf-8-sig", newline="") if asked.csv else nullcontext() as file:
        if file:
            csv.writer(file).writerow(["行业", "回答", "事项代码", "事项", "材料", "字段", "现场核查", "工作日"])
        found = [_simulated(reading, catalogue, code, file) for code in codes]
    if asked.industry:
        _name(found[0], catalogue)
    faults = [fault for each in found for fault in each.faults.values()]
    for fault in faults:
        print(f"{asked.folder / fault.file}:{fault.row}: {fault.rule}：{fault.sentence}")
    print(
        f"{len(faults)} 处不对 faults" if faults else f"{sum(each.tried for each in found)} 种回答，没有问题 no fault"
    )
    return 1 if faults else 0


def _simulated(reading: Reading, catalogue: Catalogue, code: str, file: TextIO | None) -> Simulated:
    writer = csv.writer(file) if file else None

    def hear(tried: int, of: int, assessment: Assessment) -> None:
        if writer:
            writer.writerow([code, in_words(assessment), " ".join(assessment.codes), *asked_of(assessment).values()])
        if sys.stderr.isatty() and (tried % EVERY == 0 or tried == of):
            _draw(code, tried, of)

    found = simulate(reading, catalogue, code, hear)
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    print(_line(found), flush=True)
    return found


def _draw(code: str, tried: int, of: int) -> None:
    done = WIDE * tried // of
    bar = "█" * done + "░" * (WIDE - done)
    print(f"\r\033[K{bar} {tried * 100 // of:>3}% {code} {tried:,}/{of:,}", end="", file=sys.stderr, flush=True)


def _line(found: Simulated) -> str:
    how = "全部试过" if found.every else f"成对试了 {found.tried:,} 种"
    spans = "，".join(f"{name} {low}–{high}" for name, (low, high) in found.spans.items())
    wrong = f"，{len(found.faults)} 处不对" if found.faults else ""
    return f"{found.industry.name} {found.industry.code}：{found.number:,} 种回答，{how}；{spans}{wrong}"


def _name(found: Simulated, catalogue: Catalogue) -> None:
    """Of how many each item and each material is asked, most first."""
    print(f"能申请的 {found.applying:,} 种，先被拦下、说明原因的 {found.stopped:,} 种；试过的回答里，要的多少：")
    items = {code: item.short for code, item in catalogue.items.items()}
    materials = {code: material.name for code, material in catalogue.materials.items()}
    for what, names, counted in (("事项", items, found.items), ("材料", materials, found.materials)):
        for code, number in counted.most_common(MOST_NAMED):
            print(f"  {what} {number * 100 // found.applying:>3}%  {names[code]}")
