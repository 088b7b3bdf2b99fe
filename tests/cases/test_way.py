"""The whole way of a case through the commands."""

import pytest

from tests import make
from yizheng.cases.commands import Move, step
from yizheng.cases.models import PaperRecord
from yizheng.cases.papers import read
from yizheng.law.papers import Acceptance
from yizheng.law.words import CaseState, Verb
from yizheng.ledger.book import entries_of, fault_in_chain
from yizheng.ledger.command import Refused
from yizheng.licences.models import LicenceVersion, Permit

pytestmark = pytest.mark.django_db


def test_the_same_item_twice_in_one_act_is_refused():
    office = make.office()
    case_id = make.filed(moment=make.at(2026, 3, 2))
    sewer = make.items(case_id)["SEWER"]
    twice = [Move(sewer.id, Verb.ACCEPT, Acceptance())] * 2
    with pytest.raises(Refused, match="一次只能办理一步"):
        step(case_id, twice, who=office.window, at=make.at(2026, 3, 2))
    assert not PaperRecord.objects.filter(kind="acceptance").exists()


def test_five_grants_make_five_permits_and_four_versions_of_the_licence():
    office = make.office()
    case_id = make.accepted(office, moment=make.at(2026, 3, 2))
    assert make.case(case_id).state == CaseState.ACCEPTED
    for item_case in make.items(case_id).values():
        make.granted(office, item_case, moment=make.at(2026, 3, 4))
    assert make.case(case_id).state == CaseState.ALL_GRANTED
    assert Permit.objects.count() == 5
    assert [v.version for v in LicenceVersion.objects.order_by("version")] == [1, 2, 3, 4]
    assert fault_in_chain(entries_of(case_id)) == ""
    for record in PaperRecord.objects.all():
        assert read(record).title
