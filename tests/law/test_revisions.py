"""The life of a revision of the catalogue, line by line; who may sign what, and what has to be so first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from yizheng.law.articles import ARTICLES
from yizheng.law.authority import Post, Who
from yizheng.law.revisions import OFFERS, REVISION_LINES, REVISIONS, RevisionFacts, why_not, why_not_offered
from yizheng.law.words import Offer, OfferVerb, RevisionState, RevisionVerb, Role

S, V = RevisionState, RevisionVerb
LEAD = Who(id="1", name="乔远山", posts=(Post(Role.LEAD, "XZSP"),))
HEAD_OF_LEAD = Who(id="2", name="魏长", posts=(Post(Role.HEAD, "XZSP"),))
HEAD = Who(id="3", name="周局长", posts=(Post(Role.HEAD, "NYNC"),))
OTHER_HEAD = Who(id="4", name="孙局长", posts=(Post(Role.HEAD, "SCJG"),))
CLERK = Who(id="5", name="李审查", posts=(Post(Role.REVIEWER, "NYNC"),))
ORGANS = {"NYNC": "农业农村局", "STHJ": "生态环境局"}


def facts(state: RevisionState, **more: object) -> RevisionFacts:
    known = RevisionFacts(
        state=state, lead_organ="XZSP", lead_name="行政审批服务部", organs=ORGANS, waiting=ORGANS, changed=3,
        newest=True,
    )  # fmt: skip
    return replace(known, **more)  # type: ignore[arg-type]


def test_no_two_lines_begin_alike_and_each_cites_a_known_article() -> None:
    assert len(REVISION_LINES) == len(REVISIONS)
    assert all(line.written_in in ARTICLES for line in REVISIONS)


def test_every_open_state_leads_to_an_end() -> None:
    reached = {S.DRAFTING}
    for _ in S:
        reached |= {line.to for line in REVISIONS if line.from_ in reached}
    assert reached == set(S)
    assert {state for state in S if not any(line.from_ == state for line in REVISIONS)} == {S.IN_FORCE, S.DROPPED}
    assert [state for state in S if state.is_open] == [S.DRAFTING, S.SIGNING, S.PUBLISHED]


@pytest.mark.parametrize(
    ("verb", "state", "who"),
    [
        (V.AMEND, S.DRAFTING, LEAD), (V.SUBMIT, S.DRAFTING, LEAD),
        (V.DROP, S.DRAFTING, LEAD), (V.DROP, S.SIGNING, LEAD),
        (V.SIGN, S.SIGNING, HEAD), (V.OBJECT, S.SIGNING, HEAD), (V.RECALL, S.SIGNING, LEAD),
        (V.COMMENCE, S.PUBLISHED, HEAD_OF_LEAD),
    ],
)  # fmt: skip
def test_who_has_the_post_may_in_the_state_of_the_line(verb: V, state: S, who: Who) -> None:
    assert why_not(verb, who, facts(state)) == ""
    assert "不能" in why_not(verb, who, facts(S.IN_FORCE))


@pytest.mark.parametrize(
    ("verb", "state", "who", "says"),
    [
        (V.AMEND, S.DRAFTING, HEAD, "「修改条目」由牵头部门办理（高新区一业一证方案 三(一)）。"),
        (V.SIGN, S.SIGNING, LEAD, "只有事项涉及的机关的负责人"),
        (V.SIGN, S.SIGNING, OTHER_HEAD, "只有事项涉及的机关的负责人"),
        (V.SIGN, S.SIGNING, CLERK, "只有事项涉及的机关的负责人"),
        (V.PUBLISH, S.SIGNING, HEAD_OF_LEAD, "由牵头部门办理"),
        (V.COMMENCE, S.PUBLISHED, LEAD, "施行由行政审批服务部（牵头部门）负责人签发"),
        (V.COMMENCE, S.PUBLISHED, HEAD, "施行由行政审批服务部（牵头部门）负责人签发"),
    ],
)
def test_nobody_else_may(verb: V, state: S, who: Who, says: str) -> None:
    assert says in why_not(verb, who, facts(state))


def test_an_organ_signs_once() -> None:
    assert why_not(V.SIGN, HEAD, facts(S.SIGNING, waiting={"STHJ": "生态环境局"})) == "您的机关已经会签。"


def test_nothing_is_published_before_every_organ_has_signed_what_is_its_own() -> None:
    assert "还没有会签：农业农村局、生态环境局" in why_not(V.PUBLISH, LEAD, facts(S.SIGNING))
    assert why_not(V.PUBLISH, LEAD, facts(S.SIGNING, waiting={})) == ""


def test_what_was_overtaken_by_another_version_is_looked_at_again_first() -> None:
    assert "还没有修改任何条目" in why_not(V.SUBMIT, LEAD, facts(S.DRAFTING, changed=0))
    assert "更新到最新版本" in why_not(V.SUBMIT, LEAD, facts(S.DRAFTING, newest=False))
    assert "更新到最新版本" in why_not(V.PUBLISH, LEAD, facts(S.SIGNING, newest=False, waiting={}))
    assert "逐条核对后重新保存：食品经营许可" in why_not(V.SUBMIT, LEAD, facts(S.DRAFTING, overtaken=("食品经营许可",)))
    assert "已经以最新版本为底稿" in why_not(V.CATCH_UP, LEAD, facts(S.DRAFTING))
    assert why_not(V.CATCH_UP, LEAD, facts(S.DRAFTING, newest=False)) == ""


def test_who_published_does_not_bring_into_force() -> None:
    both = Who(id="6", name="一肩挑", posts=(Post(Role.LEAD, "XZSP"), Post(Role.HEAD, "XZSP")))
    assert "由不同的人签发" in why_not(V.COMMENCE, both, facts(S.PUBLISHED, published_by="6"))
    assert why_not(V.COMMENCE, both, facts(S.PUBLISHED, published_by="1")) == ""


def test_what_a_later_version_in_force_already_holds_is_not_brought_into_force_again() -> None:
    said = why_not(V.COMMENCE, HEAD_OF_LEAD, facts(S.PUBLISHED, followed_by="2026.9.2"))
    assert "版本2026.9.2已经签发施行" in said


def test_an_industry_is_suspended_reopened_and_retired_by_the_head_of_the_lead_organ_alone() -> None:
    for (offer, verb), to in OFFERS.items():
        assert why_not_offered(verb, offer, HEAD_OF_LEAD, "XZSP") == ""
        assert "由牵头部门负责人签发" in why_not_offered(verb, offer, LEAD, "XZSP")
        assert to != offer
    assert "现为「受理中」，不能「恢复行业」" in why_not_offered(OfferVerb.REOPEN, Offer.OPEN, HEAD_OF_LEAD, "XZSP")
