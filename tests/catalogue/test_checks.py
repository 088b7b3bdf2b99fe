"""What `yizheng check` says of texts that must not be published: file, row and rule (domain §4.5)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.catalogue.small import Folder, write
from tests.published import REGULATIONS
from yizheng.catalogue.checks import faults_of
from yizheng.catalogue.text.reading import read_folder

TEA, MUSIC, HOUSE = "items/tea.yaml", "items/music.yaml", "industries/teahouse.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return write(tmp_path)


def test_the_regulations_of_this_repository_may_be_published() -> None:
    assert faults_of(read_folder(REGULATIONS)) == []


def test_the_small_folder_may_be_published(folder: Folder) -> None:
    assert folder.faults() == []


@pytest.mark.parametrize(
    ("file", "old", "new", "rule", "said"),
    [
        # --- reading ---
        (TEA, "short: 茶馆", "shrot: 茶馆", "字段和类型", "不认识“shrot”"),
        (TEA, "level: 区", "level: 区\ncolour: 绿", "字段和类型", "不认识“colour”"),
        (TEA, "years: 5", "years: 五", "字段和类型", "“years”应是整数"),
        (TEA, "needed: true", "needed: 是", "字段和类型", "只能是 true 或 false"),
        (TEA, "kind: permit", "kind: licence", "字段和类型", "“kind”只能是"),
        (TEA, "{n: 20, unit: wd}", "{n: 20, unit: week}", "字段和类型", "“unit”只能是"),
        (TEA, "{n: 20, unit: wd}", "{n: -1, unit: wd}", "字段和类型", "期限不能为负"),
        (TEA, "basis: [行政许可法 12]", "basis: 行政许可法 12", "字段和类型", "应是清单"),
        (TEA, "validity: {years: 5}", "validity: 5", "字段和类型", "应是一组"),
        ("zone.yaml", 'region: "370271"\nfood', "region: 370271\nfood", "字段和类型", "“region”应是文字"),
        ("thresholds.yaml", "value: 300", 'value: "300"', "字段和类型", "“value”应是数字"),
        ("fields.yaml", "- code: size", "- code: shop", "编码不重复", "shop 已经有了"),
        (TEA, "code: TEA", "code: COFFEE", "文件名与编码一致", "应叫 coffee.yaml"),
        # --- completeness ---
        ("fields.yaml", "purpose: 发证", "purpose: ' '", "不能空着", "“purpose”不能空着"),
        (TEA, "basis: [行政许可法 12]", "basis: []", "不能空着", "“basis”不能空着"),
        (TEA, "organ: DESK", "organ: ''", "不能空着", "“organ”不能空着"),
        (TEA, "short: 茶馆", f"short: {'茶' * 101}", "名称的长短", "“short”最多100个字"),
        (TEA, "level: 区", "level: ' '", "不能空着", "“level”不能空着"),
        (TEA, "statutory:\n  - {term: {n: 20, unit: wd}, start: accept, basis: [行政许可法 42]}", "statutory: []",
         "不能空着", "“statutory”不能空着"),
        (TEA, "{n: 20, unit: wd}", "{n: 20}", "字段和类型", "缺少“unit”"),
        (TEA, "{n: 20, unit: wd}, start: accept", "{n: 20, unit: wd}", "字段和类型", "缺少“start”"),
        (TEA, "start: accept, basis: [行政许可法 42]", "start: accept, basis: []", "不能空着", "“basis”不能空着"),
        (TEA, "{material: M_PLAN, basis: [方案]}", "{material: M_PLAN, basis: []}", "不能空着", "“basis”不能空着"),
        ("materials.yaml", "样图\n  basis: [行政许可法 31]", "样图\n  basis: []", "不能空着", "“basis”不能空着"),
        ("fields.yaml", "purpose: 发证\n  basis: [行政许可法 31]", "purpose: 发证\n  basis: []", "不能空着", "basis"),
        (HOUSE, "why: 卖茶", "why: ''", "不能空着", "“why”不能空着"),
        (TEA, "  - {code: T4", "  # - {code: T4", "审查要点", "至少4条，现在3条"),
        (TEA, "validity: {years: 5}", "extension: {n: 10, unit: cal}\nvalidity: {years: 5}", "延长期限", "单位相同"),
        (TEA, "{n: 5, unit: wd}, ", "{n: 5, unit: wd}, when: {question: q_area, at_least: BIG}, ",
         "期限齐全", "最后一条期限不能带 when"),
        (TEA, "material: M_LEASE, when: {question: q_drinks, includes: green}", "material: M_PLAN",
         "材料不重复", "M_PLAN 写了两次"),
        ("materials.yaml", "name: 租赁合同", "name: 其他相关材料", "没有兜底条款", "其他相关材料"),
        (TEA, "{material: M_PLAN,", "{material: M_PLAN, requirement: 其他有关材料,", "没有兜底条款", "其他有关材料"),
        ("materials.yaml", "name: 租赁合同", "name: 平面图", "材料不重复", "与 M_PLAN 同名"),
        (HOUSE, "shared_fields: [shop]", "shared_fields: [size]", "没有闲置", "shop 没有任何地方用到"),
        (TEA, "{question: q_area, less_than: BIG}", "{question: q_area, less_than: 200}", "没有闲置", "BIG"),
        ("fields.yaml", "kind: text", "kind: choice", "选项", "选项与类型不符"),
        (HOUSE, "value: live", "value: none", "编码不重复", "选项 none 写了两次"),
        ("materials.yaml", "name: 租赁合同", "name: 平面图（复印件）", "材料不重复", "同一份材料的两种写法"),
        # --- references ---
        ("laws.yaml", "title: 改革方案,", "title: 改革方案, in_force_from: 2021年2月,", "施行日期", "写成 2021-02-02"),
        ("laws.yaml", "title: 改革方案,", "title: 改革方案, in_force_until: '2026-02-30',", "施行日期", "2026-02-30"),
        ("laws.yaml", "title: 改革方案,", "title: 改革方案, in_force_from: '2021-02-02', in_force_until: '2020-01-01',",
         "施行日期", "早于"),
        ("laws.yaml", "title: 改革方案,", "title: 改革方案, replaced_by: 新方案,", "依据是已知的法", "没有“新方案”"),
        ("zone.yaml", "issuer: DESK", "issuer: NOBODY", "引用存在", "没有机关 NOBODY"),
        (TEA, "organ: DESK", "organ: NOBODY", "引用存在", "没有机关 NOBODY"),
        (TEA, "section: ONE", "section: TWO", "引用存在", "审批部没有科室 TWO"),
        (TEA, "material: M_PLAN", "material: M_MAP", "引用存在", "没有材料 M_MAP"),
        (TEA, "field: size", "field: weight", "引用存在", "没有字段 weight"),
        (HOUSE, "inspection: [TEA]", "inspection: [BEER]", "引用存在", "没有事项 BEER"),
        (HOUSE, "{kind: warning,", "{kind: warning, industry: BAR,", "引用存在", "没有行业 BAR"),
        ("fields.yaml", "filled_from: q_area", "filled_from: q_size", "引用存在", "没有问题 q_size"),
        (TEA, "basis: [行政许可法 12]", "basis: [茶法 12]", "依据是已知的法", "没有“茶法”"),
        (TEA, "basis: [行政许可法 12]", "basis: [行政许可法]", "依据写明条款", "要写明第几条"),
        (HOUSE, "first: TEA, then: MUSIC", "first: TEA, then: TEA", "没有循环", "TEA → TEA"),
        (HOUSE, "  - {first: TEA, then: MUSIC, kind: hard, why: 先茶后乐}",
         "  - {first: TEA, then: MUSIC, kind: hard, why: 一}\n  - {first: MUSIC, then: TEA, kind: hard, why: 二}",
         "没有循环", "绕成了圈"),
        ("organs.yaml", "11370200MB2T7X3K1B", "11370200MB2T7X3K1C", "统一社会信用代码", "校验不符"),
        # --- rules ---
        (HOUSE, "{question: q_late, equals", "{question: q_early, equals", "规则", "没有问题 q_early"),
        (HOUSE, "{question: q_late, equals: true}", "{question: q_late}", "规则", "有且只有一个判断"),
        (HOUSE, "{question: q_late, equals: true}", "{question: q_late, equals: live}", "规则", "类型是 bool"),
        (HOUSE, "{question: q_late, equals: true}", "{question: q_late, includes: x}", "规则", "类型是 bool"),
        (HOUSE, "{question: q_late, equals: true}", "{question: q_late, item: TEA}", "规则", "只能是"),
        (HOUSE, "{question: q_late, equals: true}", "{equals: true}", "规则", "只能是"),
        (HOUSE, "{question: q_late, equals: true}", "{item: TEA, equals: true}", "规则", "与 question 一起写"),
        (HOUSE, "{question: q_late, equals: true}", "{unless: {item: BEER}}", "规则", "没有事项 BEER"),
        (HOUSE, "equals: live", "equals: rock", "规则", "没有选项 rock"),
        (TEA, "includes: green", "includes_any: [green, blue]", "规则", "没有选项 blue"),
        (TEA, "less_than: BIG", "less_than: HUGE", "规则", "没有 HUGE"),
        (HOUSE, "{code: q_late, ask: 开到半夜吗", "{code: q_area, ask: 开到半夜吗", "编码不重复", "问题 q_area"),
        (HOUSE, "kind: number, unit: 平方米}", "kind: number, show_when: {item: MUSIC}}", "问题的先后", "q_music"),
        (HOUSE, "  - {item: MUSIC", "  - {item: TEA, why: 又}\n  - {item: MUSIC", "编码不重复", "事项 TEA 写了两次"),
        # --- effects ---
        (HOUSE, "label: 绿茶}", "label: 绿茶}\n      - {value: white, label: 白茶}", "每个答案有用", "勾不勾 white"),
        (HOUSE, "label: 不放}", "label: 不放}\n      - {value: radio, label: 收音机}",
         "每个答案有用", "选 radio 与选 none"),
        (HOUSE, "  - {code: q_late", "  - {code: q_cat, ask: 有猫吗, kind: bool}\n  - {code: q_late",
         "每个问题有用", "q_cat 问了什么都不变"),
        (HOUSE, "kind: bool, show_when: {item: MUSIC}}",
         "kind: bool, show_when: {item: MUSIC}}\n  - {code: q_low, ask: 多高, kind: number, minimum: 400}",
         "每个问题有用", "q_low 问了什么都不变"),
        (TEA, "when: {question: q_area, less_than: BIG}, basis: [方案]}", "when: {question: q_area, less_than: BIG}, "
         "basis: [方案]}\n  - {term: {n: 4, unit: wd}, start: accept, when: {question: q_area, at_least: 100001}, "
         "basis: [方案]}", "没有矛盾", "4个工作日"),
        # --- contradictions ---
        (HOUSE, "{question: q_late, equals: true}, text",
         "{all: [{question: q_late, equals: true}, {question: q_music, equals: none}]}, text", "没有矛盾", "别太吵"),
        (HOUSE, "show_when: {item: MUSIC}}",
         "show_when: {all: [{question: q_music, equals: none}, {question: q_music, equals: live}]}}",
         "没有矛盾", "开到半夜吗"),
        (TEA, "when: {question: q_drinks, includes: black}",
         "when: {all: [{question: q_area, at_least: BIG}, {question: q_area, less_than: BIG}]}", "没有矛盾", "T4"),
        (TEA, "when: {question: q_drinks, includes: green}",
         "when: {all: [{question: q_drinks, only: [green]}, {question: q_drinks, includes: black}]}",
         "没有矛盾", "M_LEASE"),
        (TEA, "when: {question: q_area, less_than: BIG}, basis: [方案]}",
         "when: {any: [{question: q_area, less_than: BIG}, {question: q_area, at_least: 0}]}, basis: [方案]}",
         "没有矛盾", "5个工作日"),
        # --- situations ---
        (HOUSE, "overall: {term: {n: 10,", "overall: {term: {n: 46,", "总时限", "最多45个"),
        (HOUSE, "overall: {term: {n: 10, unit: wd}", "overall: {term: {n: 10, unit: cal}", "总时限", "用工作日"),
        (HOUSE, "overall: {term: {n: 10,", "overall: {term: {n: 9,", "总时限", "短于 MUSIC 的承诺时限10"),
        (HOUSE, "first: TEA, then: MUSIC", "first: MUSIC, then: TEA", "总时限", "TEA 要等 MUSIC"),
        (TEA, "{n: 5, unit: wd}", "{n: 21, unit: wd}", "承诺不超过法定", "承诺时限21个工作日"),
        (MUSIC, "{n: 10, unit: wd}", "{n: 11, unit: wd}", "承诺不超过法定", "承诺时限11个工作日"),
        (MUSIC, "{n: 10, unit: wd}", "{n: 25, unit: cal}", "承诺不超过法定", "承诺时限25日"),
        (MUSIC, "{n: 10, unit: wd}", "{n: 1, unit: month}", "承诺不超过法定", "承诺时限1个月"),
        (TEA, "{n: 20, unit: wd}", "{n: 10, unit: cal}", "承诺不超过法定", "承诺时限5个工作日"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_file_row_and_rule(
    folder: Folder, file: str, old: str, new: str, rule: str, said: str
) -> None:
    row = folder.change(file, old, new)
    told = [fault for fault in folder.faults() if fault.rule == rule and said in fault.sentence]
    assert told, [str(fault) for fault in folder.faults()]
    assert rule in str(told[0])
    if told[0].file == file:
        assert abs(told[0].row - row) <= new.count("\n") + 4


@pytest.mark.parametrize(
    ("old", "new", "row"),
    [
        ("years: 5", "years: 五", 14),
        ("text: 干净", "txet: 干净", 18),
        ("code: T4", "code: 4", 27),
        ("less_than: BIG", "less_than: HUGE", 12),
    ],
)
def test_the_row_is_the_very_line(folder: Folder, old: str, new: str, row: int) -> None:
    folder.change(TEA, old, new)
    assert row in {fault.row for fault in folder.faults() if fault.file == TEA}


def test_a_promise_in_calendar_days_or_months_is_compared_on_the_safe_side(folder: Folder) -> None:
    folder.change(MUSIC, "{n: 30, unit: cal}, start: receipt", "{n: 2, unit: month}, start: accept")
    folder.change(MUSIC, "{n: 10, unit: wd}", "{n: 10, unit: cal}")
    assert folder.faults() == []


def test_a_promise_in_months_counts_its_most_working_days(folder: Folder) -> None:
    folder.change(MUSIC, "{n: 30, unit: cal}, start: receipt", "{n: 2, unit: month}, start: accept")
    folder.change(MUSIC, "{n: 10, unit: wd}", "{n: 1, unit: month}")
    assert any("承诺时限23个工作日" in fault.sentence for fault in folder.faults())


def test_a_field_without_purpose_is_no_field(folder: Folder) -> None:
    folder.change("fields.yaml", "  purpose: 发证\n", "")
    assert [str(fault) for fault in folder.faults()] == ["fields.yaml 第1行：缺少“purpose”（字段和类型）"]


def test_an_order_among_items_the_industry_does_not_have_is_a_fault(folder: Folder) -> None:
    folder.change(HOUSE, "  - {item: MUSIC, when: {question: q_music, equals: live}, why: 演奏}\n", "")
    assert any("本行业没有事项 MUSIC" in fault.sentence for fault in folder.faults())


def test_a_figure_that_changes_nothing_need_not_be_asked(folder: Folder) -> None:
    folder.change(HOUSE, "kind: number, unit: 平方米}", "kind: number, unit: 平方米, minimum: 300}")
    folder.change("fields.yaml", "  filled_from: q_area\n", "")
    assert any("q_area 怎么回答都没有任何不同" in fault.sentence for fault in folder.faults())


def test_a_field_is_not_filled_in_two_ways_at_once(folder: Folder) -> None:
    both = (
        "[{value: a, label: 甲, chosen_when: {question: q_drinks, includes: green}}, "
        "{value: b, label: 乙, chosen_when: {question: q_drinks, includes: black}}]"
    )
    folder.change("fields.yaml", "  kind: text\n", f"  kind: choice\n  options: {both}\n")
    told = [fault for fault in folder.faults() if fault.rule == "没有矛盾"]
    assert [fault.file for fault in told] == ["fields.yaml"]
    assert "“甲”和“乙”" in told[0].sentence


def test_nobody_is_left_with_nothing_and_no_word(folder: Folder) -> None:
    folder.change(HOUSE, "{item: TEA, why", "{item: TEA, when: {question: q_area, at_least: 5}, why")
    told = [fault for fault in folder.faults() if fault.rule == "没有空结果"]
    assert len(told) == 1
    assert "q_area" in told[0].sentence


def test_a_missing_file_and_a_file_that_is_no_list_are_faults(folder: Folder) -> None:
    (folder.path / "organs.yaml").unlink()
    (folder.path / "laws.yaml").write_text("short: 行政许可法\n", encoding="utf-8")
    (folder.path / "materials.yaml").write_text("", encoding="utf-8")
    assert {(fault.file, fault.rule) for fault in folder.faults()} == {
        ("organs.yaml", "文件齐全"),
        ("laws.yaml", "文件是清单"),
        ("materials.yaml", "文件是清单"),
    }


def test_a_folder_that_is_not_there_is_a_fault_for_each_file(tmp_path: Path) -> None:
    faults = faults_of(read_folder(tmp_path / "nowhere"))
    assert {fault.rule for fault in faults} == {"文件齐全"}
    assert str(faults[0]) == "fields.yaml：缺少这个文件（文件齐全）"
