"""Reading a PDF back: its text, its embedded glyphs, and where its text stands."""

import io
import re
from typing import Any

from fontTools.ttLib import TTFont
from PIL import Image, ImageChops
from pypdf import PageObject, PdfReader


def reader(pdf: bytes) -> PdfReader:
    """The PDF, opened."""
    return PdfReader(io.BytesIO(pdf))


def text(pdf: bytes) -> str:
    """All of its text without breaks and blanks, as a search would see it."""
    return re.sub(r"\s", "", "".join(page.extract_text() for page in reader(pdf).pages))


def drawn(pdf: bytes) -> set[str]:
    """The characters for which an embedded font holds a glyph that is not empty."""
    return {char for page in reader(pdf).pages for font in fonts(page) for char in _drawn_by(font)}


def fonts(page: PageObject) -> list[Any]:
    """The page's fonts, as dictionaries of the PDF."""
    return [font.get_object() for font in page["/Resources"]["/Font"].values()]  # type: ignore[index]


def _drawn_by(font: Any) -> set[str]:
    descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
    program = TTFont(io.BytesIO(descriptor["/FontFile2"].get_data()))
    glyphs, order = program["glyf"], program.getGlyphOrder()
    pairs = re.findall(r"<([0-9a-f]{4})> <([0-9a-f]+)>", font["/ToUnicode"].get_data().decode().lower())
    return {
        bytes.fromhex(code).decode("utf-16-be")
        for cid, code in pairs
        if int(cid, 16) != 0 and glyphs[order[int(cid, 16)]].numberOfContours != 0
    }


def assert_margins_are_empty(png: bytes, *, left: float, right: float, top: float, bottom: float) -> None:
    """Nothing is drawn nearer to the sheet's edges than so many millimetres."""
    sheet = Image.open(io.BytesIO(png)).convert("L")
    dots = 110 / 25.4
    box = ImageChops.invert(sheet).getbbox()
    assert box is not None
    assert box[0] >= left * dots
    assert box[1] >= top * dots
    assert sheet.width - box[2] >= right * dots
    assert sheet.height - box[3] >= bottom * dots
