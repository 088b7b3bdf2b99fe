"""In which role, for which organ, by which line, with whose claim: the rules about who somebody is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.law.authority.people import (
    ACCEPT,
    ALL_ROUND,
    ARCHIVE,
    ASSIGN,
    BOTH,
    CALL_VISIT,
    CASE,
    CLAIM,
    COSIGN,
    DEFEND,
    EXCEPT,
    EXPLAIN,
    EXTEND,
    FILE,
    FILL_GAP,
    FOR_LI,
    GRANT,
    GRANT_AT_ONCE,
    HEAD,
    LAPSE,
    LI,
    MISS,
    OWNER,
    RECTIFY,
    REPLY,
    REPORT,
    REVIEW,
    REVOKE,
    SERVE,
    TRANSFER,
    WANG,
    WITHDRAW,
    ZHAO,
    staff,
)
from yizheng.law.articles import in_words
from yizheng.law.authority import CLOCK, Facts, Line, Post, Who, post_for, roles, signing, why_not
from yizheng.law.transitions import ON_THE_SPOT, TRANSITIONS, VISITED_BEFORE
from yizheng.law.words import Handling, Role, Verb

# --- in a fitting role ----------------------------------------------------------------------------------------------

WRONG_ROLE: tuple[tuple[Line, Who, str], ...] = (
    (ACCEPT, LI, "「受理」只能由窗口服务专员办理（行政许可法第三十二条第一款第五项）。"),
    (GRANT, OWNER, "「准予许可」只能由决定人办理（行政许可法第三十八条第一款）。"),
    (LAPSE, WANG, "「视为受理」只能由法定期限办理（行政许可法第三十二条第一款第四项）。"),
    (MISS, HEAD, "「逾期未决定」只能由法定期限办理（行政复议法第二十三条）。"),
    (EXTEND, ZHAO, "「延长办理期限」只能由机关负责人办理（行政许可法第四十二条）。"),
    (EXCEPT, ZHAO, "「批准受审分离例外」只能由机关负责人办理（高新区一业一证方案 四）。"),
    (EXPLAIN, LI, "「公开逾期说明」只能由决定人、机关负责人办理（优化营商环境条例第三十六条）。"),
    (ARCHIVE, OWNER, "「归档」只能由窗口服务专员办理（在线政务服务规定第十二条）。"),
    (WITHDRAW, replace(OWNER, applies_for="case-2"),
     "「撤回申请」只能由申请人、窗口服务专员办理（行政许可法第二十九条）。"),
)  # fmt: skip


@pytest.mark.parametrize(("line", "who", "says"), WRONG_ROLE)
def test_only_the_roles_of_the_line_may_act(line: Line, who: Who, says: str) -> None:
    assert roles.in_a_fitting_role(line, who, CASE) == says
    assert why_not(line, who, CASE) == says


@pytest.mark.parametrize("line", [FILE, WITHDRAW, FILL_GAP, REPORT, SERVE])
def test_the_applicant_or_the_window_for_them_does_what_is_theirs(line: Line) -> None:
    assert roles.in_a_fitting_role(line, OWNER, CASE) == ""
    assert roles.in_a_fitting_role(line, WANG, CASE) == ""


@pytest.mark.parametrize("line", TRANSITIONS, ids=lambda line: f"{line.from_}-{line.verb}")
def test_a_passer_by_may_do_nothing_and_is_told_by_which_article(line: Line) -> None:
    assert in_words(line.written_in) in why_not(line, Who(id="x", name="路人"), CASE)


@pytest.mark.parametrize("line", TRANSITIONS, ids=lambda line: f"{line.from_}-{line.verb}")
def test_the_applicant_of_another_case_may_do_nothing(line: Line) -> None:
    assert why_not(line, replace(OWNER, applies_for="case-2"), CASE)


@pytest.mark.parametrize("line", TRANSITIONS, ids=lambda line: f"{line.from_}-{line.verb}")
def test_the_clock_does_what_time_does_and_nothing_else(line: Line) -> None:
    assert (roles.in_a_fitting_role(line, CLOCK, CASE) == "") == (
        line.verb in {Verb.LAPSE, Verb.MISS, Verb.WAIVE_HEARING}
    )


def test_a_person_holds_the_roles_of_their_posts() -> None:
    assert BOTH.has(Role.DECIDER)
    assert not BOTH.has(Role.WINDOW)
    assert CLOCK.has(Role.CLOCK)


# --- of the deciding organ ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "who", "what"),
    [
        (GRANT, staff("zhou", Role.DECIDER, "YCZM"), "准予许可"),
        (REVIEW, staff("wu", Role.REVIEWER, "SCJG", "YPJG"), "提交审查意见"),
        (EXTEND, staff("zhou", Role.HEAD, "YCZM"), "延长办理期限"),
        (REVOKE, staff("zhou", Role.DECIDER, "YCZM"), "撤销许可"),
    ],
)
def test_no_other_organ_or_section_acts_for_the_organ(line: Line, who: Who, what: str) -> None:
    says = f"「食品经营许可」由市场监督管理局实施，其他机关或科室不能代为{what}（行政许可法第二十二条）。"
    assert roles.of_the_deciding_organ(line, who, CASE) == says
    assert why_not(line, who, CASE) == says


@pytest.mark.parametrize(
    ("line", "who"),
    [(REVIEW, staff("wu", Role.REVIEWER, "SCJG", "SPJY")), (GRANT, ZHAO), (EXTEND, HEAD), (ACCEPT, WANG)],
)
def test_of_the_organ_is_who_has_a_post_in_its_section_or_in_all_of_it(line: Line, who: Who) -> None:
    assert roles.of_the_deciding_organ(line, who, CASE) == ""


ELSEWHERE = Who(id="xu", name="徐", posts=(Post(Role.REVIEWER, "XFJY"),))


def test_another_organ_answers_what_it_was_asked_in_a_post_of_its_own() -> None:
    asked = replace(CASE, asked_organs=frozenset({"XFJY"}))
    assert roles.of_the_deciding_organ(REPLY, ELSEWHERE, asked) == ""
    assert post_for(REPLY, ELSEWHERE, asked) == ELSEWHERE.posts[0]
    assert post_for(REPLY, LI, asked) is None
    assert "不能代为提交审查意见" in roles.of_the_deciding_organ(REVIEW, ELSEWHERE, asked)


def test_the_applicant_speaks_in_their_own_cause_where_an_organ_may_record_it_too() -> None:
    assert roles.of_the_deciding_organ(DEFEND, OWNER, CASE) == ""
    assert roles.of_the_deciding_organ(DEFEND, ELSEWHERE, CASE)


# --- of this handling -----------------------------------------------------------------------------------------------


def handled(handling: Handling) -> Facts:
    return replace(CASE, handling=handling)


@pytest.mark.parametrize("handling", Handling)
def test_only_what_is_handled_on_the_spot_is_granted_without_an_opinion(handling: Handling) -> None:
    says = "" if handling in ON_THE_SPOT else (
        f"本事项按「{handling.label}」办理，「准予许可」在这一步只用于「即办、告知承诺」的事项"
        "（行政许可法第三十四条第二款）。"
    )  # fmt: skip
    assert roles.of_this_handling(GRANT_AT_ONCE, ZHAO, handled(handling)) == says


@pytest.mark.parametrize(
    ("line", "article"), [(CALL_VISIT, "行政许可法第三十四条第三款"), (RECTIFY, "高新区一业一证方案 三(四)")]
)
@pytest.mark.parametrize("handling", Handling)
def test_nobody_visits_before_the_decision_what_is_decided_on_the_spot(
    line: Line, article: str, handling: Handling
) -> None:
    says = "" if handling in VISITED_BEFORE else (
        f"本事项按「{handling.label}」办理，「{line.verb.label}」在这一步只用于「一般、需踏勘」的事项（{article}）。"
    )  # fmt: skip
    assert roles.of_this_handling(line, LI, handled(handling)) == says


@pytest.mark.parametrize("handling", Handling)
@pytest.mark.parametrize("line", [GRANT, REVIEW, COSIGN, REVOKE])
def test_every_other_line_is_for_every_item(line: Line, handling: Handling) -> None:
    assert roles.of_this_handling(line, ZHAO, handled(handling)) == ""


# --- claimed --------------------------------------------------------------------------------------------------------

NOT_CLAIMED = "只有正在审查本件的人可以转办；还没有人认领的，由决定人分派。"


@pytest.mark.parametrize(
    ("line", "who", "reviewer", "name", "says"),
    [
        (REVIEW, BOTH, "li", "李审查", "本件已由李审查认领；换人办理请先转办。"),
        (CALL_VISIT, BOTH, "li", "李审查", "本件已由李审查认领；换人办理请先转办。"),
        (CLAIM, BOTH, "li", "", "本件已由其他审查人认领；换人办理请先转办。"),
        (CLAIM, LI, "li", "李审查", "您已经认领了本件。"),
        (CLAIM, FOR_LI, "sun", "孙", "本件已由孙认领；换人办理请先转办。"),
        (TRANSFER, LI, "", "", NOT_CLAIMED),
        (TRANSFER, BOTH, "li", "李审查", NOT_CLAIMED),
    ],
)
def test_what_one_has_claimed_another_does_not_take_silently(
    line: Line, who: Who, reviewer: str, name: str, says: str
) -> None:
    facts = replace(CASE, reviewer=reviewer, reviewer_name=name)
    assert roles.not_claimed_by_another(line, who, facts) == says
    assert why_not(line, who, facts) == says


@pytest.mark.parametrize(
    ("line", "who", "reviewer"),
    [
        (CLAIM, LI, ""),
        (CLAIM, FOR_LI, "li"),
        (REVIEW, LI, "li"),
        (REVIEW, LI, ""),
        (REVIEW, FOR_LI, "li"),
        (TRANSFER, LI, "li"),
        (TRANSFER, FOR_LI, "li"),
        (ASSIGN, ZHAO, "li"),
        (COSIGN, BOTH, "li"),
    ],
)
def test_one_goes_on_with_ones_own_claim_a_deputy_with_the_principals(line: Line, who: Who, reviewer: str) -> None:
    assert roles.not_claimed_by_another(line, who, replace(CASE, reviewer=reviewer)) == ""


# --- deputies -------------------------------------------------------------------------------------------------------


def test_a_deputy_goes_on_with_what_the_principal_has_claimed_and_signs_for_them() -> None:
    claimed = replace(CASE, reviewer="li", reviewer_name="李审查")
    assert why_not(REVIEW, FOR_LI, claimed) == ""
    assert signing(REVIEW, FOR_LI, claimed).name == "陈（代理李审查）"
    assert signing(REVIEW, FOR_LI, claimed).id == "chen"


def test_with_a_post_of_their_own_nobody_signs_as_a_deputy() -> None:
    both = replace(FOR_LI, posts=(*FOR_LI.posts, Post(Role.REVIEWER, "SCJG")))
    assert signing(REVIEW, both, CASE) is both
    assert signing(ACCEPT, FOR_LI, CASE) is FOR_LI
    assert signing(GRANT, WANG, CASE) is WANG


def test_a_post_fits_by_role_organ_and_section() -> None:
    assert post_for(ACCEPT, ALL_ROUND, CASE) == Post(Role.WINDOW, "SPFW")
    assert post_for(REVIEW, ALL_ROUND, CASE) == Post(Role.REVIEWER, "SCJG")
    assert post_for(REVIEW, WANG, CASE) is None


def test_a_deputy_signs_with_the_name_of_whom_they_stand_in_for_in_that_post_alone() -> None:
    for_zhou = Post(Role.HEAD, "NYNC", for_id="zhou", for_name="周局长")
    wang = Who("wang", "王某", (for_zhou, Post(Role.HEAD, "SCJG"), Post(Role.LEAD, "XZSP")))
    assert wang.signing_as(Role.HEAD, "NYNC").name == "王某（代理周局长）"
    assert wang.signing_as(Role.HEAD, "SCJG") is wang
    assert wang.signing_as(Role.HEAD) is wang, "a post of one's own comes first"
    assert wang.signing_as(Role.GOVERNOR) is wang
