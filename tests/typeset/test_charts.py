"""A chart on the sheet: nothing overlaps, every word stands within its card, pieces fit their pages."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

import pytest

from tests.published import catalogue
from yizheng.law.flow import Card, Chart, Row, Wire, inside, outside
from yizheng.law.guide import guide_of
from yizheng.law.transitions import TRANSITIONS
from yizheng.typeset.charts import balanced, pieces, svg
from yizheng.typeset.charts.layout import BIG, SMALL, WIDTH, broken, layout
from yizheng.typeset.lines import width

INSIDE = inside(TRANSITIONS)
CHARTS = [INSIDE, *(outside(guide_of(each, catalogue()).items) for each in catalogue().industries.values())]


@pytest.mark.parametrize("chart", CHARTS, ids=range(len(CHARTS)))
def test_cards_stand_below_each_other_and_every_word_within_its_card(chart: Chart) -> None:
    made = layout(chart)
    for above, below in pairwise(made.boxes):
        assert above.y + above.height < below.y
    for box in made.boxes:
        for words in box.words:
            long = width(words.text) * (BIG if words.kind in ("title", "text") else SMALL)
            start = words.x - long if words.end else words.x
            assert box.x < start
            assert start + long <= box.x + box.width, words.text
            assert box.y < words.y < box.y + box.height
    assert made.boxes[-1].y + made.boxes[-1].height <= made.height


@pytest.mark.parametrize("chart", CHARTS, ids=range(len(CHARTS)))
def test_no_two_wires_share_a_stretch_of_a_lane_and_none_leaves_the_sheet(chart: Chart) -> None:
    made = layout(chart)
    for one, other in combinations(made.runs, 2):
        if (one.side, one.lane) == (other.side, other.lane):
            assert one.ends[1] < other.ends[0] or other.ends[1] < one.ends[0]
    assert 0 < made.left < made.right < WIDTH


def test_every_wire_leads_to_the_card_it_names() -> None:
    heads = {box.card.key: box.head for box in layout(INSIDE).boxes}
    ends = {height for run in layout(INSIDE).runs for height in run.targets}
    assert ends == {heads[target] for wire in INSIDE.wires for target in wire.targets}


def test_the_drawing_holds_every_row_and_neither_style_nor_script() -> None:
    drawn = svg(INSIDE, "flow")
    assert [row.text for row in INSIDE.rows if f">{row.text}</text>" not in drawn] == []
    assert 'role="img"' in drawn
    assert f'<title id="flow-title">{INSIDE.title}</title>' in drawn
    assert not re.search(r"style|script|\son\w+=", drawn)


def test_what_a_name_holds_is_never_taken_for_markup() -> None:
    chart = Chart("<b>", "&", (Card("a", "<script>"), Card("b", "x", (Row("&amp;", to="a"),))), ())
    assert "<script>" not in svg(chart, "x")


@pytest.mark.parametrize("tallest", [300.0, 700.0, 1000.0])
def test_pieces_for_print_are_never_too_tall_and_are_the_whole_together(tallest: float) -> None:
    cut = pieces(INSIDE, tallest)
    assert all(piece.height <= tallest for piece in cut)
    assert sum(piece.height for piece in cut) == pytest.approx(layout(INSIDE).height)


def test_a_chart_stands_in_pairs_of_pieces_as_few_as_can_be_read() -> None:
    assert {len(balanced(chart)) for chart in CHARTS} == {2}
    assert len(balanced(INSIDE, 1100)) == 6
    assert max(piece.height for piece in balanced(INSIDE, 1100)) < 1100


def test_a_wire_back_up_stands_at_the_left_and_one_may_lead_both_ways() -> None:
    cards = (Card("a", "a"), Card("b", "b", (Row("x", to="b"),)), Card("c", "c", (Row("y", to="b"),)))
    runs = layout(Chart("", "", cards, (Wire((("a", -1), ("c", 0)), ("b",)),))).runs
    assert sorted(run.side for run in runs) == ["left", "right"]


def test_no_line_begins_with_a_closing_sign() -> None:
    assert list(broken("一二三四，五六", 4)) == ["一二三四，", "五六"]
    assert list(broken("", 4)) == []
