"""The folder ``regulations/`` → a `Catalogue`, every fault with file and row; a published text → a `Catalogue`."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from yizheng.catalogue.documents import Document, read_document
from yizheng.catalogue.faults import CatalogueFaulty, Fault
from yizheng.law.items import Catalogue, FieldSpec, Industry, Item, Law, Material, Organ, Threshold, Zone

Entry = TypeVar("Entry")
Place = tuple[Document, tuple[str | int, ...]]

_CATALOGUE = TypeAdapter(Catalogue)


@dataclass(slots=True)
class Reading:
    """What was read: the entries by kind and code, where each stands, and every fault met on the way."""

    entries: dict[str, dict[str, Any]] = field(default_factory=dict)
    places: dict[tuple[str, str], Place] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, kind: str, code: str, path: tuple[str | int, ...], rule: str, sentence: str) -> Fault:
        """A fault of the entry ``code``, at the row of ``path`` inside it."""
        document, start = self.places[(kind, code)]
        return Fault(document.file, document.row(*start, *path), rule, sentence)

    def catalogue(self) -> Catalogue:
        """All that was read. Raises CatalogueFaulty when anything could not be."""
        if self.faults:
            raise CatalogueFaulty(sorted(self.faults))
        kinds: dict[str, Any] = {kind: self.entries[kind] for kind, *_ in _KINDS}
        return Catalogue(zone=self.entries["zone"][""], **kinds)


def _code(entry: Any) -> str:
    return str(entry.code)


_KINDS: tuple[tuple[str, str, TypeAdapter[Any], Callable[[Any], str]], ...] = (
    # kind          file or folder  shape                              its code
    ("laws",        "laws.yaml",       TypeAdapter(Law),       lambda law: str(law.short)),
    ("organs",      "organs.yaml",     TypeAdapter(Organ),     _code),
    ("thresholds",  "thresholds.yaml", TypeAdapter(Threshold), lambda threshold: str(threshold.name)),
    ("fields",      "fields.yaml",     TypeAdapter(FieldSpec), _code),
    ("materials",   "materials.yaml",  TypeAdapter(Material),  _code),
    ("items",       "items",           TypeAdapter(Item),      _code),
    ("industries",  "industries",      TypeAdapter(Industry),  _code),
)  # fmt: skip
_ZONE = TypeAdapter(Zone)


def read_folder(folder: Path) -> Reading:
    """Everything in the folder, with every fault; the calendar is read by `catalogue.calendars`."""
    reading = Reading()
    if document := _document(folder / "zone.yaml", "zone.yaml", reading):
        _take(reading, "zone", document, (), document.data, _ZONE, lambda _: "")
    for kind, name, shape, code in _KINDS:
        reading.entries.setdefault(kind, {})
        for document, path, data in _rows(folder, name, reading):
            _take(reading, kind, document, path, data, shape, code)
    return reading


def dump(catalogue: Catalogue) -> str:
    """The catalogue as canonical JSON: the same content always gives the same text, whatever the order of the files."""
    data = _CATALOGUE.dump_python(catalogue, mode="json", exclude={"version"})
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def load(text: str) -> Catalogue:
    """The inverse of `dump`, strict. Raises ValueError for a text that is not a catalogue."""
    return _CATALOGUE.validate_json(text, strict=True, extra="forbid")


def _rows(folder: Path, name: str, reading: Reading) -> list[tuple[Document, tuple[int, ...], Any]]:
    """The entries of one file (a list), or of a folder's files (one entry each)."""
    if (folder / name).is_dir():
        files = sorted((folder / name).glob("*.yaml"))
        documents = [_document(file, f"{name}/{file.name}", reading) for file in files]
        return [(document, (), document.data) for document in documents if document]
    document = _document(folder / name, name, reading)
    if document is None:
        return []
    if not isinstance(document.data, list):
        reading.faults.append(Fault(name, document.row(), "文件是清单", "文件应是一个清单，每项以“- ”开头"))
        return []
    return [(document, (place,), entry) for place, entry in enumerate(document.data)]


def _document(path: Path, name: str, reading: Reading) -> Document | None:
    if not path.is_file():
        reading.faults.append(Fault(name, 0, "文件齐全", "缺少这个文件"))
        return None
    try:
        return read_document(path, name)
    except CatalogueFaulty as error:
        reading.faults.extend(error.faults)
        return None


def _take(
    reading: Reading, kind: str, document: Document, path: tuple[str | int, ...], data: Any,
    shape: TypeAdapter[Entry], code_of: Callable[[Entry], str],
) -> None:  # fmt: skip
    """Read one entry; a code twice, or a file not named after its code, is a fault."""
    try:
        entry = shape.validate_json(json.dumps(data), strict=True, extra="forbid")
    except ValidationError as error:
        for each in error.errors(include_url=False):
            row = document.row(*path, *each["loc"])
            reading.faults.append(Fault(document.file, row, "字段和类型", _sentence(each)))
        return
    code = code_of(entry)
    known = reading.entries.setdefault(kind, {})
    stem = Path(document.file).stem
    row = document.row(*path)
    if code in known:
        reading.faults.append(Fault(document.file, row, "编码不重复", f"{code} 已经有了"))
    elif "/" in document.file and stem != code.lower():
        reading.faults.append(Fault(document.file, row, "文件名与编码一致", f"应叫 {code.lower()}.yaml"))
    else:
        known[code] = entry
        reading.places[(kind, code)] = (document, path)


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


def _sentence(error: ErrorDetails) -> str:
    words = [part for part in error["loc"] if isinstance(part, str)]
    context = {"expected": "", **error.get("ctx", {}), "name": words[-1] if words else "这一项"}
    sentence = _SENTENCES.get(error["type"])
    return sentence.format_map(context) if sentence else f"“{context['name']}”：{error['msg']}"
