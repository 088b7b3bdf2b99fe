"""并联审批: organs that decide in the same instant never lose, double or block what follows (shared/peers.md §4).

Caluma lost 36 % of such joins and viewflow, by default, 67 to 100 %. Here none may be lost: the lock is the case.
"""

from collections import Counter as Tally
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import pytest

from tests import make, published
from tests.crowd import crowd
from yizheng.cases.commands import (
    Move,
    add_point,
    file_case,
    issue_supplement,
    open_draft,
    settle_case,
    step,
)
from yizheng.cases.models import Case, Decision, ItemCase, PaperRecord
from yizheng.cases.uploads import Kept
from yizheng.catalogue import publishing
from yizheng.law.authority import Post, Who
from yizheng.law.intake import NeededItem, assess
from yizheng.law.items import ItemUse
from yizheng.law.papers import Acceptance, Check, Grant, ReviewOpinion
from yizheng.law.words import CaseState, Handling, Role, State, Verb
from yizheng.ledger.book import entries_of, fault_in_chain
from yizheng.ledger.command import Answer, Refused
from yizheng.ledger.models import Counter
from yizheng.licences.models import LicenceVersion, Permit

MONDAY, WEDNESDAY, LATE = make.at(2026, 3, 2), make.at(2026, 3, 4), make.at(2026, 3, 20)
ONE_OF_EACH_ORGAN = (
    "FOOD_CATERING", "FIRE_OPEN", "TOBACCO", "HOTEL_SPECIAL", "HEALTH_PUBLIC", "SEWER", "PUBL_RETAIL", "DEVICE_III",
)  # fmt: skip
CASES = 100
"""In each crowd; `make crowd` does five hundred."""
GRANT = Grant(scope="按申请的范围")


@dataclass
class City:
    """An office, and a trade that needs items of so many organs, none waiting for another."""

    office: make.Office
    catalogue_id: UUID
    form: Mapping[str, Any]
    materials: Mapping[str, Sequence[Kept]]
    opinions: Mapping[str, ReviewOpinion]

    def filed(self) -> UUID:
        """A case, filed."""
        applicant = Who(id="applicant", name="申请人")
        opened = open_draft(
            industry="TRADE", catalogue_id=self.catalogue_id, answers=make.RESTAURANT, who=applicant, at=MONDAY,
            form=self.form, materials=self.materials,
        )  # fmt: skip
        file_case(opened.case_id, who=make.applicant_of(opened.case_id), at=MONDAY)
        return opened.case_id

    def accepted(self) -> list[ItemCase]:
        """The item-cases of a case that the window accepted."""
        case_id = self.filed()
        moves = [Move(each.id, Verb.ACCEPT, Acceptance()) for each in make.items(case_id).values()]
        step(case_id, moves, who=self.office.window, at=MONDAY)
        return list(make.items(case_id).values())

    def reviewed(self) -> list[ItemCase]:
        """The item-cases of a case in which nothing is left but the decisions."""
        chosen = self.accepted()
        everywhere = tuple(Post(Role.REVIEWER, each.organ) for each in chosen)
        reviewer = Who(id="reviewer", name="孙审查", posts=everywhere)
        inspected = [each for each in chosen if each.handling == Handling.INSPECTED]
        for verb, paper in make.visit_papers(WEDNESDAY):
            step(chosen[0].case_id, [Move(each.id, verb, paper) for each in inspected], who=reviewer, at=WEDNESDAY)
        moves = [Move(each.id, Verb.REVIEW, self.opinions[each.item]) for each in chosen]
        step(chosen[0].case_id, moves, who=reviewer, at=WEDNESDAY)
        return chosen

    def grant(self, item_case: ItemCase, key: str = "") -> Answer:
        """The decider's grant."""
        return self.decide(item_case, Verb.GRANT, GRANT, key)

    def decide(self, item_case: ItemCase, verb: Verb, paper: Any, key: str = "") -> Answer:
        """The decider's decision, one way or the other."""
        decider = self.office.deciders[item_case.organ]
        return step(item_case.case_id, [Move(item_case.id, verb, paper)], who=decider, at=WEDNESDAY, key=key)


