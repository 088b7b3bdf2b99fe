"""The papers within an organ: who works on what, a second signature, an exception from the separation of duties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from yizheng.law.papers.paper import Fault, Head, Options, Paper, PaperFacts, ask, ended, label_of, sheet_of
from yizheng.law.papers.sheet import Sheet


def _in_house(paper: Paper, head: Head, *paragraphs: str) -> Sheet:
    return sheet_of(paper, head, paragraphs=paragraphs, facts=(("办件编号", head.case_number), ("事项", head.item)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment(Paper):
    """分派单: the decider gives an item to a reviewer; internal, without a document number."""

    KIND: ClassVar[str] = "assignment"
    TITLE: ClassVar[str] = "分派单"

    to: str = ask("分派给", "choice", among="reviewers")
    note: str = ask("说明", "text", required=False, max_length=300)

    def sheet(self, head: Head) -> Sheet:
        return _in_house(self, head, f"分派给{label_of(head, self.to)}审查。{ended(self.note)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer(Paper):
    """转办单: a reviewer hands an item to another one of the organ, with the reason; internal."""

    KIND: ClassVar[str] = "transfer"
    TITLE: ClassVar[str] = "转办单"

    to: str = ask("转给", "choice", among="reviewers")
    reasons: str = ask("转办原因", "text", max_length=300)

    def sheet(self, head: Head) -> Sheet:
        return _in_house(self, head, f"转给{label_of(head, self.to)}审查。原因：{ended(self.reasons)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cosignature(Paper):
    """会签意见: a second signature under an opinion; internal (domain §7-11)."""

    KIND: ClassVar[str] = "cosignature"
    TITLE: ClassVar[str] = "会签意见"

    agrees: str = ask("会签结论", "choice", options=(("yes", "同意审查意见"), ("no", "不同意审查意见")))
    words: str = ask("会签意见", help="不同意的写明哪一点；决定人须先退回重审。")

    def sheet(self, head: Head) -> Sheet:
        word = {"yes": "同意审查意见", "no": "不同意审查意见"}[self.agrees]
        return _in_house(self, head, f"{word}：{ended(self.words)}")


PAIRS: Options = (
    ("receive-review", "收件、受理的人员参加审查"),
    ("receive-decide", "收件、受理的人员作出决定"),
    ("review-decide", "审查的人员作出决定"),
)
"""What is kept apart: 受审分离, 审定分离 (高新区一业一证方案 四)."""
FOR_ONESELF = (
    "不能为自己批准例外，代理人也不能为被代理人批准：请由本机关其他负责人批准，没有的请换人办理"
    "（改革方案第四部分，受审分离）。"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeparationException(Paper):
    """受审分离例外审批单: the head of a small organ lets one person do two things, with the reason (domain §7-11)."""

    KIND: ClassVar[str] = "separation_exception"
    TITLE: ClassVar[str] = "受审分离例外审批单"

    person: str = ask("谁", "choice", among="staff")
    pair: str = ask("例外", "choice", options=PAIRS)
    reasons: str = ask("理由", help="为什么没有别人可以办，找过哪个科室的替补人员；会长期留存，供监督检查。")

    def faults(self, facts: PaperFacts) -> tuple[Fault, ...]:
        own = super(SeparationException, self).faults(facts)
        if self.person in facts.signers:
            own += (Fault("person", FOR_ONESELF),)
        return own

    def sheet(self, head: Head) -> Sheet:
        who = label_of(head, self.person)
        return _in_house(self, head, f"同意{who}在本件中例外：{dict(PAIRS)[self.pair]}。理由：{ended(self.reasons)}")
