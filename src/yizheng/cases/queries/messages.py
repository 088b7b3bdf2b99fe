"""What the applicant must be told of, in plain words, made from the book alone: a kind of entry, a sentence.

The progress page shows them, the newest first. A new kind of which the applicant must learn gets its line in
``SENTENCES``; what they did themselves needs none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from yizheng.cases.models import ItemCase
from yizheng.catalogue import publishing
from yizheng.law.calendar_changes import ChangedDay, said, short
from yizheng.law.items import Catalogue
from yizheng.law.law_changes import Bearing
from yizheng.law.words import ClockName, Verb
from yizheng.ledger.book import entries_of
from yizheng.ledger.models import Entry

NEW_FOR = timedelta(days=3)
"""For how long a message is marked as new."""

Data = Mapping[str, Any]
Say = Callable[[Data, str], str]
"""From what the book says of it, and the item with its marks (empty for the whole case), to the sentence."""

DAYS = {
    ClockName.ACCEPTANCE: "答复是否受理的最后一天",
    ClockName.PROMISED: "办结日",
    ClockName.STATUTORY: "法定最后办结日",
}
"""What the day of a clock is to the applicant."""


@dataclass(frozen=True, slots=True)
class Message:
    """One thing told; ``paper`` is what was served with it, ``new`` whether it happened in the last days."""

    at: datetime
    text: str
    paper: UUID | None
    new: bool


def messages(case_id: UUID, catalogue: Catalogue, at: datetime) -> tuple[Message, ...]:
    """What the applicant is told of a case, the newest first; one paper for several items is told once."""
    told = []
    for entry, items in _together(entries_of(case_id), catalogue):
        paper = entry.data.get("paper")
        text = SENTENCES[entry.kind](entry.data, "".join(f"「{each}」" for each in items))
        told.append(Message(entry.at, text, UUID(paper) if paper else None, new=at - entry.at < NEW_FOR))
    return tuple(reversed(told))


def _together(entries: Iterable[Entry], catalogue: Catalogue) -> Iterable[tuple[Entry, list[str]]]:
    """The entries of which the applicant is told, each with its items by name; those of one paper together."""
    told = list(entries)
    names = _names(told, catalogue)
    found: dict[Any, tuple[Entry, list[str]]] = {}
    for entry in told:
        if entry.kind in SENTENCES:
            _, items = found.setdefault(entry.data.get("paper") or entry.id, (entry, []))
            items += [names[entry.item_id]] if entry.item_id in names else []
    return found.values()


def _names(entries: Iterable[Entry], catalogue: Catalogue) -> dict[UUID | None, str]:
    """The items by name: those of this case, and those of others whose permits are on its licence."""
    names: dict[UUID | None, str] = {}
    apart: set[UUID] = set()
    for entry in entries:
        for item in entry.data.get("items", ()) if entry.kind == "case.file" else ():
            names[UUID(item["id"])] = catalogue.items[item["item"]].short
        if entry.item_id and entry.item_id not in names:
            apart.add(entry.item_id)
    for each in ItemCase.objects.filter(id__in=apart).select_related("case") if apart else ():
        names[each.id] = publishing.version(each.case.catalogue_id).items[each.item].short
    return names


def _numbered(words: str) -> Say:
    def say(data: Data, item: str) -> str:
        return f"{item}{words}（{data['number']}）。"

    return say


def _redated(data: Data, item: str) -> str:
    """Which days moved from when to when, and because of which notice (domain §7-7)."""
    changed = [ChangedDay(date.fromisoformat(e["day"]), e["is_workday"], e["notice"]) for e in data["because"]]
    because = said(changed) or "工作日历调整"
    days = [_from_to(_day_of(ClockName(each["clock"])), each["before"], each["became"]) for each in data["clocks"]]
    if not days and data["before"] and data["became"]["due_on"]:
        days = [_from_to("最近的期限", data["before"], data["became"]["due_on"])]
    return f"因{because}，{item or '整个办件'}的{'，'.join(days) or '期限已重新推算'}。"


def _day_of(clock: ClockName) -> str:
    return DAYS.get(clock, f"{clock.label}的最后一天")


def _from_to(what: str, before: str, became: str) -> str:
    old, new = date.fromisoformat(before), date.fromisoformat(became)
    year = f"{new.year}年" if new.year != old.year else ""
    return f"{what}由{short(old)}改为{year}{short(new)}"


def _remind(data: Data, item: str) -> str:
    """That a permit ends, and until when its renewal is surely in time (行政许可法 50(1))."""
    until, warn = date.fromisoformat(data["until_on"]), date.fromisoformat(data["warn_on"])
    return (
        f"{item}的许可（{data['number']}）到{until.year}年{short(until)}为止；要继续经营的，"
        f"请在{warn.year}年{short(warn)}前申请延续。"
    )


def _law_changed(data: Data, item: str) -> str:
    """What changes of the law of an item, from when, and what follows for this application (domain §7-5)."""
    told = []
    for each in data["changes"]:
        on = date.fromisoformat(each["on"])
        gone = each["bearing"] == Bearing.ABOLISHED
        follows = "从那天起不再需要这项许可，审批部门会终止审查" if gone else "决定时一般按新的规定办"
        told.append(f"自{on.year}年{short(on)}起{each['text']}，{follows}")
    return f"{item}的法律规定有变化：{'；'.join(told)}。"


def _to_take(data: Data, _: str) -> str:
    """That a version of the licence lies at the window; the one before it is of no use any more (domain C12)."""
    old = "旧版已不能使用。" if data["version"] > 1 else ""
    return f"行业综合许可证第{data['version']}版已经制好，还没有领取，请到窗口领取。{old}"


OF_PERMITS = {
    Verb.CHANGE: "的许可已经按申请变更",
    Verb.REFUSE_CHANGE: "的许可变更没有获准，理由和救济途径写在决定书里",
    Verb.RENEW: "的许可已经延续",
    Verb.REFUSE_RENEWAL: "的许可没有获准延续，理由和救济途径写在决定书里",
    Verb.DEEM_RENEWED: "的延续申请到有效期届满时还没有决定，依法视为准予延续",
    Verb.EXPIRE: "的许可有效期已经届满，不能再凭它经营",
    Verb.SUSPEND: "的许可被暂扣，解除以前不能凭它经营",
    Verb.RESTORE: "的许可解除暂扣，恢复有效",
    Verb.RECALL: "的许可被撤回，理由和救济途径写在决定书里",
    Verb.REVOKE: "的许可被撤销，理由和救济途径写在决定书里",
    Verb.FORFEIT: "的许可被吊销",
    Verb.CANCEL: "的许可已经注销",
    Verb.HALT: "被责令停业整顿，记在许可旁边",
    Verb.ORDER: "的承诺核查不合格，请按通知书限期改正；到期没有改正的，许可会被撤销",
}
"""What happens to a permit after the grant, and how it is said to its holder."""

SENTENCES: Mapping[str, Say] = {
    "law.change": _law_changed,
    "item.supplement": _numbered("有内容需要补正，请按一次性补正告知书办理"),
    "item.accept": _numbered("已经受理"),
    "item.gap_accept": _numbered("已经容缺受理，请按期补交承诺的材料"),
    "item.lapse": _numbered("窗口没有在五个工作日内一次性告知，从收到材料那天起就算受理"),
    "item.not_accept": _numbered("没有受理，理由和救济途径写在决定书里"),
    "item.call_visit": _numbered("要上门核查，时间写在现场核查通知书里"),
    "item.rectify": _numbered("有地方要改，请改好后报告"),
    "item.recheck": _numbered("的整改已经复审"),
    "item.look_again": lambda data, item: (
        f"「{data['name']}」{data['result']}。{item}原来要等它办完：这一项还要不要办，请您考虑；不办的可以撤回，不影响信用。"
    ),
    "item.grant": _numbered("已经批准"),
    "item.refuse": _numbered("没有批准，理由和救济途径写在决定书里"),
    "item.terminate": _numbered("的审查已经终止，理由和救济途径写在决定书里"),
    "item.attempt": _numbered("的决定没有送到您手里，怎样领取写在记录里"),
    "item.serve": _numbered("的决定已经送达，复议和诉讼的期限从第二天起算"),
    "item.pause": _numbered("需要专门的检测、评审等程序，所需时间不算在办理期限里，要多久写在告知书里"),
    "item.prolong": _numbered("的特别程序需要更多时间，新的日期写在告知书里"),
    "item.resume": _numbered("的特别程序结束了，办理期限继续计算"),
    "item.extend": _numbered("的办理期限延长了，理由和新的日期写在告知书里"),
    "case.extend": lambda data, _: (
        f"经本级政府负责人批准，各事项并联办理的总时限延长到{short(date.fromisoformat(data['became']['cap_on']))}，"
        f"理由写在告知书里（{data['number']}）；各事项自己的期限不变。"
    ),
    "item.miss": _numbered("的法定期限已经届满，还没有作出决定；您可以先申请行政复议，怎样申请写在告知书里"),
    "item.explain": _numbered("没有在承诺的时限内办结，原因已经公开说明"),
    "item.tell_hearing": _numbered("涉及他人的重大利益，您可以要求听证，期限写在告知书里"),
    "item.announce_hearing": _numbered("依法要先听证，已经公告；听证的时间不算在办理期限里"),
    "item.ask_hearing": _numbered("有人申请听证，二十日内举行"),
    "item.waive_hearing": lambda _, item: f"{item}五日内没有人申请听证，继续审查。",
    "item.call_hearing": _numbered("的听证时间和地点定了，请按通知书参加"),
    "item.hold_hearing": _numbered("的听证已经举行，办理期限继续计算，决定将根据听证笔录作出"),
    "item.tell_party": _numbered("涉及重大利益，已告知可以陈述和申辩"),
    "rating.answer": lambda data, _: f"{data['name']}答复了您的评价：{data['outcome']}",
    "clock.redate": _redated,
    **{f"permit.{verb}": _numbered(words) for verb, words in OF_PERMITS.items()},
    "permit.remind": _remind,
    "licence.issue": lambda data, _: f"行业综合许可证第{data['version']}版已经制发（{data['number']}）。",
    "licence.remind": _to_take,
    "licence.retire": lambda data, _: f"行业综合许可证停止使用：{data['why']}",
}
"""The table: what happened, and how it is said to the applicant."""
