"""Telling a case: what applicant, window and organs do, one command after another, each with its own key.

The keys make a second telling change nothing: a start that was broken off is taken up where it ended.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from graphlib import TopologicalSorter
from typing import Any
from uuid import UUID, uuid4

from yizheng.cases.commands import (
    Move,
    add_point,
    file_case,
    hand_in,
    issue_supplement,
    open_draft,
    settle_case,
    step,
    supply,
)
from yizheng.cases.file import CHINA
from yizheng.cases.uploads import Kept
from yizheng.demo.materials import handed_in
from yizheng.demo.people import Staff
from yizheng.demo.shops import Shop, shop
from yizheng.law.authority import Who
from yizheng.law.calendar import Calendar
from yizheng.law.citation import cited
from yizheng.law.items import Catalogue
from yizheng.law.papers import (
    Acceptance,
    Check,
    Grant,
    NonAcceptance,
    Refusal,
    Return,
    ReviewOpinion,
    Revocation,
    SupplementReply,
    Withdrawal,
)
from yizheng.law.rules import judge
from yizheng.law.words import Verb
from yizheng.ledger.command import Answer
from yizheng.licences.commands import revoke
from yizheng.licences.queries import permits_of

KEY = "demo"
OPENING, STRIDE = 9 * 60 + 5, 23
"""Minutes: when a day's work begins, and from one deed to the next."""


@dataclass(frozen=True)
class City:
    """What every case of the demo has in common."""

    catalogue: Catalogue
    catalogue_id: UUID
    calendar: Calendar
    staff: Staff
    today: date


