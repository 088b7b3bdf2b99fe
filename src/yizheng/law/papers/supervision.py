"""The papers of supervision after the grant: check, order to mend, letter, closure (青岛市优化营商环境条例 26, 27)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from yizheng.law.citation import cited
from yizheng.law.papers.paper import Fault, Head, Paper, PaperFacts, ask, chinese_date, ended
from yizheng.law.papers.permit import permit_sheet
from yizheng.law.papers.sheet import Sheet

MET, UNMET = "met", "unmet"
RESULTS = {MET: "与承诺一致，符合条件", UNMET: "与承诺不一致，不符合条件"}
WISHES = {
    "know": "知悉并及时同步",
    "change": "变更许可",
    "recall": "撤回许可",
    "revoke": "撤销许可",
    "cancel": "注销许可",
}
"""What a letter asks of the organ it goes to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostCheckRecord(Paper):
    """核查记录: whether what was committed to is met, found by two or more people (行政许可法 34; L-16)."""

    KIND: ClassVar[str] = "post_check"
    TITLE: ClassVar[str] = "核查记录"
    SERIES: ClassVar[str] = "核查"

    result: str = ask(
        "核查结果", "choice", options=((MET, "与承诺一致，符合条件"), (UNMET, "与承诺不一致，不符合条件"))
    )
    checkers: str = ask("核查人员", "text", max_length=120, help="两名以上工作人员，用顿号隔开。")
    found: str = ask("核查情况", help="写明哪一项、什么情况；不符合的要写明事实和证据。")

    def faults(self, facts: PaperFacts) -> tuple[Fault, ...]:
        own = super(PostCheckRecord, self).faults(facts)
        names = [each for each in self.checkers.replace("，", "、").replace(",", "、").split("、") if each.strip()]
        if len(names) == 1:
            own += (Fault("checkers", "核查应当由两名以上工作人员进行（行政许可法第三十四条）。"),)
        return own

    def sheet(self, head: Head) -> Sheet:
        return permit_sheet(
            self,
            head,
            f"对「{head.item}」（{head.permit_number}）进行核查，结果：{RESULTS[self.result]}。",
            ended(self.found),
            f"核查人员：{ended(self.checkers)}",
            licence=False,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RectificationOrder(Paper):
    """责令限期改正通知书: what to mend by when, and what follows if it is not (青岛市优化营商环境条例 26(2))."""

    KIND: ClassVar[str] = "rectification_order"
    TITLE: ClassVar[str] = "责令限期改正通知书"
    SERIES: ClassVar[str] = "责改"

    demands: str = ask("需要改正的内容", help="逐条写明改什么、改到什么程度。")
    mend_by: date | None = ask("改正期限", "date", default=None, help="给予合理的时间。")

    def faults(self, facts: PaperFacts) -> tuple[Fault, ...]:
        own = super(RectificationOrder, self).faults(facts)
        if self.mend_by is not None and self.mend_by <= facts.today:
            own += (Fault("mend_by", "改正期限应当在今天以后。"),)
        return own

    def sheet(self, head: Head) -> Sheet:
        return permit_sheet(
            self,
            head,
            f"经核查，「{head.item}」不符合承诺的条件，责令在{chinese_date(self.mend_by)}以前改正：",
            ended(self.demands),
            f"逾期不改正或者改正后仍不符合条件的，撤销许可，记入信用记录（{cited('青岛市优化营商环境条例 26(2)')}）。",
            licence=False,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter(Paper):
    """函告: one department tells another of a permit, and gets a receipt (青岛市优化营商环境条例 27)."""

    KIND: ClassVar[str] = "letter"
    TITLE: ClassVar[str] = "函告"
    SERIES: ClassVar[str] = "函"

    wish: str = ask("建议", "choice", options=tuple(WISHES.items()))
    matter: str = ask("事由", help="写明发现的情况、依据和证据。")
    to: str = ""
    attached: str = ""

    def sheet(self, head: Head) -> Sheet:
        return permit_sheet(
            self,
            head,
            f"{self.to}：" if self.to else "",
            f"关于{head.applicant}的「{head.item}」（{head.permit_number}）：{ended(self.matter)}",
            f"请{WISHES[self.wish]}；收到后请回执。",
            f"附件：{ended(self.attached)}" if self.attached else "",
            licence=False,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosureNote(Paper):
    """停业整顿通报书: noted beside the permit, which stays in force (行政处罚法 9)."""

    KIND: ClassVar[str] = "closure_note"
    TITLE: ClassVar[str] = "停业整顿通报书"
    SERIES: ClassVar[str] = "停整"

    decision: str = ask("行政处罚决定书文号", "text", max_length=80)
    until_on: date | None = ask("停业整顿到哪一天", "date", default=None)

    def sheet(self, head: Head) -> Sheet:
        return permit_sheet(
            self,
            head,
            f"依据{cited('行政处罚法 9')}，经{self.decision}决定，责令停业整顿至{chinese_date(self.until_on)}。",
            "许可继续有效；停业整顿期间不得营业。",
            licence=False,
        )
