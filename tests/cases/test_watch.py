"""The watch: everything is broken once on purpose, and found, with what mends it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection

from tests import holders, make
from tests.machines import triggers
from yizheng import jobs
from yizheng.cases.commands import Move, settle_case, step
from yizheng.cases.models import Case, ItemCase
from yizheng.cases.queries.watch import AT_ONCE, CHECKS, Finding, batch_of, numbering
from yizheng.catalogue.commands import open_revision
from yizheng.law.papers import Acceptance, SpecialProcedure, Withdrawal
from yizheng.law.words import Role, Verb
from yizheng.ledger.book import entries_of, fault_in_chain
from yizheng.licences.watch import found_in, look_at_some, look_over
from yizheng.people.commands import Asked, deputise
from yizheng.people.models import Post

pytestmark = pytest.mark.django_db

MONDAY, TUESDAY = make.at(2026, 3, 2), make.at(2026, 3, 3)
TOBACCO, FIRE, SEWER = "TOBACCO", "FIRE_OPEN", "SEWER"


@pytest.fixture
def office() -> make.Office:
    return make.office(whole=True)


@pytest.fixture
def case_id(office: make.Office) -> UUID:
    """A case accepted by the window, one item of it granted, another reviewed."""
    case_id = make.accepted(office, moment=MONDAY)
    items = make.items(case_id)
    make.granted(office, items[FIRE], moment=MONDAY)
    make.granted(office, items[SEWER], moment=MONDAY)
    make.reviewed(office, items[TOBACCO], moment=MONDAY)
    return case_id


def found(at: Any = TUESDAY, **how: Any) -> list[Finding]:
    return [finding for _, findings in look_over(at, **how) for finding in findings]


def only(kind: str, at: Any = TUESDAY) -> Finding:
    """The one finding of a kind."""
    (finding,) = (each for each in found(at) if each.kind == kind)
    return finding


def spoil(sql: str, *values: Any) -> None:
    """What somebody does who has the database in their hands."""
    on_sqlite = connection.vendor == "sqlite"
    told = [each.hex if on_sqlite and isinstance(each, UUID) else each for each in values]
    if not on_sqlite:
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")  # no table is altered with checks still to be made
    with triggers.aside(), connection.cursor() as cursor:
        cursor.execute(sql, told)


def leave(organ: str, role: Role) -> None:
    """Everybody in this role has left the organ since."""
    Post.objects.filter(organ=organ, role=role).update(until_on=date(2026, 3, 2))


def test_where_nothing_is_wrong_nothing_is_found(case_id: UUID) -> None:
    assert found() == []
    assert found(all_of_them=True) == []


def test_an_act_between_two_reads_of_the_watch_is_no_finding(office: make.Office, case_id: UUID) -> None:
    before = batch_of([make.case(case_id)], TUESDAY)
    make.granted(office, make.items(case_id)["SIGN_OUTDOOR"], moment=TUESDAY)
    torn = replace(before, cases=[replace(before.cases[0], entries=entries_of(case_id))])
    assert {each.kind for check in CHECKS for each in check(torn)} >= {"chain", "fold"}
    assert found_in(torn) == []


def test_what_is_numbered_while_the_watch_looks_is_no_gap(case_id: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    looked = numbering._numbers

    def numbered_meanwhile(model: Any) -> Any:
        if model is Case:
            make.filed(moment=TUESDAY)
        return looked(model)

    monkeypatch.setattr(numbering, "_numbers", numbered_meanwhile)
    assert list(numbering.series_without_gaps()) == []


def test_what_other_rooms_number_is_not_looked_for_among_the_documents(office: make.Office) -> None:
    lead = make.person("乔远山", Role.LEAD, "XZSP")
    open_revision("宠物医院提速", "企业反映办得慢", "", who=lead, at=MONDAY)
    assert list(numbering.series_without_gaps()) == []


def test_a_draft_is_nobodys_business(office: make.Office) -> None:
    make.draft(moment=MONDAY)
    assert found() == []


# --- somebody's turn ---


def test_an_organ_without_a_decider_is_found_with_the_command_that_appoints_one(case_id: UUID) -> None:
    tobacco = make.items(case_id)[TOBACCO]
    leave(tobacco.organ, Role.DECIDER)
    finding = only("nobody")
    assert (finding.number, finding.item_id) == (make.case(case_id).number, tobacco.id)
    assert finding.sentence.startswith("轮到决定人决定，但是今天没有人在")
    assert finding.mend == f"yizheng appoint 登录名 姓名 decider {tobacco.organ} --section {tobacco.section}"
    make.person("新决定", Role.DECIDER, tobacco.organ, tobacco.section)
    assert found() == []


def test_a_hall_without_anybody_is_found(office: make.Office) -> None:
    make.filed(moment=MONDAY)
    Post.objects.filter(role=Role.WINDOW).update(until_on=date(2026, 3, 2))
    assert {(each.kind, each.mend) for each in found()} == {("nobody", "yizheng appoint 登录名 姓名 window XZSP")}


def test_an_item_claimed_by_somebody_who_has_left_is_freed_by_assigning_it(office: make.Office, case_id: UUID) -> None:
    food = make.items(case_id)["FOOD_CATERING"]
    step(case_id, [Move(food.id, Verb.CLAIM)], who=office.reviewers[food.organ], at=MONDAY)
    make.person("钱审查", Role.REVIEWER, food.organ)
    Post.objects.filter(person_id=office.reviewers[food.organ].id).update(until_on=date(2026, 3, 2))
    finding = only("claimed")
    assert "轮到认领的李审查" in finding.sentence
    assert "今天不在岗" in finding.sentence
    assert "「分派」" in finding.mend


def test_a_deputy_holds_the_place(office: make.Office, case_id: UUID) -> None:
    food = make.items(case_id)["FOOD_CATERING"]
    li = office.reviewers[food.organ]
    step(case_id, [Move(food.id, Verb.CLAIM)], who=li, at=MONDAY)
    chu = make.person("褚文静", Role.SUPERVISOR, food.organ)
    post = Post.objects.get(person_id=li.id)
    asked = Asked(UUID(chu.id), TUESDAY.date(), TUESDAY.date())
    deputise([post.id], asked, of=UUID(li.id), by="测试", on=TUESDAY.date(), at=TUESDAY)
    assert found() == []


def test_where_everybody_is_barred_the_head_may_except_or_somebody_is_appointed(office: make.Office) -> None:
    case_id = make.filed(moment=MONDAY)
    tobacco = make.items(case_id)[TOBACCO]
    li = office.reviewers[tobacco.organ]
    Post.objects.create(person_id=li.id, role=Role.WINDOW, organ="XZSP", from_on=make.FIRST_DAY)
    both = make.person("李审查", Role.REVIEWER, tobacco.organ)
    moves = [Move(each.id, Verb.ACCEPT, Acceptance()) for each in make.items(case_id).values()]
    step(case_id, moves, who=both, at=MONDAY)
    finding = only("barred")
    assert (finding.item_id, "受审分离" in finding.sentence) == (tobacco.id, True)
    assert finding.mend.startswith("机关负责人在事项页「批准受审分离例外」，或者 yizheng appoint")


def test_whoever_must_wait_for_the_applicant_is_not_stuck(office: make.Office) -> None:
    case_id = make.accepted(office, moment=MONDAY)
    ItemCase.objects.filter(case_id=case_id).update(state="supplementing")
    leave("SCJG", Role.REVIEWER)
    assert "nobody" not in {each.kind for each in found()}


# --- what is kept follows from the facts ---


@pytest.mark.parametrize(("column", "named"), [("due_on", "到期日"), ("serve_by", "送达期限")])
def test_a_day_that_somebody_changed_by_hand_is_found_and_mended(case_id: UUID, column: str, named: str) -> None:
    tobacco = make.items(case_id)[TOBACCO]
    spoil(f"UPDATE cases_itemcase SET {column} = '2026-01-05' WHERE id = %s", tobacco.id)
    assert f"存的{named}是2026-01-05" in only("derived").sentence
    assert jobs.mend_case(case_id, TUESDAY)
    assert found() == []
    assert fault_in_chain(entries_of(case_id)) == ""


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [("state", "all_granted", "存的办件状态是办结（全部准予）"), ("cap_on", "2026-01-05", "存的总时限是2026-01-05")],
)
def test_a_state_or_a_cap_that_somebody_changed_by_hand_is_found_and_mended(
    case_id: UUID, column: str, value: str, said: str
) -> None:
    spoil(f"UPDATE cases_case SET {column} = %s WHERE id = %s", value, case_id)
    assert said in only("derived").sentence
    assert jobs.mend_case(case_id, TUESDAY)
    assert found() == []
    assert not jobs.mend_case(case_id, TUESDAY), "there is nothing left to mend"


def test_a_watcher_asleep_is_found_and_what_the_law_did_is_performed(office: make.Office) -> None:
    case_id = make.filed(moment=MONDAY)
    late = MONDAY + timedelta(days=30)
    assert {each.kind for each in found(late)} >= {"asleep"}
    assert any("依法视为受理" in each.sentence for each in found(late))
    assert jobs.mend_case(case_id, late)
    assert not [each for each in found(late) if each.kind == "asleep"]


def test_a_limit_that_passed_untold_is_found(case_id: UUID) -> None:
    late = MONDAY + timedelta(days=60)
    assert "还没有告知申请人" in next(each.sentence for each in found(late) if each.kind == "asleep")
    settle_case(case_id, at=late)
    assert not [each for each in found(late) if each.kind == "asleep"]


def test_a_special_procedure_that_lasts_longer_than_was_told_is_found(office: make.Office) -> None:
    case_id = make.accepted(office, moment=MONDAY)
    food = make.items(case_id)["FOOD_CATERING"]
    paper = SpecialProcedure(procedure="test", why="需要检测。", until_on=date(2026, 3, 4))
    step(case_id, [Move(food.id, Verb.PAUSE, paper)], who=office.reviewers[food.organ], at=MONDAY)
    assert not [each for each in found(make.at(2026, 3, 4)) if each.kind == "pause"]
    assert "已经超过，期限在继续计算" in only("pause", make.at(2026, 3, 5)).sentence


# --- the book, the rows, the papers ---


def test_a_broken_chain_is_found(case_id: UUID) -> None:
    spoil("UPDATE ledger_entry SET who_name = '别人' WHERE case_id = %s AND seq = 2", case_id)
    assert only("chain").sentence == "第2条记录（case.file）与封存时不一致。"


def test_an_entry_cut_off_at_the_end_is_found(case_id: UUID) -> None:
    spoil("DELETE FROM ledger_entry WHERE case_id = %s AND seq = %s", case_id, make.case(case_id).entries)
    assert only("chain").sentence == "办件上记的条数或者封条与记录不符。"


def test_a_row_that_says_something_else_than_the_book_is_found(case_id: UUID) -> None:
    spoil("UPDATE cases_itemcase SET reviewer_name = '别人' WHERE id = %s", make.items(case_id)[TOBACCO].id)
    assert only("fold").sentence == "「TOBACCO」的 reviewer_name 与记录不符。"


def test_an_item_that_the_book_does_not_know_is_found(case_id: UUID) -> None:
    stray = make.items(case_id)[TOBACCO]
    stray.pk, stray.item = uuid4(), "HEALTH_PUBLIC"
    stray.save(force_insert=True)
    assert "单项办件与收件记录不符。" in {each.sentence for each in found() if each.kind == "fold"}


@pytest.mark.parametrize(
    ("table", "where", "said"),
    [
        ("cases_paperrecord", "kind = 'acceptance'", "（item.accept）提到的文书不存在。"),
        ("cases_decision", "granted", "（item.grant）没有决定的记载。"),
    ],
)
def test_a_paper_or_a_decision_that_is_gone_is_found(case_id: UUID, table: str, where: str, said: str) -> None:
    with connection.constraint_checks_disabled():
        spoil(f"DELETE FROM {table} WHERE {where}")
    assert any(said in each.sentence for each in found() if each.kind == "paper")


def test_a_step_that_names_no_paper_is_found(case_id: UUID) -> None:
    entry = next(each for each in entries_of(case_id) if each.kind == "item.accept")
    data = {name: value for name, value in entry.data.items() if name != "paper"}
    spoil("UPDATE ledger_entry SET data = %s WHERE id = %s", json.dumps(data), entry.id)
    assert any("没有文书。" in each.sentence for each in found() if each.kind == "paper")


def test_a_paper_that_was_altered_is_found(case_id: UUID) -> None:
    spoil(
        "UPDATE cases_paperrecord SET data = '{\"note\": \"别的\"}' WHERE kind = 'service_receipt' OR kind = 'receipt'"
    )
    assert "与制作时的摘要不符" in only("paper").sentence


def test_a_grant_without_its_permit_and_a_licence_with_a_version_too_many_are_found(case_id: UUID) -> None:
    spoil("UPDATE licences_licence SET version = 7 WHERE case_id = %s", case_id)
    assert only("licence").sentence == "综合许可证记录制发1版，存有1版，现行第7版。"
    spoil("UPDATE licences_permit SET standing = 'revoked' WHERE item = 'SEWER'")
    assert "的状态与记录不符" in only("permit").sentence
    spoil("UPDATE licences_permit SET item_case_id = %s WHERE item = 'SEWER'", make.items(case_id)[TOBACCO].id)
    said = {each.sentence for each in found() if each.kind == "permit"}
    assert {"已准予，没有许可。", "没有准予，却有许可。"} <= said


def test_a_permit_of_which_a_change_is_asked_for_stands_as_the_book_says(case_id: UUID) -> None:
    """Found by folding the book: the request changed how the permit stands, and the entry did not say so."""
    holders.asks_change(case_id, TUESDAY, representative="李新任")
    assert holders.permit(case_id, SEWER).standing == "changing"
    assert found() == []


def test_a_number_that_was_lost_is_found(case_id: UUID) -> None:
    assert not [each for each in found() if each.kind == "gap"]
    spoil("UPDATE ledger_counter SET n = n + 1 WHERE series LIKE 'case:%%'")
    assert only("gap").sentence == "字号「2026-03-02的办件编号」编到第2号，实有1件。"
    spoil("UPDATE ledger_counter SET n = n + 1 WHERE series LIKE '%%受字'")
    assert len([each for each in found() if each.kind == "gap"]) > 1


# --- looking, a batch at a time ---


def test_finished_cases_are_looked_at_when_asked(office: make.Office) -> None:
    case_id = make.accepted(office, moment=MONDAY)
    for item_case in make.items(case_id).values():
        step(case_id, [Move(item_case.id, Verb.WITHDRAW, Withdrawal())], who=office.window, at=MONDAY)
    spoil("UPDATE cases_itemcase SET reviewer_name = '别人' WHERE case_id = %s", case_id)
    assert found() == []
    assert {each.kind for each in found(all_of_them=True)} == {"fold"}


def test_a_page_of_findings_ends_when_it_is_full_and_goes_on_after_it(
    office: make.Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yizheng.cases.queries.watch.AT_ONCE", 1)
    monkeypatch.setattr("yizheng.licences.watch.FEW", 1)
    ids = sorted(make.filed(moment=MONDAY) for _ in range(2))
    Case.objects.filter(id__in=ids).update(state="in_hand")
    first = look_at_some(TUESDAY)
    assert {each.case_id for each in first.findings} == {ids[0]}
    assert first.after == ids[0]
    second = look_at_some(TUESDAY, first.after)
    assert {each.case_id for each in second.findings} == {ids[1]}
    assert look_at_some(TUESDAY, second.after).findings == ()
    assert AT_ONCE > 1


def test_a_batch_is_read_in_a_handful_of_statements(case_id: UUID, django_assert_max_num_queries: Any) -> None:
    make.filed(moment=MONDAY)
    found()
    with django_assert_max_num_queries(20):
        assert found() == []


def test_the_job_writes_down_what_it_finds(case_id: UUID, caplog: pytest.LogCaptureFixture) -> None:
    assert jobs.watch_over(TUESDAY) == 0
    spoil("UPDATE cases_case SET state = 'all_granted' WHERE id = %s", case_id)
    assert jobs.watch_over(TUESDAY) == 2, "it is not as derived, and not as the book says"
    assert "存的办件状态是办结（全部准予）" in caplog.text
