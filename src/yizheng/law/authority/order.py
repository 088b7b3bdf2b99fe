"""What must have happened before: supplement, visit, second signature, hearing, the items that come first."""

from __future__ import annotations

from yizheng.law.authority.facts import Facts, Line
from yizheng.law.authority.who import Who
from yizheng.law.words import TO_SERVE, UNHEARD, Handling, State, Verb

SETTLING = frozenset({Verb.GRANT, Verb.REFUSE})
"""Decisions on the substance."""


def supplement_only_once(line: Line, who: Who, facts: Facts) -> str:
    """One supplement notice for the case, with everything in it (行政许可法 32(1)(4))."""
    if line.verb == Verb.SUPPLEMENT and facts.supplement_issued:
        return "本办件已一次性告知补正内容，不能再次要求补正（行政许可法第三十二条第一款第四项）。"
    return ""


def accepted_when_all_is_supplied(line: Line, who: Who, facts: Facts) -> str:
    """Whoever has supplied everything demanded must be accepted (行政许可法 32(1)(5))."""
    if line.verb == Verb.NOT_ACCEPT and facts.state == State.SUPPLIED and not facts.open_points:
        return "申请人已按要求全部补正，应当受理（行政许可法第三十二条第一款第五项）。"
    return ""


def gap_only_where_it_may_be(line: Line, who: Who, facts: Facts) -> str:
    """Acceptance with a gap only where the item's data and its exclusions allow it (青岛市优化营商环境条例 24)."""
    if line.verb == Verb.GAP_ACCEPT and facts.no_gap_because:
        return facts.no_gap_because
    if line.verb == Verb.FILL_GAP and not facts.gap:
        return "本事项没有容缺待补的材料。"
    if line.verb == Verb.ACCEPT and facts.promised:
        return (
            f"申请人承诺后补的材料还没有交：{'、'.join(facts.promised)}。"
            "请办理容缺受理，或者一次性告知补正（青岛市优化营商环境条例第二十四条）。"
        )
    return ""


def not_with_an_open_gap(line: Line, who: Who, facts: Facts) -> str:
    """A grant waits until what was accepted as missing has come (青岛市优化营商环境条例 24; domain L-69)."""
    if line.verb == Verb.GRANT and facts.gap:
        return f"容缺的材料还没有补齐：{'、'.join(facts.gap)}。补齐后才能准予（青岛市优化营商环境条例第二十四条）。"
    return ""


def visited_before_the_opinion(line: Line, who: Who, facts: Facts) -> str:
    """Where a visit is prescribed, nothing is proposed before it was made (行政许可法 34(3))."""
    if line.verb == Verb.REVIEW and facts.handling == Handling.INSPECTED and not facts.visited:
        return "本事项须先现场核查，两名以上工作人员到场并作记录（行政许可法第三十四条第三款）。"
    return ""


def rectified_once(line: Line, who: Who, facts: Facts) -> str:
    """What is to be put right is told once, and looked at again once (高新区一业一证方案 三(四))."""
    if line.verb == Verb.RECTIFY and facts.rectified:
        return "整改意见已一口告知，复审后不能再提新的整改要求（改革方案三（四））；请根据查明的事实提出意见。"
    if line.verb == Verb.RECHECK and facts.state == State.RECTIFYING and not facts.rectification_over:
        return "申请人还没有报告整改完成，整改期限也没有届满，不能复审（改革方案三（四），一趟复审）。"
    return ""


def extended_once_and_in_time(line: Line, who: Who, facts: Facts) -> str:
    """A limit is extended once, before it ends, where the law knows an extension (行政许可法 42(1))."""
    if line.verb != Verb.EXTEND:
        return ""
    if facts.extended:
        return "本事项已延长过一次，不能再延长（行政许可法第四十二条第一款）。"
    if facts.limit_over:
        return "法定期限已经届满，届满后不能再批准延长（行政许可法第四十二条第一款）；请尽快作出决定并公开说明。"
    return facts.no_extension_because


def explained_when_late(line: Line, who: Who, facts: Facts) -> str:
    """Only what is late is explained (优化营商环境条例 36)."""
    if line.verb == Verb.EXPLAIN and not (facts.promise_over or facts.limit_over):
        return "还没有超过承诺时限，不需要逾期说明（优化营商环境条例第三十六条）。"
    if line.verb == Verb.MISS and (facts.missed or not facts.limit_over):
        return "法定期限没有届满，或者已经告知过（行政复议法第二十三条）。"
    return ""


