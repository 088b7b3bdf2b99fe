"""The papers in the life of a permit after its grant (行政许可法 69, 70; domain §5.15)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from yizheng.law.papers.paper import Head, Paper, ask, remedies_text, sheet_of
from yizheng.law.papers.sheet import Sheet

REVOCATION_GROUNDS = (
    ("69-1-1", "工作人员滥用职权、玩忽职守作出准予决定（行政许可法第六十九条第一款第一项）"),
    ("69-1-2", "超越法定职权作出准予决定（行政许可法第六十九条第一款第二项）"),
    ("69-1-3", "违反法定程序作出准予决定（行政许可法第六十九条第一款第三项）"),
    ("69-1-4", "对不具备申请资格或者不符合法定条件的申请人准予许可（行政许可法第六十九条第一款第四项）"),
    ("69-2", "被许可人以欺骗、贿赂等不正当手段取得许可（行政许可法第六十九条第二款）"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Revocation(Paper):
    """撤销行政许可决定书 (行政许可法 69)."""

    KIND: ClassVar[str] = "revocation"
    TITLE: ClassVar[str] = "撤销行政许可决定书"
    SERIES: ClassVar[str] = "撤销"

    ground: str = ask("撤销的情形", "choice", options=REVOCATION_GROUNDS)
    found: str = ask("查明的事实", help="写明事实和证据；撤销前应当听取被许可人的陈述和申辩。")

    def sheet(self, head: Head) -> Sheet:
        return sheet_of(
            self,
            head,
            paragraphs=(
                f"经查，你（单位）取得的「{head.item}」（{head.permit_number}）：{self.found}",
                f"属于下列情形：{dict(REVOCATION_GROUNDS)[self.ground]}。决定撤销该行政许可。",
                "行业综合许可证所载该项许可信息即时调整，请持旧证免费换发新证。",
            ),
            facts=(("办件编号", head.case_number), ("证件编号", head.permit_number), ("地点", head.place)),
            remedies=remedies_text(head.remedies),
        )
