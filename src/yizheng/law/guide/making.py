"""From an industry of the catalogue to its guide 办事指南: the same rows that the one-time notice is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from yizheng.law.citation import cited
from yizheng.law.guide.fields import sample_fields
from yizheng.law.guide.rule_words import either, when
from yizheng.law.guide.told import (
    Guide,
    GuideCondition,
    GuideItem,
    GuideMaterial,
    GuideOrgan,
    GuideUse,
    Place,
)
from yizheng.law.intake import UPLOADED
from yizheng.law.items import Catalogue, Industry, Item, Limit, MaterialUse
from yizheng.law.papers.kinds import KINDS
from yizheng.law.rules import Rule

TESTED_BY = {"document": "看材料", "on_site": "上门看", "data": "部门间核验", "commitment": "申请人承诺"}
HOW = {
    "applicant": "您交",
    "third_party": "第三方出具，您交",
    "sharing": "部门之间调取",
    "generated": "按您填的内容自动生成",
    "internal": "部门之间流转",
}
SUBJECTS = ("场所", "设备", "人员", "制度", "资金")


def guide_of(industry: Industry, catalogue: Catalogue) -> Guide:
    """The guide of an industry; what can never be needed there is left out."""
    return _Making(industry, catalogue).guide()


@dataclass(frozen=True, slots=True)
class _Needed:
    item: Item
    why: str
    when: str
    basis: tuple[str, ...]


class _Making:
    def __init__(self, industry: Industry, catalogue: Catalogue) -> None:
        self.industry, self.catalogue = industry, catalogue
        self.needed = tuple(self._needed())
        self.shorts = {each.item.code: each.item.short for each in self.needed}

    def guide(self) -> Guide:
        industry, zone = self.industry, self.catalogue.zone
        return Guide(
            code=industry.code,
            name=industry.name,
            everyday=industry.everyday,
            scope=industry.scope,
            zone=zone.name,
            version=self.catalogue.version,
            items=tuple(map(self._item, self.needed)),
            organs=tuple(self._organs()),
            place=Place(
                name=zone.hall,
                address=zone.hall_address,
                hours=zone.hall_hours,
                phone=zone.hall_phone,
                specialist=zone.specialist_phone,
                lead=self.catalogue.organs[industry.lead].name,
            ),
            conditions=tuple(self._conditions()),
            materials=tuple(self._materials()),
            fields=sample_fields(industry, self.catalogue),
            order=tuple(
                (self.shorts[each.first], self.shorts[each.then], each.kind, each.why)
                for each in industry.order
                if {each.first, each.then} <= self.shorts.keys()
            ),
            not_covered=tuple(
                (each.text, each.where, said)
                for each in industry.not_covered
                if (said := self.when(each.when)) is not None
            ),
            overall=str(industry.overall),
            sample=industry.confidence != "real",
        )

    def when(self, rule: Rule) -> str | None:
        return when(rule, self.industry, self.catalogue)

    def _needed(self) -> Iterable[_Needed]:
        """The items that somebody may need, each once, in the industry's order."""
        found: dict[str, list[tuple[str, str, tuple[str, ...]]]] = {}
        for use in self.industry.items:
            if (said := self.when(use.when)) is not None:
                found.setdefault(use.item, []).append((said, use.why, use.basis))
        for code, uses in found.items():
            item, basis = self.catalogue.items[code], (each for _, _, basis in uses for each in basis)
            yield _Needed(item, uses[0][1], either(tuple(said for said, _, _ in uses)), (*basis, *item.basis))

    def _item(self, needed: _Needed) -> GuideItem:
        item, organ = needed.item, self.catalogue.organs[needed.item.organ]
        return GuideItem(
            code=item.code,
            name=item.name,
            short=item.short,
            kind=KINDS[item.kind].what,
            organ=organ.name,
            section=next(each.name for each in organ.sections if each.code == item.section),
            phone=organ.phone,
            address=organ.address,
            hours=organ.hours,
            why=needed.why,
            when=needed.when,
            promise=self._promise(item.promised),
            promised=self._limits(item.promised),
            statutory=self._limits(item.statutory),
            visit=self._visit(item),
            hearing=item.hearing,
            commitment=self.when(item.committed),
            waits_for=tuple(
                (self.shorts[each.first], each.why)
                for each in self.industry.order
                if each.kind == "hard" and each.then == item.code and each.first in self.shorts
            ),
            certificate=item.certificate.name,
            validity=str(item.validity),
            basis=_cited(needed.basis),
            risks=item.refusal_risks,
            notes=item.notes,
            sample=item.confidence != "real" or any(each.confidence != "real" for each in item.promised),
        )

    def _limits(self, limits: Sequence[Limit]) -> tuple[str, ...]:
        """The limits that may apply here; the first that holds does."""
        said = [(limit, only) for limit in limits if (only := self.when(limit.when)) is not None]
        return tuple(f"{limit}（{only}）" if only else str(limit) for limit, only in said)

    def _promise(self, limits: Sequence[Limit]) -> str:
        possible = [limit for limit in limits if self.when(limit.when) is not None]
        longest = max(possible, key=lambda limit: limit.term.about)
        return f"最长{longest}" if len({limit.term for limit in possible}) > 1 else str(longest)

    def _visit(self, item: Item) -> str:
        only = self.when(item.onsite.when)
        if not item.onsite.needed or only is None:
            return "不上门"
        if item.onsite.after_grant:
            return "发证后抽查"
        return "有的要上门看" if only else "上门看一次"

    def _organs(self) -> Iterable[GuideOrgan]:
        for code in dict.fromkeys(each.item.organ for each in self.needed):
            organ = self.catalogue.organs[code]
            own = tuple(each.item.short for each in self.needed if each.item.organ == code)
            yield GuideOrgan(name=organ.name, phone=organ.phone, address=organ.address, hours=organ.hours, items=own)

    def _conditions(self) -> Iterable[GuideCondition]:
        found: dict[tuple[str, str], list[tuple[str, str, str, tuple[str, ...]]]] = {}
        for needed in self.needed:
            for each in needed.item.conditions:
                if (said := self.when(each.when)) is not None:
                    row = (needed.item.short, said, TESTED_BY[each.tested_by], each.basis)
                    found.setdefault((each.subject, each.text), []).append(row)
        for (subject, text), rows in sorted(found.items(), key=lambda entry: SUBJECTS.index(entry[0][0])):
            yield GuideCondition(
                subject=subject,
                text=text,
                items=tuple(dict.fromkeys(short for short, _, _, _ in rows)),
                when=either(tuple(said for _, said, _, _ in rows)),
                tested_by="、".join(dict.fromkeys(tested for _, _, tested, _ in rows)),
                basis=_cited(each for _, _, _, basis in rows for each in basis),
            )

    def _materials(self) -> Iterable[GuideMaterial]:
        found: dict[str, list[tuple[MaterialUse, GuideUse]]] = {}
        for needed in self.needed:
            for use in needed.item.materials:
                if (said := self.when(use.when)) is not None:
                    told = GuideUse(
                        item=needed.item.short, requirement=use.requirement, when=said, basis=_cited(use.basis)
                    )
                    found.setdefault(use.material, []).append((use, told))
        for code, uses in found.items():
            yield self._material(code, uses)

    def _material(self, code: str, uses: Sequence[tuple[MaterialUse, GuideUse]]) -> GuideMaterial:
        material = self.catalogue.materials[code]
        at_check = all(self.when(use.at_check) == "" for use, _ in uses)
        by_hand = material.source in UPLOADED
        return GuideMaterial(
            name=material.name,
            how="上门检查时看" if by_hand and at_check else HOW[material.source],
            by_hand=by_hand,
            third_party=material.source == "third_party",
            later=material.gap_allowed,
            help=material.help,
            example=material.example,
            mistakes=material.mistakes,
            validity=material.validity,
            accepts=material.accepts,
            uses=tuple(told for _, told in uses),
            sample=material.confidence != "real",
        )


def _cited(basis: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cited(each) for each in basis))
