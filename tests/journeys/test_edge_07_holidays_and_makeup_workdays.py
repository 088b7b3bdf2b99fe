"""Edge case 7: days off and make-up workdays are data; a notice that comes late moves open clocks and is told."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import yaml
from django.conf import settings as house
from django.test import Client
from django.urls import reverse

from tests import make
from yizheng.cases.commands import redate_case, settle_case
from yizheng.cases.models import Case, PaperRecord
from yizheng.cases.papers import read
from yizheng.cases.queries.progress import progress
from yizheng.cases.queries.timeline import timeline
from yizheng.cases.timing import due_on, runs_of
from yizheng.catalogue import publishing
from yizheng.jobs import follow_the_calendar, redate_clocks
from yizheng.law.calendar import Calendar, NoCalendar, YearCalendar
from yizheng.law.clocks import Run, Term, Unit, due
from yizheng.law.words import State
from yizheng.ledger.book import entries_of, fault_in_chain

pytestmark = pytest.mark.django_db

EMERGENCY = "国办发明电〔2026〕9号"
MONDAY, TUESDAY = make.at(2026, 3, 2), make.at(2026, 3, 3)
VECTORS = (
    ("2021-02-05", 5, "2021-02-18", "周日2月7日上班，2月11日至17日放假"),
    ("2021-02-06", 5, "2021-02-18", "休息日网上提交，和周五提交一样"),
    ("2021-02-10", 5, "2021-02-23", "周六2月20日上班"),
    ("2021-04-30", 10, "2021-05-18", "周六5月8日上班"),
    ("2021-09-17", 20, "2021-10-21", "两个假期，周六9月18日、周日9月26日、周六10月9日上班"),
    ("2021-09-30", 5, "2021-10-13", "周六10月9日上班"),
    ("2025-01-24", 5, "2025-02-07", "周日1月26日上班"),
    ("2025-09-26", 20, "2025-10-30", "周日9月28日、周六10月11日上班"),
    ("2026-02-13", 5, "2026-02-27", "周六2月14日上班，2月15日至23日放假"),
    ("2026-02-13", 20, "2026-03-19", "周六2月28日也上班"),
    ("2026-04-30", 5, "2026-05-11", "周六5月9日上班"),
    ("2026-09-18", 45, "2026-11-26", "周日9月20日、周六10月10日上班，两个假期"),
)
"""Domain §2.6: the event, how many working days, the last of them, and what a naive count trips over."""

Announce = Callable[..., None]


@pytest.fixture
def announce(settings: Any, tmp_path: Path) -> Announce:
    """The State Council announces days off and rest days worked, and the calendar is published."""

    def announced(*days_off: date, workdays: tuple[date, ...] = (), at: Any = TUESDAY, published: bool = True) -> None:
        folder = tmp_path / "regulations"
        if not folder.exists():
            shutil.copytree(house.REGULATIONS, folder)
        file = folder / "calendar" / "2026.yaml"
        year = yaml.safe_load(file.read_text())
        more = {"name": "临时放假", "days_off": list(days_off), "workdays": list(workdays), "notice": EMERGENCY}
        year["festivals"].append(more)
        file.write_text(yaml.safe_dump(year, allow_unicode=True))
        settings.REGULATIONS = folder
        if published:
            publishing.publish(folder, at, "牵头部门")

    return announced


def told(case_id: UUID, at: Any = TUESDAY) -> list[str]:
    """What the message box says."""
    return [each.text for each in progress(case_id, at).messages]


# --- counting ---


@pytest.mark.parametrize(("since", "n", "last", "trap"), VECTORS)
def test_the_verified_vectors_hold(since: str, n: int, last: str, trap: str) -> None:
    run = Run("statutory", date.fromisoformat(since), Term(n, Unit.WORKING_DAY), "行政许可法 82")
    assert due(run, publishing.calendar()).on.isoformat() == last, trap


def test_a_year_without_a_calendar_is_an_error_and_never_a_guess() -> None:
    run = Run("statutory", date(2026, 12, 28), Term(20, Unit.WORKING_DAY), "行政许可法 82")
    alone = Calendar([YearCalendar(2026, "official", "国办发明电〔2025〕7号", "通知", {}, {})])
    with pytest.raises(NoCalendar, match="没有2027年的工作日历"):
        due(run, alone)


def test_a_receipt_on_a_make_up_saturday_is_a_receipt_on_a_working_day() -> None:
    saturday, sunday = make.at(2026, 2, 28), make.at(2026, 3, 1)
    make.office()
    assert make.items(make.filed(moment=saturday))["TOBACCO"].due_on == date(2026, 3, 6)
    assert make.items(make.filed(moment=sunday))["TOBACCO"].due_on == date(2026, 3, 6)
    friday = make.items(make.filed(moment=make.at(2026, 2, 27)))["TOBACCO"]
    assert friday.due_on == date(2026, 3, 5), "the make-up Saturday was its first day"


def test_a_receipt_after_the_window_has_closed_is_a_receipt_of_that_day_until_midnight() -> None:
    make.office()
    evening = make.items(make.filed(moment=make.at(2026, 3, 2, 23, 59)))["TOBACCO"]
    next_day = make.items(make.filed(moment=make.at(2026, 3, 3, 0, 0)))["TOBACCO"]
    assert (evening.due_on, next_day.due_on) == (date(2026, 3, 9), date(2026, 3, 10))


def test_the_last_day_ends_at_midnight_and_not_when_the_window_closes() -> None:
    make.office()
    case_id = make.filed(moment=MONDAY)
    assert settle_case(case_id, at=make.at(2026, 3, 9, 23, 59)) is None
    assert settle_case(case_id, at=make.at(2026, 3, 10, 0, 0)) is not None
    assert make.items(case_id)["TOBACCO"].deemed


# --- a notice that comes late ---


def test_an_extra_day_off_moves_every_open_clock_and_the_book_says_why(announce: Announce) -> None:
    make.office()
    case_id = make.filed(moment=MONDAY)
    announce(date(2026, 3, 5))
    assert redate_clocks(TUESDAY) == 1
    for item_case in make.items(case_id).values():
        assert item_case.due_on == due_on(runs_of(item_case), publishing.calendar()) == date(2026, 3, 10)
    entries = [each for each in entries_of(case_id) if each.kind == "clock.redate"]
    assert len(entries) == len(make.items(case_id))
    for each in entries:
        assert (each.data["before"], each.data["became"]["due_on"]) == ("2026-03-09", "2026-03-10")
        assert each.data["because"] == [{"day": "2026-03-05", "is_workday": False, "notice": EMERGENCY}]
    assert fault_in_chain(entries_of(case_id)) == ""


def test_the_applicant_is_told_which_day_moved_and_because_of_which_notice(announce: Announce) -> None:
    made = make.office()
    case_id = make.accepted(made, moment=MONDAY)
    announce(date(2026, 3, 5))
    redate_clocks(TUESDAY)
    because = f"因国务院办公厅通知（{EMERGENCY}）调整放假安排（3月5日改为放假），"
    assert f"{because}「烟草零售许可」的办结日由3月11日改为3月12日，法定最后办结日由3月30日改为3月31日。" in told(
        case_id
    )
    case, browser = make.case(case_id), Client()
    browser.post(reverse("query"), {"number": case.number, "code": case.query_code})
    page = browser.get(reverse("progress", args=[case.number])).content.decode()
    assert "通知您的事" in page
    assert because in page


def test_the_paper_that_told_the_old_day_still_tells_how_it_was_counted(announce: Announce) -> None:
    case_id = make.accepted(make.office(), moment=MONDAY)
    served = PaperRecord.objects.get(case_id=case_id, kind="acceptance", item_case__item="TOBACCO")
    before = read(served)
    announce(date(2026, 3, 5))
    redate_clocks(TUESDAY)
    assert read(PaperRecord.objects.get(id=served.id)) == before
    promised, statutory = before.tables
    assert promised.title == "承诺办结时限怎样算：自2026年3月2日起7个工作日，最后一天是2026年3月11日"
    assert ("3月7日—8日", "不计入", "周六、周日，《行政许可法》第八十二条") in promised.rows
    assert "20个工作日，最后一天是2026年3月30日" in statutory.title
    assert ("法定最后办结日", "2026年3月30日") in before.facts


def test_a_day_that_moves_only_for_the_later_clock_is_told_too_and_only_once(announce: Announce) -> None:
    made = make.office()
    case_id = make.accepted(made, moment=MONDAY)
    announce(date(2026, 3, 26))
    assert redate_clocks(TUESDAY) == 1
    assert make.items(case_id)["TOBACCO"].due_on == date(2026, 3, 11)
    assert any("「烟草零售许可」的法定最后办结日由3月30日改为3月31日。" in text for text in told(case_id))
    settle_case(case_id, at=TUESDAY + timedelta(days=1))
    assert redate_clocks(TUESDAY + timedelta(days=1)) == 0


def test_a_day_off_that_only_the_cap_on_the_whole_case_passes_moves_it_and_is_told(announce: Announce) -> None:
    case_id = make.accepted(make.office(), moment=MONDAY)
    announce(date(2026, 5, 6))
    assert redate_clocks(TUESDAY) == 1
    assert Case.objects.get(id=case_id).cap_on == date(2026, 5, 9)
    assert any("整个办件的并联办理总时限的最后一天由5月8日改为5月9日。" in text for text in told(case_id))
    happened = timeline(case_id, publishing.version(Case.objects.get(id=case_id).catalogue_id))
    assert happened[0].text == "放假安排调整，总时限由2026-05-08改为2026-05-09"
    assert redate_clocks(TUESDAY) == 0


def test_a_rest_day_that_is_worked_instead_brings_days_forward(announce: Announce) -> None:
    make.office()
    case_id = make.filed(moment=MONDAY)
    announce(workdays=(date(2026, 3, 7),))
    redate_clocks(TUESDAY)
    assert make.items(case_id)["TOBACCO"].due_on == date(2026, 3, 6) + timedelta(days=1)
    assert any("（3月7日改为上班）" in text and "由3月9日改为3月7日" in text for text in told(case_id))


def test_a_day_off_that_no_open_clock_passes_moves_nothing_and_tells_nobody(announce: Announce) -> None:
    make.office()
    case_id = make.filed(moment=MONDAY)
    announce(date(2026, 6, 2))
    assert redate_clocks(TUESDAY) == 0
    assert redate_case(case_id, at=TUESDAY) is None


def test_where_the_last_day_stays_the_lamp_may_turn_on_another_day_and_nobody_is_told(announce: Announce) -> None:
    case = make.filed(moment=MONDAY)
    before = {(each.due_on, each.half_on, each.near_on) for each in make.items(case).values()}
    announce(date(2026, 3, 4), workdays=(date(2026, 3, 7),))
    assert redate_clocks(TUESDAY) == 1
    after = {(each.due_on, each.half_on, each.near_on) for each in make.items(case).values()}
    assert before == {(date(2026, 3, 9), date(2026, 3, 5), date(2026, 3, 6))}
    assert after == {(date(2026, 3, 9), date(2026, 3, 6), date(2026, 3, 7))}
    assert {entry.kind for entry in entries_of(case)} >= {"clock.relight"}
    assert "clock.redate" not in {entry.kind for entry in entries_of(case)}
    assert redate_clocks(TUESDAY) == 0


def test_a_case_filed_after_the_notice_is_counted_by_it_and_told_nothing(announce: Announce) -> None:
    make.office()
    announce(date(2026, 3, 5), at=MONDAY - timedelta(days=3))
    case_id = make.filed(moment=MONDAY)
    assert make.items(case_id)["TOBACCO"].due_on == date(2026, 3, 10)
    assert redate_clocks(TUESDAY) == 0
    assert told(case_id) == []


def test_what_the_law_had_accepted_before_the_notice_stays_accepted(announce: Announce) -> None:
    make.office()
    case_id = make.filed(moment=MONDAY)
    settle_case(case_id, at=make.at(2026, 3, 10, 8))
    announce(date(2026, 3, 11), at=make.at(2026, 3, 10, 12))
    redate_clocks(make.at(2026, 3, 10, 12))
    tobacco = make.items(case_id)["TOBACCO"]
    assert (tobacco.state, tobacco.deemed) == (State.REVIEWING, True)
    assert tobacco.due_on == date(2026, 3, 12)


def test_a_provisional_year_becomes_official_and_the_days_counted_through_it_move(
    announce: Announce, settings: Any
) -> None:
    made = make.office()
    december = make.at(2026, 12, 25)
    case_id = make.accepted(made, moment=december)
    before = progress(case_id, december).items[0]
    assert before.due is not None
    assert before.due.provisional
    announce(date(2026, 12, 31), at=december)
    file = settings.REGULATIONS / "calendar" / "2027.yaml"
    year = yaml.safe_load(file.read_text())
    year |= {"status": "official", "notice": "国办发明电〔2026〕8号", "published_on": date(2026, 12, 25)}
    year["festivals"][0]["days_off"] = [date(2027, 1, 1), date(2027, 1, 4)]
    file.write_text(yaml.safe_dump(year, allow_unicode=True))
    publishing.publish(settings.REGULATIONS, december + timedelta(hours=1), "牵头部门")
    redate_clocks(december + timedelta(hours=2))
    after = progress(case_id, december + timedelta(hours=2)).items[0]
    assert after.due is not None
    assert not after.due.provisional
    assert any("国办发明电〔2026〕8号" in text and "1月4日改为放假" in text for text in told(case_id, december))


def test_a_day_off_that_moves_the_cap_of_the_case_alone_is_found_and_entered(announce: Announce) -> None:
    """Found by walking at random: every item is due before that day, and only the forty-five days reach it (42(2))."""
    case_id = make.accepted(make.office(), moment=MONDAY)
    before, items = make.case(case_id).cap_on, make.items(case_id)
    assert before == date(2026, 5, 8)
    announce(date(2026, 4, 20))
    assert redate_clocks(TUESDAY) == 1
    assert {code: each.due_on for code, each in make.items(case_id).items()} == {
        code: each.due_on for code, each in items.items()
    }
    assert make.case(case_id).cap_on == date(2026, 5, 9), "a Saturday that is worked"
    told = next(entry.data for entry in entries_of(case_id) if entry.kind == "case.derive")
    assert (told["before"]["cap_on"], told["became"]["cap_on"]) == ("2026-05-08", "2026-05-09")
    assert redate_clocks(TUESDAY) == 0


def test_a_moved_day_of_service_alone_is_told_in_a_sentence(announce: Announce) -> None:
    """Found by walking at random: decided on the very day of two announcements, nothing else runs any more."""
    office = make.office()
    case_id = make.accepted(office, moment=MONDAY)
    make.granted(office, make.items(case_id)["SEWER"], moment=TUESDAY)
    announce(date(2026, 3, 5))
    redate_case(case_id, at=TUESDAY)
    announce(date(2026, 3, 6))
    redate_case(case_id, at=TUESDAY)
    assert [text for text in told(case_id) if "排水" in text or "送达" in text]


def test_a_calendar_that_nobody_published_is_followed_within_the_hour_and_told_once(announce: Announce) -> None:
    make.office()
    case_id = make.filed(moment=MONDAY)
    assert follow_the_calendar(TUESDAY) == 0, "nothing has changed"
    announce(date(2026, 3, 6), published=False)
    assert follow_the_calendar(TUESDAY) == 1
    assert make.items(case_id)["TOBACCO"].due_on == date(2026, 3, 10)
    assert any(EMERGENCY in each for each in told(case_id))
    later = make.filed(moment=make.at(2026, 3, 4))
    assert follow_the_calendar(make.at(2026, 3, 5)) == 0
    publishing.publish(house.REGULATIONS, make.at(2026, 3, 5), "牵头部门")
    assert redate_clocks(make.at(2026, 3, 5)) == 0, "published afterwards, it moves nothing again"
    assert not any(EMERGENCY in each for each in told(later)), "what was counted by it from the start is told nothing"
