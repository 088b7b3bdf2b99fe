"""What a proposal changes is told article by article, in the words of the thing itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.catalogue.plain_entries import entries
from yizheng.catalogue.editing.comparing import Change, Piece, compare, marked
from yizheng.catalogue.editing.words import Words


def changes(kind: str, code: str, edit: Callable[[Any], Any]) -> list[Change]:
    before, after = entries(), entries()
    edit(after[kind][code])
    return list(compare(kind, before[kind][code], after[kind][code], Words(before), Words(after)))


def clinic(edit: Callable[[Any], Any]) -> list[Change]:
    return changes("items", "ANIMAL_CLINIC", edit)


def pet_hospital(edit: Callable[[Any], Any]) -> list[Change]:
    return changes("industries", "PET_HOSPITAL", edit)


def test_what_is_the_same_is_not_told() -> None:
    known = entries()
    words = Words(known)
    assert not [
        compare(kind, raw, raw, words, words)
        for kind in known
        for raw in known[kind].values()
        if compare(kind, raw, raw, words, words)
    ]


def test_a_requirement_is_told_with_item_material_and_the_words_that_change() -> None:
    (change,) = clinic(lambda item: item["materials"][5].update(requirement="标出诊室、出入口和医疗废物暂存处"))
    assert change.where == ("动物诊疗许可证核发", "申请材料", "经营场所平面图（一张图，各部门各看一层）", "要求")
    assert change.what == "changed"
    assert Piece("del", "、手术室、住院区") in change.pieces


def test_a_limit_is_told_in_days() -> None:
    (change,) = clinic(lambda item: item["promised"][0]["term"].update(n=4))
    assert change.where[1:] == ("承诺时限", "受理后4个工作日", "多久")
    assert (change.was, change.now) == ("5个工作日", "4个工作日")


def test_a_permit_without_end_is_told_to_hold_for_long() -> None:
    (change,) = clinic(lambda item: item["validity"].update(years=5))
    assert (change.was, change.now) == ("长期", "5")


def test_a_rule_is_told_as_a_sentence() -> None:
    (change,) = pet_hospital(
        lambda it: it["items"][1].update(
            when={"all": [{"question": "q_xray", "equals": True}, {"question": "q_pet_kind", "equals": "hospital"}]}
        )
    )
    assert change.where == ("宠物医院", "事项", "辐射安全许可", "什么时候要办")
    assert (change.was, change.now) == (
        "“有X光机、CT吗？”答“是”",
        "“有X光机、CT吗？”答“是”，并且“您开的是哪一种？”选“宠物医院”",
    )


def test_a_row_that_comes_or_goes_is_told_whole() -> None:
    row = {"kind": "warning", "when": {}, "text": "先装修后办证的，请先问一问。"}
    came, went = pet_hospital(lambda it: (it["advice"].append(row), it["advice"].pop(0)))
    assert (came.what, went.what) == ("added", "removed")
    assert came.where == ("宠物医院", "提醒和劝导", "先装修后办证的，请先问一问。")
    assert [(fact.where[-1], fact.text) for fact in came.facts] == [
        ("哪一种", "提醒"), ("对谁说", "人人（不加条件）"), ("怎么说", "先装修后办证的，请先问一问。"),
    ]  # fmt: skip
    assert went.was.startswith("只卖宠物、洗澡")


def test_a_row_that_is_moved_is_said_to_be_moved_and_nothing_else() -> None:
    (change,) = pet_hospital(lambda it: it["questions"].insert(0, it["questions"].pop(3)))
    assert (change.what, change.was, change.now) == ("moved", "第4个", "第1个")
    assert change.where[-1] == "店里的污水排进市政下水道吗？"


def test_a_condition_that_is_rewritten_is_not_taken_for_another() -> None:
    (change,) = clinic(lambda item: item["conditions"][1].update(text="有与诊疗相适应的执业兽医两名以上"))
    assert (change.what, change.where[-1]) == ("changed", "条件")
    assert change.pieces == (Piece("same", "有与诊疗相适应的执业兽医"), Piece("ins", "两名以上"))


def test_the_same_row_twice_is_matched_once_each() -> None:
    (change,) = pet_hospital(lambda it: it["items"].append({**it["items"][0], "why": "另一种情形也要办。"}))
    assert change.what == "added"


def test_a_list_of_names_tells_which_come_and_go() -> None:
    (change,) = pet_hospital(lambda it: it["inspection"].remove("SEWER"))
    assert change.pieces[-1] == Piece("del", "排水许可")
    assert change.where == ("宠物医院", "联合核查的事项")


def test_a_part_that_comes_or_goes_is_told_whole() -> None:
    rule = {"closes": {"n": 30, "unit": "cal"}, "basis": ["行政许可法 50"]}
    (came,) = clinic(lambda item: item.update(renewal_window=rule))
    assert (came.what, came.where[-1]) == ("added", "延续的时间")
    (went,) = clinic(lambda item: item.pop("change"))
    assert (went.what, went.where[-1]) == ("removed", "变更的规则")


def test_an_entry_that_comes_or_goes_is_told_whole() -> None:
    known = entries()
    words, entry = Words(known), known["industries"]["PET_HOSPITAL"]
    (came,), (went,) = (
        compare("industries", None, entry, words, words),
        compare("industries", entry, None, words, words),
    )
    assert (came.what, went.what) == ("added", "removed")
    assert came.now == went.was == "宠物医院"
    assert len(came.facts) > 50


def test_texts_with_little_in_common_are_told_one_after_the_other() -> None:
    assert marked("有执业兽医", "没有医疗废物处理合同的不能开业") == ()
    assert marked("", "新的") == ()


@given(st.text("甲乙丙，。ab1 ", max_size=30), st.text("甲乙丙，。ab1 ", max_size=30))
def test_what_is_marked_gives_both_texts_back(was: str, now: str) -> None:
    pieces = marked(was, now)
    if pieces:
        assert "".join(each.text for each in pieces if each.op != "ins") == was
        assert "".join(each.text for each in pieces if each.op != "del") == now


@pytest.mark.parametrize(
    "raw", [{}, {"name": "新行业"}, {"items": [{}], "order": [{}], "questions": [{"options": [{}]}]}]
)
def test_what_is_half_written_can_be_compared(raw: Any) -> None:
    known = entries()
    assert compare(
        "industries", known["industries"]["KTV"], raw, Words(known), Words({**known, "industries": {"NEW": raw}})
    )
    assert compare(
        "items", {"statutory": [{}], "extension": {"n": "x"}}, {"changes": [{"on": "明天"}]}, Words(known), Words({})
    )


def test_a_rule_over_what_is_not_there_is_said_so() -> None:
    words = Words(entries())
    assert words.rule({"question": "q_none", "equals": True}) == "要看没有的问题、答案或者事项：q_none"
    assert words.rule({"question": "q_area", "at_least": "NO_FIGURE"}) == "要看一个没有的数值标准：NO_FIGURE"
    assert words.rule({"never": True}) == "没有人"
