"""The smallest folder of regulations that holds together, to be spoilt one line at a time."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from yizheng.catalogue.checks import faults_of
from yizheng.catalogue.text.faults import Fault
from yizheng.catalogue.text.reading import read_folder

FILES = {
    "zone.yaml": """\
name: 示例区
region: "370271"
food_region: "370271"
document_head: 青示审
licence_type_code: 11370000MB1W9Q2R58001
issuer: DESK
hall: 大厅
hall_address: 一号
hall_hours: 九点到五点
hall_phone: 0532-00000000
specialist_phone: 0532-00000001
""",
    "laws.yaml": """\
- {short: 行政许可法, title: 行政许可法, level: 法律}
- {short: 方案, title: 改革方案, level: 市政府文件}
""",
    "organs.yaml": """\
- code: DESK
  name: 审批部门
  short: 审批部
  credit_code: 11370200MB2T7X3K1B
  document_prefix: 青示
  phone: 0532-00000000
  address: 一号
  hours: 九点到五点
  sections: [{code: ONE, name: 一科}]
  remedies: {reconsideration: 政府, reconsideration_url: "https://example.invalid", court: 法院, confidence: plausible}
""",
    "thresholds.yaml": """\
- {name: BIG, value: 300, unit: 平方米, meaning: 大店, basis: [方案], confidence: plausible}
""",
    "fields.yaml": """\
- code: shop
  label: 店名
  kind: text
  group: 店
  help: 写店名
  example: 茶馆
  purpose: 发证
  basis: [行政许可法 31]
- code: size
  label: 面积
  kind: number
  group: 店
  help: 写面积
  example: "80"
  filled_from: q_area
  purpose: 分类
  basis: [行政许可法 31]
""",
    "materials.yaml": """\
- code: M_PLAN
  name: 平面图
  source: applicant
  gap_allowed: false
  help: 画一张
  example: 样图
  basis: [行政许可法 31]
- code: M_LEASE
  name: 租赁合同
  source: applicant
  gap_allowed: true
  help: 拍照
  example: 样本
  basis: [行政许可法 31]
""",
    "items/tea.yaml": """\
code: TEA
name: 茶馆许可
short: 茶馆
kind: permit
organ: DESK
section: ONE
level: 区
basis: [行政许可法 12]
statutory:
  - {term: {n: 20, unit: wd}, start: accept, basis: [行政许可法 42]}
promised:
  - {term: {n: 3, unit: wd}, start: accept, when: {question: q_area, less_than: BIG}, basis: [方案]}
  - {term: {n: 5, unit: wd}, start: accept, basis: [方案]}
validity: {years: 5}
onsite: {needed: true}
certificate: {name: 茶馆许可证, scheme: plain, pattern: "茶{serial}"}
conditions:
  - {subject: 场所, text: 干净, tested_by: on_site, basis: [方案]}
materials:
  - {material: M_PLAN, basis: [方案]}
  - {material: M_LEASE, when: {question: q_drinks, includes: green}, basis: [方案]}
fields: [{field: size}]
review_points:
  - {code: T1, text: 一, basis: [方案]}
  - {code: T2, text: 二, basis: [方案]}
  - {code: T3, text: 三, basis: [方案]}
  - {code: T4, text: 四, when: {question: q_drinks, includes: black}, basis: [方案]}
""",
    "items/music.yaml": """\
code: MUSIC
name: 音乐备案
short: 音乐
kind: filing
organ: DESK
section: ONE
level: 区
basis: [行政许可法 12]
statutory:
  - {term: {n: 30, unit: cal}, start: receipt, basis: [方案]}
promised:
  - {term: {n: 10, unit: wd}, start: accept, basis: [方案]}
validity: {years: null}
onsite: {needed: false}
certificate: {name: 备案凭证, scheme: plain, pattern: "音{serial}"}
conditions:
  - {subject: 设备, text: 不吵, tested_by: commitment, basis: [方案]}
materials:
  - {material: M_PLAN, basis: [方案]}
review_points:
  - {code: U1, text: 一, basis: [方案]}
  - {code: U2, text: 二, basis: [方案]}
  - {code: U3, text: 三, basis: [方案]}
  - {code: U4, text: 四, basis: [方案]}
""",
    "industries/teahouse.yaml": """\
code: TEAHOUSE
name: 茶馆
everyday: 开茶馆
search_words: [茶]
gbt4754: [H6231]
scope: 茶馆
lead: DESK
questions:
  - {code: q_area, ask: 多大, kind: number, unit: 平方米}
  - code: q_music
    ask: 放音乐吗
    kind: choice
    options:
      - {value: none, label: 不放}
      - {value: live, label: 有人演奏}
  - code: q_drinks
    ask: 卖什么
    kind: multi
    none_label: 都不卖
    options:
      - {value: green, label: 绿茶}
      - {value: black, label: 红茶}
  - {code: q_late, ask: 开到半夜吗, kind: bool, show_when: {item: MUSIC}}
shared_fields: [shop]
items:
  - {item: TEA, why: 卖茶}
  - {item: MUSIC, when: {question: q_music, equals: live}, why: 演奏}
order:
  - {first: TEA, then: MUSIC, kind: hard, why: 先茶后乐}
overall: {term: {n: 10, unit: wd}, start: accept, basis: [方案]}
advice:
  - {kind: warning, when: {question: q_late, equals: true}, text: 别太吵}
inspection: [TEA]
""",
}


@dataclass(frozen=True)
class Folder:
    """The small folder on disk."""

    path: Path

    def change(self, file: str, old: str, new: str) -> int:
        """Replace the one place where ``old`` stands; the line where ``new`` begins."""
        text = (self.path / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        (self.path / file).write_text(text.replace(old, new), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    def faults(self) -> list[Fault]:
        """What the check says."""
        return faults_of(read_folder(self.path))


def write(path: Path) -> Folder:
    """Write the small folder."""
    for name, text in FILES.items():
        (path / name).parent.mkdir(exist_ok=True)
        (path / name).write_text(text, encoding="utf-8")
    return Folder(path)
