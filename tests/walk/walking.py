"""One walk: a case from its draft through acts of anybody at any time, looked at closely after each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from random import Random
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction

from tests import make
from tests.walk import deeds, looking
from tests.walk.oracle import Memory, why_unlawful
from tests.walk.world import World
from yizheng.cases.commands import (
    Move,
    add_point,
    file_case,
    hand_in,
    issue_supplement,
    open_draft,
    promise_gap,
    redate_case,
    settle_case,
    step,
    supply,
)
from yizheng.cases.file import day_of
from yizheng.cases.models import Case, ItemCase
from yizheng.cases.queries.progress import progress
from yizheng.catalogue import publishing
from yizheng.catalogue.publishing import Earlier
from yizheng.law import papers
from yizheng.law.authority import Who
from yizheng.law.calendar import Calendar
from yizheng.law.words import CaseState, State, Verb
from yizheng.ledger.command import NotFound, Refused

STEPS = 45
"""Acts tried in one walk."""
FIRST, SPAN = make.at(2020, 6, 1, 8, 0), 2200
"""Walks begin within so many days after this one: holidays of seven years lie on the way."""

CALLED = {"called"}
UNDER_WAY = {"told", "asked", "announced", *CALLED}
"""How a hearing may stand: called for a day; on its way to it."""

Deed = tuple[str, str, Callable[[], Any], Callable[[], None]]
"""What is tried, what it counts as, doing it, and what to remember once it is done."""


@dataclass
class Walk:
    """One case, the dice that choose, and what was tried so far."""

    world: World
    seed: str
    patch: pytest.MonkeyPatch
    counted: Counter[str] = field(default_factory=Counter)
    told: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.dice = Random(self.seed)
        self.at = FIRST + timedelta(days=self.dice.randrange(SPAN), minutes=self.dice.randrange(900))
        self.calendar = publishing.calendar()
        self.by = self.dice.choice([Who(id="applicant", name="申请人"), *self.world.windows])
        self.case_id = self._filed()
        self.applicant = make.applicant_of(self.case_id)
        self.memory = Memory(str(self.case_id), {self.by.id} if self.by.posts else set())

    def _filed(self) -> UUID:
        there, later = self.world.materials, self.world.gap[:1] if self.dice.random() < 0.6 else ()
        opened = open_draft(
            industry="WALK", catalogue_id=self.world.catalogue_id, answers=make.RESTAURANT, who=self.by, at=self.at,
            form=self.world.form, materials={code: files for code, files in there.items() if code not in later},
        )  # fmt: skip
        who = self.by if self.by.posts else make.applicant_of(opened.case_id)
        for code in later:
            promise_gap(opened.case_id, code, promised=True, who=who, at=self.at)
        file_case(opened.case_id, who=who, at=self.at)
        return opened.case_id

    def go(self) -> None:
        """Try one thing after another until nothing is left to do, or the steps are used up."""
        self._look()
        for _ in range(STEPS):
            self.at += self._while()
            if self._try(self._deed()):
                self._look()
        self.counted[f"case {Case.objects.get(id=self.case_id).state}"] += 1

    def _look(self) -> None:
        self.items = list(ItemCase.objects.filter(case_id=self.case_id).order_by("place"))
        looking.at(self)
        self.before = looking.everything(self.case_id)

    def _while(self) -> timedelta:
        """How much time passes: mostly minutes or hours, at times days, seldom weeks."""
        chance = self.dice.random()
        if any(each.hearing in CALLED for each in self.items) and chance < 0.1:
            return timedelta(days=self.dice.randrange(5, 15))
        if chance < 0.6:
            return timedelta(minutes=self.dice.randrange(1, 90))
        if chance < 0.85:
            return timedelta(hours=self.dice.randrange(2, 30))
        return timedelta(days=self.dice.randrange(1, 5 if chance < 0.97 else 40), minutes=self.dice.randrange(600))

    def _deed(self) -> Deed:
        chance, standing = self.dice.random(), self.items
        if chance < 0.04:
            return self._watcher()
        if chance < 0.055:
            return self._announcement()
        if chance < 0.3 and any(each.state in {State.SUBMITTED, State.SUPPLEMENTING} for each in standing):
            return self._supplement(standing)
        if chance < 0.36 and any(each.state in {State.SUBMITTED, State.SUPPLIED} for each in standing):
            return self._several(standing)
        if any(each.gap for each in standing) and chance < 0.45:
            return self._hand_in()
        return self._step(self._chosen(standing))

    def _chosen(self, standing: list[ItemCase]) -> ItemCase:
        """Rather one that is open than one that has ended; rather one in whose hearing something is under way."""
        heard = [each for each in standing if each.hearing in UNDER_WAY]
        if heard and self.dice.random() < 0.4:
            return heard[0]
        open_ = [each for each in standing if State(each.state).is_open]
        return self.dice.choice(open_ if open_ and self.dice.random() < 0.85 else standing)

    def _step(self, item: ItemCase) -> Deed:
        scene = deeds.Scene(self.world, self.dice, self.at, item)
        verb = deeds.verb_for(scene)
        who, paper = deeds.who_for(scene, verb, self.applicant, self.memory), deeds.paper_for(scene, verb)
        move, at, id_ = Move(item.id, verb, paper), self.at, self.case_id
        said = f"{who.name} {verb} {item.item} ({item.state}) {paper}"

        def remember() -> None:
            self._lawful(verb, who, item)
            to = next((getattr(paper, name) for name in ("to", "person", "chair") if hasattr(paper, name)), "")
            agrees = getattr(paper, "agrees", "yes") == "yes"
            self.memory.done(verb, who, item, to=to, pair=getattr(paper, "pair", ""), agrees=agrees)

        return said, str(verb), lambda: step(id_, [move], who=who, at=at), remember

    def _lawful(self, verb: str, who: Who, item: ItemCase) -> None:
        """The oracle has nothing against what was just done, on the item-case as the clock left it."""
        assert not (why := why_unlawful(self.memory, verb, who, item)), f"{verb} by {who.name} went through: {why}"

    def _several(self, standing: list[ItemCase]) -> Deed:
        """One verb on several items in one act, as the window accepts them."""
        chosen = self.dice.sample(standing, self.dice.randrange(1, len(standing) + 1))
        who = self.dice.choice(self.world.windows if self.dice.random() < 0.7 else self.world.people)
        at, id_ = self.at, self.case_id
        moves = [Move(each.id, Verb.ACCEPT, papers.Acceptance()) for each in chosen]

        def remember() -> None:
            for each in chosen:
                self._lawful("accept", who, each)
                self.memory.done("accept", who, each)

        return f"{who.name} accepts {len(chosen)}", "accept", lambda: step(id_, moves, who=who, at=at), remember

    def _supplement(self, standing: list[ItemCase]) -> Deed:
        """A point is noted, the notice goes out, or it is answered."""
        asked = any(each.state == State.SUPPLEMENTING for each in standing)
        what = self.dice.choice(["answer", "answer", "answer", "notice"] if asked else ["point", "notice", "answer"])
        likely = [self.applicant] * 3 if asked else self.world.windows
        who = self.dice.choice(likely if self.dice.random() < 0.8 else self.world.people)
        item, at, id_ = self.dice.choice(standing), self.at, self.case_id
        if what == "point":
            said = {"target": "premises_address", "problem": "没有门牌号", "remedy": "补写门牌号"}
            return f"{who.name} notes", "point", lambda: add_point(id_, item.id, **said, who=who, at=at), lambda: None
        if what == "notice":
            deed: Callable[[], Any] = lambda: issue_supplement(id_, who=who, at=at)  # noqa: E731
        else:
            reply = papers.SupplementReply(note=self.dice.choice(["", "不需要改。"]))
            fixed = {"premises_address": "高新区松园路17号"} if self.dice.random() < 0.6 else {}
            deed = lambda: supply(id_, reply, corrections=fixed, who=who, at=at)  # noqa: E731
        verb = "supplement" if what == "notice" else "supply"
        return f"{who.name} {verb}", verb, deed, lambda: self._lawful(verb, who, item)

    def _hand_in(self) -> Deed:
        """What was promised comes."""
        code, at, id_ = self.world.gap[0], self.at, self.case_id
        who = self.dice.choice([self.applicant, self.applicant, *self.world.people])
        files = self.world.materials[code]
        return f"{who.name} hands in", "hand_in", lambda: hand_in(id_, code, files, who=who, at=at), lambda: None

    def _watcher(self) -> Deed:
        at, id_ = self.at, self.case_id
        return "the watcher wakes", "watcher", lambda: settle_case(id_, at=at), lambda: None

    def _announcement(self) -> Deed:
        """The State Council announces: a day off, or a rest day worked; every clock is worked out again at once."""
        day = day_of(self.at) + timedelta(days=self.dice.randrange(1, 25))
        old, at, id_ = self.calendar, self.at, self.case_id

        def announce() -> None:
            year = old.year(day.year)
            off, work = dict(year.days_off), dict(year.workdays)
            if old.is_workday(day):
                work.pop(day, None)
                off[day] = "临时放假"
            else:
                off.pop(day, None)
                work |= {day: "临时上班"} if day.weekday() > 4 else {}
            years = [old.year(each) for each in old.years if each != day.year]
            changed = replace(year, days_off=off, workdays=work)
            self.calendar = Calendar([*years, changed])
            self.patch.setattr(publishing, "calendar", lambda: self.calendar)
            self.patch.setattr(publishing, "calendar_before", lambda _: Earlier(old, at))
            redate_case(id_, at=at)

        return f"announced for {day}", "calendar", announce, lambda: None

    def _try(self, deed: Deed) -> bool:
        """Do it; whatever is refused has changed nothing at all. Whether it was done."""
        said, counts_as, do, remember = deed
        self.told.append(f"{self.at:%m-%d %H:%M} {said}")
        try:
            do()
        except Refused as refusal:
            self.told[-1] += f" → {refusal.sentence}"
            self.counted[f"refused {counts_as}"] += 1
            assert refusal.sentence.strip().endswith(("。", "；", "）")), "a refusal is a sentence"
            assert looking.everything(self.case_id) == self.before, "what was refused has changed something"
            return False
        except NotFound:
            assert looking.everything(self.case_id) == self.before
            return False
        remember()
        self.counted[f"done {counts_as}"] += 1
        return True

    def read_it(self) -> None:
        """What the applicant reads of it."""
        shown = progress(self.case_id, self.at)
        assert shown.state != CaseState.DRAFT
        assert all(each.turn or not each.state.is_open for each in shown.items)


@contextmanager
def rolled_back() -> Iterator[None]:
    """Everything done within is undone, so that every walk begins in the same world."""
    mark = transaction.savepoint()
    try:
        yield
    finally:
        transaction.savepoint_rollback(mark)


def walk(world: World, seed: str) -> Counter[str]:
    """Walk once; a failure says the seed and the last things tried. What was done and refused, counted."""
    with rolled_back(), pytest.MonkeyPatch.context() as patch:
        one = Walk(world, seed, patch)
        try:
            one.go()
        except Exception as wrong:
            last = "\n  ".join(one.told[-12:])
            raise AssertionError(f"seed {seed}: {type(wrong).__name__}: {wrong}\n  {last}") from wrong
        return one.counted
