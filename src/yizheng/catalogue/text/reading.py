"""The texts of ``regulations/`` → a `Catalogue`, every fault with file and row; a published text → a `Catalogue`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from yizheng.catalogue.text.documents import Document, Path_, head_of, read_document
from yizheng.catalogue.text.faults import CatalogueFaulty, Fault
from yizheng.catalogue.text.kinds import CODE, FILE_CODE, KINDS, Kind, kind_of
from yizheng.catalogue.text.shapes import Wrong, shape_faults, strange_values
from yizheng.law.items import Catalogue

Place = tuple[Document, Path_]
Raw = Mapping[str, Any]
"""An entry as plain data, just as it stands in YAML."""

MOST_VALUES = 100_000
"""Values in all texts together: some six times what the pilot needs, and read in seconds."""
BYTES_OF_A_VALUE = 4
"""By which a text that cannot be read is counted."""

_CATALOGUE = TypeAdapter(Catalogue)


@dataclass(slots=True)
class Reading:
    """What was read: the entries by kind and code, where each stands, and every fault met on the way."""

    entries: dict[str, dict[str, Any]] = field(default_factory=dict)
    places: dict[tuple[str, str], Place] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, kind: str, code: str, path: Path_, rule: str, sentence: str) -> Fault:
        """A fault of the entry ``code``, at the row of ``path`` inside it."""
        document, start = self.places[(kind, code)]
        return Fault(document.file, document.row(*start, *path), rule, sentence, kind, code, path)

    def catalogue(self) -> Catalogue:
        """All that was read. Raises CatalogueFaulty when anything could not be."""
        if self.faults:
            raise CatalogueFaulty(sorted(self.faults))
        kinds: dict[str, Any] = {kind: self.entries[kind] for kind in KINDS}
        return Catalogue(**kinds | {"zone": kinds["zone"][""]})


def read_folder(folder: Path) -> Reading:
    """Everything in the folder, with every fault; the calendar is read by `catalogue.calendars`."""
    return read_texts(texts_in(folder))


def texts_in(folder: Path) -> dict[str, bytes]:
    """The files of a folder by name; of one that is too large only the beginning."""
    places = (folder, *(folder / kind.place for kind in KINDS.values() if kind.alone))
    files = (file for place in places for file in sorted(place.glob("*.yaml")))
    return {file.relative_to(folder).as_posix(): head_of(file) for file in files}


def read_texts(texts: Mapping[str, bytes], *, whole: bool = True) -> Reading:
    """Everything in the texts, by the names of their files; one missing from a ``whole``, or unknown, is a fault."""
    reading = Reading({kind: {} for kind in KINDS})
    for kind in KINDS.values():
        if whole and not kind.alone and kind.place not in texts:
            reading.faults.append(Fault(kind.place, 0, "文件齐全", "缺少这个文件"))
    values = 0
    for name, text in texts.items():
        if values > MOST_VALUES:
            reading.faults.append(Fault(name, 0, "内容多少", "文件加在一起太多，从这个文件起没有再看"))
            break
        try:
            kind, document = _document(name, text)
            values += len(document.lines)
            for path, data in _rows(kind, document):
                _take(reading, kind, document, path, data)
        except CatalogueFaulty as error:
            values += len(text) // BYTES_OF_A_VALUE
            reading.faults.extend(error.faults)
    return reading


def read_entries(entries: Mapping[str, Mapping[str, Raw]]) -> Reading:
    """Entries by kind and code, as read from the files they would be written to; there are no rows."""
    reading = Reading({kind: {} for kind in KINDS})
    for name, kind in KINDS.items():
        for code, data in entries.get(name, {}).items():
            _take(reading, kind, Document(kind.file(code), data, {}), (), data, code)
    if not entries.get("zone"):
        reading.faults.append(Fault("zone.yaml", 0, "文件齐全", "缺少这个文件"))
    return reading


def dump(catalogue: Catalogue) -> str:
    """The catalogue as canonical JSON: the same content always gives the same text, whatever the order of the files."""
    unsealed: dict[str, Any] = {name: dict(getattr(catalogue, name)) for name in KINDS if name != "zone"}
    data = _CATALOGUE.dump_python(replace(catalogue, **unsealed), mode="json", exclude={"version"})
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def load(text: str) -> Catalogue:
    """The inverse of `dump`, strict. Raises ValueError for a text that is not a catalogue."""
    return _CATALOGUE.validate_json(text, strict=True, extra="forbid")


def plain_entries(catalogue: Catalogue) -> dict[str, dict[str, Any]]:
    """The entries by kind and code as plain data: in the order of the law's own fields, without what goes unsaid."""
    known = {name: getattr(catalogue, name) for name in KINDS} | {"zone": {"": catalogue.zone}}
    return {name: {code: kind.plain(each) for code, each in known[name].items()} for name, kind in KINDS.items()}


