"""The papers after the decision: served with proof, and the index of what is archived (行政许可法 44; domain §5.14)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from yizheng.law.citation import cited
from yizheng.law.papers.paper import Fault, Head, Options, Paper, PaperFacts, ask, chinese_date, ended, sheet_of
from yizheng.law.papers.sheet import Sheet, Table

WAYS: Options = (
    ("window", "窗口领取"),
    ("direct", "直接送达"),
    ("post", "邮寄送达"),
    ("electronic", "电子送达"),
    ("left", "留置送达"),
    ("public", "公告送达"),
)
"""The ways of serving 送达方式."""
NEED_PROOF = frozenset({"post", "left", "public", "direct"})
"""Ways in which the receipt needs more than the recipient's word: postal number, witnesses, publication."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceReceipt(Paper):
    """送达回证: what was served to whom, how, with which proof; without it the ten days run on (domain §5.14)."""

    KIND: ClassVar[str] = "service_receipt"
    TITLE: ClassVar[str] = "送达回证"
    SERIES: ClassVar[str] = "送"

    way: str = ask("送达方式", "choice", options=WAYS, default="window")
    recipient: str = ask("签收人", "text", max_length=60)
    proof: str = ask(
        "凭据", "text", required=False, max_length=200, help="邮寄的写邮件号；留置的写见证人；公告的写刊登处。"
    )
    consent: bool = ask("收件人书面同意电子送达", "bool", required=False, help="电子送达必须事先同意。")

    def faults(self, facts: PaperFacts) -> tuple[Fault, ...]:
        own = super(ServiceReceipt, self).faults(facts)
        if self.way in NEED_PROOF and not self.proof.strip():
            own += (Fault("proof", "这种送达方式必须写明凭据，没有凭据的不算送达。"),)
        if self.way == "electronic" and not self.consent:
            own += (Fault("consent", "没有收件人同意的，不能电子送达；送达期限继续计算（行政许可法第四十四条）。"),)
        return own

    def sheet(self, head: Head) -> Sheet:
        return sheet_of(
            self,
            head,
            paragraphs=(f"「{head.item}」的下列文书已送达。{ended(self.proof)}",),
            facts=(
                ("办件编号", head.case_number),
                ("送达方式", dict(WAYS)[self.way]),
                ("签收人", self.recipient),
                ("同意电子送达", "是" if self.consent else ""),
            ),
            tables=(Table(title="送达的文书", head=("文书", "文号"), rows=head.items),),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryAttempt(Paper):
    """送达未成记录: in which way, when and why it did not reach the applicant; the ten days run on (domain C6)."""

    KIND: ClassVar[str] = "delivery_attempt"
    TITLE: ClassVar[str] = "送达未成记录"
    SERIES: ClassVar[str] = "送未"

    way: str = ask("送达方式", "choice", options=WAYS, default="post")
    tried_on: date | None = ask("哪一天送的", "date")
    why: str = ask("为什么没有送到", max_length=500, help="例如：无人在场，电话没有接通；邮件退回，写明邮件号。")

    def faults(self, facts: PaperFacts) -> tuple[Fault, ...]:
        own = super(DeliveryAttempt, self).faults(facts)
        if self.tried_on is not None and self.tried_on > facts.today:
            own += (Fault("tried_on", "「哪一天送的」不能晚于今天。"),)
        if self.tried_on is not None and facts.decided_on is not None and self.tried_on < facts.decided_on:
            own += (Fault("tried_on", "「哪一天送的」不能早于作出决定的那一天。"),)
        return own

    def sheet(self, head: Head) -> Sheet:
        return sheet_of(
            self,
            head,
            paragraphs=(
                f"「{head.item}」的决定于{chinese_date(self.tried_on)}以{dict(WAYS)[self.way]}方式送达，没有送到："
                f"{ended(self.why)}",
                f"没有送达回证的不算送达，送达期限继续计算（{cited('行政许可法 44')}）；领取、改地址请与本机关或者"
                f"{head.hall}联系。",
            ),
            facts=(("办件编号", head.case_number), ("送达方式", dict(WAYS)[self.way])),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveIndex(Paper):
    """归档清单: every paper of the item with its digest, so that nothing can be missing unseen (domain §5.17)."""

    KIND: ClassVar[str] = "archive_index"
    TITLE: ClassVar[str] = "归档清单"
    SERIES: ClassVar[str] = "档"

    place: str = ask("存放位置", "text", max_length=100, default="电子档案库", help="纸质件另写柜号。")

    def sheet(self, head: Head) -> Sheet:
        return sheet_of(
            self,
            head,
            paragraphs=(f"「{head.item}」办理终结，下列文书归档，存放于{self.place}。",),
            facts=(("办件编号", head.case_number),),
            tables=(Table(title="文书", head=("文书", "文号", "责任者", "日期", "摘要值"), rows=head.files),),
        )