def granted_at_once_on_a_commitment(line: Line, who: Who, facts: Facts) -> str:
    """A grant on commitment rests on the commitment that was signed (消防法 15; domain L-65)."""
    if line.verb == Verb.GRANT and facts.handling == Handling.COMMITMENT and not facts.committed:
        return "本事项按告知承诺办理，申请人还没有签署告知承诺书，不能准予。"
    return ""


def not_against_the_opinion(line: Line, who: Who, facts: Facts) -> str:
    """A grant needs an opinion for it; a refusal gives its own reasons, so it may differ (行政许可法 37, 38(2)).

    What was returned is reviewed again, also where it could have been granted on the spot.
    """
    if line.verb == Verb.GRANT and facts.state == State.REVIEWING and facts.reviewed_by:
        return "审查意见已退回重审，须由审查人重新提出意见后才能准予（行政许可法第三十七条）。"
    if line.verb == Verb.GRANT and facts.proposal == "refuse":
        return "审查意见为「建议不予」，不能直接准予：请先退回重审，由审查人重新提出意见（行政许可法第三十七条）。"
    return ""


def cosigned_before_the_grant(line: Line, who: Who, facts: Facts) -> str:
    """As many second signatures as the item's data asks for, and none against (行政许可法 37)."""
    if line.verb != Verb.GRANT:
        return ""
    if facts.disagreed:
        return "会签不同意审查意见，不能准予：请先退回重审（行政许可法第三十七条）。"
    lacking = facts.cosigners - len(facts.cosigned_by)
    return f"本事项还要{lacking}人会签才能准予（行政许可法第三十七条）。" if lacking > 0 else ""


def heard_before_the_decision(line: Line, who: Who, facts: Facts) -> str:
    """No decision before the hearing that the law wants, nor before third parties could speak (行政许可法 36, 48)."""
    if line.verb not in SETTLING:
        return ""
    if facts.hearing in UNHEARD:
        return f"本事项须先听证，根据听证笔录才能{line.verb.label}（行政许可法第四十六条、第四十八条）。"
    if facts.unheard:
        return (
            f"{'、'.join(facts.unheard)}还可以陈述和申辩，期满或者陈述后才能{line.verb.label}（行政许可法第三十六条）。"
        )
    return ""


def not_before_what_it_waits_for(line: Line, who: Who, facts: Facts) -> str:
    """A grant waits for the items that must be decided before it, and follows how they ended (domain §4.3, §7-6)."""
    if line.verb != Verb.GRANT:
        return ""
    if facts.waits_for:
        return f"须先办结{'、'.join(f'「{name}」' for name in facts.waits_for)}，才能准予「{facts.item_name}」。"
    if facts.failed_firsts:
        failed = "、".join(f"「{name}」" for name in facts.failed_firsts)
        return f"前置事项{failed}没有准予，不能准予「{facts.item_name}」。"
    if facts.outdated_by:
        return (
            f"审查意见提出后，前置事项{'、'.join(f'「{name}」' for name in facts.outdated_by)}已撤回或者终止，"
            "请退回重审，由审查人重新核对。"
        )
    return ""


def by_the_law_in_force(line: Line, who: Who, facts: Facts) -> str:
    """The conditions of the day of the decision; what needs no permit any more is terminated (行政许可案件规定 9)."""
    if line.verb in {*SETTLING, Verb.REVIEW} and facts.no_longer_needed:
        return (
            f"法律已改变，本事项不再需要许可：{facts.no_longer_needed}。请终止审查"
            "（行政许可法第三十二条第一款第一项）。"
        )
    if line.verb in SETTLING and facts.law_moved:
        changes = "；".join(facts.law_moved)
        return f"审查意见提出后法律已改变：{changes}。请退回重审，按现在的规定审查（行政许可案件规定第九条）。"
    return ""


def served_and_archived_once(line: Line, who: Who, facts: Facts) -> str:
    """What is served is not served again; what the organ decided is archived when it was served (行政许可法 44)."""
    if line.verb in {Verb.SERVE, Verb.ATTEMPT} and facts.served:
        return "决定已经送达，有送达回证。"
    if line.verb == Verb.ARCHIVE and facts.archived:
        return "本事项已经归档。"
    if line.verb == Verb.ARCHIVE and facts.state in TO_SERVE and not facts.served:
        return "决定还没有送达，送达后才能归档。"
    return ""
