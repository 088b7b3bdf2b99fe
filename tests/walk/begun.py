"""How a walk begins: with a case that was just filed, or in a shop that has had its permits for a while."""

from __future__ import annotations

from copy import deepcopy
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from tests import make
from tests.walk.on_permits import card_of
from tests.walk.oracle import Memory
from tests.walk.parts import Part
from tests.walk.world import FIRST, IMMEDIATE, INSPECTED, RECEIPT, Shop, World
from yizheng.cases.commands import Move, file_case, open_draft, promise_gap, step
from yizheng.cases.file import day_of
from yizheng.law import papers
from yizheng.law.authority import Who
from yizheng.law.papers import Check, Paper
from yizheng.law.words import Verb

if TYPE_CHECKING:
    from tests.walk.walking import Walk

FIRST_MOMENT, SPAN = make.at(2020, 6, 1, 8, 0), 2200
"""Walks begin within so many days after this one: holidays of seven years lie on the way."""
OPENED = make.at(2021, 3, 1)
"""When the shops of the world had their permits."""


def begin(walk: Walk) -> tuple[datetime, Part]:
    """From when on, and with which case."""
    if walk.dice.random() < 0.45:
        shop = walk.dice.choice(walk.world.shops)
        walk.index = shop.index.on(day_of(OPENED))
        part = Part(shop.case_id, make.applicant_of(shop.case_id), deepcopy(shop.memory))
        return OPENED + timedelta(minutes=walk.dice.randrange(1, 600)), part
    at = FIRST_MOMENT + timedelta(days=walk.dice.randrange(SPAN), minutes=walk.dice.randrange(900))
    by = walk.dice.choice([Who(id="applicant", name="申请人"), *walk.world.windows])
    later = walk.world.gap[:1] if walk.dice.random() < 0.6 else ()
    return at, _part(_filed(walk.world, by, at, later), by)


def _part(case_id: UUID, by: Who) -> Part:
    memory = Memory(str(case_id), {by.id} if by.posts else set())
    return Part(case_id, make.applicant_of(case_id), memory)


def _filed(world: World, by: Who, at: datetime, later: tuple[str, ...] = ()) -> UUID:
    """File an application in which some materials are promised for later."""
    opened = open_draft(
        industry="WALK", catalogue_id=world.catalogue_id, answers=make.RESTAURANT, who=by, at=at, form=world.form,
        materials={code: files for code, files in world.materials.items() if code not in later},
    )  # fmt: skip
    who = by if by.posts else make.applicant_of(opened.case_id)
    for code in later:
        promise_gap(opened.case_id, code, promised=True, who=who, at=at)
    file_case(opened.case_id, who=who, at=at)
    return opened.case_id


def open_shops(world: World) -> None:
    """Three shops: one has everything it needs, the others were refused one item."""
    for refused in ("", INSPECTED, IMMEDIATE):
        part = _part(_filed(world, world.windows[0], OPENED), world.windows[0])
        shop = Shop(part.case_id, part.memory)
        rows = make.items(part.case_id)
        for code in (RECEIPT, *(each for each in FIRST if each != RECEIPT)):
            for who, verb, paper in _way(world, rows[code].organ, code, refuse=code == refused):
                step(part.case_id, [Move(rows[code].id, verb, paper)], who=who, at=OPENED)
                part.memory.done(verb, who, rows[code])
            if code != refused:
                shop.index.add(*card_of(part, rows[code], day_of(OPENED)))
        world.shops.append(shop)


def _way(world: World, organ: str, code: str, *, refuse: bool) -> list[tuple[Who, Verb, Paper]]:
    """The way of an item from acceptance to decision, by whom, with which papers."""
    reviewer, _, second, decider = world.organs[organ][:4]
    checks = tuple(Check(code=p.code, passed=True) for p in world.needed[code].review_points)
    opinion = papers.ReviewOpinion(checks=checks, proposal="grant", reasons="查明如此。")
    visit = make.visit_papers(OPENED) if code == INSPECTED else ()
    no = papers.Refusal(found="距离学校不足。", reasons="不符合合理布局。")
    return [
        (world.windows[0], Verb.ACCEPT, papers.Acceptance()),
        *((reviewer, verb, paper) for verb, paper in visit),
        (reviewer, Verb.REVIEW, opinion),
        *([(second, Verb.COSIGN, papers.Cosignature(agrees="yes", words="同意。"))] if code == RECEIPT else []),
        (decider, Verb.REFUSE, no) if refuse else (decider, Verb.GRANT, papers.Grant(scope="按申请的范围")),
    ]
