"""The State Council moves a holiday late: open clocks are worked out again the book says what moved (domain §7-7)."""

import shutil
from datetime import date

import pytest
import yaml
from django.conf import settings as house

from tests import make
from yizheng.cases.commands import redate_case
from yizheng.cases.timing import due_on, runs_of
from yizheng.catalogue import publishing
from yizheng.jobs import redate_clocks
from yizheng.ledger.book import entries_of

pytestmark = pytest.mark.django_db

TUESDAY = make.at(2026, 3, 3)


@pytest.fixture
def one_more_day_off(settings, tmp_path):
    """The same calendar, with Thursday 2026-03-05 off besides."""
    make.office()
    case_id = make.filed(moment=make.at(2026, 3, 2))
    folder = tmp_path / "regulations"
    shutil.copytree(house.REGULATIONS, folder)
    file = folder / "calendar" / "2026.yaml"
    year = yaml.safe_load(file.read_text())
    year["festivals"].append({"name": "临时放假", "days_off": [date(2026, 3, 5)], "workdays": []})
    file.write_text(yaml.safe_dump(year, allow_unicode=True))
    settings.REGULATIONS = folder
    return case_id


def test_every_open_clock_moves_and_the_book_says_from_where_to_where(one_more_day_off):
    case_id = one_more_day_off
    assert make.items(case_id)["TOBACCO"].due_on == date(2026, 3, 9)
    assert redate_clocks(TUESDAY) == 1
    assert make.items(case_id)["TOBACCO"].due_on == date(2026, 3, 10)
    moved = [entry.data for entry in entries_of(case_id) if entry.kind == "clock.redate"]
    assert {(each["before"], each["became"]["due_on"]) for each in moved} == {("2026-03-09", "2026-03-10")}


def test_stored_days_equal_derived_days(one_more_day_off):
    redate_clocks(TUESDAY)
    for item_case in make.items(one_more_day_off).values():
        assert item_case.due_on == due_on(runs_of(item_case), publishing.calendar())


def test_nothing_is_entered_when_nothing_moves(one_more_day_off):
    redate_clocks(TUESDAY)
    assert redate_case(one_more_day_off, at=TUESDAY) is None
