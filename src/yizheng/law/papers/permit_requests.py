"""What the holder of a permit asks for and what the organ answers: change 变更, renewal 延续 (行政许可法 49, 50)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from yizheng.law.items import ItemKind
from yizheng.law.papers.kinds import KINDS, by_article
from yizheng.law.papers.paper import Fault, Head, Paper, PaperFacts, ask, chinese_date, ended
from yizheng.law.papers.permit import permit_sheet
from yizheng.law.papers.sheet import Sheet

FACTS = {"holder": "名称", "representative": "法定代表人（负责人）", "premises": "经营场所"}
"""The facts about its holder that a permit states, with the words on papers."""

Changes = tuple[tuple[str, str, str], ...]
"""What changes: the fact in words, what is stated now, what is asked for."""


def listed(changes: Iterable[tuple[str, str, str]]) -> str:
    """The changes in a sentence."""
    return "；".join(f"{fact}由“{before}”变更为“{after}”" for fact, before, after in changes)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeApplication(Paper):
    """变更申请收件凭证: one application, each organ answers for its own permit (行政许可法 49; domain §7-10)."""

    KIND: ClassVar[str] = "change_application"
    TITLE: ClassVar[str] = "变更申请收件凭证"
    SERIES: ClassVar[str] = "变收"

    holder: str = ask("新的名称", "text", required=False, max_length=120, help="没有变的不填；以新的营业执照为准。")
    representative: str = ask("新的法定代表人（负责人）", "text", required=False, max_length=60, help="没有变的不填。")
    premises: str = ask("新的经营场所", "text", required=False, max_length=200, help="没有变的不填；有的要重新申请。")
    changes: Changes = ()

    @property
    def asked_for(self) -> dict[str, str]:
        """The facts that are to be stated anew."""
        return {fact: value.strip() for fact in FACTS if (value := getattr(self, fact)).strip()}

    def faults(self, facts: PaperFacts) -> tuple[Fault, ...]:
        own = super(ChangeApplication, self).faults(facts)
        stated = dict(facts.stated)
        if not self.asked_for:
            own += (Fault("holder", "请至少填写一项变更后的内容。"),)
        for fact, value in self.asked_for.items():
            if stated.get(fact) == value:
                own += (Fault(fact, f"填写的{FACTS[fact]}和许可证上的一样，没有变的请不填。"),)
        return own

    def sheet(self, head: Head) -> Sheet:
        return permit_sheet(
            self,
            head,
            f"收到你（单位）提出的变更申请：{listed(self.changes)}。",
            "各机关分别决定；作出决定以前，原有许可继续有效，证件和扫码结果载明变更前后的内容。",
            licence=False,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewalApplication(Paper):
    """延续申请收件凭证: that renewal was asked for, and whether in time (行政许可法 50)."""

    KIND: ClassVar[str] = "renewal_application"
    TITLE: ClassVar[str] = "延续申请收件凭证"
    SERIES: ClassVar[str] = "延收"

    note: str = ask("经营条件有没有变化", required=False, max_length=500, help="没有变化的可以不填。")
    in_time: bool = True

    def sheet(self, head: Head) -> Sheet:
        until = chinese_date(head.valid_until)
        promise = (
            f"本机关在有效期届满（{until}）前作出决定；逾期未作决定的，视为准予延续"
            if self.in_time
            else f"申请已超过规定的期限，有效期届满（{until}）前没有作出决定的，不视为准予延续"
        )
        article = by_article(head.item_kind, "行政许可法 50(2)", head.item_basis)
        return permit_sheet(
            self,
            head,
            f"收到你（单位）对「{head.item}」（{head.permit_number}）提出的延续申请。",
            f"{promise}（{article}）。",
            f"申请人说明：{ended(self.note)}" if self.note.strip() else "",
            licence=False,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeDecision(Paper):
    """准予变更决定书, with what was and what is now stated (行政许可法 49)."""

    KIND: ClassVar[str] = "change_decision"
    TITLE: ClassVar[str] = "准予变更行政许可决定书"
    TITLES: ClassVar[Mapping[ItemKind, str]] = {"filing": "予以变更备案告知书", "registration": "准予变更登记决定书"}
    SERIES: ClassVar[str] = "准变"

    found: str = ask("查明的事实", default="经审查，变更后仍符合法定条件、标准。")
    changes: Changes = ()

    def sheet(self, head: Head) -> Sheet:
        by = by_article(head.item_kind, "行政许可法 49", head.item_basis)
        changed = f"{by}，准予变更：{listed(self.changes)}。证件编号、有效期不变。"
        return permit_sheet(self, head, ended(self.found), changed, remedies=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRefusal(Paper):
    """不予变更决定书: the permit keeps what it states (行政许可法 49, 38(2))."""

    KIND: ClassVar[str] = "change_refusal"
    TITLE: ClassVar[str] = "不予变更行政许可决定书"
    TITLES: ClassVar[Mapping[ItemKind, str]] = {"filing": "不予变更备案告知书", "registration": "不予变更登记决定书"}
    SERIES: ClassVar[str] = "不变"

    found: str = ask("查明的事实")
    reasons: str = ask("理由和依据", help="写明不符合哪一条规定。")
    changes: Changes = ()

    def sheet(self, head: Head) -> Sheet:
        return permit_sheet(
            self,
            head,
            ended(self.found),
            ended(self.reasons),
            f"{by_article(head.item_kind, '行政许可法 49', head.item_basis)}，不予变更（{listed(self.changes)}）。"
            "原有内容继续有效，证件和扫码结果仍载明变更前的内容。",
            remedies=True,
            licence=False,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewalDecision(Paper):
    """准予延续决定书, with the new term (行政许可法 50(2))."""

    KIND: ClassVar[str] = "renewal_decision"
    TITLE: ClassVar[str] = "准予延续行政许可决定书"
    TITLES: ClassVar[Mapping[ItemKind, str]] = {"filing": "予以延续备案告知书", "registration": "准予延续登记决定书"}
    SERIES: ClassVar[str] = "准延"

    found: str = ask("查明的事实", default="经审查，仍符合法定条件、标准。")

    def sheet(self, head: Head) -> Sheet:
        until = chinese_date(head.valid_until) or "长期"
        by = by_article(head.item_kind, "行政许可法 50(2)", head.item_basis)
        term = f"有效期自{chinese_date(head.valid_from)}至{until}"
        return permit_sheet(self, head, ended(self.found), f"{by}，准予延续，{term}。", remedies=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewalRefusal(Paper):
    """不予延续决定书: the permit ends with its term (行政许可法 50(2), 70(1))."""

    KIND: ClassVar[str] = "renewal_refusal"
    TITLE: ClassVar[str] = "不予延续行政许可决定书"
    TITLES: ClassVar[Mapping[ItemKind, str]] = {"filing": "不予延续备案告知书", "registration": "不予延续登记决定书"}
    SERIES: ClassVar[str] = "不延"

    found: str = ask("查明的事实")
    reasons: str = ask("理由和依据", help="写明不再符合哪一条规定。")

    def sheet(self, head: Head) -> Sheet:
        by = by_article(head.item_kind, "行政许可法 50(2)", head.item_basis)
        return permit_sheet(
            self,
            head,
            ended(self.found),
            ended(self.reasons),
            f"{by}，不予延续。{KINDS[head.item_kind].what}在有效期届满（{chinese_date(head.valid_until)}）后失效。",
            remedies=True,
            licence=False,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DeemedRenewal(Paper):
    """视为准予延续通知书: the law renews what was asked for in time and not decided (行政许可法 50(2))."""

    KIND: ClassVar[str] = "deemed_renewal"
    TITLE: ClassVar[str] = "视为准予延续通知书"
    SERIES: ClassVar[str] = "视延"

    def sheet(self, head: Head) -> Sheet:
        by = by_article(head.item_kind, "行政许可法 50(2)", head.item_basis)
        until = chinese_date(head.valid_until) or "长期"
        return permit_sheet(
            self,
            head,
            f"你（单位）按期提出「{head.item}」的延续申请，有效期届满前没有作出决定。{by}，视为准予延续。",
            f"有效期自{chinese_date(head.valid_from)}至{until}；本机关将补办延续手续，不影响继续经营。",
        )
