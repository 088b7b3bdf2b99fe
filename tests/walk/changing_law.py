"""The law changes while cases are open: who is told, and which law decides (domain §7-5), written down once more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any
from uuid import UUID

from tests import make
from tests.walk.parts import Deed, Part
from tests.walk.world import FIRST, NEWLY, World, trade
from yizheng.cases.commands import tell_law_changes
from yizheng.cases.file import day_of
from yizheng.cases.models import Case, Decision, ItemCase
from yizheng.cases.queries import cases_with_untold_changes
from yizheng.catalogue import publishing
from yizheng.law.items import Catalogue, Item, ReviewPoint, Validity
from yizheng.law.items.life import ChangeRule, PostCheck
from yizheng.law.law_changes import Bearing, LawChange
from yizheng.law.terms import Term, Unit
from yizheng.law.words import State

if TYPE_CHECKING:
    from tests.walk.walking import Walk


@dataclass
class Version:
    """A catalogue that was published: what it says, from when it is in force, and the point it adds to an item."""

    content: Catalogue
    since: datetime
    item: str = ""
    point: str = ""


@dataclass
class Told:
    """That an item-case was told of a change: which, when, and what the newest version was then."""

    change: LawChange
    at: datetime
    version: UUID


@dataclass
class Law:
    """Every version there is, the oldest first, and what each item-case was told."""

    versions: dict[UUID, Version] = field(default_factory=dict)
    told: dict[UUID, list[Told]] = field(default_factory=dict)

    @classmethod
    def of(cls, world: World) -> Law:
        """The law as it stands at first."""
        return cls({world.catalogue_id: Version(world.catalogue, make.at(2020, 2, 1))})

    @property
    def newest(self) -> Version:
        """The version published last."""
        return [*self.versions.values()][-1]

    def needs(self, at: datetime) -> list[str]:
        """Which items the trade needs by the version in force."""
        ruling = [each for each in self.versions.values() if each.since <= at]
        last = max(ruling, key=lambda each: each.since)
        same = [each for each in ruling if each.since == last.since]
        return [use.item for use in same[-1].content.industries["WALK"].items]


def published(walk: Walk) -> Deed:
    """A version in which the law of an item changes from a day on: one point more to review, other limits and terms."""
    known, dice = walk.law.newest.content, walk.dice
    code = dice.choice(FIRST)
    old, n = known.items[code], len(walk.law.versions)
    change = LawChange(
        on=walk.today + timedelta(days=dice.randint(-8, 14)), bearing=dice.choice([*Bearing]), text=f"第{n}次修改",
        basis=("行政许可法 8",),
    )  # fmt: skip
    point = ReviewPoint(code=f"NEW{n}", text="新规定", basis=("行政许可法 8",))
    new = replace(
        old, changes=(*old.changes, change), review_points=(*old.review_points, point), **_otherwise(dice, old)
    )  # fmt: skip
    needs = (*FIRST, NEWLY) if dice.random() < 0.5 else FIRST
    items, at = {**known.items, code: new}, walk.at
    content = replace(known, items=items, industries={"WALK": trade(known, items=needs)})
    ahead = change.on <= walk.today or dice.random() < 0.4
    since = at if ahead else make.at(change.on.year, change.on.month, change.on.day, 0)

    def remember(version: UUID) -> None:
        walk.law.versions[version] = Version(content, since, code, point.code)

    said = f"published: {code} {change.bearing} from {change.on}"
    return Deed(said, f"law {change.bearing}", lambda: make.changed(content, at, since), remember, settles=False)


def _otherwise(dice: Random, item: Item) -> dict[str, Any]:
    """What else a new version says of an item: how long it takes, holds, is checked, and what a change asks."""
    check = PostCheck(within=Term(20, Unit.WORKING_DAY), commitment=False, basis=("行政许可法 61",))
    rule = ChangeRule(holder=dice.choice(["none", "on_spot"]), premises="reapply", basis=("行政许可法 49",))
    return {
        "promised": tuple(replace(each, term=Term(dice.randint(1, 9), Unit.WORKING_DAY)) for each in item.promised),
        "validity": Validity(years=dice.choice([None, 1, 2])),
        "post_check": dice.choice([None, check]),
        "change": dice.choice([None, rule]),
    }


def told(walk: Walk, at: datetime) -> None:
    """The watcher tells every open case of what has changed."""
    for case_id in cases_with_untold_changes(publishing.newest_id()):
        tell_law_changes(case_id, at=at)
    for part in walk.filed:
        _tell(walk, part, ItemCase.objects.filter(case_id=part.case_id))


def learnt(walk: Walk, part: Part, verb: str) -> None:
    """Whoever gives an opinion or decides goes by the law as it is now, told by the watcher or not."""
    if verb in {"review", "grant", "refuse"}:
        _tell(walk, part, part.items)


def _tell(walk: Walk, part: Part, items: Iterable[ItemCase]) -> None:
    version, filed_on = [*walk.law.versions][-1], day_of(Case.objects.get(id=part.case_id).received_at)
    for item in items:
        if State(item.state).is_open:
            _keep(walk.law, item, version, filed_on, walk.at)


def _keep(law: Law, item: ItemCase, version: UUID, filed_on: date, at: datetime) -> None:
    known = law.told.setdefault(item.id, [])
    texts = {each.change.text for each in known}
    for change in sorted(law.newest.content.items[item.item].changes, key=lambda each: each.on):
        if change.on > filed_on and change.text not in texts:
            known.append(Told(change, at, version))


def looked_at(walk: Walk, item: ItemCase) -> None:
    """Every open item-case was told of what it had to be told, and of nothing else."""
    wanted = [each.change.text for each in walk.law.told.get(item.id, [])]
    assert [each["text"] for each in item.law] == wanted, f"{item.item}: told {item.law}, should be {wanted}"


def _ruling(walk: Walk, item: ItemCase) -> list[Told]:
    """What has come since the filing and decides: all of it, but what is worse and came when the organ was late."""
    come = [each for each in walk.law.told.get(item.id, []) if each.change.on <= walk.today]
    return [each for each in come if not _too_late(each.change, item)]


def _too_late(change: LawChange, item: ItemCase) -> bool:
    return change.bearing is Bearing.WORSE and item.due_on is not None and change.on > item.due_on


def points_of(walk: Walk, part: Part, item: ItemCase) -> list[str]:
    """The points an opinion must answer: those of the filing, or of the newest version whose law decides."""
    versions = walk.law.versions
    ruling = _ruling(walk, item)
    last = ruling[-1].version if ruling else Case.objects.get(id=part.case_id).catalogue_id
    first = [*versions][: [*versions].index(last) + 1]
    more = [versions[each].point for each in first if versions[each].item == item.item]
    return [point.code for point in walk.world.needed[item.item].review_points] + more


def decided(walk: Walk, part: Part, item: ItemCase, verb: str, paper: Any) -> None:
    """What went through was allowed by the law that decides."""
    ruling = _ruling(walk, item)
    if verb in {"grant", "refuse", "review"}:
        assert not _abolished(ruling), f"{verb} of what needs no permit any more"
    if verb == "review":
        assert {each.code for each in paper.checks} >= {*points_of(walk, part, item)}, "a point was not answered"
    if verb in {"grant", "refuse"}:
        if item.proposal:
            since = [each for each in ruling if day_of(item.proposed_at) < each.change.on or item.proposed_at < each.at]
            assert not since, f"the law has moved since the opinion: {since}"
        _in_words(walk, item, ruling)


def _abolished(ruling: Iterable[Told]) -> bool:
    return any(each.change.bearing is Bearing.ABOLISHED for each in ruling)


def _in_words(walk: Walk, item: ItemCase, ruling: list[Told]) -> None:
    """The decision says of every change that has come which law was applied."""
    come = [each for each in walk.law.told.get(item.id, []) if each.change.on <= walk.today]
    said = Decision.objects.get(item_case_id=item.id).law
    wanted = ["依照决定时的规定办理" if each in ruling else "仍依照原规定办理" for each in come]
    assert len(said) == len(wanted), f"{said} should be {wanted}"
    assert all(each in words for each, words in zip(wanted, said, strict=True)), f"{said} should be {wanted}"
