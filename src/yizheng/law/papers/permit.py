"""The revocation of a permit 撤销, and what all papers about a permit share (行政许可法 69, 79; domain §5.15)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from yizheng.law.articles import in_words
from yizheng.law.citation import cited
from yizheng.law.items import ItemKind
from yizheng.law.licence import LEAST_PERMITS, why_no_licence
from yizheng.law.papers.kinds import KINDS, by_article
from yizheng.law.papers.paper import Fault, Head, Paper, PaperFacts, ask, chinese_date, ended, remedies_text, sheet_of
from yizheng.law.papers.sheet import Sheet

FRAUD, BREACH = "69-2", "26-2"
"""The grounds on which the organ must revoke, and the holder is not protected: fraud, and a commitment not kept."""

GROUNDS = {
    "69-1-1": ("工作人员滥用职权、玩忽职守{made}", "行政许可法 69(1)(1)"),
    "69-1-2": ("超越法定职权{made}", "行政许可法 69(1)(2)"),
    "69-1-3": ("违反法定程序{made}", "行政许可法 69(1)(3)"),
    "69-1-4": ("对不具备申请资格或者不符合法定条件的申请人{made}", "行政许可法 69(1)(4)"),
    FRAUD: ("当事人以欺骗、贿赂等不正当手段取得{what}", "行政许可法 69(2)"),
    BREACH: ("未履行告知承诺，责令限期改正后仍未改正", "青岛市优化营商环境条例 26(2)"),
}
"""The grounds of revocation with their articles."""

REVOCATION_GROUNDS = tuple(
    (ground, f"{says.format(made='作出准予决定', what='许可')}（{in_words(article)}）")
    for ground, (says, article) in GROUNDS.items()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Revocation(Paper):
    """撤销行政许可决定书, with what follows for the holder and for the comprehensive licence (行政许可法 69, 79)."""

    KIND: ClassVar[str] = "revocation"
    TITLE: ClassVar[str] = "撤销行政许可决定书"
    TITLES: ClassVar[Mapping[ItemKind, str]] = {"filing": "撤销备案决定书", "registration": "撤销登记决定书"}
    SERIES: ClassVar[str] = "撤销"

    ground: str = ask("撤销的情形", "choice", options=REVOCATION_GROUNDS)
    found: str = ask("查明的事实", help="写明事实和证据；撤销前应当听取被许可人的陈述和申辩。")

    def faults(self, facts: PaperFacts) -> tuple[Fault, ...]:
        return super(Revocation, self).faults(facts) or ground_faults(self.ground, facts)

    @property
    def article(self) -> str:
        """The article of the ground."""
        return GROUNDS[self.ground][1]

    def sheet(self, head: Head) -> Sheet:
        words = KINDS[head.item_kind]
        return sheet_of(
            self,
            head,
            paragraphs=(
                f"关于你（单位）取得的「{head.item}」（{head.permit_number}）：{ended(self.found)}",
                self._decided(head),
                self._for_the_holder(head),
                f"本决定自{chinese_date(head.made_on)}起生效，该{words.what}自该日起不再有效。"
                f"请将{head.certificate}交回本机关，本机关依法办理注销手续。",
                for_the_licence(head),
            ),
            facts=(
                ("办件编号", head.case_number),
                (words.number, head.permit_number),
                ("地点", head.place),
                ("生效日期", chinese_date(head.made_on)),
            ),
            remedies=remedies_text(head.remedies),
        )

    def _decided(self, head: Head) -> str:
        words = KINDS[head.item_kind]
        says = GROUNDS[self.ground][0].format(made=words.made, what=words.what)
        must_be = self.ground in {FRAUD, BREACH}
        must = f"该{words.what}应当予以撤销，现决定撤销" if must_be else f"决定撤销该{words.what}"
        by = by_article(head.item_kind, self.article, head.item_basis)
        if self.ground == BREACH:
            by = f"依据{cited(self.article)}"
        return f"上述事实属于{says}的情形。{by}，{must}。"

    def _for_the_holder(self, head: Head) -> str:
        """Compensation where the organ is at fault; no protection and a bar after fraud (行政许可法 69(4), 79)."""
        permit = head.item_kind == "permit"
        if self.ground == BREACH:
            return f"未履行承诺的情况记入信用记录；信用修复以前不适用告知承诺（{cited(self.article)}）。"
        if self.ground != FRAUD:
            article = f"（{cited('行政许可法 69(4)')}）" if permit else ""
            return f"你（单位）的合法权益因撤销受到损害的，依法给予赔偿{article}。"
        if not permit:
            return "依法应当给予行政处罚的，由有权机关另行处理。"
        bar = "；自本决定生效之日起三年内不得再次申请该行政许可" if head.concerns_safety else ""
        return (
            f"你（单位）基于该行政许可取得的利益不受保护（{cited('行政许可法 69(4)')}）。"
            f"依法应当给予的行政处罚另行决定{bar}（{cited('行政许可法 79')}）。"
        )


def for_the_licence(head: Head) -> str:
    """What becomes of the comprehensive licence: a new version, or none any more (domain §1.6, §7-3)."""
    if not head.has_licence:
        return ""
    if head.permits_left >= LEAST_PERMITS:
        return "行业综合许可证所载该项信息即时调整，请持旧证免费换发新证。"
    return f"行业综合许可证自本决定生效之日起停止使用，请交回。{why_no_licence(head.permits_left)}"


def ground_faults(ground: str, facts: PaperFacts) -> tuple[Fault, ...]:
    """A ground that is not open to the permit as it stands now."""
    if not facts.grounds or ground in facts.grounds:
        return ()
    return (Fault("ground", "这项许可现在的情况不适用所选的情形，请重新选择。"),)


def permit_sheet(paper: Paper, head: Head, *paragraphs: str, remedies: bool = False, licence: bool = True) -> Sheet:
    """The sheet of a paper about a permit: which one, from when, and what becomes of the licence (domain §5.15)."""
    words = KINDS[head.item_kind]
    return sheet_of(
        paper,
        head,
        paragraphs=(*paragraphs, for_the_licence(head) if licence else ""),
        facts=(
            ("办件编号", head.case_number),
            ("事项", head.item),
            (words.number, head.permit_number),
            ("日期", chinese_date(head.made_on)),
        ),
        remedies=remedies_text(head.remedies, paper.title(head.item_kind)) if remedies else (),
    )
