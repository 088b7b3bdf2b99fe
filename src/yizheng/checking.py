"""What ``yizheng check`` does: every fault of a folder of texts, and what will be one or is still open."""

from __future__ import annotations

import argparse

from yizheng.catalogue.checks import faults_of
from yizheng.catalogue.registry import open_questions, outdated
from yizheng.catalogue.text.reading import read_folder
from yizheng.tidying import untidy_files


def run_check(asked: argparse.Namespace) -> int:
    """Say every fault by file, row and rule; 1 when there is one."""
    reading = read_folder(asked.folder)
    faults = faults_of(reading)
    old = [] if faults else outdated(reading, asked.on)
    for each in (*faults, *old):
        print(f"{asked.folder / each.file}:{each.row}: {each.rule}：{each.sentence}")
    if old:
        print(f"{len(old)} 处依据已废止或者还没有施行，请尽快改引 to be renewed")
    if not faults and (waiting := open_questions(reading)):
        print(f"待核实 still open：{waiting}")
    if not faults and (odd := untidy_files(asked.folder, reading.catalogue())):
        print(odd)
    print(f"{len(faults)} 处不对 faults" if faults else f"{asked.folder} 没有问题，可以公布 fit to be published")
    return 1 if faults else 0
