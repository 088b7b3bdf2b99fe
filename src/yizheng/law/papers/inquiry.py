"""The papers of inquiries 问询: an organ is asked for its opinion, third parties state theirs, somebody is urged."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
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
from yizheng.law.papers.sheet import Sheet

APPLICANT_AS_PARTY = "申请人"
"""How the applicant is called among those who may state their view."""


def _answer_day_faults(until_on: date | None, facts: PaperFacts) -> tuple[Fault, ...]:
    if until_on is not None and until_on < facts.today:
        return (Fault("until_on", "要求答复的日期不能早于今天。"),)
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionRequest(Paper):
    """征求意见函: another organ is asked within the case; the clock of the asking organ runs on (行政许可法 26(2))."""

    KIND: ClassVar[str] = "opinion_request"
    TITLE: ClassVar[str] = "征求意见函"
    SERIES: ClassVar[str] = "征"
    BETWEEN_ORGANS: ClassVar[bool] = True

    organ: str = ask("征求哪个机关", "choice", among="organs")
    question: str = ask("问题", help="对方只看到这个问题和办件的基本情况，请写完整。")
    until_on: date | None = ask("请在哪一天以前答复", "date", help="本机关的办理期限照常计算。")

    def faults(self, facts: PaperFacts) -> tuple[Fault, ...]:
        return super(OpinionRequest, self).faults(facts) + _answer_day_faults(self.until_on, facts)

    def sheet(self, head: Head) -> Sheet:
        sheet = _between(
            self,
            head,
            f"就「{head.item}」（{head.industry}，{head.place}）征求贵机关意见：{ended(self.question)}",
            f"请于{chinese_date(self.until_on)}前答复（{cited('行政许可法 26(2)')}）。",
        )
        return replace(sheet, addressee=label_of(head, self.organ))


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionReply(Paper):
    """复函: the asked organ answers; the deciding organ weighs it and decides itself (行政许可法 26(2))."""

    KIND: ClassVar[str] = "opinion_reply"
    TITLE: ClassVar[str] = "复函"
    SERIES: ClassVar[str] = "复"
    BETWEEN_ORGANS: ClassVar[bool] = True

    inquiry: str = ask("答复哪一件", "choice", among="opinions")
    answer: str = ask("意见", help="写明是否同意和依据；供实施机关参考，由实施机关决定。")

    def sheet(self, head: Head) -> Sheet:
        sheet = _between(
            self, head, f"就「{head.item}」征求意见（{label_of(head, self.inquiry)}）答复如下：{ended(self.answer)}"
        )
        return replace(sheet, addressee=head.organ_of_item)


@dataclass(frozen=True, slots=True, kw_only=True)
class DefenceNotice(Paper):
    """陈述申辩告知书: whom the permit touches may state their view before the decision (行政许可法 36)."""

    KIND: ClassVar[str] = "defence_notice"
    TITLE: ClassVar[str] = "陈述申辩告知书"
    SERIES: ClassVar[str] = "陈"
    NAMES_A_DAY: ClassVar[bool] = True

    party: str = ask(
        "告知谁", "text", max_length=80, help=f"利害关系人的姓名或者名称；告知申请人的，写“{APPLICANT_AS_PARTY}”。"
    )
    interest: str = ask("涉及的重大利益", max_length=500, help="这项许可直接关系对方的什么利益，拟怎样决定。")

    def sheet(self, head: Head) -> Sheet:
        party = bare_of(self.party)
        sheet = sheet_of(
            self,
            head,
            paragraphs=(
                f"本机关正在审查「{head.item}」（{head.place}）。该事项直接关系你（单位）的重大利益：{ended(self.interest)}",
                f"你（单位）有权陈述和申辩，请最迟于{day_due(head, head.hearing_until)}书面或者到窗口提出"
                f"（{cited('行政许可法 36')}）；逾期没有提出的，本机关依法继续办理。",
            ),
            facts=(("办件编号", head.case_number), ("陈述申辩最后一天", day_due(head, head.hearing_until))),
        )
        return sheet if party == APPLICANT_AS_PARTY else replace(sheet, addressee=party)


@dataclass(frozen=True, slots=True, kw_only=True)
class DefenceRecord(Paper):
    """陈述申辩记录: what somebody stated in their own cause; the organ must hear it (行政许可法 36)."""

    KIND: ClassVar[str] = "defence_record"
    TITLE: ClassVar[str] = "陈述申辩记录"
    SERIES: ClassVar[str] = "陈记"

    inquiry: str = ask("谁陈述", "choice", among="parties")
    words: str = ask("陈述和申辩的内容", max_length=5000)

    def sheet(self, head: Head) -> Sheet:
        return sheet_of(
            self,
            head,
            paragraphs=(
                f"{label_of(head, self.inquiry)}就「{head.item}」陈述申辩：{ended(self.words)}",
                f"本机关应当听取，并在决定中予以考虑（{cited('行政许可法 36')}）。",
            ),
            facts=(("办件编号", head.case_number),),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgingNote(Paper):
    """催办单: the window reminds the organ; internal (优化营商环境条例 36)."""

    KIND: ClassVar[str] = "urging_note"
    TITLE: ClassVar[str] = "催办单"

    words: str = ask("催办内容", max_length=500, help="哪一点要快，申请人怎么说。")

    def sheet(self, head: Head) -> Sheet:
        return _between(self, head, f"请抓紧办理「{head.item}」：{ended(self.words)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisionOrder(Paper):
    """督办单: the lead department asks the organ to account for the delay by a day (优化营商环境条例 36)."""

    KIND: ClassVar[str] = "supervision_order"
    TITLE: ClassVar[str] = "督办单"
    SERIES: ClassVar[str] = "督"
    BETWEEN_ORGANS: ClassVar[bool] = True

    words: str = ask("督办事项", max_length=500, help="哪里慢了、要求做到什么。")
    until_on: date | None = ask("请在哪一天以前答复", "date")

    def faults(self, facts: PaperFacts) -> tuple[Fault, ...]:
        return super(SupervisionOrder, self).faults(facts) + _answer_day_faults(self.until_on, facts)

    def sheet(self, head: Head) -> Sheet:
        sheet = _between(
            self,
            head,
            f"「{head.item}」：{ended(self.words)}",
            f"请于{chinese_date(self.until_on)}前书面答复（{cited('优化营商环境条例 36')}）。",
        )
        return replace(sheet, addressee=head.organ_of_item)


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisionReply(Paper):
    """督办答复: the organ answers who urged it: why, and what happens until when (优化营商环境条例 36)."""

    KIND: ClassVar[str] = "supervision_reply"
    TITLE: ClassVar[str] = "督办答复"
    SERIES: ClassVar[str] = "督复"
    BETWEEN_ORGANS: ClassVar[bool] = True

    inquiry: str = ask("答复哪一件", "choice", among="urgings")
    answer: str = ask("答复", max_length=500, help="原因，下一步做什么，什么时候办结。")

    def sheet(self, head: Head) -> Sheet:
        return _between(self, head, f"「{head.item}」（{label_of(head, self.inquiry)}）：{ended(self.answer)}")


def _between(paper: Paper, head: Head, *paragraphs: str) -> Sheet:
    return sheet_of(paper, head, paragraphs=paragraphs, facts=(("办件编号", head.case_number), ("事项", head.item)))
