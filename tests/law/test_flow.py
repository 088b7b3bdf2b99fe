"""The flow charts: the internal one says what the table of transitions says, the other what the catalogue says."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from tests.published import assessed, catalogue
from yizheng.law.flow import Chart, inside, outside, steps
from yizheng.law.guide import guide_of, own_items
from yizheng.law.transitions import TRANSITIONS
from yizheng.law.words import State, Verb

WORKING = inside(TRANSITIONS)


def applying(industry: str) -> Chart:
    return outside(guide_of(catalogue().industries[industry], catalogue()).items)


def titles(chart: Chart) -> list[str]:
    return [card.title for card in chart.cards]


def test_every_line_of_the_table_is_in_the_internal_chart_once_and_nothing_else() -> None:
    drawn = [line for row in WORKING.rows for line in row.lines]
    assert Counter(drawn) == Counter(TRANSITIONS)


def test_a_row_says_of_each_of_its_lines_the_verb_by_whom_with_which_paper_and_where_it_leads() -> None:
    for row in WORKING.rows:
        for line in row.lines:
            assert row.text == line.verb.label
            assert all(role.label in row.note for role in line.by)
            assert (line.paper.TITLE if line.paper else "不用文书") in row.note
            assert row.to == ("" if line.to == line.from_ else line.to.value)
            assert row.then == ("" if line.to == line.from_ else line.to.label)


def test_every_row_stands_in_the_card_of_its_state_or_in_one_that_names_it() -> None:
    for card in WORKING.cards:
        for line in (line for row in card.rows for line in row.lines):
            assert line.from_.value == card.key or line.from_.label in card.note


def test_every_state_is_a_card_and_a_wire_leads_to_each_from_every_row_that_names_it() -> None:
    keys = {card.key: card for card in WORKING.cards}
    assert {state.value for state in State} <= keys.keys()
    led = {(key, row, target) for wire in WORKING.wires for key, row in wire.sources for target in wire.targets}
    assert led == {(card.key, at, row.to) for card in WORKING.cards for at, row in enumerate(card.rows) if row.to}


def test_a_line_more_or_less_in_the_table_changes_the_chart() -> None:
    other = inside([line for line in TRANSITIONS if line.verb != Verb.COSIGN])
    assert "会签" not in [row.text for row in other.rows]
    moved = inside([replace(line, to=State.PROPOSED) if line.verb == Verb.CLAIM else line for line in TRANSITIONS])
    assert moved != WORKING


def test_what_comes_earlier_on_the_way_stands_higher() -> None:
    order = [card.key for card in WORKING.cards]
    way = [State.DRAFT, State.SUBMITTED, State.SUPPLEMENTING, State.SUPPLIED, State.REVIEWING, State.TO_VISIT]
    way += [State.VISITED, State.PROPOSED, State.GRANTED]
    assert [key for key in order if key in {state.value for state in way}] == [state.value for state in way]


def test_the_applicant_sees_receipt_acceptance_items_decision_service_and_licence_in_this_order() -> None:
    chart = applying("RESTAURANT")
    assert [title[0] for title, _ in steps(chart)] == list("①②③④⑤⑥")
    shown = [title for title in titles(chart) if title[0] not in "①②③④⑤⑥"]
    assert shown[:2] == ["材料不齐的，您一次补齐", "补齐以后，窗口再核对"]
    assert "食品经营许可（餐饮）" in shown


def test_every_item_says_organ_promise_visit_hearing_commitment_and_for_whom() -> None:
    cards = {card.title: card for card in applying("KTV").cards}
    heard = [row.text + row.note for row in cards["娱乐经营许可"].rows]
    assert heard[0] == "青岛高新区宣传文化和体育部承诺受理后10个工作日"
    assert "要听证" in heard[1]
    assert "上门看一次" in heard[1]
    assert "可以告知承诺" in cards["消防安全检查"].rows[1].note
    assert cards["娱乐经营许可"].note == "都要办"
    assert cards["大型户外广告"].note == "按您的回答，有的店要办"


def test_whoever_waits_says_for_what_and_stands_below_it() -> None:
    chart = applying("KTV")
    rows = [row.text for card in chart.cards if card.title == "娱乐经营许可" for row in card.rows]
    assert rows[2:] == ["等“消防安全检查”办完才能决定", "等“公共场所卫生许可”办完才能决定"]
    order = titles(chart)
    assert order.index("娱乐经营许可") > order.index("公共场所卫生许可")


def test_items_stand_in_waiting_order_whatever_the_order_of_the_industry() -> None:
    items = guide_of(catalogue().industries["KTV"], catalogue()).items
    order = titles(outside(items[::-1]))
    assert order.index("娱乐经营许可") > order.index("消防安全检查")


def test_the_papers_of_the_applicants_chart_are_those_of_the_table() -> None:
    drawn = [(row, line) for row in applying("HOTEL").rows for line in row.lines]
    assert {line.verb for _, line in drawn} >= {
        Verb.FILE,
        Verb.ACCEPT,
        Verb.SUPPLEMENT,
        Verb.LAPSE,
        Verb.GRANT,
        Verb.SERVE,
    }
    assert all(line in TRANSITIONS and line.paper and f"《{line.paper.TITLE}》" in row.note for row, line in drawn)


def test_one_person_sees_only_their_items_as_they_are_handled_for_them() -> None:
    assessment = assessed("RESTAURANT")
    cards = {card.title: card for card in outside(own_items(assessment, catalogue())).cards}
    shown = {each.short for each in guide_of(assessment.industry, catalogue()).items} & cards.keys()
    assert shown == {each.item.short for each in assessment.items}
    fire = [row.text + row.note for row in cards["消防安全检查"].rows]
    assert fire == ["青岛高新区消防救援大队承诺受理后1个工作日", "行政许可、发证后抽查、告知承诺"]


def test_nobody_waits_for_what_they_do_not_apply_for() -> None:
    items = own_items(assessed("NETBAR"), catalogue())
    shorts = {each.short for each in items}
    assert all(first in shorts for each in items for first, _ in each.waits_for)


def test_who_comes_is_told_for_the_person_alone() -> None:
    visits = {each.visit for each in own_items(assessed("SUPERMARKET"), catalogue())}
    assert visits == {"上门看一次", "发证后抽查"}
    assert [each.visit for each in own_items(assessed("CONVENIENCE"), catalogue())] == ["不上门"]


def test_a_single_permit_makes_no_comprehensive_licence() -> None:
    items = guide_of(catalogue().industries["KTV"], catalogue()).items[:1]
    assert steps(outside(items))[-1] == ("⑥ 领证、亮证", "只有一项许可，发法定许可证")


@pytest.mark.parametrize("industry", sorted(catalogue().industries))
def test_every_industry_has_its_chart_with_wires_between_cards_that_are_there(industry: str) -> None:
    chart = applying(industry)
    keys = {card.key for card in chart.cards}
    assert len(keys) == len(chart.cards)
    for wire in chart.wires:
        assert {key for key, _ in wire.sources} | set(wire.targets) <= keys
