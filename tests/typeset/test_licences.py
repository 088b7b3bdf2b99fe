"""The licence on the wall: one page, all of it readable, its QR code included (domain §5.12)."""

import io
from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image

from tests.typeset import reading
from tests.typeset.samples import LONG_NAME, QR_TEXT, licence
from yizheng.law.licence import NOTES
from yizheng.typeset import press
from yizheng.typeset.fonts import NoGlyph
from yizheng.typeset.licences import TEMPLATE, NoRoom, licence_data, licence_pdf, licence_svg_qr

FRAME = 7.0
"""Millimetres from the page's edge to the outermost line of the frame."""


def test_everything_on_the_face_is_in_the_text() -> None:
    face = licence(3)
    text = reading.text(licence_pdf(face, QR_TEXT))
    values = [face.number, "第2版", face.identifier, face.holder, face.holder_code, face.representative]
    values += [face.premises, face.industry, face.issuer, face.issued_on, face.earliest_until, face.address, *NOTES]
    values += [word for line in face.lines for word in (line.name, line.number, line.organ, line.until)]
    assert [value for value in values if value.replace(" ", "") not in text] == []


@pytest.mark.parametrize("permits", [2, 3, 5, 8])
def test_up_to_eight_permits_of_a_company_with_sixty_characters_stand_on_one_page(permits: int) -> None:
    face = licence(permits, holder=LONG_NAME + "餐饮娱乐旗舰店")
    assert len(face.holder) == 60
    pages = reading.reader(licence_pdf(face, QR_TEXT)).pages
    assert len(pages) == 1
    assert (round(pages[0].mediabox.width), round(pages[0].mediabox.height)) == (842, 595)
    (picture,) = press.pngs(TEMPLATE, licence_data(face, QR_TEXT), face.issued_on)
    reading.assert_margins_are_empty(picture, left=FRAME, right=FRAME, top=FRAME, bottom=FRAME)


def test_more_than_can_be_read_is_refused_with_a_sentence() -> None:
    with pytest.raises(NoRoom, match="载明30项许可"):
        licence_pdf(licence(30), QR_TEXT)


@pytest.mark.parametrize("ppi", [72, 110, 300])
def test_the_printed_code_can_be_read_back(ppi: int) -> None:
    face = licence(8)
    (picture,) = press.pngs(TEMPLATE, licence_data(face, QR_TEXT), face.issued_on, ppi=ppi)
    read = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))
    assert [code.text for code in read] == [QR_TEXT]


def test_a_rare_name_is_drawn_and_an_unprintable_one_refused() -> None:
    assert set("喆堃䶮") <= reading.drawn(licence_pdf(licence(2), QR_TEXT))
    with pytest.raises(NoGlyph, match="𠮷"):
        licence_pdf(replace(licence(2), representative="王𠮷"), QR_TEXT)


def test_the_same_face_gives_the_same_bytes_and_says_what_it_is() -> None:
    face = licence(4)
    assert licence_pdf(face, QR_TEXT) == licence_pdf(face, QR_TEXT)
    told = reading.reader(licence_pdf(face, QR_TEXT)).metadata
    assert told is not None
    assert told.title == f"行业综合许可证 {face.number} 第2版"
    assert told.author == face.issuer


def test_the_code_for_pages_has_no_styles_and_a_name() -> None:
    drawing = licence_svg_qr('https://yizheng.example.gov.cn/v?a="&b=<c>')
    assert drawing.startswith('<svg role="img" ')
    assert "<title>查验二维码</title>" in drawing
    assert "style" not in drawing
    assert "yizheng" not in drawing
