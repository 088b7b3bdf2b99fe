"""One item-case: how it stands, whose turn it is, its clocks with every day explained, and what may be done."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from ninja import Router, Schema

from yizheng.api.asker import Asked
from yizheng.api.refusals import READING
from yizheng.api.v1.counts import CountTold
from yizheng.cases.file import day_of
from yizheng.cases.queries.as_of import DueDay
from yizheng.cases.queries.choices import Choice
from yizheng.cases.queries.item_seen import ItemSeen, item_seen
from yizheng.cases.queries.item_shown import ClockShown
from yizheng.law.clocks import Pause

router = Router(tags=["事项"])


class DueTold(Schema):
    """The day the first running clock is due, and how near it is (``left`` negative: overdue)."""

    on: date
    clock: str
    left: int
    unit: str
    words: str
    lamp: str
    provisional: bool

    @classmethod
    def of(cls, due: DueDay | None) -> DueTold | None:
        """From the query."""
        if due is None:
            return None
        return cls(
            on=due.on, clock=due.clock, left=due.left, unit=due.unit, words=due.words, lamp=due.lamp,
            provisional=due.provisional,
        )  # fmt: skip


class PauseTold(Schema):
    """Days left out of a count, told in writing with this notice and at most through ``told_until``."""

    ground: str
    basis: str
    notice: str
    from_on: date
    until_on: date | None
    told_until: date | None

    @classmethod
    def of(cls, pause: Pause) -> PauseTold:
        """From the facts of a clock."""
        return cls(
            ground=pause.ground,
            basis=pause.basis,
            notice=pause.notice,
            from_on=pause.from_on,
            until_on=pause.until_on,
            told_until=pause.told_until,
        )


class ExtensionTold(Schema):
    """More time, by whom and why."""

    term: str
    granted_on: date
    reasons: str
    by: str


class ClockTold(Schema):
    """One clock: the facts it is derived from, how it stands, and its count day by day."""

    clock: str
    runs: bool
    stopped_on: date | None
    lamp: str
    lamp_label: str
    pauses: list[PauseTold]
    extension: ExtensionTold | None
    count: CountTold

    @classmethod
    def of(cls, shown: ClockShown) -> ClockTold:
        """From the query."""
        run, more = shown.run, shown.run.extension
        return cls(
            clock=run.clock,
            runs=shown.runs,
            stopped_on=run.stopped_on,
            lamp=shown.lamp,
            lamp_label=shown.lamp.label,
            pauses=[PauseTold.of(pause) for pause in run.pauses],
            extension=ExtensionTold(term=str(more.term), granted_on=more.granted_on, reasons=more.reasons, by=more.by)
            if more
            else None,
            count=CountTold.of(shown.count),
        )


class ChoiceTold(Schema):
    """One verb: open, or closed and why; the name of its paper's schema, and where it is written."""

    verb: str
    label: str
    open: bool
    why: str
    paper: str | None
    written_in: str

    @classmethod
    def of(cls, choice: Choice) -> ChoiceTold:
        """From the query."""
        return cls(
            verb=choice.verb,
            label=choice.verb.label,
            open=choice.open,
            why=choice.why,
            paper=choice.paper.__name__ if choice.paper else None,
            written_in=choice.written_in,
        )


class OptionTold(Schema):
    """Something that can be chosen on a paper."""

    value: str
    label: str


class WaitTold(Schema):
    """An item that must be decided first, and why."""

    item: str
    organ: str
    state: str
    due: date | None
    why: str


class ItemTold(Schema):
    """One item-case; ``deemed``: accepted by lapse of time (行政许可法 32(1)(4)). ``among``: what can be chosen now in
    the fields of papers whose schema names it as ``x-among``.
    """

    id: UUID
    case: str
    item: str
    name: str
    organ: str
    organ_name: str
    state: str
    state_label: str
    deemed: bool
    accepted_at: datetime | None
    decided_at: datetime | None
    turn: str
    due: DueTold | None
    waits_for: list[WaitTold]
    choices: list[ChoiceTold]
    among: dict[str, list[OptionTold]]

    @classmethod
    def of(cls, seen: ItemSeen) -> ItemTold:
        """From the query."""
        shown = seen.shown
        return cls(
            id=shown.id,
            case=seen.number,
            item=shown.code,
            name=shown.name,
            organ=shown.organ,
            organ_name=shown.organ_name,
            state=shown.state,
            state_label=shown.state.label,
            deemed=shown.deemed,
            accepted_at=shown.accepted_at,
            decided_at=shown.decided_at,
            turn=seen.shown.turn,
            due=DueTold.of(shown.due) if shown.state.is_open else None,
            waits_for=[
                WaitTold(item=w.item, organ=w.organ, state=w.state, due=w.due_on, why=w.why) for w in shown.waits_for
            ],
            choices=[ChoiceTold.of(each) for each in shown.choices],
            among={
                name: [OptionTold(value=value, label=label) for value, label in options]
                for name, options in shown.among.items()
            },
        )


@router.get("/items/{uuid:item_id}", response={200: ItemTold, **READING}, summary="一个事项现在的情况")
def item(request: Asked, item_id: UUID) -> ItemTold:
    """轮到谁、哪天到期、现在能办什么；不能办的说明为什么，写明依据。"""
    asker = request.auth
    return ItemTold.of(item_seen(item_id, asker.viewer, asker.who, day_of(asker.at)))


@router.get("/items/{uuid:item_id}/clocks", response={200: list[ClockTold], **READING}, summary="每个期限，逐日说明")
def clocks(request: Asked, item_id: UUID) -> list[ClockTold]:
    """起算日、时限、依据、暂停、延长、停止、届满日，以及逐日的计算：不计入的每一天写明条款。"""
    asker = request.auth
    seen = item_seen(item_id, asker.viewer, asker.who, day_of(asker.at))
    return [ClockTold.of(each) for each in seen.shown.clocks]
