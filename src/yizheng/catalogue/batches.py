"""Batches 批次 as pages show them: their industries, the plan with its tasks, who signed what, and what may be done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from yizheng.catalogue import publishing
from yizheng.catalogue.models import Batch, BatchIndustry, BatchSignature, BatchTask, RevisedEntry
from yizheng.catalogue.placing import placings
from yizheng.law.authority import Who
from yizheng.law.batches import GATES, BatchFacts, Lamp, lamp_of, lamp_words, why_not_batch
from yizheng.law.items import Catalogue
from yizheng.law.presence import placed_of
from yizheng.law.words import BatchState, BatchVerb, RevisionState, TaskState
from yizheng.ledger.command import NotFound

OPEN = tuple(state for state in BatchState if state.is_open)


@dataclass(frozen=True)
class OpenedBatch:
    """A batch with its rows as they are at this moment, read once."""

    batch: Batch
    at: datetime

    @cached_property
    def enrolled(self) -> tuple[BatchIndustry, ...]:
        """The industries that belong to it, or did when it was given up."""
        rows = self.batch.enrolled.all()
        return tuple(each for each in rows if each.left_at is None or self.batch.state == BatchState.DROPPED)

    @cached_property
    def tasks(self) -> tuple[BatchTask, ...]:
        """The tasks of its plan, the first due first."""
        return tuple(self.batch.tasks.all())

    @cached_property
    def signatures(self) -> tuple[BatchSignature, ...]:
        """The acts that were signed, the first one first."""
        return tuple(self.batch.signed.all())

    @cached_property
    def newest(self) -> Catalogue:
        """The version published last."""
        return publishing.version(publishing.newest_id())

    @cached_property
    def facts(self) -> BatchFacts:
        """What the table of a batch wants to know."""
        in_force = publishing.in_force(self.at)
        codes = {each.industry: each.name for each in self.enrolled}
        announced = [each.by_id for each in self.signatures if each.verb == BatchVerb.ANNOUNCE]
        issuer = self.newest.zone.issuer
        return BatchFacts(
            state=BatchState(self.batch.state),
            lead_organ=issuer,
            lead_name=self.newest.organs[issuer].name,
            industries=tuple(codes.values()),
            tasks=len(self.tasks),
            undone={gate: self._undone(gate) for gate in GATES},
            unplaced=tuple(unplaced(codes, self.newest)),
            unpublished=tuple(name for code, name in codes.items() if code not in self.newest.industries),
            not_in_force=tuple(name for code, name in codes.items() if code not in in_force.industries),
            announced_by=announced[-1] if announced else "",
        )

    def why_not_report(self, organ: str, who: Who) -> str:
        """Why somebody may not say how far a task of an organ is."""
        return why_not_batch(BatchVerb.REPORT_TASK, who, replace(self.facts, owner=organ))

    def _undone(self, gate: BatchVerb) -> tuple[str, ...]:
        return tuple(each.title for each in self.tasks if each.before == gate and TaskState(each.state).is_open)


def unplaced(industries: Iterable[str], catalogue: Catalogue) -> Iterable[str]:
    """The items of these industries of which nobody has said whether they have entered the hall, by name."""
    said = placings()
    known = [catalogue.industries[code] for code in industries if code in catalogue.industries]
    items = dict.fromkeys(use.item for industry in known for use in industry.items)
    for code in items:
        item = catalogue.items[code]
        if placed_of(code, item.organ, said) is None:
            yield item.name


def waiting(at: datetime) -> Mapping[str, str]:
    """The industries that wait for their batch to go live, with its title: they are not offered yet (S-019)."""
    rows = BatchIndustry.objects.filter(left_at=None, batch__state__in=OPEN).select_related("batch")
    return {each.industry: each.batch.title for each in rows if each.batch.opened_at <= at}


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskSeen:
    """A task with how it stands to its last day; ``start`` and ``length`` place it on the line of the plan, of 1000."""

    id: UUID
    title: str
    organ: str
    organ_name: str
    owner: str
    from_on: date
    due_on: date
    before: BatchVerb
    state: TaskState
    note: str
    told_at: datetime
    told_by: str
    lamp: Lamp
    words: str
    start: int
    length: int
    why_not: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """One signed act."""

    verb: BatchVerb
    words: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """An act that may be done, or why not."""

    verb: BatchVerb
    why: str
    done: Signed | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchSeen:
    """A batch as its page shows it; ``today`` places this day on the line of the plan."""

    id: UUID
    number: str
    title: str
    reason: str
    state: BatchState
    opened_at: datetime
    opened_by: str
    industries: tuple[tuple[str, str], ...]
    tasks: tuple[TaskSeen, ...]
    signed: tuple[Signed, ...]
    gates: tuple[Gate, ...]
    others: tuple[Gate, ...]
    first_on: date
    last_on: date
    today: int

    @property
    def late(self) -> int:
        """How many tasks are late."""
        return sum(each.lamp == "late" for each in self.tasks)

    @property
    def open_tasks(self) -> int:
        """How many tasks somebody still has to do."""
        return sum(each.state.is_open for each in self.tasks)


def batch_seen(batch_id: UUID, who: Who, at: datetime, today: date) -> BatchSeen:
    """A batch, as this person sees it. Raises NotFound."""
    batch = Batch.objects.filter(id=batch_id).first()
    if batch is None:
        raise NotFound("没有这个批次。")
    return _seen(OpenedBatch(batch, at), who, today)


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchBrief:
    """A batch in the list."""

    id: UUID
    number: str
    title: str
    state: BatchState
    industries: tuple[str, ...]
    undone: int
    late: int


def batches(at: datetime, today: date) -> tuple[BatchBrief, ...]:
    """All batches, the newest first."""
    rows = [OpenedBatch(batch, at) for batch in Batch.objects.prefetch_related("enrolled", "tasks")]
    return tuple(_brief(each, today) for each in rows)


def _brief(opened: OpenedBatch, today: date) -> BatchBrief:
    lamps = [lamp_of(TaskState(each.state), each.due_on, today) for each in opened.tasks]
    return BatchBrief(
        id=opened.batch.id,
        number=opened.batch.number,
        title=opened.batch.title,
        state=BatchState(opened.batch.state),
        industries=tuple(each.name for each in opened.enrolled),
        undone=sum(each != "done" for each in lamps),
        late=lamps.count("late"),
    )


def enrollable(at: datetime) -> tuple[tuple[str, str], ...]:
    """Industries, proposed or published, that nobody can apply for yet and that are in no batch, by code and name."""
    newest, in_force = publishing.version(publishing.newest_id()), publishing.in_force(at)
    proposed = RevisedEntry.objects.filter(
        kind="industries", data__isnull=False, revision__state__in=[each for each in RevisionState if each.is_open]
    )
    known = {row.code: str((row.data or {}).get("name") or row.code) for row in proposed}
    known |= {code: each.name for code, each in newest.industries.items()}
    taken = set(BatchIndustry.objects.filter(left_at=None).values_list("industry", flat=True))
    return tuple(each for each in known.items() if each[0] not in in_force.industries and each[0] not in taken)


def _seen(opened: OpenedBatch, who: Who, today: date) -> BatchSeen:
    batch, facts = opened.batch, opened.facts
    signed = tuple(
        Signed(verb=BatchVerb(each.verb), words=each.words, at=each.at, by=each.by) for each in opened.signatures
    )
    first, last = _span(opened.tasks, today)
    return BatchSeen(
        id=batch.id,
        number=batch.number,
        title=batch.title,
        reason=batch.reason,
        state=BatchState(batch.state),
        opened_at=batch.opened_at,
        opened_by=batch.opened_by,
        industries=tuple((each.industry, each.name) for each in opened.enrolled),
        tasks=tuple(_task(each, opened, who, today, first, last) for each in opened.tasks),
        signed=signed,
        gates=tuple(_gate(verb, who, facts, signed) for verb in GATES),
        others=tuple(
            _gate(verb, who, facts, ())
            for verb in (BatchVerb.ENROL, BatchVerb.PLAN, BatchVerb.SEND_BACK, BatchVerb.DROP_BATCH)
        ),
        first_on=first,
        last_on=last,
        today=_place(today, first, last),
    )


def _gate(verb: BatchVerb, who: Who, facts: BatchFacts, signed: Iterable[Signed]) -> Gate:
    """The act; it is done once it was signed and not sent back since."""
    done: Signed | None = None
    for each in signed:
        done = None if each.verb == BatchVerb.SEND_BACK else each if each.verb == verb else done
    return Gate(verb=verb, why=why_not_batch(verb, who, facts), done=done)


def _task(task: BatchTask, opened: OpenedBatch, who: Who, today: date, first: date, last: date) -> TaskSeen:
    state, organs = TaskState(task.state), opened.newest.organs
    start = _place(task.from_on, first, last)
    return TaskSeen(
        id=task.id,
        title=task.title,
        organ=task.organ,
        organ_name=organs[task.organ].name if task.organ in organs else task.organ,
        owner=task.owner,
        from_on=task.from_on,
        due_on=task.due_on,
        before=BatchVerb(task.before),
        state=state,
        note=task.note,
        told_at=task.told_at,
        told_by=task.told_by,
        lamp=lamp_of(state, task.due_on, today),
        words=lamp_words(state, task.due_on, today),
        start=start,
        length=max(_place(task.due_on, first, last) - start, 12),
        why_not=opened.why_not_report(task.organ, who),
    )


def _span(tasks: Iterable[BatchTask], today: date) -> tuple[date, date]:
    days = [today, *(day for task in tasks for day in (task.from_on, task.due_on))]
    return min(days), max(days)


def _place(day: date, first: date, last: date) -> int:
    return round(1000 * (day - first).days / max((last - first).days, 1))
