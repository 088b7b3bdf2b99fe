"""增项: applying anew for one item beside a case, with what is known already (domain §7-1, §7-5)."""

from dataclasses import replace
from uuid import UUID

import pytest

from tests import make, published
from yizheng.cases.commands import add_items, file_case
from yizheng.cases.models import Material
from yizheng.cases.queries.progress import progress
from yizheng.catalogue import publishing
from yizheng.law.items import ItemUse
from yizheng.law.words import CaseState
from yizheng.ledger.book import entries_of, fault_in_chain
from yizheng.ledger.command import Refused

pytestmark = pytest.mark.django_db

DAY, LATER = make.at(2026, 3, 2), make.at(2026, 3, 20)


@pytest.fixture
def office():
    return make.office()


def addable(case_id, moment=LATER):
    return {each.code: each.newly_needed for each in progress(case_id, moment).addable}


def add(case_id, *items):
    answer = add_items(case_id, items, who=make.applicant_of(case_id), at=LATER)
    return UUID(answer.data["draft"])


def refused_tobacco(office):
    case_id = make.accepted(office, moment=DAY)
    make.refused(office, make.items(case_id)["TOBACCO"], moment=DAY)
    return case_id


def test_what_was_refused_can_be_applied_for_again_and_nothing_else(office):
    case_id = refused_tobacco(office)
    assert addable(case_id) == {"TOBACCO": False}
    with pytest.raises(Refused, match="正在办理或者已经准予，不用再申请"):
        add(case_id, "SEWER")
    with pytest.raises(Refused, match="不需要办理这一项"):
        add(case_id, "CINEMA")


def test_what_was_filled_in_and_handed_in_is_there_already(office):
    case_id = refused_tobacco(office)
    draft = make.case(add(case_id, "TOBACCO"))
    assert (draft.state, draft.only, draft.joins) == (CaseState.DRAFT, ["TOBACCO"], case_id)
    assert draft.form == make.case(case_id).form
    handed_in = set(Material.objects.filter(case_id=case_id).values_list("digest", "code"))
    assert set(Material.objects.filter(case_id=draft.id).values_list("digest", "code")) < handed_in


def test_it_is_a_case_of_its_own_with_one_item_and_its_own_receipt(office):
    case_id = refused_tobacco(office)
    draft = add(case_id, "TOBACCO")
    file_case(draft, who=make.applicant_of(draft), at=LATER)
    assert list(make.items(draft)) == ["TOBACCO"]
    assert make.case(draft).number != make.case(case_id).number
    assert addable(case_id) == {}, "it is being applied for"
    for each in (case_id, draft):
        assert fault_in_chain(entries_of(each)) == ""


def test_of_two_drafts_for_the_same_item_only_one_is_filed(office):
    case_id = refused_tobacco(office)
    one, other = add(case_id, "TOBACCO"), add(case_id, "TOBACCO")
    file_case(one, who=make.applicant_of(one), at=LATER)
    with pytest.raises(Refused, match="正在办理或者已经准予，不用再申请"):
        file_case(other, who=make.applicant_of(other), at=LATER)
    assert not make.items(other)


def test_what_a_new_law_asks_for_is_told_and_added_with_consent(office):
    case_id = make.accepted(office, moment=DAY)
    known = publishing.version(publishing.in_force_id(DAY))
    restaurant = known.industries["RESTAURANT"]
    more = replace(restaurant, items=(*restaurant.items, ItemUse(item="HEALTH_PUBLIC", why="新规定")))
    catalogue = replace(published.catalogue(), industries={**known.industries, "RESTAURANT": more})
    make.changed(catalogue, make.at(2026, 3, 10), make.at(2026, 3, 15))
    assert addable(case_id, make.at(2026, 3, 14)) == {}
    assert addable(case_id) == {"HEALTH_PUBLIC": True}
    draft = make.case(add(case_id, "HEALTH_PUBLIC"))
    assert draft.catalogue_id != make.case(case_id).catalogue_id
    assert len(make.items(case_id)) == 5, "the others go on as they are"


def test_nobody_adds_to_a_case_that_is_not_theirs(office):
    case_id = refused_tobacco(office)
    with pytest.raises(Refused, match="只有申请人本人或窗口服务专员"):
        add_items(case_id, ["TOBACCO"], who=office.reviewers["YCZM"], at=LATER)
