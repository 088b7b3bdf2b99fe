"""Who may do what: every rule with its sentence, and receiver, reviewer and decider always three people."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from yizheng.law import authority
from yizheng.law.articles import in_words
from yizheng.law.authority import CLOCK, RULES, AuthorityRule, Facts, Line, Post, Who, signing, why_not
from yizheng.law.permit_transitions import PERMIT_LINES
from yizheng.law.transitions import LINES, TRANSITIONS
from yizheng.law.words import Role, Standing, State, Verb

CASE = Facts(
    case_id="case-1",
    item_name="食品经营许可",
    organ="SCJG",
    organ_name="市场监督管理局",
    section="SPJY",
    state=State.REVIEWING,
)


def staff(id: str, role: Role, organ: str = "SCJG", section: str = "") -> Who:
    return Who(id=id, name=id, posts=(Post(role, organ, section),))


WANG = staff("wang", Role.WINDOW, "SPFW")
LI = staff("li", Role.REVIEWER)
ZHAO = staff("zhao", Role.DECIDER)
OWNER = Who(id="applicant", name="申请人", applies_for="case-1")
BOTH = Who(id="sun", name="孙", posts=(Post(Role.REVIEWER, "SCJG"), Post(Role.DECIDER, "SCJG")))
ALL_ROUND = Who(id="qian", name="钱", posts=(*BOTH.posts, Post(Role.WINDOW, "SPFW")))
STANDS_IN = {"for_id": "li", "for_name": "李审查"}
FOR_LI = Who(
    id="chen",
    name="陈",
    posts=(
        Post(Role.WINDOW, "SPFW"),
        Post(Role.REVIEWER, "SCJG", **STANDS_IN),
        Post(Role.DECIDER, "SCJG", **STANDS_IN),
    ),
)
"""A deputy: Chen of the window stands in for both of Li's posts."""

ACCEPT, SUPPLEMENT = LINES[(State.SUBMITTED, Verb.ACCEPT)], LINES[(State.SUBMITTED, Verb.SUPPLEMENT)]
NOT_ACCEPT = LINES[(State.SUPPLIED, Verb.NOT_ACCEPT)]
CLAIM, REVIEW = LINES[(State.REVIEWING, Verb.CLAIM)], LINES[(State.REVIEWING, Verb.REVIEW)]
GRANT, REFUSE = LINES[(State.PROPOSED, Verb.GRANT)], LINES[(State.PROPOSED, Verb.REFUSE)]
RETURN, LAPSE = LINES[(State.PROPOSED, Verb.RETURN)], LINES[(State.SUBMITTED, Verb.LAPSE)]
FILE, WITHDRAW = LINES[(State.DRAFT, Verb.FILE)], LINES[(State.REVIEWING, Verb.WITHDRAW)]
REVOKE = PERMIT_LINES[(Standing.IN_FORCE, Verb.REVOKE)]

SEPARATED = "受审分离"

