"""Every part of every entry is a form that gives back what it shows, and says in plain Chinese what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.catalogue.plain_entries import entries
from yizheng.catalogue.editing.anatomy import Raw, shapes
from yizheng.catalogue.editing.boxes import Box, Boxes
from yizheng.catalogue.editing.naming import KINDS
from yizheng.catalogue.editing.part_form import asked, filled
from yizheng.catalogue.editing.part_reading import read
from yizheng.catalogue.editing.parts import (
    NoSuchPart,
    found_again,
    list_of,
    listed,
    missing,
    models,
    row_of,
    with_row,
    with_row_moved,
    with_scalars,
    without_row,
)
from yizheng.catalogue.editing.rule_form import stepped
from yizheng.catalogue.editing.words import Words, facts
from yizheng.law.items import (
    Advice,
    FieldSpec,
    Industry,
    Item,
    ItemUse,
    Material,
    MaterialUse,
    Organ,
    Question,
    ReviewPoint,
)
from yizheng.law.law_changes import LawChange

ENTRIES = entries()
WORDS = Words(ENTRIES)
PET = ENTRIES["industries"]["PET_HOSPITAL"]
CLINIC = ENTRIES["items"]["ANIMAL_CLINIC"]


def parts(of: type, raw: Raw) -> Iterator[tuple[type, Raw]]:
    yield of, raw
    for each in shapes(of):
        if each.apart and each.of:
            for row in raw.get(each.name, ()):
                yield each.of, row


@pytest.mark.parametrize("kind", KINDS)
def test_every_form_sent_unchanged_changes_nothing(kind: str) -> None:
    for code, entry in ENTRIES[kind].items():
        words = WORDS.within(kind, entry)
        for of, raw in parts(KINDS[kind], entry):
            names = {each.name for each in asked(of)}
            form = filled(of, raw, words)
            assert read(of, form, words) == ({k: v for k, v in raw.items() if k in names}, {}), (kind, code)
            assert sent(Boxes(form, words, {}).grouped(of)) == {k: v for k, v in form.items() if any(v)}


def sent(grouped: list[tuple[str, tuple[Box, ...]]]) -> dict[str, list[str]]:
    """What a browser would send of these boxes, without what stands empty."""
    form: dict[str, list[str]] = {}
    for box in (box for _, boxes in grouped for box in boxes):
        form |= _sent(box)
    return {name: values for name, values in form.items() if any(values)}


def _sent(box: Box) -> dict[str, list[str]]:
    form: dict[str, list[str]] = {}
    for inner in (*box.inner, *(each for row in box.rows for each in row)):
        form |= _sent(inner)
    if box.way == "part":
        return {**form, **({f"{box.name}.there": ["on"]} if box.there else {})}
    if box.way == "rows":
        kept = {f"{box.name}.{place}.kept": [text] for place, text in enumerate(box.kept)}
        return {**form, **kept, f"{box.name}.n": [str(len(box.rows))]}
    if box.way == "term":
        return form
    if box.rule:
        return _sent_rule(box.rule)
    return {box.name: list(box.chosen)} if box.way in ("codes", "bool") else {box.name: [box.value]}


def _sent_rule(rule: Any) -> dict[str, list[str]]:
    form = {f"{rule.name}.join": [rule.join], f"{rule.name}.n": [str(len(rule.rows))]}
    for row in rule.rows:
        kind = row.kind if row.kind in ("group", "item") else "question"
        form |= {f"{row.name}.is": [kind], f"{row.name}.code": [row.code], f"{row.name}.test": [row.test]}
        form |= {f"{row.name}.value": list(row.chosen) or [row.value], f"{row.name}.figure": [row.figure]}
        form |= _sent_rule(row.group) if row.group else {}
    return form


def faults(of: type, form: dict[str, list[str]], *, draft: bool = False) -> list[str]:
    return list(read(of, form, WORDS, draft=draft)[1].values())


def test_a_box_left_empty_is_asked_for_by_its_name() -> None:
    assert "请填写“为什么要办”。" in faults(ItemUse, {"item": ["SEWER"]})


def test_a_draft_may_be_half_finished() -> None:
    data, wrong = read(Industry, {"name": ["宠物医院"]}, WORDS, draft=True)
    assert (data, wrong) == ({"name": "宠物医院", "code": "CHONG_WU_YI_YUAN"}, {})
    assert missing(Industry, data)[:3] == ["日常叫法", "搜索词", "国民经济行业分类代码"]
    half = {**data, "overall": {"start": "accept"}}
    assert "总承诺时限的多久" in missing(Industry, half)


@pytest.mark.parametrize(
    ("of", "form", "sentence"),
    [
        (ItemUse, {"item": ["食品经营许可"]}, "有几个事项都像“食品经营许可”"),
        (ItemUse, {"item": ["修自行车"]}, "没有叫“修自行车”的事项"),
        (ItemUse, {"item": ["SEWER"], "basis": ["食品安全法35"]}, "例如：食品安全法 35"),
        (ItemUse, {"item": ["SEWER"], "basis": ["某某法 3"]}, "没有登记这部法"),
        (Material, {"max_megabytes": ["20兆"]}, "“最大多少兆”请只填整数"),
        (Material, {"source": ["magic"]}, "“从哪里来”请从列出的里面选。"),
        (FieldSpec, {"minimum": ["三"]}, "“最小数”请只填数字"),
        (FieldSpec, {"filled_from": ["没有的问题"]}, "没有叫“没有的问题”的问题"),
        (Industry, {"overall.there": ["on"], "overall.term.n": ["五"]}, "“多久”请只填整数"),
        (Industry, {"overall.there": ["on"], "overall.term.n": ["5"], "overall.term.unit": ["y"]}, "请选单位"),
        (Item, {"section": ["没有这个科"]}, "没有叫“没有这个科”的科室"),
    ],
)
def test_what_is_wrong_is_said_with_what_to_do(of: type, form: dict[str, list[str]], sentence: str) -> None:
    assert any(sentence in each for each in faults(of, form, draft=True))


def test_a_day_is_a_day() -> None:
    form = {"on": ["2027-01-01"], "bearing": ["worse"], "text": ["要三名执业兽医。"], "basis": ["动物防疫法 61"]}
    assert read(LawChange, form, WORDS)[0]["on"] == "2027-01-01"
    assert "写成 2026-07-01 这样" in faults(LawChange, {**form, "on": ["明年"]})[0]


def test_a_name_is_enough_to_pick_by() -> None:
    for typed, code in (("xiaofanganquan", "FIRE_OPEN"), ("第二类医疗器械", "DEVICE_II"), ("网吧筹建", "NETBAR_1")):
        assert read(ItemUse, {"item": [typed], "why": ["要办。"]}, WORDS)[0].get("item") == code, typed
    assert read(ItemUse, {"item": ["动物诊疗"], "why": ["要办。"]}, WORDS)[0]["item"] == "ANIMAL_CLINIC"
    assert (
        read(MaterialUse, {"material": ["营业执照"], "basis": ["行政许可法 31"]}, WORDS)[0]["material"] == "M_LICENCE"
    )


def test_codes_are_made_from_what_is_said() -> None:
    form = {
        "ask": ["有X光机吗？"], "kind": ["choice"], "options.n": ["4"], "options.0.label": ["有"],
        "options.1.label": ["有"], "options.3.label": ["没有"],
    }  # fmt: skip
    data, wrong = read(Question, form, WORDS, taken={"code": {"q_you_x_guang_ji_ma"}})
    assert not wrong
    assert data["code"] == "q_you_x_guang_ji_ma_2"
    assert [option["value"] for option in data["options"]] == ["you", "you_2", "mei_you"]
    point, _ = read(ReviewPoint, {"text": ["齐全"], "basis": ["行政许可法 34"]}, WORDS, taken={"code": {"AC1", "AC5"}})
    assert point["code"] == "AC6"
    organ, _ = read(Organ, {"short": ["市场监管部"]}, WORDS, draft=True, taken={"code": set()})
    assert organ["code"] == "SCJGB"


def test_an_empty_row_is_added_to_be_filled_in() -> None:
    form = stepped(filled(Question, PET["questions"][0], WORDS), "more options")
    (box,) = (box for _, boxes in Boxes(form, WORDS, {}).grouped(Question) for box in boxes if box.name == "options")
    assert len(box.rows) == 4
    assert "options.3.chosen_when" not in {each.name for each in box.rows[3]}
    assert read(Question, form, WORDS)[0]["options"] == PET["questions"][0]["options"]


def test_what_a_row_says_beyond_its_form_is_kept() -> None:
    raw = {**PET["questions"][0], "options": [{"value": "a", "label": "甲", "chosen_when": {"item": "SEWER"}}]}
    form = filled(Question, raw, WORDS)
    assert read(Question, form, WORDS)[0]["options"] == raw["options"]
    assert read(Question, {**form, "options.0.kept": ["[broken"]}, WORDS)[0]["options"] == [
        {"value": "a", "label": "甲"}
    ]


def test_what_is_ticked_keeps_its_order_and_what_is_new_comes_last() -> None:
    form = {
        "shared_fields": ["credit_code", "agent_name", "applicant_name"],
        "shared_fields.before": ["applicant_name credit_code"],
    }
    assert read(Industry, form, WORDS, draft=True)[0]["shared_fields"] == [
        "applicant_name",
        "credit_code",
        "agent_name",
    ]


def test_a_row_is_written_added_moved_and_taken_out() -> None:
    assert [row.title for row in listed("industries", PET, WORDS)[1].rows][:2] == ["动物诊疗许可", "辐射安全许可"]
    assert with_row(PET, "items", None, {"item": "X"})["items"][-1] == {"item": "X"}
    assert with_row(PET, "items", 0, {"item": "X"})["items"][0] == {"item": "X"}
    assert with_row_moved(PET, "items", 0, 1)["items"][1] == PET["items"][0]
    assert with_row_moved(PET, "items", 0, -1) == PET
    assert "order" not in without_row(PET, "order", 0)
    assert len(without_row(PET, "items", 0)["items"]) == 4


def test_the_form_of_an_entry_leaves_its_lists_and_its_code_alone() -> None:
    read_, _ = read(Industry, {**filled(Industry, PET, WORDS), "name": ["动物医院"]}, WORDS)
    written = with_scalars("industries", PET, {key: value for key, value in read_.items() if key != "code"})
    assert written == {**PET, "name": "动物医院"}


@pytest.mark.parametrize(("name", "place"), [("items", 99), ("nothing", 0), ("items", -1)])
def test_a_row_that_is_not_there_is_said_not_to_be(name: str, place: int) -> None:
    with pytest.raises(NoSuchPart):
        row_of(PET, name, place)


@pytest.mark.parametrize("name", ["name", "overall", "nothing"])
def test_what_is_no_list_has_no_rows(name: str) -> None:
    with pytest.raises(NoSuchPart):
        list_of("industries", name)


def test_a_row_is_found_again_where_somebody_else_moved_it() -> None:
    moved = with_row_moved(PET, "items", 0, 2)
    assert found_again(moved, "items", ItemUse, PET["items"][0]) == 2
    assert (
        found_again(
            with_row(moved, "items", 2, {**PET["items"][0], "why": "别的话"}), "items", ItemUse, PET["items"][0]
        )
        == 2
    )
    assert found_again(without_row(PET, "items", 0), "items", ItemUse, PET["items"][0]) is None


def test_a_new_row_may_begin_as_a_copy_of_what_another_industry_has() -> None:
    titles = [title for title, _ in models(ENTRIES, "industries", "questions", WORDS)]
    assert len(titles) == len(set(titles))
    assert any(title.startswith("是请别人替您来办吗？") for title in titles)


def test_nothing_unseen_gets_into_the_catalogue() -> None:
    data, _ = read(Advice, {"text": ["请\x00先\x1b问\r\n一问"], "kind": ["stop"]}, WORDS)
    assert data["text"] == "请先问\n一问"


def test_a_part_that_is_not_wanted_is_left_out() -> None:
    form = filled(Item, CLINIC, WORDS)
    del form["change.there"]
    assert "change" not in read(Item, form, WORDS)[0]


KINDS_OF_PARTS = (Industry, Item, Question, ItemUse, MaterialUse, FieldSpec, Organ, Advice)
STRANGE = (
    "",
    "x",
    "-1",
    "9" * 5000,
    "٣",
    "on",
    "all",
    "not_any",
    "question",
    "group",
    "is",
    "\x00",
    "[]",
    "{}",
    "a b",
    "{",
)


@given(st.data())
@settings(max_examples=150)
def test_whatever_is_sent_is_read_or_refused_and_never_breaks(data: st.DataObject) -> None:
    of = data.draw(st.sampled_from(KINDS_OF_PARTS))
    boxes = list(filled(of, {}, WORDS)) + [f"{each.name}.0.join" for each in asked(of)]
    form = data.draw(st.dictionaries(st.sampled_from(boxes), st.lists(st.sampled_from(STRANGE), max_size=2)))
    do = data.draw(st.sampled_from(("add", "drop", "more", ""))) + " " + data.draw(st.sampled_from([*boxes, "x.1"]))
    worked = stepped(form, do)
    read_, wrong = read(of, worked, WORDS, draft=True)
    assert Boxes(worked, WORDS, wrong).grouped(of)
    assert isinstance(facts(of, read_, WORDS), tuple)
