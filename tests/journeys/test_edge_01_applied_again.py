"""§7-1 Applied for again: the refused item comes later, and the licence gets its next version with the same serial."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from tests import holders, make, published
from yizheng.cases.commands import Move, add_items, file_case, step
from yizheng.cases.queries.messages import messages
from yizheng.law.items.life import PostCheck
from yizheng.law.papers import Acceptance, PostCheckRecord, Revocation
from yizheng.law.terms import Term, Unit
from yizheng.law.words import Verb
from yizheng.ledger.book import entries_of, fault_in_chain
from yizheng.licences.commands import act_on_permit
from yizheng.licences.models import Licence, LicenceVersion, Permit
from yizheng.licences.queries import licence_of, permits_of
from yizheng.licences.watch import look_over

pytestmark = pytest.mark.django_db

DAY, LATER, LAST = make.at(2026, 3, 2), make.at(2026, 4, 1), make.at(2026, 4, 20)


@pytest.fixture
def office():
    return make.office()


@pytest.fixture
def first(office):
    """Four granted, tobacco refused."""
    case_id = make.accepted(office, moment=DAY)
    for code, item_case in make.items(case_id).items():
        (make.refused if code == "TOBACCO" else make.granted)(office, item_case, moment=DAY)
    return case_id


@pytest.fixture
def second(office, first):
    """Tobacco applied for again, and granted this time."""
    answer = add_items(first, ["TOBACCO"], who=make.applicant_of(first), at=LATER)
    case_id = UUID(answer.data["draft"])
    file_case(case_id, who=make.applicant_of(case_id), at=LATER)
    item_case = make.items(case_id)["TOBACCO"]
    step(case_id, [Move(item_case.id, Verb.ACCEPT, Acceptance())], who=office.window, at=LATER)
    make.granted(office, item_case, moment=LATER)
    return case_id


def test_the_permit_joins_the_same_licence_in_its_next_version(first, second):
    licence = Licence.objects.get()
    versions = list(LicenceVersion.objects.order_by("version"))
    assert (licence.case_id, licence.version) == (first, 4)
    assert [len(each.face["lines"]) for each in versions] == [2, 3, 4, 5]
    assert len({each.identifier.split(".")[7] for each in versions}) == 1, "the same serial"
    assert Permit.objects.get(item_case_id=make.items(second)["TOBACCO"].id).licence_id == first


def test_whoever_scans_the_old_version_learns_that_there_is_a_new_one(first, second):
    assert licence_of(first, LATER).version == 4
    assert {each.item for each in permits_of(first, LATER)} >= {"TOBACCO", "FOOD_CATERING"}


def test_the_first_case_stays_as_it_was_decided(first, second):
    assert make.case(first).state == "partly_granted"
    assert make.case(second).state == "all_granted"
    for case_id in (first, second):
        assert fault_in_chain(entries_of(case_id)) == ""


def test_its_permit_lives_on_the_licence_of_the_first(office, first, second):
    permit = Permit.objects.get(item="TOBACCO")
    paper = Revocation(ground="69-1-3", found="违反法定程序；已听取陈述和申辩。")
    act_on_permit(first, permit.id, paper, who=office.deciders["YCZM"], at=LAST)
    assert [each.item for each in permits_of(first, LAST) if not each.standing.holds] == ["TOBACCO"]
    assert licence_of(first, LAST).version == 5
    told = [each.text for each in messages(first, published.catalogue(), LAST)]
    assert any(text.startswith("「烟草零售许可」的许可被撤销") for text in told)


def test_its_permit_lives_by_the_law_under_which_it_was_granted(office):
    first = make.accepted(office, moment=DAY)
    for code, item_case in make.items(first).items():
        (make.refused if code == "TOBACCO" else make.granted)(office, item_case, moment=DAY)
    known = published.catalogue()
    check = PostCheck(within=Term(20, Unit.WORKING_DAY), commitment=False, basis=("行政许可法 61",))
    tobacco = replace(known.items["TOBACCO"], post_check=check)
    make.changed(replace(known, items={**known.items, "TOBACCO": tobacco}), make.at(2026, 3, 20))
    again = UUID(add_items(first, ["TOBACCO"], who=make.applicant_of(first), at=LATER).data["draft"])
    file_case(again, who=make.applicant_of(again), at=LATER)
    item_case = make.items(again)["TOBACCO"]
    step(again, [Move(item_case.id, Verb.ACCEPT, Acceptance())], who=office.window, at=LATER)
    make.granted(office, item_case, moment=LATER)
    met = PostCheckRecord(result="met", checkers="甲、乙", found="符合。")
    holders.does(first, "TOBACCO", met, holders.supervisor("YCZM"), LAST)
    assert holders.permit(first, "TOBACCO").checking == "passed"


def test_the_first_case_grants_after_the_second_one_had_its_permit(office):
    first = make.accepted(office, moment=DAY)
    make.refused(office, make.items(first)["TOBACCO"], moment=DAY)
    again = UUID(add_items(first, ["TOBACCO"], who=make.applicant_of(first), at=LATER).data["draft"])
    file_case(again, who=make.applicant_of(again), at=LATER)
    tobacco = make.items(again)["TOBACCO"]
    step(again, [Move(tobacco.id, Verb.ACCEPT, Acceptance())], who=office.window, at=LATER)
    make.granted(office, tobacco, moment=LATER)
    make.granted(office, make.items(first)["SEWER"], moment=LAST)
    assert {each.item for each in permits_of(first, LAST)} == {"TOBACCO", "SEWER"}
    assert licence_of(first, LAST).version == 1


def test_its_permit_expires_by_the_calendar_like_the_others(first, second):
    permit = Permit.objects.get(item="TOBACCO")
    assert permit.until_on == date(2031, 3, 31)
    seen = {each.item: each for each in permits_of(first, make.at(2031, 4, 1))}
    assert not seen["TOBACCO"].standing.holds


def test_the_watch_finds_both_cases_as_their_books_say(office, first, second):
    def found():
        return [finding for _, findings in look_over(LAST, all_of_them=True) for finding in findings]

    assert found() == []
    permit = Permit.objects.get(item="TOBACCO")
    act_on_permit(first, permit.id, Revocation(ground="69-1-3", found="违反法定程序；已听取陈述和申辩。"),
                  who=office.deciders["YCZM"], at=LAST)  # fmt: skip
    assert found() == []
    Permit.objects.filter(id=permit.id).update(standing="in_force")
    assert [(each.kind, each.case_id) for each in found()] == [("permit", second)]
