"""The papers of acceptance with a gap 容缺受理: accepted on a promise, decided when the gap is closed (domain §2.9)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from yizheng.law.citation import cited
from yizheng.law.items import ItemKind
from yizheng.law.papers.kinds import KINDS
from yizheng.law.papers.paper import (
    Fault,
    Head,
    Paper,
    PaperFacts,
    ask,
    chinese_date,
    day_due,
    ended,
    label_of,
    sheet_of,
)
from yizheng.law.papers.sheet import Sheet, Table

GAP = "青岛市优化营商环境条例 24"


@dataclass(frozen=True, slots=True, kw_only=True)
class GapPromise(Paper):
    """容缺受理承诺书: what the applicant hands in later, until when, and what follows otherwise (domain §5.6, L-69)."""

    KIND: ClassVar[str] = "gap_promise"
    TITLE: ClassVar[str] = "容缺受理承诺书"
    SERIES: ClassVar[str] = "容承"

    missing: tuple[tuple[str, str, str], ...] = field(default=())
    """The materials, each with the items that use it and the time that they leave."""
    signed_by: str = field(default="")
    on: date | None = field(default=None)

    def sheet(self, head: Head) -> Sheet:
        return sheet_of(
            self,
            head,
            paragraphs=(
                f"申请人选择容缺受理（{cited(GAP)}），承诺在下列时间内补交所列材料；"
                "也可以不选容缺受理，材料齐全后再提交。",
                "申请人承诺：除所列材料外，其他材料已经交齐；所填内容和材料真实，补交的材料符合要求。",
                "申请人知晓：补齐前可以审查，不作准予决定；逾期没有补齐的，终止审查或者根据已有材料作出决定，并书面告知。",
                f"承诺人：{self.signed_by}　{chinese_date(self.on)}",
            ),
            facts=(("办件编号", head.case_number), ("地点", head.place)),
            tables=(Table(title="承诺后补的材料", head=("材料", "用于", "补交期限"), rows=self.missing),),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class GapAcceptance(Paper):
    """容缺受理通知书: what is missing, until when, and what follows if it does not come (domain §5.6, L-67, L-69)."""

    KIND: ClassVar[str] = "gap_acceptance"
    TITLE: ClassVar[str] = "容缺受理通知书"
    TITLES: ClassVar[Mapping[ItemKind, str]] = {"filing": "备案材料容缺接收通知书"}
    SERIES: ClassVar[str] = "容受"
    NAMES_A_DAY: ClassVar[bool] = True

    missing: tuple[str, ...] = ask("容缺的材料", "several", among="gap")
    promised: bool = ask("申请人已签容缺受理承诺书", "bool", help="没有承诺的，按一般程序一次性告知补正。")

    def faults(self, facts: PaperFacts) -> tuple[Fault, ...]:
        own = super(GapAcceptance, self).faults(facts)
        left = [label for code, label in facts.among.get("gap", ()) if code not in self.missing]
        if self.missing and left:
            own += (Fault("missing", f"还没有交的都要列入：{'、'.join(left)}；现在就要交的，请一次性告知补正。"),)
        if not self.promised:
            own += (Fault("promised", "没有容缺受理承诺书的，不能容缺受理（青岛市优化营商环境条例第二十四条）。"),)
        return own

    def sheet(self, head: Head) -> Sheet:
        accepted = KINDS[head.item_kind].accepted
        return sheet_of(
            self,
            head,
            paragraphs=(
                f"你（单位）申请的「{head.item}」主要材料齐全，依据{cited(GAP)}"
                f"和你（单位）的承诺，先予{accepted}。下列材料请按期补交；补齐前可以审查，不作准予决定。",
                "逾期没有补齐的，终止办理或者根据已有材料作出决定，并书面告知。",
            ),
            facts=(
                ("办件编号", head.case_number),
                (f"{accepted}日期", chinese_date(head.accepted_on)),
                ("补交期限", day_due(head, head.gap_until)),
                ("法定办结时限", head.statutory),
            ),
            tables=(
                Table(title="容缺的材料", head=("材料",), rows=tuple((label_of(head, code),) for code in self.missing)),
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class GapReply(Paper):
    """容缺材料收件凭证: what was missing has come (domain §5.6)."""

    KIND: ClassVar[str] = "gap_reply"
    TITLE: ClassVar[str] = "容缺材料收件凭证"
    SERIES: ClassVar[str] = "综收"

    note: str = ask("说明", "text", required=False, max_length=300)

    def sheet(self, head: Head) -> Sheet:
        return sheet_of(
            self,
            head,
            paragraphs=(f"「{head.item}」容缺的材料已于{chinese_date(head.made_on)}收齐。{ended(self.note)}",),
            facts=(("办件编号", head.case_number),),
            tables=(Table(title="收到的材料", head=("材料", "份数"), rows=head.materials),),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Paper):
    """告知承诺书: the organ tells the conditions in full, the applicant promises them (domain §5.7; 消防法 15)."""

    KIND: ClassVar[str] = "commitment"
    TITLE: ClassVar[str] = "告知承诺书"
    SERIES: ClassVar[str] = "承"

    signed_by: str = field(default="")
    on: date | None = field(default=None)

    def sheet(self, head: Head) -> Sheet:
        return sheet_of(
            self,
            head,
            paragraphs=(
                f"申请「{head.item}」，申请人选择告知承诺方式。许可条件如下：",
                *(f"{place}．{ended(each)}" for place, each in enumerate(head.conditions, start=1)),
                "申请人承诺：已知晓全部条件并已经满足；所填内容和材料真实；接受核查；"
                "承诺不实的，接受限期改正、撤销许可和信用惩戒。也可以不选承诺，按一般程序办理。",
                f"承诺人：{self.signed_by}　{chinese_date(self.on)}",
            ),
            facts=(("办件编号", head.case_number), ("地点", head.place)),
        )
