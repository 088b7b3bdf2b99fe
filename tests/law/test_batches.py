"""The life of a batch, line by line: who signs what, what has to be done first, and how a task stands to its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from yizheng.law.articles import ARTICLES
from yizheng.law.authority import Post, Who
from yizheng.law.batches import BATCH_LINES, BATCHES, BatchFacts, lamp_of, lamp_words, why_not_batch
from yizheng.law.words import BatchState, BatchVerb, Role, TaskState

S, V = BatchState, BatchVerb
LEAD = Who(id="1", name="乔远山", posts=(Post(Role.LEAD, "XZSP"),))
HEAD_OF_LEAD = Who(id="2", name="魏长", posts=(Post(Role.HEAD, "XZSP"),))
HEAD = Who(id="3", name="周局长", posts=(Post(Role.HEAD, "NYNC"),))
TODAY = date(2026, 9, 1)


def facts(state: S, **more: object) -> BatchFacts:
    known = BatchFacts(
        state=state, lead_organ="XZSP", lead_name="行政审批服务部", industries=("宠物医院",), tasks=3, undone={},
        unplaced=(), unpublished=(), not_in_force=(), owner="NYNC",
    )  # fmt: skip
    return replace(known, **more)  # type: ignore[arg-type]


def test_no_two_lines_begin_alike_and_each_cites_a_known_article() -> None:
    assert len(BATCH_LINES) == len(BATCHES)
    assert all(line.written_in in ARTICLES for line in BATCHES)


def test_every_open_state_leads_to_an_end_and_live_comes_by_three_acts_alone() -> None:
    assert {state for state in S if not any(line.from_ == state for line in BATCHES)} == {S.LIVE, S.DROPPED}
    assert [state for state in S if state.is_open] == [S.PLANNED, S.MATURE, S.ANNOUNCED]
    way = [(line.from_, line.verb, line.to) for line in BATCHES if line.from_ != line.to and line.to != S.DROPPED]
    assert way == [
        (S.PLANNED, V.PASS, S.MATURE),
        (S.MATURE, V.SEND_BACK, S.PLANNED),
        (S.MATURE, V.ANNOUNCE, S.ANNOUNCED),
        (S.ANNOUNCED, V.GO_LIVE, S.LIVE),
    ]


@pytest.mark.parametrize("line", BATCHES, ids=lambda line: f"{line.from_} {line.verb}")
def test_who_has_the_post_may_and_nobody_else(line: object) -> None:
    from_, verb, by = line.from_, line.verb, line.by  # type: ignore[attr-defined]
    may = HEAD_OF_LEAD if verb == V.GO_LIVE else HEAD if by == Role.HEAD else LEAD
    assert why_not_batch(verb, may, facts(from_)) == ""
    stranger = Who(id="9", name="某人", posts=(Post(Role.HEAD, "SCJG"), Post(Role.REVIEWER, "XZSP")))
    assert "高新区一业一证方案" in why_not_batch(verb, stranger, facts(from_))
    assert "不能" in why_not_batch(verb, may, facts(S.LIVE))


def test_the_lead_department_may_report_for_any_organ() -> None:
    assert why_not_batch(V.REPORT_TASK, LEAD, facts(S.PLANNED)) == ""
    assert "承担任务的机关" in why_not_batch(V.REPORT_TASK, HEAD, facts(S.PLANNED, owner="SCJG"))


@pytest.mark.parametrize(
    ("verb", "state", "missing", "said"),
    [
        (V.PASS, S.PLANNED, {"industries": ()}, "还没有纳入任何行业"),
        (V.PASS, S.PLANNED, {"tasks": 0}, "还没有任务"),
        (V.PASS, S.PLANNED, {"undone": {V.PASS: ("梳理材料",)}}, "还没有完成：梳理材料"),
        (V.PASS, S.PLANNED, {"unplaced": ("动物诊疗许可",)}, "还没有登记是否进驻政务服务大厅的事项：动物诊疗许可"),
        (V.ANNOUNCE, S.MATURE, {"undone": {V.PASS: ("梳理材料",)}}, "梳理材料"),
        (V.ANNOUNCE, S.MATURE, {"unpublished": ("宠物医院",)}, "还没有写进已公布目录的行业：宠物医院"),
        (V.GO_LIVE, S.ANNOUNCED, {"not_in_force": ("宠物医院",)}, "还没有施行的行业：宠物医院"),
        (V.GO_LIVE, S.ANNOUNCED, {"undone": {V.GO_LIVE: ("培训窗口",)}}, "培训窗口"),
        (V.GO_LIVE, S.ANNOUNCED, {"announced_by": "2"}, "由不同的人签发"),
    ],
)
def test_what_is_missing_before_an_act_is_named(verb: V, state: S, missing: dict[str, object], said: str) -> None:
    who = HEAD_OF_LEAD if verb == V.GO_LIVE else LEAD
    assert said in why_not_batch(verb, who, facts(state, **missing))


def test_what_is_to_be_done_later_holds_up_no_earlier_act() -> None:
    later = facts(S.PLANNED, undone={V.GO_LIVE: ("培训窗口",)}, unpublished=("宠物医院",), not_in_force=("宠物医院",))
    assert why_not_batch(V.PASS, LEAD, later) == ""
    assert why_not_batch(V.ANNOUNCE, LEAD, replace(later, state=S.MATURE, unpublished=())) == ""


@pytest.mark.parametrize(
    ("state", "due_on", "lamp", "words"),
    [
        (TaskState.TODO, date(2026, 8, 29), "late", "迟了3天"),
        (TaskState.DOING, TODAY, "near", "今天到期"),
        (TaskState.DOING, date(2026, 9, 8), "near", "还有7天"),
        (TaskState.TODO, date(2026, 9, 9), "on_time", "还有8天"),
        (TaskState.DONE, date(2026, 8, 1), "done", "已完成"),
        (TaskState.WAIVED, date(2026, 8, 1), "done", "不再需要"),
    ],
)
def test_a_task_says_how_it_stands_to_its_last_day(state: TaskState, due_on: date, lamp: str, words: str) -> None:
    assert (lamp_of(state, due_on, TODAY), lamp_words(state, due_on, TODAY)) == (lamp, words)


def test_every_word_has_its_label() -> None:
    assert all(each.label for words in (S, V, TaskState) for each in words)
