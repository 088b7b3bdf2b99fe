"""A careful clerk's card index: every permit of a licence on a card, and the licence, kept by hand in the plainest way.

Nothing here asks the rules of the house; where the two differ, one of them is wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from yizheng.law.authority import Who

DAY = timedelta(days=1)
RUN = {"in_force", "changing", "renewing", "deemed_renewed", "suspended"}
HOLD = RUN - {"suspended"}
OVER = {"expired", "recalled", "revoked", "forfeited"}

OF_THE_HOLDER = {"ask_change", "ask_renewal"}
OF_THE_ORGAN = {"change", "refuse_change", "renew", "refuse_renewal", "recall", "revoke", "cancel"}
OF_THE_SUPERVISOR = {"suspend", "restore", "forfeit", "halt", "post_check", "order", "propose"}
ENDS = {"recall": "recalled", "revoke": "revoked", "forfeit": "forfeited", "cancel": "cancelled"}
ON_THE_LICENCE = {"change", "renew", "deem", "expire", *ENDS}
"""What may change what is printed on the licence."""


@dataclass
class Card:
    """One permit: what it states, until when, what was asked for, how it was suspended, checked and ended."""

    item: str
    number: str
    organ: str
    section: str
    supervisor: str
    place: int
    from_on: date
    until_on: date | None
    years: int | None
    continues: bool
    treats: Mapping[str, str]
    """What a change of each fact asks of this permit."""
    states: dict[str, str]
    checking: str = ""
    ended: str = ""
    suspended: bool = False
    change: dict[str, str] = field(default_factory=dict)
    renewal: str = ""
    """"in_time" or "late", while nobody has decided it."""
    deemed: bool = False
    """The law has renewed it, and nobody has decided since."""

    @property
    def standing(self) -> str:
        """How it stands."""
        if self.ended or self.suspended:
            return self.ended or "suspended"
        if self.deemed:
            return "deemed_renewed"
        if self.renewal:
            return "renewing"
        return "changing" if self.change else "in_force"

    @property
    def runs(self) -> bool:
        """Whether the licence lists it."""
        return self.standing in RUN

    def lapses_on(self) -> date | None:
        """The day on which the calendar will do something to it."""
        return self.until_on + DAY if self.runs and self.until_on else None

    def lapse(self) -> str:
        """Let the calendar do it: the law renews what was asked for in time and not decided; all else expires."""
        assert self.until_on is not None
        if self.renewal == "in_time" and not self.deemed:
            self.from_on = self.until_on + DAY
            self.until_on, self.deemed = term(self.from_on, self.years), True
            return "deem"
        self.ended, self.suspended = "expired", False
        if self.deemed or not self.renewal:
            self.change, self.renewal, self.deemed = {}, "", False
        return "expire"


def term(from_on: date, years: int | None) -> date | None:
    """The last day of so many years."""
    if years is None:
        return None
    day = from_on + DAY if (from_on.month, from_on.day) == (2, 29) else from_on
    return day.replace(year=day.year + years) - DAY


@dataclass
class Index:
    """The cards of one licence, and how many versions it must have."""

    cards: dict[Any, Card] = field(default_factory=dict)
    versions: int = 0
    retired: bool = False
    says: dict[str, str] = field(default_factory=dict)
    """Name, representative, premises as the licence states them."""
    printed: Any = None

    def on(self, day: date) -> Index:
        """The index as it will be on a day by the calendar alone."""
        then = replace(self, cards={id_: replace(card) for id_, card in self.cards.items()}, says={**self.says})
        then.turn(day)
        return then

    def turn(self, day: date) -> None:
        """Let the calendar speak until a day, the earliest first."""
        while due := [each for each in self.cards.values() if (on := each.lapses_on()) and on <= day]:
            first = min(each.lapses_on() or day for each in due)
            for each in due:
                if each.lapses_on() == first:
                    each.lapse()
            self.follow("expire")

    def running(self) -> list[Card]:
        """What the licence lists, in its order."""
        return sorted((each for each in self.cards.values() if each.runs), key=lambda card: (card.place, card.item))

    def add(self, id_: Any, card: Card) -> None:
        """A permit was made."""
        self.says = self.says or dict(card.states)
        self.cards[id_] = card
        self.follow("make")

    def follow(self, what: str) -> None:
        """The licence follows its permits: the next version whenever it must say something else, none below two."""
        listed = self.running()
        for fact, now in self.says.items():
            said = {each.states[fact] for each in listed if each.treats[fact] != "none"}
            self.says[fact] = said.pop() if len(said) == 1 else now
        printed = ({**self.says}, [(each.item, each.number, each.until_on, {**each.states}) for each in listed])
        if len(listed) < 2:
            self.retired = self.versions > 0
        elif what == "make" or self.retired or printed != self.printed:
            self.versions, self.retired, self.printed = self.versions + 1, False, printed

    def done(self, verb: str, card: Card, day: date, paper: Any, *, in_time: bool = False) -> None:
        """Write down what was just done to a permit."""
        if verb == "ask_renewal":
            card.renewal, card.deemed = "in_time" if in_time else "late", False
        elif verb in {"post_check", "order"}:
            card.checking = checked(card.checking, verb, getattr(paper, "result", "met") == "met")
        elif verb in {"suspend", "restore"}:
            card.suspended = verb == "suspend"
        elif verb in {"change", "refuse_change"}:
            card.states = card.states | (card.change if verb == "change" else {})
            card.change = {}
        elif verb in {"renew", "refuse_renewal"}:
            _renewed(card, day, granted=verb == "renew")
        elif verb in ENDS:
            card.ended, card.change, card.renewal = ENDS[verb], {}, ""
            card.deemed = card.suspended = False
        if verb in ON_THE_LICENCE:
            self.follow(verb)

    def asked(self, facts: Mapping[str, str]) -> None:
        """The holder asks every permit for a change; each takes what its own rule decides."""
        for card in self.running():
            card.change = {
                fact: new
                for fact, new in facts.items()
                if card.treats[fact] in {"on_spot", "review"} and new != card.states[fact]
            }


def _renewed(card: Card, day: date, *, granted: bool) -> None:
    """A new term, unless the law has given one already; refused, the old term stays."""
    if granted and not card.deemed:
        assert card.until_on is not None
        card.from_on = card.until_on + DAY if card.continues and day <= card.until_on else day
        card.until_on, card.ended = term(card.from_on, card.years), ""
    card.renewal, card.deemed = "", False
    card.change = card.change if card.runs else {}


def checked(now: str, verb: str, met: bool) -> str:
    """Where the check stands after this step."""
    if verb == "order":
        return "ordered"
    return "passed" if met else "failed" if now == "due" else "breached"


def why_not(card: Card, verb: str, who: Who, case_id: str) -> str:
    """What forbids that somebody does this to a permit now; empty when nothing does."""
    return wrong_person(card, verb, who, case_id) or wrong_time(card, verb)


def wrong_person(card: Card, verb: str, who: Who, case_id: str) -> str:
    """Why this is not for them to do."""
    if verb in OF_THE_HOLDER:
        return "" if who.applies_for == case_id or any(post.role == "window" for post in who.posts) else "not theirs"
    if verb in OF_THE_SUPERVISOR:
        there = any((post.role, post.organ) == ("supervisor", card.supervisor) for post in who.posts)
        return "" if there else "does not supervise"
    there = any(
        (post.role, post.organ) == ("decider", card.organ) and post.section in {"", card.section} for post in who.posts
    )
    return "" if there else "does not decide"


def wrong_time(card: Card, verb: str) -> str:
    """Why this cannot be done as the permit stands."""
    able = {
        "ask_change": card.runs and not card.change,
        "change": card.runs and bool(card.change),
        "refuse_change": card.runs and bool(card.change),
        "ask_renewal": card.standing in HOLD and card.until_on is not None and (not card.renewal or card.deemed),
        "renew": bool(card.renewal) and (card.runs or card.standing == "expired"),
        "refuse_renewal": bool(card.renewal) and not card.deemed and (card.runs or card.standing == "expired"),
        "suspend": card.standing in HOLD,
        "restore": card.standing == "suspended",
        "cancel": card.standing != "cancelled",
        "post_check": card.runs and card.checking in {"due", "ordered"},
        "order": card.runs and card.checking == "failed",
    }
    if not able.get(verb, card.runs):
        return f"not while {card.standing}"
    broken = card.checking == "breached" and verb in OF_THE_ORGAN - {"revoke"} and (card.runs or verb == "renew")
    return "a broken commitment is revoked" if broken else ""
