"""How an application stands: all items side by side, whose turn it is, the due day and why that day."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from yizheng.cases.adding import Addable, addable
from yizheng.cases.facts import Look, facts_of
from yizheng.cases.file import day_of
from yizheng.cases.models import Case, ItemCase, PaperRecord
from yizheng.cases.papers import read
from yizheng.cases.queries.as_of import AsOf, DueDay, as_of, due_day
from yizheng.cases.queries.caps import cap_of
from yizheng.cases.queries.dates import Count, count
from yizheng.cases.queries.how_far import STAGES, reached, said, tone
from yizheng.cases.queries.messages import Message, messages
from yizheng.cases.queries.voice import Voice, voices
from yizheng.catalogue import publishing
from yizheng.law.authority import Facts
from yizheng.law.calendar import Calendar, NoCalendar
from yizheng.law.clocks import due
from yizheng.law.items import Catalogue
from yizheng.law.outcome import case_state, service_of
from yizheng.law.papers import Receipt, Sheet
from yizheng.law.remedies import remedy_runs
from yizheng.law.transitions import LINES
from yizheng.law.turns import turn_of, whose
from yizheng.law.words import CaseState, Service, State, Verb
from yizheng.ledger.command import NotFound

NOTHING_TO_SAY = Voice()


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemProgress:
    """One item of the case: where it stands, whose turn it is, until when and why."""

    id: UUID
    item: str
    name: str
    short: str
    organ: str
    organ_phone: str
    state: State
    tone: str
    turn: str
    to_do: str
    said: str
    due: DueDay | None
    counts: tuple[Count, ...]
    deemed: bool
    waits_for: tuple[str, ...]
    gap: tuple[str, ...]
    """What it was accepted without, by name, and is still to come."""
    accepted_on: date | None
    decided_on: date | None
    service: Service | None
    served_on: date | None
    remedies: tuple[Count, ...]
    """How long the decision may be contested, counted; nothing before it was served (domain §7-15)."""
    may_withdraw: bool
    reached: int
    voice: Voice
    """What the applicant may say now: in a hearing, in their own cause, when nothing was decided."""

    @property
    def stages(self) -> tuple[tuple[str, str], ...]:
        """The stages with how each stands: done, now or to come."""
        if self.state in {State.NOT_ACCEPTED, State.WITHDRAWN, State.TERMINATED}:
            return ()
        return tuple((name, self._stands(place)) for place, name in enumerate(STAGES))

    @property
    def may_receive(self) -> bool:
        """Whether there is a decision that has not reached the applicant yet."""
        return self.service is Service.MADE

    def count_of(self, clock: str) -> Count | None:
        """The count of one clock, while it runs."""
        return next((each for each in self.counts if each.clock == clock), None)

    def _stands(self, place: int) -> str:
        if place < self.reached:
            return "done"
        return "now" if place == self.reached else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """The whole application."""

    id: UUID
    home: UUID
    """The case whose licence its permits are on."""
    number: str
    query_code: str
    state: CaseState
    industry_name: str
    holder: str
    premises: str
    received_at: datetime
    channel: str
    specialist: str
    phone: str
    hall: str
    cap: Count | None
    """The cap on the items handled together, while it runs (行政许可法 42(2))."""
    items: tuple[ItemProgress, ...]
    addable: tuple[Addable, ...]
    messages: tuple[Message, ...]
    supplement_told: bool

    @property
    def to_supplement(self) -> tuple[ItemProgress, ...]:
        """The items that wait for the applicant."""
        return tuple(each for each in self.items if each.state == State.SUPPLEMENTING)

    @property
    def to_fill(self) -> tuple[ItemProgress, ...]:
        """The items that wait for materials promised for later."""
        return tuple(each for each in self.items if each.gap)

    @property
    def may_rate(self) -> bool:
        """Whether a decision has reached the applicant, so that the service can be rated."""
        return any(each.served_on for each in self.items)

    @property
    def to_rectify(self) -> tuple[ItemProgress, ...]:
        """The items in which the applicant has something to put right."""
        return tuple(each for each in self.items if each.state == State.RECTIFYING)

    def item(self, item_id: UUID) -> ItemProgress:
        """One item. Raises NotFound."""
        for each in self.items:
            if each.id == item_id:
                return each
        raise NotFound("没有这个事项。")


def case_id_of(number: str) -> UUID:
    """The id behind a case number. Raises NotFound."""
    found = Case.objects.filter(number=number).values_list("id", flat=True).first()
    if found is None:
        raise NotFound("没有这个办件。")
    return found


def receipt_of(case_id: UUID) -> Sheet:
    """The receipt 收件凭证 as it was given. Raises NotFound."""
    record = PaperRecord.objects.filter(case_id=case_id, kind=Receipt.KIND).first()
    if record is None:
        raise NotFound("没有这份收件凭证。")
    return read(record)


def opened_by(number: str, code: str) -> UUID | None:
    """The case that this number and query code open together; None when they do not."""
    found = Case.objects.filter(number=number).values_list("id", "query_code").first()
    if found is None or not secrets.compare_digest(found[1].encode(), code.encode()):
        return None
    return found[0]


def draft_opened_by(code: str) -> UUID | None:
    """The application that this code opens; None when there is none."""
    return Case.objects.filter(query_code=code).exclude(state=CaseState.EXPIRED).values_list("id", flat=True).first()


def progress(case_id: UUID, at: datetime) -> Progress:
    """How a filed application stands; what has lapsed shows even if nobody has performed it yet. Raises NotFound."""
    case = Case.objects.filter(id=case_id, received_at__isnull=False).first()
    if case is None or case.received_at is None:
        raise NotFound("没有这个办件。")
    catalogue, calendar = publishing.version(case.catalogue_id), publishing.calendar()
    rows = list(ItemCase.objects.filter(case_id=case_id).order_by("place"))
    seen = _Seeing(case, rows, catalogue, calendar, day_of(at))
    items = tuple(seen.item(row) for row in rows)
    zone = catalogue.zone
    return Progress(
        id=case.id,
        home=case.home,
        number=case.number or "",
        query_code=case.query_code,
        state=case_state([each.state for each in items], touched=any(row.reviewer_id for row in rows)),
        industry_name=catalogue.industries[case.industry].name,
        holder=case.holder,
        premises=case.premises,
        received_at=case.received_at,
        channel="窗口办理" if case.channel == "window" else "网上办理",
        specialist=case.receiver_name,
        phone=zone.specialist_phone,
        hall=f"{zone.hall}（{zone.hall_address}）",
        cap=cap_of(case, rows, day_of(at)),
        items=items,
        addable=addable(case, publishing.in_force(at)),
        messages=messages(case.id, catalogue, at),
        supplement_told=case.supplemented_at is not None,
    )


class _Seeing:
    """One case looked at on one day."""

    def __init__(
        self, case: Case, rows: Iterable[ItemCase], catalogue: Catalogue, calendar: Calendar, on: date
    ) -> None:
        self.case, self.rows, self.on = case, list(rows), on
        self.catalogue, self.calendar = catalogue, calendar
        self.standing = {row.id: self._as_of(row) for row in self.rows}
        self.voices = voices(case, self.rows, self.standing, on)

    def item(self, row: ItemCase) -> ItemProgress:
        item = self.catalogue.items[row.item]
        organ = self.catalogue.organs[row.organ]
        stands = self.standing[row.id]
        facts = self._facts(row, stands)
        ended = row.decided_at or (row.accepted_at if not stands.state.is_open else None)
        service = service_of(stands.state, served=row.served_at is not None, archived=row.archived_at is not None)
        served_on = day_of(row.served_at) if row.served_at else None
        return ItemProgress(
            id=row.id,
            item=row.item,
            name=item.name,
            short=item.short,
            organ=organ.name,
            organ_phone=organ.phone,
            state=stands.state,
            tone=tone(stands.state),
            turn=whose(facts, organ=organ.short, applicant="您"),
            to_do=turn_of(facts).does,
            said=said(stands.state, row, deemed=stands.deemed),
            due=due_day(stands.runs, self.calendar, self.on),
            counts=self._counts(stands),
            deemed=stands.deemed,
            waits_for=facts.waits_for,
            gap=tuple(self.catalogue.materials[code].name for code in row.gap) if stands.state.is_open else (),
            accepted_on=day_of(row.accepted_at) if row.accepted_at else None,
            decided_on=day_of(ended) if ended and not stands.state.is_open else None,
            service=service,
            served_on=served_on,
            remedies=tuple(self._remedies(served_on)),
            may_withdraw=(stands.state, Verb.WITHDRAW) in LINES,
            reached=reached(stands.state, service),
            voice=self.voices.get(row.id, NOTHING_TO_SAY),
        )

    def _as_of(self, row: ItemCase) -> AsOf:
        return as_of(
            State(row.state),
            row.runs,
            item=row.item,
            deemed=row.deemed,
            answers=self.case.answers,
            catalogue=self.catalogue,
            calendar=self.calendar,
            on=self.on,
        )

    def _remedies(self, served_on: date | None) -> Iterable[Count]:
        """The periods of the remedies; one that runs into a year without a calendar is not told yet."""
        for run in remedy_runs(served_on):
            with suppress(NoCalendar):
                yield count(run, self.calendar)

    def _facts(self, row: ItemCase, stands: AsOf) -> Facts:
        look = Look(self.case, self.catalogue, self.rows, self.calendar, self.on)
        return facts_of(look, row, stands.state, stands.runs, deemed=stands.deemed)

    def _counts(self, stands: AsOf) -> tuple[Count, ...]:
        """The counts of the clocks that run, the first due first."""
        running = [run for run in stands.runs if run.stopped_on is None]
        running.sort(key=lambda run: due(run, self.calendar).on)
        return tuple(count(run, self.calendar) for run in running)
