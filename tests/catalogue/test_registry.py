"""The registry of laws: what rests on which, and what cites one that is not in force on the day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.catalogue.small import Folder, write
from tests.published import REGULATIONS, catalogue
from yizheng.catalogue.registry import cited, open_questions, outdated
from yizheng.catalogue.text.reading import read_folder

DAY = date(2026, 11, 26)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return write(tmp_path)


def test_what_cites_a_repealed_policy_is_listed_with_its_row_and_what_stands_in_its_place(folder: Folder) -> None:
    plan = "title: 改革方案, in_force_until: '2026-11-25', replaced_by: 行政许可法,"
    folder.change("laws.yaml", "title: 改革方案,", plan)
    told = outdated(read_folder(folder.path), DAY)
    assert {fault.file for fault in told} == {
        "thresholds.yaml", "items/tea.yaml", "items/music.yaml", "industries/teahouse.yaml",
    }  # fmt: skip
    assert all("“方案”已于2026-11-25废止，改引“行政许可法”" in fault.sentence for fault in told)
    assert outdated(read_folder(folder.path), date(2026, 11, 25)) == [], "its last day is a day on which it holds"
    assert folder.faults() == [], "it is a word to whoever keeps the texts, and hinders nobody from publishing"


def test_what_cites_a_law_not_yet_in_force_is_listed_too(folder: Folder) -> None:
    folder.change("laws.yaml", "title: 改革方案,", "title: 改革方案, in_force_from: '2027-01-01',")
    assert "到2027-01-01才施行" in outdated(read_folder(folder.path), DAY)[0].sentence
    assert outdated(read_folder(folder.path), date(2027, 1, 1)) == []


def test_a_repealed_policy_without_heir_asks_for_the_one_in_force(folder: Folder) -> None:
    folder.change("laws.yaml", "title: 改革方案,", "title: 改革方案, in_force_until: '2026-01-01',")
    assert "请改引现行规定" in outdated(read_folder(folder.path), DAY)[0].sentence


def test_nothing_in_this_repository_cites_what_is_not_in_force() -> None:
    assert outdated(read_folder(REGULATIONS), DAY) == []


def test_every_law_of_the_registry_is_cited_or_rests_in_the_law_of_the_house() -> None:
    found = cited(catalogue())
    assert set(found) == set(catalogue().laws)
    assert "FIRE_OPEN" in found["消防法"]
    assert "M_FORM" in found["行政许可法"]


def test_what_is_still_to_be_found_out_is_counted(folder: Folder) -> None:
    assert open_questions(read_folder(folder.path)) == "2 个事项的审批权限还没有确认（power_confirmed）"
    folder.change("items/tea.yaml", "level: 区", "level: 区\npower_confirmed: true\nconfidence: unconfirmed")
    folder.change("items/music.yaml", "level: 区", "level: 区\npower_confirmed: true")
    assert open_questions(read_folder(folder.path)) == "1 处标为待核实（unconfirmed）"
    folder.change("items/tea.yaml", "confidence: unconfirmed", "confidence: real")
    assert open_questions(read_folder(folder.path)) == ""