def city(organs: int) -> City:
    """A city whose trade needs one item of each of so many organs."""
    known = published.catalogue()
    items = tuple(ItemUse(item=code, why="每店都要") for code in ONE_OF_EACH_ORGAN[:organs])
    trade = replace(known.industries["RESTAURANT"], code="TRADE", items=items, order=(), advice=())
    changed = replace(known, industries={"TRADE": trade})
    catalogue_id = make.changed(changed, make.at(2020, 2, 1))
    catalogue = publishing.version(catalogue_id)
    answers = {code: tuple(a) if isinstance(a, list) else a for code, a in make.RESTAURANT.items()}
    assessment = assess(catalogue.industries["TRADE"], answers, catalogue)
    assert len({needed.item.organ for needed in assessment.items}) == organs
    file = make.kept()
    materials = {each.material.code: [file] for each in assessment.materials if each.asked}
    opinions = {needed.item.code: _opinion(needed) for needed in assessment.items}
    return City(make.office(whole=True), catalogue_id, make.form_for(assessment, catalogue), materials, opinions)


def _opinion(needed: NeededItem) -> ReviewOpinion:
    checks = tuple(Check(code=point.code, passed=True) for point in needed.review_points)
    return ReviewOpinion(checks=checks, proposal="grant", reasons="符合条件。")


def assert_whole(chosen: list[ItemCase]) -> None:
    """Nothing stuck, nothing doubled, one version of the licence for each grant from the second on, the chain holds."""
    case_id, organs = chosen[0].case_id, len(chosen)
    case = make.case(case_id)
    assert case.state == CaseState.ALL_GRANTED
    assert {each.state for each in make.items(case_id).values()} == {State.GRANTED}
    assert Decision.objects.filter(item_case__case_id=case_id).count() == organs
    permits = Permit.objects.filter(licence_id=case_id)
    assert Tally(permit.item_case_id for permit in permits) == Tally(each.id for each in chosen)
    versions = LicenceVersion.objects.filter(licence_id=case_id).order_by("version")
    assert [each.version for each in versions] == list(range(1, organs))
    assert [len(each.face["lines"]) for each in versions] == list(range(2, organs + 1))
    entries = entries_of(case_id)
    assert fault_in_chain(entries) == ""
    assert (case.entries, case.seal) == (len(entries), entries[-1].seal)


def assert_numbered_without_gaps() -> None:
    """Every series of documents counts as far as there are documents."""
    numbers = Tally(number.split("第")[0] for number in PaperRecord.objects.values_list("number", flat=True) if number)
    counted = {each.series: each.n for each in Counter.objects.all() if each.series in numbers}
    assert counted == numbers


# --- many organs, one instant ---------------------------------------------------------------------------------------


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("organs", [2, 4, 8])
def test_organs_that_decide_the_last_items_in_the_same_instant_finish_every_case(organs):
    here = city(organs)
    finished = []
    with crowd(organs) as at_once:
        for _ in range(CASES):
            chosen = here.reviewed()
            answers = at_once(*(lambda each=each: here.grant(each) for each in chosen))
            assert all(isinstance(answer, Answer) for answer in answers), answers
            finished.append(chosen)
    for chosen in finished:
        assert_whole(chosen)
    assert Case.objects.filter(state=CaseState.ALL_GRANTED).count() == CASES
    assert_numbered_without_gaps()


@pytest.mark.django_db(transaction=True)
def test_organs_in_the_same_instant_finish_a_few_cases_on_every_database():
    here = city(4)
    with crowd(4) as at_once:
        for _ in range(5):
            chosen = here.reviewed()
            answers = at_once(*(lambda each=each: here.grant(each) for each in chosen))
            assert all(isinstance(answer, Answer) for answer in answers), answers
            assert_whole(chosen)
    assert_numbered_without_gaps()


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_many_cases_in_the_same_instant_share_the_counters_without_a_gap():
    here = city(2)
    with crowd(8) as at_once:
        for _ in range(10):
            cases = [here.reviewed() for _ in range(4)]
            answers = at_once(*(lambda each=each: here.grant(each) for chosen in cases for each in chosen))
            assert all(isinstance(answer, Answer) for answer in answers), answers
            for chosen in cases:
                assert_whole(chosen)
    assert_numbered_without_gaps()


