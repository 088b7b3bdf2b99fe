"""Where the fonts are, and what they cannot print: a missing glyph gives no warning in typst (docs: stack, fonts)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.conf import settings
from fontTools.ttLib import TTFont

FACES = {
    "Noto Serif SC": (
        "NotoSerifSC_400Regular.ttf",
        "NotoSerifSC_600SemiBold.ttf",
        "NotoSerifSC_900Black.ttf",
    ),
    "Noto Sans SC": (
        "NotoSansSC_400Regular.ttf",
        "NotoSansSC_500Medium.ttf",
    ),
}
"""The faces that templates may use; both families stand in every template's font list, one behind the other."""

INVISIBLE = frozenset("\n\r\t\u200b\u200c\u200d\u2060\ufeff\u00ad")
"""Breaks and zero-width marks that come along with pasted text: they print as nothing, so no glyph is needed."""


class NoGlyph(ValueError):
    """The embedded fonts lack a character; its text is a sentence for the clerk."""


class NoFonts(RuntimeError):
    """The fonts are not installed; its text says how to get them."""


def places() -> tuple[Path, ...]:
    """The folders in which fonts are looked for: ``settings.FONT_DIRS``, else ``YIZHENG_FONTS``, else node_modules."""
    if settings.configured and (given := getattr(settings, "FONT_DIRS", ())):
        return tuple(Path(folder) for folder in given)
    if named := os.environ.get("YIZHENG_FONTS"):
        return tuple(Path(folder) for folder in named.split(os.pathsep) if folder)
    return (Path(__file__).resolve().parents[3] / "node_modules" / "@expo-google-fonts",)


@cache
def files() -> dict[str, Path]:
    """Every face's file by its name; raises ``NoFonts`` naming what is not there."""
    wanted = {name for names in FACES.values() for name in names}
    found: dict[str, Path] = {}
    for folder in places():
        for path in sorted(folder.rglob("*.ttf")):
            if path.name in wanted:
                found.setdefault(path.name, path)
    if lacking := sorted(wanted - found.keys()):
        looked = "、".join(str(folder) for folder in places())
        raise NoFonts(f"找不到排版字体：{'、'.join(lacking)}（查找位置：{looked}）。请先运行 make setup。")
    return found


@cache
def printable() -> frozenset[int]:
    """The code points that can be printed whatever the weight: one family has them in all the weights used."""
    return frozenset[int]().union(*(_in_every([files()[name] for name in names]) for names in FACES.values()))


def missing(text: str) -> str:
    """The characters of ``text`` that the embedded fonts lack, each once, in the order in which they appear."""
    return "".join(dict.fromkeys(c for c in text if c not in INVISIBLE and ord(c) not in printable()))


def require(texts: Iterator[str]) -> None:
    """Raise ``NoGlyph`` if any text holds a character that would print as an empty box or nothing at all."""
    if lacking := missing("".join(texts)):
        named = "、".join(f"「{c}」(U+{ord(c):04X})" for c in lacking)
        raise NoGlyph(
            f"排版字体缺少{named}，文书无法正确印出，因此未生成。"
            "请核对是否录入有误；确为姓名、名称用字的，请告知系统管理员补充含该字的字体后重新生成，不要用同音字、拼音或空格代替。"
        )


def _in_every(paths: list[Path]) -> frozenset[int]:
    """The code points all these faces have; faces with the very same table are read once, as reading takes 0.2 s."""
    read: dict[bytes, frozenset[int]] = {}
    for path in paths:
        with TTFont(path, lazy=True) as font:
            table: bytes = font.reader["cmap"]
            if table not in read:
                read[table] = frozenset(font.getBestCmap())
    return frozenset[int].intersection(*read.values())