def _document(name: str, text: bytes) -> tuple[Kind, Document]:
    """One file, and of which kind its entries are. Raises CatalogueFaulty."""
    kind = kind_of(name)
    if kind is None:
        raise CatalogueFaulty([Fault(name, 0, "文件齐全", "不认识这个文件，请改名或者移走")])
    return kind, read_document(text, name)


def _rows(kind: Kind, document: Document) -> Iterator[tuple[Path_, Any]]:
    """The entries of one file, each with its place: a list of them, or the only one. Raises CatalogueFaulty."""
    if kind.alone or not kind.code:
        yield (), document.data
    elif isinstance(document.data, list):
        yield from (((place,), data) for place, data in enumerate(document.data))
    else:
        fault = Fault(document.file, document.row(), "文件是清单", "文件应是一个清单，每项以“- ”开头")
        raise CatalogueFaulty([fault])


def _take(
    reading: Reading, kind: Kind, document: Document, path: Path_, data: Any, expected: str | None = None
) -> None:
    """Read one entry; a code twice, an unexpected one, or a file not named after its code, is a fault."""

    def wrong(each: Wrong) -> Fault:
        row = document.row(*path, *each.path)
        return Fault(document.file, row, each.rule, each.sentence, kind.name, code, each.path)

    code = _claimed(kind, data) if expected is None else expected
    if faults := strange_values(data):
        reading.faults.extend(wrong(each) for each in faults)
        return
    try:
        entry = kind.shape.validate_json(json.dumps(data), strict=True, extra="forbid")
    except ValidationError as error:
        reading.faults.extend(wrong(each) for each in shape_faults(error, data))
        return
    code = kind.code_of(entry)
    known = reading.entries[kind.name]
    if rule := _code_fault(kind, code, document.file, code in known, expected):
        reading.faults.append(wrong(Wrong((kind.code,) if kind.code else (), *rule)))
    else:
        known[code] = entry
        reading.places[(kind.name, code)] = (document, path)


def _claimed(kind: Kind, data: Any) -> str:
    """The code that something claims to have, which may be no entry at all."""
    code = data.get(kind.code) if isinstance(data, dict) else ""
    return code if isinstance(code, str) else ""


def _code_fault(kind: Kind, code: str, file: str, known: bool, expected: str | None) -> tuple[str, str] | None:
    """Which rule a code breaks, and the sentence."""
    if known:
        return "编码不重复", f"{code} 已经有了"
    if expected is not None and code != expected:
        return "编码不改", f"编码应是 {expected}；要换编码，请另建一个再删去旧的"
    if kind.alone and not FILE_CODE.fullmatch(code):
        return "编码的写法", "编码用大写字母、数字和下划线，以字母开头，最多40个"
    if kind.code and not CODE.fullmatch(code):
        return "编码的写法", "编码最多40个字，以字母、数字或者汉字开头，不含空格和 / \\ + ? # %"
    if kind.alone and file != kind.file(code):
        return "文件名与编码一致", f"应叫 {code.lower()}.yaml"
    return None
