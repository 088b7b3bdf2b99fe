"""Telling a case at the hall: what applicant and window do, one command after another, each with its own key.

The keys make a second telling change nothing: a start that was broken off is taken up where it ended.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
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
from yizheng.law.items import Catalogue
from yizheng.law.papers import (
    Acceptance,
    NonAcceptance,
    SupplementReply,
    Withdrawal,
)
from yizheng.law.words import Verb
from yizheng.ledger.command import Answer

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
class Hall:
    """One case of the demo at applicant and window; whoever keeps the order of all sets the moments."""

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

    def _move(self, code: str, move: Move, who: Who) -> Answer:
        return step(self.case_id, [move], who=who, at=self.at, key=self._key())

    def reviewer(self, code: str) -> Who:
        """Who reviews this item."""
        item = self.city.catalogue.items[code]
        return self.city.staff.reviewer(item.organ, item.section, self.place)

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


def key_of(place: int, deed: int) -> str:
    """The idempotency key of a deed: the same whenever the demo is told."""
    return f"{KEY}-{place:03d}-{deed:03d}"
