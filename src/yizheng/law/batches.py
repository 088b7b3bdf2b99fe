"""The table of a batch 批次: planned, reviewed for maturity, announced, live; each act with its day and its signer.

成熟一批、公布一批、实施一批: three gated acts that are never one (高新区一业一证方案 一(三)3; S-019); the plan with its
tasks comes before them (五(一); S-101).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from yizheng.law.articles import in_words
from yizheng.law.authority import Who
from yizheng.law.words import BatchState, BatchVerb, Role, TaskState

S, V = BatchState, BatchVerb
IN_BATCHES, PLANNING = "高新区一业一证方案 一(三)3", "高新区一业一证方案 五(一)"


@dataclass(frozen=True, slots=True)
class BatchLine:
    """One line of the life of a batch."""

    from_: BatchState
    verb: BatchVerb
    to: BatchState
    by: Role
    written_in: str


BATCHES = (
    BatchLine(S.PLANNED, V.ENROL, S.PLANNED, Role.LEAD, IN_BATCHES),
    BatchLine(S.PLANNED, V.PLAN, S.PLANNED, Role.LEAD, PLANNING),
    BatchLine(S.MATURE, V.PLAN, S.MATURE, Role.LEAD, PLANNING),
    BatchLine(S.ANNOUNCED, V.PLAN, S.ANNOUNCED, Role.LEAD, PLANNING),
    BatchLine(S.PLANNED, V.REPORT_TASK, S.PLANNED, Role.HEAD, PLANNING),
    BatchLine(S.MATURE, V.REPORT_TASK, S.MATURE, Role.HEAD, PLANNING),
    BatchLine(S.ANNOUNCED, V.REPORT_TASK, S.ANNOUNCED, Role.HEAD, PLANNING),
    BatchLine(S.PLANNED, V.PASS, S.MATURE, Role.LEAD, IN_BATCHES),
    BatchLine(S.MATURE, V.SEND_BACK, S.PLANNED, Role.LEAD, IN_BATCHES),
    BatchLine(S.MATURE, V.ANNOUNCE, S.ANNOUNCED, Role.LEAD, IN_BATCHES),
    BatchLine(S.ANNOUNCED, V.GO_LIVE, S.LIVE, Role.HEAD, IN_BATCHES),
    BatchLine(S.PLANNED, V.DROP_BATCH, S.DROPPED, Role.LEAD, IN_BATCHES),
    BatchLine(S.MATURE, V.DROP_BATCH, S.DROPPED, Role.LEAD, IN_BATCHES),
)
"""What was announced is kept: an announced batch goes live, it is not dropped; each industry may be suspended."""

BATCH_LINES = {(line.from_, line.verb): line for line in BATCHES}
"""The table by its key; a test proves that no two lines begin alike."""

GATES = (V.PASS, V.ANNOUNCE, V.GO_LIVE)
"""The three acts before which a task of the plan is to be done, in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchFacts:
    """What is to be known of a batch before one of its acts; names where something is missing.

    ``undone`` are the open tasks by the act that they are to be done before; ``unplaced`` the items of which nobody has
    said whether they have entered the hall.
    """

    state: BatchState
    lead_organ: str
    lead_name: str
    industries: tuple[str, ...]
    tasks: int
    undone: Mapping[BatchVerb, tuple[str, ...]]
    unplaced: tuple[str, ...]
    unpublished: tuple[str, ...]
    not_in_force: tuple[str, ...]
    announced_by: str = ""
    owner: str = ""


def why_not_batch(verb: BatchVerb, who: Who, facts: BatchFacts) -> str:
    """Why ``who`` may not do ``verb`` to a batch: a sentence with its article; empty when nothing stands against it."""
    line = BATCH_LINES.get((facts.state, verb))
    if line is None:
        return f"这一批现为「{facts.state.label}」，不能「{verb.label}」。"
    return _not_theirs(line, who, facts) or _not_ready(verb, who, facts)


def _not_theirs(line: BatchLine, who: Who, facts: BatchFacts) -> str:
    """In which role, and of which organ (高新区一业一证方案 五(一): 牵头部门抓总负责，相关部门各负其责)."""
    cited = in_words(line.written_in)
    heads = {post.organ for post in who.posts if post.role == Role.HEAD}
    if line.verb == V.GO_LIVE:
        return "" if facts.lead_organ in heads else f"上线由{facts.lead_name}（牵头部门）负责人签发（{cited}）。"
    if line.verb == V.REPORT_TASK:
        may = who.has(Role.LEAD) or facts.owner in heads
        return "" if may else f"进度由承担任务的机关负责人或者牵头部门报告（{cited}）。"
    return "" if who.has(line.by) else f"「{line.verb.label}」由{line.by.label}办理（{cited}）。"


def _not_ready(verb: BatchVerb, who: Who, facts: BatchFacts) -> str:
    """What has to be so before one of the three acts."""
    if verb not in GATES:
        return ""
    if not facts.industries:
        return "还没有纳入任何行业。"
    if not facts.tasks:
        return f"推进方案里还没有任务（{in_words(PLANNING)}）。"
    if verb == V.GO_LIVE and facts.announced_by == who.id:
        return f"公布和上线由不同的人签发，您已经签发了公布（{in_words(IN_BATCHES)}）。"
    passed = GATES[: GATES.index(verb) + 1]
    missing = {
        "推进方案里要先完成的任务还没有完成": [task for gate in passed for task in facts.undone.get(gate, ())],
        "还没有登记是否进驻政务服务大厅的事项": facts.unplaced,
        "还没有写进已公布目录的行业": facts.unpublished if verb != V.PASS else (),
        "所在目录版本还没有施行的行业": facts.not_in_force if verb == V.GO_LIVE else (),
    }
    return next((f"{what}：{'、'.join(names)}。" for what, names in missing.items() if names), "")


Lamp = Literal["done", "late", "near", "on_time"]
NEAR = 7
"""Days before its last day from which on a task is shown as near."""


def lamp_of(state: TaskState, due_on: date, today: date) -> Lamp:
    """How a task of the plan stands to its last day."""
    if not state.is_open:
        return "done"
    left = (due_on - today).days
    return "late" if left < 0 else "near" if left <= NEAR else "on_time"


def lamp_words(state: TaskState, due_on: date, today: date) -> str:
    """The same in words: 迟了3天, 还有5天."""
    left = (due_on - today).days
    if not state.is_open:
        return state.label
    return f"迟了{-left}天" if left < 0 else f"还有{left}天" if left else "今天到期"
