"""§7-14: granted on commitment, the check fails, nothing is mended: the organ must revoke; one chain of two organs."""

from dataclasses import replace

import pytest

from tests import holders, make, published
from yizheng.cases.commands import file_case, repair_credit
from yizheng.cases.models import CommitmentBar
from yizheng.law.papers import Cancellation, Forfeiture, Letter, PostCheckRecord, Recall, Revocation
from yizheng.law.terms import Run
from yizheng.ledger.book import entries_of, fault_in_chain
from yizheng.ledger.command import Refused
from yizheng.licences import queries
from yizheng.licences.commands import acknowledge
from yizheng.licences.models import Letter as Told
from yizheng.licences.models import LicenceVersion
from yizheng.licences.seen import Banner

pytestmark = pytest.mark.django_db

GRANTED = make.at(2026, 3, 4)
CHECKED, ORDERED, CHECKED_AGAIN, LATER = (make.at(2026, 3, day) for day in (10, 11, 20, 23))
BREACH = Revocation(ground="26-2", found="复查时安全出口仍然上锁。")


@pytest.fixture
def office():
    """The fire brigade decides; another department supervises: approval and supervision are parted (27)."""
    made = make.office()
    known = published.catalogue()
    fire = replace(known.items["FIRE_OPEN"], supervisor="SCJG")
    make.changed(replace(known, items={**known.items, "FIRE_OPEN": fire}), make.at(2026, 3, 1))
    return made


@pytest.fixture
def case_id(office):
    return holders.with_permits(office, "FIRE_OPEN", "SEWER", "TOBACCO", moment=GRANTED)


@pytest.fixture
def supervisor():
    return holders.supervisor("SCJG")


def letters(role):
    return list(Told.objects.filter(role=role).order_by("sent_at"))


def test_the_grant_is_marked_told_to_the_supervisor_and_the_check_is_due_from_it(case_id):
    fire = holders.permit(case_id, "FIRE_OPEN")
    assert (fire.by_commitment, fire.checking) == (True, "due")
    assert Run.from_data(fire.check_run).since == GRANTED.date()
    (told,) = letters("supervisor")
    assert (told.organ, "以告知承诺方式作出" in told.matter) == ("SCJG", True)
    line = LicenceVersion.objects.latest("version").face["lines"][0]
    assert (line["item"], line["by_commitment"]) == ("FIRE_OPEN", True)
    assert not holders.permit(case_id, "SEWER").checking


def test_only_the_supervising_department_checks_and_two_people_do(office, case_id, supervisor):
    met = PostCheckRecord(result="met", checkers="甲、乙", found="符合承诺。")
    with pytest.raises(Refused, match="由青岛高新区市场监督管理部监管"):
        holders.does(case_id, "FIRE_OPEN", met, holders.supervisor("XFJY"), CHECKED)
    alone = PostCheckRecord(result="met", checkers="甲", found="符合。")
    with pytest.raises(Refused, match="两名以上"):
        holders.does(case_id, "FIRE_OPEN", alone, supervisor, CHECKED)
    holders.does(case_id, "FIRE_OPEN", met, supervisor, CHECKED)
    fire = holders.permit(case_id, "FIRE_OPEN")
    assert (fire.checking, fire.check_run) == ("passed", None)


def test_a_check_that_fails_is_ordered_to_be_mended_and_checked_again(case_id, supervisor):
    holders.broken(case_id, "FIRE_OPEN", supervisor, CHECKED, ORDERED, CHECKED_AGAIN)
    assert holders.permit(case_id, "FIRE_OPEN").checking == "breached"
    assert holders.seen(case_id, "FIRE_OPEN", CHECKED_AGAIN).holds, "the supervisor finds, the organ revokes"
    (push,) = letters("decider")
    assert (push.organ, push.wish, push.paper_id is not None) == ("XFJY", "revoke", True)


def test_the_organ_must_revoke_on_this_ground_and_nothing_else(office, case_id, supervisor):
    holders.broken(case_id, "FIRE_OPEN", supervisor, CHECKED, ORDERED, CHECKED_AGAIN)
    decider = office.deciders["XFJY"]
    recall = Recall(ground="law", found="办法废止。", compensation="按实际损失。")
    with pytest.raises(Refused, match="应当撤销许可，不能办理「撤回许可」"):
        holders.does(case_id, "FIRE_OPEN", recall, decider, LATER)
    with pytest.raises(Refused, match="不适用所选的情形"):
        holders.does(case_id, "FIRE_OPEN", Revocation(ground="69-1-3", found="程序不当。"), decider, LATER)
    holders.does(case_id, "FIRE_OPEN", BREACH, decider, LATER)
    (scan,) = queries.held_by(make.case(case_id).holder_code, LATER)
    assert scan.banner == Banner.ALL, "the newest version lists what is left"
    assert [each.item for each in scan.dropped] == ["FIRE_OPEN"]


