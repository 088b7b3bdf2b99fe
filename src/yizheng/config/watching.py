"""The watch on the command line: what is stuck or wrong, case by case, with what mends it."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from yizheng.cases.queries.watch import Finding
from yizheng.cases.queries.watch.finding import MENDABLE
from yizheng.config.running import prepare, say
from yizheng.jobs import mend_case
from yizheng.licences.watch import look_over


def watch(asked: argparse.Namespace) -> int:
    """Look at every open case, or at all; mend what can be worked out anew if asked. 1 while something is wrong."""
    prepare()
    at = timezone.now()
    found = _looked(at, all_of_them=asked.all)
    if asked.mend and (cases := {each.case_id for each in found if each.case_id and each.kind in MENDABLE}):
        mended = sum(mend_case(case_id, at) for case_id in sorted(cases))
        say(f"已补记或重新推算 {mended} 个办件 mended，再看一遍 …")
        found = _looked(at, all_of_them=asked.all)
    for each in found:
        say(_line(each), sys.stderr)
    say(f"{len(found)} 处不对 findings" if found else "没有卡住的办件，没有不符的记录 nothing is stuck or wrong")
    return 1 if found else 0


def _looked(at: datetime, *, all_of_them: bool) -> list[Finding]:
    found: list[Finding] = []
    cases = 0
    for looked_at, findings in look_over(at, all_of_them=all_of_them):
        cases += looked_at
        found += findings
        if looked_at:
            say(f"  已检查 {cases} 件 …")
    return found


def _line(finding: Finding) -> str:
    page = f"（{reverse('organ-item', args=[finding.item_id])}）" if finding.item_id else ""
    return f"✗ {finding.number} {finding.item}：{finding.sentence}\n  → {finding.mend}{page}"
