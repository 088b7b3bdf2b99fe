"""撤销: the event changes permit, licence and page in the same transaction (行政许可法 69, domain §7-3)."""

import pytest

from tests import make
from yizheng.cases.models import PaperRecord
from yizheng.cases.papers import read
from yizheng.law.papers import Revocation
from yizheng.ledger.book import entries_of
from yizheng.ledger.command import Refused
from yizheng.licences.commands import act_on_permit
from yizheng.licences.models import Licence, LicenceVersion, Permit, PermitStanding

pytestmark = pytest.mark.django_db

DAY = make.at(2026, 3, 4)
PAPER = Revocation(ground="69-2", found="以虚假租赁合同取得许可。")


@pytest.fixture
def office():
    return make.office()


@pytest.fixture
def case_id(office):
    """Three permits: licence v2."""
    case_id = make.accepted(office, moment=make.at(2026, 3, 2))
    for code in ("FOOD_CATERING", "SEWER", "TOBACCO"):
        make.granted(office, make.items(case_id)[code], moment=DAY)
    return case_id


def revoked(office, case_id, item, day=5):
    permit = Permit.objects.get(item=item)
    who = office.deciders[permit.organ]
    return act_on_permit(case_id, permit.id, PAPER, who=who, at=make.at(2026, 4, day))


def test_the_next_version_leaves_the_revoked_permit_out(office, case_id):
    revoked(office, case_id, "TOBACCO")
    newest = LicenceVersion.objects.latest("version")
    assert newest.version == 3
    assert [line["item"] for line in newest.face["lines"]] == ["FOOD_CATERING", "SEWER"]
    history = PermitStanding.objects.filter(permit__item="TOBACCO").order_by("since")
    assert [each.standing for each in history] == ["in_force", "revoked"]
    assert "行政许可法第六十九条第二款" in history.last().ground


def test_the_new_version_has_the_same_serial_and_a_new_check_character(office, case_id):
    revoked(office, case_id, "TOBACCO")
    second, third = LicenceVersion.objects.order_by("version")[1:]
    assert second.identifier.split(".")[-3] == third.identifier.split(".")[-3]
    assert third.identifier.split(".")[-2] == "003"
    assert second.token != third.token


def test_below_two_permits_the_licence_is_retired_and_the_last_permit_stays(office, case_id):
    revoked(office, case_id, "TOBACCO")
    revoked(office, case_id, "SEWER", day=6)
    licence = Licence.objects.get()
    assert licence.retired_at == make.at(2026, 4, 6)
    assert "至少载明两项" in licence.retired_why
    assert Permit.objects.get(item="FOOD_CATERING").standing == "in_force"


def test_the_paper_says_what_becomes_of_the_licence_as_long_as_there_is_one(office, case_id):
    said = []
    for day, code in enumerate(("TOBACCO", "SEWER", "FOOD_CATERING"), start=5):
        revoked(office, case_id, code, day=day)
        said.append("".join(read(PaperRecord.objects.filter(kind="revocation").latest("made_at")).paragraphs))
    assert "请持旧证免费换发新证" in said[0]
    assert "停止使用，请交回" in said[1]
    assert "行业综合许可证" not in said[2]
    assert ["三年内不得再次申请" in text for text in said] == [False, False, True], "only food concerns health"


def test_each_consequence_points_to_its_cause(office, case_id):
    revoked(office, case_id, "TOBACCO")
    by_id = {entry.id: entry for entry in entries_of(case_id)}
    issued = [entry for entry in by_id.values() if entry.kind == "licence.issue"]
    assert [by_id[entry.cause_id].kind for entry in issued] == ["permit.make", "permit.make", "permit.revoke"]


def test_a_permit_is_revoked_once_and_only_by_its_own_organ(office, case_id):
    permit = Permit.objects.get(item="TOBACCO")
    with pytest.raises(Refused, match="由青岛市烟草专卖局"):
        act_on_permit(case_id, permit.id, PAPER, who=office.deciders["SCJG"], at=DAY)
    revoked(office, case_id, "TOBACCO")
    with pytest.raises(Refused, match="该许可现为「已撤销」"):
        revoked(office, case_id, "TOBACCO", day=7)


def test_a_revocation_without_facts_is_refused_and_nothing_changes(office, case_id):
    permit = Permit.objects.get(item="TOBACCO")
    empty = Revocation(ground="69-2", found="")
    with pytest.raises(Refused, match="请填写「查明的事实」"):
        act_on_permit(case_id, permit.id, empty, who=office.deciders[permit.organ], at=DAY)
    assert LicenceVersion.objects.count() == 2
