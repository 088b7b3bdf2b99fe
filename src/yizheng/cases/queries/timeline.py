"""What happened to a case, in plain words, from the book alone: what is not in the book did not happen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from yizheng.law.items import Catalogue
from yizheng.law.permit_transitions import PERMIT_PAPER
from yizheng.ledger.book import entries_of
from yizheng.ledger.models import Entry

Said = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that happened; ``item`` is the short name of the item it concerns, ``paper`` what was served on it."""

    at: datetime
    who: str
    text: str
    item: str
    paper: UUID | None


def timeline(case_id: UUID, catalogue: Catalogue, item_id: UUID | None = None) -> tuple[Happened, ...]:
    """The book of a case in words, newest first; with ``item_id``, what concerns this item or the case as a whole."""
    entries = (entry for entry in entries_of(case_id) if item_id is None or entry.item_id in {None, item_id})
    return tuple(reversed([*_told(entries, catalogue)]))


def _told(entries: Iterable[Entry], catalogue: Catalogue) -> Iterable[Happened]:
    items: dict[UUID | None, str] = {}
    for entry in entries:
        for item in entry.data.get("items", ()) if entry.kind == "case.file" else ():
            items[UUID(item["id"])] = catalogue.items[item["item"]].short
        say = SENTENCES.get(entry.kind)
        if say:
            paper = entry.data.get("paper")
            text = say(entry.data, catalogue)
            yield Happened(entry.at, entry.who_name, text, items.get(entry.item_id, ""), UUID(paper) if paper else None)


def _numbered(words: str) -> Callable[[Said, Catalogue], str]:
    def say(data: Said, _: Catalogue) -> str:
        return f"{words}（{data['number']}）" if data.get("number") else words

    return say


def _handed_in(data: Said, catalogue: Catalogue) -> str:
    version = f"第{data['version']}版，" if data.get("version", 1) > 1 else ""
    return f"提交材料「{catalogue.materials[data['code']].name}」（{version}{len(data['materials'])}个文件）"


def _point(data: Said, catalogue: Catalogue) -> str:
    target = data["target"]
    if target in catalogue.materials:
        return f"提出补正内容：{catalogue.materials[target].name}"
    return f"提出补正内容：{catalogue.fields[target].label}"


def _supplied(data: Said, catalogue: Catalogue) -> str:
    fields = "、".join(catalogue.fields[code].label for code in data.get("fields", ()))
    return f"提交补正内容，更改了：{fields}" if fields else "提交补正内容"


def _redated(data: Said, _: Catalogue) -> str:
    """Of an item the day by which to answer or decide, of the whole case its cap."""
    what, became = ("期限", data["became"]["due_on"]) if "item" in data else ("总时限", data["clocks"][0]["became"])
    return f"放假安排调整，{what}由{data['before']}改为{became}"


SENTENCES: Mapping[str, Callable[[Said, Catalogue], str]] = {
    "case.file": lambda data, _: f"收件，办件编号{data['number']}，材料{len(data['materials'])}份",
    "item.accept": _numbered("受理"),
    "item.gap_accept": _numbered("容缺受理"),
    "item.fill_gap": _numbered("补交容缺材料"),
    "item.lapse": _numbered("五个工作日内没有一次性告知，自收到材料之日起即为受理"),
    "item.supplement": _numbered("一次性告知需要补正的内容"),
    "item.supply": _supplied,
    "item.not_accept": _numbered("不予受理"),
    "item.claim": lambda *_: "认领，开始审查",
    "item.call_visit": _numbered("安排现场核查"),
    "item.visit": _numbered("现场核查完毕"),
    "item.rectify": _numbered("通知整改"),
    "item.report": _numbered("报告整改完成"),
    "item.recheck": _numbered("复审整改"),
    "item.review": lambda *_: "提交审查意见",
    "item.return": lambda *_: "退回重审",
    "item.informed": lambda data, _: f"内部转来「{data['name']}」的结果：{data['result']}",
    "item.look_again": lambda data, _: f"前置事项「{data['name']}」{data['result']}，请重新核对本事项",
    "item.grant": _numbered("准予许可"),
    "item.refuse": _numbered("不予许可"),
    "item.withdraw": _numbered("撤回申请"),
    "item.terminate": _numbered("终止审查"),
    "item.attempt": _numbered("送达未成"),
    "item.serve": _numbered("决定已送达"),
    "item.archive": _numbered("归档"),
    "law.change": lambda data, _: "；".join(f"法律有变化：自{each['on']}起{each['text']}" for each in data["changes"]),
    "case.extend": _numbered("本级政府负责人批准延长并联办理的总时限"),
    "case.add": lambda data, catalogue: "补充申请：" + "、".join(catalogue.items[code].short for code in data["items"]),
    "item.pause": _numbered("启动特别程序，办理期限暂停计算"),
    "item.prolong": _numbered("再次告知特别程序时间"),
    "item.resume": _numbered("特别程序结束，办理期限继续计算"),
    "item.extend": _numbered("延长办理期限"),
    "item.miss": _numbered("法定期限届满没有决定，告知申请人救济途径"),
    "item.explain": _numbered("公开逾期说明"),
    "item.tell_hearing": _numbered("告知听证权利"),
    "item.announce_hearing": _numbered("公告听证，办理期限暂停计算"),
    "item.ask_hearing": _numbered("申请听证"),
    "item.waive_hearing": lambda *_: "告知后五日内没有人申请听证，继续审查",
    "item.call_hearing": _numbered("通知听证的时间和地点，办理期限暂停计算"),
    "item.hold_hearing": _numbered("听证已举行，办理期限继续计算"),
    "item.consult": _numbered("征求其他机关意见"),
    "item.reply": _numbered("其他机关答复意见"),
    "item.tell_party": _numbered("告知可以陈述和申辩"),
    "item.defend": _numbered("记录陈述和申辩"),
    "item.urge": lambda *_: "窗口催办",
    "item.supervise": _numbered("牵头部门督办"),
    "item.report_back": _numbered("答复督办"),
    "clock.redate": _redated,
    "material.hand_in": _handed_in,
    "supplement.add": _point,
    "supplement.remove": lambda *_: "撤下一条补正内容",
    "permit.make": lambda data, _: f"许可生效，证件编号{data['number']}",
    **{f"permit.{verb}": _numbered(verb.label) for verb in PERMIT_PAPER},
    "permit.remind": lambda data, _: f"提醒延续：{data['number']}有效期至{data['until_on']}，不到{data['days']}日",
    "change.ask": _numbered("申请变更"),
    "letter.send": lambda data, catalogue: f"告知{catalogue.organs[data['to']].name}：{data['matter']}",
    "letter.acknowledge": lambda data, catalogue: f"{catalogue.organs[data['to']].name}已回执：{data['matter']}",
    "licence.hand_out": lambda data, _: f"发放综合许可证第{data['version']}版，领证人{data['to_name']}",
    "commitment.bar": lambda *_: "记入信用记录，信用修复以前不适用告知承诺",
    "commitment.repair": lambda *_: "信用已修复，可以再次适用告知承诺",
    "licence.issue": lambda data, _: f"制发综合许可证第{data['version']}版（{data['number']}）",
    "licence.remind": lambda data, _: f"提醒领取综合许可证第{data['version']}版",
    "check.late": lambda data, _: f"核查逾期：{data['number']}应在{data['due_on']}以前办理，已告知许可机关和监管部门",
    "licence.retire": lambda data, _: f"综合许可证停止使用：{data['why']}",
}
"""A sentence for every kind of entry that staff are told of; drafts are the applicant's own affair."""
