"""The papers of a visit 现场核查: call, record, rectification told once, report, one re-check (行政许可法 34(3))."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from yizheng.law.citation import cited
from yizheng.law.papers.kinds import by_article
from yizheng.law.papers.paper import Fault, Head, Options, Paper, PaperFacts, ask, chinese_date, ended, sheet_of
from yizheng.law.papers.sheet import Sheet

LEAST_INSPECTORS = 2
"""How many people of the organ must be there (行政许可法 34(3))."""

FOUND: Options = (("passed", "合格"), ("rectify", "需要整改"), ("failed", "不合格"))


def _people(text: str) -> tuple[str, ...]:
    """The people named, one on a line."""
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


def _too_few(text: str) -> tuple[Fault, ...]:
    if len(_people(text)) >= LEAST_INSPECTORS:
        return ()
    return (Fault("inspectors", "现场核查应当指派两名以上工作人员（行政许可法第三十四条第三款），请每行写一人。"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitCall(Paper):
    """现场核查通知书: when somebody comes, and what to have ready (行政许可法 34(3), domain §5.8)."""

    KIND: ClassVar[str] = "visit_call"
    TITLE: ClassVar[str] = "现场核查通知书"
    SERIES: ClassVar[str] = "核"

    visit_on: date | None = ask("核查日期", "date")
    hours: str = ask("时段", "text", max_length=60, default="上午9:00—11:30")
    prepare: str = ask("请准备", "text", required=False, max_length=300, help="可不填；例如图纸、设备开机。")
    again: str = ask("再次核查的理由", "text", required=False, max_length=300, help="已核查过的，写明为什么还要再去。")

    def faults(self, facts: PaperFacts) -> tuple[Fault, ...]:
        own = super(VisitCall, self).faults(facts)
        if self.visit_on is not None and self.visit_on < facts.today:
            own += (Fault("visit_on", "「核查日期」不能早于今天。"),)
        if facts.visited and not self.again.strip():
            own += (Fault("again", "本事项已现场核查过，再去一次必须写明理由（改革方案三（四），一次核查）。"),)
        return own

    def sheet(self, head: Head) -> Sheet:
        return sheet_of(
            self,
            head,
            paragraphs=(
                f"为核实你（单位）申请的「{head.item}」，本机关将派两名以上工作人员到现场核查"
                f"（{by_article(head.item_kind, '行政许可法 34(3)')}）。现场核查不停止计算办理期限。",
                f"请准备：{ended(self.prepare)}" if self.prepare.strip() else "",
                "时间不方便的，请尽早与本机关联系改期。",
            ),
            facts=(
                ("办件编号", head.case_number),
                ("地点", head.place),
                ("时间", f"{chinese_date(self.visit_on)}　{self.hours}"),
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitRecord(Paper):
    """现场核查记录: who was there, what was found, for every point (行政许可法 34(3), domain §5.8)."""

    KIND: ClassVar[str] = "visit_record"
    TITLE: ClassVar[str] = "现场核查记录"
    SERIES: ClassVar[str] = "核"

    visited_on: date | None = ask("核查日期", "date")
    inspectors: str = ask("核查人员", help="每行一人：姓名和执法证号，至少两人。", max_length=500)
    found: str = ask("核查情况", help="逐项写看到的事实、测量的数值。")
    result: str = ask("结论", "choice", options=FOUND)
    said: str = ask("申请人的意见", "text", required=False, max_length=500, help="可不填；拒绝签字的写明。")

    def faults(self, facts: PaperFacts) -> tuple[Fault, ...]:
        own = super(VisitRecord, self).faults(facts) + _too_few(self.inspectors)
        if self.visited_on is not None and self.visited_on > facts.today:
            own += (Fault("visited_on", "「核查日期」不能晚于今天。"),)
        return own

    def sheet(self, head: Head) -> Sheet:
        return sheet_of(
            self,
            head,
            paragraphs=(
                f"核查情况：{ended(self.found)}",
                f"结论：{dict(FOUND)[self.result]}。",
                f"申请人的意见：{ended(self.said)}" if self.said.strip() else "",
            ),
            facts=_where(head, self.visited_on, self.inspectors),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rectification(Paper):
    """整改通知书: everything to be put right, told once, and until when (高新区一业一证方案 三(四), domain §5.8)."""

    KIND: ClassVar[str] = "rectification"
    TITLE: ClassVar[str] = "整改通知书"
    SERIES: ClassVar[str] = "整"

    findings: str = ask("需要整改的内容", help="逐条写：哪里不符合、依据哪一条、怎样改；以后不得再提新的问题。")
    until_on: date | None = ask("整改期限", "date", help="到这一天为止。")

    def faults(self, facts: PaperFacts) -> tuple[Fault, ...]:
        own = super(Rectification, self).faults(facts)
        if self.until_on is not None and self.until_on <= facts.today:
            own += (Fault("until_on", "「整改期限」要晚于今天，给申请人改的时间。"),)
        return own

    def sheet(self, head: Head) -> Sheet:
        counted = (
            f"整改时间不计入办理期限（{cited(head.pause_basis)}）。"
            if head.pause_basis
            else "整改期间办理期限照常计算。"
        )
        return sheet_of(
            self,
            head,
            paragraphs=(
                f"经现场核查，你（单位）申请的「{head.item}」有下列内容需要整改：",
                ended(self.findings),
                f"请在{chinese_date(self.until_on)}前改好并报告，本机关只复审一次，只看上面各条。{counted}",
                "逾期没有报告的，本机关根据查明的事实作出决定。",
            ),
            facts=(("办件编号", head.case_number), ("地点", head.place), ("整改期限", chinese_date(self.until_on))),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RectificationReport(Paper):
    """整改报告: the applicant says what was put right (高新区一业一证方案 三(四))."""

    KIND: ClassVar[str] = "rectification_report"
    TITLE: ClassVar[str] = "整改报告"
    SERIES: ClassVar[str] = "综收"

    done: str = ask("整改情况", help="逐条写改了什么。")

    def sheet(self, head: Head) -> Sheet:
        return sheet_of(
            self,
            head,
            paragraphs=(f"「{head.item}」的整改情况：{ended(self.done)}",),
            facts=(("办件编号", head.case_number), ("地点", head.place)),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Recheck(Paper):
    """整改复审意见: each finding met or not, by two people at least (高新区一业一证方案 三(四), domain §5.8)."""

    KIND: ClassVar[str] = "recheck"
    TITLE: ClassVar[str] = "整改复审意见"
    SERIES: ClassVar[str] = "整"

    visited_on: date | None = ask("复审日期", "date")
    inspectors: str = ask("复审人员", help="每行一人：姓名和执法证号，至少两人。", max_length=500)
    found: str = ask("复审情况", help="逐条写整改是否到位。")
    result: str = ask("结论", "choice", options=(("passed", "整改到位"), ("failed", "整改不到位")))

    def faults(self, facts: PaperFacts) -> tuple[Fault, ...]:
        own = super(Recheck, self).faults(facts) + _too_few(self.inspectors)
        if self.visited_on is not None and self.visited_on > facts.today:
            own += (Fault("visited_on", "「复审日期」不能晚于今天。"),)
        return own

    def sheet(self, head: Head) -> Sheet:
        word = {"passed": "整改到位", "failed": "整改不到位"}[self.result]
        return sheet_of(
            self,
            head,
            paragraphs=(f"复审情况：{ended(self.found)}", f"结论：{word}。"),
            facts=_where(head, self.visited_on, self.inspectors),
        )


def _where(head: Head, on: date | None, people: str) -> tuple[tuple[str, str], ...]:
    return (
        ("办件编号", head.case_number),
        ("事项", head.item),
        ("地点", head.place),
        ("日期", chinese_date(on)),
        ("人员", "；".join(_people(people))),
    )
