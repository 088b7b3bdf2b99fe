"""Telling a case: what the organs do with it, after what applicant and window did in the hall."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from graphlib import TopologicalSorter
from typing import Any

from yizheng.cases.commands import Move
from yizheng.cases.file import day_of
from yizheng.demo.hall import City, Hall, key_of
from yizheng.law.authority import Who
from yizheng.law.citation import cited
from yizheng.law.papers import (
    Check,
    Extension,
    Grant,
    HearingAnnouncement,
    HearingCall,
    HearingRecord,
    HearingRight,
    Rectification,
    Refusal,
    Return,
    ReviewOpinion,
    Revocation,
    SpecialProcedure,
    VisitCall,
    VisitRecord,
)
from yizheng.law.rules import judge
from yizheng.law.words import Verb
from yizheng.ledger.command import Answer
from yizheng.licences.commands import act_on_permit
from yizheng.licences.queries import permits_of

__all__ = ["City", "Teller", "key_of"]


@dataclass
class Teller(Hall):
    """One case of the demo from the first question to the last paper."""

    visited: set[str] = field(default_factory=set)

    def decider(self, code: str) -> Who:
        """Who decides this item."""
        return self.city.staff.decider(self.city.catalogue.items[code].organ, self.place)

    def claim(self, code: str) -> Answer:
        """A reviewer claims the item."""
        return self._move(code, Move(self.items[code], Verb.CLAIM), self.reviewer(code))

    def call_visit(self, code: str) -> Answer:
        """A reviewer tells when somebody comes."""
        paper = VisitCall(visit_on=day_of(self.at), prepare="平面图、设备开机。")
        return self._move(code, Move(self.items[code], Verb.CALL_VISIT, paper), self.reviewer(code))

    def visit(self, code: str, result: str = "passed") -> Answer:
        """Two people have been there."""
        self.visited.add(code)
        paper = VisitRecord(
            visited_on=day_of(self.at),
            inspectors=f"{self.reviewer(code).name} 示例证号0001\n同行人员 示例证号0002",
            found="场所与平面图一致，设备齐全。" if result == "passed" else "清洗池没有标识，防蝇设施缺一处。",
            result=result,
        )
        return self._move(code, Move(self.items[code], Verb.VISIT, paper), self.reviewer(code))

    def look_first(self, code: str) -> None:
        """Where a visit is prescribed and nobody has been there, somebody goes."""
        visits = {each.item.code for each in self.shop.assessment.items if each.visit}
        if code in visits - self.visited:
            self.call_visit(code)
            self.visit(code)

    def rectify(self, code: str) -> Answer:
        """What has to be put right, told once."""
        until = self.city.calendar.nth_workday_after(day_of(self.at), 5)
        findings = "1．清洗池分类标识补齐（食品安全法第三十三条）。\n2．后门加装防蝇帘（食品安全法第三十三条）。"
        paper = Rectification(findings=findings, until_on=until)
        return self._move(code, Move(self.items[code], Verb.RECTIFY, paper), self.reviewer(code))

    def pause(self, code: str) -> Answer:
        """A test that the law wants; how long it takes is told in writing."""
        until = self.city.calendar.nth_workday_after(day_of(self.at), 6)
        paper = SpecialProcedure(procedure="test", why="对排水水质进行检测，由有资质的机构取样。", until_on=until)
        return self._move(code, Move(self.items[code], Verb.PAUSE, paper), self.reviewer(code))

    def extend(self, code: str) -> Answer:
        """The head of the organ extends the limit, with reasons."""
        paper = Extension(reasons="需要向生产厂家所在地机关函询核实，预计十个工作日内答复。")
        head = self.city.staff.heads[self.city.catalogue.items[code].organ]
        return self._move(code, Move(self.items[code], Verb.EXTEND, paper), head)

    def tell_of_hearing(self, code: str) -> Answer:
        """Neighbours have much at stake: they and the applicant may ask for a hearing."""
        paper = HearingRight(interest="厨房油烟管道紧邻住户窗户，营业到夜间。", parties="楼上住户三户")
        return self._move(code, Move(self.items[code], Verb.TELL_HEARING, paper), self.reviewer(code))

    def announce_hearing(self, code: str) -> Answer:
        """A hearing that the law wants, announced to the public."""
        paper = HearingAnnouncement(
            matter="设立歌舞娱乐场所，选址和边界噪声是否符合规定（娱乐场所管理条例第七条、第十条）。",
            sign_up="本公告之日起五个工作日内到文体部文化旅游科报名，电话0532-00000070。",
            until_on=self.city.calendar.nth_workday_after(day_of(self.at), 15),
        )
        return self._move(code, Move(self.items[code], Verb.ANNOUNCE_HEARING, paper), self.reviewer(code))

    def call_hearing(self, code: str, set_on: date) -> Answer:
        """When and where; the head of the organ, who has not examined it, chairs it."""
        chair = self.city.staff.heads[self.city.catalogue.items[code].organ]
        paper = HearingCall(set_on=set_on, hour="09:30", place="高新区政务服务大厅三楼听证室", chair=chair.id)
        return self._move(code, Move(self.items[code], Verb.CALL_HEARING, paper), self.reviewer(code))

    def hold_hearing(self, code: str) -> Answer:
        """Held and recorded by who chaired it."""
        paper = HearingRecord(
            held_on=day_of(self.at),
            present="申请人，报名参加的住户代表两人，审查人员，旁听三人。",
            said="住户代表担心夜间低频噪声；申请人出示隔声施工合同，承诺零点以前停止营业；审查人员说明现场核查情况。",
            found="场所不在条例禁止的地点，隔声已经施工；边界噪声以检测报告为准。",
            signed=True,
        )
        chair = self.city.staff.heads[self.city.catalogue.items[code].organ]
        return self._move(code, Move(self.items[code], Verb.HOLD_HEARING, paper), chair)

    def review(self, code: str, proposal: str = "grant") -> Answer:
        """A reviewer goes there where a visit is prescribed, answers every point and proposes."""
        self.look_first(code)
        good = proposal == "grant"
        first, *others = self._points(code)
        remark = "" if good else "现场与图纸不一致，未见所承诺的设施。"
        checks = (
            Check(code=first, passed=good, remark=remark),
            *(Check(code=point, passed=True) for point in others),
        )
        reasons = "材料齐全，经核对符合条件，建议准予。" if good else "第一项审查要点不符合，建议不予。"
        paper = ReviewOpinion(checks=checks, proposal=proposal, reasons=reasons)
        return self._move(code, Move(self.items[code], Verb.REVIEW, paper), self.reviewer(code))

    def send_back(self, code: str) -> Answer:
        """A decider sends the opinion back."""
        paper = Return(reasons="请补充核对现场照片的拍摄时间，再提出意见。")
        return self._move(code, Move(self.items[code], Verb.RETURN, paper), self.decider(code))

    def grant(self, code: str) -> Answer:
        """A decider grants the item."""
        paper = Grant(scope=self._scope(code))
        return self._move(code, Move(self.items[code], Verb.GRANT, paper), self.decider(code))

    def refuse(self, code: str) -> Answer:
        """A decider refuses the item, with reasons."""
        item = self.city.catalogue.items[code]
        paper = Refusal(
            found=f"现场核对，{item.conditions[0].text}这一条件没有满足。" if item.conditions else "条件没有满足。",
            reasons=f"不符合{cited(item.basis[0])}规定的条件。",
        )
        return self._move(code, Move(self.items[code], Verb.REFUSE, paper), self.decider(code))

    def revoke(self, code: str) -> Answer:
        """The organ that granted a permit revokes it."""
        permit = next(each for each in permits_of(self.case_id, self.at) if each.item == code)
        paper = Revocation(
            ground="69-2", found="经查，申请时提交的材料系伪造，属于以欺骗手段取得许可；已听取被许可人的陈述和申辩。"
        )
        return act_on_permit(self.case_id, permit.id, paper, who=self.decider(code), at=self.at, key=self._key())

    def in_order(self) -> tuple[str, ...]:
        """The items so that nothing comes before what it waits for."""
        sorter: TopologicalSorter[str] = TopologicalSorter({code: () for code in self.items})
        for order in self.city.catalogue.industries[self.industry].order:
            if order.kind == "hard" and {order.first, order.then} <= self.items.keys():
                sorter.add(order.then, order.first)
        return tuple(sorter.static_order())

    def quick(self) -> tuple[str, ...]:
        """The items that an organ decides at once: promised within two working days, waiting for nothing."""
        hard = {o.then for o in self.city.catalogue.industries[self.industry].order if o.kind == "hard"}
        promised = {each.item.code: each.promised.term.n for each in self.shop.assessment.items}
        return tuple(code for code in self.items if promised[code] <= 2 and code not in hard)

    def slow(self) -> tuple[str, ...]:
        """The others, so that nothing comes before what it waits for."""
        return tuple(code for code in self.in_order() if code not in self.quick())

    def _points(self, code: str) -> Iterator[str]:
        figures = self.city.catalogue.figures
        for point in self.city.catalogue.items[code].review_points:
            if judge(point.when, self.shop.answers, figures).holds:
                yield point.code

    def _scope(self, code: str) -> str:
        chosen = self.shop.form.get("food_items") if code.startswith("FOOD") else None
        labels: Mapping[str, Any] = {o.value: o.label for o in self.city.catalogue.fields["food_items"].options}
        if isinstance(chosen, Iterable) and not isinstance(chosen, str):
            return "、".join(str(labels[value]) for value in chosen)
        trade = self.shop.assessment.industry.name.partition("（")[0]
        return f"{trade}经营场所，{self.shop.form['premises_area']:g}平方米"
