"""The one door: once or not at all, the same answer to the same request, numbers without gaps, few statements."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import make
from yizheng.cases.commands import Move, file_case, step
from yizheng.cases.models import Case, Decision, PaperRecord
from yizheng.law.authority import Who
from yizheng.law.papers import Acceptance, Grant
from yizheng.law.words import CaseState, Handling, State, Verb
from yizheng.ledger import command
from yizheng.ledger.book import entries_of, fault_in_chain
from yizheng.ledger.command import Act, NotFound, Refused
from yizheng.ledger.models import Counter, Entry
from yizheng.ledger.writing import Writes
from yizheng.licences.models import LicenceVersion, Permit

pytestmark = pytest.mark.django_db

MONDAY, WEDNESDAY = make.at(2026, 3, 2), make.at(2026, 3, 4)


@pytest.fixture
def office():
    """The people of the hall and of every organ."""
    return make.office()


@pytest.fixture
def accepted(office):
    """A case with every item accepted."""
    return make.accepted(office, moment=MONDAY)


def grant(office, item_case, *, key="", scope="热食类食品制售"):
    """The decider's grant alone, without what leads to it."""
    move = Move(item_case.id, Verb.GRANT, Grant(scope=scope))
    return step(item_case.case_id, [move], who=office.deciders[item_case.organ], at=WEDNESDAY, key=key)


def first_reviewed(office, case_id, count=1):
    """The first item-cases of a case, reviewed."""
    chosen = list(make.items(case_id).values())[:count]
    for item_case in chosen:
        make.reviewed(office, item_case, moment=WEDNESDAY)
    return chosen


# --- the same request -----------------------------------------------------------------------------------------------


def test_the_same_request_again_gives_the_same_answer_and_changes_nothing(office, accepted):
    (item_case,) = first_reviewed(office, accepted)
    once = grant(office, item_case, key="k-1")
    entries = len(entries_of(accepted))
    again = grant(office, item_case, key="k-1")
    assert (once.repeated, again.repeated) == (False, True)
    assert (again.entry_id, again.data) == (once.entry_id, once.data)
    assert len(entries_of(accepted)) == entries
    assert Permit.objects.count() == 1


def test_a_draft_asked_for_twice_is_opened_once(office):
    def opened():
        return command.doing(
            lambda act: act,
            lambda act: enter_into(act, make_case(act)),
            who=Who(id="applicant", name="申请人"),
            at=MONDAY,
            key="open-1",
            asked=("open",),
        )

    once, again = opened(), opened()
    assert again.repeated
    assert again.case_id == once.case_id
    assert Case.objects.count() == 1


def make_case(act):
    """A bare draft in this act."""
    catalogue_id = make.publish_regulations()
    case = Case(query_code="A", industry="RESTAURANT", catalogue_id=catalogue_id, opened_at=MONDAY, touched_at=MONDAY)
    act.add(case)
    return case


def enter_into(act, case):
    """One entry in the book of a case."""
    act.enter(case, "draft.open", {})


def test_another_request_under_the_same_key_is_refused_with_a_sentence(office, accepted):
    first, second = first_reviewed(office, accepted, 2)
    grant(office, first, key="k-1")
    with pytest.raises(Refused, match="这个请求编号已用于另一项操作"):
        grant(office, second, key="k-1")
    with pytest.raises(Refused, match="这个请求编号已用于另一项操作"):
        grant(office, first, key="k-1", scope="另一个范围")
    assert Permit.objects.count() == 1


def test_a_second_decision_is_refused_with_a_sentence(office, accepted):
    (item_case,) = first_reviewed(office, accepted)
    grant(office, item_case, key="k-1")
    with pytest.raises(Refused, match="决定作出后不得更改"):
        grant(office, item_case, key="k-2")


# --- once or not at all ---------------------------------------------------------------------------------------------


@pytest.fixture
def breaking(monkeypatch):
    """A consequence of every grant that breaks after everything else was done."""

    def breaks(file, entry):
        raise Refused("此路不通。")

    table = {**command._reactions(), "licence.issue": (breaks,)}
    monkeypatch.setattr(command, "_reactions", lambda: table)


def test_a_consequence_that_fails_undoes_its_cause(office, accepted, breaking):
    first, second = first_reviewed(office, accepted, 2)
    grant(office, first)
    before = (entries_of(accepted)[-1].seal, PaperRecord.objects.count(), Counter.objects.get(series__contains="准").n)
    with pytest.raises(Refused, match="此路不通"):
        grant(office, second, key="k-2")
    assert make.items(accepted)[second.item].state == State.PROPOSED
    assert (Decision.objects.count(), Permit.objects.count(), LicenceVersion.objects.count()) == (1, 1, 0)
    after = (entries_of(accepted)[-1].seal, PaperRecord.objects.count(), Counter.objects.get(series__contains="准").n)
    assert after == before
    assert not Entry.objects.filter(key="k-2").exists()


