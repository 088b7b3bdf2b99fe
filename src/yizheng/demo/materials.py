"""Small real files for the demo's materials: a floor plan drawn as PNG, everything else set as PDF."""

from __future__ import annotations

import io
from functools import cache

from PIL import Image, ImageDraw

from yizheng.cases.uploads import Kept, keep
from yizheng.law.items import Material
from yizheng.law.papers import Sheet
from yizheng.typeset.sheets import paper_pdf

DRAWN = ("M_PLAN", "M_PHOTO", "M_SIGN_DESIGN")
"""Materials that are pictures."""


def handed_in(material: Material, place: int) -> list[Kept]:
    """The files of a material as an applicant would hand them in; plans come with a second sheet now and then."""
    drawn = material.code.startswith(DRAWN) or "pdf" not in material.accepts
    sheets = 2 if drawn and place % 4 == 0 else 1
    return [_kept(material, drawn, place + sheet, sheet) for sheet in range(sheets)]


def _kept(material: Material, drawn: bool, place: int, sheet: int) -> Kept:
    content = _picture(place % 6) if drawn else _document(material.name)
    name = f"{material.name[:20]}{sheet + 1 if sheet else ''}.{'png' if drawn else 'pdf'}"
    return keep(
        name,
        io.BytesIO(content),
        material=material.name,
        accepts=material.accepts,
        max_megabytes=material.max_megabytes,
    )


@cache
def _document(title: str) -> bytes:
    return paper_pdf(
        Sheet(
            title=title,
            number="",
            organ="演示材料",
            addressee="演示",
            made_on="2026年1月5日",
            paragraphs=("这是演示系统生成的材料，内容均为虚构，只用来看材料怎样提交、怎样审查。",),
        )
    )


@cache
def _picture(variant: int) -> bytes:
    """A floor plan of a made-up shop."""
    image = Image.new("L", (900, 620), 255)
    draw = ImageDraw.Draw(image)
    draw.rectangle((40, 40, 860, 580), outline=0, width=8)
    kitchen = 300 + 30 * variant
    draw.line((kitchen, 40, kitchen, 420), fill=0, width=5)
    draw.line((40, 420, kitchen - 90, 420), fill=0, width=5)
    draw.line((kitchen, 240, 860, 240), fill=0, width=3)
    for table in range(4 + variant % 3):
        left, top = kitchen + 60 + table % 3 * 150, 290 + table // 3 * 140
        draw.rectangle((left, top, left + 90, top + 70), outline=60, width=3)
    for door in ((840, 480, 880, 560), (40, 480, 60, 560)):
        draw.rectangle(door, fill=255)
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()
