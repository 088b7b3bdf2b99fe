"""What somebody might try on the item-cases of a case: a verb on one, one verb on several, a supplement, a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.walk import changing_law, deeds, joining
from tests.walk.on_permits import card_of
from tests.walk.oracle import why_unlawful
from tests.walk.parts import Deed, Part
from yizheng.cases.commands import Move, add_point, hand_in, issue_supplement, step, supply
from yizheng.cases.models import ItemCase
from yizheng.law import papers
from yizheng.law.authority import Who
from yizheng.law.words import State, Verb

if TYPE_CHECKING:
    from tests.walk.walking import Walk

UNDER_WAY = {"told", "asked", "announced", "called"}
"""How a hearing may stand on its way to the day for which it is called."""


def something(walk: Walk, part: Part) -> Deed:
    """Somebody tries something on the item-cases of a case."""
    chance, standing = walk.dice.random(), part.items
    if chance < 0.27 and any(each.state in {State.SUBMITTED, State.SUPPLEMENTING} for each in standing):
        return _supplement(walk, part)
    if chance < 0.34 and any(each.state in {State.SUBMITTED, State.SUPPLIED} for each in standing):
        return _several(walk, part)
    if any(each.gap for each in standing) and chance < 0.43:
        return _hand_in(walk, part)
    return _step(walk, part, _one_of(walk, standing))


def _one_of(walk: Walk, standing: list[ItemCase]) -> ItemCase:
    """Mostly an item that is still open, and often the one whose hearing is under way."""
    heard = [each for each in standing if each.hearing in UNDER_WAY]
    if heard and walk.dice.random() < 0.4:
        return heard[0]
    open_ = [each for each in standing if State(each.state).is_open]
    return walk.dice.choice(open_ if open_ and walk.dice.random() < 0.85 else standing)


def _step(walk: Walk, part: Part, item: ItemCase) -> Deed:
    scene = deeds.Scene(walk, part, item)
    verb = deeds.verb_for(scene)
    who, paper = deeds.who_for(scene, verb), deeds.paper_for(scene, verb)
    move, at, id_ = Move(item.id, verb, paper), walk.at, part.case_id
    said = f"{who.name} {verb} {item.item} ({item.state}) {paper}"

    def remember(_: Any) -> None:
        _lawful(part, verb, who, item)
        changing_law.learnt(walk, part, verb)
        changing_law.decided(walk, part, item, verb, paper)
        to = next((getattr(paper, name) for name in ("to", "person", "chair") if hasattr(paper, name)), "")
        agrees = getattr(paper, "agrees", "yes") == "yes"
        part.memory.done(verb, who, item, to=to, pair=getattr(paper, "pair", ""), agrees=agrees)
        if verb == Verb.GRANT:
            assert not (why := joining.first_undecided(walk, item)), f"{item.item} was granted: {why}"
            walk.counted["granted beside"] += part is not walk.parts[0]
            walk.index.turn(walk.today)
            walk.index.add(*card_of(part, item, walk.today))

    return Deed(said, str(verb), lambda: step(id_, [move], who=who, at=at), remember)


def _lawful(part: Part, verb: str, who: Who, item: ItemCase) -> None:
    """The oracle has nothing against what was just done, on the item-case as the clock left it."""
    assert not (why := why_unlawful(part.memory, verb, who, item)), f"{verb} by {who.name} went through: {why}"


def _several(walk: Walk, part: Part) -> Deed:
    """One verb on several items in one act, as the window accepts them."""
    chosen = walk.dice.sample(part.items, walk.dice.randrange(1, len(part.items) + 1))
    who = walk.dice.choice(walk.world.windows if walk.dice.random() < 0.7 else walk.world.people)
    at, id_ = walk.at, part.case_id
    moves = [Move(each.id, Verb.ACCEPT, papers.Acceptance()) for each in chosen]

    def remember(_: Any) -> None:
        for each in chosen:
            _lawful(part, "accept", who, each)
            part.memory.done("accept", who, each)

    return Deed(f"{who.name} accepts {len(chosen)}", "accept", lambda: step(id_, moves, who=who, at=at), remember)


def _supplement(walk: Walk, part: Part) -> Deed:
    """A point is noted, the notice goes out, or it is answered."""
    dice, standing = walk.dice, part.items
    asked = any(each.state == State.SUPPLEMENTING for each in standing)
    what = dice.choice(["answer", "answer", "answer", "notice"] if asked else ["point", "notice", "answer"])
    likely = [part.applicant] * 3 if asked else walk.world.windows
    who = dice.choice(likely if dice.random() < 0.8 else walk.world.people)
    item, at, id_ = dice.choice(standing), walk.at, part.case_id
    if what == "point":
        said = {"target": "premises_address", "problem": "没有门牌号", "remedy": "补写门牌号"}
        return Deed(f"{who.name} notes", "point", lambda: add_point(id_, item.id, **said, who=who, at=at))
    if what == "notice":
        deed: Callable[[], Any] = lambda: issue_supplement(id_, who=who, at=at)  # noqa: E731
    else:
        reply = papers.SupplementReply(note=dice.choice(["", "不需要改。"]))
        fixed = {"premises_address": "高新区松园路17号"} if dice.random() < 0.6 else {}
        deed = lambda: supply(id_, reply, corrections=fixed, who=who, at=at)  # noqa: E731
    verb = "supplement" if what == "notice" else "supply"
    return Deed(f"{who.name} {verb}", verb, deed, lambda _: _lawful(part, verb, who, item))


def _hand_in(walk: Walk, part: Part) -> Deed:
    """What was promised comes."""
    code, at, id_ = walk.world.gap[0], walk.at, part.case_id
    who = walk.dice.choice([part.applicant, part.applicant, *walk.world.people])
    files = walk.world.materials[code]
    return Deed(f"{who.name} hands in", "hand_in", lambda: hand_in(id_, code, files, who=who, at=at))
