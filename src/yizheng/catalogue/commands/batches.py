"""A batch 批次 of industries: set up, planned, brought through its three signed acts (高新区一业一证方案 一(三)3)."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from yizheng.catalogue.batches import OpenedBatch, enrollable
from yizheng.catalogue.models import Batch, BatchIndustry, BatchSignature, BatchTask
from yizheng.law.articles import in_words
from yizheng.law.authority import Who
from yizheng.law.batches import BATCH_LINES, GATES, IN_BATCHES, why_not_batch
from yizheng.law.papers import Fault
from yizheng.law.words import BatchState, BatchVerb, Role, TaskState
from yizheng.ledger.command import Act, Answer, NotFound, Refused, doing

V = BatchVerb
LONGEST_TITLE, LONGEST_TASK, LONGEST_NAME, LONGEST = 100, 200, 80, 2000
SIGNED = frozenset({*GATES, V.SEND_BACK, V.DROP_BATCH})
"""Acts that are signed with words of their own."""


@dataclass
class BatchDesk:
    """A batch under its lock, and the act that changes it."""

    act: Act
    seen: OpenedBatch

    @property
    def batch(self) -> Batch:
        """The row that is locked."""
        return self.seen.batch

    def done(self, verb: BatchVerb, data: Mapping[str, Any]) -> None:
        """Enter what was done into the book, and the state it leads to."""
        to = BATCH_LINES[(BatchState(self.batch.state), verb)].to
        self.act.who = self.signer(verb)
        self.act.change(self.batch, state=to)
        self.act.enter(self.batch, f"batch.{verb}", {**data, "state": to})

    def signer(self, verb: BatchVerb) -> Who:
        """Who signs: a deputy with the name of whom they stand in for."""
        role = BATCH_LINES[(BatchState(self.batch.state), verb)].by
        return self.act.who.signing_as(role, self.seen.facts.lead_organ if verb == V.GO_LIVE else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskPlan:
    """A task as the plan wants it."""

    title: str
    organ: str
    owner: str
    from_on: date | None
    due_on: date | None
    before: str

    def faults(self, organs: Collection[str]) -> list[Fault]:
        """What is missing or wrong, by field."""
        found = []
        if not self.title.strip() or len(self.title) > LONGEST_TASK:
            found.append(Fault("title", f"请写明要做什么，最多{LONGEST_TASK}个字。"))
        if self.organ not in organs:
            found.append(Fault("organ", "请选择由哪个机关承担。"))
        if len(self.owner) > LONGEST_NAME:
            found.append(Fault("owner", f"责任人最多{LONGEST_NAME}个字。"))
        if self.from_on is None:
            found.append(Fault("from_on", "请填写开始日期。"))
        if self.due_on is None or (self.from_on and self.due_on < self.from_on):
            found.append(Fault("due_on", "请填写完成期限，不能早于开始日期。"))
        if self.before not in GATES:
            found.append(Fault("before", "请选择在哪一步之前完成。"))
        return found


def open_batch(title: str, reason: str, *, who: Who, at: datetime, key: str = "") -> Answer:
    """Set up a batch. Raises Refused with every fault."""
    if not who.has(Role.LEAD):
        raise Refused(f"批次由牵头部门设立（{in_words(IN_BATCHES)}）。")
    found = []
    if not title.strip() or len(title) > LONGEST_TITLE:
        found.append(Fault("title", f"请给这一批起个名字，例如“第二批”，最多{LONGEST_TITLE}个字。"))
    if not reason.strip() or len(reason) > LONGEST:
        found.append(Fault("reason", f"请写明为什么选这些行业（关联度、办件量），最多{LONGEST}个字。"))
    _refuse(found)
    batch = Batch(
        id=uuid.uuid4(), title=title, reason=reason, state=BatchState.PLANNED, opened_at=at, opened_by=who.name
    )

    def begun(act: Act) -> BatchDesk:
        act.add(batch)
        return BatchDesk(act, OpenedBatch(batch, at))

    def step(desk: BatchDesk) -> None:
        (n,) = desk.act.numbers([f"批次{at.year}"])
        desk.act.change(batch, number=f"批次{at.year}-{n}")
        desk.act.enter(batch, "batch.open", {"title": title, "reason": reason})

    return doing(begun, step, who=who, at=at, key=key, asked=("batch", title, reason))


def enrol(batch_id: UUID, industries: Collection[str], *, who: Who, at: datetime, key: str = "") -> Answer:
    """Say which industries belong to a batch; those not named leave it. Raises Refused."""

    def step(desk: BatchDesk) -> None:
        there, wanted = {each.industry: each for each in desk.seen.enrolled}, set(industries)
        free = dict(enrollable(at))
        if wrong := wanted - there.keys() - free.keys():
            raise Refused(
                f"只有修订里新增的或者已经公布、还没有受理、也不在别的批次里的行业可以纳入：{'、'.join(sorted(wrong))}不是"
                f"（{in_words(IN_BATCHES)}）。"
            )
        for code in sorted(wanted - there.keys()):
            desk.act.add(BatchIndustry(batch=desk.batch, industry=code, name=free[code]))
        for code in there.keys() - wanted:
            desk.act.change(there[code], left_at=at)
        desk.done(V.ENROL, {"industries": sorted(wanted)})

    return _done(batch_id, V.ENROL, step, who=who, at=at, key=key, asked=(sorted(industries),))


def plan_task(
    batch_id: UUID, plan: TaskPlan, task_id: UUID | None = None, *, who: Who, at: datetime, key: str = ""
) -> Answer:
    """Write a task into the plan, or change one. Raises Refused with every fault."""

    def step(desk: BatchDesk) -> None:
        _refuse(plan.faults(desk.seen.newest.organs))
        columns = {
            "title": plan.title.strip(), "organ": plan.organ, "owner": plan.owner.strip(), "from_on": plan.from_on,
            "due_on": plan.due_on, "before": plan.before, "told_at": at, "told_by": who.name,
        }  # fmt: skip
        if task_id is None:
            task = BatchTask(id=uuid.uuid4(), batch=desk.batch, state=TaskState.TODO, **columns)
            desk.act.add(task)
        else:
            task = _task(desk, task_id)
            desk.act.change(task, **columns)
        days = {"from_on": str(plan.from_on), "due_on": str(plan.due_on)}
        told = {"title": task.title, "organ": plan.organ, "owner": plan.owner, "before": plan.before, **days}
        desk.done(V.PLAN, {"task": str(task.id), **told})

    return _done(batch_id, V.PLAN, step, who=who, at=at, key=key, asked=(str(task_id), repr(plan)))


def report_task(
    batch_id: UUID, task_id: UUID, state: TaskState, note: str, *, who: Who, at: datetime, key: str = ""
) -> Answer:
    """Say how far a task is: the head of the organ that does it, or the lead department. Raises Refused."""

    def step(desk: BatchDesk) -> None:
        task = _task(desk, task_id)
        if sentence := desk.seen.why_not_report(task.organ, who):
            raise Refused(sentence)
        if state == TaskState.WAIVED and not note.strip():
            _refuse([Fault("note", "请写明为什么不再需要。")])
        if len(note) > LONGEST:
            _refuse([Fault("note", f"说明最多{LONGEST}个字。")])
        desk.act.change(task, state=state, note=note.strip(), told_at=at, told_by=who.name)
        desk.done(V.REPORT_TASK, {"task": str(task.id), "state_of_task": state, "note": note})

    asked = (str(V.REPORT_TASK), str(batch_id), str(task_id), state, note)
    return doing(_locked(batch_id, at), step, who=who, at=at, key=key, asked=asked)


def sign_batch(batch_id: UUID, verb: BatchVerb, words: str, *, who: Who, at: datetime, key: str = "") -> Answer:
    """Sign one of the acts: the review passed, announced, live; or sent back, or given up. Raises Refused."""
    if verb not in SIGNED:
        raise NotFound("没有这个操作。")

    def step(desk: BatchDesk) -> None:
        if not words.strip() or len(words) > LONGEST:
            asked = "评审结论" if verb == V.PASS else "说明或者理由"
            _refuse([Fault("words", f"请写明{asked}，最多{LONGEST}个字。")])
        desk.act.add(
            BatchSignature(
                batch=desk.batch, verb=verb, words=words.strip(), at=at, by_id=who.id, by=desk.signer(verb).name
            )
        )
        for each in desk.seen.enrolled if verb == V.DROP_BATCH else ():
            desk.act.change(each, left_at=at)
        desk.done(verb, {"words": words})

    return _done(batch_id, verb, step, who=who, at=at, key=key, asked=(words,))


def _task(desk: BatchDesk, task_id: UUID) -> BatchTask:
    for each in desk.seen.tasks:
        if each.id == task_id:
            return each
    raise NotFound("没有这个任务。")


def _refuse(faults: list[Fault]) -> None:
    if faults:
        raise Refused(faults[0].sentence, faults)


def _locked(batch_id: UUID, at: datetime) -> Callable[[Act], BatchDesk]:
    def begun(act: Act) -> BatchDesk:
        batch = Batch.objects.select_for_update(of=("self",)).filter(id=batch_id).first()
        if batch is None:
            raise NotFound("没有这个批次。")
        return BatchDesk(act, OpenedBatch(batch, at))

    return begun


def _done(
    batch_id: UUID, verb: BatchVerb, step: Callable[[BatchDesk], None], *, who: Who, at: datetime, key: str,
    asked: tuple[Any, ...] = (),
) -> Answer:  # fmt: skip
    """Through the door: lock, table, authority, then the step."""

    def allowed(desk: BatchDesk) -> None:
        if sentence := why_not_batch(verb, who, desk.seen.facts):
            raise Refused(sentence)
        step(desk)

    return doing(_locked(batch_id, at), allowed, who=who, at=at, key=key, asked=(str(verb), str(batch_id), *asked))
