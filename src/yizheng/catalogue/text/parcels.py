"""Texts sent and taken as files, many of them in one zip: what is not a plain text with a known name is refused.

Nothing is unpacked further than what may be read (a small zip can unfold into gigabytes), nothing is written to a disk.
"""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from yizheng.catalogue.text.documents import MAX_BYTES
from yizheng.catalogue.text.faults import CatalogueFaulty, Fault
from yizheng.catalogue.text.kinds import KINDS, kind_of

MOST_FILES = 1_000
MOST_BYTES = 4_000_000
"""Bytes of a zip, and of all texts together."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
_LEFT_BY_OTHERS = re.compile(r"(.*/)?(\.[^./][^/]*|__MACOSX|Thumbs\.db|desktop\.ini)(/.*)?")
_ASKS = re.compile(rb"^questions:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sent:
    """A file as it was sent: the name it was given, and its content, no further than shows that it is too large."""

    name: str
    content: bytes


def packed(texts: Mapping[str, str]) -> bytes:
    """The texts in a zip; the same texts are always the same zip."""
    parcel = io.BytesIO()
    with zipfile.ZipFile(parcel, "w") as archive:
        for name, text in sorted(texts.items()):
            file = zipfile.ZipInfo(name, _EPOCH)
            file.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(file, text.encode(), zipfile.ZIP_DEFLATED)
    return parcel.getvalue()


def unpacked(sent: Iterable[Sent]) -> dict[str, bytes]:
    """The texts by the names of their files; beyond the limit no further file is looked at.

    Raises CatalogueFaulty with everything that may not be taken.
    """
    texts: dict[str, bytes] = {}
    faults: list[Fault] = []
    for file in sent:
        try:
            faults += _added(texts, file)
        except CatalogueFaulty as faulty:
            faults += faulty.faults
        if _too_heavy(texts):
            faults.append(
                Fault("上传", 0, "文件大小", f"文件加在一起超过{MOST_BYTES // 1_000_000}兆字节，请分几次上传")
            )
            break
    if not texts and not faults:
        faults.append(Fault("上传", 0, "文件齐全", "没有收到任何文件，请先选择"))
    if faults:
        raise CatalogueFaulty(sorted(faults))
    return texts


def _added(texts: dict[str, bytes], file: Sent) -> list[Fault]:
    """Add the texts in a file until they are too much; the first that comes twice is a fault. Raises as above."""
    for name, text in _texts(file):
        if name in texts:
            return [Fault(name, 0, "文件不重复", "这个文件有两份，请只留一份")]
        texts[name] = text
        if _too_heavy(texts):
            break
    return []


def _texts(file: Sent) -> Iterator[tuple[str, bytes]]:
    """The texts in a file: its own, or those of the zip that it is."""
    shown = PurePosixPath(file.name.replace("\\", "/")).name[-100:]
    if file.content[:2] != b"PK" and not shown.lower().endswith(".zip"):
        yield _placed(shown, file.content), file.content[: MAX_BYTES + 1]
    elif len(file.content) > MOST_BYTES:
        raise _refused(shown, "文件大小", f"压缩包超过{MOST_BYTES // 1_000_000}兆字节")
    else:
        try:
            with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
                yield from _unzipped(archive, shown)
        except CatalogueFaulty:
            raise
        except _BROKEN as error:
            raise _refused(shown, "压缩包", "压缩包打不开，可能已损坏或者加了密码，请重新压缩成普通的 zip") from error


def _placed(name: str, content: bytes) -> str:
    """The name in the catalogue of a text that was sent without its folder: an industry asks questions, an item not."""
    if kind_of(name) or not name.endswith(".yaml"):
        return name
    return f"{'industries' if _ASKS.search(content) else 'items'}/{name}"


def _unzipped(archive: zipfile.ZipFile, shown: str) -> Iterator[tuple[str, bytes]]:
    members = [
        each for each in archive.infolist() if not each.is_dir() and not _LEFT_BY_OTHERS.fullmatch(each.filename)
    ]
    if len(members) > MOST_FILES:
        raise _refused(shown, "文件多少", f"压缩包里超过{MOST_FILES}个文件")
    above = _folder_around([each.filename for each in members])
    if faults := [fault for each in members if (fault := _member_fault(each, above))]:
        raise CatalogueFaulty(faults)
    for each in members:
        with archive.open(each) as member:
            yield each.filename.removeprefix(above), member.read(MAX_BYTES + 1)


def _folder_around(names: Sequence[str]) -> str:
    """The folder that all files of a zip stand in, when a whole folder was zipped; "" when they stand in none."""
    tops = {name.partition("/")[0] for name in names if "/" in name}
    places = {kind.place for kind in KINDS.values() if kind.alone}
    alone = len(tops) == 1 and all("/" in name for name in names) and not tops & {*places, "", ".", ".."}
    return f"{tops.pop()}/" if alone else ""


def _member_fault(member: zipfile.ZipInfo, above: str) -> Fault | None:
    name = member.filename.removeprefix(above)
    shape = stat.S_IFMT(member.external_attr >> 16)
    if kind_of(name) is None:
        return Fault(member.filename[:200], 0, "文件齐全", "不认识这个文件，请从压缩包里去掉或者改名")
    if shape not in {0, stat.S_IFREG}:
        return Fault(name, 0, "普通文件", "这是链接，不是文件，请换成文件本身")
    if member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        return Fault(name, 0, "压缩包", "压缩的方法不常用，请重新压缩成普通的 zip")
    return None


def _too_heavy(texts: Mapping[str, bytes]) -> bool:
    return sum(map(len, texts.values())) > MOST_BYTES


def _refused(name: str, rule: str, sentence: str) -> CatalogueFaulty:
    return CatalogueFaulty([Fault(name, 0, rule, sentence)])
