"""How a permit ends or is suspended: 届满, 撤回, 吊销, 暂扣, 注销 (行政许可法 8, 70; 行政处罚法 9; domain §5.15)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from yizheng.law.articles import in_words
from yizheng.law.citation import cited
from yizheng.law.items import ItemKind
from yizheng.law.papers.kinds import KINDS, by_article
from yizheng.law.papers.paper import Fault, Head, Paper, PaperFacts, ask, chinese_date, ended
from yizheng.law.papers.permit import ground_faults, permit_sheet
from yizheng.law.papers.sheet import Sheet

RECALL_GROUNDS = {
    "law": "准予所依据的法律、法规、规章修改或者废止",
    "facts": "准予所依据的客观情况发生重大变化",
}
CANCEL_GROUNDS = {
    "70-1": ("有效期届满未延续", "行政许可法 70(1)"),
    "70-2": ("赋予公民特定资格，该公民死亡或者丧失行为能力", "行政许可法 70(2)"),
    "70-3": ("法人或者其他组织依法终止", "行政许可法 70(3)"),
    "70-4": ("依法被撤销、撤回或者吊销", "行政许可法 70(4)"),
    "70-5": ("因不可抗力无法实施", "行政许可法 70(5)"),
    "70-6": ("持证人申请注销", "行政许可法 70(6)"),
}
"""The grounds of cancellation with their articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expiry(Paper):
    """有效期届满告知书: the term is over and was not renewed (行政许可法 70(1))."""

    KIND: ClassVar[str] = "expiry"
    TITLE: ClassVar[str] = "有效期届满告知书"
    SERIES: ClassVar[str] = "届满"

    def sheet(self, head: Head) -> Sheet:
        by = by_article(head.item_kind, "行政许可法 70(1)", head.item_basis)
        return permit_sheet(
            self,
            head,
            f"「{head.item}」（{head.permit_number}）的有效期已于{chinese_date(head.valid_until)}届满，没有延续，自次日起失效。",
            f"{by}，本机关将办理注销手续；请停止相应的经营活动，交回{head.certificate}。需要继续经营的，请重新申请。",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall(Paper):
    """撤回行政许可决定书: the law or the circumstances changed; the loss is compensated (行政许可法 8(2))."""

    KIND: ClassVar[str] = "recall"
    TITLE: ClassVar[str] = "撤回行政许可决定书"
    TITLES: ClassVar[Mapping[ItemKind, str]] = {"filing": "撤回备案决定书", "registration": "撤回登记决定书"}
    SERIES: ClassVar[str] = "撤回"

    ground: str = ask("撤回的情形", "choice", options=tuple(RECALL_GROUNDS.items()))
    found: str = ask("查明的事实", help="写明事实、证据和公共利益的需要；撤回前应当听取持证人的意见。")
    compensation: str = ask("补偿", help="写明补偿的标准和办理方式。")

    @property
    def article(self) -> str:
        """The article of the ground."""
        return "行政许可法 8(2)"

    def sheet(self, head: Head) -> Sheet:
        what = KINDS[head.item_kind].what
        by = by_article(head.item_kind, self.article, head.item_basis)
        return permit_sheet(
            self,
            head,
            f"关于你（单位）取得的「{head.item}」（{head.permit_number}）：{ended(self.found)}",
            f"上述事实属于{RECALL_GROUNDS[self.ground]}的情形，为了公共利益的需要，{by}，决定撤回该{what}。",
            f"补偿：{ended(self.compensation)}",
            f"请将{head.certificate}交回本机关，本机关依法办理注销手续。",
            remedies=True,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspension(Paper):
    """暂扣许可证件通报书: a penalty of the supervising department, reported with its decision (行政处罚法 9)."""

    KIND: ClassVar[str] = "suspension"
    TITLE: ClassVar[str] = "暂扣许可证件通报书"
    SERIES: ClassVar[str] = "暂扣"

    decision: str = ask("行政处罚决定书文号", "text", max_length=80)
    found: str = ask("违法事实和处罚内容", help="写明暂扣的起止日期。")

    def sheet(self, head: Head) -> Sheet:
        return permit_sheet(
            self,
            head,
            f"依据{cited('行政处罚法 9')}，经{self.decision}决定，暂扣「{head.item}」（{head.permit_number}）。",
            ended(self.found),
            "暂扣期间不得从事该项许可的活动；不服行政处罚的，按行政处罚决定书告知的途径救济。",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Restoration(Paper):
    """解除暂扣通报书: the suspension has ended (行政处罚法 9)."""

    KIND: ClassVar[str] = "restoration"
    TITLE: ClassVar[str] = "解除暂扣通报书"
    SERIES: ClassVar[str] = "解扣"

    reasons: str = ask("解除暂扣的原因", help="例如暂扣期满；处罚决定被撤销。")

    def sheet(self, head: Head) -> Sheet:
        return permit_sheet(
            self, head, f"「{head.item}」（{head.permit_number}）自本日起解除暂扣，恢复使用。", ended(self.reasons)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Forfeiture(Paper):
    """吊销许可证件通报书: a penalty of the supervising department, reported with its decision (行政处罚法 9)."""

    KIND: ClassVar[str] = "forfeiture"
    TITLE: ClassVar[str] = "吊销许可证件通报书"
    SERIES: ClassVar[str] = "吊销"

    decision: str = ask("行政处罚决定书文号", "text", max_length=80)
    found: str = ask("违法事实和处罚内容")

    def sheet(self, head: Head) -> Sheet:
        return permit_sheet(
            self,
            head,
            f"依据{cited('行政处罚法 9')}，经{self.decision}决定，吊销「{head.item}」（{head.permit_number}）。",
            ended(self.found),
            f"请交回{head.certificate}，由决定机关办理注销手续；不服行政处罚的，按行政处罚决定书告知的途径救济。",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancellation(Paper):
    """注销行政许可决定书: the formality that follows the end, with a date of its own (行政许可法 70)."""

    KIND: ClassVar[str] = "cancellation"
    TITLE: ClassVar[str] = "注销行政许可决定书"
    TITLES: ClassVar[Mapping[ItemKind, str]] = {"filing": "注销备案决定书", "registration": "注销登记决定书"}
    SERIES: ClassVar[str] = "注销"

    ground: str = ask(
        "注销的情形",
        "choice",
        options=tuple((key, f"{says}（{in_words(article)}）") for key, (says, article) in CANCEL_GROUNDS.items()),
    )
    note: str = ask("说明", required=False, help="例如公告的方式；持证人申请的，写明申请日期。")

    def faults(self, facts: PaperFacts) -> tuple[Fault, ...]:
        return super(Cancellation, self).faults(facts) or ground_faults(self.ground, facts)

    @property
    def article(self) -> str:
        """The article of the ground."""
        return CANCEL_GROUNDS[self.ground][1]

    def sheet(self, head: Head) -> Sheet:
        says = CANCEL_GROUNDS[self.ground][0]
        by = by_article(head.item_kind, self.article, head.item_basis)
        return permit_sheet(
            self,
            head,
            f"「{head.item}」（{head.permit_number}）{says}，{by}，予以注销，注销日期为{chinese_date(head.made_on)}。",
            ended(self.note),
            remedies=True,
        )
