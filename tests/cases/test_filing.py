"""Filing: number, receipt to the second, item-cases and clocks in one act; every fault named, nothing lost."""

import re

import pytest

from tests import make
from yizheng.cases.commands import file_case
from yizheng.cases.models import ItemCase, MaterialUse, PaperRecord
from yizheng.cases.papers import digest_of, read
from yizheng.catalogue import publishing
from yizheng.law.authority import Who
from yizheng.law.numbers import case_number_fault
from yizheng.law.words import CaseState, Role
from yizheng.ledger.book import entries_of
from yizheng.ledger.command import Refused

pytestmark = pytest.mark.django_db

DAY = make.at(2026, 3, 2, 9, 30)


@pytest.fixture(autouse=True)
def office():
    return make.office()


def faults_when(**form):
    case_id = make.draft(moment=DAY, form=form)
    with pytest.raises(Refused) as refusal:
        file_case(case_id, who=make.applicant_of(case_id), at=DAY)
    assert make.case(case_id).state == CaseState.DRAFT
    assert make.case(case_id).form.items() >= form.items(), "nothing already entered is lost"
    return {fault.field: fault.sentence for fault in refusal.value.faults}


def test_a_case_gets_its_number_its_items_and_a_receipt_to_the_second():
    case_id = make.filed(moment=DAY)
    case = make.case(case_id)
    assert case_number_fault(case.number) == ""
    assert case.received_at == DAY
    assert list(make.items(case_id)) == ["FOOD_CATERING", "FIRE_OPEN", "SEWER", "TOBACCO", "SIGN_OUTDOOR"]
    sheet = read(PaperRecord.objects.get(kind="receipt"))
    assert "2026年3月2日09时30分00秒" in sheet.paragraphs[0]
    assert dict(sheet.facts)["查询码"] == case.query_code
    assert dict(sheet.facts)["最迟答复受理日"] == "2026年3月9日"


def test_numbers_follow_each_other_without_gaps_also_after_a_refusal():
    first = make.filed(moment=DAY)
    faults_when(credit_code="")
    second = make.filed(moment=DAY)
    serials = [make.case(case_id).number[-6:-1] for case_id in (first, second)]
    assert serials == ["00001", "00002"]


def test_every_fault_is_named_at_once():
    faults = faults_when(
        credit_code="91370214MACDEF2942", rep_id_number="370214188801010016", opening_date="2026-02-30"
    )
    assert set(faults) == {"credit_code", "rep_id_number", "opening_date"}
    assert "统一社会信用代码" in faults["credit_code"]
    assert "身份证" in faults["rep_id_number"]


def test_a_material_that_is_missing_is_named():
    case_id = make.draft(moment=DAY, without=["M_PLAN_BASE"])
    with pytest.raises(Refused, match="请上传「经营场所平面图"):
        file_case(case_id, who=make.applicant_of(case_id), at=DAY)


def test_only_the_applicant_or_the_window_files():
    case_id = make.draft(moment=DAY)
    with pytest.raises(Refused, match="只能由申请人、窗口服务专员办理"):
        file_case(case_id, who=Who("someone", "路人"), at=DAY)


def test_filing_twice_gives_the_first_answer_once_more():
    case_id = make.draft(moment=DAY)
    first = file_case(case_id, who=make.applicant_of(case_id), at=DAY, key="one")
    again = file_case(case_id, who=make.applicant_of(case_id), at=DAY, key="one")
    assert (first.repeated, again.repeated) == (False, True)
    assert first.data["number"] == again.data["number"]
    assert ItemCase.objects.count() == 5


def test_the_window_enters_the_same_application_under_the_same_rules(office):
    case_id = make.filed(moment=DAY, by=office.window)
    case = make.case(case_id)
    assert (case.channel, case.receiver_name) == ("window", "王窗口")
    assert [each.item for each in make.items(case_id).values()] == [each.item for each in ItemCase.objects.all()]
    assert office.window.has(Role.WINDOW)


def test_one_upload_serves_every_item_that_uses_it():
    case_id = make.filed(moment=DAY)
    uses = MaterialUse.objects.filter(item_case__case_id=case_id, code="M_PLAN_BASE")
    assert {use.item_case.item for use in uses} == {"FOOD_CATERING", "FIRE_OPEN", "SEWER"}


def test_the_case_is_pinned_to_the_catalogue_in_force_when_it_is_filed():
    case_id = make.filed(moment=DAY)
    assert make.case(case_id).catalogue_id == publishing.in_force_id(DAY)


def test_a_paper_keeps_its_digest():
    make.filed(moment=DAY)
    record = PaperRecord.objects.get(kind="receipt")
    assert record.digest == digest_of(record)
    assert re.fullmatch(r"青高新审〔2026〕综收字第\d{5}号", record.number)


def test_the_book_begins_with_the_draft_and_goes_on_with_the_filing():
    case_id = make.filed(moment=DAY)
    assert [entry.kind for entry in entries_of(case_id)] == ["draft.open", "case.file"]
