"""Batches 分批纳入 and the hall: what a batch of industries goes through, how a task stands, who entered."""

from __future__ import annotations

from enum import StrEnum


class BatchState(StrEnum):
    """How a batch of industries stands."""

    PLANNED = "planned"
    MATURE = "mature"
    ANNOUNCED = "announced"
    LIVE = "live"
    DROPPED = "dropped"

    @property
    def label(self) -> str:
        """The official term."""
        return {
            "planned": "筹备中",
            "mature": "成熟度评审已通过",
            "announced": "已公布待上线",
            "live": "已上线实施",
            "dropped": "已取消",
        }[self.value]

    @property
    def is_open(self) -> bool:
        """Whether its industries still wait to be offered."""
        return self in {BatchState.PLANNED, BatchState.MATURE, BatchState.ANNOUNCED}


class BatchVerb(StrEnum):
    """What is done to a batch of industries."""

    ENROL = "enrol"
    PLAN = "plan"
    REPORT_TASK = "report_task"
    PASS = "pass_review"  # nosec: the word for passing a review
    SEND_BACK = "send_back"
    ANNOUNCE = "announce"
    GO_LIVE = "go_live"
    DROP_BATCH = "drop_batch"

    @property
    def label(self) -> str:
        """The official term, as it stands on a button."""
        return {
            "enrol": "纳入行业",
            "plan": "修改推进方案",
            "report_task": "报告进度",
            "pass_review": "通过成熟度评审",
            "send_back": "退回筹备",
            "announce": "公布这一批",
            "go_live": "签发上线",
            "drop_batch": "取消这一批",
        }[self.value]


class TaskState(StrEnum):
    """How a task of the plan 推进方案 stands."""

    TODO = "todo"
    DOING = "doing"
    DONE = "done"
    WAIVED = "waived"

    @property
    def label(self) -> str:
        """In plain words."""
        return {"todo": "没有开始", "doing": "进行中", "done": "已完成", "waived": "不再需要"}[self.value]

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do it."""
        return self in {TaskState.TODO, TaskState.DOING}


class Presence(StrEnum):
    """Whether an organ or an item has entered the hall 进驻."""

    ENTERED = "entered"
    AWAY = "away"

    @property
    def label(self) -> str:
        """The official term."""
        return {"entered": "已进驻", "away": "未进驻"}[self.value]
