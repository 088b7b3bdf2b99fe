"""A watcher that sleeps changes no legal date: every five minutes, only after three days, or never at all.

The same story is told three times. What the law has done is worked out at every read and performed by the door, so
that only the moment of recording differs, and with it the numbers that were given out in that order.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from tests import make
from yizheng.cases.commands import Move, add_point, issue_supplement, settle_case, step, supply
from yizheng.cases.models import PaperRecord
from yizheng.cases.queries.progress import progress
from yizheng.cases.queries.watch import batch_of
from yizheng.cases.queries.watch.finding import Finding
from yizheng.jobs import perform_lapses
from yizheng.law.papers import Acceptance, SupplementReply
from yizheng.law.words import Verb
from yizheng.ledger.book import entries_of, fault_in_chain
from yizheng.licences.models import Permit
from yizheng.licences.watch import ALL

pytestmark = pytest.mark.django_db

RECEIVED = make.at(2021, 2, 5, 16, 45)
"""Domain §7-2: a Friday before the Spring Festival; the fifth working day after it is 2021-02-18."""
ENDS = make.at(2021, 5, 20, 9, 0)
EVERY = timedelta(minutes=5)
NOT_COMPARED = {"number", "case_number", "query_code", "permit_number", "code", "made_on", "files", "items"}
"""What a head says of the day and the order of its making."""


def every_five_minutes(at: datetime) -> bool:
    return True


def after_three_days(at: datetime) -> bool:
    """The watcher sleeps for three days, wakes once, and sleeps again."""
    return at.toordinal() % 3 == 0 and at.hour == 0


def never(at: datetime) -> bool:
    return False


Awake = Callable[[datetime], bool]
WATCHERS: Mapping[str, Awake] = {
    "every five minutes": every_five_minutes, "after three days": after_three_days, "never": never,
}  # fmt: skip


@dataclass
class Told:
    """A story while it is told: what time it is, and whether the watcher is awake."""

    awake: Awake
    office: make.Office
    now: datetime = RECEIVED
    case_id: UUID | None = None

    def until(self, moment: datetime) -> datetime:
        """Time passes; the watcher, if awake, looks shortly before and after every midnight, when limits end."""
        while self.now < moment:
            self.now = min(moment, self._next())
            if self.awake(self.now):
                perform_lapses(self.now)
        return self.now

    def _next(self) -> datetime:
        """Between one midnight and the next nothing lapses, so that waking more often finds nothing to do."""
        midnight = self.now.replace(hour=0, minute=0)
        looks = [midnight + EVERY, midnight + timedelta(days=1) - EVERY, midnight + timedelta(days=1) + EVERY]
        return next(look for look in looks if look > self.now)

    def items(self) -> dict[str, Any]:
        assert self.case_id is not None
        return make.items(self.case_id)


def story(told: Told) -> UUID:
    """Nobody answers; one item is reviewed and granted late, one refused, the others are forgotten altogether."""
    told.case_id = case_id = make.filed(moment=RECEIVED)
    told.until(make.at(2021, 2, 22, 9, 30))
    make.reviewed(told.office, told.items()["SEWER"], moment=told.now)
    told.until(make.at(2021, 3, 2, 16, 0))
    make.granted(told.office, told.items()["SIGN_OUTDOOR"], moment=told.now)
    told.until(make.at(2021, 4, 12, 11, 0))
    make.refused(told.office, told.items()["TOBACCO"], moment=told.now)
    told.until(ENDS)
    return case_id


def story_with_a_supplement(told: Told) -> UUID:
    """A supplement for one item, answered over a weekend, then silence on both sides."""
    told.case_id = case_id = make.filed(moment=make.at(2021, 2, 5, 22, 30))
    told.now = make.at(2021, 2, 5, 22, 30)
    told.until(make.at(2021, 2, 18, 23, 58))
    item, window = told.items()["TOBACCO"], told.office.window
    said = {"target": "premises_address", "problem": "没有门牌号", "remedy": "补写门牌号"}
    add_point(case_id, item.id, **said, who=window, at=told.now)
    issue_supplement(case_id, who=window, at=told.now)
    told.until(make.at(2021, 2, 27, 20, 0))
    reply, fixed = SupplementReply(note=""), {"premises_address": "高新区松园路17号"}
    supply(case_id, reply, corrections=fixed, who=make.applicant_of(case_id), at=told.now)
    told.until(make.at(2021, 4, 20, 9, 0))
    return case_id


def legal(case_id: UUID) -> dict[str, Any]:
    """All that the law knows of a case: states, days, runs, what papers name, what the book says happened and when."""
    case = make.case(case_id)
    return {
        "state": case.state,
        "cap": case.cap_on,
        "items": {
            code: (each.state, each.deemed, each.accepted_at, each.runs, each.due_on, each.serve_by, each.missed_at,
                   each.decided_at)
            for code, each in make.items(case_id).items()
        },
        "happened": sorted(
            (entry.at, entry.kind, entry.data.get("item", "")) for entry in entries_of(case_id)
        ),
        "papers": sorted(
            (record.kind, str(record.head.get("item", "")), str(_said(record))) for record in
            PaperRecord.objects.filter(case_id=case_id)
        ),
        "permits": list(Permit.objects.filter(licence_id=case_id).order_by("item").values_list("item", "from_on")),
    }  # fmt: skip


def _said(record: PaperRecord) -> list[tuple[str, Any]]:
    """What a paper says, but for its number and the day on which it was made."""
    return sorted((name, value) for name, value in {**record.head, **record.data}.items() if name not in NOT_COMPARED)


@pytest.fixture
def office() -> make.Office:
    return make.office(whole=True)


@pytest.fixture(params=[story, story_with_a_supplement], ids=["silence", "a supplement"])
def tell(request: pytest.FixtureRequest) -> Any:
    return request.param


def test_the_same_story_has_the_same_legal_dates_whoever_was_awake(
    office: make.Office, tell: Callable[[Told], UUID]
) -> None:
    stories = {}
    for name, awake in WATCHERS.items():
        told = Told(awake, office)
        case_id = tell(told)
        shown = progress(case_id, told.now)
        settle_case(case_id, at=told.now)
        stories[name] = legal(case_id)
        assert {each.item: each.state for each in shown.items} == {
            item: each.state for item, each in make.items(case_id).items()
        }, f"{name}: the page had shown it before anybody performed it"
        assert fault_in_chain(entries_of(case_id)) == ""
        assert _slept(case_id, told.now) == []
    awake = stories.pop("every five minutes")
    for name, other in stories.items():
        for what, so in awake.items():
            assert other[what] == so, f"the watcher {name}: {what}"


def _slept(case_id: UUID, at: datetime) -> list[Finding]:
    batch = batch_of([make.case(case_id)], at)
    found = [finding for check in ALL for finding in check(batch)]
    return [each for each in found if each.kind not in {"pause"}]


@pytest.mark.parametrize("name", WATCHERS)
def test_deemed_acceptance_reaches_back_to_the_receipt_whoever_was_awake(office: make.Office, name: str) -> None:
    told = Told(WATCHERS[name], office)
    told.case_id = case_id = make.filed(moment=RECEIVED)
    told.until(make.at(2021, 2, 22, 9, 0))
    step(case_id, [Move(told.items()["TOBACCO"].id, Verb.CLAIM)], who=office.reviewers["YCZM"], at=told.now)
    tobacco = told.items()["TOBACCO"]
    assert (tobacco.deemed, tobacco.accepted_at) == (True, RECEIVED)
    statutory = next(run for run in tobacco.runs if run["clock"] == "statutory")
    assert statutory["since"] == "2021-02-05"
    lapses = {entry.at for entry in entries_of(case_id) if entry.kind == "item.lapse"}
    assert lapses == {make.at(2021, 2, 19, 0, 0)}
    accepting = Move(told.items()["SEWER"].id, Verb.ACCEPT, Acceptance())
    assert progress(case_id, told.now).items[0].due is not None
    with pytest.raises(Exception, match="自收到申请材料之日起即为受理"):
        step(case_id, [accepting], who=office.window, at=told.now)
    assert date(2021, 3, 10) in {count.due for item in progress(case_id, told.now).items for count in item.counts}
