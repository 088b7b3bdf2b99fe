"""What must be asked and heard in its order: the hearing and who chairs it, and answers to those who were asked."""

from __future__ import annotations

from yizheng.law.authority.facts import Facts, Line
from yizheng.law.authority.roles import post_for, stood_in_for
from yizheng.law.authority.separation import EXAMINING
from yizheng.law.authority.who import Who
from yizheng.law.hearings import no_hearing_line
from yizheng.law.inquiries import NOBODY_ASKED
from yizheng.law.words import UNHEARD, HearingState, State, Verb

UNDER_WAY = frozenset({HearingState.ANNOUNCED, HearingState.CALLED})
"""A hearing whose time is left out of the count."""


def hearing_in_order(line: Line, who: Who, facts: Facts) -> str:
    """Told or announced, asked for, called, held: one after the other (行政许可法 46–48)."""
    if line.verb == Verb.CALL_HEARING and facts.state == State.PAUSED and facts.hearing == HearingState.ASKED:
        return "正在进行另一项特别程序：请先结束它，再通知听证（行政许可法第四十五条）。"
    return no_hearing_line(facts.hearing, line.verb)


def resumed_after_the_hearing(line: Line, who: Who, facts: Facts) -> str:
    """The time of a hearing ends with its record, and with nothing else (行政许可法 45, 48)."""
    if line.verb == Verb.RESUME and facts.hearing in UNDER_WAY:
        return "听证还没有举行：记录听证后，办理期限自动继续计算（行政许可法第四十五条、第四十八条）。"
    return ""


def heard_before_the_opinion(line: Line, who: Who, facts: Facts) -> str:
    """An opinion follows the hearing; while it may still be asked for, it may be prepared (行政许可法 48)."""
    if line.verb == Verb.REVIEW and facts.hearing in UNHEARD - {HearingState.TOLD}:
        return "本事项须先听证，再根据听证笔录提出审查意见（行政许可法第四十六条、第四十八条）。"
    return ""


def chaired_by_nobody_who_examines(line: Line, who: Who, facts: Facts) -> str:
    """Who chairs the hearing keeps its record and does not examine (行政许可法 48(1)(3))."""
    ours = {who.id, stood_in_for(line, who, facts)}
    if line.verb == Verb.HOLD_HEARING and facts.chair not in ours:
        return f"听证笔录由主持人{facts.chair_name}记录（行政许可法第四十八条）。"
    if line.verb == Verb.HOLD_HEARING and who.id in facts.reviewed_by | {facts.reviewer}:
        return "您审查本件，不能代理主持人：主持人应当是审查人员以外的人（行政许可法第四十八条）。"
    if line.verb in EXAMINING and facts.chair in ours - {""}:
        return f"您主持本件的听证，不能再{line.verb.label}：主持人应当是审查人员以外的人（行政许可法第四十八条）。"
    return ""


def answered_when_asked(line: Line, who: Who, facts: Facts) -> str:
    """Only who is asked answers, and only while somebody is asking (行政许可法 26(2), 36)."""
    asked = {
        Verb.REPLY: post_for(line, who, facts) is not None,
        Verb.DEFEND: bool(facts.unheard),
        Verb.REPORT_BACK: facts.urged > 0,
    }
    return "" if asked.get(line.verb, True) else NOBODY_ASKED[line.verb]
