"""One YAML file → plain data and the line of every value; all that YAML can do beyond plain data is refused.

No aliases or anchors (a few bytes of them can unfold into gigabytes), no tags, no duplicate keys, no dates or numbers
guessed from text (10:00 stays text), no endless numbers or lists, UTF-8 only, two megabytes at most.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from yizheng.catalogue.text.faults import CatalogueFaulty, Fault

MAX_BYTES = 2_000_000
MAX_DEPTH = 40
MAX_DIGITS = 400
MAX_VALUES = 20_000

Path_ = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A file's data, and the line of each value by its path of keys and places."""

    file: str
    data: Any
    lines: dict[Path_, int]

    def row(self, *path: str | int) -> int:
        """The line of the value at ``path``, or of the nearest one around it; parts not in the file are skipped."""
        found: Path_ = ()
        for part in path:
            if (*found, part) in self.lines:
                found = (*found, part)
        return self.lines.get(found, 0)


class _Refused(Exception):
    def __init__(self, row: int, rule: str, sentence: str) -> None:
        super().__init__(sentence)
        self.row, self.rule, self.sentence = row, rule, sentence


class _Loader(yaml.SafeLoader):
    """The safe loader with the plain scalars of JSON only, neither anchors nor tags, and no bottomless nesting."""

    depth = 0
    values = 0

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own way; filled below

    def compose_node(self, parent: Node | None, index: int) -> Node | None:
        """Refuse an alias, an anchor, a tag or a nesting too deep before anything is built from it."""
        event: Any = self.peek_event()  # type: ignore[no-untyped-call]
        row: int = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Refused(row, "不用引用", "不允许锚点和引用（& 和 *），请把内容写出来")
        if getattr(event, "tag", None):
            raise _Refused(row, "不用标签", f"不允许类型标签（{event.tag}）")
        if self.depth > MAX_DEPTH:
            raise _Refused(row, "嵌套过深", f"嵌套超过{MAX_DEPTH}层")
        self.depth += 1
        self.values += 1
        if self.values > MAX_VALUES:
            raise _Refused(row, "内容多少", f"一个文件超过{MAX_VALUES}个词句")
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


for _tag, _pattern, _first in (
    ("bool", r"^(?:true|false)$", "tf"),
    ("null", r"^(?:null|~|)$", ["n", "~", ""]),
    ("int", r"^(?:0|-?[1-9][0-9]*)$", "-0123456789"),
    ("float", r"^(?!-0\.0+$)-?(?:0|[1-9][0-9]*)\.[0-9]+$", "-0123456789"),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), list(_first))


_NUMBERS = frozenset({"tag:yaml.org,2002:int", "tag:yaml.org,2002:float"})


def head_of(path: Path) -> bytes:
    """The file, but no more of it than shows that it is too large."""
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def read_document(raw: bytes, name: str) -> Document:
    """The text of a file as data. Raises CatalogueFaulty that names file, row and rule."""
    try:
        return _read(raw, name)
    except _Refused as refused:
        raise CatalogueFaulty([Fault(name, refused.row, refused.rule, refused.sentence)]) from refused
    except yaml.YAMLError as error:
        fault = Fault(name, _row_of(error), "YAML 语法", f"不是有效的 YAML：{_problem(error)}")
        raise CatalogueFaulty([fault]) from error


def _read(raw: bytes, name: str) -> Document:
    if len(raw) > MAX_BYTES:
        raise _Refused(0, "文件大小", f"文件超过{MAX_BYTES // 1_000_000}兆字节")
    loader = _Loader(_text(raw))
    try:
        node = loader.get_single_node()
        lines: dict[Path_, int] = {}
        data = None if node is None else _data(loader, node, (), lines)
    finally:
        loader.dispose()
    return Document(name, data, lines)


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        row = raw[: error.start].count(b"\n") + 1
        raise _Refused(row, "UTF-8 编码", "文件不是 UTF-8 编码，请另存为 UTF-8") from error


def _data(loader: _Loader, node: Node, path: Path_, lines: dict[Path_, int]) -> Any:
    lines[path] = node.start_mark.line + 1
    if isinstance(node, MappingNode):
        return _mapping(loader, node, path, lines)
    if isinstance(node, SequenceNode):
        return [_data(loader, each, (*path, place), lines) for place, each in enumerate(node.value)]
    if node.tag in _NUMBERS and len(node.value) > MAX_DIGITS:
        raise _Refused(node.start_mark.line + 1, "数字长短", f"数字超过{MAX_DIGITS}位")
    return loader.construct_object(node)


def _mapping(loader: _Loader, node: MappingNode, path: Path_, lines: dict[Path_, int]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        row = key_node.start_mark.line + 1
        if not isinstance(key_node, ScalarNode):
            raise _Refused(row, "键是文字", "键必须是一个词")
        key = key_node.value
        if key in result:
            raise _Refused(row, "键不重复", f"“{key}”写了两次，后一个会盖掉前一个")
        result[key] = _data(loader, value_node, (*path, key), lines)
        lines[(*path, key)] = row
    return result


def _row_of(error: yaml.YAMLError) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return mark.line + 1 if mark else 0


def _problem(error: yaml.YAMLError) -> str:
    return str(getattr(error, "problem", None) or getattr(error, "reason", None) or "无法解析")
