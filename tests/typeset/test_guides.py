"""Guides in print: a leaflet of two sides, a poster of one, a specification and a sample that can be read back."""

from __future__ import annotations

import json

import pytest

from tests.published import catalogue
from tests.typeset import reading
from yizheng.law.flow import inside, outside
from yizheng.law.guide import guide_of, sample_of, specification_of
from yizheng.law.transitions import TRANSITIONS
from yizheng.typeset.fonts import missing
from yizheng.typeset.guides import document_data, document_pdf, leaflet_data, leaflet_pdf, poster_pdf

ADDRESS = "https://yizheng.example.gov.cn/guide/SUPERMARKET"
DAY = "2026年11月26日"
BOOK = catalogue()
GUIDE = guide_of(BOOK.industries["SUPERMARKET"], BOOK)
CHARTS = {"outside": outside(GUIDE.items), "inside": inside(TRANSITIONS)}


def test_the_leaflet_has_two_sides_of_a4_with_the_four_blocks_in_front() -> None:
    pdf = leaflet_pdf(GUIDE, CHARTS["outside"], ADDRESS, DAY)
    front, back = reading.reader(pdf).pages
    assert [round(float(side) / 72 * 25.4) for side in front.mediabox[2:]] == [210, 297]
    text = reading.text(pdf)
    assert [block for block in ("可办事项", "咨询方式", "办理地点", "办证流程") if block not in text] == []
    assert [each.name for each in GUIDE.items if each.name not in text] == []
    assert "领证、亮证" in back.extract_text().replace(" ", "")


def test_the_poster_is_one_page_of_a3() -> None:
    pdf = poster_pdf(GUIDE, CHARTS["outside"], ADDRESS, DAY)
    (page,) = reading.reader(pdf).pages
    assert [round(float(side) / 72 * 25.4) for side in page.mediabox[2:]] == [297, 420]
    text = reading.text(pdf)
    assert [
        block for block in ("可办事项", "咨询方式", "办理地点", "办证流程", GUIDE.place.phone) if block not in text
    ] == []


def test_the_sample_holds_every_field_and_breaks_no_number() -> None:
    document = sample_of(GUIDE)
    text = reading.text(document_pdf(document, DAY, CHARTS))
    rows = [row for each in document.sections for table in each.tables for row in table.rows]
    assert document.title in text
    assert [cell for row in rows for cell in row[:2] if len(cell) < 5 and cell not in text] == []
    assert "370212187908150029" in text


def test_the_specification_shows_the_charts_as_drawings() -> None:
    document = specification_of(BOOK.industries["NETBAR"], BOOK)
    first, *rest = reading.reader(document_pdf(document, DAY, CHARTS)).pages
    assert document.title in first.extract_text().replace("\n", "")
    assert len(rest) > 8


@pytest.mark.parametrize("industry", sorted(BOOK.industries))
def test_every_industry_can_be_printed_in_the_fonts(industry: str) -> None:
    made = guide_of(BOOK.industries[industry], BOOK)
    data = [leaflet_data(made, outside(made.items), ADDRESS, DAY), document_data(sample_of(made), DAY, CHARTS)]
    data.append(document_data(specification_of(BOOK.industries[industry], BOOK), DAY, CHARTS))
    assert missing(json.dumps(data, ensure_ascii=False)) == ""
