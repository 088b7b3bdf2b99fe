"""What the benchmark compares is the same work; no test here looks at a watch."""

import pytest

from bench.days import some_runs, walk
from bench.office import ACTS, acts, prepared
from bench.raw import Hand, recorded
from yizheng.cases.models import Case, Decision, ItemCase, Material, PaperRecord
from yizheng.catalogue import publishing
from yizheng.law.clocks import due
from yizheng.ledger.models import Counter, Entry
from yizheng.licences.models import Licence, LicenceVersion, Permit, PermitStanding

TABLES = (
    Case, ItemCase, Material, PaperRecord, Decision, Entry, Licence, LicenceVersion, Permit, PermitStanding,
)  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_the_hand_writes_the_rows_that_the_door_writes():
    work = prepared()
    told = recorded(work)
    by_the_door = {table: table.objects.count() for table in TABLES}
    numbers = {each.series: each.n for each in Counter.objects.all()}
    hand = Hand(told)
    hand.connect()
    hand.case()
    hand.case()
    assert {table: table.objects.count() for table in TABLES} == {table: 3 * n for table, n in by_the_door.items()}
    assert {each.series: each.n for each in Counter.objects.all()} == {name: 3 * n for name, n in numbers.items()}
    hand.close()


@pytest.mark.django_db
def test_a_case_is_thirteen_acts_with_eight_files_and_five_permits():
    work = prepared()
    names = []
    for name, act in acts(work):
        names.append(name)
        act()
    assert len(names) == ACTS
    assert (Material.objects.count(), Permit.objects.count(), LicenceVersion.objects.count()) == (8, 5, 4)


def test_the_walk_from_day_to_day_ends_on_the_days_that_the_clocks_give():
    calendar = publishing.calendar()
    runs = some_runs(1200)
    assert [walk(run, calendar) for run in runs] == [due(run, calendar).on for run in runs]
    assert len({run.term for run in runs}) == 6
    assert sum(bool(run.pauses) for run in runs) > 500
    assert any(run.extension for run in runs)
