"""The book: the database itself refuses to change it, and a chain that was tampered with is found."""

import re
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

from tests import make
from tests.machines import triggers
from yizheng.ledger.append_only import SENTENCE
from yizheng.ledger.book import entries_of, fault_in_chain, fingerprint, said_before, seal_of
from yizheng.ledger.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def book():
    """The case of a filed and accepted application, with its book of seven entries."""
    office = make.office()
    return make.accepted(office, moment=make.at(2026, 3, 2))


@contextmanager
def behind_our_back():
    """Somebody takes the triggers away for a moment."""
    connection.check_constraints()  # PostgreSQL alters no table with checks still to be made
    with triggers.aside():
        yield


def tampered(case_id, seq, **columns):
    """Somebody changes an entry."""
    with behind_our_back():
        Entry.objects.filter(case_id=case_id, seq=seq).update(**columns)


def test_the_database_refuses_to_change_an_entry(book):
    with pytest.raises(DatabaseError, match=SENTENCE), transaction.atomic():
        Entry.objects.filter(case_id=book, seq=1).update(kind="nothing")
    assert fault_in_chain(entries_of(book)) == ""


def test_the_database_refuses_to_delete_an_entry(book):
    with pytest.raises(DatabaseError, match=SENTENCE), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM ledger_entry")
    assert len(entries_of(book)) == 7


EVIDENCE = ("ledger_entry", "cases_paperrecord", "cases_decision", "licences_permitstanding", "licences_licenceversion")


@pytest.mark.parametrize("table", EVIDENCE)
def test_every_table_that_is_evidence_refuses_a_change(table):
    office = make.office()
    case_id = make.accepted(office, moment=make.at(2026, 3, 2))
    for item_case in list(make.items(case_id).values())[:2]:
        make.granted(office, item_case, moment=make.at(2026, 3, 4))
    with connection.cursor() as cursor:
        for sentence in (f"UPDATE {table} SET id = id", f"DELETE FROM {table}"):
            with pytest.raises(DatabaseError, match=SENTENCE), transaction.atomic():
                cursor.execute(sentence)


def test_a_whole_book_holds(book):
    entries = entries_of(book)
    assert [entry.seq for entry in entries] == list(range(1, 8))
    assert entries[0].previous_seal == ""
    assert all(after.previous_seal == before.seal for before, after in pairwise(entries))
    assert fault_in_chain(entries) == ""
    assert make.case(book).seal == entries[-1].seal


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": "item.refuse"},
        {"who_id": "somebody"},
        {"who_name": "某人"},
        {"at": make.at(2026, 3, 1)},
        {"recorded_at": make.at(2026, 3, 1)},
        {"data": {"item": "TOBACCO"}},
        {"key": "another"},
        {"seal": "0" * 64},
        {"previous_seal": "0" * 64},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_whatever_is_changed_in_an_entry_is_found(book, changed):
    tampered(book, 3, **changed)
    assert fault_in_chain(entries_of(book)) == f"第3条记录（{changed.get('kind', 'item.accept')}）与封存时不一致。"


def test_an_entry_sealed_anew_is_found_at_the_next_one(book):
    entry = entries_of(book)[2]
    entry.kind = "item.refuse"
    tampered(book, 3, kind=entry.kind, seal=seal_of(entry))
    assert fault_in_chain(entries_of(book)).startswith("第4条记录")


def test_a_missing_entry_is_found(book):
    with behind_our_back():
        Entry.objects.filter(case_id=book, seq=4).delete()
    assert fault_in_chain(entries_of(book)) == "第4条记录缺失。"


def test_an_entry_from_another_book_is_found(book):
    other = make.filed(moment=make.at(2026, 3, 3))
    entries = entries_of(book)
    assert fault_in_chain([entries[0], entries_of(other)[1]]).startswith("第2条记录")


def test_nobody_said_anything_under_no_key(book):
    assert said_before("") is None
    assert said_before("never sent") is None


def test_the_fingerprint_tells_requests_apart():
    assert fingerprint("grant", {"a": 1, "b": 2}) == fingerprint("grant", {"b": 2, "a": 1})
    assert fingerprint("grant", {"a": 1}) != fingerprint("grant", {"a": 2})
    assert fingerprint("grant") != fingerprint("refuse")


ROOMS = Path(__file__).resolve().parents[2] / "src" / "yizheng"
GUARDED = {
    match
    for file in ROOMS.glob("*/migrations/*.py")
    for match in re.findall(r'(append_only|never_deleted)\("(\w+)"\)', file.read_text(encoding="utf-8"))
}


@pytest.mark.parametrize(("how", "table"), sorted(GUARDED))
def test_what_a_migration_guards_is_guarded_in_the_end(how, table):
    """SQLite loses the triggers of a table that it makes anew for a new column."""
    sqlite, postgres = "sqlite_master WHERE type = 'trigger' AND name", "pg_trigger WHERE tgname"
    where = sqlite if connection.vendor == "sqlite" else postgres
    deeds = ("update", "delete") if how == "append_only" else ("delete",)
    with connection.cursor() as cursor:
        for deed in deeds:
            cursor.execute(f"SELECT count(*) FROM {where} = %s", [f"{table}_no_{deed}"])
            assert cursor.fetchone() == (1,), deed
