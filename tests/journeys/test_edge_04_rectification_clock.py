"""§7-4 The rectification clock: it stands still only where a sector rule says so, and only as told in writing.

A pharmacy that sells devices of class III: its device item leaves rectification out (医疗器械经营监督管理办法 13),
the food item of the same case does not.
"""

from datetime import date

import pytest

from tests import make
from yizheng.cases.commands import Move, step
from yizheng.cases.models import PaperRecord
from yizheng.cases.papers import read
from yizheng.cases.queries.progress import progress
from yizheng.cases.timing import due_of, runs_of
from yizheng.catalogue import publishing
from yizheng.law.papers import Recheck, Rectification, RectificationReport, SpecialProcedure
from yizheng.law.words import ClockName, State, Verb
from yizheng.ledger.command import Refused

pytestmark = pytest.mark.django_db

MONDAY, WEDNESDAY = make.at(2026, 3, 2), make.at(2026, 3, 4)
PHARMACY = {
    "q_drug_class": "rx", "q_scope": ["patent"], "q_pharmacist": True, "q_mode": "single", "q_device2": False,
    "q_device3": True, "q_food_drug": ["bulk"], "q_area": 90.0, "q_online": False, "q_agent": False,
}  # fmt: skip
DEVICE, FOOD = "DEVICE_III", "FOOD_SALE"
INSPECTORS = "李审查 1\n钱同行 2"


@pytest.fixture
def office():
    return make.office()


@pytest.fixture
def case_id(office):
    case_id = make.accepted(office, moment=MONDAY, answers=PHARMACY, industry="PHARMACY")
    for code in (DEVICE, FOOD):
        make.visited(office, make.items(case_id)[code], moment=WEDNESDAY, result="rectify")
    return case_id


def do(office, case_id, item, verb, paper, moment, *, who=None):
    item_case = make.items(case_id)[item]
    step(case_id, [Move(item_case.id, verb, paper)], who=who or office.reviewers[item_case.organ], at=moment)


def rectify(office, case_id, item, until=date(2026, 3, 20)):
    do(office, case_id, item, Verb.RECTIFY, Rectification(findings="1．补齐标识。", until_on=until), WEDNESDAY)


def due(case_id, item):
    """The last day of the statutory limit."""
    return due_of(ClockName.STATUTORY, runs_of(make.items(case_id)[item]), publishing.calendar())


def test_it_runs_on_where_no_rule_says_otherwise(office, case_id):
    before = due(case_id, FOOD)
    rectify(office, case_id, FOOD)
    assert make.items(case_id)[FOOD].state == State.RECTIFYING
    assert due(case_id, FOOD) == before
    assert "整改期间办理期限照常计算" in "".join(read(PaperRecord.objects.get(kind="rectification")).paragraphs)


def test_it_stands_still_where_the_sector_rule_says_so(office, case_id):
    before = due(case_id, DEVICE)
    rectify(office, case_id, DEVICE)
    calendar = publishing.calendar()
    left_out = calendar.workdays_between(date(2026, 3, 3), date(2026, 3, 20))
    assert due(case_id, DEVICE) == calendar.nth_workday_after(before, left_out)
    sheet = "".join(read(PaperRecord.objects.get(kind="rectification")).paragraphs)
    assert "整改时间不计入办理期限（《医疗器械经营监督管理办法》第十三条）" in sheet


def test_the_case_shows_one_paused_and_the_other_not(office, case_id):
    for code in (DEVICE, FOOD):
        rectify(office, case_id, code)
    shown = {each.item: each for each in progress(case_id, WEDNESDAY).items}
    assert shown[DEVICE].due.on > shown[FOOD].due.on
    reasons = {day.why for count in shown[DEVICE].counts for day in count.days}
    assert any("整改期间不计入" in why for why in reasons)


def test_reported_sooner_it_runs_again_the_day_after(office, case_id):
    before = due(case_id, DEVICE)
    rectify(office, case_id, DEVICE)
    report = RectificationReport(done="标识已补齐。")
    do(office, case_id, DEVICE, Verb.REPORT, report, make.at(2026, 3, 6), who=make.applicant_of(case_id))
    calendar = publishing.calendar()
    assert due(case_id, DEVICE) == calendar.nth_workday_after(before, 3), "4, 5 and 6 March"


def test_not_reported_in_time_it_runs_again_and_the_organ_looks_at_the_facts(office, case_id):
    rectify(office, case_id, DEVICE, until=date(2026, 3, 9))
    told = due(case_id, DEVICE)
    recheck = Recheck(visited_on=date(2026, 3, 9), inspectors=INSPECTORS, found="没有改。", result="failed")
    with pytest.raises(Refused, match="整改期限也没有届满，不能复审"):
        do(office, case_id, DEVICE, Verb.RECHECK, recheck, make.at(2026, 3, 9))
    late = Recheck(visited_on=date(2026, 3, 12), inspectors=INSPECTORS, found="没有改。", result="failed")
    do(office, case_id, DEVICE, Verb.RECHECK, late, make.at(2026, 3, 12))
    assert due(case_id, DEVICE) == told, "what was not told in writing is not left out"


def test_what_is_to_be_put_right_is_told_once(office, case_id):
    rectify(office, case_id, FOOD)
    report = RectificationReport(done="标识已补齐。")
    do(office, case_id, FOOD, Verb.REPORT, report, make.at(2026, 3, 5), who=make.applicant_of(case_id))
    recheck = Recheck(visited_on=date(2026, 3, 6), inspectors=INSPECTORS, found="已改好。", result="passed")
    do(office, case_id, FOOD, Verb.RECHECK, recheck, make.at(2026, 3, 6))
    again = Rectification(findings="又发现一处。", until_on=date(2026, 3, 20))
    with pytest.raises(Refused, match="复审后不能再提新的整改要求"):
        do(office, case_id, FOOD, Verb.RECTIFY, again, make.at(2026, 3, 6))


@pytest.mark.parametrize("procedure", ["", "rectification", "visit"])
def test_no_pause_without_a_registered_ground(office, case_id, procedure):
    paper = SpecialProcedure(procedure=procedure, why="等一等", until_on=date(2026, 3, 20))
    with pytest.raises(Refused):
        do(office, case_id, FOOD, Verb.PAUSE, paper, WEDNESDAY)
