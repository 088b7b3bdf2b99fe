"""What must be so of permits and their licence, after every act: as the cards of the clerk say, also at every scan."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.walk.cards import HOLD, RUN, Card, Index
from yizheng.cases.fold import fold
from yizheng.cases.queries.watch.joined import told_of_permits
from yizheng.licences.models import LicenceVersion, Permit, PermitRequest
from yizheng.licences.queries import permits_of, scanned
from yizheng.licences.seen import Banner

if TYPE_CHECKING:
    from tests.walk.walking import Walk


def at(walk: Walk) -> None:
    """Look at the permits, the versions, and what anybody sees who scans one."""
    rows = {each.id: each for each in Permit.objects.filter(licence_id=walk.home)}
    items = [each for part in walk.filed for each in part.items]
    assert {each.item_case_id for each in rows.values()} == {each.id for each in items if each.state == "granted"}
    assert rows.keys() == walk.index.cards.keys()
    for id_, card in walk.index.cards.items():
        _permit(rows[id_], card)
    _one_of_each(items)
    told = fold(told_of_permits({walk.home}).get(walk.home, []))
    assert told.permits == {each.id: each.standing for each in rows.values()}, "permits are not as the books say"
    if rows:
        _versions(walk)
        if walk.dice.random() < 0.4:
            _seen(walk, walk.index.on(walk.today))


def _permit(row: Permit, card: Card) -> None:
    kept = (row.standing, row.from_on, row.until_on, row.checking)
    wanted = (card.standing, card.from_on, card.until_on, card.checking)
    assert kept == wanted, f"{card.item}: {kept}, should be {wanted}"
    states = {fact: getattr(row, fact) for fact in card.states}
    assert states == card.states, f"{card.item} states {states}, should {card.states}"


def _one_of_each(items: list) -> None:  # type: ignore[type-arg]
    """One application of each item is open at a time, and one permit is all there will be."""
    for code in {each.item for each in items}:
        states = [each.state for each in items if each.item == code]
        ended = [state for state in states if state in {"refused", "not_accepted", "withdrawn", "terminated"}]
        assert len(states) - len(ended) <= 1, f"{code}: {states}"


def _seen(walk: Walk, now: Index) -> None:
    """What is seen today is what the calendar says, whether anybody has performed it or not."""
    for each in permits_of(walk.home, walk.at):
        card = now.cards[each.id]
        assert (each.standing, each.until_on) == (card.standing, card.until_on), f"{card.item} is seen as {each}"
    waiting = set(
        PermitRequest.objects.filter(permit__licence_id=walk.home, state="waiting").values_list("permit_id", "kind")
    )
    wanted = {(id_, "change") for id_, card in walk.index.cards.items() if card.change}
    wanted |= {(id_, "renewal") for id_, card in walk.index.cards.items() if card.renewal}
    assert waiting == wanted, f"{waiting} wait, {wanted} should"


def _versions(walk: Walk) -> None:
    """As many versions as there must be, without gaps; no scan ever calls valid what is not, today or later."""
    index = walk.index
    versions = list(LicenceVersion.objects.filter(licence_id=walk.home).select_related("licence").order_by("version"))
    said = [each.version for each in versions]
    assert said == list(range(1, index.versions + 1)), f"versions {said}, should be {index.versions}"
    if not versions:
        return
    licence = versions[-1].licence
    assert (licence.retired_at is not None) == index.retired
    assert {fact: getattr(licence, fact) for fact in index.says} == index.says
    later = walk.dice.choice([None, None, 0, 1, 40, 400])
    if later is not None:
        _scan(walk.dice.choice(versions), index.on(walk.today + timedelta(days=later)), walk, later)


def _scan(asked: LicenceVersion, then: Index, walk: Walk, later: int) -> None:
    scan = scanned(asked.token, walk.at + timedelta(days=later))
    listed = {line["number"] for line in asked.face["lines"]}
    held = {each.number: each.standing in HOLD for each in then.cards.values() if each.number in listed}
    assert {each.number: each.holds for each in scan.listed} == held
    assert scan.banner == (Banner.ALL if all(held.values()) else Banner.SOME if any(held.values()) else Banner.NONE)
    running = sum(each.standing in RUN for each in then.cards.values())
    assert scan.retired == (running < 2), f"{running} run, and the scan says retired: {scan.retired}"
