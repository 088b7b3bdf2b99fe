"""What must have happened before: every rule of order says why not, and lets pass what is in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.law.authority.people import (
    ACCEPT,
    ARCHIVE,
    ARCHIVE_WITHDRAWN,
    ATTEMPT,
    BOTH,
    CASE,
    EXPLAIN,
    EXPLAIN_AFTERWARDS,
    EXTEND,
    FILL_GAP,
    GAP_ACCEPT,
    GRANT,
    GRANT_AT_ONCE,
    HEAD,
    LI,
    MISS,
    NOT_ACCEPT,
    OWNER,
    RECHECK,
    RECHECK_AFTER_REPORT,
    RECTIFY,
    REFUSE,
    REVIEW,
    SERVE,
    SUPPLEMENT,
    TELL_FROM_PROPOSED,
    TERMINATE,
    WANG,
    ZHAO,
)
from yizheng.law.authority import CLOCK, Facts, Line, Who, order, why_not
from yizheng.law.words import UNHEARD, Handling, HearingState, State

Rule = Callable[[Line, Who, Facts], str]
PROPOSED = {"state": State.PROPOSED, "proposal": "grant"}
HEARD_FIRST = "本事项须先听证，根据听证笔录才能{}（行政许可法第四十六条、第四十八条）。"
MAY_STILL_SPEAK = "刘某、王某还可以陈述和申辩，期满或者陈述后才能{}（行政许可法第三十六条）。"
ON_COMMITMENT = {"handling": Handling.COMMITMENT}

REFUSALS: tuple[tuple[Rule, Line, Who, dict[str, Any], str], ...] = (
    # rule                          step        who    facts                                       says
    (order.supplement_only_once,      SUPPLEMENT, WANG,  {"supplement_issued": True},
     "本办件已一次性告知补正内容，不能再次要求补正（行政许可法第三十二条第一款第四项）。"),
    (order.accepted_when_all_is_supplied, NOT_ACCEPT, WANG, {"state": State.SUPPLIED},
     "申请人已按要求全部补正，应当受理（行政许可法第三十二条第一款第五项）。"),
    (order.gap_only_where_it_may_be,  GAP_ACCEPT, WANG,  {"no_gap_because": "「消防」涉及公共安全，不适用容缺受理。"},
     "「消防」涉及公共安全，不适用容缺受理。"),
    (order.gap_only_where_it_may_be,  FILL_GAP,   OWNER, {},
     "本事项没有容缺待补的材料。"),
    (order.gap_only_where_it_may_be,  ACCEPT,     WANG,  {"promised": ("平面图",)},
     "申请人承诺后补的材料还没有交：平面图。请办理容缺受理，或者一次性告知补正（青岛市优化营商环境条例第二十四条）。"),
    (order.not_with_an_open_gap,      GRANT,      ZHAO,  {**PROPOSED, "gap": ("平面图", "租赁合同")},
     "容缺的材料还没有补齐：平面图、租赁合同。补齐后才能准予（青岛市优化营商环境条例第二十四条）。"),
    (order.visited_before_the_opinion, REVIEW,    LI,    {"handling": Handling.INSPECTED},
     "本事项须先现场核查，两名以上工作人员到场并作记录（行政许可法第三十四条第三款）。"),
    (order.rectified_once,            RECTIFY,    LI,    {"state": State.VISITED, "rectified": True},
     "整改意见已一口告知，复审后不能再提新的整改要求（改革方案三（四））；请根据查明的事实提出意见。"),
    (order.rectified_once,            RECHECK,    LI,    {"state": State.RECTIFYING, "rectified": True},
     "申请人还没有报告整改完成，整改期限也没有届满，不能复审（改革方案三（四），一趟复审）。"),
    (order.extended_once_and_in_time, EXTEND,     HEAD,  {"extended": True},
     "本事项已延长过一次，不能再延长（行政许可法第四十二条第一款）。"),
    (order.extended_once_and_in_time, EXTEND,     HEAD,  {"limit_over": True},
     "法定期限已经届满，届满后不能再批准延长（行政许可法第四十二条第一款）；请尽快作出决定并公开说明。"),
    (order.extended_once_and_in_time, EXTEND,     HEAD,  {"no_extension_because": "本事项的法律没有规定可以延长。"},
     "本事项的法律没有规定可以延长。"),
    (order.explained_when_late,       EXPLAIN,    ZHAO,  {},
     "还没有超过承诺时限，不需要逾期说明（优化营商环境条例第三十六条）。"),
    (order.explained_when_late,       MISS,       CLOCK, {},
     "法定期限没有届满，或者已经告知过（行政复议法第二十三条）。"),
    (order.explained_when_late,       MISS,       CLOCK, {"limit_over": True, "missed": True},
     "法定期限没有届满，或者已经告知过（行政复议法第二十三条）。"),
    (order.granted_at_once_on_a_commitment, GRANT_AT_ONCE, ZHAO, ON_COMMITMENT,
     "本事项按告知承诺办理，申请人还没有签署告知承诺书，不能准予。"),
    (order.granted_at_once_on_a_commitment, GRANT, ZHAO, {**PROPOSED, **ON_COMMITMENT},
     "本事项按告知承诺办理，申请人还没有签署告知承诺书，不能准予。"),
    (order.not_against_the_opinion,   GRANT,      ZHAO,  {**PROPOSED, "proposal": "refuse"},
     "审查意见为「建议不予」，不能直接准予：请先退回重审，由审查人重新提出意见（行政许可法第三十七条）。"),
    (order.not_against_the_opinion,   GRANT_AT_ONCE, ZHAO,
     {"handling": Handling.IMMEDIATE, "reviewer": "li", "reviewed_by": frozenset({"li"})},
     "审查意见已退回重审，须由审查人重新提出意见后才能准予（行政许可法第三十七条）。"),
    (order.cosigned_before_the_grant, GRANT,      ZHAO,  {**PROPOSED, "cosigners": 2, "cosigned_by": frozenset({"wu"})},
     "本事项还要1人会签才能准予（行政许可法第三十七条）。"),
    (order.cosigned_before_the_grant, GRANT_AT_ONCE, ZHAO, {"handling": Handling.IMMEDIATE, "cosigners": 1},
     "本事项还要1人会签才能准予（行政许可法第三十七条）。"),
    (order.cosigned_before_the_grant, GRANT,      ZHAO,  {**PROPOSED, "disagreed": True},
     "会签不同意审查意见，不能准予：请先退回重审（行政许可法第三十七条）。"),
    (order.heard_before_the_decision, GRANT,      ZHAO,  {**PROPOSED, "hearing": HearingState.NEEDED},
     HEARD_FIRST.format("准予许可")),
    (order.heard_before_the_decision, REFUSE,     ZHAO,  {**PROPOSED, "hearing": HearingState.CALLED},
     HEARD_FIRST.format("不予许可")),
    (order.heard_before_the_decision, REFUSE,     ZHAO,  {**PROPOSED, "unheard": ("刘某", "王某")},
     MAY_STILL_SPEAK.format("不予许可")),
    (order.not_before_what_it_waits_for, GRANT,   ZHAO,  {**PROPOSED, "waits_for": ("消防检查", "公共卫生")},
     "须先办结「消防检查」、「公共卫生」，才能准予「食品经营许可」。"),
    (order.not_before_what_it_waits_for, GRANT,   ZHAO,  {**PROPOSED, "failed_firsts": ("消防检查",)},
     "前置事项「消防检查」没有准予，不能准予「食品经营许可」。"),
    (order.not_before_what_it_waits_for, GRANT,   ZHAO,  {**PROPOSED, "outdated_by": ("消防检查",)},
     "审查意见提出后，前置事项「消防检查」已撤回或者终止，请退回重审，由审查人重新核对。"),
    (order.by_the_law_in_force,       REVIEW,     LI,    {"no_longer_needed": "甲办法2026年5月1日起废止"},
     "法律已改变，本事项不再需要许可：甲办法2026年5月1日起废止。请终止审查（行政许可法第三十二条第一款第一项）。"),
    (order.by_the_law_in_force,       REFUSE,     ZHAO,  {**PROPOSED, "no_longer_needed": "甲办法废止"},
     "法律已改变，本事项不再需要许可：甲办法废止。请终止审查（行政许可法第三十二条第一款第一项）。"),
    (order.by_the_law_in_force,       GRANT,      ZHAO,  {**PROPOSED, "law_moved": ("面积改为500平方米", "须有专间")},
     "审查意见提出后法律已改变：面积改为500平方米；须有专间。请退回重审，按现在的规定审查（行政许可案件规定第九条）。"),
    (order.served_and_archived_once,  SERVE,      WANG,  {"state": State.GRANTED, "served": True},
     "决定已经送达，有送达回证。"),
    (order.served_and_archived_once,  ATTEMPT,    WANG,  {"state": State.GRANTED, "served": True},
     "决定已经送达，有送达回证。"),
    (order.served_and_archived_once,  ARCHIVE_WITHDRAWN, WANG, {"state": State.WITHDRAWN, "archived": True},
     "本事项已经归档。"),
    (order.explained_when_late,       EXPLAIN_AFTERWARDS, ZHAO, {"state": State.GRANTED},
     "还没有超过承诺时限，不需要逾期说明（优化营商环境条例第三十六条）。"),
    (order.served_and_archived_once,  ARCHIVE,    WANG,  {"state": State.GRANTED},
     "决定还没有送达，送达后才能归档。"),
    (order.served_and_archived_once,  ARCHIVE,    WANG,  {"state": State.GRANTED, "served": True, "archived": True},
     "本事项已经归档。"),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "line", "who", "facts", "says"), REFUSALS)
def test_a_rule_of_order_says_why_not_in_a_sentence_and_no_other_speaks_before_it(
    rule: Rule, line: Line, who: Who, facts: dict[str, Any], says: str
) -> None:
    stands = replace(CASE, **facts)
    assert rule(line, who, stands) == says
    assert why_not(line, who, stands) == says


IN_ORDER: tuple[tuple[Line, Who, dict[str, Any]], ...] = (
    (SUPPLEMENT, WANG, {}),
    (NOT_ACCEPT, WANG, {"state": State.SUPPLIED, "open_points": 1}),
    (GAP_ACCEPT, WANG, {}),
    (FILL_GAP, OWNER, {"gap": ("平面图",)}),
    (REVIEW, LI, {}),
    (REVIEW, LI, {"handling": Handling.INSPECTED, "visited": True}),
    (REVIEW, LI, {"gap": ("平面图",)}),
    (RECTIFY, LI, {"state": State.VISITED}),
    (RECHECK, LI, {"state": State.RECTIFYING, "rectified": True, "rectification_over": True}),
    (RECHECK_AFTER_REPORT, LI, {"state": State.RECTIFIED, "rectified": True}),
    (EXTEND, HEAD, {}),
    (EXTEND, HEAD, {"promise_over": True}),
    (EXPLAIN, ZHAO, {"promise_over": True}),
    (EXPLAIN, HEAD, {"limit_over": True}),
    (MISS, CLOCK, {"limit_over": True}),
    (GRANT_AT_ONCE, ZHAO, {**ON_COMMITMENT, "committed": True}),
    (GRANT_AT_ONCE, ZHAO, {"handling": Handling.IMMEDIATE}),
    (GRANT_AT_ONCE, ZHAO, {"handling": Handling.IMMEDIATE, "reviewer": "li"}),
    (GRANT, ZHAO, PROPOSED),
    (GRANT, ZHAO, {**PROPOSED, "cosigners": 1, "cosigned_by": frozenset({"wu"})}),
    (GRANT, ZHAO, {**PROPOSED, "hearing": HearingState.HELD}),
    (GRANT, ZHAO, {**PROPOSED, "hearing": HearingState.WAIVED}),
    (REFUSE, ZHAO, PROPOSED),
    (REVIEW, LI, {"law_moved": ("须有专间",)}),
    (TERMINATE, ZHAO, {**PROPOSED, "no_longer_needed": "甲办法废止"}),
    (SERVE, WANG, {"state": State.GRANTED}),
    (ATTEMPT, WANG, {"state": State.GRANTED}),
    (ARCHIVE, WANG, {"state": State.REFUSED, "served": True}),
    (ARCHIVE_WITHDRAWN, WANG, {"state": State.WITHDRAWN}),
    (EXPLAIN_AFTERWARDS, ZHAO, {"state": State.GRANTED, "promise_over": True}),
    (TELL_FROM_PROPOSED, ZHAO, {**PROPOSED, "reviewer": "li", "reviewed_by": frozenset({"li"})}),
)


@pytest.mark.parametrize(("line", "who", "facts"), IN_ORDER)
def test_what_is_in_order_is_not_refused(line: Line, who: Who, facts: dict[str, Any]) -> None:
    assert why_not(line, who, replace(CASE, **facts)) == ""


@pytest.mark.parametrize(
    "facts",
    [
        {"proposal": "refuse"},
        {"gap": ("平面图",)},
        {"cosigners": 1},
        {"disagreed": True},
        {"waits_for": ("消防检查",)},
        {"failed_firsts": ("消防检查",)},
        ON_COMMITMENT,
    ],
)
def test_a_refusal_waits_for_nothing_that_only_a_grant_needs(facts: dict[str, Any]) -> None:
    assert why_not(REFUSE, ZHAO, replace(CASE, **{**PROPOSED, **facts})) == ""


@pytest.mark.parametrize("facts", [{"hearing": HearingState.NEEDED}, {"unheard": ("刘某",)}, {"gap": ("平面图",)}])
def test_what_nothing_is_left_to_decide_of_is_terminated_all_the_same(facts: dict[str, Any]) -> None:
    assert why_not(TERMINATE, ZHAO, replace(CASE, **{**PROPOSED, **facts})) == ""


@pytest.mark.parametrize("stands", HearingState)
@pytest.mark.parametrize("line", [GRANT, REFUSE], ids=lambda line: line.verb)
def test_nothing_is_decided_before_the_hearing_is_over(line: Line, stands: HearingState) -> None:
    refused = order.heard_before_the_decision(line, ZHAO, replace(CASE, state=State.PROPOSED, hearing=stands))
    assert bool(refused) == (stands in UNHEARD)


def test_a_head_who_may_also_review_extends_in_that_post_only() -> None:
    assert why_not(EXTEND, BOTH, CASE).startswith("「延长办理期限」只能由机关负责人办理")