REFUSALS: tuple[tuple[AuthorityRule, Line, Who, Facts, str], ...] = (
    # rule                                  step       who      facts                                        says
    (authority.in_a_fitting_role,           ACCEPT,    LI,      CASE,
     "「受理」只能由窗口服务专员办理（行政许可法第三十二条第一款第五项）。"),
    (authority.in_a_fitting_role,           GRANT,     OWNER,   CASE,
     "「准予许可」只能由决定人办理（行政许可法第三十八条第一款）。"),
    (authority.in_a_fitting_role,           LAPSE,     WANG,    CASE,
     "「视为受理」只能由法定期限办理（行政许可法第三十二条第一款第四项）。"),
    (authority.in_a_fitting_role,           WITHDRAW,  replace(OWNER, applies_for="case-2"), CASE,
     "「撤回申请」只能由申请人、窗口服务专员办理（行政许可法第二十九条）。"),
    (authority.of_the_deciding_organ,       GRANT,     staff("zhou", Role.DECIDER, "YCZM"), CASE,
     "「食品经营许可」由市场监督管理局实施，其他机关或科室不能代为准予许可（行政许可法第二十二条）。"),
    (authority.of_the_deciding_organ,       REVIEW,    staff("wu", Role.REVIEWER, "SCJG", "YPJG"), CASE,
     "「食品经营许可」由市场监督管理局实施，其他机关或科室不能代为提交审查意见（行政许可法第二十二条）。"),
    (authority.of_the_deciding_organ,       REVOKE,    staff("zhou", Role.DECIDER, "YCZM"), CASE,
     "「食品经营许可」由市场监督管理局实施，其他机关或科室不能代为撤销许可（行政许可法第二十二条）。"),
    (authority.not_receiver_and_reviewer,   CLAIM,     ALL_ROUND, replace(CASE, receivers=frozenset({"qian"})),
     "您收件或受理了本件，不能再认领：受理与审查、决定应当由不同人员办理（改革方案第四部分，受审分离）。"),
    (authority.not_receiver_and_reviewer,   GRANT,     ALL_ROUND, replace(CASE, receivers=frozenset({"qian"})),
     "您收件或受理了本件，不能再准予许可：受理与审查、决定应当由不同人员办理（改革方案第四部分，受审分离）。"),
    (authority.not_reviewer_and_decider,    REFUSE,    BOTH,    replace(CASE, reviewer="sun"),
     "您审查了本件，不能再不予许可：审查与决定应当由不同人员办理（改革方案第四部分，受审分离）。"),
    (authority.not_claimed_by_another,      REVIEW,    BOTH,    replace(CASE, reviewer="li", reviewer_name="李审查"),
     "本件已由李审查认领。"),
    (authority.not_claimed_by_another,      CLAIM,     BOTH,    replace(CASE, reviewer="li"),
     "本件已由其他审查人认领。"),
    (authority.not_claimed_by_another,      CLAIM,     LI,      replace(CASE, reviewer="li"),
     "您已经认领了本件。"),
    (authority.no_further_than_the_principal, GRANT,   FOR_LI,  replace(CASE, reviewer="li"),
     "被代理人收件、受理或审查过本件，代理人也不能以其岗位准予许可："
     "受理与审查、审查与决定应当由不同人员办理（改革方案第四部分，受审分离）。"),
    (authority.no_further_than_the_principal, REVIEW,  FOR_LI,  replace(CASE, receivers=frozenset({"li"})),
     "被代理人收件、受理或审查过本件，代理人也不能以其岗位提交审查意见："
     "受理与审查、审查与决定应当由不同人员办理（改革方案第四部分，受审分离）。"),
    (authority.not_reviewer_and_decider,    GRANT,     FOR_LI,  replace(CASE, reviewer="chen"),
     "您审查了本件，不能再准予许可：审查与决定应当由不同人员办理（改革方案第四部分，受审分离）。"),
    (authority.not_receiver_and_reviewer,   REVIEW,    FOR_LI,  replace(CASE, receivers=frozenset({"chen"})),
     "您收件或受理了本件，不能再提交审查意见：受理与审查、决定应当由不同人员办理（改革方案第四部分，受审分离）。"),
    (authority.supplement_only_once,        SUPPLEMENT, WANG,   replace(CASE, supplement_issued=True),
     "本办件已一次性告知补正内容，不能再次要求补正（行政许可法第三十二条第一款第四项）。"),
    (authority.accepted_when_all_is_supplied, NOT_ACCEPT, WANG, replace(CASE, state=State.SUPPLIED),
     "申请人已按要求全部补正，应当受理（行政许可法第三十二条第一款第五项）。"),
    (authority.not_against_the_opinion,     GRANT,     ZHAO,    replace(CASE, proposal="refuse"),
     "审查意见为「建议不予」，不能直接准予：请先退回重审，由审查人重新提出意见（行政许可法第三十七条）。"),
    (authority.not_before_what_it_waits_for, GRANT,    ZHAO,    replace(CASE, waits_for=("消防检查", "公共卫生")),
     "须先办结「消防检查」、「公共卫生」，才能准予「食品经营许可」。"),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "line", "who", "facts", "says"), REFUSALS)