def test_one_chain_with_receipts_between_the_two_organs_and_to_the_lead(office, case_id, supervisor):
    holders.broken(case_id, "FIRE_OPEN", supervisor, CHECKED, ORDERED, CHECKED_AGAIN)
    decider = office.deciders["XFJY"]
    (push,) = letters("decider")
    with pytest.raises(Refused, match="由收函部门回执"):
        acknowledge(case_id, push.id, who=supervisor, at=LATER)
    acknowledge(case_id, push.id, who=decider, at=LATER)
    with pytest.raises(Refused, match="已回执"):
        acknowledge(case_id, push.id, who=decider, at=LATER)
    holders.does(case_id, "FIRE_OPEN", BREACH, decider, LATER)
    result = letters("supervisor")[-1]
    assert (result.event, result.organ) == ("permit.revoke", "SCJG")
    acknowledge(case_id, result.id, who=supervisor, at=LATER)
    (notice,) = letters("lead")
    acknowledge(case_id, notice.id, who=holders.lead(office), at=LATER)
    kinds = [entry.kind for entry in entries_of(case_id)]
    assert kinds.count("letter.acknowledge") == 3
    assert fault_in_chain(entries_of(case_id)) == ""


def test_the_holder_makes_no_commitment_until_the_credit_is_repaired(office, case_id, supervisor):
    holders.broken(case_id, "FIRE_OPEN", supervisor, CHECKED, ORDERED, CHECKED_AGAIN)
    holders.does(case_id, "FIRE_OPEN", BREACH, office.deciders["XFJY"], LATER)
    again = make.draft(moment=LATER)
    with pytest.raises(Refused, match="信用修复以前不适用告知承诺：请把「消防安全检查」改按一般程序申请"):
        file_case(again, who=make.applicant_of(again), at=LATER)
    general = make.draft({**make.RESTAURANT, "q_fire_mode": "general"}, moment=LATER)
    file_case(general, who=make.applicant_of(general), at=LATER)
    bar = CommitmentBar.objects.get()
    with pytest.raises(Refused, match="由牵头部门确认"):
        repair_credit(case_id, bar.id, who=supervisor, at=LATER)
    repair_credit(case_id, bar.id, who=holders.lead(office), at=LATER)
    file_case(again, who=make.applicant_of(again), at=LATER)


@pytest.mark.parametrize("ended_by", [BREACH, Forfeiture(decision="青高新消罚〔2026〕1号", found="情节严重。")])
def test_what_was_revoked_or_forfeited_after_the_breach_is_cancelled_in_the_end(office, case_id, supervisor, ended_by):
    holders.broken(case_id, "FIRE_OPEN", supervisor, CHECKED, ORDERED, CHECKED_AGAIN)
    decider = office.deciders["XFJY"]
    with pytest.raises(Refused, match="应当撤销许可，不能办理「注销许可」"):
        holders.does(case_id, "FIRE_OPEN", Cancellation(ground="70-6"), decider, LATER)
    holders.does(case_id, "FIRE_OPEN", ended_by, decider if ended_by is BREACH else supervisor, LATER)
    holders.does(case_id, "FIRE_OPEN", Cancellation(ground="70-4"), decider, LATER)
    assert holders.permit(case_id, "FIRE_OPEN").standing == "cancelled"


def test_another_ground_bars_nobody_and_a_letter_may_propose_it(office, case_id, supervisor):
    letter = Letter(wish="revoke", matter="租赁合同系伪造，建议撤销。")
    holders.does(case_id, "SEWER", letter, holders.supervisor("JSGL"), CHECKED)
    (push,) = letters("decider")
    assert (push.organ, push.matter) == ("JSGL", "租赁合同系伪造，建议撤销。")
    paper = Revocation(ground="69-2", found="租赁合同系伪造。")
    holders.does(case_id, "SEWER", paper, office.deciders["JSGL"], LATER)
    assert not CommitmentBar.objects.exists()
