"""What must be so after every act, whoever did it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import connection

from tests.walk import changing_law, licence
from tests.walk.oracle import clocks_that_run, stands_still
from tests.walk.parts import Part
from tests.walk.world import INSPECTED, RECEIPT
from yizheng.cases.facts import Look, facts_of
from yizheng.cases.fold import differences, fold
from yizheng.cases.models import Case, Decision, ItemCase
from yizheng.cases.outcome import joint_due
from yizheng.cases.queries.watch import batch_of
from yizheng.cases.timing import days_of, lamps_of, lapsed, missed, runs_of
from yizheng.catalogue import publishing
from yizheng.law.outcome import case_state
from yizheng.law.turns import NOBODY, OTHERS_FIRST, turn_of
from yizheng.law.words import State
from yizheng.ledger.book import entries_of, fault_in_chain
from yizheng.licences.watch import ALL

if TYPE_CHECKING:
    from tests.walk.walking import Walk

DECIDED = {"granted", "refused"}


TABLES = (
    ("cases_case", "id"), ("cases_itemcase", "case_id"), ("cases_paperrecord", "case_id"), ("ledger_entry", "case_id"),
    ("cases_materialuse JOIN cases_itemcase ON cases_itemcase.id = item_case_id", "case_id"),
    ("cases_supplementpoint", "case_id"), ("licences_licence", "case_id"), ("licences_permit", "licence_id"),
    ("licences_licenceversion", "licence_id"), ("cases_material", "case_id"),
    *((f"licences_{each} JOIN licences_permit ON licences_permit.id = permit_id", "licence_id")
      for each in ("permitrequest", "letter", "permitstanding")),
)  # fmt: skip
"""Where the rows of a case lie."""
COUNTED = ("paper", "entry", "standing", "letter", "version")
"""Of what is only ever added to, how much there is says enough."""


def everything(case_ids: list[UUID]) -> list[Any]:
    """Every row that an act might touch, and how far everything is numbered, to compare."""
    asked = [Case._meta.pk.get_db_prep_value(each, connection) for each in case_ids]
    marks = ", ".join(["%s"] * len(asked))
    found: list[Any] = []
    with connection.cursor() as cursor:
        for table, column in TABLES:
            what = "count(*)" if any(each in table.partition(" ")[0] for each in COUNTED) else "*"
            cursor.execute(f"SELECT {what} FROM {table} WHERE {column} IN ({marks})", asked)
            found.append(sorted(map(repr, cursor.fetchall())))
        cursor.execute("SELECT count(*), sum(n) FROM ledger_counter")
        found.append(cursor.fetchall())
    return found


def at(walk: Walk, part: Part, *, settled: bool) -> None:
    """Look at a case, and at the licence that it is on; ``settled`` when the clock has just spoken in it."""
    case, items = Case.objects.get(id=part.case_id), part.items
    entries = entries_of(case.id)
    assert fault_in_chain(entries) == ""
    assert (case.entries, case.seal) == (len(entries), entries[-1].seal)
    if not items:
        return
    said = fold(entries)
    assert not (wrong := differences(said, case, items)), wrong
    if settled:
        _lapses(walk, part)
    _items(walk, part, case)
    _outcome(case, items)
    licence.at(walk)
    if settled and walk.dice.random() < 0.1:
        walk.read_it(part)
        _watch(case, walk.at)


def _lapses(walk: Walk, part: Part) -> None:
    for item in part.items:
        assert not lapsed(item, walk.today, walk.calendar), f"{item.item} has lapsed and nobody said so"
        assert not missed(item, walk.today, walk.calendar), f"{item.item} is late and nobody said so"


def _items(walk: Walk, part: Part, case: Case) -> None:
    """Days as derived, clocks that should run and no others, somebody's turn, laws told of."""
    calendar, on = walk.calendar, walk.today
    look = Look(case, publishing.version(case.catalogue_id), part.items, calendar, on)
    for item in part.items:
        runs = runs_of(item)
        derived = days_of(runs, calendar) | lamps_of(runs, calendar)
        kept = {name: getattr(item, name) for name in derived}
        assert derived == kept, f"{item.item}: stored {kept}, derived {derived}"
        _clocks(item, runs, pauses=item.item == INSPECTED, asked_for=item.id in part.memory.asked_for)
        _turn(facts_of(look, item, State(item.state), runs, deemed=item.deemed))
        changing_law.looked_at(walk, item)
    assert case.cap_on == joint_due(case, part.items, on, calendar), "the cap is not as derived"


def _watch(case: Case, at: datetime) -> None:
    """The watch sees what we see: nothing, but what people must do: free a claim, go on with a procedure."""
    batch = batch_of([case], at)
    found = [finding for check in ALL for finding in check(batch)]
    assert not [each for each in found if each.kind not in {"claimed", "pause"}], found


def _clocks(item: ItemCase, runs: list[Any], *, pauses: bool, asked_for: bool) -> None:
    running = {str(run.clock) for run in runs if run.stopped_on is None}
    wanted = clocks_that_run(item, from_receipt=item.item == RECEIPT, asked_for=asked_for)
    assert running == wanted, f"{item.item} {item.state}: {running} run, {wanted} should"
    deciding = [run for run in runs if run.clock in {"promised", "statutory"} and run.stopped_on is None]
    still = {any(pause.until_on is None for pause in run.pauses) for run in deciding}
    assert still <= {stands_still(item, rectification_pauses=pauses)}, f"{item.item} {item.state}: {still}"
    for clock in ("acceptance", "promised", "statutory", "delivery", "gap"):
        assert sum(run.clock == clock and run.stopped_on is None for run in runs) <= 1


def _turn(facts: Any) -> None:
    turn = turn_of(facts)
    if facts.state.is_open:
        assert turn != NOBODY
        assert turn is not OTHERS_FIRST or facts.waits_for


def _outcome(case: Case, items: list[ItemCase]) -> None:
    touched = any(each.reviewer_id for each in items)
    assert case.state == case_state([State(each.state) for each in items], touched=touched)
    decided = {each.id for each in items if each.state in DECIDED}
    assert set(Decision.objects.filter(item_case__case_id=case.id).values_list("item_case_id", flat=True)) == decided
