"""YAML as plain data only: whatever else a file tries is refused by file and row."""

from __future__ import annotations

from pathlib import Path

import pytest

from yizheng.catalogue.text.documents import MAX_BYTES, head_of, read_document
from yizheng.catalogue.text.faults import CatalogueFaulty

BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n"


def _refused(tmp_path: Path, content: bytes) -> tuple[int, str]:
    (tmp_path / "x.yaml").write_bytes(content)
    with pytest.raises(CatalogueFaulty) as error:
        read_document(head_of(tmp_path / "x.yaml"), "x.yaml")
    fault = error.value.faults[0]
    assert fault.file == "x.yaml"
    return fault.row, fault.rule


@pytest.mark.parametrize(
    ("text", "row", "rule"),
    [
        (BOMB, 1, "不用引用"),
        ("a: 1\nb: *a\n", 2, "不用引用"),
        ("a: 1\nb: !!python/name:os.system\n", 2, "不用标签"),
        ("a: 1\nb: !!binary aGk=\n", 2, "不用标签"),
        ("a: 1\nb: 2\na: 3\n", 3, "键不重复"),
        ("a:\n  ? [x]\n  : 1\n", 2, "键是文字"),
        ("a: [1\nb: 2\n", 2, "YAML 语法"),
        ("a: 1\n---\nb: 2\n", 2, "YAML 语法"),
        ("a: \x01\n", 0, "YAML 语法"),
        ("- a\n" * 20_001, 20_000, "内容多少"),
        ("a: 1\nb: " + "1" * 401, 2, "数字长短"),
        ("a: 1\nb: 1." + "1" * 5000, 2, "数字长短"),
        ("[" * 60 + "]" * 60, 1, "嵌套过深"),
        ("[" * 5000 + "]" * 5000, 1, "嵌套过深"),
    ],
)
def test_anything_but_plain_data_is_refused(tmp_path: Path, text: str, row: int, rule: str) -> None:
    assert _refused(tmp_path, text.encode()) == (row, rule)


def test_a_latin_1_file_is_refused_at_the_row_of_its_first_strange_byte(tmp_path: Path) -> None:
    assert _refused(tmp_path, "a: 1\nb: caf\xe9\n".encode("latin-1")) == (2, "UTF-8 编码")


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    assert _refused(tmp_path, b"#" * (MAX_BYTES + 1)) == (0, "文件大小")


def test_nothing_is_guessed_from_text(tmp_path: Path) -> None:
    text = "a: 10:00\nb: 2026-01-01\nc: yes\nd: 0123\ne: 1e3\nf: <<\ng: -0\nh: -0.0\n"
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    data = read_document(head_of(tmp_path / "x.yaml"), "x.yaml").data
    assert data == {
        "a": "10:00",
        "b": "2026-01-01",
        "c": "yes",
        "d": "0123",
        "e": "1e3",
        "f": "<<",
        "g": "-0",
        "h": "-0.0",
    }


def test_what_is_plain_keeps_its_type_and_its_line(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("a: true\nb: [1, 2.5, null]\nc:\n  d: 天\n", encoding="utf-8")
    document = read_document(head_of(tmp_path / "x.yaml"), "x.yaml")
    assert document.data == {"a": True, "b": [1, 2.5, None], "c": {"d": "天"}}
    assert document.row("c", "d") == 4
    assert document.row("c", "not there") == 3
    assert document.row("b", 1) == 2


def test_an_empty_file_is_nothing(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("", encoding="utf-8")
    document = read_document(head_of(tmp_path / "x.yaml"), "x.yaml")
    assert document.data is None
    assert document.row("a") == 0
