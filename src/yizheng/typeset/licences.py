"""The comprehensive licence 行业综合许可证 as it hangs on the wall, A4 landscape (domain §5.12), and its QR code."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

import segno
import typst

from yizheng.law.licence import LicenceFace
from yizheng.law.papers.sheet import SEAL_NOTE
from yizheng.typeset import press
from yizheng.typeset.lines import lines_of, seal_lines, width

TEMPLATE = "licence.typ"

NO_ROOM = "no-room"
"""What the template says when even the smallest type does not fit on one page."""

QUIET = 4
"""Light modules around the code, as the standard wants (GB/T 18284-2000, ISO/IEC 18004)."""


LEAST_SHARE = 11.0
MOST_SHARE = 26.0
"""The columns of the permits' table share its width by their longest text, in em, between these limits."""


class NoRoom(ValueError):
    """The licence does not fit on its page in type that can still be read."""


def licence_pdf(face: LicenceFace, qr_text: str) -> bytes:
    """The licence as one page PDF/A-2b; raises ``NoGlyph``, ``NoDay``, ``NoFonts`` or ``NoRoom``."""
    try:
        return press.pdf(TEMPLATE, licence_data(face, qr_text), face.issued_on)
    except typst.TypstError as error:
        if NO_ROOM not in str(error):
            raise
        raise NoRoom(f"综合许可证载明{len(face.lines)}项许可，一页排不下可辨认的字号，因此未生成。") from error


def licence_data(face: LicenceFace, qr_text: str) -> dict[str, Any]:
    """What the template reads: the face, the QR code as a drawing and the note in the seal's place."""
    return {
        **asdict(face),
        "lines": [{**asdict(line), "remarks": line.remarks} for line in face.lines],
        "columns": [_share(getattr(line, column) for line in face.lines) for column in ("name", "number", "organ")],
        "issuer_lines": lines_of(face.issuer),
        "qr": licence_svg_qr(qr_text),
        "seal": seal_lines(SEAL_NOTE),
    }


def licence_svg_qr(text: str) -> str:
    """``text`` as an inline SVG QR code for a page or a print: named for screen readers, free of styles (CSP)."""
    drawn = io.BytesIO()
    segno.make_qr(text, error="m").save(
        drawn,
        kind="svg",
        border=QUIET,
        xmldecl=False,
        omitsize=True,
        nl=False,
        light="#fff",
        title="查验二维码",
        svgclass="qr",
        lineclass=None,
    )
    return drawn.getvalue().decode().replace("<svg ", '<svg role="img" ', 1)


def _share(texts: Iterable[str]) -> float:
    return min(max(LEAST_SHARE, *map(width, texts)), MOST_SHARE)
