"""The papers before examination: receipt, acceptance, supplement, non-acceptance, withdrawal (行政许可法 29–32)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from yizheng.law.citation import cited
from yizheng.law.items import ItemKind
from yizheng.law.papers.kinds import KINDS, by_article, likewise
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
    remedies_text,
    sheet_of,
)
from yizheng.law.papers.sheet import Sheet, Table

GROUNDS = (
    ("not_needed", "依法不需要取得行政许可"),
    ("wrong_organ", "依法不属于本机关职权范围"),
    ("not_supplied", "未按一次性补正告知书的要求补正"),
    ("other", "依法不予受理的其他情形"),
)
NOT_NEEDED, WRONG_ORGAN = "行政许可法 32(1)(1)", "行政许可法 32(1)(2)"
ALL_AT_ONCE, COMPLETE, NOT_SUPPLIED = "行政许可法 32(1)(4)", "行政许可法 32(1)(5)", "行政许可法 32(1)(4)(5)"

CITES = re.compile(r"第[一二三四五六七八九十百零〇\d]+条")
"""What a reason says that names an article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt(Paper):
    """收件凭证: what was handed in, when, to the second; it is not an acceptance (domain §5.2)."""

    KIND: ClassVar[str] = "receipt"
    TITLE: ClassVar[str] = "收件凭证"
    SERIES: ClassVar[str] = "综收"
    NAMES_A_DAY: ClassVar[bool] = True

    def sheet(self, head: Head) -> Sheet:
        return sheet_of(
            self,
            head,
            paragraphs=(
                f"你（单位）于{head.received_at}提交的「{head.industry}」行业综合许可申请材料已收到，清单如下。",
                "本凭证不代表受理。自收件之日起五个工作日内一次性告知是否需要补正；逾期未告知的，自收件之日起视为受理"
                f"（{cited(ALL_AT_ONCE)}）。{likewise(head.kinds)}",
            ),
            facts=(
                ("办件编号", head.case_number),
                ("查询码", head.query_code),
                ("收件时间", head.received_at),
                ("最迟答复受理日", day_due(head, head.acceptance_due)),
            ),
            tables=(
                Table(title="申请事项", head=("事项", "决定机关"), rows=head.items),
                Table(title="收到的材料", head=("材料", "份数"), rows=head.materials),
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance(Paper):
    """受理通知书: complete and in legal form (行政许可法 32(1)(5), domain §5.3)."""

    KIND: ClassVar[str] = "acceptance"
    TITLE: ClassVar[str] = "受理通知书"
    TITLES: ClassVar[Mapping[ItemKind, str]] = {"filing": "备案材料接收通知书"}
    SERIES: ClassVar[str] = "受"
    NAMES_A_DAY: ClassVar[bool] = True

    note: str = ask("备注", "text", required=False, max_length=500, help="可不填；会印在受理通知书上。")

    def sheet(self, head: Head) -> Sheet:
        words, why = KINDS[head.item_kind], by_article(head.item_kind, COMPLETE, head.item_basis)
        complete = f"{words.handed_in}齐全、符合法定形式，{why}，{words.will_accept}。"
        return _accepted(self, head, complete, self.note)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeemedAcceptance(Paper):
    """视为受理通知: nobody told in time, so the law accepts from the day of receipt (行政许可法 32(1)(4))."""

    KIND: ClassVar[str] = "deemed_acceptance"
    TITLE: ClassVar[str] = "视为受理通知书"
    TITLES: ClassVar[Mapping[ItemKind, str]] = {"filing": "备案材料视为接收通知书"}
    SERIES: ClassVar[str] = "受"
    NAMES_A_DAY: ClassVar[bool] = True

    def sheet(self, head: Head) -> Sheet:
        words, why = KINDS[head.item_kind], by_article(head.item_kind, ALL_AT_ONCE, head.item_basis)
        return _accepted(
            self,
            head,
            f"因未在规定期限内一次性告知需要补正的内容或者作出答复，{why}，"
            f"自收到{words.handed_in}之日（{chinese_date(head.accepted_on)}）起即为{words.accepted}。",
            "",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NonAcceptance(Paper):
    """不予受理决定书, with the right organ named where it is another's power (行政许可法 32(1)(1)(2), domain §5.4)."""

    KIND: ClassVar[str] = "non_acceptance"
    TITLE: ClassVar[str] = "不予受理决定书"
    TITLES: ClassVar[Mapping[ItemKind, str]] = {"filing": "不予接收备案材料告知书"}
    SERIES: ClassVar[str] = "不受"

    ground: str = ask("不予受理的情形", "choice", options=GROUNDS)
    right_organ: str = ask(
        "应当向哪个机关申请",
        "text",
        required=False,
        max_length=100,
        help="不属于本机关职权的，必须写明有权机关的全称。",
    )
    reasons: str = ask("理由", help="写给申请人看：事实是什么；属于其他情形的，必须写明依据的法律名称和条款。")

    def faults(self, facts: PaperFacts) -> tuple[Fault, ...]:
        own = super(NonAcceptance, self).faults(facts)
        if self.ground == "wrong_organ" and not self.right_organ.strip():
            sentence = "不属于本机关职权的，请写明「应当向哪个机关申请」（行政许可法第三十二条第一款第二项）。"
            own += (Fault("right_organ", sentence),)
        if self.ground == "not_supplied" and not facts.supplied:
            sentence = "尚未收到补正答复，不能以此不予受理；应当一次性告知补正（行政许可法第三十二条第一款第四项）。"
            own += (Fault("ground", sentence),)
        if self.ground == "other" and self.reasons.strip() and not CITES.search(self.reasons):
            sentence = "因其他情形不予受理的，请在「理由」中写明依据的法律名称和条款，例如《消防法》第十五条。"
            own += (Fault("reasons", sentence),)
        return own

    def sheet(self, head: Head) -> Sheet:
        right = f"请向{bare_of(self.right_organ)}申请。" if self.right_organ.strip() else ""
        return sheet_of(
            self,
            head,
            paragraphs=(
                f"你（单位）提出的「{head.item}」申请，{self._why(head)}，{KINDS[head.item_kind].will_not_accept}。{right}",
                f"理由：{ended(self.reasons)}",
            ),
            facts=_dates(head),
            remedies=remedies_text(head.remedies, self.title(head.item_kind)),
        )

    def _why(self, head: Head) -> str:
        """The ground with its article; for another ground the reasons cite it."""
        if self.ground == "not_needed":
            return f"{KINDS[head.item_kind].not_needed}，{by_article(head.item_kind, NOT_NEEDED)}"
        articles = {"wrong_organ": WRONG_ORGAN, "not_supplied": NOT_SUPPLIED}
        if self.ground in articles:
            return f"{dict(GROUNDS)[self.ground]}，{by_article(head.item_kind, articles[self.ground])}"
        return "因下列理由"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One point of a supplement notice: what is doubted for which item, and how to put it right (domain §5.5)."""

    item: str
    target: str
    label: str
    problem: str
    remedy: str
    asked_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplementNotice(Paper):
    """补正告知书: one for the case, every organ's points, once (行政许可法 32(1)(4), domain §5.5)."""

    KIND: ClassVar[str] = "supplement"
    TITLE: ClassVar[str] = "一次性补正告知书"
    SERIES: ClassVar[str] = "补"

    points: tuple[Point, ...] = field(default=())
    hand_in: str = ask(
        "提交方式", "text", max_length=200, default="网上登录本办件提交，或到政务服务大厅「一业一证」窗口提交"
    )
    due: str = ask("补正期限", "text", max_length=100, default="无法定期限，请尽快补正")

    def faults(self, facts: PaperFacts) -> tuple[Fault, ...]:
        own = super(SupplementNotice, self).faults(facts)
        if not self.points:
            own += (Fault("points", "补正告知书至少要有一条补正内容。"),)
        for number, point in enumerate(self.points, start=1):
            if not point.problem.strip() or not point.remedy.strip():
                own += (Fault("points", f"第{number}条「{point.label}」请写清问题和怎样改。"),)
            if facts.targets and point.target not in facts.targets:
                own += (Fault("points", f"第{number}条「{point.label}」不在一次告知的材料和信息之内，不能要求补正。"),)
        return own

    def sheet(self, head: Head) -> Sheet:
        return sheet_of(
            self,
            head,
            paragraphs=(
                f"你（单位）于{head.received_at}提交的「{head.industry}」行业综合许可申请，下列内容需要补正，"
                f"现依据{cited(ALL_AT_ONCE)}一次性告知。{likewise(head.kinds)}",
                f"补正后只核对下列内容，不再提出新的要求；按要求全部补正的，应当受理（{cited(COMPLETE)}）。",
            ),
            facts=(*_dates(head), ("提交方式", self.hand_in), ("补正期限", self.due)),
            tables=(
                Table(
                    title="需要补正的内容",
                    head=("事项", "材料或信息", "问题", "怎样改", "提出机关"),
                    rows=tuple((p.item, p.label, p.problem, p.remedy, p.asked_by) for p in self.points),
                ),
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplementReply(Paper):
    """补正材料收件凭证: what the applicant handed in after the notice."""

    KIND: ClassVar[str] = "supplement_reply"
    TITLE: ClassVar[str] = "补正材料收件凭证"
    SERIES: ClassVar[str] = "综收"
    NAMES_A_DAY: ClassVar[bool] = True

    note: str = ask("补充说明", required=False, help="可不填；哪里改了，一句话说明即可。")

    def sheet(self, head: Head) -> Sheet:
        return sheet_of(
            self,
            head,
            paragraphs=(
                f"你（单位）按一次性补正告知书提交的补正内容已于{head.received_at}收到。",
                f"补充说明：{ended(self.note)}" if self.note.strip() else "",
                f"按要求全部补正的，应当受理（{cited(COMPLETE)}）。{likewise(head.kinds)}",
            ),
            facts=(
                *_dates(head),
                ("更正的信息", "、".join(head.corrected)),
                ("最迟答复受理日", day_due(head, head.acceptance_due)),
            ),
            tables=(Table(title="收到的材料", head=("材料", "份数"), rows=head.materials),),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal(Paper):
    """撤回申请确认书: the applicant takes an item back before it is decided (domain §7-6)."""

    KIND: ClassVar[str] = "withdrawal"
    TITLE: ClassVar[str] = "撤回申请确认书"
    SERIES: ClassVar[str] = "撤"

    reasons: str = ask("撤回原因", "text", required=False, help="可不填；撤回不影响信用，以后可以重新申请。")

    def sheet(self, head: Head) -> Sheet:
        return sheet_of(
            self,
            head,
            paragraphs=(
                f"根据你（单位）的申请，「{head.item}」的申请已撤回，办理程序终止。",
                f"撤回原因：{ended(self.reasons) or '申请人自愿撤回。'}撤回不作为不良信用记录，可重新提出申请。",
            ),
            facts=_dates(head),
        )


def _accepted(paper: Paper, head: Head, sentence: str, note: str) -> Sheet:
    return sheet_of(
        paper,
        head,
        paragraphs=(f"你（单位）提出的「{head.item}」申请，{sentence}", ended(note)),
        facts=(
            *_dates(head),
            (f"{KINDS[head.item_kind].accepted}日期", chinese_date(head.accepted_on)),
            ("法定办结时限", head.statutory),
            ("承诺办结时限", head.promised),
            ("承诺办结日", day_due(head, head.due_on)),
            ("法定最后办结日", day_due(head, head.statutory_due_on)),
            ("收费", "不收费"),
        ),
        notes=("可凭办件编号和查询码查询进度；对办理有意见可向决定机关或牵头部门反映。",),
    )


def _dates(head: Head) -> tuple[tuple[str, str], ...]:
    return (("办件编号", head.case_number), ("收件时间", head.received_at))
