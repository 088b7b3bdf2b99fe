"""The next batch of industries in the demo: its plan with a task that is late, and who has entered the hall."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from yizheng.catalogue.batches import batch_seen
from yizheng.catalogue.commands.batches import TaskPlan, enrol, open_batch, plan_task, report_task
from yizheng.catalogue.commands.placing import place
from yizheng.catalogue.placing import organs_placed
from yizheng.demo.desk import Desk
from yizheng.demo.people import LEAD, REVIEWERS, WINDOW
from yizheng.demo.revisions import NEW
from yizheng.law.words import BatchVerb, Presence, TaskState

V, S = BatchVerb, TaskState
PLAN = (
    ("逐项核对两项的材料和依据", "WLTY", REVIEWERS["WLTY"][0], -20, -9, V.PASS, S.DONE, "两项共减去3份材料。"),
    ("商定食品备案与出版许可同步办理", "SCJG", REVIEWERS["SCJG"][0], -18, -4, V.PASS, S.DOING, "数据字段还没有对齐。"),
    ("窗口人员培训，试收3件", "XZSP", WINDOW[0], -6, 5, V.ANNOUNCE, S.TODO, ""),
    ("公布办事指南和一次告知单", "XZSP", LEAD, 4, 12, V.ANNOUNCE, S.TODO, ""),
    ("请五家店按新流程试填", "XZSP", WINDOW[1], 10, 25, V.GO_LIVE, S.TODO, ""),
)  # fmt: skip
"""The tasks: what, which organ, who, from and until which day counted from today, before which act, how far, why."""

AWAY = "YCZM"
"""The organ that has not entered the hall."""
UPSTAIRS = ("GAFJ", "XFJY")
"""The organs with a counter of their own."""


def prepare_batch(desk: Desk) -> None:
    """Set up, planned, told how far; and who has entered the hall."""
    batch = open_batch(
        "第三批（2027年上半年）",
        "文印书店涉及两个机关三个事项，同一申请人半年内分头申请的最多；材料重复四成。",
        who=desk.lead, at=desk.at(12), key=desk.key("batch-open"),
    ).case_id  # fmt: skip
    _plan(desk, batch)
    _tell(desk, batch)
    enrol(batch, [NEW], who=desk.lead, at=desk.at(1, 90), key=desk.key("batch-enrol"))
    place_organs(desk)


def _plan(desk: Desk, batch: UUID) -> None:
    """Every task of the plan."""
    today = desk.city.today
    for n, (title, organ, owner, start, end, before, _, _) in enumerate(PLAN):
        days = {"from_on": today + timedelta(days=start), "due_on": today + timedelta(days=end)}
        plan = TaskPlan(title=title, organ=organ, owner=owner, before=before, **days)
        plan_task(batch, plan, who=desk.lead, at=desk.at(11, n), key=desk.key(f"batch-task-{n}"))


def _tell(desk: Desk, batch: UUID) -> None:
    """The heads of the organs say how far what has been begun is."""
    tasks = {each.title: each.id for each in batch_seen(batch, desk.lead, desk.at(5), desk.city.today).tasks}
    for n, (title, organ, _, _, _, _, state, note) in enumerate(PLAN):
        if state != S.TODO:
            who = desk.head(organ)
            report_task(batch, tasks[title], state, note, who=who, at=desk.at(5, n), key=desk.key(f"batch-told-{n}"))


def place_organs(desk: Desk) -> None:
    """Every organ that decides something has said where it is found; nothing is said twice."""
    for organ in organs_placed(desk.city.catalogue):
        if organ.placed is not None:
            continue
        if organ.code == AWAY:
            said = {"reason": "专卖管理信息系统只在本系统内网运行。", "hand_on": "窗口当天上午、下午各转办一次"}
            place(organ.code, "", Presence.AWAY, **said, who=desk.lead, at=desk.at(10))
        else:
            counter = f"二楼{organ.name}专窗" if organ.code in UPSTAIRS else "一楼“一业一证”综合窗口"
            place(organ.code, "", Presence.ENTERED, counter=counter, who=desk.lead, at=desk.at(10))
