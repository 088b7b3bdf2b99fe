"""Files handed in: checked for what they really are, and kept by content hash so that a draft never loses them."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

import filetype
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from yizheng.ledger.command import Refused

MEDIA_TYPES = {"pdf": "application/pdf", "jpg": "image/jpeg", "png": "image/png"}
MOST_PIXELS = 100_000_000


@dataclass(frozen=True, slots=True)
class Kept:
    """A file as it was kept: its name as given, what it is, its size in bytes and the SHA-256 of its content."""

    name: str
    media_type: str
    size: int
    digest: str


def keep(name: str, content: IO[bytes], *, material: str, accepts: Sequence[str], max_megabytes: int) -> Kept:
    """Check a file and keep it by its hash. Raises Refused with a sentence naming file, material and rule."""
    shown = Path(name).name[-200:]
    limit = min(max_megabytes, settings.UPLOAD_MEGABYTES)
    data = content.read(limit * 1024 * 1024 + 1)
    if fault := _fault(data, limit, accepts):
        raise Refused(f"「{material}」的文件“{shown}”{fault}")
    kind = filetype.guess(data)
    digest = hashlib.sha256(data).hexdigest()
    place = place_of(digest)
    if not default_storage.exists(place):
        default_storage.save(place, ContentFile(data))
    return Kept(shown, kind.mime, len(data), digest)


def kept_before(moment: datetime) -> Iterator[str]:
    """The hashes of what was kept before a moment, whoever kept it."""
    if not default_storage.exists(""):
        return
    for first in default_storage.listdir("")[0]:
        for second in default_storage.listdir(first)[0]:
            for digest in default_storage.listdir(f"{first}/{second}")[1]:
                if default_storage.get_modified_time(place_of(digest)) < moment:
                    yield digest


def forget(digest: str) -> None:
    """Delete what was kept under a hash."""
    default_storage.delete(place_of(digest))


def place_of(digest: str) -> str:
    """Where a content hash is kept in the storage."""
    return f"{digest[:2]}/{digest[2:4]}/{digest}"


def content_of(digest: str) -> bytes:
    """What was kept under a hash. Raises FileNotFoundError, and ValueError when the content no longer fits its hash."""
    with default_storage.open(place_of(digest), "rb") as file:
        data: bytes = file.read()
    if hashlib.sha256(data).hexdigest() != digest:
        raise ValueError(f"the stored file {digest} is damaged")
    return data


def _fault(data: bytes, limit: int, accepts: Sequence[str]) -> str:
    if not data:
        return "是空文件（0字节），请重新选择。"
    if len(data) > limit * 1024 * 1024:
        return f"超过{limit}兆，请压缩后再上传。"
    allowed = "、".join(kind.upper() for kind in accepts)
    kind = filetype.guess(data)
    if kind is None or kind.mime not in {MEDIA_TYPES[each] for each in accepts if each in MEDIA_TYPES}:
        return f"的内容不是{allowed}格式（只改后缀名不行），请另存为{allowed}后再上传。"
    if not _opens(data, kind.mime):
        return "打不开，可能已损坏或加了密码，请重新导出后再上传。"
    return ""


def _opens(data: bytes, media_type: str) -> bool:
    look: Callable[[bytes], None] = _look_at_pdf if media_type == "application/pdf" else _look_at_image
    try:
        look(data)
    except (
        PyPdfError,
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
        RecursionError,
        KeyError,
        TypeError,
    ):
        return False
    return True


def _look_at_pdf(data: bytes) -> None:
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted or not len(reader.pages):
        raise ValueError("encrypted or empty")


def _look_at_image(data: bytes) -> None:
    with Image.open(io.BytesIO(data)) as image:
        if image.width * image.height > MOST_PIXELS:
            raise ValueError("too many pixels")
        image.verify()
