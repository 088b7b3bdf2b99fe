"""The papers about time: special procedures, extension, a missed decision and its explanation (行政许可法 42, 45)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from yizheng.law.citation import cited
from yizheng.law.papers.kinds import KINDS, by_article
from yizheng.law.papers.paper import (
    Fault,
    Head,
    Options,
    Paper,
    PaperFacts,
    ask,
    chinese_date,
    day_due,
    ended,
    remedies_text,
    sheet_of,
)
from yizheng.law.papers.sheet import Sheet

HEARING = "听证"
"""A hearing leaves time out, too; it is announced or called by papers of its own (``papers/hearing.py``)."""

PROCEDURES: Options = (
    ("tender", "招标"),
    ("auction", "拍卖"),
    ("inspection", "检验"),
    ("test", "检测"),
    ("quarantine", "检疫"),
    ("appraisal", "鉴定"),
    ("experts", "专家评审"),
)
"""The grounds that leave time out of the limit, and no others: a visit or a rectification is none (行政许可法 45)."""

OUT_OF_COUNT = "行政许可法 45"


def until_faults(until_on: date | None, facts: PaperFacts) -> tuple[Fault, ...]:
    """Time is left out only as told beforehand (行政许可法 45)."""
    if until_on is not None and until_on < facts.today:
        return (Fault("until_on", "「预计结束日」不能早于今天：所需时间应当事先书面告知（行政许可法第四十五条）。"),)
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialProcedure(Paper):
    """特别程序告知书: tells in writing how long it takes; only so is the time left out (行政许可法 45)."""

    KIND: ClassVar[str] = "special_procedure"
    TITLE: ClassVar[str] = "特别程序告知书"
    SERIES: ClassVar[str] = "特"
    NAMES_A_DAY: ClassVar[bool] = True

    procedure: str = ask(
        "特别程序",
        "choice",
        options=PROCEDURES,
        help="现场核查、整改不是特别程序，期限照常计算；听证用“公告听证”“通知听证”。",
    )
    why: str = ask("为什么需要", "text", max_length=300, help="写明哪一部法律、法规要求或者哪一点需要。")
    until_on: date | None = ask("预计结束日", "date", help="到这一天还没有结束的，期限继续计算，除非再次书面告知。")

    def faults(self, facts: PaperFacts) -> tuple[Fault, ...]:
        return super(SpecialProcedure, self).faults(facts) + until_faults(self.until_on, facts)

    @property
    def ground(self) -> str:
        """The procedure as the count names it."""
        return dict(PROCEDURES)[self.procedure]

    def sheet(self, head: Head) -> Sheet:
        return sheet_of(
            self,
            head,
            paragraphs=(
                f"你（单位）申请的「{head.item}」需要{self.ground}：{ended(self.why)}",
                f"所需时间自{chinese_date(head.made_on)}起至{chinese_date(self.until_on)}止，不计算在办理期限内"
                f"（{by_article(head.item_kind, OUT_OF_COUNT)}）；超过这一天的，期限继续计算。",
            ),
            facts=numbers(head),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureProlonged(Paper):
    """特别程序延时告知书: it takes longer than was told, and only what is told again is left out (行政许可法 45)."""

    KIND: ClassVar[str] = "procedure_prolonged"
    TITLE: ClassVar[str] = "特别程序延时告知书"
    SERIES: ClassVar[str] = "特"
    NAMES_A_DAY: ClassVar[bool] = True

    why: str = ask("为什么需要更多时间", "text", max_length=300)
    until_on: date | None = ask("新的预计结束日", "date")

    def faults(self, facts: PaperFacts) -> tuple[Fault, ...]:
        return super(ProcedureProlonged, self).faults(facts) + until_faults(self.until_on, facts)

    def sheet(self, head: Head) -> Sheet:
        return sheet_of(
            self,
            head,
            paragraphs=(
                f"你（单位）申请的「{head.item}」的特别程序需要更多时间：{ended(self.why)}",
                f"预计至{chinese_date(self.until_on)}结束。自本告知之日起的所需时间不计算在办理期限内；"
                f"原告知的时间届满至本告知之日的时间照常计算（{by_article(head.item_kind, OUT_OF_COUNT)}）。",
            ),
            facts=numbers(head),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureEnded(Paper):
    """特别程序结束告知书: what came out, and that the limit runs on (行政许可法 45)."""

    KIND: ClassVar[str] = "procedure_ended"
    TITLE: ClassVar[str] = "特别程序结束告知书"
    SERIES: ClassVar[str] = "特"
    NAMES_A_DAY: ClassVar[bool] = True

    result: str = ask("结果", help="检测、评审、听证的结论；申请人看得到。")

    def sheet(self, head: Head) -> Sheet:
        return sheet_of(
            self,
            head,
            paragraphs=(
                f"你（单位）申请的「{head.item}」的特别程序已经结束。结果：{ended(self.result)}",
                f"办理期限自次日起继续计算（{by_article(head.item_kind, OUT_OF_COUNT)}）。",
            ),
            facts=numbers(head),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension(Paper):
    """延长办理期限告知书: by the head of the organ, before the limit ends, with reasons (行政许可法 42(1))."""

    KIND: ClassVar[str] = "extension"
    TITLE: ClassVar[str] = "延长办理期限告知书"
    SERIES: ClassVar[str] = "延"
    NAMES_A_DAY: ClassVar[bool] = True

    reasons: str = ask("延长的理由", help="会告知申请人，写清楚为什么在法定期限内不能作出决定。")

    def sheet(self, head: Head) -> Sheet:
        return sheet_of(
            self,
            head,
            paragraphs=(
                f"你（单位）申请的「{head.item}」在法定期限内不能作出决定，理由：{ended(self.reasons)}",
                f"经本行政机关负责人批准，延长办理期限，至{day_due(head, head.statutory_due_on)}"
                f"（{by_article(head.item_kind, '行政许可法 42(1)')}）。",
            ),
            facts=numbers(head),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedDecision(Paper):
    """逾期未决定告知书: the limit passed without a decision, and what the applicant may do (行政复议法 23)."""

    KIND: ClassVar[str] = "missed_decision"
    TITLE: ClassVar[str] = "逾期未决定告知书"
    SERIES: ClassVar[str] = "逾"
    NAMES_A_DAY: ClassVar[bool] = True

    def sheet(self, head: Head) -> Sheet:
        return sheet_of(
            self,
            head,
            paragraphs=(
                f"你（单位）申请的「{head.item}」的法定办理期限已于{day_due(head, head.statutory_due_on)}届满，"
                f"{head.organ}没有作出决定。",
                missed_remedy(head.remedies.reconsideration if head.remedies else "有权的复议机关"),
                "期限届满不影响本机关继续办理；作出决定后仍会送达。",
            ),
            facts=numbers(head),
        )


def missed_remedy(reconsideration: str) -> str:
    """The right of whoever waits in vain: first reconsideration, then the court (行政复议法 23; domain L-47)."""
    return (
        f"认为行政机关未依法履行职责的，应当先向{reconsideration}申请行政复议；"
        f"对行政复议决定不服的，可以再依法向人民法院提起行政诉讼（{cited('行政复议法 23')}）。"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OverdueExplanation(Paper):
    """逾期说明: why what was promised in public was not kept, said in public, before the late decision or after it
    (优化营商环境条例 36).
    """

    KIND: ClassVar[str] = "overdue_explanation"
    TITLE: ClassVar[str] = "逾期说明"
    SERIES: ClassVar[str] = "逾说"
    NAMES_A_DAY: ClassVar[bool] = True

    reasons: str = ask("逾期的原因", max_length=500, help="会公开；不要写个人信息。")
    expected_on: date | None = ask("预计办结日", "date", required=False, help="已经办结的不填。")

    def faults(self, facts: PaperFacts) -> tuple[Fault, ...]:
        own = super(OverdueExplanation, self).faults(facts)
        if facts.decided_on is not None:
            said = self.expected_on is not None
            return own + ((Fault("expected_on", "已经办结，不再填写「预计办结日」。"),) if said else ())
        if self.expected_on is None:
            return (*own, Fault("expected_on", "请填写「预计办结日」。"))
        if self.expected_on < facts.today:
            own += (Fault("expected_on", "「预计办结日」不能早于今天。"),)
        return own

    def sheet(self, head: Head) -> Sheet:
        return sheet_of(
            self,
            head,
            paragraphs=(
                f"「{head.item}」没有在公开承诺的时限内办结，现依据{cited('优化营商环境条例 36')}公开说明原因。",
                f"原因：{ended(self.reasons)}{self._finished()}",
            ),
            facts=numbers(head),
        )

    def _finished(self) -> str:
        return f"预计{chinese_date(self.expected_on)}办结。" if self.expected_on else "现已办结。"


END_GROUNDS: Options = (
    ("not_needed", "法律、法规改变，本事项不再需要办理"),
    ("gone", "申请人死亡、丧失行为能力或者依法终止"),
    ("gap", "承诺补交的材料逾期没有补齐"),
    ("other", "其他依法应当终止审查的情形"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Termination(Paper):
    """终止审查决定书: there is nothing left to decide, and why (行政许可法 32(1)(1); domain §2.14, §7-5)."""

    KIND: ClassVar[str] = "termination"
    TITLE: ClassVar[str] = "终止审查决定书"
    SERIES: ClassVar[str] = "终"

    ground: str = ask("终止的情形", "choice", options=END_GROUNDS)
    reasons: str = ask("理由和依据", help="写明事实和法律依据；不再需要许可的，写明哪一部法律自何时起改变。")

    def faults(self, facts: PaperFacts) -> tuple[Fault, ...]:
        own = super(Termination, self).faults(facts)
        if self.ground == "gap" and not facts.gap_over:
            own += (Fault("ground", "容缺补交期限还没有届满，不能以此终止审查（青岛市优化营商环境条例第二十四条）。"),)
        return own

    def sheet(self, head: Head) -> Sheet:
        words = KINDS[head.item_kind]
        free = f"你（单位）从事该项经营，{words.not_needed}。" if self.ground == "not_needed" else ""
        return sheet_of(
            self,
            head,
            paragraphs=(
                f"你（单位）申请的「{head.item}」因{dict(END_GROUNDS)[self.ground]}，现终止审查。{free}",
                f"理由和依据：{ended(self.reasons)}",
            ),
            facts=accepted(head),
            remedies=remedies_text(head.remedies),
        )


def accepted(head: Head) -> tuple[tuple[str, str], ...]:
    """The case, and when it was accepted."""
    word = KINDS[head.item_kind].accepted
    return (("办件编号", head.case_number), (f"{word}日期", chinese_date(head.accepted_on)))


def numbers(head: Head) -> tuple[tuple[str, str], ...]:
    """The case, when it was accepted, and the last day of the statutory limit."""
    return (*accepted(head), ("法定期限届满日", day_due(head, head.statutory_due_on)))
