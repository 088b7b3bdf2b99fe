"""The papers of examination and decision: opinion, return, grant, refusal (行政许可法 34–39)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from yizheng.law.citation import cited
from yizheng.law.items import ItemKind
from yizheng.law.papers.kinds import KINDS, sector
from yizheng.law.papers.paper import Fault, Head, Paper, PaperFacts, ask, chinese_date, ended, remedies_text, sheet_of
from yizheng.law.papers.sheet import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """The answer to one review point 审查要点."""

    code: str
    passed: bool
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewOpinion(Paper):
    """审查意见: every review point answered, and what is proposed; internal, without a document number."""

    KIND: ClassVar[str] = "review_opinion"
    TITLE: ClassVar[str] = "审查意见"

    checks: tuple[Check, ...] = ask("审查要点", "checks")
    proposal: str = ask("建议", "choice", options=(("grant", "建议准予"), ("refuse", "建议不予")))
    reasons: str = ask("意见", help="查明的事实和依据；建议不予的，写明哪一条不符合。")

    def faults(self, facts: PaperFacts) -> tuple[Fault, ...]:
        own = super(ReviewOpinion, self).faults(facts)
        answered = {check.code for check in self.checks}
        missing = [code for code in facts.required_points if code not in answered]
        if missing:
            own += (Fault("checks", f"还有{len(missing)}个审查要点没有结论，请逐条选择「符合」或「不符合」。"),)
        unknown = answered - set(facts.review_points) if facts.review_points else set()
        if unknown:
            own += (Fault("checks", "提交的审查要点不属于本事项。"),)
        silent = [check for check in self.checks if not check.passed and not check.remark.strip()]
        if silent:
            own += (Fault("checks", "审查要点「不符合」的，请写明事实。"),)
        if self.proposal == "grant" and any(not check.passed for check in self.checks):
            own += (Fault("proposal", "有审查要点不符合，不能建议准予。"),)
        return own

    def sheet(self, head: Head) -> Sheet:
        word = {"grant": "建议准予", "refuse": "建议不予"}[self.proposal]
        return sheet_of(
            self,
            head,
            paragraphs=(f"经审查「{head.item}」申请，{word}。", ended(self.reasons)),
            facts=(("办件编号", head.case_number),),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Return(Paper):
    """退回重审意见: the decider sends an opinion back to the reviewer; internal, without a document number."""

    KIND: ClassVar[str] = "return"
    TITLE: ClassVar[str] = "退回重审意见"

    reasons: str = ask("退回原因", help="写明哪一点还要查清；办理期限不因退回而停止。")

    def sheet(self, head: Head) -> Sheet:
        return sheet_of(self, head, paragraphs=(ended(self.reasons),), facts=(("办件编号", head.case_number),))


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant(Paper):
    """准予行政许可决定书; a filing or registration rests on its sector alone (行政许可法 38(1), domain §5.9)."""

    KIND: ClassVar[str] = "grant"
    TITLE: ClassVar[str] = "准予行政许可决定书"
    TITLES: ClassVar[Mapping[ItemKind, str]] = {"filing": "予以备案告知书", "registration": "准予登记决定书"}
    SERIES: ClassVar[str] = "准"
    SERIES_OF: ClassVar[Mapping[ItemKind, str]] = {"filing": "备", "registration": "登"}

    found: str = ask("查明的事实", default="经审查，申请人提交的材料齐全、真实，符合法定条件、标准。")
    scope: str = ask("许可范围", "text", max_length=300, help="例如经营项目、规模；会印在许可证上。")
    duties: str = ask("附加要求", required=False, help="可不填；例如营业前应当完成的事项。")
    ahead: tuple[str, ...] = ask(
        "受理在先、还没有决定的申请",
        "several",
        among="ahead",
        required=False,
        help="有数量限制的，按受理的先后决定（行政许可法第五十七条）。逐件核对：名额或布局足够，或者它不符合条件，再勾选。",
    )

    def faults(self, facts: PaperFacts) -> tuple[Fault, ...]:
        own = super(Grant, self).faults(facts)
        unseen = [number for number, _ in facts.among.get("ahead", ()) if number not in self.ahead]
        if unseen:
            own += (
                Fault("ahead", f"受理在先、还没有决定的有{len(unseen)}件没有核对，不能越过（行政许可法第五十七条）。"),
            )
        return own

    def sheet(self, head: Head) -> Sheet:
        words = KINDS[head.item_kind]
        until = chinese_date(head.valid_until) or "长期"
        return sheet_of(
            self,
            head,
            paragraphs=(
                _applied(head),
                _heard(head),
                ended(self.found),
                *head.law,
                f"依据{_granted_by(head)}，{words.granted}。",
                ended(self.duties),
                words.published,
            ),
            facts=(
                ("办件编号", head.case_number),
                (words.scope, self.scope),
                ("地点", head.place),
                (words.certificate, head.certificate),
                (words.number, head.permit_number),
                ("有效期", f"{chinese_date(head.valid_from)}至{until}"),
            ),
            remedies=remedies_text(head.remedies, self.title(head.item_kind)),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal(Paper):
    """不予行政许可决定书: the law demands reasons and remedies, for filings too (行政许可法 38(2), domain §5.10)."""

    KIND: ClassVar[str] = "refusal"
    TITLE: ClassVar[str] = "不予行政许可决定书"
    TITLES: ClassVar[Mapping[ItemKind, str]] = {"filing": "不予备案告知书", "registration": "不予登记决定书"}
    SERIES: ClassVar[str] = "不准"
    SERIES_OF: ClassVar[Mapping[ItemKind, str]] = {"filing": "不备", "registration": "不登"}

    found: str = ask("查明的事实", help="哪一项条件不符合，有什么证据。")
    reasons: str = ask("理由和依据", help="写明法律名称和条款；申请人据此可以申请复议或起诉。")
    false_material: bool = ask("申请材料虚假", "bool", required=False, help="许可事项依行政许可法第七十八条警告。")
    bars: bool = field(default=False)

    def sheet(self, head: Head) -> Sheet:
        return sheet_of(
            self,
            head,
            paragraphs=(
                _applied(head),
                _heard(head),
                f"经审查查明：{ended(self.found)}",
                f"理由和依据：{ended(self.reasons)}",
                *head.law,
                f"依据{_refused_by(head)}，{KINDS[head.item_kind].refused}。",
                self._warned(head) if self.false_material else "",
            ),
            facts=(("办件编号", head.case_number), ("地点", head.place)),
            remedies=remedies_text(head.remedies, self.title(head.item_kind)),
        )

    def _warned(self, head: Head) -> str:
        """The warning of 行政许可法 78 is for permits alone; a sector's own sanction is another act."""
        if head.item_kind != "permit":
            return "申请人提供虚假材料的，由有权机关依照有关法律、法规另行处理。"
        bar = "，一年内不得再次申请该行政许可" if self.bars else ""
        return f"申请人提供虚假材料，依据{cited('行政许可法 78')}给予警告{bar}。"


def _applied(head: Head) -> str:
    words, on = KINDS[head.item_kind], chinese_date(head.accepted_on)
    return f"你（单位）于{head.received_at}提出「{head.item}」申请，{words.handed_in}于{on}{words.accepted}。"


def _heard(head: Head) -> str:
    """A decision after a hearing rests on its record (行政许可法 48(2))."""
    law = f"（{cited('行政许可法 48')}）" if head.item_kind == "permit" else ""
    record = head.hearing_record
    return f"本机关依法举行了听证，本决定根据听证笔录（{record}）作出{law}。" if record else ""


def _granted_by(head: Head) -> str:
    own = sector(head.item_basis)
    return f"{cited('行政许可法 38(1)')}和{own}" if head.item_kind == "permit" else own


def _refused_by(head: Head) -> str:
    """The reasons name the condition that is not met; this is what the refusal itself rests on."""
    return cited("行政许可法 38(2)") if head.item_kind == "permit" else sector(head.item_basis)
