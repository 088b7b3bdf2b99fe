"""The small world that is walked through: one trade, and people in every relation to it.

Four items of three organs, and a fifth that a new law may ask for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from tests import make, published
from tests.walk.cards import Index
from tests.walk.oracle import Memory
from yizheng.law.authority import Who
from yizheng.law.handling import may_be_missing
from yizheng.law.intake import NeededItem, assess
from yizheng.law.items import Catalogue, ItemUse, Limit, Onsite, Order, Validity
from yizheng.law.items.life import ChangeRule, PostCheck, RenewalWindow
from yizheng.law.terms import Term, Unit
from yizheng.law.words import Role
from yizheng.people.commands import Asked, deputise
from yizheng.people.models import Person, Post
from yizheng.people.queries import who

INSPECTED, RECEIPT, COMMITTED, IMMEDIATE = "TOBACCO", "SIGN_OUTDOOR", "FIRE_OPEN", "SEWER"
FIRST, NEWLY = (INSPECTED, RECEIPT, COMMITTED, IMMEDIATE), "HEALTH_PUBLIC"
"""The items of the trade, and the one that it does not need yet."""
SUPERVISOR_OF = {INSPECTED: "SCJG"}
"""Who supervises after the grant, where it is another organ than the one that decides."""
FIRST_DAY, LAST_DAY = date(2020, 1, 2), date(2027, 12, 31)
NOBODY = Who(id="nobody", name="路人")


@dataclass
class Shop:
    """A shop that has had its permits since a day: its case, who did what in it, and the cards of its permits."""

    case_id: UUID
    memory: Memory
    index: Index = field(default_factory=Index)


@dataclass
class World:
    """The trade, what its draft needs, and everybody who may try something."""

    catalogue_id: UUID
    catalogue: Catalogue
    form: Mapping[str, Any]
    materials: Mapping[str, Any]
    gap: tuple[str, ...]
    needed: Mapping[str, NeededItem]
    people: list[Who]
    windows: list[Who]
    organs: Mapping[str, list[Who]]
    shops: list[Shop] = field(default_factory=list)


def _days(n: int, unit: Unit = Unit.WORKING_DAY, start: str = "accept") -> tuple[Limit, ...]:
    return (Limit(term=Term(n, unit), start=start, basis=("行政许可法 42",)),)  # type: ignore[arg-type]


def _items(of: Mapping[str, Any]) -> dict[str, Any]:
    """Inspected with pauses for rectification; counted from receipt and signed twice; on commitment; on the spot.

    Their permits: supervised by another organ; renewed in a window that closes; for ever; checked whoever asked.
    """
    none, working = Onsite(needed=False), Unit.WORKING_DAY
    basis = ("行政许可法 50(1)",)
    check = PostCheck(within=Term(20, working), commitment=False, basis=("测试规则 2",))
    shuts = RenewalWindow(
        opens=Term(3, Unit.MONTH), closes=Term(20, working), late="refused", continues=True, basis=basis
    )
    return {
        INSPECTED: replace(
            of[INSPECTED], onsite=Onsite(needed=True), rectification_pauses="测试规则 1", exclusions=(),
            statutory=_days(20), promised=_days(7), supervisor=SUPERVISOR_OF[INSPECTED], validity=Validity(years=1),
        ),
        RECEIPT: replace(
            of[RECEIPT], onsite=none, cosigners=1, exclusions=(), statutory=_days(30, Unit.CALENDAR_DAY, "receipt"),
            promised=_days(3), extension=Term(10, Unit.CALENDAR_DAY), renewal_window=shuts,
            change=ChangeRule(holder="on_spot", basis=("行政许可法 49",)),
        ),
        COMMITTED: replace(of[COMMITTED], exclusions=()),
        IMMEDIATE: replace(
            of[IMMEDIATE], onsite=none, exclusions=(), statutory=_days(20), promised=_days(0), post_check=check,
            validity=Validity(years=3),
        ),
        NEWLY: replace(of[NEWLY], onsite=none, exclusions=(), exclusions_more=(), statutory=_days(20)),
    }  # fmt: skip


def trade(known: Catalogue, *, items: tuple[str, ...] = FIRST) -> Any:
    """The trade that needs these items."""
    return replace(
        known.industries["WALK" if "WALK" in known.industries else "RESTAURANT"],
        code="WALK",
        items=tuple(ItemUse(item=code, why="每店都要") for code in items),
        order=(Order(first=RECEIPT, then=INSPECTED, kind="hard", why="先招牌后烟草"),),
        advice=(),
    )


def _catalogue() -> Catalogue:
    known = published.catalogue()
    return replace(known, items=_items(known.items), industries={"WALK": trade(known)})


def make_world() -> World:
    """Publish the trade and appoint everybody; needs a database."""
    day = make.at(2020, 2, 1)
    catalogue = _catalogue()
    catalogue_id = make.changed(catalogue, day)
    answers = {code: tuple(a) if isinstance(a, list) else a for code, a in make.RESTAURANT.items()}
    assessment = assess(trade(catalogue, items=(*FIRST, NEWLY)), answers, catalogue)
    needed = {each.item.code: each for each in assessment.items}
    file = make.kept()
    organs = _appoint(needed)
    for code in SUPERVISOR_OF.values():
        organs.setdefault(code, []).append(make.person("吴监管", Role.SUPERVISOR, code))
    windows = [make.person(name, Role.WINDOW, catalogue.zone.issuer) for name in ("王窗口", "苗窗口")]
    lead = make.person("郑牵头", Role.LEAD, catalogue.zone.issuer)
    everybody = [*windows, lead, *(each for there in organs.values() for each in there)]
    everybody = [_with_deputies(each) for each in {each.id: each for each in everybody}.values()]
    return World(
        catalogue_id,
        catalogue,
        make.form_for(assessment, catalogue),
        {each.material.code: [file] for each in assessment.materials if each.asked},
        may_be_missing(assessment.materials, {code: each.item for code, each in needed.items()}),
        needed,
        [*everybody, NOBODY],
        [each for each in everybody if each.has(Role.WINDOW)],
        {
            organ: [each for each in everybody if any(post.organ == organ for post in each.posts)]
            for organ in organs
        },
    )  # fmt: skip


def _appoint(needed: Mapping[str, NeededItem]) -> dict[str, list[Who]]:
    """In every organ two reviewers, one of them of one section only; two deciders, the head, and one who is all."""
    found: dict[str, list[Who]] = {}
    for each in needed.values():
        organ, section = each.item.organ, each.item.section
        if organ in found:
            continue
        found[organ] = [
            make.person("李审查", Role.REVIEWER, organ),
            make.person("钱审查", Role.REVIEWER, organ, section),
            make.person("赵决定", Role.DECIDER, organ),
            make.person("孙决定", Role.DECIDER, organ),
            make.person("周局长", Role.HEAD, organ),
            make.person("吴监管", Role.SUPERVISOR, organ),
        ]
        _lend_a_hand(organ)
        found[organ].append(_seen("多面手"))
        _stand_in(organ)
    return found


def _lend_a_hand(organ: str) -> None:
    """One person of a small office holds every post there is, in the hall and in every organ."""
    person, _ = Person.objects.get_or_create(username="duo", defaults={"name": "多面手", "password": "!"})
    for role in (Role.WINDOW, Role.REVIEWER, Role.DECIDER):
        Post.objects.create(person=person, role=role, organ=organ, from_on=FIRST_DAY)


def _stand_in(organ: str) -> None:
    """The first reviewer stands in for the first decider, for years: all that bars the one bars the other."""
    deputy = Person.objects.get(username=f"{organ}-reviewer-李审查".lower())
    post = Post.objects.get(organ=organ, role=Role.DECIDER, person__name="赵决定")
    asked = Asked(deputy.pk, FIRST_DAY, LAST_DAY)
    deputise([post.id], asked, of=post.person_id, by="测试", on=FIRST_DAY, at=make.at(2020, 1, 2))


def _seen(name: str) -> Who:
    return who(Person.objects.get(name=name), date(2021, 1, 4))


def _with_deputies(person: Who) -> Who:
    """Somebody with all posts, their own and those in which they stand in for others."""
    return who(Person.objects.get(pk=person.id), date(2021, 1, 4))
