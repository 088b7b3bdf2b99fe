"""The folder of calendars: what the files say is what counts, and a fault names file and row."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from yizheng.catalogue.calendars import load_calendar
from yizheng.catalogue.text.faults import CatalogueFaulty
from yizheng.law.calendar import NoCalendar

FOLDER = Path(__file__).parents[2] / "regulations" / "calendar"
HEAD = """
year: 2026
status: official
notice: 国办发明电〔2025〕7号
published_on: 2025-11-04
basis: 通知
confidence: confirmed
festivals:
"""
NEW_YEAR = "  - {name: 元旦, days_off: [[2026-01-01, 2026-01-03]], workdays: [2026-01-04]}\n"


def a_folder(tmp_path: Path, text: str, name: str = "2026.yaml") -> Path:
    """A folder of its own with one file."""
    folder = tmp_path / "calendar"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_the_house_carries_2020_to_2026_official_and_2027_provisional() -> None:
    calendar = load_calendar(FOLDER)
    assert calendar.years == tuple(range(2020, 2028))
    assert [calendar.year(year).status for year in calendar.years] == ["official"] * 7 + ["provisional"]
    assert calendar.year(2026).notice == "国办发明电〔2025〕7号"
    assert load_calendar(FOLDER) is calendar


def test_a_file_is_read_as_it_is_written(tmp_path: Path) -> None:
    calendar = load_calendar(a_folder(tmp_path, HEAD + NEW_YEAR))
    assert not calendar.is_workday(date(2026, 1, 2))
    assert calendar.is_workday(date(2026, 1, 4))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD + "  - {name: 元旦, days_off: [2025-11-01]}", "calendar/2026.yaml 第9行：元旦：2025-11-01不在2026年"),
        (HEAD + NEW_YEAR + "  - {name: 补, days_off: [2026-01-02]}", "第10行：补：2026-01-02已列在“元旦”中"),
        (HEAD + NEW_YEAR + "  - {name: 补, days_off: [], workdays: [2026-01-03]}", "第10行：补：2026-01-03已列在"),
        (HEAD + "  - {name: 元旦, days_off: [], workdays: [2026-01-05]}", "第9行：元旦：2026-01-05是周一"),
        (HEAD + "  - {name: 元旦, days_off: [[2026-01-03, 2026-01-01]]}", "第9行：.*起止日期颠倒"),
        (HEAD + "  - {name: 元旦, days_off: [2026-02-30]}", "calendar/2026.yaml 第9行"),
        (HEAD + "  - {days_off: [2026-01-01]}", "第9行：.*name"),
        (HEAD + "  - 元旦", "第9行"),
        (HEAD + "  - {name: 元旦, off: [2026-01-01]}", "第9行：.*off"),
        (HEAD + "  []", "第8行：.*festivals"),
        (HEAD.replace("国办发明电〔2025〕7号", '""') + NEW_YEAR, "必须写明放假通知的文号"),
        (HEAD.replace("published_on: 2025-11-04\n", "") + NEW_YEAR, "必须写明放假通知的文号"),
        (HEAD.replace("2026\n", "2025\n", 1) + "  - {name: 元旦, days_off: []}", "第2行：应叫 2025.yaml"),
        ("- not a year", "2026.yaml 第1行"),
        ("year: [", "不是有效的 YAML"),
    ],
)
def test_a_fault_names_the_file_and_the_row(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(CatalogueFaulty, match=said):
        load_calendar(a_folder(tmp_path, text))


def test_every_fault_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    a_folder(tmp_path, HEAD + "  - {name: 元旦, days_off: [2025-11-01, 2025-11-02]}")
    with pytest.raises(CatalogueFaulty) as caught:
        load_calendar(a_folder(tmp_path, "year: [", "2025.yaml"))
    assert [(fault.file, fault.row) for fault in caught.value.faults] == [
        ("calendar/2025.yaml", 1),
        ("calendar/2026.yaml", 9),
        ("calendar/2026.yaml", 9),
    ]


def test_an_empty_folder_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(CatalogueFaulty, match="没有工作日历文件"):
        load_calendar(tmp_path)


def test_a_missing_year_between_two_is_an_error(tmp_path: Path) -> None:
    a_folder(tmp_path, HEAD + NEW_YEAR)
    folder = a_folder(tmp_path, HEAD.replace("2026\n", "2024\n", 1) + "  - {name: 元旦, days_off: []}", "2024.yaml")
    with pytest.raises(NoCalendar):
        load_calendar(folder)
