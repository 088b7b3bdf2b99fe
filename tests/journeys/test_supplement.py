"""一次性补正告知: one notice with every organ's points, answered once; what others accepted stays (domain §7-8)."""

import pytest

from tests import make
from yizheng.cases.commands import Move, add_point, hand_in, issue_supplement, settle_case, step, supply, take_out
from yizheng.cases.models import Material, MaterialUse, PaperRecord
from yizheng.cases.papers import read
from yizheng.cases.queries.item_page import item_page
from yizheng.law.papers import Acceptance, NonAcceptance, SupplementNotice, SupplementReply, Withdrawal
from yizheng.law.words import State, Verb
from yizheng.ledger.book import entries_of, fault_in_chain
from yizheng.ledger.command import Refused
from yizheng.licences.models import LicenceVersion

pytestmark = pytest.mark.django_db

FILED, TOLD, ANSWERED = make.at(2026, 3, 2), make.at(2026, 3, 4), make.at(2026, 3, 11)


@pytest.fixture
def office():
    return make.office()


@pytest.fixture
def case_id(office):
    return make.filed(moment=FILED)


def point(case_id, item, target, who, problem="图上没有标出隔油池", remedy="在图上标出隔油池的位置"):
    item_case = make.items(case_id)[item]
    return add_point(case_id, item_case.id, target=target, problem=problem, remedy=remedy, who=who, at=TOLD)


@pytest.fixture
def told(office, case_id):
    """The window doubts the address for tobacco; the food organ doubts its drawing; one notice goes out."""
    point(case_id, "TOBACCO", "premises_address", office.window, "没有门牌号", "补写门牌号")
    point(case_id, "FOOD_CATERING", "M_PLAN_BASE", office.reviewers["SCJG"])
    issue_supplement(case_id, who=office.window, at=TOLD)
    return case_id


def reply(case_id, who=None, note="", **corrections):
    supply(
        case_id, SupplementReply(note=note), corrections=corrections, who=who or make.applicant_of(case_id), at=ANSWERED
    )


def test_what_was_supplied_and_not_answered_is_accepted_from_the_day_it_was_supplied_performed_or_not(office, told):
    reply(told, premises_address="青岛高新区和融路1号101户", note="图纸无需更改，见说明。")
    food, late = make.items(told)["FOOD_CATERING"], make.at(2026, 3, 20)
    seen = item_page(food.id, office.reviewers["SCJG"], late.date()).item
    assert (seen.deemed, seen.accepted_at) == (True, ANSWERED)
    settle_case(told, at=late)
    assert make.items(told)["FOOD_CATERING"].accepted_at == ANSWERED


def test_one_notice_carries_the_points_of_every_organ(told):
    (record,) = PaperRecord.objects.filter(kind="supplement")
    (table,) = read(record).tables
    assert [(row[0], row[4]) for row in table.rows] == [
        ("烟草零售许可", "审批部"),
        ("食品经营许可（餐饮）", "市场监管部"),
    ]
    states = {code: each.state for code, each in make.items(told).items()}
    assert states["TOBACCO"] == states["FOOD_CATERING"] == State.SUPPLEMENTING
    assert states["SEWER"] == State.SUBMITTED, "what nobody doubts goes on"


def test_a_second_notice_is_refused(office, told):
    with pytest.raises(Refused, match="已一次性告知"):
        point(told, "SEWER", "premises_address", office.window)
    with pytest.raises(Refused):
        issue_supplement(told, who=office.window, at=TOLD)


def test_nothing_beyond_the_one_time_notice_can_be_asked_for(office, case_id):
    with pytest.raises(Refused, match="只能就一次告知的材料和信息"):
        point(case_id, "SEWER", "M_ANYTHING_ELSE", office.window)


def test_another_organ_cannot_add_points_to_an_item_that_is_not_its_own(office, case_id):
    with pytest.raises(Refused, match="窗口服务专员或该事项的审批部门"):
        point(case_id, "TOBACCO", "premises_address", office.reviewers["SCJG"])