def test_one_move_that_may_not_be_done_undoes_all_moves_of_the_act(office):
    case_id = make.filed(moment=MONDAY)
    chosen = list(make.items(case_id).values())
    moves = [Move(each.id, Verb.ACCEPT, Acceptance()) for each in chosen]
    with pytest.raises(Refused):
        step(case_id, [*moves, moves[0]], who=office.reviewers["SCJG"], at=MONDAY)
    assert {each.state for each in make.items(case_id).values()} == {State.SUBMITTED}


def test_what_is_not_there_is_not_found(office):
    with pytest.raises(NotFound, match="没有这个办件"):
        file_case(uuid4(), who=office.window, at=MONDAY)


# --- numbers --------------------------------------------------------------------------------------------------------


def test_numbers_have_no_gaps_even_after_an_act_that_failed(office, accepted, monkeypatch):
    chosen = first_reviewed(office, accepted, 3)
    grant(office, chosen[0])
    with monkeypatch.context() as broken:
        broken.setattr(Writes, "flush", fails)
        with pytest.raises(Refused, match="写不进去"):
            grant(office, chosen[1])
    for item_case in chosen[1:]:
        grant(office, item_case)
    for series in Counter.objects.exclude(series__startswith="permit"):
        numbered = PaperRecord.objects.filter(number__startswith=f"{series.series}第").values_list("number", flat=True)
        if numbered:
            assert sorted(numbered) == [f"{series.series}第{n:05d}号" for n in range(1, series.n + 1)]


def fails(writes):
    """A write that does not go through."""
    raise Refused("写不进去。")


def test_numbers_of_several_series_come_in_the_order_asked(office):
    act = Act(who=office.window, at=MONDAY)
    assert act.numbers(["b", "a", "b", "c"]) == [1, 1, 2, 1]
    assert act.numbers(["a", "b"]) == [2, 3]
    assert act.numbers([]) == []


# --- the book -------------------------------------------------------------------------------------------------------


def test_every_entry_points_to_its_cause(office, accepted):
    for item_case in first_reviewed(office, accepted, 2):
        grant(office, item_case, key=f"k-{item_case.place}")
    entries = entries_of(accepted)
    kinds = {entry.id: entry.kind for entry in entries}
    caused = [(entry.kind, kinds[entry.cause_id]) for entry in entries if entry.cause_id]
    assert caused == [
        ("permit.make", "item.grant"),
        ("permit.make", "item.grant"),
        ("licence.issue", "permit.make"),
        ("letter.send", "permit.make"),
    ]
    assert all(entry.key is None for entry in entries if entry.cause_id)
    assert fault_in_chain(entries) == ""


# --- few statements -------------------------------------------------------------------------------------------------


def statements(act):
    """The statements of one act, without BEGIN, COMMIT and savepoints (a test runs in a transaction of its own)."""
    with CaptureQueriesContext(connection) as sent:
        act()
    told = [each["sql"] for each in sent.captured_queries]
    return [sql for sql in told if not sql.startswith(("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK"))]


def test_an_act_takes_at_most_six_statements_on_postgresql(office):
    """SQLite, which has no round trips, takes one for each table. Which law is the newest is read with the lock."""
    counted = counts_of_a_case(office)
    if connection.vendor == "postgresql":
        wanted = {"file": [6], "accept": [5], "review": [3] * 5, "grant": [5, 6, 5, 6, 5]}
    else:
        wanted = {"file": [11], "accept": [9], "review": [6] * 5, "grant": [12, 15, 13, 14, 13]}
    assert counted == wanted


def test_statements_do_not_grow_with_the_cases_in_the_database(office):
    assert counts_of_a_case(office) == counts_of_a_case(office)


def counts_of_a_case(office):
    """How many statements each act of one case takes."""
    case_id = make.draft(moment=MONDAY)
    counts = {"file": [len(statements(lambda: file_case(case_id, who=make.applicant_of(case_id), at=MONDAY)))]}
    moves = [Move(each.id, Verb.ACCEPT, Acceptance()) for each in make.items(case_id).values()]
    counts["accept"] = [len(statements(lambda: step(case_id, moves, who=office.window, at=MONDAY)))]
    for item_case in make.items(case_id).values():
        reviewer = office.reviewers[item_case.organ]
        if item_case.handling == Handling.INSPECTED:
            make.visited(office, item_case, moment=WEDNESDAY)
        papers = {Verb.REVIEW: make.opinion(item_case), Verb.GRANT: make.grant_paper()}
        for verb, paper in papers.items():
            who = office.deciders[item_case.organ] if verb == Verb.GRANT else reviewer
            move = Move(item_case.id, verb, paper)
            counts.setdefault(verb.value, []).append(
                len(statements(lambda move=move, who=who: step(case_id, [move], who=who, at=WEDNESDAY)))
            )
    assert make.case(case_id).state == CaseState.ALL_GRANTED
    return counts
