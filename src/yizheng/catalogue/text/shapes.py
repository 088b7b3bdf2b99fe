"""What is wrong with the shape of an entry's plain data: where inside it, which rule, and a sentence for people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from yizheng.catalogue.text.documents import MAX_DEPTH, Path_

RULE = "字段和类型"
LARGEST = 2**53
"""Beyond it JSON loses count."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


class Wrong(NamedTuple):
    """One thing wrong, at a path inside the entry."""

    path: Path_
    rule: str
    sentence: str


def strange_values(data: Any) -> list[Wrong]:
    """What no entry may hold, whatever its kind: control characters, numbers without end, bottomless nesting."""
    return list(_strange(data, ()))


def shape_faults(error: ValidationError, data: Any) -> list[Wrong]:
    """Fields missing, unknown or of the wrong type, each once at the place where it stands."""
    found = []
    for each in error.errors(include_url=False):
        path = _inside(data, each["loc"])
        found.append(Wrong(path, RULE, _sentence(each, path)))
    return found


def _strange(data: Any, path: Path_) -> Iterator[Wrong]:
    if len(path) > MAX_DEPTH:
        yield Wrong(path, "嵌套过深", f"嵌套超过{MAX_DEPTH}层")
    elif isinstance(data, str) and _CONTROL.search(data):
        yield Wrong(path, "看得见的文字", "文字里有看不见的控制字符，请删去重写")
    elif isinstance(data, int | float) and not abs(data) <= LARGEST:
        yield Wrong(path, RULE, "数字太大")
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _strange(value, (*path, key))
    elif isinstance(data, list):
        for place, value in enumerate(data):
            yield from _strange(value, (*path, place))


def _inside(data: Any, loc: Path_) -> Path_:
    """The part of pydantic's path that stands in the data (it names the ways it tried, too), or would stand there."""
    path: list[str | int] = []
    for place, part in enumerate(loc):
        known = data if isinstance(data, dict) else dict(enumerate(data)) if isinstance(data, list) else {}
        if part in known or (isinstance(data, dict) and place == len(loc) - 1):
            data = known.get(part)
            path.append(part)
    return tuple(path)


_SENTENCES: Mapping[str, str] = {
    "missing": "缺少“{name}”",
    "missing_keyword_only_argument": "缺少“{name}”",
    "unexpected_keyword_argument": "不认识“{name}”，请删去或改正拼写",
    "extra_forbidden": "不认识“{name}”，请删去或改正拼写",
    "string_type": "“{name}”应是文字；数字和 true、false 当文字用要加引号",
    "int_type": "“{name}”应是整数",
    "float_type": "“{name}”应是数字",
    "bool_type": "“{name}”只能是 true 或 false",
    "tuple_type": "“{name}”应是清单，写成 [甲, 乙]",
    "dataclass_type": "“{name}”应是一组“键: 值”",
    "dataclass_exact_type": "“{name}”应是一组“键: 值”",
    "literal_error": "“{name}”只能是 {expected}",
    "enum": "“{name}”只能是 {expected}",
}


def _sentence(error: ErrorDetails, path: Path_) -> str:
    words = [part for part in path if isinstance(part, str)]
    context = {"expected": "", **error.get("ctx", {}), "name": words[-1] if words else "这一项"}
    sentence = _SENTENCES.get(error["type"])
    return sentence.format_map(context) if sentence else f"“{context['name']}”：{error['msg']}"