@dataclass
class Teller:
    """One case of the demo; the moment of each deed is set by whoever keeps the order of all cases."""

    city: City
    place: int
    industry: str
    days_ago: int
    items_wanted: tuple[int, int] = (2, 99)
    at: datetime = field(default_factory=lambda: datetime.now(CHINA))
    case_id: UUID = field(default_factory=uuid4)
    deeds: int = 0
    shop: Shop = field(init=False)
    items: dict[str, UUID] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.start = self.city.calendar.nth_workday_before(self.city.today, self.days_ago)
        industry = self.city.catalogue.industries[self.industry]
        self.shop = shop(self.place, industry, self.city.catalogue, self.start, self.items_wanted)
        self._moments: dict[int, int] = {}

    # --- time ---------------------------------------------------------------------------------------------------

    def on(self, workday: int) -> datetime:
        """The next free moment of the n-th working day after the start."""
        day = self.city.calendar.nth_workday_after(self.start, workday) if workday else self.start
        taken = self._moments[workday] = self._moments.get(workday, -1) + 1
        minutes = OPENING + taken * STRIDE + self.place % STRIDE
        return datetime(day.year, day.month, day.day, tzinfo=CHINA) + timedelta(minutes=min(minutes, 23 * 60))

    def _key(self) -> str:
        self.deeds += 1
        return key_of(self.place, self.deeds)

    # --- the applicant, or the window for them -------------------------------------------------------------------

    @property
    def applicant(self) -> Who:
        """Whoever applies."""
        return Who(id="applicant", name="申请人", applies_for=str(self.case_id))

    def draft(self, *, by_window: bool = False, whole: bool = True) -> Answer:
        """Open a draft, filled in as a whole or only begun."""
        form = dict(self.shop.form) if whole else dict(list(self.shop.form.items())[:6])
        asked = [each.material for each in self.shop.assessment.materials if each.asked] if whole else []
        answer = open_draft(
            industry=self.industry,
            catalogue_id=self.city.catalogue_id,
            answers={code: list(said) if isinstance(said, tuple) else said for code, said in self.shop.answers.items()},
            who=self.city.staff.window[self.place % 2] if by_window else self.applicant,
            at=self.at,
            form=form,
            materials={material.code: handed_in(material, self.place) for material in asked},
            key=self._key(),
        )
        self.case_id = answer.case_id
        return answer

    def file(self, *, by_window: bool = False) -> Answer:
        """Draft and file."""
        self.draft(by_window=by_window)
        who = self.city.staff.window[self.place % 2] if by_window else self.applicant
        answer = file_case(self.case_id, who=who, at=self.at, key=self._key())
        self.items = {each["item"]: UUID(each["id"]) for each in answer.data["items"]}
        return answer

    def doubtful(self) -> tuple[str, str]:
        """An item and a material that it uses and that the applicant handed in."""
        asked = [each for each in self.shop.assessment.materials if each.asked]
        return next((use.item, each.material.code) for each in asked for use in reversed(each.uses))

    def hand_in(self, code: str) -> Answer:
        """A corrected file of a material."""
        files: list[Kept] = handed_in(self.city.catalogue.materials[code], self.place + 3)
        return hand_in(self.case_id, code, files, who=self.applicant, at=self.at, key=self._key())

    def supply(self, note: str) -> Answer:
        """Answer the supplement notice."""
        paper = SupplementReply(note=note)
        return supply(self.case_id, paper, corrections={}, who=self.applicant, at=self.at, key=self._key())

    def withdraw(self, *codes: str) -> Answer:
        """Take items back; all of them when none is named."""
        paper = Withdrawal(reasons="店铺另行选址，暂不办理。")
        moves = [Move(self.items[code], Verb.WITHDRAW, paper) for code in codes or self.items]
        return step(self.case_id, moves, who=self.applicant, at=self.at, key=self._key())

    # --- the window ----------------------------------------------------------------------------------------------

    @property
    def window(self) -> Who:
        """The specialist of the window who has this case."""
        return self.city.staff.window[self.place % 2]

    def accept(self, *codes: str) -> Answer:
        """Accept items; all of them when none is named."""
        moves = [Move(self.items[code], Verb.ACCEPT, Acceptance()) for code in codes or self.items]
        return step(self.case_id, moves, who=self.window, at=self.at, key=self._key())

    def not_accept(self, code: str) -> Answer:
        """Refuse acceptance, naming the right organ."""
        paper = NonAcceptance(
            ground="wrong_organ",
            right_organ="青岛市城阳区有关部门（经营场所所在地）",
            reasons="经实地核对，该经营场所位于高新区范围以外，不属于本机关职权（行政许可法第三十二条第一款第二项）。",
        )
        move = Move(self.items[code], Verb.NOT_ACCEPT, paper)
        return step(self.case_id, [move], who=self.window, at=self.at, key=self._key())

    def doubt(self, code: str, target: str, problem: str, remedy: str, *, by_organ: bool = False) -> Answer:
        """Note a point for the supplement notice."""
        return add_point(
            self.case_id,
            self.items[code],
            target=target,
            problem=problem,
            remedy=remedy,
            who=self.reviewer(code) if by_organ else self.window,
            at=self.at,
            key=self._key(),
        )

    def issue(self) -> Answer:
        """Issue the one supplement notice."""
        return issue_supplement(self.case_id, who=self.window, at=self.at, key=self._key())

    def lapse(self) -> Answer | None:
        """Nobody has acted: the law does."""
        return settle_case(self.case_id, at=self.at)

    # --- the organs ----------------------------------------------------------------------------------------------

    def reviewer(self, code: str) -> Who:
        """Who reviews this item."""
        item = self.city.catalogue.items[code]
        return self.city.staff.reviewer(item.organ, item.section, self.place)

    def decider(self, code: str) -> Who:
        """Who decides this item."""
        return self.city.staff.decider(self.city.catalogue.items[code].organ, self.place)

    def claim(self, code: str) -> Answer:
        """A reviewer claims the item."""
        return self._move(code, Move(self.items[code], Verb.CLAIM), self.reviewer(code))

    def review(self, code: str, proposal: str = "grant") -> Answer:
        """A reviewer answers every point and proposes."""
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
        return revoke(self.case_id, permit.id, paper, who=self.decider(code), at=self.at, key=self._key())

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

    def _move(self, code: str, move: Move, who: Who) -> Answer:
        return step(self.case_id, [move], who=who, at=self.at, key=self._key())

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


def key_of(place: int, deed: int) -> str:
    """The idempotency key of a deed: the same whenever the demo is told."""
    return f"{KEY}-{place:03d}-{deed:03d}"
