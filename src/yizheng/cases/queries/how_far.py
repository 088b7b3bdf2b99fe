"""How far an item is and what is being done, in the words of the progress page (domain §2.14)."""

from __future__ import annotations

from collections.abc import Mapping

from yizheng.cases.models import ItemCase
from yizheng.law.words import TO_SERVE, UNDER_REVIEW, Service, State

STAGES = ("收件", "受理", "审查", "决定", "送达")

SERVED = len(STAGES)

_REACHED: Mapping[State, int] = {
    State.SUBMITTED: 1,
    State.SUPPLEMENTING: 1,
    State.SUPPLIED: 1,
    **dict.fromkeys(UNDER_REVIEW, 2),
    State.PROPOSED: 3,
    State.GRANTED: 4,
    State.REFUSED: 4,
}
_TONES: Mapping[State, str] = {
    State.SUPPLEMENTING: "yellow",
    State.RECTIFYING: "yellow",
    State.GRANTED: "green",
    State.REFUSED: "red",
    State.NOT_ACCEPTED: "red",
    State.WITHDRAWN: "grey",
    State.TERMINATED: "grey",
}
_SENTENCES: Mapping[State, str] = {
    State.SUBMITTED: "正在核对材料是否齐全，五个工作日内答复；逾期没有告知的，从收件那天起就算受理。",
    State.SUPPLEMENTING: "有内容需要补正，补好提交后继续办理。",
    State.SUPPLIED: "补正内容已收到，正在核对；按告知书补齐的，应当受理。",
    State.PAUSED: "正在进行特别程序，需要多长时间写在告知书里，这段时间不计入办理期限。",
    State.TO_VISIT: "已安排上门核查，时间写在现场核查通知书里。",
    State.VISITED: "上门核查已完成，正在提出审查意见。",
    State.RECTIFYING: "上门核查发现有地方要改，改好后请报告，只复审一次。",
    State.RECTIFIED: "已收到您的整改报告，等待复审。",
    State.PROPOSED: "审查完毕，等待负责人作出决定。",
    State.GRANTED: "已准予，证件可以使用。",
    State.REFUSED: "没有批准。理由和救济途径写在决定书里。",
    State.NOT_ACCEPTED: "没有受理。理由写在决定书里。",
    State.WITHDRAWN: "您已撤回这一项，不影响信用，以后可以重新申请。",
    State.TERMINATED: "审查已终止。理由和救济途径写在决定书里。",
}
DEEMED = "窗口没有在五个工作日内告知补正，依法从收件那天起视为已受理（行政许可法第三十二条），期限从那天算起。"


def reached(state: State, service: Service | None) -> int:
    """How many stages lie behind an item that stands so."""
    there = state in TO_SERVE and service in {Service.SERVED, Service.ARCHIVED}
    return SERVED if there else _REACHED.get(state, 0)


def tone(state: State) -> str:
    """The colour of a state, which never stands alone."""
    return _TONES.get(state, "blue")


def said(state: State, row: ItemCase, *, deemed: bool) -> str:
    """What is being done now, in a sentence."""
    if state == State.REVIEWING:
        if deemed:
            return DEEMED
        return "审查人员正在审查。" if row.reviewer_id else "已受理，等待审查人员认领。"
    return _SENTENCES.get(state, "")
