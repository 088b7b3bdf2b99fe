"""What `yizheng simulate` finds before a catalogue is published: figures, and faults with the answers behind them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.catalogue.small import Folder, write
from yizheng.catalogue.text.reading import read_folder
from yizheng.catalogue.trying.simulation import Simulated, simulate
from yizheng.law.intake import Assessment

TEA, MUSIC, HOUSE = "items/tea.yaml", "items/music.yaml", "industries/teahouse.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return write(tmp_path)


def simulated(folder: Folder) -> Simulated:
    reading = read_folder(folder.path)
    return simulate(reading, reading.catalogue(), "TEAHOUSE")


def test_every_combination_is_tried_and_its_items_materials_fields_and_days_are_told(folder: Folder) -> None:
    found = simulated(folder)
    assert (found.number, found.tried, found.every) == (2 * 4 * (1 + 2), 24, True)
    assert found.spans == {"事项": (1, 2), "材料": (1, 2), "字段": (2, 2), "现场核查": (1, 1), "工作日": (3, 10)}
    assert (found.items["TEA"], found.items["MUSIC"], found.materials["M_LEASE"]) == (24, 16, 12)
    assert not found.faults


def test_it_is_told_how_far_it_has_come(folder: Folder) -> None:
    reading = read_folder(folder.path)
    heard: list[tuple[int, int, Assessment]] = []
    simulate(reading, reading.catalogue(), "TEAHOUSE", lambda *told: heard.append(told))
    assert [tried for tried, *_ in heard] == list(range(1, 25))
    assert {of for _, of, _ in heard} == {24}


@pytest.mark.parametrize(
    ("file", "old", "new", "rule", "answers"),
    [
        (HOUSE, "{item: TEA, why", "{item: TEA, when: {question: q_area, at_least: 5}, why", "没有空结果",
         "q_area=0平方米；q_music=不放；q_drinks=都不卖"),
        (MUSIC, "{n: 10, unit: wd}", "{n: 11, unit: wd}", "承诺不超过法定", "q_music=有人演奏"),
        (HOUSE, "overall: {term: {n: 10,", "overall: {term: {n: 9,", "总时限", "q_music=有人演奏"),
        (HOUSE, "first: TEA, then: MUSIC", "first: MUSIC, then: TEA", "总时限", "q_music=有人演奏"),
    ],
)  # fmt: skip
def test_a_fault_is_named_by_industry_answers_and_rule(
    folder: Folder, file: str, old: str, new: str, rule: str, answers: str
) -> None:
    folder.change(file, old, new)
    told = [fault for fault in simulated(folder).faults.values() if fault.rule == rule]
    assert told
    assert all(fault.sentence.startswith("茶馆，这样回答时（") and answers in fault.sentence for fault in told)


def test_the_same_fault_is_told_once_however_many_meet_it(folder: Folder) -> None:
    folder.change(MUSIC, "{n: 10, unit: wd}", "{n: 11, unit: wd}")
    assert len([each for each in simulated(folder).faults.values() if each.rule == "承诺不超过法定"]) == 1


def test_a_promise_for_the_whole_beyond_the_law_is_a_fault_of_the_industry(folder: Folder) -> None:
    folder.change(HOUSE, "overall: {term: {n: 10,", "overall: {term: {n: 46,")
    assert [each.rule for each in simulated(folder).faults.values()] == ["总时限"]


def test_who_is_stopped_is_counted_apart(folder: Folder) -> None:
    folder.change(HOUSE, "{kind: warning,", "{kind: stop,")
    found = simulated(folder)
    assert (found.applying, found.stopped) == (16, 8)