def test_the_answer_makes_a_new_version_for_the_doubting_item_alone(told):
    hand_in(told, "M_PLAN_BASE", [make.kept("改好的图.png", 90)], who=make.applicant_of(told), at=ANSWERED)
    reply(told, premises_address="青岛市高新区汇智桥路127号1层105室")
    assert [m.version for m in Material.objects.filter(code="M_PLAN_BASE").order_by("version")] == [1, 2]
    uses = MaterialUse.objects.filter(code="M_PLAN_BASE").order_by("item_case__place", "version")
    assert [(use.item_case.item, use.version, use.standing) for use in uses] == [
        ("FOOD_CATERING", 1, "doubted"),
        ("FOOD_CATERING", 2, "offered"),
        ("FIRE_OPEN", 1, "offered"),
        ("SEWER", 1, "offered"),
    ], "one drawing for three items: correcting it for one does not change what the others have"
    assert make.case(told).form["premises_address"].endswith("105室")
    assert fault_in_chain(entries_of(told)) == ""


def test_the_receipt_of_the_answer_lists_the_new_files_and_the_corrected_fields(told):
    files = [make.kept("改好的图.png", 90), make.kept("二层.png", 91)]
    hand_in(told, "M_PLAN_BASE", files, who=make.applicant_of(told), at=ANSWERED)
    reply(told, premises_address="青岛市高新区汇智桥路127号1层105室")
    sheet = read(PaperRecord.objects.get(kind="supplement_reply"))
    assert [row[1] for row in sheet.tables[0].rows] == ["2个文件"]
    assert sheet.tables[1].title.startswith("受理审查期限怎样算：")
    assert dict(sheet.facts)["更正的信息"] == "店铺实际地址"


def test_a_wrong_file_can_be_taken_out_again_before_the_answer_is_submitted(told):
    applicant = make.applicant_of(told)
    hand_in(told, "M_PLAN_BASE", [make.kept("传错了.png", 10)], who=applicant, at=ANSWERED)
    wrong = Material.objects.get(name="传错了.png")
    take_out(told, wrong.id, who=applicant, at=ANSWERED)
    hand_in(told, "M_PLAN_BASE", [make.kept("改好的图.png", 90)], who=applicant, at=ANSWERED)
    reply(told, premises_address="青岛市高新区汇智桥路127号1层105室")
    with pytest.raises(Refused, match="不能再按草稿修改"):
        take_out(told, Material.objects.get(name="改好的图.png").id, who=applicant, at=ANSWERED)


def test_a_corrected_name_stands_on_papers_licence_and_searches_from_then_on(office, case_id):
    point(case_id, "SEWER", "applicant_name", office.window, "与营业执照不一致", "照营业执照填写")
    issue_supplement(case_id, who=office.window, at=TOLD)
    reply(case_id, applicant_name="青岛喆味轩餐饮有限公司")
    case = make.case(case_id)
    assert (case.holder, case.form["applicant_name"]) == ("青岛喆味轩餐饮有限公司",) * 2
    sewer = make.items(case_id)["SEWER"]
    step(case_id, [Move(sewer.id, Verb.ACCEPT, Acceptance())], who=office.window, at=ANSWERED)
    for code in ("SEWER", "TOBACCO"):
        make.granted(office, make.items(case_id)[code], moment=ANSWERED)
    assert LicenceVersion.objects.get().face["holder"] == "青岛喆味轩餐饮有限公司"


def test_points_left_open_may_end_in_non_acceptance_and_answered_ones_never(office, told):
    hand_in(told, "M_PLAN_BASE", [make.kept("改好的图.png", 90)], who=make.applicant_of(told), at=ANSWERED)
    reply(told, note="门牌号没有。")
    items = make.items(told)
    assert (items["FOOD_CATERING"].open_points, items["TOBACCO"].open_points) == (0, 1)
    no = NonAcceptance(ground="not_supplied", reasons="没有门牌号，无法确定经营地点。")
    with pytest.raises(Refused, match="已按要求全部补正，应当受理"):
        step(told, [Move(items["FOOD_CATERING"].id, Verb.NOT_ACCEPT, no)], who=office.window, at=ANSWERED)
    step(told, [Move(items["TOBACCO"].id, Verb.NOT_ACCEPT, no)], who=office.window, at=ANSWERED)
    assert make.items(told)["TOBACCO"].state == State.NOT_ACCEPTED


