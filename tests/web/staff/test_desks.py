"""The desks: what is due first stands first, what the law has done shows, no desk costs more than a few statements."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests import make
from tests.web.staff.desks import FOOD, MONDAY, clock_at, signed_in
from yizheng.cases.commands import Move, add_point, issue_supplement, step
from yizheng.cases.models import ItemCase
from yizheng.cases.queries.organ_desk import organ_desk, pile_counts
from yizheng.cases.queries.piles import NOBODY, Narrowed, Pile, Sitting
from yizheng.law.clocks import Lamp
from yizheng.law.words import Role, State, Verb

pytestmark = pytest.mark.django_db


def test_an_organs_desk_takes_seven_statements(
    reviewer: Client, office: make.Office, django_assert_num_queries: Any
) -> None:
    for day in range(2, 5):
        make.accepted(office, moment=make.at(2026, 2, day, 9))
    reviewer.get("/organ/")
    # person, posts, filters kept, colleagues, rows, how many in each pile, questions of other organs
    with django_assert_num_queries(7):
        page = reviewer.get("/organ/").content.decode()
    assert page.count("row-link") == 3
    assert tabs(page)["待办"] == "3件"
    assert tabs(page)["全部在办"] == "3件"
    assert tabs(page)["已办"] == ""
    assert tabs(reviewer.get("/organ/?lamp=green").content.decode())["待办"] == "0件", "narrowed like the rows"


def test_a_desk_on_which_too_much_lies_is_not_counted(accepted: UUID, monkeypatch: Any) -> None:
    assert pile_counts("SCJG", "", on=MONDAY.date(), sitting=Sitting())[Pile.TODO] == 1
    monkeypatch.setattr("yizheng.cases.queries.organ_desk.MOST_COUNTED", 0)
    assert pile_counts("SCJG", "", on=MONDAY.date(), sitting=Sitting()) == {}


def test_the_windows_desk_takes_five_statements(window: Client, received: UUID, django_assert_num_queries: Any) -> None:
    window.get("/window/")
    with django_assert_num_queries(5):  # person, posts, cases, their items, how many in each tray
        page = window.get("/window/").content.decode()
    assert make.case(received).number in page
    assert tabs(page) == {
        "待受理": "1件", "等申请人补正": "0件", "待送达": "0件", "全部办件": "", "窗口草稿": "0件",
    }  # fmt: skip


def tabs(page: str) -> dict[str, str]:
    """The tabs of a desk, each with how many lie behind it."""
    bar = re.sub(r"<(?!/a>)[^>]*>", "|", page.split('class="tabs"')[1].split("</nav>")[0].split(">", 1)[1])
    found = ([part.strip() for part in each.split("|") if part.strip()] for each in bar.split("</a>") if "|" in each)
    return {name: "".join(many) for name, *many in found}


def test_what_is_due_first_stands_first_with_its_lamp_in_words(office: make.Office) -> None:
    late = make.accepted(office, moment=make.at(2026, 2, 9))
    fresh = make.accepted(office, moment=MONDAY)
    desk = organ_desk("SCJG", "", on=MONDAY.date())
    assert [row.id for row in desk.rows] == [make.items(case)[FOOD].id for case in (late, fresh)]
    assert [row.due.lamp.label for row in desk.rows if row.due] == ["已逾期", "正常"]
    assert [row.due.words for row in desk.rows if row.due] == ["已逾期4个工作日", "还剩7个工作日"]


def test_a_lapsed_acceptance_stands_on_the_organs_desk_and_no_longer_on_the_windows(
    window: Client, reviewer: Client, received: UUID, monkeypatch: Any
) -> None:
    number = str(make.case(received).number)
    assert number in window.get("/window/").content.decode()
    assert number not in reviewer.get("/organ/").content.decode()
    clock_at(monkeypatch, make.at(2026, 3, 10))
    assert make.items(received)[FOOD].state == State.SUBMITTED, "nobody has performed it"
    assert number not in window.get("/window/").content.decode()
    desk = reviewer.get("/organ/").content.decode()
    assert number in desk
    assert "视为受理" in desk


def test_every_page_has_twenty_rows_and_none_is_lost_or_shown_twice(office: make.Office) -> None:
    cases = [make.accepted(office, moment=make.at(2026, 2, day % 3 + 2)) for day in range(23)]
    first = organ_desk("SCJG", "", on=MONDAY.date())
    second = organ_desk("SCJG", "", on=MONDAY.date(), after=first.more)
    assert (len(first.rows), len(second.rows), second.more) == (20, 3, "")
    seen = {row.id for row in (*first.rows, *second.rows)}
    assert seen == {make.items(case)[FOOD].id for case in cases}


def test_the_piles_of_an_organs_desk(office: make.Office) -> None:
    me = Sitting(people=(office.reviewers["SCJG"].id,))
    open_, proposed, decided = (make.accepted(office, moment=make.at(2026, 2, 26)) for _ in range(3))
    make.reviewed(office, make.items(proposed)[FOOD], moment=MONDAY)
    make.granted(office, make.items(decided)[FOOD], moment=MONDAY)

    def pile(which: Pile) -> set[UUID]:
        rows = organ_desk("SCJG", "SPJY", sitting=me, on=MONDAY.date(), pile=which).rows
        return {ItemCase.objects.get(id=row.id).case_id for row in rows}

    assert pile(Pile.TODO) == {open_}
    assert pile(Pile.MINE) == {proposed}
    assert pile(Pile.DECIDE) == {proposed}
    assert pile(Pile.OPEN) == {open_, proposed}
    assert pile(Pile.DONE) == {decided}
    assert pile(Pile.BEFORE) == set()


def test_what_waits_for_somebody_depends_on_who_they_are(office: make.Office) -> None:
    li, zhao = office.reviewers["SCJG"], office.deciders["SCJG"]
    free, claimed, proposed = (make.items(make.accepted(office, moment=make.at(2026, 2, 26)))[FOOD] for _ in range(3))
    step(claimed.case_id, [Move(claimed.id, Verb.CLAIM)], who=li, at=MONDAY)
    make.reviewed(office, proposed, moment=MONDAY)

    def todo(*people: str, role: Role = Role.REVIEWER) -> set[UUID]:
        sitting = Sitting(people=people, roles=frozenset({role}))
        return {row.id for row in organ_desk("SCJG", "SPJY", sitting=sitting, on=MONDAY.date()).rows}

    assert todo(li.id) == {free.id, claimed.id}
    assert todo("somebody else") == {free.id}
    assert todo("somebody else", li.id) == {free.id, claimed.id}, "who stands in for Li has Li's items"
    assert todo(zhao.id, role=Role.DECIDER) == {proposed.id}


def test_a_pile_is_narrowed_by_what_an_address_says(office: make.Office) -> None:
    li = office.reviewers["SCJG"]
    early, late = (make.items(make.accepted(office, moment=make.at(2026, 2, day)))[FOOD] for day in (5, 26))
    step(late.case_id, [Move(late.id, Verb.CLAIM)], who=li, at=MONDAY)

    def found(**said: str) -> set[UUID]:
        narrowed = Narrowed.read(said, {FOOD, "TOBACCO"})
        desk = organ_desk("SCJG", "", on=MONDAY.date(), pile=Pile.OPEN, narrowed=narrowed)
        return {row.id for row in desk.rows}

    assert found(item=FOOD) == {early.id, late.id}
    assert found(item="TOBACCO") == set()
    assert found(reviewer=li.id) == {late.id}
    assert found(reviewer=NOBODY) == {early.id}
    assert found(state=State.REVIEWING) == {early.id, late.id}
    assert found(state=State.PROPOSED) == set()
    assert found(handling="general") | found(handling="inspected") == {early.id, late.id}
    assert found(handling="immediate") == set()
    assert found(received_from="2026-02-06") == {late.id}
    assert found(received_until="2026-02-05") == {early.id}
    assert found(lamp="blue", item="?", state="granted", received_from="soon") == {early.id, late.id}


def test_a_pile_is_narrowed_by_the_lamp_that_its_rows_show(office: make.Office) -> None:
    for day in (9, 25, 26, 27, 28):
        make.accepted(office, moment=make.at(2026, 2, day))
    for on in (MONDAY.date(), date(2026, 3, 6), date(2026, 3, 9)):
        shown = organ_desk("SCJG", "", on=on, pile=Pile.OPEN).rows
        for lamp in Lamp:
            narrowed = Narrowed.read({"lamp": lamp}, set())
            found = organ_desk("SCJG", "", on=on, pile=Pile.OPEN, narrowed=narrowed).rows
            assert found == tuple(row for row in shown if row.due and row.due.lamp is lamp), (on, lamp)


def test_what_is_urged_paused_or_wants_a_second_signature_has_a_pile(office: make.Office) -> None:
    item, paused, proposed = (make.items(make.accepted(office, moment=MONDAY))[FOOD] for _ in range(3))
    make.reviewed(office, proposed, moment=MONDAY)
    ItemCase.objects.filter(id=item.id).update(urged=1)  # 督办 comes from a room that stands above
    ItemCase.objects.filter(id=paused.id).update(state=State.PAUSED)
    chu, li = "chu", office.reviewers["SCJG"].id

    def pile(which: Pile, *people: str, need: int = 1) -> set[UUID]:
        sitting = Sitting(people=people, cosigners={FOOD: need})
        return {row.id for row in organ_desk("SCJG", "", sitting=sitting, on=MONDAY.date(), pile=which).rows}

    assert pile(Pile.URGED) == {item.id}
    assert pile(Pile.PAUSED) == {paused.id}
    assert pile(Pile.TODO, chu) == {item.id}
    assert pile(Pile.COSIGN, chu) == {proposed.id}
    assert pile(Pile.COSIGN, li) == set(), "who reviewed gives no second signature"
    ItemCase.objects.filter(id=proposed.id).update(cosigned_by=[chu])
    assert pile(Pile.COSIGN, "third") == set()
    assert pile(Pile.COSIGN, "third", need=2) == {proposed.id}
    assert pile(Pile.COSIGN, chu, need=2) == set()


def test_search_finds_by_number_by_part_of_it_and_by_name(
    reviewer: Client, window: Client, office: make.Office
) -> None:
    case_id = make.accepted(office, moment=MONDAY, form={"applicant_name": "海岸线餐饮"})
    other = make.accepted(office, moment=MONDAY, form={"applicant_name": "老崂山酒楼"})
    number = str(make.case(case_id).number)
    for client, desk in ((reviewer, "/organ/"), (window, "/window/")):
        for words in (number, f"{number}-01", "海岸线", number[-6:]):
            page = client.get(desk, {"q": words}).content.decode()
            assert number in page, words
            assert str(make.case(other).number) not in page, words
        assert "没有找到" in client.get(desk, {"q": "没有这家店"}).content.decode()


def test_the_windows_trays(window: Client, office: make.Office, received: UUID) -> None:
    doubted = make.filed(moment=MONDAY)
    point = {"target": "premises_address", "problem": "没有门牌号", "remedy": "补写"}
    add_point(doubted, make.items(doubted)[FOOD].id, who=office.window, at=MONDAY, **point)
    issue_supplement(doubted, who=office.window, at=MONDAY)
    draft = make.draft(moment=MONDAY, by=office.window)

    def tray(name: str) -> str:
        return window.get("/window/", {"tray": name}).content.decode()

    assert str(received) in tray("answer")
    assert str(doubted) in tray("supplement")
    assert str(received) not in tray("supplement")
    assert str(received) in tray("all")
    assert str(draft) in tray("drafts")
    assert str(draft) in window.get("/window/new").content.decode()


def test_an_empty_desk_says_so(office: make.Office) -> None:
    fire = signed_in(office.reviewers["XFJY"])
    assert "没有待办的事项" in fire.get("/organ/").content.decode()
    assert "没有等待答复受理的申请" in signed_in(office.window).get("/window/").content.decode()
