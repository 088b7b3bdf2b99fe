"""What an act writes comes back as it was, in as few statements as the database allows."""

import uuid
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from tests import make
from yizheng.cases.models import Case, ItemCase, Material
from yizheng.ledger.reading import Reading
from yizheng.ledger.writing import Writes

pytestmark = pytest.mark.django_db

AT = datetime(2026, 3, 2, 2, 0, 0, 123456, tzinfo=UTC)
ODD = "引号\"'、反斜\\杠、换\n行、百分%s、龘𠮷😀"


@pytest.fixture
def case():
    """A draft as it is written through the door."""
    case = Case(
        query_code="ABCD-EFGH-JKMN",
        industry="RESTAURANT",
        catalogue_id=uuid.uuid4(),
        answers={"q_area": 320.0, "q_dishes": ["hot", "cold"], "q_tobacco": True, "q_none": None},
        form={"applicant_name": ODD, "deep": {"a": [1, 2.5, {"b": "好"}]}},
        holder=ODD,
        opened_at=AT,
        touched_at=AT,
    )
    written(lambda writes: writes.add(case))
    return case


def item_case(case, place, **more):
    """An item-case of a case."""
    said = {"item": f"ITEM{place}", "organ": "SCJG", "section": "", "state": "submitted", **more}
    return ItemCase(case=case, place=place, **said)


def written(gather):
    """Gather, then write; gives the statements."""
    writes = Writes()
    gather(writes)
    with CaptureQueriesContext(connection) as sent:
        writes.flush()
    return [each["sql"] for each in sent.captured_queries]


def same(row):
    """Whether the database has a row exactly as it is in memory, read by Django's own querysets."""
    kept = type(row).objects.get(pk=row.pk)
    return {f.attname: getattr(kept, f.attname) for f in row._meta.concrete_fields} == {
        f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields
    }


def test_text_numbers_times_and_json_come_back_as_they_were(case):
    assert same(case)
    assert Case.objects.get(form__deep__a__0=1).holder == ODD


def test_days_truth_and_nothing_come_back_as_they_were(case):
    row = item_case(case, 1, due_on=date(2026, 3, 9), deemed=True, accepted_at=AT, runs=[{"clock": "promised", "n": 3}])
    bare = item_case(case, 2)
    written(lambda writes: (writes.add(row), writes.add(bare)))
    assert same(row)
    assert same(bare)
    assert ItemCase.objects.filter(accepted_at=AT, deemed=True, due_on=date(2026, 3, 9)).count() == 1


def test_only_what_changed_is_written(case):
    Case.objects.filter(pk=case.pk).update(premises="别人刚写的")

    def gather(writes):
        writes.change(case, state="received", touched_at=AT)
        writes.change(case, receiver_name=ODD)

    statements = written(gather)
    kept = Case.objects.get(pk=case.pk)
    assert (kept.state, kept.receiver_name, kept.premises) == ("received", ODD, "别人刚写的")
    assert len(statements) == 1
    assert "touched_at" not in statements[0]


def test_a_change_to_what_is_already_so_writes_nothing(case):
    assert written(lambda writes: writes.change(case, industry="RESTAURANT", answers=dict(case.answers))) == []


def test_a_new_row_that_changes_is_written_once(case):
    row = item_case(case, 1)

    def gather(writes):
        writes.add(row)
        writes.change(row, state="reviewing", runs=[1])

    assert len(written(gather)) == 1
    assert same(row)


def test_many_rows_of_many_tables_are_one_statement_on_postgresql_and_one_for_each_table_on_sqlite(case):
    rows = [item_case(case, place) for place in range(1, 6)]
    files = [Material(case=case, code="M", name=ODD, size=9, digest="d", handed_in_at=AT) for _ in range(8)]

    def gather(writes):
        for row in (*rows, *files):
            writes.add(row)
        writes.change(case, state="received")

    assert len(written(gather)) == (1 if connection.vendor == "postgresql" else 3)
    assert all(same(row) for row in (*rows, *files))

    def go_on(writes):
        for row in rows:
            writes.change(row, state="reviewing", due_on=date(2026, 3, 20))

    assert len(written(go_on)) == 1
    assert all(same(row) for row in rows)


def test_nothing_is_written_twice(case):
    writes = Writes()
    writes.add(item_case(case, 1))
    writes.flush()
    with CaptureQueriesContext(connection) as sent:
        writes.flush()
    assert len(sent) == 0


def test_a_row_that_may_not_be_is_refused_by_the_database(case):
    def twice(writes):
        writes.add(item_case(case, 1, item="TOBACCO"))
        writes.add(item_case(case, 2, item="TOBACCO"))

    with pytest.raises(IntegrityError), transaction.atomic():
        written(twice)
    assert not ItemCase.objects.exists()


def test_a_reading_gives_the_rows_that_a_queryset_gives(case):
    rows = [item_case(case, place, accepted_at=AT, due_on=date(2026, 3, 9), runs=[{"n": place}]) for place in (2, 1)]
    written(lambda writes: [writes.add(row) for row in rows])
    found = Reading(ItemCase, by="case_id", order="place", along="case")(case.pk)
    asked = list(ItemCase.objects.filter(case=case).order_by("place"))
    assert [vars_of(row) for row in found] == [vars_of(row) for row in asked]
    assert vars_of(found[0].case) == vars_of(Case.objects.get(pk=case.pk))
    assert not found[0]._state.adding
    assert Reading(Case, by="id", lock=True)(uuid.uuid4()) == []


def vars_of(row):
    """The columns of a row."""
    return {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields}


def test_a_maker_s_case_is_as_the_database_has_it():
    make.office()
    assert same(make.case(make.filed(moment=make.at(2026, 3, 2))))