# --- one decision, twice --------------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_the_same_decision_sent_twice_at_once_is_taken_once_and_answered_twice():
    here = city(2)
    with crowd(2) as at_once:
        for turn in range(10):
            first, second = here.reviewed()
            for each in (first, second):
                one, other = at_once(*[lambda each=each, turn=turn: here.grant(each, key=f"{turn}-{each.place}")] * 2)
                assert sorted([one.repeated, other.repeated]) == [False, True]
                assert (one.entry_id, one.data) == (other.entry_id, other.data)
            assert_whole([first, second])


@pytest.mark.django_db(transaction=True)
def test_of_two_different_decisions_at_once_one_is_refused_with_a_sentence():
    here = city(2)
    with crowd(2) as at_once:
        for turn in range(10):
            item_case = here.reviewed()[0]
            answers = at_once(
                lambda each=item_case, turn=turn: here.grant(each, key=f"{turn}-yes"),
                lambda each=item_case, turn=turn: here.decide(each, Verb.REFUSE, make.refusal_paper(), f"{turn}-no"),
            )
            refused = [answer for answer in answers if isinstance(answer, Refused)]
            assert len(refused) == 1, answers
            assert "决定作出后不得更改" in refused[0].sentence
            assert Decision.objects.filter(item_case=item_case).count() == 1
            assert fault_in_chain(entries_of(item_case.case_id)) == ""


@pytest.mark.django_db(transaction=True)
def test_of_two_clerks_who_claim_at_once_one_is_told_who_has_it():
    here = city(2)
    clerks = {"李审查": here.office.reviewers["SCJG"], "钱审查": make.person("钱审查", Role.REVIEWER, "SCJG")}
    with crowd(2) as at_once:
        for _ in range(10):
            item_case = here.accepted()[0]
            move = Move(item_case.id, Verb.CLAIM)
            answers = at_once(
                *(
                    lambda who=who, move=move, id=item_case.case_id: step(id, [move], who=who, at=WEDNESDAY)
                    for who in clerks.values()
                )
            )
            (refused,) = (answer for answer in answers if isinstance(answer, Refused))
            holder = make.items(item_case.case_id)[item_case.item].reviewer_name
            assert holder in clerks
            assert refused.sentence == f"本件已由{holder}认领；换人办理请先转办。"


# --- one notice, one acceptance -------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_of_two_supplement_notices_at_once_one_goes_out():
    here = city(2)
    window = here.office.window
    with crowd(2) as at_once:
        for turn in range(10):
            case_id = here.filed()
            item_case = next(iter(make.items(case_id).values()))
            add_point(
                case_id, item_case.id, target="premises_address", problem="没有门牌号", remedy="补写门牌号",
                who=window, at=WEDNESDAY,
            )  # fmt: skip
            keys = (f"{turn}", f"{turn}") if turn % 2 else ("", "")
            answers = at_once(
                *(lambda key=key, id=case_id: issue_supplement(id, who=window, at=WEDNESDAY, key=key) for key in keys)
            )
            if turn % 2:
                assert sorted(answer.repeated for answer in answers) == [False, True]
            else:
                assert sum(isinstance(answer, Refused) for answer in answers) == 1, answers
            assert PaperRecord.objects.filter(case_id=case_id, kind="supplement").count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_draft_opened_twice_at_once_under_one_key_is_one_draft():
    here = city(2)

    def opened(key):
        said = {"industry": "TRADE", "catalogue_id": here.catalogue_id, "answers": make.RESTAURANT}
        return open_draft(**said, who=Who(id="applicant", name="申请人"), at=MONDAY, key=key)

    with crowd(2) as at_once:
        for turn in range(10):
            one, other = at_once(*[lambda turn=turn: opened(f"{turn}")] * 2)
            assert sorted([one.repeated, other.repeated]) == [False, True]
            assert one.case_id == other.case_id
    assert Case.objects.count() == 10


@pytest.mark.django_db(transaction=True)
def test_when_a_time_limit_lapses_while_several_look_the_law_accepts_once():
    here = city(2)
    with crowd(4) as at_once:
        for _ in range(5):
            case_id = here.filed()
            answers = at_once(*[lambda id=case_id: settle_case(id, at=LATE)] * 4)
            assert sum(isinstance(answer, Answer) for answer in answers) == 1, answers
            assert PaperRecord.objects.filter(case_id=case_id, kind="deemed_acceptance").count() == 2
            assert {each.state for each in make.items(case_id).values()} == {State.REVIEWING}
            assert fault_in_chain(entries_of(case_id)) == ""
