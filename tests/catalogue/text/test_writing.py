"""The canonical text: one text for one content, and back again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.catalogue.small import write
from tests.catalogue.text.test_layout import WORDS
from tests.published import REGULATIONS, catalogue
from yizheng.catalogue.text.reading import dump, plain_entries, read_entries, read_folder, read_texts, texts_in
from yizheng.catalogue.text.writing import canonical, texts_of, untidy
from yizheng.law.items import Catalogue


def back(known: Catalogue) -> Catalogue:
    """What is read from its canonical texts."""
    return read_texts({name: text.encode() for name, text in canonical(known).items()}).catalogue()


def test_the_regulations_of_the_house_are_canonical() -> None:
    odd = list(untidy(REGULATIONS, catalogue()))
    assert not odd, f"run `yizheng tidy`: {odd}"
    assert set(canonical(catalogue())) == set(texts_in(REGULATIONS))


def test_writing_and_reading_changes_neither_the_catalogue_nor_its_published_text() -> None:
    same = back(catalogue())
    assert same == catalogue()
    assert dump(same) == dump(catalogue())
    assert canonical(same) == canonical(catalogue())


def test_another_order_and_another_style_give_the_same_text(tmp_path: Path) -> None:
    folder = write(tmp_path)
    tidy = canonical(read_folder(folder.path).catalogue())
    folder.change("laws.yaml", "- {short: 方案, title: 改革方案, level: 市政府文件}\n", "")
    laws = (tmp_path / "laws.yaml").read_text(encoding="utf-8")
    (tmp_path / "laws.yaml").write_text(
        f"- level: '市政府文件'\n  title: 改革方案\n  short: 方案\n{laws}", encoding="utf-8"
    )
    folder.change("fields.yaml", "kind: text", "kind: text\n  required: true  # said needlessly")
    assert canonical(read_folder(folder.path).catalogue()) == tidy


def test_laws_stand_from_the_highest_level_down_and_fields_under_their_groups(tmp_path: Path) -> None:
    folder = write(tmp_path)
    folder.change("laws.yaml", "level: 市政府文件", "level: 行政法规")
    folder.change("fields.yaml", "label: 店名\n  kind: text\n  group: 店", "label: 店名\n  kind: text\n  group: 铺")
    texts = canonical(read_folder(folder.path).catalogue())
    assert texts["laws.yaml"].index("行政许可法") < texts["laws.yaml"].index("方案")
    lines = texts["fields.yaml"].splitlines()
    assert [line for line in lines if line.startswith(("# ----", "- code"))] == [
        "# ---- 店 ----", "- code: size", "# ---- 铺 ----", "- code: shop",
    ]  # fmt: skip


def test_a_file_without_entries_is_an_empty_list() -> None:
    texts = texts_of({"zone": plain_entries(catalogue())["zone"]})
    assert texts["laws.yaml"].endswith("\n[]\n")
    assert set(texts) == {"zone.yaml", "laws.yaml", "organs.yaml", "thresholds.yaml", "fields.yaml", "materials.yaml"}


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_no_words_of_a_law_a_field_or_an_item_are_lost_on_the_way(data: st.DataObject) -> None:
    known = catalogue()

    def draw() -> str:
        return data.draw(WORDS.filter(printable))

    law = replace(known.laws["消防法"], title=draw(), level=draw())
    spec = replace(known.fields["opening_date"], group=draw(), help=draw())
    item = known.items["TOBACCO"]
    item = replace(item, notes=(draw(), draw()), conditions=(replace(item.conditions[0], text=draw()),))
    other = replace(
        known, laws={law.short: law}, fields={spec.code: spec}, items={item.code: item},
        organs={}, thresholds={}, materials={}, industries={},
    )  # fmt: skip
    same = back(other)
    assert same == other
    assert canonical(same) == canonical(other)
    assert read_entries(plain_entries(other)).catalogue() == other


def printable(text: str) -> bool:
    """Whether an entry may hold it: no control characters but the end of a line and the tabulator."""
    return all(mark in "\n\t\x85" or not (ord(mark) < 32 or 127 <= ord(mark) < 160) for mark in text)
