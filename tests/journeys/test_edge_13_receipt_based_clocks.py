"""Edge case 13: a limit from receipt in calendar days beside one from acceptance in working days; the earlier steers.

A swimming pool: thirty days from receipt by 体育法 105, ten working days from acceptance as promised.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from tests import make
from yizheng.cases.commands import Move, add_point, issue_supplement, step, supply
from yizheng.cases.models import ItemCase, PaperRecord
from yizheng.cases.papers import read
from yizheng.cases.queries.progress import ItemProgress, progress
from yizheng.catalogue import publishing
from yizheng.law.clocks import Lamp, Run, Term, Unit, due, is_overdue, lamp, remaining, spent
from yizheng.law.papers import Acceptance, SupplementReply
from yizheng.law.words import Verb

POOL = {
    "q_sport_kind": "hall", "q_pool": True, "q_pool_area": 300.0, "q_climb": [], "q_area": 900.0, "q_central_ac": False,
    "q_fire_mode": "general", "q_snack": "none", "q_prepaid": False, "q_sign": "plain", "q_agent": False,
}  # fmt: skip
RECEIVED = make.at(2026, 2, 10)
"""A Tuesday before the spring festival: 2026-02-15 to 02-23 are off, Saturdays 02-14 and 02-28 are worked."""


def filed() -> UUID:
    return make.filed(POOL, industry="GYM_POOL", moment=RECEIVED)


def sport(case_id: UUID) -> ItemCase:
    return make.items(case_id)["SPORT_HIGHRISK"]


def shown(case_id: UUID, at: Any) -> ItemProgress:
    return progress(case_id, at).item(sport(case_id).id)


def days(item: ItemProgress) -> list[tuple[str, date, date]]:
    return [(each.clock, each.since, each.due) for each in item.counts]


def accepted(case_id: UUID, made: make.Office, at: Any) -> None:
    step(case_id, [Move(sport(case_id).id, Verb.ACCEPT, Acceptance())], who=made.window, at=at)


def supplemented(case_id: UUID, made: make.Office, told: Any, answered: Any) -> None:
    """The window asks once for something, and the applicant answers later."""
    said = {"target": "M_INSURANCE", "problem": "看不清", "remedy": "重拍"}
    add_point(case_id, sport(case_id).id, who=made.window, at=told, **said)
    issue_supplement(case_id, who=made.window, at=told)
    reply = SupplementReply(note="已重新投保，保单号不变。")
    supply(case_id, reply, corrections={}, who=make.applicant_of(case_id), at=answered)


@pytest.mark.django_db
def test_the_clock_from_receipt_runs_from_the_first_day_and_the_answer_on_acceptance_steers() -> None:
    make.office()
    case_id = filed()
    before = shown(case_id, RECEIVED)
    assert days(before) == [
        ("acceptance", date(2026, 2, 10), date(2026, 2, 24)),
        ("statutory", date(2026, 2, 10), date(2026, 3, 12)),
    ]
    assert before.due is not None
    assert (before.due.clock, before.due.on, before.due.words) == ("受理审查期限", date(2026, 2, 24), "还剩5个工作日")


@pytest.mark.django_db
def test_after_acceptance_both_days_are_shown_and_the_promised_one_steers_when_it_is_earlier() -> None:
    made = make.office()
    case_id = filed()
    accepted(case_id, made, make.at(2026, 2, 24))
    now = shown(case_id, make.at(2026, 2, 24))
    assert days(now) == [
        ("promised", date(2026, 2, 24), date(2026, 3, 9)),
        ("statutory", date(2026, 2, 10), date(2026, 3, 12)),
    ]
    assert sport(case_id).due_on == date(2026, 3, 9)


@pytest.mark.django_db
def test_time_used_for_a_supplement_eats_the_organs_time_and_the_statutory_day_steers() -> None:
    made = make.office()
    case_id = filed()
    supplemented(case_id, made, make.at(2026, 2, 11), make.at(2026, 3, 5))
    accepted(case_id, made, make.at(2026, 3, 6))
    now = shown(case_id, make.at(2026, 3, 6))
    assert days(now) == [
        ("statutory", date(2026, 2, 10), date(2026, 3, 12)),
        ("promised", date(2026, 3, 6), date(2026, 3, 20)),
    ]
    assert now.due is not None
    assert (now.due.clock, now.due.words, now.due.lamp) == ("法定办结时限", "还剩6天", Lamp.ORANGE)
    assert sport(case_id).due_on == date(2026, 3, 12)
    overdue = shown(case_id, make.at(2026, 3, 15)).due
    assert overdue is not None
    assert (overdue.words, overdue.lamp) == ("已逾期3天", Lamp.RED)


@pytest.mark.django_db
def test_the_page_shows_both_counts_and_the_paper_prints_both() -> None:
    made = make.office()
    case_id = filed()
    accepted(case_id, made, make.at(2026, 2, 24))
    case, browser = make.case(case_id), Client()
    browser.post(reverse("query"), {"number": case.number, "code": case.query_code})
    page = browser.get(reverse("progress", args=[case.number])).content.decode()
    assert "自2026年2月10日起30日" in page
    assert "自2026年2月24日起10个工作日" in page
    sheet = read(PaperRecord.objects.get(case_id=case_id, kind="acceptance"))
    titles = [each.title for each in sheet.tables]
    assert titles == [
        "法定办结时限怎样算：自2026年2月10日起30日，最后一天是2026年3月12日",
        "承诺办结时限怎样算：自2026年2月24日起10个工作日，最后一天是2026年3月9日",
    ]
    assert sheet.tables[0].rows[1] == ("2月11日—3月12日", "第1—30日", "")


# --- every unit and every start that sectors have -------------------------------------------------------------------


def by_hand(run: Run) -> list[date]:
    """The days that count, one after the other: what a careful clerk would do with a calendar on the wall."""
    calendar, day, found = publishing.calendar(), run.since, list[date]()
    if run.term.unit is Unit.MONTH:
        month = run.since.month - 1 + run.term.n
        last = date(run.since.year + month // 12, month % 12 + 1, run.since.day)
        return [run.since + timedelta(days=n) for n in range(1, (last - run.since).days + 1)]
    while len(found) < run.term.n:
        day += timedelta(days=1)
        if run.term.unit is Unit.CALENDAR_DAY or calendar.is_workday(day):
            found.append(day)
    return found


@pytest.mark.parametrize("since", [date(2026, 2, 10), date(2026, 2, 14), date(2026, 4, 28), date(2026, 9, 19)])
@pytest.mark.parametrize(
    ("n", "unit", "law"),
    [
        (15, Unit.WORKING_DAY, "互联网上网服务营业场所管理条例 11"),
        (20, Unit.WORKING_DAY, "互联网上网服务营业场所管理条例 11"),
        (30, Unit.WORKING_DAY, "兽药管理条例 22"),
        (20, Unit.CALENDAR_DAY, "人力资源市场暂行条例 19"),
        (30, Unit.CALENDAR_DAY, "体育法 105"),
        (60, Unit.CALENDAR_DAY, "印刷业管理条例 11"),
        (3, Unit.MONTH, "民办教育促进法 17"),
    ],
)
def test_day_left_and_lamp_are_right_in_every_unit(since: date, n: int, unit: Unit, law: str) -> None:
    run, calendar = Run("statutory", since, Term(n, unit), law), publishing.calendar()
    counted = by_hand(run)
    last = counted[-1]
    assert due(run, calendar).on == last
    assert remaining(run, since, calendar) == len(counted)
    for used, day in enumerate(counted, start=1):
        assert (spent(run, day, calendar), remaining(run, day, calendar)) == (used, len(counted) - used)
        part = used / len(counted)
        expected = Lamp.ORANGE if part >= 0.8 else Lamp.YELLOW if part >= 0.5 else Lamp.GREEN
        assert lamp(run, day, calendar) is expected
    assert not is_overdue(run, last, calendar)
    assert lamp(run, last + timedelta(days=1), calendar) is Lamp.RED


@pytest.mark.django_db
def test_accepted_after_its_limit_has_passed_the_applicant_is_told_in_the_same_act() -> None:
    """Found by walking at random: the clock had spoken before, when nothing was under review yet (行政复议法 23)."""
    made = make.office()
    case_id = filed()
    supplemented(case_id, made, told=make.at(2026, 2, 11), answered=make.at(2026, 3, 16))
    accepted(case_id, made, at=make.at(2026, 3, 17))
    assert sport(case_id).missed_at == make.at(2026, 3, 13, 0, 0), "thirty days after the receipt"
    assert PaperRecord.objects.filter(kind="missed_decision", item_case_id=sport(case_id).id).count() == 1
