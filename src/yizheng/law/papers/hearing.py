"""The papers of a hearing 听证: told or announced, asked for, called, held on record (行政许可法 46–48)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from typing import ClassVar

from yizheng.law.citation import cited
from yizheng.law.papers.paper import (
    Fault,
    Head,
    Paper,
    PaperFacts,
    ask,
    bare_of,
    chinese_date,
    day_due,
    ended,
    label_of,
    sheet_of,
)
from yizheng.law.papers.procedure import OUT_OF_COUNT, accepted, numbers, until_faults
from yizheng.law.papers.sheet import Sheet

HOUR = re.compile(r"([01]?[0-9]|2[0-3])[:：]([0-5][0-9])")


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingRight(Paper):
    """听证告知书: applicant and third parties may ask for a hearing in five days, free of charge (行政许可法 47)."""

    KIND: ClassVar[str] = "hearing_right"
    TITLE: ClassVar[str] = "听证告知书"
    SERIES: ClassVar[str] = "听告"
    NAMES_A_DAY: ClassVar[bool] = True

    interest: str = ask("涉及哪些重大利益关系", max_length=500, help="申请人和利害关系人都会看到。")
    parties: str = ask("利害关系人", "text", max_length=200, help="姓名或者名称，几个用顿号隔开。")

    def sheet(self, head: Head) -> Sheet:
        return sheet_of(
            self,
            head,
            paragraphs=(
                f"「{head.item}」直接涉及申请人与{bare_of(self.parties)}之间的重大利益关系：{ended(self.interest)}",
                "申请人、利害关系人有要求听证的权利。要求听证的，自被告知之日起五日内（按工作日计算，"
                f"最迟{day_due(head, head.hearing_until)}）提出；本机关自收到申请之日起二十日内组织听证，"
                f"不收取费用（{cited('行政许可法 47')}）。逾期没有提出的，本机关继续审查。",
            ),
            facts=numbers(head),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingAnnouncement(Paper):
    """听证公告: a hearing that the law wants, announced to the public; the time for it is told (行政许可法 45, 46)."""

    KIND: ClassVar[str] = "hearing_announcement"
    TITLE: ClassVar[str] = "听证公告"
    SERIES: ClassVar[str] = "听公"
    NAMES_A_DAY: ClassVar[bool] = True

    matter: str = ask("听证事项和依据", max_length=500, help="会向社会公开，不要写个人信息。")
    sign_up: str = ask("怎样报名参加", "text", max_length=300, help="电话、地址、报名截止时间；会公开。")
    until_on: date | None = ask("预计听证结束日", "date", help="自今天至这一天不计算在办理期限内；听证通知须提前七日。")

    def faults(self, facts: PaperFacts) -> tuple[Fault, ...]:
        return super(HearingAnnouncement, self).faults(facts) + until_faults(self.until_on, facts)

    def sheet(self, head: Head) -> Sheet:
        return sheet_of(
            self,
            head,
            paragraphs=(
                f"{head.organ}正在审查「{head.item}」（{head.industry}，{head.place}），"
                f"依据{cited('行政许可法 46')}举行听证，现予公告。",
                f"听证事项：{ended(self.matter)}",
                f"报名：{ended(self.sign_up)}举行听证的时间、地点另行通知，听证公开举行。",
                _out_of_count(head, self.until_on),
            ),
            facts=numbers(head),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingRequest(Paper):
    """听证申请书: the applicant or a third party asks for the hearing (行政许可法 47)."""

    KIND: ClassVar[str] = "hearing_request"
    TITLE: ClassVar[str] = "听证申请书"
    SERIES: ClassVar[str] = "听申"
    NAMES_A_DAY: ClassVar[bool] = True

    asked_by: str = ask(
        "谁申请听证", "text", max_length=80, default="申请人", help="利害关系人申请的，写姓名或者名称。"
    )
    reasons: str = ask("理由", required=False, max_length=500, help="可不填。")

    def sheet(self, head: Head) -> Sheet:
        return sheet_of(
            self,
            head,
            paragraphs=(
                f"{bare_of(self.asked_by)}就「{head.item}」要求听证。{ended(self.reasons)}",
                f"本机关最迟于{day_due(head, head.hearing_until)}组织听证，不收取费用（{cited('行政许可法 47')}）。",
            ),
            facts=numbers(head),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingWaived(Paper):
    """未申请听证记录: nobody asked in time, so that the review goes on without a hearing; internal (行政许可法 47)."""

    KIND: ClassVar[str] = "hearing_waived"
    TITLE: ClassVar[str] = "未申请听证记录"

    def sheet(self, head: Head) -> Sheet:
        return sheet_of(
            self,
            head,
            paragraphs=(f"「{head.item}」告知听证权利后五日内没有人要求听证，继续审查（{cited('行政许可法 47')}）。",),
            facts=accepted(head),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingCall(Paper):
    """听证通知书: when and where, seven days ahead, chaired by nobody who examined it (行政许可法 48(1)(1)(3))."""

    KIND: ClassVar[str] = "hearing_call"
    TITLE: ClassVar[str] = "听证通知书"
    SERIES: ClassVar[str] = "听通"
    NAMES_A_DAY: ClassVar[bool] = True

    set_on: date | None = ask("举行日期", "date", help="提前七日通知（按工作日计算）；依申请的，在收到申请后二十日内。")
    hour: str = ask("举行时间", "text", max_length=5, help="按二十四小时写，例如 09:30。")
    place: str = ask("举行地点", "text", max_length=120)
    chair: str = ask("主持人", "choice", among="chairs", help="不能是收件、受理或者审查本件的人。")

    def faults(self, facts: PaperFacts) -> tuple[Fault, ...]:
        own = super(HearingCall, self).faults(facts)
        if sentence := _set_fault(self.set_on, facts):
            own += (Fault("set_on", sentence),)
        if self.hour and self.at is None:
            own += (Fault("hour", "「举行时间」请按二十四小时写成 09:30 的样子。"),)
        return own

    @property
    def at(self) -> time | None:
        """The hour that was written; None for what is none."""
        found = HOUR.fullmatch(self.hour)
        return time(int(found.group(1)), int(found.group(2))) if found else None

    def sheet(self, head: Head) -> Sheet:
        return sheet_of(
            self,
            head,
            paragraphs=(
                f"「{head.item}」的听证定于{chinese_date(self.set_on)}{self.hour}在{bare_of(self.place)}"
                f"公开举行，请申请人、利害关系人参加（{cited('行政许可法 48')}）。",
                f"主持人：{label_of(head, self.chair)}。认为主持人与本事项有直接利害关系的，有权申请回避。",
                "可以申辩、质证，提交证据；无正当理由不到场的，不影响听证进行。",
                _out_of_count(head, self.set_on),
            ),
            facts=numbers(head),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingRecord(Paper):
    """听证笔录: what was said, signed by those present; the decision rests on it (行政许可法 48(1)(5), 48(2))."""

    KIND: ClassVar[str] = "hearing_record"
    TITLE: ClassVar[str] = "听证笔录"
    SERIES: ClassVar[str] = "听笔"
    NAMES_A_DAY: ClassVar[bool] = True

    held_on: date | None = ask("举行日期", "date")
    present: str = ask(
        "到场的人", max_length=500, help="申请人、利害关系人、审查人员、其他参加人；谁没有到场、为什么。"
    )
    said: str = ask("陈述、申辩和质证", max_length=5000)
    found: str = ask("听证查明的事实和主持人的意见", help="决定应当根据听证笔录作出。")
    signed: bool = ask("参加人已核对无误并签字或者盖章", "bool", help="拒绝签字的，在上面写明，并由主持人注明。")

    def faults(self, facts: PaperFacts) -> tuple[Fault, ...]:
        own = super(HearingRecord, self).faults(facts)
        if self.held_on is not None and not (facts.hearing_set_on or self.held_on) <= self.held_on <= facts.today:
            day = chinese_date(facts.hearing_set_on)
            own += (Fault("held_on", f"听证通知的日期是{day}，举行日期不能早于它，也不能晚于今天。"),)
        if not self.signed:
            own += (Fault("signed", "听证笔录应当交参加人确认无误后签字或者盖章（行政许可法第四十八条）。"),)
        return own

    def sheet(self, head: Head) -> Sheet:
        return sheet_of(
            self,
            head,
            paragraphs=(
                f"「{head.item}」的听证于{chinese_date(self.held_on)}公开举行。到场：{ended(self.present)}",
                f"陈述、申辩和质证：{ended(self.said)}",
                f"查明的事实和主持人的意见：{ended(self.found)}",
                "本笔录已交听证参加人确认无误并签字或者盖章。",
                f"本机关根据本笔录作出决定（{cited('行政许可法 48')}）；听证的时间到此为止，办理期限自次日起继续计算。",
            ),
            facts=numbers(head),
        )


def _set_fault(set_on: date | None, facts: PaperFacts) -> str:
    """Seven days ahead and within twenty; where both cannot be kept any more, on the first day that can be (47, 48)."""
    first, last = facts.hearing_from, facts.hearing_until
    if set_on is not None and first is not None and set_on < first:
        return (
            f"听证应当提前七日通知（行政许可法第四十八条，按工作日计算），今天通知的，最早{chinese_date(first)}举行。"
        )
    if set_on is not None and last is not None and set_on > max(first or last, last):
        if first is not None and first > last:
            return (
                f"二十日的组织期限到{chinese_date(last)}为止，已经赶不上（行政许可法第四十七条、第四十八条）："
                f"请定在提前七日通知后最早的一天，{chinese_date(first)}。"
            )
        return f"应当在收到听证申请后二十日内组织听证（行政许可法第四十七条），最迟{chinese_date(last)}。"
    return ""


def _out_of_count(head: Head, until_on: date | None) -> str:
    return (
        f"听证所需时间自{chinese_date(head.made_on)}起至{chinese_date(until_on)}止，不计算在办理期限内"
        f"（{cited(OUT_OF_COUNT)}）；超过这一天的，期限继续计算。"
    )
