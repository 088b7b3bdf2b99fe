"""What texts make different in the entries of a catalogue."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.catalogue.small import Folder, write
from yizheng.catalogue.text.faults import CatalogueFaulty
from yizheng.catalogue.text.reading import plain_entries, read_folder, texts_in
from yizheng.catalogue.text.uploading import changes_in


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return write(tmp_path)


@pytest.fixture
def entries(folder: Folder) -> dict[str, dict[str, Any]]:
    return plain_entries(read_folder(folder.path).catalogue())


def test_the_same_texts_change_nothing(folder: Folder, entries: dict[str, dict[str, Any]]) -> None:
    assert changes_in(texts_in(folder.path), entries, whole=True) == {}
    assert changes_in(texts_in(folder.path), entries, whole=False) == {}


def test_only_what_differs_is_changed(folder: Folder, entries: dict[str, dict[str, Any]]) -> None:
    folder.change("items/tea.yaml", "TEA\nname: 茶馆许可", "TEA\nname: 茶楼许可")
    texts = texts_in(folder.path)
    for whole, sent in ((True, texts), (False, {"items/tea.yaml": texts["items/tea.yaml"]})):
        changed = changes_in(sent, entries, whole=whole)
        assert changed == {("items", "TEA"): entries["items"]["TEA"] | {"name": "茶楼许可"}}


def test_a_list_file_takes_the_place_of_the_whole_list(entries: dict[str, dict[str, Any]]) -> None:
    laws = b"- {short: \xe6\x96\xb9\xe6\xa1\x88, title: x, level: y}\n"
    changed = changes_in({"laws.yaml": laws}, entries, whole=False)
    assert changed == {("laws", "行政许可法"): None, ("laws", "方案"): {"short": "方案", "title": "x", "level": "y"}}


def test_what_is_missing_is_taken_out_only_of_a_whole(folder: Folder, entries: dict[str, dict[str, Any]]) -> None:
    texts = texts_in(folder.path)
    del texts["items/music.yaml"]
    assert changes_in(texts, entries, whole=False) == {}
    assert changes_in(texts, entries, whole=True) == {("items", "MUSIC"): None}
    del texts["laws.yaml"]
    assert changes_in(texts, entries, whole=False) == {}
    with pytest.raises(CatalogueFaulty, match=r"laws\.yaml：缺少这个文件"):
        changes_in(texts, entries, whole=True)


def test_one_fault_and_nothing_is_changed(entries: dict[str, dict[str, Any]]) -> None:
    with pytest.raises(CatalogueFaulty, match=r"organs\.yaml 第2行：缺少“name”"):
        changes_in({"laws.yaml": b"[]", "organs.yaml": b"\n- {code: X}\n"}, entries, whole=False)