def test_a_rule_says_why_not_in_a_sentence(rule: AuthorityRule, line: Line, who: Who, facts: Facts, says: str) -> None:
    assert rule(line, who, facts) == says


@pytest.mark.parametrize(("rule", "line", "who", "facts", "says"), REFUSALS)
def test_that_sentence_is_the_answer_or_an_earlier_rule_speaks_first(
    rule: AuthorityRule, line: Line, who: Who, facts: Facts, says: str
) -> None:
    earlier = [each(line, who, facts) for each in RULES[: RULES.index(rule)]]
    assert why_not(line, who, facts) == next(filter(None, earlier), says)


def test_every_rule_has_a_sentence_here_and_a_docstring() -> None:
    assert {rule for rule, *_ in REFUSALS} == set(RULES)
    assert all(rule.__doc__ for rule in RULES)


@pytest.mark.parametrize(
    ("line", "who", "facts"),
    [
        (FILE, OWNER, CASE),
        (FILE, WANG, CASE),
        (WITHDRAW, OWNER, CASE),
        (ACCEPT, WANG, CASE),
        (SUPPLEMENT, WANG, CASE),
        (LAPSE, CLOCK, CASE),
        (CLAIM, LI, CASE),
        (REVIEW, LI, replace(CASE, reviewer="li")),
        (REVIEW, LI, CASE),
        (REVIEW, staff("wu", Role.REVIEWER, "SCJG", "SPJY"), CASE),
        (RETURN, ZHAO, replace(CASE, reviewer="li")),
        (GRANT, ZHAO, replace(CASE, reviewer="li", receivers=frozenset({"wang"}))),
        (REFUSE, ZHAO, replace(CASE, reviewer="li", waits_for=("消防检查",))),
        (REFUSE, ZHAO, replace(CASE, reviewer="li", proposal="grant")),
        (RETURN, ZHAO, replace(CASE, reviewer="li", proposal="refuse")),
        (GRANT, ZHAO, replace(CASE, reviewer="li", proposal="grant")),
        (REVOKE, ZHAO, CASE),
    ],
)
def test_who_may_is_not_refused(line: Line, who: Who, facts: Facts) -> None:
    assert why_not(line, who, facts) == ""


@pytest.mark.parametrize(("review", "decide"), [*product((CLAIM, REVIEW), (RETURN, GRANT, REFUSE))])
def test_receiver_reviewer_and_decider_are_three_people(review: Line, decide: Line) -> None:
    received = replace(CASE, receivers=frozenset({"qian"}))
    reviewed = replace(received, reviewer="sun")
    assert SEPARATED in why_not(review, ALL_ROUND, received)
    assert SEPARATED in why_not(decide, ALL_ROUND, received)
    assert SEPARATED in why_not(decide, BOTH, reviewed)
    assert why_not(decide, ZHAO, reviewed) == ""


@pytest.mark.parametrize("line", TRANSITIONS, ids=lambda line: f"{line.from_}-{line.verb}")
def test_a_passer_by_may_do_nothing_and_is_told_by_which_article(line: Line) -> None:
    assert in_words(line.written_in) in why_not(line, Who(id="x", name="路人"), CASE)


@pytest.mark.parametrize("line", TRANSITIONS, ids=lambda line: f"{line.from_}-{line.verb}")
def test_the_applicant_of_another_case_may_do_nothing(line: Line) -> None:
    assert why_not(line, replace(OWNER, applies_for="case-2"), CASE)


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


def test_a_deputy_does_not_take_what_a_third_person_has_claimed() -> None:
    assert "已由" in why_not(CLAIM, FOR_LI, replace(CASE, reviewer="sun"))


def test_a_person_holds_the_roles_of_their_posts() -> None:
    assert BOTH.has(Role.DECIDER)
    assert not BOTH.has(Role.WINDOW)
    assert CLOCK.has(Role.CLOCK)