def test_the_supplement_is_asked_and_answered_for_the_whole_case_and_never_by_the_item(told):
    """Found by walking at random: an answer to one item left the case without its day."""
    tobacco = make.items(told)["TOBACCO"]
    with pytest.raises(Refused, match="「提交补正材料」对整个办件一次办理"):
        step(told, [Move(tobacco.id, Verb.SUPPLY, SupplementReply())], who=make.applicant_of(told), at=ANSWERED)
    assert make.items(told)["TOBACCO"].state == State.SUPPLEMENTING


def test_points_about_a_withdrawn_item_need_no_answer(told):
    tobacco = make.items(told)["TOBACCO"]
    step(told, [Move(tobacco.id, Verb.WITHDRAW, Withdrawal())], who=make.applicant_of(told), at=TOLD)
    hand_in(told, "M_PLAN_BASE", [make.kept("改好的图.png", 90)], who=make.applicant_of(told), at=ANSWERED)
    reply(told)
    assert make.items(told)["FOOD_CATERING"].state == State.SUPPLIED


def test_points_about_an_item_accepted_meanwhile_do_not_hold_up_the_notice(office, case_id):
    point(case_id, "SEWER", "premises_address", office.window)
    point(case_id, "TOBACCO", "premises_address", office.window)
    step(case_id, [Move(make.items(case_id)["SEWER"].id, Verb.ACCEPT, Acceptance())], who=office.window, at=TOLD)
    issue_supplement(case_id, who=office.window, at=TOLD)
    (table,) = read(PaperRecord.objects.get(kind="supplement")).tables
    assert [row[0] for row in table.rows] == ["烟草零售许可"]


def test_a_point_is_short_enough_to_be_read(office, case_id):
    with pytest.raises(Refused, match="「问题」最多1000个字"):
        point(case_id, "SEWER", "premises_address", office.window, problem="长" * 1001)


def test_only_what_was_doubted_may_be_changed(told):
    with pytest.raises(Refused, match="没有要求补正这份材料"):
        hand_in(told, "M_SIGN_DESIGN", [make.kept()], who=make.applicant_of(told), at=ANSWERED)
    with pytest.raises(Refused, match="没有要求更改"):
        reply(told, applicant_name="别的公司")


def test_an_answer_that_leaves_points_open_needs_a_word_why(told):
    with pytest.raises(Refused, match="还有补正内容没有处理"):
        reply(told)
    reply(told, note="隔油池在地下，图上本来就有。")
    assert make.items(told)["FOOD_CATERING"].state == State.SUPPLIED


def test_after_the_answer_the_hall_must_accept_and_the_clock_counts_from_there(office, told):
    reply(told, note="都已在图上。")
    food = make.items(told)["FOOD_CATERING"]
    assert food.due_on.isoformat() == "2026-03-18", "five working days after 2026-03-11"
    with pytest.raises(Refused, match="补正只能一次性告知"):
        point(told, "FOOD_CATERING", "premises_address", office.window)
    step(told, [Move(food.id, Verb.ACCEPT, Acceptance())], who=office.window, at=make.at(2026, 3, 12))
    assert make.items(told)["FOOD_CATERING"].state == State.REVIEWING


@pytest.mark.parametrize("verb", [Verb.SUPPLEMENT, Verb.SUPPLY])
def test_neither_the_notice_nor_its_answer_is_a_step_of_one_item(office, told, verb):
    """Found by walking at random: an answer to one item alone went past the points that nobody had dealt with."""
    code, paper = ("SEWER", SupplementNotice()) if verb == Verb.SUPPLEMENT else ("TOBACCO", SupplementReply())
    move = Move(make.items(told)[code].id, verb, paper)
    with pytest.raises(Refused):
        step(told, [move], who=office.window, at=ANSWERED)
    assert make.case(told).supplied_at is None
    assert make.items(told)["TOBACCO"].state == State.SUPPLEMENTING
